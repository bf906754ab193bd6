//! Deciding about controls for the Statement of Applicability, one or many of them in one step, and
//! taking what an auditor found over into the register of nonconformities.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::edit::Unit;
use super::entry::Done;
use super::{Engine, says_not_applicable};
use crate::assessment::{
    Answer, Applicability, Entry, ExclusionReason, FindingKind, FoundBy, Grade, Inclusion,
    Nonconformity, Scope,
};
use crate::id::Origin;
use crate::problem::{Date, Problems, problem, quoted};
use crate::record::Record as _;

/// Why controls are left out, as a person says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// The typed reason.
    pub reason: Option<ExclusionReason>,
    /// The justification in words.
    pub justification: String,
    /// When it is looked at again; in a year where nothing is said.
    pub review: Option<Date>,
}

impl Engine {
    /// Replaces whole answers, as [`Engine::set`] does with one: all of them or none, in one step
    /// that can be taken back.
    ///
    /// # Errors
    ///
    /// As [`Engine::set`]. Nothing changes then.
    pub fn put_answers(&mut self, answers: Vec<Answer>) -> Result<Done, Problems> {
        let mut origin = self.origin.clone();
        let mut unit = Unit::default();
        let (mut ids, mut problems) = (Vec::new(), Vec::new());
        for answer in answers {
            match self.readied(answer, &mut origin) {
                Ok(answer) => {
                    let id = answer.id.clone();
                    ids.push(id.clone());
                    unit.answer(id, Some(answer).filter(|answer| !answer.says_nothing()));
                }
                Err(all) => problems.extend(all.0),
            }
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        let done = self.commit(unit).map(Done::only)?;
        self.origin = origin;
        Ok(Done { ids, ..done })
    }

    /// Gives controls a reason that a person states, and words of theirs where there are such. What
    /// was excluded is applicable from then on; a justification that was written is kept.
    ///
    /// # Errors
    ///
    /// As [`Engine::put_answers`].
    pub fn include_controls(
        &mut self,
        controls: &[&str],
        reason: &Inclusion,
        words: &str,
    ) -> Result<Done, Problems> {
        self.decided(controls, |answer| {
            if answer.applicability.state == Applicability::Excluded {
                answer.applicability.state = Applicability::Applicable;
            }
            answer.inclusion.push(reason.clone());
            if !words.trim().is_empty() {
                answer.inclusion_words = words.into();
            }
        })
    }

    /// Excludes controls for a reason.
    ///
    /// # Errors
    ///
    /// As [`Engine::put_answers`].
    pub fn exclude_controls(
        &mut self,
        controls: &[&str],
        exclusion: &Exclusion,
    ) -> Result<Done, Problems> {
        self.decided(controls, |answer| {
            answer.applicability = Scope {
                state: Applicability::Excluded,
                reason: exclusion.reason,
                justification: exclusion.justification.clone(),
                review: exclusion.review,
                ..answer.applicability.clone()
            };
        })
    }

    /// Records what an auditor found at an item as a nonconformity, with all that the finding says.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`; `E-FINDING` where no nonconformity was found; `E-MISSING` where neither the
    /// finding nor `what` says what is wrong.
    pub fn record_finding(&mut self, item: &str, what: &str) -> Result<Done, Problems> {
        let id = self.known(item)?;
        let answer = self.document.answer(item);
        let finding = answer.and_then(|answer| answer.finding.as_ref());
        let grade = match finding.map(|finding| finding.kind) {
            Some(FindingKind::MajorNonconformity) => Grade::Major,
            Some(FindingKind::MinorNonconformity) => Grade::Minor,
            Some(FindingKind::Opportunity | FindingKind::Observation) | None => {
                return Err(problem!("E-FINDING", item = quoted(item))
                    .at("nonconformities")
                    .into());
            }
        };
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let found = text(finding.map(|finding| &finding.text));
        let entry = Nonconformity {
            grade,
            from: Some(FoundBy::Audit),
            item: Some(id),
            what: if what.trim().is_empty() { found } else { what.to_string() },
            found: self.today,
            correction: text(finding.map(|finding| &finding.correction)),
            root_cause: text(finding.map(|finding| &finding.root_cause)),
            owner: text(answer.map(|answer| &answer.owner)),
            ..Nonconformity::blank()
        };
        self.put_entry(Entry::from(entry))
    }

    /// Changes the answers to controls.
    fn decided(
        &mut self,
        controls: &[&str],
        change: impl Fn(&mut Answer),
    ) -> Result<Done, Problems> {
        let mut answers = Vec::new();
        for control in controls {
            let mut answer = match self.document.answer(control) {
                Some(answer) => answer.clone(),
                None => Answer::new(self.known(control)?),
            };
            change(&mut answer);
            answers.push(answer);
        }
        self.put_answers(answers)
    }

    /// The id of an item that takes an answer, or of an own control.
    fn known(&self, id: &str) -> Result<crate::Id, Problems> {
        if self.document.system().own_control(id).is_none() {
            self.document.question(id)?;
        }
        Ok(id.parse()?)
    }

    /// An answer as it will stand, or why it cannot.
    fn readied(&self, answer: Answer, origin: &mut Origin) -> Result<Answer, Problems> {
        let mut answer = answer.settled();
        let problems = answer.problems();
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        if self.document.system().own_control(answer.id.as_str()).is_none() {
            let index = self.document.question(answer.id.as_str())?;
            self.must_apply(index, says_not_applicable(&answer))?;
        }
        self.document.identify(&mut answer, origin)?;
        self.date(&mut answer);
        Ok(answer)
    }
}
