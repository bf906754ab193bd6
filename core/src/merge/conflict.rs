//! What a merge finds: conflicts, what fits together, and what is worth knowing.

use alloc::string::String;
use alloc::vec::Vec;

use super::choice::Take;
use crate::json::Writer;
use crate::record::{Kind, Member, Record, Value, same, word_members, write_member};
use annexa_vocabulary::words;

words! {
    /// Why two versions do not fit together.
    ConflictKind {
        /// Both gave a field another value.
        Value = "value",
        /// One deleted what the other changed.
        DeleteEdit = "delete-edit",
        /// One deleted what something of the other refers to.
        Reference = "reference",
        /// An assessment uses a step that the criteria lack.
        Step = "step",
    }
}

words! {
    /// From which version something comes.
    Side {
        /// From the one that somebody holds.
        Ours = "ours",
        /// From the other one.
        Theirs = "theirs",
        /// From both, alike or together.
        Both = "both",
    }
}

words! {
    /// What is worth knowing and need not be decided.
    NoteKind {
        /// No version says which assessment it is of.
        NoLineage = "no_lineage",
        /// Two entries of a register have one label.
        LabelTwice = "label_twice",
        /// Both changed different parts of one risk.
        BothChanged = "both_changed",
        /// What was approved has changed.
        ApprovalVoid = "approval_void",
        /// Without an ancestor: it stands in ours alone.
        OnlyOurs = "only_ours",
        /// Without an ancestor: it stands in theirs alone.
        OnlyTheirs = "only_theirs",
    }
}

words! {
    /// What became of a value or an entry.
    ChangeKind {
        /// It is new.
        Added = "added",
        /// It is another.
        Changed = "changed",
        /// It is gone.
        Removed = "removed",
    }
}

word_members! { ConflictKind Side NoteKind ChangeKind }

/// Something that a person has to decide.
#[derive(Debug, Clone)]
pub struct Conflict<'d> {
    /// Where it is.
    pub path: String,
    /// Why it is one.
    pub kind: ConflictKind,
    /// What was decided; nothing while it is open.
    pub taken: Option<Take>,
    /// Whether one side decided it as it did all that was left.
    pub is_filled: bool,
    pub(crate) base: Part<'d>,
    pub(crate) ours: Part<'d>,
    pub(crate) theirs: Part<'d>,
    /// What both wrote behind the text that both had.
    pub suggestion: Option<String>,
}

impl Conflict<'_> {
    /// Whether an entry is kept or deleted, rather than one value taken out of several.
    pub fn is_about_entry(&self) -> bool {
        matches!(self.kind, ConflictKind::DeleteEdit | ConflictKind::Reference)
    }

    /// What a side has, as JSON on one line; nothing where it has nothing.
    pub fn text(&self, side: Side) -> Option<String> {
        self.part(side).text()
    }

    pub(super) fn part(&self, side: Side) -> &Part<'_> {
        match side {
            Side::Ours => &self.ours,
            Side::Theirs => &self.theirs,
            Side::Both => &self.base,
        }
    }
}

/// What one version has at the place of a conflict.
#[derive(Clone)]
pub(crate) enum Part<'d> {
    Value(Value<'d>),
    /// Some fields of a record that are one value.
    Fields(Option<&'d dyn Record>, Vec<(&'static str, usize)>),
}

impl core::fmt::Debug for Part<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.text().unwrap_or_default())
    }
}

impl<'d> Part<'d> {
    /// A whole entry.
    pub(crate) fn entry(entry: Option<&'d dyn Record>) -> Part<'d> {
        Part::Value(entry.map_or(Value::Absent, Value::Record))
    }

    /// The fields that are one value, each with its place.
    pub(crate) fn values(&self) -> impl Iterator<Item = (&'static str, usize, Value<'d>)> {
        let (record, fields) = match self {
            Part::Value(_) => (None, &[][..]),
            Part::Fields(record, fields) => (*record, fields.as_slice()),
        };
        fields.iter().map(move |(name, place)| (*name, *place, Value::of(record, *place)))
    }

    pub(super) fn is_absent(&self) -> bool {
        match self {
            Part::Value(value) => value.is_absent(),
            Part::Fields(..) => self.values().all(|(.., value)| value.is_absent()),
        }
    }

    /// Whether both hold the same.
    pub(crate) fn is(&self, other: &Part<'_>) -> bool {
        match (self, other) {
            (Part::Value(one), Part::Value(other)) => same(*one, *other),
            _ => self.values().zip(other.values()).all(|((.., one), (.., other))| same(one, other)),
        }
    }

    fn text(&self) -> Option<String> {
        if self.is_absent() {
            return None;
        }
        let mut writer = Writer::compact();
        writer.object(|w| self.write(w, ""));
        // Without the braces, the empty name and its colon.
        let text = writer.into_text();
        Some(text.strip_prefix("{\"\":")?.strip_suffix('}')?.into())
    }
}

impl Member for Part<'_> {
    const KIND: Kind = Kind::Anything;
    const IS_REQUIRED: bool = false;

    fn write(&self, w: &mut Writer, key: &str) {
        match self {
            _ if self.is_absent() => {}
            Part::Value(value) => write_member(w, key, *value),
            Part::Fields(..) => w.member_object(key, |w| {
                self.values().for_each(|(name, _, value)| write_member(w, name, value));
            }),
        }
    }
}

/// Something that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it is.
    pub path: String,
    /// What became of it.
    pub kind: ChangeKind,
    /// From which version it comes.
    pub by: Side,
}

/// Something that is worth knowing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// Where it is; nothing where it is about the whole.
    pub path: String,
    /// Another place that it is about.
    pub other: Option<String>,
}
