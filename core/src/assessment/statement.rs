//! What is decided about scope, exclusions and the Statement of Applicability: the declaration of
//! their fields.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::limits::{LINE_MAX_BYTES, NOTE_MAX_BYTES};
use super::listed::{Entry, sort};
use super::system::System;
use crate::id::Id;
use crate::problem::Date;
use crate::record::{
    Field, Key, Kind, Listed, Merge, Record as _, WordSet as _, record, word_fields,
};
use annexa_vocabulary::words;

const LINE: Field = Field::of(Kind::Text(LINE_MAX_BYTES)).merged(Merge::Whole);
const NOTE: Field = Field::of(Kind::Text(NOTE_MAX_BYTES)).merged(Merge::Text);

record! {
    /// What a person decided about a suggestion to exclude a control.
    pub struct Decision {
        /// The control.
        control: Id = Field::of(Kind::Id).required(),
        /// The question whose answer led to the suggestion.
        question: Question = Field::of(Kind::Word(&Question::SET)).required(),
        /// Whether it was accepted.
        decision: Verdict = Field::of(Kind::Word(&Verdict::SET)).required(),
        /// The day of the decision.
        on: Option<Date> = Field::of(Kind::Date),
        /// Why, in the person's words.
        why: String = NOTE,
    }

    /// The parts from which the scope statement is put together while nobody has written one.
    pub struct ScopeParts {
        /// Which units, processes and services belong to it.
        boundaries: String = NOTE,
        /// Where it is: sites, rooms, places of work.
        sites: String = NOTE,
        /// Where it meets what lies outside.
        interfaces: String = NOTE,
        /// What others run for the organization.
        run_by_others: String = NOTE,
        /// What is left out, and why.
        left_out: String = NOTE,
        /// Which parts the written statement was made from.
        edited_from: ScopeDigests =
            Field::of(Kind::Record(&ScopeDigests::SHAPE)).merged(Merge::Whole),
    }

    /// The SHA-256 of each part, as it was when the statement was written.
    pub struct ScopeDigests {
        /// Of the boundaries.
        boundaries: String = LINE,
        /// Of the sites.
        sites: String = LINE,
        /// Of the interfaces.
        interfaces: String = LINE,
        /// Of what others run.
        run_by_others: String = LINE,
        /// Of what is left out.
        left_out: String = LINE,
    }

    /// The approval of the Statement of Applicability. Whether it holds is derived, never stored.
    pub struct SoaApproval {
        /// Who approved it.
        by: String = LINE.required(),
        /// The day of the approval.
        on: Option<Date> = Field::of(Kind::Date).required(),
        /// The version that was approved.
        version: String = LINE,
        /// The SHA-256 of what was approved.
        digest: String = LINE.required(),
        /// The SHA-256 of how far the controls were in place that day.
        status: String = LINE,
    }
}

words! {
    /// Whether a suggestion was accepted.
    Verdict {
        /// The control was excluded.
        Accepted = "accepted",
        /// It stays; the suggestion is not made again while the answer is the same.
        Refused = "refused",
    }
}

words! {
    /// The questions about the organization, by the members of [`Context`](super::Context).
    Question {
        /// How many people work in the scope.
        People = "people",
        /// Who runs the information technology.
        It = "it",
        /// How much the sector is regulated.
        Sector = "sector",
        /// What is in place at the start.
        Start = "start",
        /// How many sites there are.
        Sites = "sites",
        /// How many suppliers matter.
        Suppliers = "suppliers",
        /// How many systems there are.
        Systems = "systems",
        /// Whether there are premises.
        Premises = "premises",
        /// How much is worked elsewhere.
        Remote = "remote",
        /// Whether software is developed.
        Development = "development",
        /// Whether cloud services are used.
        CloudServices = "cloud_services",
        /// Whether personal data are processed.
        PersonalData = "personal_data",
        /// Whether there is operational technology.
        Ot = "ot",
        /// Whether a certificate is wanted.
        Certificate = "certificate",
        /// Whether there is a management system.
        Isms = "isms",
        /// How much can be done in a week.
        Capacity = "capacity_cd_week",
    }
}

word_fields! {
    Verdict = Refused,
    Question = Premises,
}

impl Listed for Decision {
    fn key(&self) -> Option<Key> {
        Some((0, format!("{} {}", self.control, self.question.word())))
    }

    fn settle(decisions: &mut Vec<Decision>) {
        sort(decisions);
    }
}

impl Entry for Decision {
    const PREFIX: Option<&'static str> = None;
    const REGISTER: &'static str = "suggestions";

    fn own_id(&self) -> Option<&Id> {
        None
    }

    fn set_id(&mut self, _: Id) {}

    fn list(system: &System) -> &Vec<Decision> {
        &system.suggestions
    }

    fn list_mut(system: &mut System) -> &mut Vec<Decision> {
        &mut system.suggestions
    }
}

impl Default for ScopeDigests {
    fn default() -> ScopeDigests {
        ScopeDigests::blank()
    }
}

impl Default for ScopeParts {
    fn default() -> ScopeParts {
        ScopeParts::blank()
    }
}
