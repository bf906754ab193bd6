//! What a verdict rests on.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Condition, Place, Verdict};
use crate::proven::Proven as _;
use crate::words::{Value, Words};

/// How many names a sentence says; the ground has them all.
const NAMES_MAX: usize = 8;

/// One thing that a verdict rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// Its sentence is `gates.CONDITION.WORD`.
    pub word: &'static str,
    /// What it makes of the condition.
    pub verdict: Verdict,
    /// The items, entries and documents that it is about.
    pub named: Vec<Named>,
}

/// An item, entry or document, with what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its label, or its id.
    pub label: String,
}

impl Named {
    /// Something that is known by its id alone.
    pub fn id(id: &str) -> Named {
        Named { id: id.into(), label: id.into() }
    }

    /// An entry with a label.
    pub fn entry(id: &str, label: &str) -> Named {
        Named { id: id.into(), label: if label.is_empty() { id } else { label }.into() }
    }
}

/// Collects the grounds of a condition.
#[derive(Debug, Default)]
pub(super) struct Grounds(Vec<Ground>);

impl Grounds {
    /// It blocks that there are these.
    pub(super) fn block(&mut self, word: &'static str, named: Vec<Named>) {
        self.add(word, Verdict::Blocks, named);
    }

    /// Because of these nobody can tell.
    pub(super) fn doubt(&mut self, word: &'static str, named: Vec<Named>) {
        self.add(word, Verdict::Unknown, named);
    }

    /// It blocks, whatever the names.
    pub(super) fn block_if(&mut self, is_so: bool, word: &'static str) {
        if is_so {
            self.0.push(Ground { word, verdict: Verdict::Blocks, named: Vec::new() });
        }
    }

    /// Nobody can tell, whatever the names.
    pub(super) fn doubt_if(&mut self, is_so: bool, word: &'static str) {
        if is_so {
            self.0.push(Ground { word, verdict: Verdict::Unknown, named: Vec::new() });
        }
    }

    fn add(&mut self, word: &'static str, verdict: Verdict, named: Vec<Named>) {
        if !named.is_empty() {
            self.0.push(Ground { word, verdict, named });
        }
    }

    /// The condition: where nothing blocks and nothing is in doubt it is met, by these.
    pub(super) fn condition(
        mut self,
        id: &'static str,
        place: Place,
        met: Vec<Named>,
    ) -> Condition {
        if self.0.is_empty() {
            self.0 = vec![Ground { word: "met", verdict: Verdict::Met, named: met }];
        }
        let verdict = self.0.iter().map(|ground| ground.verdict).max();
        let verdict = verdict.proven("where nothing was noted it is met");
        Condition { id, verdict, grounds: self.0, place }
    }
}

impl Condition {
    /// What the condition asks for, in words.
    pub fn title(&self, words: &Words) -> String {
        words.message(&["gates.", self.id, ".title"].concat(), &[])
    }
}

impl Ground {
    /// The ground of a condition in words.
    pub fn sentence(&self, condition: &str, words: &Words) -> String {
        let count = Value::from(self.named.len());
        let labels = self.named.iter().map(|named| named.label.clone());
        let labels = shortened(labels, self.named.len());
        let values = [("count", count), ("names", Value::Ids(labels))];
        words.message(&["gates.", condition, ".", self.word].concat(), &values)
    }
}

/// The first names of many, with a sign that there are more.
pub(super) fn shortened(names: impl Iterator<Item = String>, count: usize) -> Vec<String> {
    let more = (count > NAMES_MAX).then(|| "…".into());
    names.take(NAMES_MAX).chain(more).collect()
}
