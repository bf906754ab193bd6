//! One answer, in independent dimensions: the declaration of its fields.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::limits::{ENTRIES_MAX, LINE_MAX_BYTES, NOTE_MAX_BYTES};
use super::words::{
    Applicability, ExclusionReason, FindingKind, Implementation, InclusionReason, Response,
};
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Asked, Field, Kind, Listed, Merge, Order, Record as _, WordSet as _, record};

const LINE: Field = Field::of(Kind::Text(LINE_MAX_BYTES)).merged(Merge::Whole);
const NOTE: Field = Field::of(Kind::Text(NOTE_MAX_BYTES)).merged(Merge::Text);
const DATE: Field = Field::of(Kind::Date);
const LEVEL: Field = Field::of(Kind::Int(0, 5));

record! {
    /// What is said about one item. Every dimension is independent of the others, and every
    /// combination of values is a legal answer; what is doubtful is the lint's business.
    pub struct Answer {
        /// The item.
        id: Id = Field::of(Kind::Id).required(),
        /// The answer to the question.
        response: Option<Response> =
            Field::of(Kind::Word(&Response::SET)).asked(Asked::Always),
        /// An explicit value; it overrides what the response suggests.
        implementation: Option<Implementation> =
            Field::of(Kind::Word(&Implementation::SET)).asked(Asked::Always),
        /// Whether the item belongs to the management system, and what belongs to that.
        applicability: Scope = Field::of(Kind::Record(&Scope::SHAPE))
            .merged(Merge::Whole)
            .asked(Asked::Applicability),
        /// Why a control is included.
        inclusion: Vec<Inclusion> =
            Field::of(Kind::List(&Inclusion::SHAPE, ENTRIES_MAX, Order::Set)).merged(Merge::Set),
        /// What the person says of the inclusion, behind what follows from risks and obligations.
        inclusion_words: String = NOTE,
        /// How mature the practice is.
        maturity: Option<Maturity> = Field::of(Kind::Record(&Maturity::SHAPE))
            .merged(Merge::Whole)
            .asked(Asked::Always),
        /// What an auditor found.
        finding: Option<Finding> =
            Field::of(Kind::Record(&Finding::SHAPE)).merged(Merge::Whole),
        /// Free notes.
        notes: String = NOTE.asked(Asked::Always),
        /// What shows that the answer is true.
        evidence: Vec<Evidence> =
            Field::of(Kind::List(&Evidence::SHAPE, ENTRIES_MAX, Order::Register))
                .merged(Merge::Register)
                .asked(Asked::Always),
        /// Who answers for the item.
        owner: String = LINE,
        /// When what is missing is due.
        due: Option<Date> = DATE.asked(Asked::Always),
        /// When the answer last changed.
        changed: Option<Date> = DATE.merged(Merge::Changed).asked(Asked::Always),
    }

    /// Whether an item belongs to the management system, with what is said about that. It is one
    /// decision: a reason without its state means nothing. Words that were written for another
    /// state are kept, so that switching back and forth loses nothing.
    pub struct Scope {
        /// The decision.
        state: Applicability = Field::of(Kind::Word(&Applicability::SET)).required(),
        /// Why a control is excluded; read only where `state` says so.
        reason: Option<ExclusionReason> = Field::of(Kind::Word(&ExclusionReason::SET)),
        /// The justification in words, of an excluded or inherited control.
        justification: String = NOTE,
        /// Who operates an inherited control; read only where `state` says so.
        provider: String = LINE,
        /// When an exclusion is looked at again.
        review: Option<Date> = DATE,
    }

    /// A reason to include a control. An answer holds a set of them, sorted by the words that a
    /// file has for them, since the order of the values here may change.
    pub struct Inclusion {
        /// The typed reason.
        reason: InclusionReason = Field::of(Kind::Word(&InclusionReason::SET)).required(),
        /// The risk, law or contract that the reason points at, or empty.
        reference: String = LINE,
    }

    /// A maturity level from 0 (incomplete) to 5 (optimizing).
    pub struct Maturity {
        /// Where the practice stands, 0 to 5.
        level: u8 = LEVEL.required().asked(Asked::Always),
        /// Where it should stand, 0 to 5.
        target: Option<u8> = LEVEL,
    }

    /// An auditor's finding.
    pub struct Finding {
        /// How grave it is.
        kind: FindingKind = Field::of(Kind::Word(&FindingKind::SET)).required(),
        /// What was found.
        text: String = NOTE,
        /// Why it happened.
        root_cause: String = NOTE,
        /// What is done about it.
        correction: String = NOTE,
    }

    /// Something that shows that an answer is true.
    pub struct Evidence with one of "label" "link" {
        /// What tells the entry from every other, for ever; the engine gives one where it is
        /// missing.
        id: Option<Id> = Field::of(Kind::OwnId),
        /// What it is.
        label: String = LINE,
        /// Where it is; shown as text, never followed.
        link: String = LINE,
        /// When it was made or last reviewed.
        date: Option<Date> = DATE,
        /// How long it stays fresh, 1 to 120 months; 12 where nothing is said.
        review_months: Option<u8> = Field::of(Kind::Int(1, 120)),
    }
}

/// Answers stand by their items, wherever they are a list.
#[cfg(feature = "whole")]
impl Listed for Answer {
    fn key(&self) -> Option<crate::record::Key> {
        Some((0, self.id.as_str().into()))
    }
}

impl Listed for Evidence {}

impl Listed for Inclusion {
    fn settle(reasons: &mut Vec<Inclusion>) {
        crate::order::sort(reasons, |one, other| one < other);
        reasons.dedup();
    }
}

impl Copy for Maturity {}

impl Default for Scope {
    fn default() -> Scope {
        Scope::blank()
    }
}

impl Default for Evidence {
    fn default() -> Evidence {
        Evidence::blank()
    }
}

impl From<Applicability> for Scope {
    fn from(state: Applicability) -> Scope {
        Scope { state, ..Scope::default() }
    }
}

impl Ord for Inclusion {
    fn cmp(&self, other: &Inclusion) -> Ordering {
        (self.reason.word(), &self.reference).cmp(&(other.reason.word(), &other.reference))
    }
}

impl PartialOrd for Inclusion {
    fn partial_cmp(&self, other: &Inclusion) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Answer {
    /// An answer that says nothing yet.
    pub fn new(id: Id) -> Answer {
        Answer { id, ..Answer::blank() }
    }

    /// The same answer with a response to the question.
    pub fn respond(self, response: Response) -> Answer {
        Answer { response: Some(response), ..self }
    }

    /// The implementation that counts: the explicit value, or what the response suggests.
    pub fn effective_implementation(&self) -> Implementation {
        let suggested = self.response.map_or(Implementation::NotAssessed, Response::suggests);
        self.implementation.unwrap_or(suggested)
    }

    /// Whether an explicit value differs from what the response suggests.
    pub fn is_overridden(&self) -> bool {
        match (self.response, self.implementation) {
            (Some(response), Some(explicit)) => response.suggests() != explicit,
            _ => false,
        }
    }

    /// Whether the answer says nothing but its id and a date.
    pub fn says_nothing(&self) -> bool {
        *self == Answer { changed: self.changed, ..Answer::new(self.id.clone()) }
    }

    /// Whether the answer says nothing that a new one does not say.
    pub fn is_default(&self) -> bool {
        *self == Answer::new(self.id.clone())
    }
}
