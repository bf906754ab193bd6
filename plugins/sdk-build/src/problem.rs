//! What is wrong with a table, and where.

use annexa_core::words::{Told, Words};
use annexa_vocabulary::{Problem, problem};
use std::{error, fmt, io, ops::Range, path::Path};

/// Everything that is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    file: String,
    /// Each with its line.
    problems: Vec<(usize, Problem)>,
}

impl Error {
    /// The problems with their lines, from 1, in the order of the file; line 0 stands for the file
    /// as a whole.
    pub fn problems(&self) -> &[(usize, Problem)] {
        &self.problems
    }

    pub(crate) fn read(path: &Path, cause: &io::Error) -> Self {
        Self::whole(path, problem!("E-READ", "table", cause = cause.to_string()))
    }

    pub(crate) fn write(path: &Path, cause: &io::Error) -> Self {
        Self::whole(path, problem!("E-WRITE", "table", cause = cause.to_string()))
    }

    pub(crate) fn no_folder() -> Self {
        Self::whole(Path::new("build.rs"), problem!("E-OUT-DIR"))
    }

    fn whole(path: &Path, problem: Problem) -> Self {
        Self { file: path.display().to_string(), problems: vec![(0, problem)] }
    }
}

/// In English: whoever builds a plugin reads it among the compiler's own words.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Words::english();
        for (index, (line, problem)) in self.problems.iter().enumerate() {
            let Told { message, fix } = words.problem(problem);
            if index > 0 {
                writeln!(f)?;
            }
            match line {
                0 => write!(f, "{}: ", self.file)?,
                _ => write!(f, "{}:{line}: ", self.file)?,
            }
            write!(f, "{}: {message}; {fix}", problem.code)?;
        }
        Ok(())
    }
}

impl error::Error for Error {}

/// Collects problems while a table is read.
pub(crate) struct Report<'a> {
    text: &'a str,
    found: Vec<(usize, Problem)>,
    /// Places that could not be read; what is said about them later would only be noise.
    unread: Vec<Range<usize>>,
    is_reading: bool,
}

impl<'a> Report<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, found: Vec::new(), unread: Vec::new(), is_reading: true }
    }

    pub(crate) fn add(&mut self, span: &Range<usize>, problem: Problem) {
        if self.is_reading {
            self.unread.push(span.clone());
        } else if self.unread.contains(span) {
            return;
        }
        let before = self.text.as_bytes().get(..span.start).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        self.found.push((line, problem));
    }

    /// Whether something was already said about this place while reading.
    pub(crate) fn is_unread(&self, span: &Range<usize>) -> bool {
        self.unread.contains(span)
    }

    /// Ends the reading; from here on places that could not be read are passed over.
    pub(crate) fn end_reading(&mut self) {
        self.is_reading = false;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(crate) fn finish(mut self, file: &str) -> Error {
        self.found.sort_by_key(|(line, _)| *line);
        Error { file: file.to_owned(), problems: self.found }
    }
}
