//! What can be taken back, and made again: the units of what was done, in order. A unit keeps the
//! former values of what it touched, so that taking it back gives the bytes of before.

use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::vec::Vec;

use super::Engine;
use super::deed::{Deed, deed};
use super::edit::Unit;
use crate::assessment::{About, Answer, Document};
use crate::problem::Problem;

/// So many units are kept at most.
const UNITS_MAX: usize = 200;
/// So much they may take together; one that is larger is kept alone.
const UNITS_MAX_BYTES: usize = 8 << 20;

/// What was done, and what was taken back of it.
#[derive(Debug, Default)]
pub(super) struct History {
    past: VecDeque<Kept>,
    /// What was taken back, the first of it at the beginning.
    future: Vec<Kept>,
    /// What both take.
    size_bytes: usize,
    /// Whether several commands are being made as one.
    pub(super) is_held: bool,
    /// The field into which somebody is typing.
    typing: Option<String>,
}

/// A copy of an engine is an assessment of its own, in which nothing was done yet.
impl Clone for History {
    fn clone(&self) -> History {
        History::default()
    }
}

/// A unit that takes something back, or makes it again.
#[derive(Debug)]
struct Kept {
    unit: Unit,
    deed: Deed,
    size_bytes: usize,
    /// Whether what is typed next into the same field belongs to it.
    is_open: bool,
}

/// What was taken back, or made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// What had been done.
    pub deed: Deed,
    /// The ids of the answers and entries that are as they were.
    pub ids: Vec<String>,
}

impl Engine {
    /// What would be taken back next.
    pub fn undoable(&self) -> Option<&Deed> {
        self.history.past.back().map(|kept| &kept.deed)
    }

    /// What would be made again next.
    pub fn redoable(&self) -> Option<&Deed> {
        self.history.future.last().map(|kept| &kept.deed)
    }

    /// How many units can be taken back.
    pub fn undoable_len(&self) -> usize {
        self.history.past.len()
    }

    /// Takes the last unit back: the assessment has the bytes of before, dates of change included.
    pub fn undo(&mut self) -> Option<Turned> {
        let kept = self.history.past.pop_back()?;
        self.typed();
        let (turned, again) = self.turn(kept);
        self.history.future.push(again);
        self.history.limit();
        Some(turned)
    }

    /// Makes again what was taken back last: the assessment has the bytes of after, ids included.
    pub fn redo(&mut self) -> Option<Turned> {
        let kept = self.history.future.pop()?;
        self.typed();
        let (turned, back) = self.turn(kept);
        self.history.past.push_back(back);
        self.history.limit();
        Some(turned)
    }

    /// Somebody types into a field: until [`Engine::typed`] what changes there is one unit.
    pub fn type_in(&mut self, field: &str) {
        if self.history.typing.as_deref() != Some(field) {
            self.typed();
            self.history.typing = Some(field.into());
        }
    }

    /// The field is left: what is typed into it later is a unit of its own.
    pub fn typed(&mut self) {
        self.history.typing = None;
        if let Some(last) = self.history.past.back_mut() {
            last.is_open = false;
        }
    }

    /// Takes over what an engine of answers alone has done: what stood in the place of an answer.
    /// Nothing is changed; units are taken over in the order in which they were made.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` or `E-HEADING` for an item that takes no answer.
    pub fn recall_answer(&mut self, id: &str, former: Option<Answer>) -> Result<(), Problem> {
        self.document.question(id)?;
        let mut unit = Unit::default();
        unit.answer(id.parse()?, former);
        self.remember(unit);
        Ok(())
    }

    /// The same for what the assessment was about.
    pub fn recall_about(&mut self, former: About) {
        let mut unit = Unit::default();
        unit.about(former);
        self.remember(unit);
    }

    /// Keeps what takes a command back. What was taken back before can no longer be made again.
    pub(super) fn remember(&mut self, undo: Unit) {
        self.remember_as(undo, deed);
    }

    /// The same, with a name that does not follow from what was changed.
    pub(super) fn remember_as(&mut self, undo: Unit, deed: impl FnOnce(&Document, &Unit) -> Deed) {
        if self.history.is_held || undo.is_empty() {
            return;
        }
        for gone in core::mem::take(&mut self.history.future) {
            self.history.size_bytes -= gone.size_bytes;
        }
        let is_open = self.history.typing.is_some();
        if is_open
            && let Some(last) = self.history.past.back()
            && last.is_open
            && last.unit.touches_as(&undo)
        {
            // The former values are those of before the first letter; where the text is again what it
            // was, nothing was done.
            if !self.would_change(&last.unit)
                && let Some(last) = self.history.past.pop_back()
            {
                self.history.size_bytes -= last.size_bytes;
            }
            return;
        }
        let deed = deed(&self.document, &undo);
        let kept = Kept { size_bytes: undo.size_bytes(), unit: undo, deed, is_open };
        self.history.size_bytes += kept.size_bytes;
        self.history.past.push_back(kept);
        self.history.limit();
    }

    /// Makes a unit, and gives what it was and the one that makes up for it.
    fn turn(&mut self, kept: Kept) -> (Turned, Kept) {
        let Kept { unit, deed, size_bytes, .. } = kept;
        self.history.size_bytes -= size_bytes;
        let ids = unit.touched(&self.document);
        let unit = self.make_all(unit);
        let size_bytes = unit.size_bytes();
        self.history.size_bytes += size_bytes;
        let turned = Turned { deed: deed.clone(), ids };
        (turned, Kept { unit, deed, size_bytes, is_open: false })
    }
}

impl History {
    /// Lets the oldest go until the rest is within the limits.
    fn limit(&mut self) {
        while self.past.len() + self.future.len() > 1
            && (self.past.len() > UNITS_MAX || self.size_bytes > UNITS_MAX_BYTES)
        {
            let gone = match self.past.pop_front() {
                Some(gone) => gone,
                // What is furthest ahead is as old.
                None => self.future.remove(0),
            };
            self.size_bytes -= gone.size_bytes;
        }
    }
}
