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
mod input;
mod json;
mod output;
mod show;
mod table;
mod today;

use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version come this way too, with exit code 0; a closed pipe is no error.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    match commands::run(cli.command) {
        Ok(done) => {
            output::write_failures(&done.failures);
            match output::write(&done.output) {
                Ok(()) => done.exit.into(),
                Err(failure) => output::fail(&failure),
            }
        }
        Err(failure) => output::fail(&failure),
    }
}
