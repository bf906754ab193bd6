//! What a person reckons with in the place of the model's figures: the declaration of its fields.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::limits::LINE_MAX_BYTES;
use super::listed::{Entry, sort};
use super::system::System;
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Field, Key, Kind, Listed, Merge, WordSet as _, record, word_fields};
use annexa_vocabulary::words;

/// The most that a step may take, in hundredths of a person-day.
const LIKELY_MAX_CD: i64 = 200_000;
const LINE: Field = Field::of(Kind::Text(LINE_MAX_BYTES)).merged(Merge::Whole);

record! {
    /// The likely effort that a person reckons with for a step of the roadmap, in the place of the
    /// model's figure.
    pub struct Reckoned {
        /// What kind of step it is.
        kind: StepKind = Field::of(Kind::Word(&StepKind::SET)).required(),
        /// The id of the item, document or entry.
        id: Id = Field::of(Kind::Id).required(),
        /// The likely effort, in hundredths of a person-day.
        likely_cd: Option<u32> = Field::of(Kind::Int(0, LIKELY_MAX_CD)).required(),
        /// Who says so.
        by: String = LINE,
        /// The day on which it was said.
        on: Option<Date> = Field::of(Kind::Date),
        /// Why.
        why: String = LINE,
    }
}

words! {
    /// What a step of the roadmap is, in the order in which equals stand.
    StepKind {
        /// A nonconformity that is not closed.
        Nonconformity = "nc",
        /// A risk about which somebody has to decide.
        Risk = "risk",
        /// A requirement or control below its target.
        Item = "item",
        /// A document or record that is not approved.
        Document = "doc",
        /// An action that is not done.
        Action = "act",
    }
}

word_fields! {
    StepKind = Item,
}

impl Listed for Reckoned {
    fn key(&self) -> Option<Key> {
        Some((0, format!("{} {}", self.kind.word(), self.id)))
    }

    fn settle(entries: &mut Vec<Reckoned>) {
        sort(entries);
    }
}

impl Entry for Reckoned {
    const PREFIX: Option<&'static str> = None;
    const REGISTER: &'static str = "efforts";

    fn own_id(&self) -> Option<&Id> {
        None
    }

    fn set_id(&mut self, _: Id) {}

    fn list(system: &System) -> &Vec<Reckoned> {
        &system.efforts
    }

    fn list_mut(system: &mut System) -> &mut Vec<Reckoned> {
        &mut system.efforts
    }
}
