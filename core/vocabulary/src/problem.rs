//! What is wrong with an input: code, place, sentence and fix.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::{error, fmt};

use crate::hidden::is_hidden;

/// One thing that is wrong, written for the person who can mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A stable code such as `E-VALUE`; scripts may match on it.
    pub code: &'static str,
    /// Where it is: a field path such as `answers[3].maturity.level`, or line and column.
    pub place: String,
    /// A lowercase sentence without full stop, user input in backticks.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

impl Problem {
    /// Makes a problem; text taken from the input is shortened and escaped by [`quoted`].
    pub fn new(
        code: &'static str,
        place: impl Into<String>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) -> Problem {
        Problem { code, place: place.into(), message: message.into(), fix: fix.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if !self.place.is_empty() {
            write!(f, " at {}", self.place)?;
        }
        write!(f, ": {}", self.message)?;
        if !self.fix.is_empty() {
            write!(f, "; {}", self.fix)?;
        }
        Ok(())
    }
}

impl error::Error for Problem {}

/// Everything that is wrong with one input. Never empty when it is an error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

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
