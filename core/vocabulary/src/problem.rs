//! What is wrong with an input: code, case, place and values. The sentences are in the words of a
//! language, by code and case; whoever shows a problem has them.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::{error, fmt};

use crate::hidden::is_hidden;
use crate::value::Value;

/// One thing that is wrong, as data. Made by [`problem!`](crate::problem!).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A stable code such as `E-VALUE`; scripts may match on it.
    pub code: &'static str,
    /// Which of the code's sentences fits; empty where it has one.
    pub case: &'static str,
    /// Where it is: a field path such as `answers[3].maturity.level`, or line and column.
    pub place: String,
    /// What the sentences name; text taken from the input is shortened and escaped by [`quoted`].
    pub values: Vec<(&'static str, Value)>,
}

/// Makes a problem: its code, its case where the code has several, and the values that its
/// sentences name.
///
/// A test holds that every code and case stands in `core/data/words/en/problems.toml`, with the
/// same values.
///
/// ```
/// use annexa_vocabulary::{problem, quoted};
///
/// let input = "13";
/// let problem = problem!("E-ID", "slug", id = quoted(input)).at("plugin.id");
/// assert_eq!(problem.to_string(), "E-ID slug at plugin.id: id `13`");
/// ```
#[macro_export]
macro_rules! problem {
    ($code:literal, $case:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Problem::new($code, $case)$(.with(stringify!($name), $value.into()))*
    };
    ($code:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Problem::new($code, "")$(.with(stringify!($name), $value.into()))*
    };
}

impl Problem {
    /// A problem without place and values. Use [`problem!`](crate::problem!), which tests read.
    #[doc(hidden)]
    pub const fn new(code: &'static str, case: &'static str) -> Problem {
        Problem { code, case, place: String::new(), values: Vec::new() }
    }

    /// The same with a value; see [`Problem::new`].
    #[doc(hidden)]
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Problem {
        self.values.push((name, value));
        self
    }

    /// The same at a place.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Problem {
        self.place = place.into();
        self
    }
}

/// The problem as data, for who has no words.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        if !self.case.is_empty() {
            write!(f, " {}", self.case)?;
        }
        if !self.place.is_empty() {
            write!(f, " at {}", self.place)?;
        }
        for (index, (name, value)) in self.values.iter().enumerate() {
            f.write_str(if index == 0 { ": " } else { ", " })?;
            write!(f, "{name} {value}")?;
        }
        Ok(())
    }
}

impl error::Error for Problem {}

/// Everything that is wrong with one input. Never empty when it is an error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

/// What is said where something was refused and nothing was said: that this is a defect.
static DEFECT: Problem = problem!("E-DEFECT");

impl Problems {
    /// The first problem, which stands for all.
    pub fn first(&self) -> &Problem {
        self.0.first().unwrap_or(&DEFECT)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl error::Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Problems {
        Problems(vec![problem])
    }
}

/// Input as it may stand in a message: in backticks, at most 60 characters, with hidden
/// ones written out so that they cannot act on a terminal.
pub fn quoted(input: &str) -> String {
    let mut text = String::from("`");
    for (count, character) in input.chars().enumerate() {
        if count == 60 {
            text.push_str("...");
            break;
        }
        if is_hidden(character) {
            text.extend(character.escape_unicode());
        } else {
            text.push(character);
        }
    }
    text.push('`');
    text
}

/// Text as it may be shown: hidden characters are written out, line feeds stay.
pub fn escaped(text: &str) -> String {
    written_out(text, |character| is_hidden(character) && character != '\n')
}

/// Text as it may be shown within one line: hidden characters and line feeds are written out.
pub fn escaped_line(text: &str) -> String {
    written_out(text, is_hidden)
}

fn written_out(text: &str, is_wanted: fn(char) -> bool) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if is_wanted(character) {
            safe.extend(character.escape_unicode());
        } else {
            safe.push(character);
        }
    }
    safe
}
