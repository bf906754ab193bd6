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
    let words = || input::words(cli.words.as_deref());
    match cli.command {
        Command::New(args) => assessment::new(&args, catalogue()?),
        Command::Fmt(args) => fmt::run(&args, catalogue()?),
        Command::Assess(args) => assess::run(&args, catalogue()?, &words()?),
        Command::Soa(args) => soa::run(&args, catalogue()?, &words()?),
        Command::Gaps(args) => gaps::run(&args, catalogue()?, &words()?),
        Command::Lint(args) => lint::run(&args, catalogue()?, &words()?),
        Command::Catalog(args) => catalog::run(&args, catalogue()?.as_ref(), &words()?),
        Command::Explain(args) => explain::run(&args, catalogue()?, &words()?),
        Command::Schema { name } => schema::run(&name),
        Command::Plugin(args) => plugin::run(&args, catalogue()?, &words()?),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "annexa", &mut script);
            Ok(Done::bytes(script))
        }
    }
}
