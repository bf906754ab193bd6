//! The gap list: what stands below target, as values.

use alloc::vec::Vec;

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::assessment::{FindingKind, Implementation, Maturity};
use crate::catalogue::{Catalogue, Force};
use crate::facts::{Facts, ItemFacts, Source};
use crate::problem::Date;
use crate::words::{Value, Words};

/// A requirement or applicable control below its target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The item's place in [`Catalogue::items`].
    pub item: usize,
    /// How far the item is in place.
    pub implementation: Implementation,
    /// What is missing. Never empty.
    pub missing: Vec<Missing>,
    /// When it is due.
    pub due: Option<Date>,
}

/// One way to stand below target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// It is not in place as a whole; nobody has looked is one such state.
    State(Implementation),
    /// The practice is less mature than it should be.
    Maturity {
        /// Where it stands.
        level: u8,
        /// Where it should stand.
        target: u8,
    },
    /// An auditor's nonconformity is open.
    Finding(FindingKind),
}

/// Every requirement and every control that is not excluded, below its target, in the
/// catalogue's order. An item that nobody has looked at is a gap in knowledge, and its value
/// says so.
pub fn gaps(catalogue: &Catalogue, facts: &Facts) -> Vec<Gap> {
    let gaps = facts.questions(catalogue).map(|(item, _, its)| Gap {
        item,
        implementation: its.implementation,
        missing: missing(its),
        due: its.due,
    });
    gaps.filter(|gap| !gap.missing.is_empty()).collect()
}

fn missing(facts: &ItemFacts) -> Vec<Missing> {
    let mut missing = Vec::new();
    if !facts.is_in_scope() {
        return missing;
    }
    if facts.implementation != Implementation::Implemented {
        missing.push(Missing::State(facts.implementation));
    }
    if let Some(Maturity { level, target: Some(target) }) = facts.maturity
        && level < target
    {
        missing.push(Missing::Maturity { level, target });
    }
    let is_open = |kind: &FindingKind| {
        matches!(kind, FindingKind::MinorNonconformity | FindingKind::MajorNonconformity)
    };
    missing.extend(facts.finding.filter(is_open).map(Missing::Finding));
    missing
}

/// A gap as it is shown, in words and with what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapRecord {
    /// The item's id.
    pub id: String,
    /// The item's short title.
    pub title: String,
    /// Whether closing the gap is required or advised.
    pub force: Force,
    /// How far the item is in place.
    pub implementation: Implementation,
    /// What is missing, in words.
    pub missing: String,
    /// What good looks like: the whole, of which something is missing. Empty where no
    /// language says it.
    pub good: String,
    /// How to get there.
    pub guidance: Vec<String>,
    /// Who answers for the item, or empty.
    pub owner: String,
    /// When it is due.
    pub due: Option<Date>,
}

/// Gaps in words.
pub fn gap_records(
    catalogue: &Catalogue,
    source: &impl Source,
    gaps: &[Gap],
    words: &Words,
) -> Vec<GapRecord> {
    let records = gaps.iter().filter_map(|gap| {
        let item = catalogue.items().get(gap.item)?;
        let its = words.item_of(catalogue, gap.item);
        let missing = gap.missing.iter().map(|missing| missing.words(words));
        Some(GapRecord {
            id: item.id().to_owned(),
            title: its.title.to_owned(),
            force: item.force(),
            implementation: gap.implementation,
            missing: missing.collect::<Vec<_>>().join(" "),
            good: its.good.to_owned(),
            guidance: its.guidance.iter().map(|step| (*step).to_owned()).collect(),
            owner: source.owner(gap.item).to_owned(),
            due: gap.due,
        })
    });
    records.collect()
}

impl Missing {
    /// What is missing in words.
    fn words(&self, words: &Words) -> String {
        match *self {
            Missing::State(state) => words.message(&["gap", state.word()].join("."), &[]),
            Missing::Maturity { level, target } => {
                words.message("gap.maturity", &[("level", level.into()), ("target", target.into())])
            }
            Missing::Finding(kind) => {
                let kind = Value::Word { set: "finding_kind", word: kind.word() };
                words.message("gap.finding", &[("kind", kind)])
            }
        }
    }
}
