//! Answers to controls of one's own: the same fields, and no part in any score.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::edit::Edit;
use super::{Delta, Engine};
use crate::assessment::{Answer, Response};
use crate::catalogue::Kind;
use crate::facts::ItemFacts;
use crate::problem::{Problem, Problems};

impl Engine {
    /// Replaces the whole answer to an own control, which was checked.
    pub(super) fn set_own(&mut self, own: usize, mut answer: Answer) -> Result<Delta, Problems> {
        self.document.identify(&mut answer, &mut self.origin)?;
        self.date(&mut answer);
        let id = answer.id.clone();
        let old_bytes = self.document.answer(id.as_str()).map_or(0, Answer::size_bound_bytes);
        let answer = Some(answer).filter(|answer| !answer.says_nothing());
        let is_same = self.document.answer(id.as_str()) == answer.as_ref();
        let new_bytes = answer.as_ref().map_or(0, Answer::size_bound_bytes);
        let facts = ItemFacts::of(Kind::Control, answer.as_ref());
        let place = self.ledger.own_place(own);
        let document = self.at(place);
        document.resize(old_bytes, new_bytes);
        let old = document.replace_unknown(&id, answer).map(Box::new);
        if !is_same {
            self.remember(Edit::Answer(id, old).into());
        }
        self.ledger.replace_own(own, facts);
        let risks = self.risks_at(place);
        Ok(Delta { item: place, facts, scores: Vec::new(), risks })
    }

    /// Changes the response to an own control, and nothing else of its answer but the date.
    pub(super) fn respond_own(
        &mut self,
        own: usize,
        response: Option<Response>,
    ) -> Result<Delta, Problem> {
        let control = self.document.system().own_controls.get(own);
        let id = control.map(|control| control.id.clone());
        let old = id.as_ref().and_then(|id| self.document.answer(id.as_str()).cloned());
        let answer = old.or_else(|| id.map(Answer::new));
        let Some(answer) = answer.filter(|answer| answer.response != response) else {
            let facts = self.ledger.own.get(own).copied().unwrap_or(ItemFacts::NONE);
            let item = self.ledger.own_place(own);
            return Ok(Delta { item, facts, scores: Vec::new(), risks: Vec::new() });
        };
        let changed = self.set(Answer { response, ..answer });
        changed.map_err(|problems| problems.first().clone())
    }
}
