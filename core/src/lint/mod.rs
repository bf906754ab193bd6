//! Lint: what an auditor would stop at, ask about, or want to know, as values.
//!
//! The rules' codes and severities are data in `data/lint.toml`, their sentences are words;
//! what they look for is in [`rules`]. No rule asks for the day: a lint that depends on it
//! carries the days between which it holds. [`records`] groups and words them for one day.

mod criteria;
mod over;
mod parts;
mod record;
mod reference;
mod registers;
mod risk;
mod roadmap;
mod rules;
mod soa;
mod span;
mod treatment;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::assessment::{Mode, Register, System};
use crate::catalogue::Catalogue;
use crate::facts::{Facts, Ledger, Source};
use crate::problem::Date;
use crate::words::Value;
use annexa_vocabulary::words;

pub(crate) use parts::Parts;
pub use record::{Record, RecordItem, records};
pub(crate) use registers::soa_approval;
pub(crate) use roadmap::circle as roadmap_circle;

include!(concat!(env!("OUT_DIR"), "/lint.rs"));

words! {
    /// How grave a lint is.
    Severity {
        /// An auditor would stop here.
        Error = "error",
        /// An auditor would ask.
        Warning = "warning",
        /// Worth knowing.
        Info = "info",
    }
}

/// A rule as the data file has it.
#[derive(Debug, PartialEq, Eq)]
pub struct LintRule {
    /// A stable code such as `L-EXCLUDED-NO-JUSTIFICATION`.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// How grave it is where the standards are used without clauses 4 to 10.
    pub without_clauses: Severity,
    /// Whether what it finds is shown as one record with a list.
    pub is_grouped: bool,
}

impl LintRule {
    /// How grave it is in a mode.
    pub fn severity_in(&self, mode: Mode) -> Severity {
        if mode.has_clauses() { self.severity } else { self.without_clauses }
    }

    /// Every rule.
    pub fn all() -> &'static [&'static LintRule] {
        RULES
    }
}

/// What a lint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The assessment as a whole, or a part of it that stands once, by its member.
    Part(&'static str),
    /// An item, by its place in [`Catalogue::items`].
    Item(usize),
    /// An answer that the catalogue does not know, by its place among those.
    Unknown(usize),
    /// An entry of a register whose entries have ids, by its place.
    Entry(Register, usize),
    /// A document of the register of documents, by its place.
    Document(usize),
}

/// One place where a rule found something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lint {
    /// The rule.
    pub rule: &'static LintRule,
    /// How grave it is here.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// The values of its sentence, the id excepted.
    pub values: Vec<(&'static str, Value)>,
    /// The first day on which it holds; always until then where there is none.
    pub holds_from: Option<Date>,
    /// The last day on which it holds; for ever where there is none.
    pub holds_until: Option<Date>,
}

impl Lint {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.holds_from.is_none_or(|from| from <= day)
            && self.holds_until.is_none_or(|until| day <= until)
    }
}

/// Checks an assessment, in the catalogue's order.
pub fn lint(
    catalogue: &Catalogue,
    facts: &Facts,
    ledger: &Ledger,
    source: &impl Source,
) -> Vec<Lint> {
    lint_with(catalogue, facts, ledger, source, &Parts::default()).concat()
}

/// The same in pieces, with those that were made of the same already.
pub(crate) fn lint_with(
    catalogue: &Catalogue,
    facts: &Facts,
    ledger: &Ledger,
    source: &impl Source,
    known: &Parts,
) -> Vec<Arc<[Lint]>> {
    rules::run(catalogue, facts, ledger, source, known)
}

#[cfg(test)]
mod tests;
