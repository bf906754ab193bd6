//! Treating risks: a finished plan is adopted, owners approve, and risks are accepted.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Engine;
use super::edit::Unit;
use super::entry::Done;
use crate::assessment::{
    APPROVAL_PREFIX, APPROVALS_MAX, Acceptance, Approval, Approves, Entry, Register, Risk,
    Treatment, TreatmentOption,
};
use crate::facts::place_of;
use crate::id::{Id, Origin};
use crate::problem::Date;
use crate::problem::{Problem, Problems, problem, quoted};
use crate::record::settle_ids;
use crate::risk::{
    ApprovalState, Evaluation, Risks, latest_due, plan_digest, residual_digest, scenario_digest,
};

/// Who accepts a risk, as a person says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accept {
    /// Who accepts.
    pub by: String,
    /// The role in which somebody accepts.
    pub role: String,
    /// The last day.
    pub until: Option<Date>,
    /// The highest level that is accepted; what counts today where nothing is said.
    pub level: Option<Id>,
    /// Why.
    pub why: String,
}

impl Engine {
    /// What the register of risks says on a day.
    pub fn risks(&self, today: Date) -> Risks<'_> {
        Risks::of(&self.document, &self.facts, &self.ledger, today)
    }

    /// Takes over what a finished plan has reached: the planned assessment is today's, the chosen
    /// controls are existing ones, and the treatment is empty.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`; `E-ADOPT` for a plan that is not complete, or one that leaves nothing;
    /// `E-MISSING` for an engine that was not told the day.
    pub fn adopt(&mut self, id: &str) -> Result<Done, Problems> {
        let today = self.must_know_today()?;
        let (place, mut risk) = self.must_have_risk(id)?;
        let is_gone = risk.treatment.option == Some(TreatmentOption::Avoid)
            && risk.treatment.residual.is_none();
        let evaluation = self.risks(today).evaluate(place);
        if is_gone || !evaluation.is_some_and(|it| it.is_complete) {
            let refused = match is_gone {
                true => problem!("E-ADOPT", "avoided"),
                false => problem!("E-ADOPT", "incomplete"),
            };
            return Err(refused.at(format!("risks/{id}/treatment")).into());
        }
        let Treatment { controls, residual, .. } = core::mem::take(&mut risk.treatment);
        risk.current = residual.or(risk.current);
        risk.existing.extend(controls);
        settle_ids(&mut risk.existing);
        risk.reviewed = Some(today);
        self.put_entry(Entry::Risk(risk))
    }

    /// Approves plan and what is left of every decided risk of an owner, or of those of them that
    /// are named.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`; `E-APPROVE` for a named risk of somebody else, or one that is not decided;
    /// `E-MISSING` for an engine that was not told the day.
    pub fn approve(&mut self, owner: &str, ids: Option<&[&str]>) -> Result<Done, Problems> {
        let today = self.must_know_today()?;
        let mut problems = Vec::new();
        let places: Vec<usize> = match ids {
            None => (0..self.document.system().risks.len()).collect(),
            Some(ids) => {
                let mut places = Vec::new();
                for id in ids {
                    match self.must_have_risk(id) {
                        Ok((place, _)) => places.push(place),
                        Err(problem) => problems.push(problem),
                    }
                }
                places
            }
        };
        let mut origin = self.origin.clone();
        let mut unit = Unit::default();
        let (mut done, mut dropped) = (Vec::new(), Vec::new());
        for place in places {
            let risks = self.risks(today);
            let (Some(it), Some(risk)) = (risks.evaluate(place), risks.system.risks.get(place))
            else {
                continue;
            };
            let may = may_approve(&risks, &it, risk, owner);
            match (may, ids) {
                (Err(problem), Some(_)) => problems.push(problem),
                (Ok(()), _) => {
                    let mut risk = risk.clone();
                    approve(&risks, &it, &mut risk, owner, &mut origin, &mut dropped);
                    if Some(&risk) != risks.system.risks.get(place) {
                        done.push(risk.id.clone());
                        unit.entry(Register::Risk, risk.id.clone(), Some(Entry::from(risk)));
                    }
                }
                (Err(_), None) => {}
            }
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        let undo = self.commit(unit)?;
        self.origin = origin;
        Ok(Done { ids: done, dropped, undo })
    }

    /// Accepts a risk until a day.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`; `E-MISSING` without a last day above the line; `E-ACCEPT` where the risk
    /// cannot be evaluated, is higher than what is accepted, or the role may not accept there;
    /// `E-DATE-ORDER`.
    pub fn accept(&mut self, id: &str, accept: Accept) -> Result<Done, Problems> {
        let today = self.must_know_today()?;
        let (place, mut risk) = self.must_have_risk(id)?;
        let at = format!("risks/{id}/acceptance");
        let refused = |problem: Problem| Problems::from(problem.at(at.as_str()));
        let risks = self.risks(today);
        let (Some(criteria), Some(scale), Some(exposure)) = (
            risks.system.criteria.as_ref(),
            risks.ledger.scale.as_ref(),
            risks.evaluate(place).and_then(|it| it.exposure),
        ) else {
            return Err(refused(problem!("E-ACCEPT", "incomplete")));
        };
        let level = match &accept.level {
            Some(word) => criteria.level(word.as_str()),
            None => exposure.level().map(usize::from),
        };
        let Some((level, word)) =
            level.and_then(|level| Some((level, criteria.levels.get(level)?.word.clone())))
        else {
            return Err(refused(problem!("E-ACCEPT", "level")));
        };
        if exposure.level().is_some_and(|exposure| usize::from(exposure) > level) {
            return Err(refused(problem!("E-ACCEPT", "higher")));
        }
        if level > usize::from(scale.line) {
            let mut problems = Vec::new();
            if accept.until.is_none() {
                problems.push(problem!("E-MISSING", "last_day").at(format!("{at}/until")));
            }
            if !scale.may_accept(u8::try_from(level).unwrap_or(u8::MAX), &accept.role) {
                problems.push(problem!("E-ACCEPT", "role").at(at.as_str()));
            }
            if !problems.is_empty() {
                return Err(Problems(problems));
            }
        }
        risk.acceptance = Some(Acceptance {
            by: accept.by,
            role: accept.role,
            on: Some(today),
            until: accept.until,
            level: Some(word),
            why: accept.why,
            digest: scenario_digest(&risk),
        });
        self.put_entry(Entry::Risk(risk))
    }

    pub(super) fn must_know_today(&self) -> Result<Date, Problem> {
        self.today.ok_or_else(|| problem!("E-MISSING", "today").at("today"))
    }

    fn must_have_risk(&self, id: &str) -> Result<(usize, Box<Risk>), Problem> {
        let entry = self.must_have(Register::Risk, id)?;
        let place =
            entry.id().and_then(|id| place_of(&self.document.system().risks, id, |risk| &risk.id));
        match (entry, place) {
            (Entry::Risk(risk), Some(place)) => Ok((place, risk)),
            _ => {
                let (id, register) = (quoted(id), Register::Risk.name());
                Err(problem!("E-UNKNOWN-ID", "entry", id = id, register = register))
            }
        }
    }
}

/// Whether an owner can approve a risk.
fn may_approve(
    risks: &Risks<'_>,
    it: &Evaluation,
    risk: &Risk,
    owner: &str,
) -> Result<(), Problem> {
    let needs_residual =
        matches!(risk.treatment.option, Some(TreatmentOption::Modify | TreatmentOption::Share));
    let facts = risks.ledger.risks.get(it.risk);
    let has_residual = facts.is_some_and(|facts| facts.residual.is_some());
    let refused = if !risks.is_owner(it.risk, owner) || owner.trim().is_empty() {
        problem!("E-APPROVE", "owner")
    } else if !it.missing.is_empty() {
        problem!("E-APPROVE", "incomplete")
    } else if !it.is_decided {
        problem!("E-APPROVE", "undecided")
    } else if needs_residual && !has_residual {
        problem!("E-APPROVE", "residual")
    } else {
        return Ok(());
    };
    Err(refused.at(format!("risks/{}", risk.id)))
}

/// Writes what is not approved yet.
fn approve(
    risks: &Risks<'_>,
    it: &Evaluation,
    risk: &mut Risk,
    owner: &str,
    origin: &mut Origin,
    dropped: &mut Vec<Id>,
) {
    let both = [(Approves::Plan, it.plan), (Approves::Residual, it.residual)];
    for (of, state) in both {
        if state == ApprovalState::Valid {
            continue;
        }
        while risk.approvals.len() >= APPROVALS_MAX {
            // What is void goes first, the oldest ahead.
            let oldest =
                risk.approvals.iter().enumerate().filter(|(_, it)| !is_current(risks, it, risk));
            let oldest = oldest.min_by_key(|(_, it)| it.on).map(|(place, _)| place);
            let Some(oldest) = oldest else { break };
            dropped.push(risk.approvals.remove(oldest).id);
        }
        let digest = match of {
            Approves::Plan => plan_digest(risks, it.risk),
            Approves::Residual => residual_digest(risks, it.risk),
        };
        let approvals = &risk.approvals;
        let is_taken = &mut |id: &str| approvals.iter().any(|other| other.id.as_str() == id);
        let id = origin.make(APPROVAL_PREFIX, is_taken);
        risk.approvals.push(Approval {
            id,
            of,
            by: owner.trim().to_string(),
            on: Some(risks.today),
            digest,
            latest_due: latest_due(risks, it.risk).filter(|_| of == Approves::Plan),
        });
    }
    crate::order::sort(&mut risk.approvals, |one, other| one.id < other.id);
}

/// Whether an approval is of what stands there now.
fn is_current(risks: &Risks<'_>, approval: &Approval, risk: &Risk) -> bool {
    let place = place_of(&risks.system.risks, &risk.id, |risk| &risk.id);
    place.is_some_and(|place| {
        approval.digest
            == match approval.of {
                Approves::Plan => plan_digest(risks, place),
                Approves::Residual => residual_digest(risks, place),
            }
    })
}
