//! What a person says about the items of a catalogue.

mod answer;
mod document;
mod limits;
mod read;
mod words;
mod write;

pub use answer::{Answer, Evidence, Finding, Inclusion, Maturity, Scope};
pub use document::{About, Document, LoadError};
pub(crate) use limits::{ANSWERS_MAX_BYTES, text_problem, too_large};
pub(crate) use words::words;
pub use words::{
    Applicability, ExclusionReason, FindingKind, Implementation, InclusionReason, Response,
};

#[cfg(test)]
mod tests;
