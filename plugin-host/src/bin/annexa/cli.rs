//! The grammar of the command line. What everything means stands in `command.toml` of the words;
//! a comment for documentation would become help too, so there are none.

mod context;
mod history;
mod merge;
mod obligation;
mod risk;

pub(crate) use context::{Choose, Context, Interview};
pub(crate) use history::{Diff, MeasureCommand, Measures, SnapshotCommand, Snapshots};
pub(crate) use merge::{Merge, Split};
pub(crate) use obligation::{ObligationAdd, ObligationCommand, Obligations};
pub(crate) use risk::{
    RiskAccept, RiskAdd, RiskApprove, RiskCommand, RiskCriteria, RiskDecide, Risks,
};

use annexa_core::{samples::SAMPLES, schema};
use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser};
use std::path::PathBuf;

// The whole command line.
#[derive(Parser)]
#[command(name = "annexa", bin_name = "annexa", version)]
pub(crate) struct Cli {
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) catalogue: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) words: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    New(New),
    Assess(Assess),
    Fmt(Fmt),
    Soa(Dated),
    Gaps(Gaps),
    Lint(Dated),
    Ready(Dated),
    Roadmap(Roadmap),
    Risks(Risks),
    Obligations(Obligations),
    Context(Context),
    Choose(Choose),
    Interview(Interview),
    Docs(Dated),
    Snapshot(Snapshots),
    Diff(Diff),
    Merge(Merge),
    Split(Split),
    Measures(Measures),
    Catalog(Catalog),
    Explain(Explain),
    Schema {
        #[arg(value_name = "NAME", default_value = "assessment", value_parser = schemas())]
        name: String,
    },
    #[command(subcommand)]
    Plugin(Plugin),
    Completions {
        shell: clap_complete::Shell,
    },
}

#[derive(Subcommand)]
pub(crate) enum Plugin {
    List(Form),
    Inspect(Named),
    Run {
        #[command(flatten)]
        plugin: Name,
        #[command(flatten)]
        input: Input,
    },
    Mappings(Named),
    Export {
        name: String,
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        #[arg(long)]
        force: bool,
    },
}

#[derive(Args)]
pub(crate) struct New {
    #[arg(default_value = "assessment.json")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub(crate) organization: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) scope: String,
    #[arg(long, value_name = "SAMPLE", value_parser = SAMPLES.map(|sample| sample.name))]
    #[arg(conflicts_with_all = ["organization", "scope", "origin"])]
    pub(crate) sample: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) origin: Option<String>,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args)]
pub(crate) struct Fmt {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Args)]
pub(crate) struct Assess {
    #[command(flatten)]
    pub(crate) input: Input,
    #[arg(long = "plugin", short, value_name = "PLUGIN")]
    pub(crate) plugins: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) today: Today,
}

#[derive(Args)]
pub(crate) struct Gaps {
    #[command(flatten)]
    pub(crate) input: Input,
    #[arg(long)]
    pub(crate) assessed_only: bool,
}

#[derive(Args)]
pub(crate) struct Roadmap {
    #[command(flatten)]
    pub(crate) input: Input,
    #[arg(long, value_name = "DAYS", allow_hyphen_values = true)]
    pub(crate) capacity: Option<String>,
    #[arg(long, num_args = 2, value_names = ["MONEY", "CUR"])]
    pub(crate) rate: Vec<String>,
    #[command(flatten)]
    pub(crate) today: Today,
}

// An assessment on a day.
#[derive(Args)]
pub(crate) struct Dated {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) today: Today,
}

#[derive(Args)]
pub(crate) struct Catalog {
    #[arg(conflicts_with = "kind")]
    pub(crate) id: Option<String>,
    #[arg(long)]
    pub(crate) kind: Option<KindName>,
    #[arg(long, conflicts_with_all = ["id", "kind"])]
    pub(crate) documents: bool,
    #[arg(long, conflicts_with_all = ["id", "kind", "documents", "format"])]
    pub(crate) facts: bool,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) input: Input,
    pub(crate) key: String,
    #[command(flatten)]
    pub(crate) today: Today,
}

// A plugin, to be shown.
#[derive(Args)]
pub(crate) struct Named {
    #[command(flatten)]
    pub(crate) plugin: Name,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Args)]
pub(crate) struct Name {
    #[arg(value_name = "PLUGIN")]
    pub(crate) plugin: PathBuf,
}

// An assessment that is changed.
#[derive(Args)]
pub(crate) struct Edit {
    pub(crate) file: PathBuf,
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    #[arg(long, value_name = "TEXT")]
    pub(crate) origin: Option<String>,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) today: Today,
}

#[derive(Args)]
pub(crate) struct Input {
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Args)]
pub(crate) struct Form {
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Args)]
pub(crate) struct Today {
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<String>,
}

// How a result is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Csv,
}

// The kinds of items, as arguments.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindName {
    Heading,
    Requirement,
    Item,
    Control,
}

// The names of everything that has a schema.
fn schemas() -> PossibleValuesParser {
    PossibleValuesParser::new(schema::names())
}
