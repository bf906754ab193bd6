//! Words: every sentence and label that a person reads, in a language that is loaded at run time.
//!
//! The engine holds ids, codes and values; a [`Words`] turns them into text. A language is one
//! JSON file (`core/data/README.md` describes it), English is carried along, and a language
//! that lacks a word shows the English one and says so.
//!
//! ```
//! use annexa_core::words::{Value, Words};
//!
//! let words = Words::english();
//! let values = [("level", Value::Int(1)), ("target", Value::Int(3))];
//! assert_eq!(words.message("gap.maturity", &values), "Maturity is 1; the target is 3.");
//! assert_eq!(words.label("implementation", "partly"), "partly implemented");
//! ```

mod catalogue;
mod item;
mod plural;
mod problem;
mod read;
mod render;
mod style;

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

pub use annexa_vocabulary::Value;
pub use item::ItemWords;
pub use problem::Told;
#[cfg(test)]
pub(crate) use problem::in_english;

use plural::Plural;
use style::Style;

/// The file of the English words, which every other language falls back to.
pub static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.en.json"));

/// In which direction a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

/// The words of one language, and those that stand in for what it lacks.
#[derive(Debug, Clone)]
pub struct Words {
    language: String,
    direction: Direction,
    style: Style,
    /// By key, sorted.
    entries: Vec<(Box<str>, Entry)>,
    base: Option<Arc<Words>>,
}

/// What stands under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    Text(Box<str>),
    /// A sentence for each plural form, chosen by the value `count`.
    Forms {
        other: Box<str>,
        rest: Vec<(Plural, Box<str>)>,
    },
    List(Vec<Box<str>>),
}

impl Words {
    /// The English words.
    #[expect(
        clippy::missing_panics_doc,
        clippy::expect_used,
        reason = "the build script writes the file, and a test reads it"
    )]
    pub fn english() -> Words {
        Words::from_bytes(ENGLISH).expect("the English words are whole")
    }

    /// No words: everything shows its key.
    pub fn empty() -> Words {
        Words {
            language: "en".to_owned(),
            direction: Direction::LeftToRight,
            style: Style::default(),
            entries: Vec::new(),
            base: None,
        }
    }

    /// The same words with others behind them for what these lack.
    #[must_use]
    pub fn with_base(self, base: Arc<Words>) -> Words {
        Words { base: Some(base), ..self }
    }

    /// Puts the words of `other` over these, for instance those of a catalogue of one's own.
    pub fn overlay(&mut self, other: Words) {
        for (key, entry) in other.entries {
            match self.entries.binary_search_by(|(known, _)| known.cmp(&key)) {
                Ok(place) => self.entries.splice(place..=place, [(key, entry)]),
                Err(place) => self.entries.splice(place..place, [(key, entry)]),
            };
        }
    }

    /// The language's tag, such as `en` or `pt-BR`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// In which direction the language is written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The sentence under `key` with the values in its places; the key itself where no
    /// language has it.
    pub fn message(&self, key: &str, values: &[(&str, Value)]) -> String {
        match self.find(key) {
            Some((words, entry)) => words.render(entry, values),
            None => key.to_owned(),
        }
    }

    /// The sentence of a lint rule, for instance `L-UNKNOWN-ID`.
    pub fn message_of(&self, code: &str, values: &[(&str, Value)]) -> String {
        self.message(&joined(&[code, "message"]), values)
    }

    /// What to do about a lint.
    pub fn fix_of(&self, code: &str, values: &[(&str, Value)]) -> String {
        self.message(&joined(&[code, "fix"]), values)
    }

    /// The name of a value of a closed set, as it stands inside a sentence; the value's own
    /// word where no language has one.
    pub fn label<'w>(&'w self, set: &str, word: &'w str) -> &'w str {
        self.text(&joined(&["label", set, word])).unwrap_or(word)
    }

    /// A share in basis points, exactly and without needless zeros: `39.5 %`.
    pub fn share(&self, share_bp: u16) -> String {
        let mut text = String::new();
        self.style.share(&mut text, share_bp);
        text
    }

    /// A share in basis points with two places, for figures in a column: `39.50 %`.
    pub fn two_places(&self, share_bp: u32) -> String {
        self.style.two_places(share_bp)
    }

    /// The language that has the word under `key`; `None` where none has.
    pub fn language_of(&self, key: &str) -> Option<&str> {
        self.find(key).map(|(words, _)| words.language())
    }

    /// The keys that only the base has.
    pub fn missing(&self) -> Vec<&str> {
        let base = self.base.iter().flat_map(|base| &base.entries);
        base.map(|(key, _)| &**key).filter(|key| self.own(key).is_none()).collect()
    }

    /// The text under a key, or another where no language has one.
    pub(crate) fn text_or<'w>(&'w self, key: &str, other: &'w str) -> &'w str {
        self.text(key).unwrap_or(other)
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.find(key)?.1.text()
    }

    /// An entry and the words that have it.
    fn find(&self, key: &str) -> Option<(&Words, &Entry)> {
        match self.own(key) {
            Some(entry) => Some((self, entry)),
            None => self.base.as_ref()?.find(key),
        }
    }

    fn own(&self, key: &str) -> Option<&Entry> {
        let place = self.entries.binary_search_by(|(known, _)| (**known).cmp(key)).ok()?;
        self.entries.get(place).map(|(_, entry)| entry)
    }
}

/// A key out of its parts.
fn joined(parts: &[&str]) -> String {
    parts.join(".")
}

#[cfg(test)]
mod tests;
