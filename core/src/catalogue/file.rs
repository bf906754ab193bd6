//! The file of a catalogue: what stands in it.

use super::{Kind, Needed, limits};
use crate::record::{Field, Kind as Holds, Member, Order, shape, word_members};

/// What a file of ours says about itself.
pub(super) const FORMAT: &str = "annexa-catalogue";
/// The version of the format.
pub(super) const VERSION: i64 = 1;

const NAME: Field = Field::of(Holds::Name);

word_members! { Kind Needed }

shape! {
    /// A catalogue: what there is to assess. It holds ids, kinds, memberships and flags; titles
    /// and sentences are the words of a language.
    pub(crate) const SHAPE = "Catalogue" {
        /// What kind of file this is.
        format = Field::of(Holds::Constant(FORMAT)).required(),
        /// The version of the format.
        version = Field::of(Holds::Version(VERSION)).required(),
        /// The framework's id, which assessments and crosswalks name.
        id = NAME.required(),
        /// Columns of the catalogue, in order.
        attributes = Field::of(Holds::List(&ATTRIBUTE, limits::ATTRIBUTES_MAX, Order::Register)),
        /// The parts that are answered as a whole, in order.
        chapters = Field::of(Holds::List(&CHAPTER, limits::CHAPTERS_MAX, Order::Register)),
        /// The items in the framework's order.
        items = Field::of(Holds::List(&ITEM, limits::ITEMS_MAX, Order::Register)).required(),
        /// Documents that the framework names.
        documents = Field::of(Holds::List(&DOCUMENT, limits::DOCUMENTS_MAX, Order::Register)),
    }

    /// A column of the catalogue: a property of items with a closed set of values.
    pub(super) const ATTRIBUTE = "Attribute" {
        /// The attribute's id.
        id = NAME.required(),
        /// Its values, in the order in which they are shown.
        values = Field::of(Holds::Names(1, limits::VALUES_MAX)).required(),
        /// Whether each value has a score; it has unless this says otherwise.
        scored = Field::of(Holds::Flag),
    }

    /// A part of the catalogue that is answered as a whole.
    pub(super) const CHAPTER = "Chapter" {
        /// The chapter's id.
        id = NAME.required(),
        /// The id of the chapter's score.
        group = NAME.required(),
    }

    /// One item.
    pub(super) const ITEM = "Item" {
        /// The item's id, which answers name.
        id = Field::of(Holds::Id).required(),
        /// What it is; the kind carries the rules.
        kind = Field::of(<Kind as Member>::KIND).required(),
        /// The chapter under which it is asked.
        chapter = NAME,
        /// The item of which it is a part; it stands before it.
        parent = NAME,
        /// The values that it has, by the attribute's id.
        attributes = Field::of(Holds::NamesByName(limits::VALUES_MAX)),
        /// Ids of finer questions about it.
        checks = Field::of(Holds::Names(0, limits::CHECKS_MAX)),
    }

    /// A document or record that the framework names.
    pub(super) const DOCUMENT = "Document" {
        /// The document's id.
        id = NAME.required(),
        /// The item that asks for it.
        source = NAME.required(),
        /// The audit stage that first looks for it, or who determines whether it is needed.
        needed_from = Field::of(<Needed as Member>::KIND).required(),
    }
}
