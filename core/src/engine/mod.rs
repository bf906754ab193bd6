//! The engine: an assessment and everything that follows from it, kept up to date.

use std::sync::Arc;

use crate::assessment::{
    About, Answer, Applicability, Document, Implementation, LoadError, Response, TEXT_MAX_BYTES,
};
use crate::catalogue::{Catalogue, Item, Kind};
use crate::crosswalk;
use crate::problem::{Problem, Problems};
use crate::score::{Explanation, Groups, Score, ScoreKey, explain, part};

/// An assessment with its scores.
///
/// An answer recomputes what depends on it and nothing else: the handful of groups that the
/// item belongs to, however long the catalogue is.
#[derive(Debug, Clone)]
pub struct Engine {
    document: Document,
    groups: Groups,
}

/// What an answer changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// The item's new state.
    pub item: ItemState,
    /// The scores that changed, with their new values.
    pub scores: Vec<Score>,
}

/// What the engine makes of the answer to one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemState {
    /// The item's place in [`Catalogue::items`].
    pub index: usize,
    /// How far it is in place.
    pub implementation: Implementation,
    /// Whether it belongs to the management system.
    pub applicability: Applicability,
    /// Whether an explicit value differs from what the response suggests.
    pub is_overridden: bool,
}

impl Engine {
    /// An engine with an empty assessment.
    pub fn new(catalogue: Arc<Catalogue>) -> Engine {
        let groups = Groups::new(&catalogue);
        Engine { document: Document::new(catalogue), groups }
    }

    /// An engine over an assessment.
    pub fn from_document(document: Document) -> Engine {
        let catalogue = Arc::clone(document.catalogue());
        let mut groups = Groups::new(&catalogue);
        let mut changed = Vec::new();
        for (index, item) in catalogue.items().iter().enumerate() {
            let new = part(item, document.answer_at(index));
            groups.replace(index, part(item, None), new, &mut changed);
            changed.clear();
        }
        Engine { document, groups }
    }

    /// Replaces the assessment by a file's. On an error nothing changes.
    ///
    /// # Errors
    ///
    /// As [`Document::from_bytes`].
    pub fn load(&mut self, bytes: &[u8]) -> Result<(), LoadError> {
        let document = Document::from_bytes(Arc::clone(self.document.catalogue()), bytes)?;
        *self = Engine::from_document(document);
        Ok(())
    }

    /// The assessment.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Sets what the assessment is about.
    ///
    /// # Errors
    ///
    /// `E-TOO-LARGE` or `E-CONTROL-CHARACTER` for a text that could not be read back.
    pub fn set_about(&mut self, about: About) -> Result<(), Problems> {
        let problems = about.problems();
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        self.document.about = about;
        Ok(())
    }

    /// Replaces the whole answer to an item.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`, `E-HEADING`, or `E-APPLICABILITY` for a requirement that is said not
    /// to apply; the codes of a file's fields for a value that could not be read back.
    /// Nothing changes then.
    pub fn set(&mut self, answer: Answer) -> Result<Delta, Problems> {
        let mut problems = answer.problems();
        if self.text_size_bytes_with(&answer) > TEXT_MAX_BYTES {
            problems.push(Problem::new(
                "E-TOO-LARGE",
                "",
                format!("all texts together would pass {TEXT_MAX_BYTES} bytes"),
                "move long notes into linked documents",
            ));
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        let id = answer.id.clone();
        let says_not_applicable = answer.applicability != Applicability::Applicable
            || answer.response == Some(Response::NotApplicable);
        self.edit(id.as_str(), says_not_applicable, |slot| {
            *slot = Some(Box::new(answer)).filter(|answer| !answer.is_default());
        })
        .map_err(Problems::from)
    }

    /// Changes the response to the question of an item, and nothing else of its answer.
    ///
    /// # Errors
    ///
    /// As [`Engine::set`].
    pub fn respond(&mut self, id: &str, response: Option<Response>) -> Result<Delta, Problem> {
        let new = Answer::new(id.parse()?);
        self.edit(id, response == Some(Response::NotApplicable), |slot| {
            let answer = slot.get_or_insert_with(|| Box::new(new));
            answer.response = response;
            if answer.is_default() {
                *slot = None;
            }
        })
    }

    /// Every score that has items, in a fixed order.
    pub fn scores(&self) -> impl Iterator<Item = &Score> {
        self.groups.scores()
    }

    /// The arithmetic behind a score; `None` where the catalogue has no such group.
    pub fn explain(&self, key: ScoreKey) -> Option<Explanation> {
        explain(&self.document, &self.groups, key)
    }

    /// The state of every requirement and control.
    pub fn states(&self) -> impl Iterator<Item = ItemState> {
        let items = self.document.catalogue().items().iter().enumerate();
        items
            .filter(|(_, item)| item.is_assessed())
            .map(|(index, item)| state(index, item, self.document.answer_at(index)))
    }

    /// What a plugin gets to see: id, applicability, implementation, maturity; no words.
    pub fn findings(&self) -> Vec<crosswalk::Finding> {
        let catalogue = self.document.catalogue();
        self.states()
            .filter_map(|state| {
                let item = catalogue.items().get(state.index)?;
                let answer = self.document.answer_at(state.index);
                Some(crosswalk::Finding {
                    id: item.id().to_owned(),
                    applicability: state.applicability,
                    implementation: state.implementation,
                    maturity: answer.and_then(|answer| answer.maturity).map(|m| m.level),
                })
            })
            .collect()
    }

    /// The bytes of all texts if `answer` took its place. Only an answer with much text of
    /// its own makes the sum worth taking.
    fn text_size_bytes_with(&self, answer: &Answer) -> usize {
        let own = answer.text_size_bytes();
        if own < 4 << 10 {
            return own;
        }
        let others = self.document.answers().filter(|other| other.id != answer.id);
        own + others.map(Answer::text_size_bytes).sum::<usize>()
    }

    fn edit(
        &mut self,
        id: &str,
        says_not_applicable: bool,
        change: impl FnOnce(&mut Option<Box<Answer>>),
    ) -> Result<Delta, Problem> {
        let catalogue = Arc::clone(self.document.catalogue());
        let (index, slot) = self.document.slot(id)?;
        let item = catalogue.items().get(index).ok_or_else(|| not_applicable(id))?;
        if says_not_applicable && item.kind() != Kind::Control {
            return Err(not_applicable(id));
        }
        let old = part(item, slot.as_deref());
        change(slot);
        let new = part(item, slot.as_deref());
        let item = state(index, item, slot.as_deref());
        let mut scores = Vec::new();
        self.groups.replace(index, old, new, &mut scores);
        Ok(Delta { item, scores })
    }
}

fn state(index: usize, item: &Item, answer: Option<&Answer>) -> ItemState {
    let applicability = match answer {
        // A requirement applies whatever a file says; the lint reports it.
        Some(answer) if item.kind() == Kind::Control => answer.applicability,
        _ => Applicability::Applicable,
    };
    ItemState {
        index,
        implementation: answer
            .map_or(Implementation::NotAssessed, |answer| answer.effective_implementation()),
        applicability,
        is_overridden: answer.is_some_and(|answer| answer.is_overridden()),
    }
}

fn not_applicable(id: &str) -> Problem {
    Problem::new(
        "E-APPLICABILITY",
        "",
        format!("`{id}` is a requirement, and requirements always apply"),
        "only a control can be excluded, inherited or not applicable",
    )
}

#[cfg(test)]
mod tests;
