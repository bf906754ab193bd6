//! What a person says about the items of a catalogue.

mod about;
mod answer;
mod context;
mod document;
mod edit;
mod fields;
mod file;
mod ids;
mod limits;
pub(crate) mod listed;
mod papers;
mod patched;
mod read;
mod register;
mod statement;
mod system;
mod words;
mod write;

pub use about::About;
pub use answer::{Answer, Evidence, Finding, Inclusion, Maturity, Scope};
pub use context::{
    Certificate, Context, Development, Isms, It, Mode, Premises, Remote, Sector, Start, YesNo,
};
pub use document::{Document, LoadError};
pub(crate) use file::SHAPE;
pub(crate) use limits::APPROVALS_MAX;
pub(crate) use limits::{ANSWERS_MAX_BYTES, too_large};
pub use papers::{DocumentState, Event, EventKind, FoundBy, Grade, Nonconformity, Paper};
pub(crate) use register::APPROVAL_PREFIX;
pub use register::{
    Acceptance, Acceptors, Action, Approval, Approves, Basis, Criteria, Entry, Estimate, Group,
    GroupKind, Level, Obligation, ObligationKind, OwnControl, Ready, Register, Review, Risk,
    SourceKind, Step, Treatment, TreatmentOption,
};
pub use statement::{Decision, Question, ScopeDigests, ScopeParts, SoaApproval, Verdict};
pub use system::System;
pub use words::{
    Applicability, ExclusionReason, FindingKind, Implementation, InclusionReason, Response,
};

#[cfg(test)]
mod tests;
