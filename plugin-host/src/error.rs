//! Why a plugin gave no result.

use annexa_vocabulary::{Problem, escaped_line};
use std::{error, fmt, io};

/// Why a plugin gave no result: the plugin, the phase, and every reason with its remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    plugin: String,
    phase: Phase,
    // INVARIANT: not empty.
    problems: Vec<Problem>,
}

/// What was being done when it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The host itself was being set up; no plugin is to blame.
    Start,
    /// The file was being read.
    Read,
    /// The file was being checked, before anything was compiled.
    Admit,
    /// The module was being compiled.
    Compile,
    /// An instance was being made.
    Instantiate,
    /// The plugin was running.
    Call,
    /// The plugin's result was being taken out of its memory.
    Lift,
    /// What the plugin says was being checked.
    Validate,
}

impl Error {
    /// The plugin's name, as it was given when it was loaded.
    pub fn plugin(&self) -> &str {
        &self.plugin
    }

    /// What was being done.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The stable code of the first reason, for instance `E-DEADLINE`.
    pub fn code(&self) -> &'static str {
        self.problems.first().map_or("E-PLUGIN", |problem| problem.code)
    }

    /// Every reason; at least one.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub(crate) fn new(
        plugin: &str,
        phase: Phase,
        code: &'static str,
        message: impl Into<String>,
        fix: &str,
    ) -> Self {
        Self::with(plugin, phase, vec![Problem::new(code, "", message, fix)])
    }

    pub(crate) fn with(plugin: &str, phase: Phase, problems: Vec<Problem>) -> Self {
        Self { plugin: plugin.to_owned(), phase, problems }
    }

    pub(crate) fn refused(plugin: &str, refusals: Vec<Problem>) -> Self {
        Self::with(plugin, Phase::Admit, refusals)
    }
}

/// What the system says went wrong, as a part of a sentence: lowercase, without its number.
pub fn system_words(cause: &io::Error) -> String {
    let text = cause.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut characters = text.chars();
    characters.next().map(char::to_lowercase).into_iter().flatten().chain(characters).collect()
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Phase::Start => "start",
            Phase::Read => "read",
            Phase::Admit => "admit",
            Phase::Compile => "compile",
            Phase::Instantiate => "instantiate",
            Phase::Call => "call",
            Phase::Lift => "lift",
            Phase::Validate => "validate",
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plugin `{}` failed in phase {}", escaped_line(&self.plugin), self.phase)?;
        for Problem { code, place, message, fix } in &self.problems {
            write!(f, "\n  {code}")?;
            if !place.is_empty() {
                write!(f, " at {}", escaped_line(place))?;
            }
            write!(f, ": {}", escaped_line(message))?;
            if !fix.is_empty() {
                write!(f, "\n    fix: {}", escaped_line(fix))?;
            }
        }
        Ok(())
    }
}

impl error::Error for Error {}
