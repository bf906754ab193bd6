//! The command line of Annexa: an assessment in, tables, JSON or CSV out.
//!
//! ```text
//!  arguments -> cli -> a command -> Done { output, exit } -> standard output
//!                          '------> Failure               -> standard error
//! ```
//!
//! A command is a function from its arguments to what is to be written. Here alone results are
//! written, and here alone the exit code is decided; what a person is asked goes through [`ask`]. What is said stands in
//! [`say`], in the language that the arguments ask for.

mod ask;
mod cli;
mod commands;
mod failure;
mod file;
mod help;
mod input;
mod origin;
mod output;
mod say;
mod show;
mod table;
mod today;
mod usage;

use annexa_core::words::Words;
use clap::{CommandFactory as _, FromArgMatches as _};
use std::{env, ffi::OsString, process::ExitCode, sync::Arc};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let english = Arc::new(Words::english());
    // Help has to speak before the arguments are understood, so the file of words is looked for
    // first. Where it cannot be read, help is English, and every command says what is wrong.
    let asked = input::words(help::words_file(&arguments).as_deref(), &english);
    let words = asked.as_ref().unwrap_or(&english);
    let cli = match parse(&arguments, words) {
        Ok(cli) => cli,
        Err(error) => return explain(&error, &arguments, words),
    };
    match commands::run(cli, asked.clone()) {
        Ok(done) => {
            done.note.iter().for_each(|note| output::write_note(note, words));
            output::write_failures(&done.failures, words);
            match output::write(&done.output) {
                Ok(()) => done.exit.into(),
                Err(failure) => output::fail(&failure, words),
            }
        }
        Err(failure) => output::fail(&failure, words),
    }
}

fn parse(arguments: &[OsString], words: &Words) -> Result<cli::Cli, clap::Error> {
    let matches = help::worded(cli::Cli::command(), words).try_get_matches_from(arguments)?;
    cli::Cli::from_arg_matches(&matches)
}

/// Prints what is wrong with the arguments, or the help or version that was asked for.
fn explain(error: &clap::Error, arguments: &[OsString], words: &Words) -> ExitCode {
    // The parser repeats an argument as it stands. Arguments that are safe to show break the same
    // rule of the grammar, so their error is shown in place of the first.
    let safe = arguments.iter().map(|it| show::exact_line(&it.to_string_lossy()).into());
    let safe: Vec<OsString> = safe.collect();
    let shown = if error.exit_code() == 0 { None } else { parse(&safe, words).err() };
    // A closed pipe is no error.
    let _ = match shown.as_ref().unwrap_or(error) {
        shown if usage::is_usage(shown) => output::write_usage(&usage::text(shown, words)),
        asked => asked.print(),
    };
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
