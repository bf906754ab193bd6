//! Writes what a command gives: to standard output, standard error, or a file.

use crate::{
    failure::{Exit, Failure},
    show::{BAD, BOLD, GOOD, paint},
};
use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    process::{self, ExitCode},
};

/// What a command gives.
pub(crate) struct Done {
    pub(crate) output: Output,
    pub(crate) exit: Exit,
    /// What failed on the way and left the rest standing.
    pub(crate) failures: Vec<Failure>,
}

/// What goes to standard output.
pub(crate) enum Output {
    /// Words for people, with styles that are left out where nobody would see them.
    Text(String),
    /// Bytes that are written as they are.
    Bytes(Vec<u8>),
}

impl Done {
    /// Words for people.
    pub(crate) fn text(text: String) -> Done {
        Done { output: Output::Text(text), exit: Exit::Done, failures: Vec::new() }
    }

    /// Bytes for programs.
    pub(crate) fn bytes(bytes: Vec<u8>) -> Done {
        Done { output: Output::Bytes(bytes), exit: Exit::Done, failures: Vec::new() }
    }
}

/// Writes to standard output. Somebody who stops reading is no error.
pub(crate) fn write(output: &Output) -> Result<(), Failure> {
    let written = match output {
        Output::Text(text) => {
            let mut stream = anstream::stdout().lock();
            stream.write_all(text.as_bytes()).and_then(|()| stream.flush())
        }
        Output::Bytes(bytes) => {
            let mut stream = io::stdout().lock();
            stream.write_all(bytes).and_then(|()| stream.flush())
        }
    };
    match written {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::io(Path::new("standard output"), "E-WRITE", "written", &cause))
        }
        _ => Ok(()),
    }
}

/// Writes what failed to standard error, and gives the exit code.
pub(crate) fn fail(failure: &Failure) -> ExitCode {
    write_failures(std::slice::from_ref(failure));
    failure.exit.into()
}

/// Writes what failed to standard error: two lines for each problem.
pub(crate) fn write_failures(failures: &[Failure]) {
    let mut stream = anstream::stderr().lock();
    for entry in failures.iter().flat_map(Failure::entries) {
        let code = paint(BAD, &format!("error[{}]", entry.code));
        // There is nowhere left to say that standard error is closed.
        let _ = writeln!(stream, "{code}: {}", paint(BOLD, &entry.text));
        if !entry.fix.is_empty() {
            let _ = writeln!(stream, "  {}: {}", paint(GOOD, "fix"), entry.fix);
        }
    }
}

/// Writes a file as a whole: never half of it, and never over one that exists without `force`.
pub(crate) fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let failed = |cause: io::Error| Failure::io(path, "E-WRITE", "written", &cause);
    if force {
        let beside = beside(path);
        fill(&beside, bytes).map_err(failed)?;
        return fs::rename(&beside, path).map_err(|cause| {
            let _ = fs::remove_file(&beside);
            failed(cause)
        });
    }
    fill(path, bytes).map_err(failed)
}

/// Makes a file that does not exist yet, and sees it to the disk.
fn fill(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        let _ = fs::remove_file(path);
    })
}

/// A name in the same folder that nobody else uses.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.part", process::id()));
    PathBuf::from(name)
}
