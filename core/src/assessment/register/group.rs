//! Groups of assets: enough to say what a risk is about, and no inventory.

use alloc::string::String;

use super::words::GroupKind;
use crate::assessment::fields::{LINE, NOTE};
use crate::id::Id;
use crate::record::{Field, Kind, WordSet as _, record};

record! {
    /// A group of assets that risks are about.
    pub struct Group {
        /// What tells it from every other, for ever; the engine gives one where it is missing.
        id: Id = Field::of(Kind::OwnId),
        /// What people call it, such as `G-7`.
        label: String = LINE,
        /// Its name.
        name: String = LINE.required(),
        /// What it is.
        kind: Option<GroupKind> = Field::of(Kind::Word(&GroupKind::SET)),
        /// Who answers for it.
        owner: String = LINE,
        /// Free notes.
        notes: String = NOTE,
    }
}
