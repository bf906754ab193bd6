//! The engine: an assessment and everything that follows from it, kept up to date.

use alloc::sync::Arc;

use crate::assessment::{
    ANSWERS_MAX_BYTES, About, Answer, Applicability, Document, Implementation, LoadError, Response,
    too_large,
};
use crate::catalogue::{Catalogue, Item, Kind, ScoreKey};
use crate::crosswalk::SourceState;
use crate::id::Origin;
use crate::problem::{Problem, Problems};
use crate::score::{Explanation, Score, Scores, Share, explain, share_of};

/// An assessment with its scores.
///
/// An answer recomputes what depends on it and nothing else: the handful of groups that the
/// item belongs to, however long the catalogue is.
#[derive(Debug, Clone)]
pub struct Engine {
    document: Document,
    scores: Scores,
    origin: Origin,
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
        Engine::from_document(Document::new(catalogue))
    }

    /// An engine over an assessment.
    pub fn from_document(document: Document) -> Engine {
        let catalogue = Arc::clone(document.catalogue());
        let share = |index: usize| {
            let item = document.catalogue().items().get(index);
            let answer = document.answer_at(index);
            item.map_or(Share::default(), |item| share_of(item, answer))
        };
        let scores = Scores::sum(catalogue, share);
        Engine { document, scores, origin: Origin::default() }
    }

    /// Replaces the assessment by a file's. On an error nothing changes.
    ///
    /// # Errors
    ///
    /// As [`Document::from_bytes`].
    pub fn load(&mut self, bytes: &[u8]) -> Result<(), LoadError> {
        let document = Document::from_bytes(Arc::clone(self.document.catalogue()), bytes)?;
        let origin = self.origin.clone();
        *self = Engine { origin, ..Engine::from_document(document) };
        Ok(())
    }

    /// The assessment.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Says where entries are made from now on, so that their ids differ from those that are made
    /// elsewhere: a text that the caller draws anew for each opened copy.
    ///
    /// # Errors
    ///
    /// `E-ORIGIN` for a text that is not 1 to 64 printable ASCII characters.
    pub fn set_origin(&mut self, origin: &str) -> Result<(), Problem> {
        self.origin = Origin::new(origin)?;
        Ok(())
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
        let mut answer = answer.settled();
        let mut problems = answer.problems();
        let others = self.document.size_bound_bytes() - self.size_bound_bytes(answer.id.as_str());
        let size_bytes = others + answer.size_bound_bytes();
        if size_bytes > ANSWERS_MAX_BYTES {
            problems.push(too_large(size_bytes));
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        self.document.identify(&mut answer, &mut self.origin)?;
        let id = answer.id.clone();
        let says_not_applicable = answer.applicability.state != Applicability::Applicable
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
        let size_bytes = self.document.size_bound_bytes() + new.size_bound_bytes();
        if size_bytes > ANSWERS_MAX_BYTES && self.document.answer(id).is_none() {
            return Err(too_large(size_bytes));
        }
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
        self.scores.iter()
    }

    /// The arithmetic behind a score; `None` where the catalogue has no such group.
    pub fn explain(&self, key: ScoreKey) -> Option<Explanation> {
        explain(&self.document, &self.scores, key)
    }

    /// The state of every requirement and control.
    pub fn states(&self) -> impl Iterator<Item = ItemState> {
        let items = self.document.catalogue().items().iter().enumerate();
        items
            .filter(|(_, item)| item.is_assessed())
            .map(|(index, item)| state(index, item, self.document.answer_at(index)))
    }

    /// What a plugin gets to see: id, applicability, implementation, maturity; no words.
    pub fn source_states(&self) -> Vec<SourceState> {
        let catalogue = self.document.catalogue();
        self.states()
            .filter_map(|state| {
                let item = catalogue.items().get(state.index)?;
                let answer = self.document.answer_at(state.index);
                Some(SourceState {
                    id: item.id().to_owned(),
                    applicability: state.applicability,
                    implementation: state.implementation,
                    maturity: answer.and_then(|answer| answer.maturity).map(|m| m.level),
                })
            })
            .collect()
    }

    fn size_bound_bytes(&self, id: &str) -> usize {
        self.document.answer(id).map_or(0, Answer::size_bound_bytes)
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
        let size_bytes = |slot: &Option<Box<Answer>>| {
            slot.as_ref().map_or(0, |answer| answer.size_bound_bytes())
        };
        let (old, old_bytes) = (share_of(item, slot.as_deref()), size_bytes(slot));
        change(slot);
        let (new, new_bytes) = (share_of(item, slot.as_deref()), size_bytes(slot));
        let item = state(index, item, slot.as_deref());
        self.document.resize(old_bytes, new_bytes);
        let mut scores = Vec::new();
        self.scores.replace(index, old, new, &mut scores);
        Ok(Delta { item, scores })
    }
}

fn state(index: usize, item: &Item, answer: Option<&Answer>) -> ItemState {
    let applicability = match answer {
        // A requirement applies whatever a file says; the lint reports it.
        Some(answer) if item.kind() == Kind::Control => answer.applicability.state,
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
