//! The grammar of the commands about states that are kept, comparison and measures.

use super::{Edit, Form, Input, Today};
use annexa_core::assessment::Measure;
use clap::{Args, Subcommand, builder::PossibleValuesParser, value_parser};
use std::path::PathBuf;

// What was kept, or a change of it.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Snapshots {
    #[command(subcommand)]
    pub(crate) command: Option<SnapshotCommand>,
    #[arg(required = true)]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Subcommand)]
pub(crate) enum SnapshotCommand {
    Take {
        #[command(flatten)]
        edit: Edit,
        #[arg(long, value_name = "TEXT")]
        name: String,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        note: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    List {
        #[command(flatten)]
        input: Input,
    },
    Remove {
        #[command(flatten)]
        edit: Edit,
        snapshot: String,
    },
}

#[derive(Args)]
pub(crate) struct Diff {
    pub(crate) file: PathBuf,
    pub(crate) other: Option<PathBuf>,
    #[arg(long, value_name = "SNAPSHOT")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "SNAPSHOT")]
    pub(crate) to: Option<String>,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) today: Today,
}

// The measures, or a choice among them.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Measures {
    #[command(subcommand)]
    pub(crate) command: Option<MeasureCommand>,
    #[arg(required = true)]
    pub(crate) file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) trend: bool,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) today: Today,
}

#[derive(Subcommand)]
pub(crate) enum MeasureCommand {
    Watch {
        #[command(flatten)]
        edit: Edit,
        #[arg(value_parser = measures())]
        measure: String,
        #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
        owner: String,
        #[arg(long, value_name = "MONTHS", value_parser = value_parser!(u8).range(1..=60))]
        every: Option<u8>,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        why: String,
    },
    Unwatch {
        #[command(flatten)]
        edit: Edit,
        #[arg(value_parser = measures())]
        measure: String,
    },
}

fn measures() -> PossibleValuesParser {
    PossibleValuesParser::new(Measure::WORDS.iter().map(|(word, _)| *word))
}
