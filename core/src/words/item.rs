//! The words that go with one item of a catalogue.

use alloc::vec::Vec;

use super::{Entry, Words, joined};

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

impl Words {
    /// The words of an item.
    pub fn item<'w>(&'w self, id: &'w str) -> ItemWords<'w> {
        let text = |field| self.text(&joined(&["item", id, field])).unwrap_or_default();
        ItemWords {
            title: self.title(id),
            question: text("question"),
            purpose: text("purpose"),
            good: text("good"),
            guidance: self.list(&joined(&["item", id, "guidance"])),
            evidence: self.list(&joined(&["item", id, "evidence"])),
            amendment: text("amendment"),
        }
    }

    /// The short title of an item; its id where no language has one.
    pub fn title<'w>(&'w self, id: &'w str) -> &'w str {
        self.text(&joined(&["item", id, "title"])).unwrap_or(id)
    }

    fn list(&self, key: &str) -> Vec<&str> {
        match self.find(key) {
            Some((_, Entry::List(entries))) => entries.iter().map(|entry| &**entry).collect(),
            _ => Vec::new(),
        }
    }
}
