//! What a risk's owner approved, and who accepts a risk until when.

use alloc::string::String;
use alloc::vec::Vec;

use super::words::Approves;
use crate::assessment::fields::{DATE, DIGEST, LINE, NOTE};
use crate::assessment::listed::sort;
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Field, Key, Kind, Listed, WordSet as _, record};

record! {
    /// An owner's approval. Whether it is valid still follows from its digest and is never stored.
    pub struct Approval {
        /// What tells it from every other, for ever; the engine gives one where it is missing.
        id: Id = Field::of(Kind::OwnId),
        /// What is approved.
        of: Approves = Field::of(Kind::Word(&Approves::SET)).required(),
        /// Who approves.
        by: String = LINE.required(),
        /// When.
        on: Option<Date> = DATE.required(),
        /// The SHA-256 of what was approved.
        digest: String = DIGEST.required(),
        /// The latest day on which something was due that the plan waits for.
        latest_due: Option<Date> = DATE,
    }

    /// Who accepts a risk, on which authority, and until when.
    pub struct Acceptance in order "on" "until" {
        /// Who accepts.
        by: String = LINE.required(),
        /// The role in which somebody accepts.
        role: String = LINE.required(),
        /// When.
        on: Option<Date> = DATE.required(),
        /// The last day.
        until: Option<Date> = DATE,
        /// The highest level that is accepted.
        level: Option<Id> = Field::of(Kind::Id).required(),
        /// Why, in words.
        why: String = NOTE,
        /// The SHA-256 of the scenario that is accepted.
        digest: String = DIGEST.required(),
    }
}

impl Listed for Approval {
    fn key(&self) -> Option<Key> {
        (!self.id.is_blank()).then(|| (0, self.id.as_str().into()))
    }

    fn settle(approvals: &mut Vec<Approval>) {
        sort(approvals);
    }
}
