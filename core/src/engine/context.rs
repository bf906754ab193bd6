//! Deciding about what the answers on the organization suggest, and writing the scope.

use alloc::vec::Vec;

use super::edit::Unit;
use super::{Done, Engine};
use crate::assessment::listed::Entry as _;
use crate::assessment::{
    Answer, Applicability, Context, Decision, Question, Scope, ScopeDigests, ScopeParts, Verdict,
};
use crate::context::{Suggestion, changed, decision, resting_on, suggestions};
use crate::id::Id;
use crate::problem::{Problem, Problems, problem, quoted};
use crate::record::{Listed, Record as _};
use crate::scope::digests;

impl Engine {
    /// What the answers on the organization suggest, and what was decided about it.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        suggestions(self.document.catalogue(), &self.facts, self.document.system())
    }

    /// Replaces the answers to the questions about the organization. A suggestion that was refused
    /// is open again once an answer that it rests on is another.
    ///
    /// # Errors
    ///
    /// `E-RANGE` for a number that could not be read back. Nothing changes then.
    pub fn set_context(&mut self, context: Context) -> Result<Done, Problems> {
        let catalogue = self.document.catalogue();
        let system = self.document.system();
        let questions = changed(&system.context, &context);
        let again: Vec<Question> =
            questions.iter().flat_map(|question| resting_on(catalogue, question)).collect();
        let refused = system
            .suggestions
            .iter()
            .filter(|it| it.decision == Verdict::Refused && again.contains(&it.question));
        let mut unit = Unit::default();
        for decision in refused.filter_map(Listed::key) {
            unit.decision(decision, None);
        }
        unit.context(context);
        self.commit(unit).map(Done::only)
    }

    /// Excludes controls as a question suggests: with its typed reason, and with a justification
    /// as the person left it. All of them or none.
    ///
    /// # Errors
    ///
    /// `E-SUGGESTION` for a control that the question does not suggest; the codes of
    /// [`Engine::set`]. Nothing changes then.
    pub fn accept_suggestions(
        &mut self,
        question: Question,
        controls: &[&str],
        justification: &str,
    ) -> Result<Done, Problems> {
        let mut unit = Unit::default();
        for control in controls {
            let suggestion = self.suggested(question, control)?;
            let id: Id = control.parse()?;
            let old = self.document.answer(control).cloned();
            let mut answer = old.unwrap_or_else(|| Answer::new(id.clone()));
            answer.applicability = Scope {
                state: Applicability::Excluded,
                reason: Some(suggestion.reason),
                justification: justification.into(),
                ..answer.applicability
            };
            let mut answer = answer.settled();
            self.date(&mut answer);
            unit.answer(id, Some(answer));
            self.decide(&mut unit, question, control, Verdict::Accepted, "")?;
        }
        self.commit(unit).map(Done::only)
    }

    /// Keeps controls that a question suggests to exclude. They are not offered again while the
    /// answers are the same. All of them or none.
    ///
    /// # Errors
    ///
    /// `E-SUGGESTION` for a control that the question does not suggest. Nothing changes then.
    pub fn refuse_suggestions(
        &mut self,
        question: Question,
        controls: &[&str],
        why: &str,
    ) -> Result<Done, Problems> {
        let mut unit = Unit::default();
        for control in controls {
            self.suggested(question, control)?;
            self.decide(&mut unit, question, control, Verdict::Refused, why)?;
        }
        self.commit(unit).map(Done::only)
    }

    /// Takes the decision about a suggestion back, so that it is offered again where it still
    /// holds. An exclusion stays until it is taken back itself.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` where nothing was decided.
    pub fn reopen_suggestion(
        &mut self,
        question: Question,
        control: &str,
    ) -> Result<Done, Problems> {
        let unit = self.reopened(question, control)?;
        self.commit(unit).map(Done::only)
    }

    /// Takes back that a suggestion was accepted, and the exclusion that came of it, so that the
    /// control applies again and the suggestion is offered.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` where nothing was decided.
    pub fn withdraw_suggestion(
        &mut self,
        question: Question,
        control: &str,
    ) -> Result<Done, Problems> {
        let mut unit = self.reopened(question, control)?;
        if let Some(answer) = self.document.answer(control)
            && answer.applicability.state == Applicability::Excluded
        {
            let id = answer.id.clone();
            let mut answer = Answer { applicability: Scope::blank(), ..answer.clone() };
            self.date(&mut answer);
            unit.answer(id, Some(answer).filter(|answer| !answer.says_nothing()));
        }
        self.commit(unit).map(Done::only)
    }

    fn reopened(&self, question: Question, control: &str) -> Result<Unit, Problem> {
        let decision = decision(self.document.system(), control, question);
        let Some(key) = decision.and_then(Listed::key) else {
            let (id, register) = (quoted(control), Decision::REGISTER);
            return Err(problem!("E-UNKNOWN-ID", "entry", id = id, register = register));
        };
        let mut unit = Unit::default();
        unit.decision(key, None);
        Ok(unit)
    }

    fn suggested(&self, question: Question, control: &str) -> Result<Suggestion, Problem> {
        let catalogue = self.document.catalogue();
        let item = catalogue.index_of(control);
        let found = self
            .suggestions()
            .into_iter()
            .find(|suggestion| suggestion.question == question && Some(suggestion.item) == item);
        found.ok_or_else(|| problem!("E-SUGGESTION", control = quoted(control)))
    }

    fn decide(
        &self,
        unit: &mut Unit,
        question: Question,
        control: &str,
        decision: Verdict,
        why: &str,
    ) -> Result<(), Problem> {
        let on = self.today;
        let decision =
            Decision { control: control.parse()?, question, decision, on, why: why.into() };
        if let Some(key) = decision.key() {
            unit.decision(key, Some(decision));
        }
        Ok(())
    }

    /// The parts of a scope that is written anew, with what they say now.
    pub(super) fn noted_scope_parts(&self, scope: &str) -> ScopeParts {
        let is_blank = scope.trim().is_empty();
        let mut parts = self.document.system().scope_parts.clone();
        parts.edited_from = if is_blank { ScopeDigests::default() } else { digests(&parts) };
        parts
    }
}
