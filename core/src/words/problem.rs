//! Problems in words.

use alloc::string::String;

use super::{Words, joined};
use crate::problem::Problem;

/// A problem as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What is wrong: a lowercase sentence without full stop, user input in backticks.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

impl Words {
    /// What a problem says, and what helps.
    pub fn problem(&self, problem: &Problem) -> Told {
        let Problem { code, case, values, .. } = problem;
        let key = match *case {
            "" => String::from(*code),
            case => joined(&[code, case]),
        };
        Told { message: self.message_of(&key, values), fix: self.fix_of(&key, values) }
    }
}

/// Problems as a person reads them in English, for tests.
#[cfg(test)]
pub(crate) fn in_english(problems: &[Problem]) -> String {
    use alloc::format;
    static ENGLISH: std::sync::OnceLock<Words> = std::sync::OnceLock::new();
    let words = ENGLISH.get_or_init(Words::english);
    let line = |problem: &Problem| {
        let Told { message, fix } = words.problem(problem);
        let place = match problem.place.as_str() {
            "" => String::new(),
            place => format!(" at {place}"),
        };
        format!("{}{place}: {message}; {fix}", problem.code)
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}
