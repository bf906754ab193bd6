//! The command line of Annexa: an assessment in, tables, JSON or CSV out.
//!
//! ```text
//!  arguments -> cli -> a command -> Done { output, exit } -> standard output
//!                          '------> Failure               -> standard error
//! ```
//!
//! A command is a function from its arguments to what is to be written. Here alone something is
//! written to the terminal, and here alone the exit code is decided.

mod cli;
mod commands;
mod failure;
mod file;
mod input;
mod output;
mod show;
mod table;
mod today;

use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(usage) => return explain(&usage),
    };
    let file = cli.words.clone();
    let words = || input::words_for_failures(file.as_deref());
    match commands::run(cli) {
        Ok(done) => {
            done.note.iter().for_each(|note| output::write_note(note));
            if !done.failures.is_empty() {
                output::write_failures(&done.failures, &words());
            }
            match output::write(&done.output) {
                Ok(()) => done.exit.into(),
                Err(failure) => output::fail(&failure, &words()),
            }
        }
        Err(failure) => output::fail(&failure, &words()),
    }
}

/// Prints what is wrong with the arguments, or the help or version that was asked for.
fn explain(usage: &clap::Error) -> ExitCode {
    // The parser repeats an argument as it stands. Arguments that are safe to show break the same
    // rule of the grammar, so their error is shown in place of the first.
    let safe = std::env::args_os().map(|argument| show::exact_line(&argument.to_string_lossy()));
    let shown = if usage.exit_code() == 0 { None } else { cli::Cli::try_parse_from(safe).err() };
    // A closed pipe is no error.
    let _ = shown.as_ref().unwrap_or(usage).print();
    ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2))
}
