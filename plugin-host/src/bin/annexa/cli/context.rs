//! The grammar of the commands about the organization: its context, the chooser, the interview.

use super::{Edit, Form, Today};
use annexa_core::{
    assessment::Mode,
    chooser::{Asked, Start},
};
use clap::{Args, builder::PossibleValuesParser};
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Context {
    #[command(flatten)]
    pub(crate) edit: Edit,
    #[arg(long = "set", value_name = "QUESTION=VALUE")]
    pub(crate) sets: Vec<String>,
    #[arg(long, value_parser = modes())]
    pub(crate) mode: Option<String>,
    #[arg(long, value_name = "CONTROLS", value_delimiter = ',')]
    pub(crate) accept: Vec<String>,
    #[arg(long, value_name = "CONTROLS", value_delimiter = ',')]
    pub(crate) refuse: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
}

#[derive(Args)]
pub(crate) struct Choose {
    pub(crate) about: Option<PathBuf>,
    #[arg(long, value_name = "QUESTIONS", value_delimiter = ',', value_parser = asked())]
    pub(crate) yes: Vec<String>,
    #[arg(long, value_name = "QUESTIONS", value_delimiter = ',', value_parser = asked())]
    pub(crate) no: Vec<String>,
    #[arg(long, value_parser = starts())]
    pub(crate) start: Option<String>,
    #[arg(long = "set", value_name = "QUESTION=VALUE")]
    pub(crate) sets: Vec<String>,
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) day_rate: Option<u32>,
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) bought_day_rate: Option<u32>,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub(crate) currency: String,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Args)]
pub(crate) struct Interview {
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) from: Option<String>,
    #[arg(long)]
    pub(crate) again: bool,
    #[command(flatten)]
    pub(crate) today: Today,
}

fn modes() -> PossibleValuesParser {
    PossibleValuesParser::new(Mode::WORDS.iter().map(|(word, _)| *word))
}

fn asked() -> PossibleValuesParser {
    PossibleValuesParser::new(Asked::WORDS.iter().map(|(word, _)| *word))
}

fn starts() -> PossibleValuesParser {
    PossibleValuesParser::new(Start::WORDS.iter().map(|(word, _)| *word))
}
