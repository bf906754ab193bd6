//! What the rules look for in risks: whether what is said of one holds together, and whether it
//! is decided.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::rules::Found;
use super::span::Days;
use super::*;
use crate::assessment::{Approves, Basis, Register, Risk, TreatmentOption};
use crate::facts::{ControlPlace, Ledger, RiskFacts, Scale};
use crate::risk::{Evaluation, Risks, State, plan_digest, residual_digest};
use crate::text::is_same;

/// What a rule about a risk sees.
pub(super) struct Seen<'s> {
    pub(super) risks: Risks<'s>,
    pub(super) risk: &'s Risk,
    pub(super) its: &'s RiskFacts,
    pub(super) it: Evaluation,
}

impl Seen<'_> {
    /// Whether what counts today is above the line.
    pub(super) fn is_above(&self) -> bool {
        self.scale().is_some_and(|scale| self.it.exposure.is_some_and(|it| scale.is_above(it)))
    }

    pub(super) fn scale(&self) -> Option<&Scale> {
        self.risks.ledger.scale.as_ref()
    }

    /// The ids of controls.
    pub(super) fn ids(&self, controls: impl Iterator<Item = ControlPlace>) -> Value {
        Value::Ids(controls.map(|it| control_id(&self.risks, it)).collect())
    }
}

/// The id of a control; of an own one its label.
pub(super) fn control_id(risks: &Risks<'_>, control: ControlPlace) -> String {
    let items = risks.catalogue.items();
    match items.get(control) {
        Some(item) => item.id().to_string(),
        None => {
            let own = risks.system.own_controls.get(control - items.len());
            own.map_or(String::new(), |own| match own.label.as_str() {
                "" => own.id.to_string(),
                label => label.to_string(),
            })
        }
    }
}

/// Looks at one risk.
pub(super) fn run(found: &mut Found, risks: &Risks<'_>, place: usize) {
    let Risks { system, ledger, .. } = *risks;
    let (Some(risk), Some(its)) = (system.risks.get(place), ledger.risks.get(place)) else {
        return;
    };
    found.subject = Subject::Entry(Register::Risk, place);
    let mut days = days(ledger, risk, its);
    // A risk that is looked at again in time is not stale.
    if let (Some(scale), Some(steps)) = (&ledger.scale, &its.current) {
        let months = scale.review_months(scale.key(steps).level);
        days.months_after(risk.reviewed, months);
        days.months_after(steps.on, months);
    }
    found.over(days, &mut |found, today| {
        let risks = Risks { today, ..*risks };
        if let Some(it) = risks.evaluate(place) {
            let seen = Seen { risks, risk, its, it };
            scenario(found, &seen);
            decision(found, &seen);
            treatment::run(found, &seen);
        }
    });
    let current = risk.current.as_ref().and_then(|it| it.on);
    let accepted = risk.acceptance.as_ref().and_then(|it| it.on);
    registers::future(found, "assessed", current);
    registers::future(found, "reviewed", risk.reviewed);
    registers::future(found, "accepted", accepted);
}

/// The days on which something changes for a risk.
fn days(ledger: &Ledger, risk: &Risk, its: &RiskFacts) -> Days {
    let mut days = Days::default();
    for action in its.serving.iter().filter_map(|action| ledger.actions.get(*action)) {
        days.from(action.done);
    }
    for basis in its.share_basis.iter().filter_map(|basis| ledger.obligations.get(*basis)) {
        days.from(basis.since);
        days.until(basis.until);
    }
    if let Some(acceptance) = &risk.acceptance {
        days.from(acceptance.on);
        days.until(acceptance.until);
    }
    risk.approvals.iter().for_each(|approval| days.from(approval.on));
    days.from(risk.reviewed);
    days.from(risk.current.as_ref().and_then(|current| current.on));
    days
}

fn scenario(found: &mut Found, seen: &Seen<'_>) {
    let Seen { risks, risk, its, it } = seen;
    if !its.has_owner {
        let is_draft = it.state == State::Draft;
        let severity = if is_draft { Severity::Warning } else { Severity::Error };
        let without = found.mode.has_clauses();
        found.add_as(&RISK_NO_OWNER, if without { severity } else { Severity::Info }, []);
    }
    if its.has_unknown_step {
        let estimates = [&risk.inherent, &risk.current, &risk.treatment.residual];
        let words = estimates.into_iter().flatten().flat_map(|estimate| match seen.scale() {
            Some(scale) => scale.unknown(estimate).map(ToString::to_string).collect::<Vec<_>>(),
            None => {
                let likelihood = estimate.likelihood.iter();
                likelihood.chain(estimate.consequences()).map(ToString::to_string).collect()
            }
        });
        found.add(&UNKNOWN_STEP, [("steps", Value::Ids(words.collect()))]);
    }
    let has_threat = !risk.threat.trim().is_empty();
    if risk.basis() == Basis::Event && has_threat && risk.event.trim().is_empty() {
        found.add(&RISK_TEMPLATE, []);
    }
    let twice = risk.existing.iter().filter(|id| risk.treatment.controls.contains(id));
    let twice: Vec<String> = twice.map(ToString::to_string).collect();
    if !twice.is_empty() {
        found.add(&CONTROL_TWICE, [("controls", Value::Ids(twice))]);
    }
    if let (Some(scale), Some(current), Some(inherent)) =
        (seen.scale(), &its.current, &its.inherent)
        && scale.key(current) > scale.key(inherent)
    {
        found.add(&CURRENT_ABOVE_INHERENT, []);
    }
    let missing = its.existing.iter().copied().filter(|it| !risks.control(*it).is_in_place());
    let missing: Vec<ControlPlace> = missing.collect();
    if !missing.is_empty() {
        let severity = if seen.is_above() { Severity::Error } else { Severity::Warning };
        let controls = seen.ids(missing.into_iter());
        found.add_as(&EXISTING_NOT_IN_PLACE, severity, [("controls", controls)]);
    }
}

fn decision(found: &mut Found, seen: &Seen<'_>) {
    let Seen { risks, risk, it, .. } = seen;
    match it.state {
        State::Untreated => drop(found.add(&RISK_UNTREATED, [])),
        State::Insufficient => drop(found.add(&RISK_INSUFFICIENT, [])),
        _ => {}
    }
    if it.is_stale && it.state != State::Draft {
        found.add(&RISK_STALE, []);
    }
    for approval in &risk.approvals {
        let is_other = !is_same(&approval.by, &risk.owner);
        let is_current = || {
            approval.digest
                == match approval.of {
                    Approves::Plan => plan_digest(risks, it.risk),
                    Approves::Residual => residual_digest(risks, it.risk),
                }
        };
        if is_other && is_current() {
            let of = Value::Word { set: "approves", word: approval.of.word() };
            found.add(&APPROVED_BY_OTHER, [("by", approval.by.as_str().into()), ("of", of)]);
        }
    }
    let Some(acceptance) = &risk.acceptance else { return };
    let (Some(on), Some(until)) = (acceptance.on, acceptance.until) else { return };
    if let Some(scale) = seen.scale() {
        let longest = on.plus_months(u16::from(scale.accept_months_max));
        if until > longest {
            found.add(&ACCEPT_LONG, [("until", until.into()), ("longest", longest.into())]);
        }
    }
    if until < risks.today && seen.is_above() {
        found.add(&ACCEPT_EXPIRED, [("date", until.into())]);
    }
}

/// Whether a plan means to lower a risk by controls or by sharing it.
pub(super) fn lowers(option: Option<TreatmentOption>) -> bool {
    matches!(option, Some(TreatmentOption::Modify | TreatmentOption::Share))
}
