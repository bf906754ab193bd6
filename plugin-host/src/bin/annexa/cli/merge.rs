//! The grammar of the commands about versions of an assessment.

use super::Form;
use annexa_core::merge::Take;
use clap::{Args, builder::PossibleValuesParser};
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Merge {
    pub(crate) ours: PathBuf,
    pub(crate) theirs: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) base: Option<PathBuf>,
    #[arg(long, conflicts_with = "base")]
    pub(crate) two_way: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) resolve: Option<PathBuf>,
    #[arg(long, value_parser = sides())]
    pub(crate) take: Option<String>,
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Args)]
pub(crate) struct Split {
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub(crate) owner: String,
    #[arg(long = "chapter", value_name = "IDS", value_delimiter = ',')]
    pub(crate) chapters: Vec<String>,
    #[arg(long = "theme", value_name = "NAME", value_delimiter = ',')]
    pub(crate) themes: Vec<String>,
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "RISKS", value_delimiter = ',')]
    pub(crate) risks: Vec<String>,
    #[arg(long, value_delimiter = ',', value_parser = ["applicability", "risks"])]
    pub(crate) allow: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) name: String,
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

fn sides() -> PossibleValuesParser {
    PossibleValuesParser::new([Take::Ours, Take::Theirs].map(Take::word))
}
