//! The grammar of the commands about risks.

use super::{Edit, Form, Today};
use annexa_core::assessment::{Basis, GroupKind, Ready, SourceKind, TreatmentOption};
use clap::{ArgAction, Args, Subcommand, builder::PossibleValuesParser};
use std::path::PathBuf;

// The register, or what is done about it.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Risks {
    #[command(subcommand)]
    pub(crate) command: Option<RiskCommand>,
    #[arg(required = true)]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, conflicts_with = "format")]
    pub(crate) matrix: bool,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) today: Today,
}

#[derive(Subcommand)]
pub(crate) enum RiskCommand {
    Add(RiskAdd),
    Decide(RiskDecide),
    Approve(RiskApprove),
    Accept(RiskAccept),
    Criteria(RiskCriteria),
}

#[derive(Args)]
pub(crate) struct RiskAdd {
    #[command(flatten)]
    pub(crate) edit: Edit,
    #[arg(long, value_name = "CODE")]
    pub(crate) threat: Option<String>,
    #[arg(long, value_name = "TEXT", required_unless_present = "threat")]
    pub(crate) title: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) event: Option<String>,
    #[arg(long, value_name = "STEP")]
    pub(crate) likelihood: Option<String>,
    #[arg(long, value_name = "STEP", action = ArgAction::Append)]
    pub(crate) consequence: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(long, value_parser = bases())]
    pub(crate) basis: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = source_kinds())]
    pub(crate) source_kind: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) vulnerability: Option<String>,
    #[arg(long = "group", value_name = "GROUP")]
    pub(crate) groups: Vec<String>,
    #[arg(long = "asset", value_name = "NAME")]
    pub(crate) assets: Vec<String>,
    #[arg(long, value_name = "KIND", requires = "assets", value_parser = group_kinds())]
    pub(crate) asset_kind: Option<String>,
    #[arg(long, value_name = "CONTROLS", value_delimiter = ',')]
    pub(crate) existing: Vec<String>,
}

#[derive(Args)]
pub(crate) struct RiskDecide {
    #[command(flatten)]
    pub(crate) edit: Edit,
    pub(crate) risk: String,
    #[arg(long, value_parser = options())]
    pub(crate) option: Option<String>,
    #[arg(long, value_name = "CONTROLS", value_delimiter = ',')]
    pub(crate) controls: Option<Vec<String>>,
    #[arg(long, value_name = "STEP")]
    pub(crate) residual_likelihood: Option<String>,
    #[arg(long, value_name = "STEP", action = ArgAction::Append)]
    pub(crate) residual_consequence: Vec<String>,
    #[arg(long, value_name = "OBLIGATIONS", value_delimiter = ',')]
    pub(crate) share_basis: Option<Vec<String>>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
}

#[derive(Args)]
pub(crate) struct RiskApprove {
    #[command(flatten)]
    pub(crate) edit: Edit,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: String,
    #[arg(value_name = "RISK")]
    pub(crate) risks: Vec<String>,
}

#[derive(Args)]
pub(crate) struct RiskAccept {
    #[command(flatten)]
    pub(crate) edit: Edit,
    pub(crate) risk: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
    #[arg(long, value_name = "ROLE")]
    pub(crate) role: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    #[arg(long, value_name = "LEVEL")]
    pub(crate) level: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) why: String,
}

#[derive(Args)]
pub(crate) struct RiskCriteria {
    #[command(flatten)]
    pub(crate) edit: Edit,
    #[arg(long, value_name = "NAME", value_parser = matrices())]
    #[arg(conflicts_with_all = ["default", "criteria_file"])]
    pub(crate) set: Option<String>,
    #[arg(long, conflicts_with = "criteria_file")]
    pub(crate) default: bool,
    #[arg(long = "file", value_name = "FILE")]
    pub(crate) criteria_file: Option<PathBuf>,
    #[arg(long, value_name = "LEVEL")]
    pub(crate) line: Option<String>,
    #[arg(long = "map", value_name = "OLD=NEW")]
    pub(crate) maps: Vec<String>,
    #[arg(long)]
    pub(crate) preview: bool,
}

fn bases() -> PossibleValuesParser {
    PossibleValuesParser::new(Basis::WORDS.iter().map(|(word, _)| *word))
}

fn source_kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(SourceKind::WORDS.iter().map(|(word, _)| *word))
}

fn group_kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(GroupKind::WORDS.iter().map(|(word, _)| *word))
}

fn options() -> PossibleValuesParser {
    PossibleValuesParser::new(TreatmentOption::WORDS.iter().map(|(word, _)| *word))
}

fn matrices() -> PossibleValuesParser {
    PossibleValuesParser::new(Ready::NAMES.iter().map(|(name, _)| *name))
}
