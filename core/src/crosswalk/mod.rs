//! Crosswalks: what the state of one framework says about another.
//!
//! A plugin gives a table and words; the engine alone draws conclusions, by the same rules
//! for every plugin:
//!
//! * `equal`, `equivalent` and `superset` give full evidence, `subset` and `intersects`
//!   partial evidence, `none` gives nothing.
//! * Partial mappings with a stated coverage add up, and no source counts twice. Without a
//!   stated coverage they stay "partial, verify".
//! * Below [`CONFIDENCE_MET_BP`] nothing is "met": it is "supported, verify".
//! * A failing source that covers only a part leaves a possible gap, not a gap.
//! * A better answer or one more mapping never lowers a result.
//! * Nothing is concluded about a target that no row maps.

mod conclude;
mod table;
mod union;
mod words;
mod write;

pub use crate::assessment::{Applicability, Implementation};
pub use conclude::{Conclusion, Contribution, Effect, Outcome, TargetResult, Totals};
pub use table::Crosswalk;
pub use words::{Basis, Relation};

/// The confidence from which a result may be "met", in basis points.
pub const CONFIDENCE_MET_BP: u16 = 7_000;

/// What a plugin is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// 1 to 64 characters, `a-z`, `0-9`, `-`.
    pub id: String,
    /// The plugin's name for people.
    pub name: String,
    /// The plugin's own version.
    pub version: String,
    /// What the crosswalk is good for and what it is not.
    pub summary: String,
    /// The framework that sources belong to.
    pub source_framework: String,
    /// An id for the target framework.
    pub target_framework: String,
    /// The target framework's name and edition.
    pub target_title: String,
    /// Where the mapping comes from.
    pub provenance: Provenance,
    /// Values that this version does not know.
    pub extensions: Vec<Extension>,
}

/// Where a mapping comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The document that the mapping was read from or made for.
    pub document: String,
    /// The document's version or date.
    pub version: String,
    /// The licence of the mapping data.
    pub licence: String,
    /// How the mapping was made and who reviewed it.
    pub method: String,
}

/// A value under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// 1 to 64 characters, `a-z`, `0-9`, `-`.
    pub name: String,
    /// At most 1,024 bytes.
    pub value: String,
}

/// One thing that the target framework asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The id in the target framework, unique.
    pub id: String,
    /// A short name.
    pub title: String,
    /// The group's id.
    pub group: String,
    /// The group's title.
    pub group_title: String,
    /// The group's category, or empty.
    pub category: String,
    /// What stays open even when all sources are in place.
    pub residual: String,
}

/// One row of a crosswalk's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The target's id.
    pub target: String,
    /// ISO ids that stand in the relation together.
    pub sources: Vec<String>,
    /// How the sources relate to the target, read "source RELATION target".
    pub relation: Relation,
    /// The part of the target that is covered, 1 to 10 000, where it can be said.
    pub coverage_bp: Option<u16>,
    /// How sure the author is, 0 to 10 000.
    pub confidence_bp: u16,
    /// What the judgement rests on.
    pub basis: Basis,
    /// Why, in words.
    pub rationale: String,
}

/// The state of one requirement or control, as a plugin sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The ISO id.
    pub id: String,
    /// Whether it belongs to the assessed system.
    pub applicability: Applicability,
    /// How far it is in place.
    pub implementation: Implementation,
    /// The maturity level 0 to 5.
    pub maturity: Option<u8>,
}

/// Words of a plugin about one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The target's id.
    pub target: String,
    /// What is still missing.
    pub gap: String,
    /// Values that this version does not know.
    pub extensions: Vec<Extension>,
}

#[cfg(test)]
mod tests;
