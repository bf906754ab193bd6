//! One risk on one day: whether it is decided and complete, what is left of it, its state.

use alloc::vec::Vec;

use super::approve::{ApprovalState, approval_state, digest};
use crate::assessment::{Approves, Document, System, TreatmentOption};
use crate::catalogue::Catalogue;
use crate::facts::{
    ControlPlace, Digested, Facts, ItemFacts, Ledger, Missing, Remains, RiskFacts, Scale, Steps,
    lasts,
};
use crate::problem::Date;
use crate::text::is_same;
use annexa_vocabulary::words;

words! {
    /// Where a risk stands.
    State {
        /// It cannot be evaluated yet.
        Draft = "draft",
        /// What brings it about is given up.
        Avoided = "avoided",
        /// It is at or below the line.
        Acceptable = "acceptable",
        /// Somebody who may has accepted it.
        Accepted = "accepted",
        /// It is decided, and the plan will bring it to the line.
        Planned = "planned",
        /// It is decided, and that is not enough.
        Insufficient = "insufficient",
        /// Nothing is decided.
        Untreated = "untreated",
    }
}

impl State {
    /// Whether something is still to be done or decided.
    pub fn is_open(self) -> bool {
        matches!(self, State::Planned | State::Insufficient | State::Untreated)
    }
}

/// What the rules need to judge risks.
#[derive(Debug, Clone, Copy)]
pub struct Risks<'d> {
    /// The catalogue.
    pub catalogue: &'d Catalogue,
    /// The registers with their words.
    pub system: &'d System,
    /// The facts of the answers.
    pub facts: &'d Facts,
    /// The facts of the registers.
    pub ledger: &'d Ledger,
    /// The day.
    pub today: Date,
}

/// What holds of a risk on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Its place in the register.
    pub risk: usize,
    /// What keeps it from being evaluated.
    pub missing: Vec<Missing>,
    /// Where it stands.
    pub state: State,
    /// Whether it is acceptable or avoided by what was done, having been above the line.
    pub is_by_treatment: bool,
    /// How high it is today, with the controls that run.
    pub current: Option<Remains>,
    /// What is planned to be left.
    pub planned: Option<Remains>,
    /// What counts today.
    pub exposure: Option<Remains>,
    /// Whether what is to be done about it is decided.
    pub is_decided: bool,
    /// Whether all that was decided is done.
    pub is_complete: bool,
    /// Whether something carries a plan: a control that is on its way, or an action with owner and
    /// day.
    pub has_ground: bool,
    /// Whether it should have been looked at again.
    pub is_stale: bool,
    /// Whether its acceptance is valid.
    pub is_accepted: bool,
    /// What has become of the approval of the plan.
    pub plan: ApprovalState,
    /// What has become of the approval of what is left.
    pub residual: ApprovalState,
    /// How many chosen controls are in place and serving actions done, of how many.
    pub taken: Taken,
}

/// How much of a plan is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// What is done.
    pub done: usize,
    /// What there is to do.
    pub of: usize,
}

impl<'d> Risks<'d> {
    /// What the rules need of a document.
    pub fn of(
        document: &'d Document,
        facts: &'d Facts,
        ledger: &'d Ledger,
        today: Date,
    ) -> Risks<'d> {
        let (catalogue, system) = (document.catalogue(), document.system());
        Risks { catalogue, system, facts, ledger, today }
    }

    /// The facts of a control.
    pub fn control(&self, control: ControlPlace) -> &'d ItemFacts {
        self.ledger.control(self.facts, control)
    }

    /// Every risk, in the register's order.
    pub fn evaluations(&self) -> Vec<Evaluation> {
        (0..self.ledger.risks.len()).filter_map(|risk| self.evaluate(risk)).collect()
    }

    /// Whether a chosen control carries a plan.
    fn is_on_its_way(&self, control: ControlPlace) -> bool {
        use crate::assessment::{Applicability, Implementation};
        let its = self.control(control);
        its.applicability != Applicability::Excluded
            && (matches!(
                its.implementation,
                Implementation::Planned | Implementation::Partly | Implementation::Implemented
            ) || its.has_owner && its.due.is_some())
    }

    /// Whether something carries a plan.
    pub fn has_ground(&self, risk: &RiskFacts) -> bool {
        let carries = |action: &usize| {
            self.ledger.actions.get(*action).is_some_and(|action| {
                action.has_owner && action.due.is_some() || action.is_done(self.today)
            })
        };
        risk.chosen.iter().any(|control| self.is_on_its_way(*control))
            || risk.serving.iter().any(carries)
    }

    /// Whether what is to be done about a risk is decided.
    pub fn is_decided(&self, risk: &RiskFacts) -> bool {
        let is_shared = |place: &usize| {
            self.ledger.obligations.get(*place).is_some_and(|it| !it.is_ended(self.today))
        };
        match risk.option {
            None => false,
            Some(TreatmentOption::Modify) => self.has_ground(risk),
            Some(TreatmentOption::Retain) => true,
            Some(TreatmentOption::Avoid) => !risk.serving.is_empty(),
            Some(TreatmentOption::Share) => {
                risk.share_basis.iter().any(is_shared) || !risk.serving.is_empty()
            }
        }
    }

    /// Whether all that was decided is done. To keep a risk is never complete; it waits for
    /// nothing.
    pub fn is_complete(&self, risk: &RiskFacts) -> bool {
        if risk.option == Some(TreatmentOption::Retain) || !self.is_decided(risk) {
            return false;
        }
        let in_force = |place: &usize| {
            self.ledger.obligations.get(*place).is_some_and(|it| it.is_in_force(self.today))
        };
        let is_shared =
            risk.option == Some(TreatmentOption::Share) && risk.share_basis.iter().any(in_force);
        let taken = self.taken(risk);
        (taken.of > 0 || is_shared) && taken.done == taken.of
    }

    /// How much of a plan is done.
    pub fn taken(&self, risk: &RiskFacts) -> Taken {
        let in_place = risk.chosen.iter().filter(|control| self.control(**control).is_in_place());
        let done = risk.serving.iter().filter(|action| {
            self.ledger.actions.get(**action).is_some_and(|it| it.is_done(self.today))
        });
        Taken {
            done: in_place.count() + done.count(),
            of: risk.chosen.len() + risk.dangling + risk.serving.len(),
        }
    }

    /// Everything that holds of a risk.
    pub fn evaluate(&self, place: usize) -> Option<Evaluation> {
        let risk = self.ledger.risks.get(place)?;
        let mut evaluation = Evaluation {
            risk: place,
            missing: risk.missing.clone(),
            state: State::Draft,
            is_by_treatment: false,
            current: None,
            planned: None,
            exposure: None,
            is_decided: self.is_decided(risk),
            is_complete: self.is_complete(risk),
            has_ground: self.has_ground(risk),
            is_stale: false,
            is_accepted: false,
            plan: ApprovalState::Absent,
            residual: ApprovalState::Absent,
            taken: self.taken(risk),
        };
        if let (Some(scale), Some(steps), true) =
            (&self.ledger.scale, &risk.current, risk.is_evaluable())
        {
            self.judge(&mut evaluation, scale, risk, steps);
        }
        evaluation.plan = approval_state(self, place, Approves::Plan);
        evaluation.residual = approval_state(self, place, Approves::Residual);
        Some(evaluation)
    }

    fn judge(&self, it: &mut Evaluation, scale: &Scale, risk: &RiskFacts, steps: &Steps) {
        let current = Remains::At(scale.key(steps));
        let planned = planned(scale, risk, current);
        let achieved = if it.is_complete && planned <= current { planned } else { current };
        let exposure = if it.is_decided { achieved } else { current };
        it.current = Some(current);
        it.planned = Some(planned);
        it.exposure = Some(exposure);
        it.is_accepted = self.accepts(it.risk, scale, Some(exposure));
        let will_do = !scale.is_above(planned) || self.accepts(it.risk, scale, Some(planned));
        it.state = match exposure {
            Remains::Gone => State::Avoided,
            exposure if !scale.is_above(exposure) => State::Acceptable,
            _ if it.is_accepted => State::Accepted,
            _ if it.is_decided && !it.is_complete && will_do => State::Planned,
            _ if it.is_decided => State::Insufficient,
            _ => State::Untreated,
        };
        let is_below = matches!(it.state, State::Avoided | State::Acceptable);
        it.is_by_treatment = is_below && scale.is_above(current);
        it.is_stale = it.state != State::Avoided && self.is_stale(scale, risk, steps);
    }

    /// Whether a risk should have been looked at again. A day that is still to come does not
    /// count.
    fn is_stale(&self, scale: &Scale, risk: &RiskFacts, steps: &Steps) -> bool {
        let past = |day: Option<Date>| day.filter(|day| *day <= self.today);
        let Some(last) = past(risk.reviewed).max(past(steps.on)) else { return true };
        let months = scale.review_months(scale.key(steps).level);
        last.plus_months(u16::from(months)) < self.today
    }

    /// Whether the acceptance of a risk is valid and covers what is left.
    pub(super) fn accepts(&self, place: usize, scale: &Scale, left: Option<Remains>) -> bool {
        let Some(risk) = self.system.risks.get(place) else { return false };
        let Some(acceptance) = &risk.acceptance else { return false };
        let Some(criteria) = &self.system.criteria else { return false };
        let level = acceptance.level.as_ref().and_then(|word| criteria.level(word.as_str()));
        let Some(level) = level.and_then(|level| u8::try_from(level).ok()) else { return false };
        lasts(acceptance, self.today)
            && acceptance.until.is_some()
            && left.is_none_or(|left| left.level() <= Some(level))
            && scale.may_accept(level, &acceptance.role)
            && digest(self, place, Digested::Scenario) == Some(acceptance.digest.as_str())
    }

    /// Whether somebody is the owner of a risk.
    pub fn is_owner(&self, place: usize, name: &str) -> bool {
        self.system.risks.get(place).is_some_and(|risk| is_same(&risk.owner, name))
    }
}

/// What a plan leaves.
pub(super) fn planned(scale: &Scale, risk: &RiskFacts, current: Remains) -> Remains {
    match (risk.option, &risk.residual) {
        (Some(TreatmentOption::Retain), _) => current,
        (Some(TreatmentOption::Avoid), None) => Remains::Gone,
        (_, Some(residual)) => Remains::At(scale.key(residual)),
        (_, None) => current,
    }
}
