//! One file for each command.

mod assess;
mod assessment;
mod catalog;
mod change;
mod choose;
mod context;
mod crosswalk;
mod diff;
mod docs;
mod documents;
mod estimate;
mod explain;
mod fmt;
mod gaps;
mod interview;
mod labels;
mod lint;
mod measures;
mod merge;
mod nearest;
mod obligations;
mod pick;
mod plugin;
mod ready;
mod risks;
mod roadmap;
mod schema;
mod scores;
mod snapshot;
mod soa;
mod split;
mod threats;
mod unknown;

use crate::{
    cli::{Cli, Command},
    failure::Failure,
    help, input,
    output::Done,
};
use annexa_core::words::Words;
use clap::CommandFactory as _;
use std::sync::Arc;

/// Does what the command line asks, in words that a file may not give.
pub(crate) fn run(cli: Cli, words: Result<Arc<Words>, Failure>) -> Result<Done, Failure> {
    let words = words?;
    let catalogue = || input::catalogue(cli.catalogue.as_deref(), &words);
    match cli.command {
        Command::New(args) => assessment::new(&args, catalogue()?, &words),
        Command::Fmt(args) => fmt::run(&args, catalogue()?, &words),
        Command::Assess(args) => assess::run(&args, catalogue()?, &words),
        Command::Soa(args) => soa::run(&args, catalogue()?, &words),
        Command::Gaps(args) => gaps::run(&args, catalogue()?, &words),
        Command::Lint(args) => lint::run(&args, catalogue()?, &words),
        Command::Ready(args) => ready::run(&args, catalogue()?, &words),
        Command::Roadmap(args) => roadmap::run(&args, catalogue()?, words.as_ref()),
        Command::Risks(args) => risks::run(args, catalogue()?, &words),
        Command::Obligations(args) => obligations::run(args, catalogue()?, &words),
        Command::Context(args) => context::run(&args, catalogue()?, &words),
        Command::Choose(args) => choose::run(&args, catalogue()?, &words),
        Command::Interview(args) => interview::run(&args, catalogue()?, &words),
        Command::Docs(args) => docs::run(&args, catalogue()?, &words),
        Command::Snapshot(args) => snapshot::run(args, catalogue()?, &words),
        Command::Diff(args) => diff::run(&args, catalogue()?, &words),
        Command::Merge(args) => merge::run(&args, catalogue()?, &words),
        Command::Split(args) => split::run(&args, catalogue()?, &words),
        Command::Measures(args) => measures::run(args, catalogue()?, &words),
        Command::Catalog(args) => catalog::run(&args, catalogue()?.as_ref(), &words),
        Command::Explain(args) => explain::run(&args, catalogue()?, &words),
        Command::Plugin(args) => plugin::run(&args, catalogue()?, &words),
        Command::Schema { name } => schema::run(&name),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            let mut command = help::worded(Cli::command(), &words);
            clap_complete::generate(shell, &mut command, "annexa", &mut script);
            Ok(Done::bytes(script))
        }
    }
}
