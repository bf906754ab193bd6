//! Why a plugin could not be built or packed.

use annexa_core::{
    Problem,
    problem::problem,
    words::{Told, Words},
};
use std::{error, fmt};

/// Why a plugin could not be built or packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Problem);

impl Error {
    /// A stable code: `E-TARGET`, `E-CARGO`, `E-BUILD`, `E-READ`, `E-WRITE`, `E-LIST`, `E-MODULE`
    /// or `E-WRAP`.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    pub(crate) fn wrap(cause: &impl fmt::Display) -> Self {
        // The alternate form of these errors is the chain of causes.
        let cause = format!("{cause:#}");
        let line = cause.split_whitespace().collect::<Vec<_>>().join(" ");
        problem!("E-WRAP", cause = line).into()
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

/// In English: whoever builds a plugin reads it among the compiler's own words.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Words::english();
        let Told { message, fix } = words.problem(&self.0);
        let fix = words.message("host.fix", &[("fix", fix.into())]);
        write!(f, "{}: {message}\n  {fix}", self.0.code)
    }
}

impl error::Error for Error {}
