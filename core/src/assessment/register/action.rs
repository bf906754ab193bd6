//! What is to be done: the risk treatment plan, and what corrects a nonconformity.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::fields::{DATE, LINE, NOTE};
use crate::assessment::limits::{CONTROLS_MAX, ITEMS_MAX, SERVES_MAX};
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Field, Kind, record};

record! {
    /// Something that is to be done. One action serves many risks, and what it serves, it names.
    pub struct Action {
        /// What tells it from every other, for ever; the engine gives one where it is missing.
        id: Id = Field::of(Kind::OwnId),
        /// What people call it, such as `T-7`.
        label: String = LINE,
        /// What is done.
        what: String = NOTE.required(),
        /// Who does it.
        owner: String = LINE,
        /// Until when.
        due: Option<Date> = DATE,
        /// When it was done.
        done: Option<Date> = DATE,
        /// The risks, nonconformities and obligations that it serves.
        serves: Vec<Id> = Field::of(Kind::Ids(SERVES_MAX)),
        /// The controls that it brings about.
        controls: Vec<Id> = Field::of(Kind::Ids(CONTROLS_MAX)),
        /// The requirements that it helps to fulfil.
        items: Vec<Id> = Field::of(Kind::Ids(ITEMS_MAX)),
        /// The actions that come first.
        after: Vec<Id> = Field::of(Kind::Ids(SERVES_MAX)),
        /// The likely effort in hundredths of a person's day, 0 to 200,000.
        effort_cd: Option<u32> = Field::of(Kind::Int(0, 200_000)),
        /// Free notes.
        notes: String = NOTE,
    }
}
