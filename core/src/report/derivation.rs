//! How something that is derived came about: its inputs, the rule, the arithmetic, the sources; as
//! canonical JSON and as CSV.

use alloc::string::String;
use alloc::vec::Vec;

use super::{top, written};
use crate::csv::CsvWriter;
use crate::engine::Engine;
use crate::problem::Date;
use crate::record::{Name, Top, output, said};

pub(super) const DERIVATION: Top = top::<DerivationOf<'_>>("annexa-derivation");

/// How something that is derived came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derivation {
    /// By what it was asked for, such as `R-3` or `soa:A.8.13`.
    pub key: String,
    /// What it is.
    pub title: String,
    /// What follows, in words.
    pub result: String,
    /// What that rests on.
    pub inputs: Vec<DerivationInput>,
    /// The inputs put into the rule, in words.
    pub arithmetic: String,
    /// The rule in words.
    pub rule: String,
}

/// One thing that a result rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DerivationInput {
    /// What it is, as a word.
    pub name: &'static str,
    /// Its value, in words.
    pub value: String,
    /// Where it stands in the assessment, or the item that it is of.
    pub source: String,
}

output! {
    /// How something that is derived came about.
    struct DerivationOf<'a> {
        /// The day; left out where none was told.
        today: Option<Date>,
        /// By what it was asked for, such as `R-3` or `soa:A.8.13`.
        key: &'a str,
        /// What it is.
        title: &'a str,
        /// What follows, in words.
        result: &'a str,
        /// What that rests on.
        inputs: Vec<InputEntry<'a>>,
        /// The inputs put into the rule, in words.
        arithmetic: Option<&'a str>,
        /// The rule in words.
        rule: &'a str,
    }

    /// One thing that a result rests on.
    struct InputEntry<'a> {
        /// What it is.
        name: Name<'a>,
        /// Its value, in words.
        value: &'a str,
        /// Where it stands in the assessment, or the item that it is of.
        source: &'a str,
    }
}

/// A derivation as canonical JSON.
pub fn derivation_json(engine: &Engine, today: Option<Date>, it: &Derivation) -> Vec<u8> {
    let inputs = it.inputs.iter().map(|input| InputEntry {
        name: Name(input.name),
        value: &input.value,
        source: &input.source,
    });
    let own = DerivationOf {
        today,
        key: &it.key,
        title: &it.title,
        result: &it.result,
        inputs: inputs.collect(),
        arithmetic: said(&it.arithmetic),
        rule: &it.rule,
    };
    written("annexa-derivation", engine, &own).finish()
}

/// What a result rests on, as CSV.
pub fn derivation_csv(it: &Derivation) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["name", "value", "source"]);
    for input in &it.inputs {
        csv.row([input.name, &input.value, &input.source]);
    }
    csv.finish()
}
