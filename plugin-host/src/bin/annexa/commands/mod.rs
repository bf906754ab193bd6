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
mod schema;
mod scores;
mod soa;
mod unknown;

use crate::{
    cli::{Cli, Command},
    failure::Failure,
    input,
    output::Done,
};
use clap::CommandFactory as _;

/// Does what the command line asks.
pub(crate) fn run(cli: Cli) -> Result<Done, Failure> {
    let catalogue = || input::catalogue(cli.catalogue.as_deref());
    match cli.command {
        Command::New(args) => assessment::new(&args, catalogue()?),
        Command::Fmt(args) => fmt::run(&args, catalogue()?),
        Command::Assess(args) => assess::run(&args, catalogue()?),
        Command::Soa(args) => soa::run(&args, catalogue()?),
        Command::Gaps(args) => gaps::run(&args, catalogue()?),
        Command::Lint(args) => lint::run(&args, catalogue()?),
        Command::Catalog(args) => catalog::run(&args, catalogue()?.as_ref()),
        Command::Explain(args) => explain::run(&args, catalogue()?),
        Command::Schema { file } => Ok(schema::run(file)),
        Command::Plugin(args) => plugin::run(&args, catalogue()?),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "annexa", &mut script);
            Ok(Done::bytes(script))
        }
    }
}
