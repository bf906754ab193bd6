//! Deciding about what the answers on the organization suggest, and writing the scope.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Delta, Engine};
use crate::assessment::{
    Answer, Applicability, Context, Decision, Question, Scope, ScopeDigests, Verdict,
};
use crate::context::{Suggestion, changed, resting_on, suggestions};
use crate::problem::{Problem, Problems, problem, quoted};
use crate::scope::digests;

/// After how many months an exclusion is looked at again where nobody says.
pub(super) const EXCLUSION_MONTHS: u16 = 12;

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
    pub fn set_context(&mut self, context: Context) -> Result<(), Problems> {
        let catalogue = self.document.catalogue();
        let questions = changed(&self.document.system().context, &context);
        let again: Vec<Question> =
            questions.iter().flat_map(|question| resting_on(catalogue, question)).collect();
        self.set_part("context", context, |system| &mut system.context)?;
        let refused: Vec<String> = self
            .document
            .system()
            .suggestions
            .iter()
            .filter(|it| it.decision == Verdict::Refused && again.contains(&it.question))
            .map(|it| format!("{} {}", it.control, it.question.word()))
            .collect();
        for name in refused {
            self.remove::<Decision>(&name)?;
        }
        Ok(())
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
    ) -> Result<Vec<Delta>, Problems> {
        let mut next = self.clone();
        let mut deltas = Vec::new();
        for control in controls {
            let suggestion = self.suggested(question, control)?;
            let mut answer = match self.document.answer(control) {
                Some(answer) => answer.clone(),
                None => Answer::new(control.parse()?),
            };
            answer.applicability = Scope {
                state: Applicability::Excluded,
                reason: Some(suggestion.reason),
                justification: justification.into(),
                ..answer.applicability
            };
            deltas.push(next.set(answer)?);
            next.decide(question, control, Verdict::Accepted, justification)?;
        }
        *self = next;
        Ok(deltas)
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
    ) -> Result<(), Problems> {
        let mut next = self.clone();
        for control in controls {
            self.suggested(question, control)?;
            next.decide(question, control, Verdict::Refused, why)?;
        }
        *self = next;
        Ok(())
    }

    /// Takes the decision about a suggestion back, so that it is offered again where it still
    /// holds. An exclusion stays until it is taken back itself.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` where nothing was decided.
    pub fn reopen_suggestion(&mut self, question: Question, control: &str) -> Result<(), Problem> {
        self.remove::<Decision>(&format!("{control} {}", question.word()))
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
        &mut self,
        question: Question,
        control: &str,
        decision: Verdict,
        why: &str,
    ) -> Result<(), Problems> {
        let on = self.today;
        let control = control.parse()?;
        let why = if decision == Verdict::Accepted { String::new() } else { why.into() };
        self.put(Decision { control, question, decision, on, why }).map(|_| ())
    }

    /// Keeps beside a scope that is written anew what its parts say now.
    pub(super) fn note_scope_parts(&mut self) {
        let is_blank = self.document.about.scope.trim().is_empty();
        let mut parts = self.document.system().scope_parts.clone();
        parts.edited_from = if is_blank { ScopeDigests::default() } else { digests(&parts) };
        // Digests are short: they fit where the rest of the cover does.
        self.document.replace_scope_parts(parts);
    }
}
