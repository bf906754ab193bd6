//! Attributes, chapters, and the groups of items that have a score.

use super::Kind;
use alloc::boxed::Box;

/// A column of the catalogue: a property of items with a closed set of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    pub(super) id: Box<str>,
    pub(super) values: Box<[Box<str>]>,
    pub(super) is_scored: bool,
}

impl Attribute {
    /// The attribute's id, for instance `control_type`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The ids of its values, in the order in which they are shown.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|value| &**value)
    }

    /// Whether each value has a score over the items that carry it.
    pub fn is_scored(&self) -> bool {
        self.is_scored
    }
}

/// A part of the catalogue that is answered as a whole, for instance clause 4 or A.5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    pub(super) id: Box<str>,
    pub(super) score: ScoreKey,
}

impl Chapter {
    /// The chapter's id, for instance `4` or `A.5`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The group of the chapter's questions.
    pub fn score(&self) -> ScoreKey {
        self.score
    }
}

/// A score's key: the place of a group in [`Catalogue::groups`](super::Catalogue::groups).
/// What files and people use is the group's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScoreKey(pub(crate) u16);

impl ScoreKey {
    /// The place as an index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What holds a group together; chapters and values are places in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupKind {
    /// All requirements, or all controls.
    All,
    /// The questions of one chapter.
    Chapter(usize),
    /// The questions with one value of one attribute.
    Value {
        /// The attribute.
        attribute: usize,
        /// The value.
        value: usize,
    },
}

/// Questions that have a score together. Requirements and controls never share a group,
/// because one binds and the other advises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub(super) id: Box<str>,
    pub(super) of: Kind,
    pub(super) kind: GroupKind,
    pub(super) members: Box<[u16]>,
}

impl Group {
    /// The stable id: `requirements`, `clause:4`, `control_type:Preventive`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether its members are requirements or controls.
    pub fn of(&self) -> Kind {
        self.of
    }

    /// What holds it together.
    pub fn kind(&self) -> GroupKind {
        self.kind
    }

    /// Its members, as places in [`Catalogue::items`](super::Catalogue::items).
    pub fn members(&self) -> impl Iterator<Item = usize> {
        self.members.iter().map(|index| usize::from(*index))
    }
}
