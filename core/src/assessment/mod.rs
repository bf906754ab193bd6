//! What a person says about the items of a catalogue.

mod about;
mod answer;
#[cfg(feature = "whole")]
mod context;
mod document;
mod edit;
mod fields;
mod file;
#[cfg(feature = "whole")]
mod history;
mod ids;
mod limits;
#[cfg(feature = "whole")]
pub(crate) mod listed;
#[cfg(feature = "whole")]
mod papers;
#[cfg(feature = "whole")]
mod patched;
mod read;
#[cfg(feature = "whole")]
mod reckoned;
#[cfg(feature = "whole")]
mod register;
#[cfg(feature = "whole")]
mod statement;
#[cfg(feature = "whole")]
mod system;
#[cfg(not(feature = "whole"))]
#[path = "beyond.rs"]
mod system;
mod words;
mod write;

pub use about::About;
pub use answer::{Answer, Evidence, Finding, Inclusion, Maturity, Scope};
#[cfg(feature = "whole")]
pub use context::{
    Certificate, Context, Development, Isms, It, Mode, Premises, Remote, Sector, Start, YesNo,
};
pub use document::{Document, LoadError};
#[cfg(feature = "whole")]
pub(crate) use fields::{DIGEST, LINE};
#[cfg(feature = "whole")]
pub(crate) use file::SHAPE;
#[cfg(feature = "whole")]
pub(crate) use history::RISK_LINE_MAX_BYTES;
#[cfg(feature = "whole")]
pub use history::{Measure, Snapshot, Watched};
#[cfg(feature = "whole")]
pub(crate) use limits::{
    ANSWERS_MAX, APPROVALS_MAX, CONTROLS_MAX, FILE, LINE_MAX_BYTES, RISKS_MAX,
};
pub(crate) use limits::{ANSWERS_MAX_BYTES, too_large};
#[cfg(feature = "whole")]
pub use papers::{DocumentState, Event, EventKind, FoundBy, Grade, Nonconformity, Paper};
#[cfg(feature = "whole")]
pub use reckoned::{Reckoned, StepKind};
#[cfg(feature = "whole")]
pub(crate) use register::APPROVAL_PREFIX;
#[cfg(feature = "whole")]
pub use register::{
    Acceptance, Acceptors, Action, Approval, Approves, Basis, Criteria, Entry, Estimate, Group,
    GroupKind, Level, Obligation, ObligationKind, OwnControl, Ready, Register, Review, Risk,
    SourceKind, Step, Treatment, TreatmentOption,
};
#[cfg(feature = "whole")]
pub use statement::{Decision, Question, ScopeDigests, ScopeParts, SoaApproval, Verdict};
#[cfg(feature = "whole")]
pub use system::System;
pub use words::{
    Applicability, ExclusionReason, FindingKind, Implementation, InclusionReason, Response,
};

#[cfg(test)]
mod tests;
