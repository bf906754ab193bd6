//! Why a plugin could not be built or packed.

use std::{error, fmt};

/// Why a plugin could not be built or packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: &'static str,
    message: String,
    fix: &'static str,
}

impl Error {
    /// A stable code: `E-TARGET`, `E-CARGO`, `E-BUILD`, `E-READ`, `E-LIST`, `E-MODULE` or `E-WRAP`.
    pub fn code(&self) -> &'static str {
        self.code
    }

    pub(crate) fn new(code: &'static str, message: impl Into<String>, fix: &'static str) -> Self {
        Self { code, message: message.into(), fix }
    }

    pub(crate) fn wrap(cause: &impl fmt::Display) -> Self {
        // The alternate form of these errors is the chain of causes.
        let cause = format!("{cause:#}");
        let line = cause.split_whitespace().collect::<Vec<_>>().join(" ");
        let fix = "implement the interface with `annexa-plugin-sdk` and `export_crosswalk!`";
        Self::new("E-WRAP", format!("the module cannot be wrapped: {line}"), fix)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n  fix: {}", self.code, self.message, self.fix)
    }
}

impl error::Error for Error {}
