//! Controls outside the catalogue.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::fields::{LINE, NOTE};
use crate::assessment::limits::ITEMS_MAX;
use crate::id::Id;
use crate::record::{Field, Kind, record};

record! {
    /// A control of one's own. Its answer stands among the answers, under its id.
    pub struct OwnControl {
        /// What tells it from every other, for ever; the engine gives one where it is missing.
        id: Id = Field::of(Kind::OwnId),
        /// What people call it, such as `C-7`.
        label: String = LINE,
        /// Its title.
        title: String = LINE.required(),
        /// What it is.
        description: String = NOTE,
        /// Controls of the catalogue that it is near to.
        related: Vec<Id> = Field::of(Kind::Ids(ITEMS_MAX)),
        /// The framework that its text comes from, and its id there.
        origin_of_text: String = LINE,
    }
}
