//! The grammar of the commands about obligations.

use super::{Edit, Form, Today};
use annexa_core::assessment::ObligationKind;
use clap::{Args, Subcommand, builder::PossibleValuesParser, value_parser};
use std::path::PathBuf;

// The register, or a change of it.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Obligations {
    #[command(subcommand)]
    pub(crate) command: Option<ObligationCommand>,
    #[arg(required = true)]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) today: Today,
}

#[derive(Subcommand)]
pub(crate) enum ObligationCommand {
    Add(ObligationAdd),
    Remove {
        #[command(flatten)]
        edit: Edit,
        obligation: String,
        #[arg(long)]
        cascade: bool,
    },
}

#[derive(Args)]
pub(crate) struct ObligationAdd {
    #[command(flatten)]
    pub(crate) edit: Edit,
    #[arg(id = "binds", long = "kind", value_name = "KIND", value_parser = kinds())]
    pub(crate) kind: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) source: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) demands: String,
    #[arg(long, value_name = "CONTROLS", value_delimiter = ',')]
    pub(crate) controls: Vec<String>,
    #[arg(long, value_name = "REQUIREMENTS", value_delimiter = ',')]
    pub(crate) items: Vec<String>,
    #[arg(long)]
    pub(crate) explicit: bool,
    #[arg(long, value_name = "LEVEL", value_parser = value_parser!(u8).range(0..=5))]
    pub(crate) maturity_floor: Option<u8>,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub(crate) owner: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(ObligationKind::WORDS.iter().map(|(word, _)| *word))
}
