//! What a field is, and how a walk gets at its value.

use super::kinds::FieldType;
use crate::id::Id;
use crate::problem::Date;
use alloc::string::String;
use alloc::vec::Vec;

/// The fields of a record, in the order in which they are written.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    /// What it means, by line.
    pub(crate) meaning: &'static [&'static str],
    /// Texts of which one at least says something, where there are such.
    pub(crate) one_of: &'static [&'static str],
    /// Pairs of dates of which the second is not before the first.
    pub(crate) in_order: &'static [(&'static str, &'static str)],
    /// Fields that are one value: never one of them from here and another from there.
    pub(crate) together: &'static [&'static str],
    pub(crate) fields: &'static [Field],
}

/// One field of a record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    /// What it means, by line.
    pub(crate) meaning: &'static [&'static str],
    pub(crate) kind: Kind,
    /// Whether it must be there. What need not be is left out where it says nothing.
    pub(crate) is_required: bool,
    /// How the values of two versions become one.
    pub(crate) merge: Merge,
    /// Whether somebody who gets a pack of questions answers it.
    #[cfg_attr(not(feature = "whole"), expect(dead_code, reason = "packs alone read it"))]
    pub(crate) asked: Asked,
}

/// What a field may hold.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// Always the same text.
    Constant(&'static str),
    /// Always the same number.
    Version(i64),
    /// Text of one line or more, up to a size in bytes.
    Text(usize),
    /// An id that a person or a catalogue gives.
    Id,
    /// An id of the entry itself, made where it is missing.
    OwnId,
    Date,
    /// A whole number, from and to.
    Int(i64, i64),
    /// Yes or no; no where nothing is said.
    Flag,
    /// Any JSON: what it is follows from something else.
    Anything,
    /// One of a closed set.
    Word(&'static Words),
    /// A set of ids, at most so many.
    Ids(usize),
    /// A set of texts of one line, at most so many, each up to a size in bytes.
    Lines(usize, usize),
    /// Rows of words, at most so many, each with at most so many; their order counts.
    Table(usize, usize),
    /// An object.
    Record(&'static Shape),
    /// A list of objects, at most so many.
    List(&'static Shape, usize, Order),
    /// Text without a limit of its own; what follows from other text.
    Sentence,
    /// 1 to 64 visible ASCII characters, with spaces between them.
    Name,
    /// A SHA-256 in hexadecimal digits.
    Digest,
    /// A whole number, from and to, or null.
    OptionalInt(i64, i64),
    /// A list of texts.
    Texts,
    /// A list of ids of items.
    ItemIds,
    /// A list of names, from and to so many.
    Names(usize, usize),
    /// Lists of at most so many names, each under a name of its own.
    NamesByName(usize),
    /// What stands in the places of a sentence, by their names.
    Values,
    /// A text that has a schema of its own, by its name.
    Other(&'static str),
}

/// How the values that two versions of a file have in a field become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Merge {
    /// Nobody has said it yet, which no declaration may leave so.
    Unsaid,
    /// As one value, whatever it holds.
    Whole,
    /// As one value, which two may have gone on writing.
    Text,
    /// Member by member.
    Members,
    /// What either added, without what either took away.
    Set,
    /// Entry by entry, each known by an id or another key, and within an entry member by member.
    Register,
    /// Entry by entry, each as one value that is never edited.
    Frozen,
    /// The later day; it says when something changed and is no change itself.
    Changed,
}

impl Merge {
    /// What the kind of a field leaves no choice about.
    const fn of(kind: &Kind) -> Merge {
        match kind {
            Kind::Text(_) | Kind::Table(..) | Kind::Record(_) | Kind::List(..) => Merge::Unsaid,
            Kind::Ids(_) | Kind::Lines(..) => Merge::Set,
            _ => Merge::Whole,
        }
    }
}

/// Whether somebody who gets a pack of questions answers a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// It is never in a pack.
    Never,
    /// It always is.
    Always,
    /// Where the pack asks whether controls apply.
    Applicability,
    /// Where the pack asks about risks.
    Risks,
}

/// What the order of a list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Nothing: the entries are sorted, and none stands twice.
    Set,
    /// Nothing but how it is shown: each entry has an id, or says all that it is.
    Register,
    /// From the lowest to the highest.
    Scale,
}

/// A closed set of words.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
    /// How long the longest is.
    pub(crate) len_max_bytes: usize,
}

impl Field {
    /// A field of a kind; the declaration adds name and meaning.
    pub(crate) const fn of(kind: Kind) -> Field {
        let merge = Merge::of(&kind);
        Field { name: "", meaning: &[], kind, is_required: false, merge, asked: Asked::Never }
    }

    /// The same field, merged in a way that does not follow from its kind.
    pub(crate) const fn merged(self, merge: Merge) -> Field {
        Field { merge, ..self }
    }

    /// The same field, which may be in a pack of questions.
    pub(crate) const fn asked(self, asked: Asked) -> Field {
        Field { asked, ..self }
    }

    /// The same field, which must be there.
    pub(crate) const fn required(self) -> Field {
        Field { is_required: true, ..self }
    }
}

impl Shape {
    /// Fails where a field does not say how it is merged.
    pub(crate) const fn must_say_how_it_merges(&self) {
        let mut fields = self.fields;
        while let [field, rest @ ..] = fields {
            assert!(!matches!(field.merge, Merge::Unsaid), "a field has to say how it is merged");
            fields = rest;
        }
    }
}

/// A struct whose fields are declared.
pub(crate) trait Record {
    /// Its fields.
    fn shape(&self) -> &'static Shape;
    /// The field at a place of the shape.
    fn field(&self, place: usize) -> Option<&dyn FieldType>;
    /// The same, to change it.
    fn field_mut(&mut self, place: usize) -> Option<&mut dyn FieldType>;
    /// One that says nothing.
    fn blank() -> Self
    where
        Self: Sized;
}

impl dyn Record + '_ {
    /// The value of the field at a place of the shape.
    pub(crate) fn value(&self, place: usize) -> Value<'_> {
        self.field(place).map_or(Value::Absent, FieldType::value)
    }

    /// Where the value of the field at a place of the shape goes.
    pub(crate) fn place(&mut self, place: usize) -> Place<'_> {
        self.field_mut(place).map_or(Place::None, FieldType::place)
    }

    /// Empties the field at a place of the shape.
    pub(crate) fn clear(&mut self, place: usize) {
        if let Some(field) = self.field_mut(place) {
            field.clear();
        }
    }
}

/// What an entry is known by: a kind of key, and the key. Entries stand in this order.
pub(crate) type Key = (u8, String);

/// A record that stands in lists.
pub(crate) trait Listed: Record + Sized {
    /// What tells the entry from every other of its list, in the order in which a file has them;
    /// nothing where entries may be alike, or where the engine is still to make an id.
    fn key(&self) -> Option<Key> {
        None
    }

    /// Brings a list in order when all entries are there.
    fn settle(_: &mut Vec<Self>) {}
}

/// The value of a field.
#[derive(Clone, Copy)]
pub(crate) enum Value<'r> {
    /// There is nothing to write.
    Absent,
    Text(&'r str),
    Word(&'static str),
    Int(i64),
    Flag(bool),
    Date(Date),
    Ids(&'r [Id]),
    Lines(&'r [String]),
    Table(&'r [Vec<Id>]),
    Record(&'r dyn Record),
    List(&'r dyn Entries),
}

/// Where the value of a field goes.
pub(crate) enum Place<'r> {
    Text(&'r mut String),
    Id(&'r mut Id),
    OptionalId(&'r mut Option<Id>),
    Date(&'r mut Option<Date>),
    Small(&'r mut u8),
    OptionalSmall(&'r mut Option<u8>),
    OptionalNumber(&'r mut Option<u32>),
    Flag(&'r mut bool),
    Ids(&'r mut Vec<Id>),
    Lines(&'r mut Vec<String>),
    Table(&'r mut Vec<Vec<Id>>),
    Word(&'r mut dyn Word),
    Record(&'r mut dyn Record),
    Optional(&'r mut dyn Optional),
    List(&'r mut dyn Entries),
    /// There is no such field.
    None,
}

/// A value of a closed set.
pub(crate) trait Word {
    /// Takes the value that a word names; `false` where there is none.
    fn set_word(&mut self, word: &str) -> bool;
}

/// A closed set of values with words.
pub(crate) trait WordSet {
    const SET: Words;
}

/// A record that may be missing.
pub(crate) trait Optional {
    /// Puts a blank one in its place.
    fn fill(&mut self) -> &mut dyn Record;
}

/// A list of records.
pub(crate) trait Entries {
    fn len(&self) -> usize;
    fn get(&self, index: usize) -> Option<&dyn Record>;
    /// What the entry at a place is known by.
    fn key(&self, index: usize) -> Option<Key>;
    /// Adds a blank entry.
    fn grow(&mut self) -> &mut dyn Record;
    /// Brings the entries in order when all are there.
    fn settle(&mut self);
}
