//! Writes what a command gives to standard output and standard error.

use crate::{
    cli::Format,
    failure::{Exit, Failure},
    say::Say as _,
    show::{BAD, BOLD, FAIR, GOOD, paint},
};
use annexa_core::words::Words;
use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

/// What a command gives.
pub(crate) struct Done {
    pub(crate) output: Output,
    pub(crate) exit: Exit,
    /// What failed on the way and left the rest standing.
    pub(crate) failures: Vec<Failure>,
    /// What a person should know and the output has no room for.
    pub(crate) note: Option<String>,
}

/// What goes to standard output.
pub(crate) enum Output {
    /// Words for people, with styles that are left out where nobody would see them.
    Text(String),
    /// Bytes that are written as they are.
    Bytes(Vec<u8>),
}

impl Done {
    /// Something to write, and the exit code.
    pub(crate) fn of(output: Output, exit: Exit) -> Done {
        Done { output, exit, failures: Vec::new(), note: None }
    }

    /// Words for people.
    pub(crate) fn text(text: String) -> Done {
        Done::of(Output::Text(text), Exit::Done)
    }

    /// Bytes for programs.
    pub(crate) fn bytes(bytes: Vec<u8>) -> Done {
        Done::of(Output::Bytes(bytes), Exit::Done)
    }
}

impl Format {
    /// What a command gives, in the form that was asked for.
    pub(crate) fn done(
        self,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> Vec<u8>,
        csv: impl FnOnce() -> Vec<u8>,
    ) -> Done {
        match self {
            Format::Text => Done::text(text()),
            Format::Json => Done::bytes(json()),
            Format::Csv => Done::bytes(csv()),
        }
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
            Err(Failure::unwritten(Path::new("standard output"), &cause))
        }
        _ => Ok(()),
    }
}

/// Writes what is wrong with the arguments to standard error.
pub(crate) fn write_usage(text: &str) -> io::Result<()> {
    anstream::stderr().lock().write_all(text.as_bytes())
}

/// Writes a note to standard error.
pub(crate) fn write_note(note: &str, words: &Words) {
    // There is nowhere left to say that standard error is closed.
    let _ = writeln!(anstream::stderr().lock(), "{}: {note}", paint(FAIR, &words.say("note")));
}

/// Writes what failed to standard error, and gives the exit code.
pub(crate) fn fail(failure: &Failure, words: &Words) -> ExitCode {
    write_failures(std::slice::from_ref(failure), words);
    failure.exit.into()
}

/// Writes what failed to standard error: two lines for each problem.
pub(crate) fn write_failures(failures: &[Failure], words: &Words) {
    let mut stream = anstream::stderr().lock();
    for entry in failures.iter().flat_map(|failure| failure.entries(words)) {
        let code = paint(BAD, &words.say_with("error", &[("code", entry.code.into())]));
        // There is nowhere left to say that standard error is closed.
        let _ = writeln!(stream, "{code}: {}", paint(BOLD, &entry.text));
        if !entry.fix.is_empty() {
            let _ = writeln!(stream, "  {}: {}", paint(GOOD, &words.say("fix")), entry.fix);
        }
    }
}
