//! One file for each command.

mod assess;
mod assessment;
mod catalog;
mod crosswalk;
mod documents;
mod explain;
mod fmt;
mod gaps;
mod lint;
mod plugin;
mod scores;
mod soa;
mod unknown;

use crate::{
    cli::{Cli, Command},
    failure::Failure,
    output::Done,
};
use clap::CommandFactory as _;

/// Does what the command line asks.
pub(crate) fn run(command: Command) -> Result<Done, Failure> {
    match command {
        Command::New(args) => assessment::new(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Assess(args) => assess::run(&args),
        Command::Soa(args) => soa::run(&args),
        Command::Gaps(args) => gaps::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Catalog(args) => catalog::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Plugin(args) => plugin::run(&args),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "annexa", &mut script);
            Ok(Done::bytes(script))
        }
    }
}
