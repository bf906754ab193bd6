//! Why a plugin gave no result.

use annexa_core::words::{Told, Words};
use annexa_vocabulary::{Problem, Problems, escaped_line};
use std::{error, fmt, io};

/// Why a plugin gave no result: the plugin, the phase, and every reason with its remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    plugin: String,
    phase: Phase,
    problems: Problems,
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
        self.problems.first().code
    }

    /// Every reason; at least one.
    pub fn problems(&self) -> &[Problem] {
        &self.problems.0
    }

    /// The whole error as a person reads it, safe to show on a terminal: a line that says where,
    /// and two for each reason.
    pub fn told(&self, words: &Words) -> String {
        let (plugin, phase) = (escaped_line(&self.plugin), self.phase);
        let values = [("plugin", plugin.into()), ("phase", phase.to_string().into())];
        let mut text = words.message("host.failed", &values);
        for problem in &self.problems.0 {
            let Told { message, fix } = words.problem(problem);
            let mut line = problem.code.to_owned();
            if !problem.place.is_empty() {
                let place = escaped_line(&problem.place).into();
                let values = [("code", line.into()), ("place", place)];
                line = words.message("host.code_at", &values);
            }
            let values = [("fix", escaped_line(&fix).into())];
            text.push_str(&format!("\n  {line}: {}", escaped_line(&message)));
            text.push_str(&format!("\n    {}", words.message("host.fix", &values)));
        }
        text
    }

    pub(crate) fn new(plugin: &str, phase: Phase, problem: Problem) -> Self {
        Self { plugin: plugin.to_owned(), phase, problems: problem.into() }
    }

    pub(crate) fn with(plugin: &str, phase: Phase, problems: Vec<Problem>) -> Self {
        Self { plugin: plugin.to_owned(), phase, problems: Problems(problems) }
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

/// The error as data, for who has no words; [`Error::told`] says it.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", escaped_line(&self.plugin), self.phase)?;
        let lines = self.problems.0.iter().map(ToString::to_string);
        lines.into_iter().try_for_each(|line| write!(f, "\n  {}", escaped_line(&line)))
    }
}

impl error::Error for Error {}
