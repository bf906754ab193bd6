//! One answer, in independent dimensions.

use std::cmp::Ordering;

use super::words::{
    Applicability, ExclusionReason, FindingKind, Implementation, InclusionReason, Response,
};
use crate::date::Date;
use crate::id::Id;

/// What is said about one item. Every dimension is independent of the others, and every
/// combination of values is a legal answer; what is doubtful is the lint's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The item.
    pub id: Id,
    /// The answer to the question.
    pub response: Option<Response>,
    /// An explicit value; it overrides what the response suggests.
    pub implementation: Option<Implementation>,
    /// Whether the item belongs to the management system, and what belongs to that.
    pub applicability: Scope,
    /// Why a control is included.
    pub inclusion: Vec<Inclusion>,
    /// How mature the practice is.
    pub maturity: Option<Maturity>,
    /// What an auditor found.
    pub finding: Option<Finding>,
    /// Free notes.
    pub notes: String,
    /// What shows that the answer is true.
    pub evidence: Vec<Evidence>,
    /// Who answers for the item.
    pub owner: String,
    /// When what is missing is due.
    pub due: Option<Date>,
    /// When the answer last changed.
    pub changed: Option<Date>,
}

/// Whether an item belongs to the management system, with what is said about that. It is one
/// decision: a reason without its state means nothing. Words that were written for another
/// state are kept, so that switching back and forth loses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// The decision.
    pub state: Applicability,
    /// Why a control is excluded; read only where `state` says so.
    pub reason: Option<ExclusionReason>,
    /// The justification in words, of an excluded or inherited control.
    pub justification: String,
    /// Who operates an inherited control; read only where `state` says so.
    pub provider: String,
}

impl From<Applicability> for Scope {
    fn from(state: Applicability) -> Scope {
        Scope { state, ..Scope::default() }
    }
}

/// A reason to include a control. An answer holds a set of them, sorted by the words that a
/// file has for them, since the order of the values here may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inclusion {
    /// The typed reason.
    pub reason: InclusionReason,
    /// The risk, law or contract that the reason points at, or empty.
    pub reference: String,
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

/// A maturity level from 0 (incomplete) to 5 (optimising).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Maturity {
    /// Where the practice stands, 0 to 5.
    pub level: u8,
    /// Where it should stand, 0 to 5.
    pub target: Option<u8>,
}

/// An auditor's finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub kind: FindingKind,
    /// What was found.
    pub text: String,
    /// Why it happened.
    pub root_cause: String,
    /// What is done about it.
    pub correction: String,
}

/// Something that shows that an answer is true.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// What tells the entry from every other, for ever; given by the engine where it is missing.
    pub id: Option<Id>,
    /// What it is.
    pub label: String,
    /// Where it is; shown as text, never followed.
    pub link: String,
    /// When it was made or last reviewed.
    pub date: Option<Date>,
    /// How long it stays fresh, 1 to 120 months; 12 where nothing is said.
    pub review_months: Option<u8>,
}

impl Answer {
    /// An answer that says nothing yet.
    pub fn new(id: Id) -> Answer {
        Answer {
            id,
            response: None,
            implementation: None,
            applicability: Scope::default(),
            inclusion: Vec::new(),
            maturity: None,
            finding: None,
            notes: String::new(),
            evidence: Vec::new(),
            owner: String::new(),
            due: None,
            changed: None,
        }
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

    /// Whether the answer says nothing that a new one does not say.
    pub fn is_default(&self) -> bool {
        *self == Answer::new(self.id.clone())
    }
}
