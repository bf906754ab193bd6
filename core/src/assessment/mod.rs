//! What a person says about the items of a catalogue.

mod about;
mod answer;
mod document;
mod edit;
mod file;
mod ids;
mod limits;
mod read;
mod words;
mod write;

pub use about::About;
pub use answer::{Answer, Evidence, Finding, Inclusion, Maturity, Scope};
pub use document::{Document, LoadError};
pub(crate) use file::SHAPE;
pub(crate) use limits::{ANSWERS_MAX_BYTES, too_large};
pub use words::{
    Applicability, ExclusionReason, FindingKind, Implementation, InclusionReason, Response,
};

#[cfg(test)]
mod tests;
