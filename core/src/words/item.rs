//! The words that go with one item of a catalogue.

use alloc::vec::Vec;

use super::Entry;

/// What a language says about a requirement or control. What it does not say is empty, the
/// title excepted: an item without one shows its id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemWords<'w> {
    /// The short title.
    pub title: &'w str,
    /// The question at the standard depth.
    pub question: &'w str,
    /// Why it matters.
    pub purpose: &'w str,
    /// What good looks like.
    pub good: &'w str,
    /// How to get there; advice, whatever the force of the item.
    pub guidance: Vec<&'w str>,
    /// Typical evidence.
    pub evidence: Vec<&'w str>,
    /// What an amendment adds.
    pub amendment: &'w str,
}

impl Entry {
    /// A sentence without forms.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Entry::Text(text) => Some(text),
            Entry::Forms { .. } | Entry::List(_) => None,
        }
    }

    /// The sentences of a list.
    pub(super) fn list(&self) -> Vec<&str> {
        match self {
            Entry::List(entries) => entries.iter().map(|entry| &**entry).collect(),
            Entry::Text(_) | Entry::Forms { .. } => Vec::new(),
        }
    }
}
