//! Why a command did not do what it was asked.

use crate::{file::Refused, say::Say as _, show::exact_line};
use annexa_core::{
    Problem, Problems,
    problem::problem,
    words::{Told, Words},
};
use annexa_plugin_host::{Error, Phase, system_words};
use std::{io, path::Path, process::ExitCode};

/// What the program's exit code says; documented in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done = 0,
    /// Findings of severity error.
    Findings = 1,
    /// Wrong usage or bad input.
    Bad = 2,
    /// A plugin gave no result.
    NotComputed = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        // The discriminants are the documented codes.
        ExitCode::from(exit as u8)
    }
}

/// Everything that is wrong with one file, plugin or argument.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// The exit code that follows.
    pub(crate) exit: Exit,
    /// The file or plugin as it was named.
    subject: String,
    /// During what it happened, for a plugin.
    phase: Option<Phase>,
    problems: Problems,
}

impl Failure {
    /// Bad input in the file or argument `subject`.
    pub(crate) fn bad(subject: impl Into<String>, problems: impl Into<Problems>) -> Failure {
        let (subject, problems) = (subject.into(), problems.into());
        Failure { exit: Exit::Bad, subject, phase: None, problems }
    }

    /// A file that the system does not let us read.
    pub(crate) fn unread(path: &Path, cause: &io::Error) -> Failure {
        let (kind, cause) = (cause.kind(), system_words(cause));
        let problem = match kind {
            io::ErrorKind::NotFound => problem!("E-READ", "not_found", cause = cause),
            io::ErrorKind::PermissionDenied => problem!("E-READ", "denied", cause = cause),
            io::ErrorKind::IsADirectory => problem!("E-READ", "folder", cause = cause),
            io::ErrorKind::InvalidInput => problem!("E-READ", "name", cause = cause),
            _ => problem!("E-READ", "other", cause = cause),
        };
        Failure::bad(path.display().to_string(), problem)
    }

    /// A file that the system does not let us write.
    pub(crate) fn unwritten(path: &Path, cause: &io::Error) -> Failure {
        if let Some(refused) = Refused::of(cause) {
            let problem = match refused {
                Refused::Special => problem!("E-WRITE", "special"),
                Refused::Owner => problem!("E-WRITE", "owner"),
                Refused::Swept => problem!("E-WRITE", "swept"),
            };
            return Failure::bad(path.display().to_string(), problem);
        }
        let (kind, cause) = (cause.kind(), system_words(cause));
        let problem = match kind {
            io::ErrorKind::NotFound => problem!("E-WRITE", "not_found", cause = cause),
            io::ErrorKind::PermissionDenied => problem!("E-WRITE", "denied", cause = cause),
            io::ErrorKind::IsADirectory => problem!("E-WRITE", "folder", cause = cause),
            io::ErrorKind::InvalidInput => problem!("E-WRITE", "name", cause = cause),
            io::ErrorKind::AlreadyExists => problem!("E-WRITE", "exists", cause = cause),
            _ => problem!("E-WRITE", "other", cause = cause),
        };
        Failure::bad(path.display().to_string(), problem)
    }

    /// The same failure of another file, plugin or argument.
    pub(crate) fn of(&self, subject: impl Into<String>) -> Failure {
        Failure { subject: subject.into(), ..self.clone() }
    }

    /// The phase and first code, in short: `E-IMPORTS in phase admit`.
    pub(crate) fn summary(&self, words: &Words) -> String {
        let code = self.problems.first().code;
        match self.phase {
            Some(phase) => {
                let values = [("code", code.into()), ("phase", phase.to_string().into())];
                words.say_with("summary", &values)
            }
            None => code.to_owned(),
        }
    }

    /// The phase of a plugin's failure.
    pub(crate) fn phase(&self) -> Option<Phase> {
        self.phase
    }

    /// Every problem.
    pub(crate) fn problems(&self) -> &[Problem] {
        &self.problems.0
    }

    /// One entry for each problem, each of two lines, safe to show on a terminal.
    pub(crate) fn entries(&self, words: &Words) -> impl Iterator<Item = Entry> {
        self.problems.0.iter().map(|problem| {
            let Told { message, fix } = words.problem(problem);
            let mut places = vec![self.subject.clone()];
            places.extend(
                self.phase
                    .map(|phase| words.say_with("phase", &[("phase", phase.to_string().into())])),
            );
            places.extend(Some(problem.place.clone()).filter(|place| !place.is_empty()));
            let text = format!("{}: {message}", places.join(": "));
            Entry { code: problem.code, text: exact_line(&text), fix: exact_line(&fix) }
        })
    }
}

/// One problem in words.
pub(crate) struct Entry {
    pub(crate) code: &'static str,
    /// Where and what.
    pub(crate) text: String,
    pub(crate) fix: String,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        let problems = Problems(error.problems().to_vec());
        let (subject, phase) = (error.plugin().to_owned(), Some(error.phase()));
        Failure { exit: Exit::NotComputed, subject, phase, problems }
    }
}
