//! A crosswalk's table: its records, its closed sets of values, its limits and its rules.
//!
//! The records are generic over text: a host owns it, a plugin has it as constants.

mod check;
mod iso;
mod limits;
mod relation;
#[cfg(test)]
mod tests;

use alloc::string::String;
use alloc::vec::Vec;

pub use check::{Fault, Place, Sources, check, check_extensions, check_words};
pub use iso::IsoForm;
pub use limits::{
    EXTENSION_MAX_BYTES, EXTENSIONS_MAX, JOINT_ROWS_MAX, MAPPINGS_MAX, SOURCES_MAX, TARGETS_MAX,
    WORDS_MAX_BYTES,
};
pub use relation::{Basis, Relation};

/// What a plugin is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description<T = String> {
    /// 1 to 64 characters, `a-z`, `0-9`, `-`.
    pub id: T,
    /// The plugin's name for people.
    pub name: T,
    /// The plugin's own version, `MAJOR.MINOR.PATCH`.
    pub version: T,
    /// What the crosswalk is good for and what it is not, in one or two sentences.
    pub summary: T,
    /// The framework that sources belong to.
    pub source_framework: T,
    /// An id for the target framework, in the characters of `id`.
    pub target_framework: T,
    /// The target framework's name and edition.
    pub target_title: T,
    /// Where the mapping comes from.
    pub provenance: Provenance<T>,
    /// Values that this version does not know.
    pub extensions: Vec<Extension<T>>,
}

/// Where a mapping comes from, so that a reader can weigh it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provenance<T = String> {
    /// The document that the mapping was read from or made for.
    pub document: T,
    /// The document's version or date.
    pub version: T,
    /// The licence of the mapping data, as an SPDX expression where there is one.
    pub licence: T,
    /// How the mapping was made and who reviewed it.
    pub method: T,
}

/// A value under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension<T = String> {
    /// 1 to 64 characters, `a-z`, `0-9`, `-`.
    pub name: T,
    /// At most 1,024 bytes.
    pub value: T,
}

/// One thing that the target framework asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<T = String> {
    /// The id in the target framework, unique: 1 to 64 visible ASCII characters.
    pub id: T,
    /// A short name.
    pub title: T,
    /// The group's id.
    pub group: T,
    /// The group's title.
    pub group_title: T,
    /// The group's category, or empty.
    pub category: T,
    /// What stays open even when all sources are in place.
    pub residual: T,
}

/// One row of a crosswalk's table. `S` is a list of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mapping<T = String, S = Vec<T>> {
    /// The target's id.
    pub target: T,
    /// ISO ids that stand in the relation together: each is needed.
    pub sources: S,
    /// How the sources relate to the target, read "source RELATION target".
    pub relation: Relation,
    /// The part of the target that is covered, 1 to 10 000, where it can be said.
    pub coverage_bp: Option<u16>,
    /// How sure the author is, 0 to 10 000.
    pub confidence_bp: u16,
    /// What the judgement rests on.
    pub basis: Basis,
    /// Why, in words.
    pub rationale: T,
}

/// The state of one requirement or control, as a plugin sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceState {
    /// The ISO id.
    pub id: String,
    /// Whether it belongs to the assessed system.
    pub applicability: crate::Applicability,
    /// How far it is in place.
    pub implementation: crate::Implementation,
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
