//! What the rules about a management system need to know of a framework, beside its items.

use crate::catalogue::Catalogue;

include!(concat!(env!("OUT_DIR"), "/method.rs"));

/// What is known of a framework. There is none for a catalogue that is not carried along: what
/// rests on it is left out there.
#[derive(Debug)]
pub struct Method {
    /// The chapters whose requirements stage 1 reads.
    pub(crate) stage_1_chapters: &'static [&'static str],
    /// The requirements that it reads besides.
    pub(crate) stage_1_items: &'static [&'static str],
    /// The document that stands and falls with the approval of the Statement of Applicability.
    pub(crate) soa_document: &'static str,
    /// The records that are judged by the nonconformities themselves.
    pub(crate) nonconformity_documents: &'static [&'static str],
    /// Controls that serve every risk, and so need no driver.
    pub(crate) governing_controls: &'static [&'static str],
    /// Preventive controls that limit damage all the same.
    pub(crate) damage_limiting_controls: &'static [&'static str],
    /// In which rows of effort the work of a ground of a gate's condition lies, where it does not
    /// name them itself.
    pub(crate) ground_rows: &'static [GroundRows],
    /// Which controls an answer about the organization makes doubtful.
    pub(crate) rules: &'static [SuggestionRule],
}

/// In which rows of effort the work of a ground lies.
#[derive(Debug)]
pub(crate) struct GroundRows {
    /// The condition of the gate.
    pub(crate) condition: &'static str,
    /// What its verdict rests on.
    pub(crate) grounds: &'static [&'static str],
    /// The rows.
    pub(crate) rows: &'static [&'static str],
}

/// An answer about the organization that makes controls doubtful.
#[derive(Debug)]
pub(crate) struct SuggestionRule {
    /// By what its words are found.
    pub(crate) id: &'static str,
    /// The question under which it is offered.
    pub(crate) question: &'static str,
    /// All of these have to hold.
    pub(crate) when: &'static [Condition],
    /// The typed reason of the exclusions.
    pub(crate) reason: &'static str,
    /// The controls.
    pub(crate) controls: &'static [&'static str],
}

/// What an answer is, or is not. A question without an answer is not anything.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) question: &'static str,
    pub(crate) word: &'static str,
    pub(crate) is_wanted: bool,
}

impl Method {
    /// What is known of a catalogue's framework.
    pub fn of(catalogue: &Catalogue) -> Option<&'static Method> {
        (catalogue.id() == "iso27001-2022").then_some(&METHOD)
    }
}
