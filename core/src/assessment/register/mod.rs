//! The registers of risk: what may happen, by what it is judged, what is done about it, and what
//! the organization is bound to.

mod action;
mod approval;
mod check;
mod criteria;
mod entry;
mod group;
mod json;
mod matrix;
mod obligation;
mod own_control;
mod ready;
mod risk;
mod treatment;
mod words;

pub use action::Action;
pub use approval::{Acceptance, Approval};
pub(crate) use check::APPROVAL_PREFIX;
pub use criteria::{Acceptors, Criteria, Level, Review, Step};
pub use entry::{Entry, Register};
pub use group::Group;
pub use obligation::Obligation;
pub use own_control::OwnControl;
pub use ready::Ready;
pub use risk::{Estimate, Risk};
pub use treatment::Treatment;
pub use words::{Approves, Basis, GroupKind, ObligationKind, SourceKind, TreatmentOption};

#[cfg(test)]
mod tests;
