//! Documents, events and nonconformities: the registers by which a management system is shown to
//! live. The declaration of their fields.

use alloc::string::String;
use alloc::vec::Vec;

use super::context::YesNo;
use super::limits::{LINE_MAX_BYTES, NOTE_MAX_BYTES};
use super::listed::{Entry, register, sort};
use super::system::System;
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Field, Key, Kind, Listed, Merge, WordSet as _, record, word_fields};
use annexa_vocabulary::words;

const LINE: Field = Field::of(Kind::Text(LINE_MAX_BYTES)).merged(Merge::Whole);
const NOTE: Field = Field::of(Kind::Text(NOTE_MAX_BYTES)).merged(Merge::Text);
const DATE: Field = Field::of(Kind::Date);

record! {
    /// A document or record of the management system: one that the catalogue names, by its id, or
    /// one of the organization's own, by its title.
    pub struct Paper with one of "id" "title" {
        /// The id of a document that the catalogue names, such as `D.4.3`.
        id: Option<Id> = Field::of(Kind::Id),
        /// What the organization calls it; of a document without an id it is what it is known by.
        title: String = LINE,
        /// How far it is; missing where nothing is said.
        state: DocumentState = Field::of(Kind::Word(&DocumentState::SET)),
        /// Who answers for it.
        owner: String = LINE,
        /// The version that is in force.
        version: String = LINE,
        /// When it was approved or last reviewed.
        date: Option<Date> = DATE,
        /// How long until it is looked at again, 1 to 120 months.
        review_months: Option<u8> = Field::of(Kind::Int(1, 120)),
        /// Where it is; shown as text, never followed.
        link: String = LINE,
        /// Free notes.
        notes: String = NOTE,
    }

    /// An internal audit, a management review or an exercise.
    pub struct Event {
        /// What tells the entry from every other, for ever; made where it is missing.
        id: Option<Id> = Field::of(Kind::OwnId),
        /// What kind of event it is.
        kind: EventKind = Field::of(Kind::Word(&EventKind::SET)).required(),
        /// The day for which it is planned.
        planned: Option<Date> = DATE,
        /// The day on which it was done.
        done: Option<Date> = DATE,
        /// What it covers, or what came of it.
        what: String = NOTE,
        /// Who holds it.
        who: String = LINE,
        /// Where its record is; shown as text, never followed.
        link: String = LINE,
        /// Free notes.
        notes: String = NOTE,
    }

    /// A requirement that was not fulfilled, and what was done about it.
    pub struct Nonconformity in order "found" "checked" {
        /// What tells the entry from every other, for ever; made where it is missing.
        id: Option<Id> = Field::of(Kind::OwnId),
        /// What people call it, such as `N-3`.
        label: String = LINE,
        /// How grave it is.
        grade: Grade = Field::of(Kind::Word(&Grade::SET)).required(),
        /// Where it was noticed.
        from: Option<FoundBy> = Field::of(Kind::Word(&FoundBy::SET)),
        /// The requirement or control that is not fulfilled.
        item: Option<Id> = Field::of(Kind::Id),
        /// What is wrong.
        what: String = NOTE.required(),
        /// The day on which it was found.
        found: Option<Date> = DATE,
        /// What was done at once.
        correction: String = NOTE,
        /// Why it happened.
        root_cause: String = NOTE,
        /// Who answers for it.
        owner: String = LINE,
        /// The day on which somebody looked whether the action had its effect.
        checked: Option<Date> = DATE,
        /// Whether the action was found effective.
        effective: Option<YesNo> = Field::of(Kind::Word(&YesNo::SET)),
        /// Free notes.
        notes: String = NOTE,
    }
}

words! {
    /// How far a document is.
    DocumentState {
        /// There is none.
        Missing = "missing",
        /// Written, not approved.
        Draft = "draft",
        /// Approved and in force.
        Approved = "approved",
    }
}

words! {
    /// What kind of event it is.
    EventKind {
        /// An internal audit.
        InternalAudit = "internal_audit",
        /// A management review.
        ManagementReview = "management_review",
        /// An exercise, of an incident or a recovery.
        Exercise = "exercise",
    }
}

words! {
    /// How grave a nonconformity is.
    Grade {
        /// A requirement is not fulfilled in a single case.
        Minor = "minor",
        /// A requirement is not fulfilled, or a system fails.
        Major = "major",
    }
}

words! {
    /// Where a nonconformity was noticed.
    FoundBy {
        /// In an audit.
        Audit = "audit",
        /// In a management review.
        Review = "review",
        /// By an incident.
        Incident = "incident",
        /// Otherwise.
        Other = "other",
    }
}

word_fields! {
    DocumentState = Missing unwritten,
    EventKind = InternalAudit,
    Grade = Minor,
    FoundBy = Other,
}

impl Listed for Paper {
    fn key(&self) -> Option<Key> {
        match (&self.id, self.title.trim()) {
            (Some(id), _) => Some((0, id.as_str().into())),
            (None, "") => None,
            (None, title) => Some((1, title.into())),
        }
    }

    fn settle(entries: &mut Vec<Paper>) {
        sort(entries);
    }
}

impl Entry for Paper {
    const PREFIX: Option<&'static str> = None;
    const REGISTER: &'static str = "documents";

    fn own_id(&self) -> Option<&Id> {
        self.id.as_ref()
    }

    fn set_id(&mut self, id: Id) {
        self.id = Some(id);
    }

    fn list(system: &System) -> &Vec<Paper> {
        &system.documents
    }

    fn list_mut(system: &mut System) -> &mut Vec<Paper> {
        &mut system.documents
    }
}

register! {
    Event "v" events,
    Nonconformity "n" nonconformities labelled "N",
}
