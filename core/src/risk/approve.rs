//! Approvals: what is approved is a digest, and whether an approval is valid is derived from it.
//! So undoing a change makes it valid again, and nothing can forget to void it.

use alloc::string::String;
use alloc::vec::Vec;

use super::evaluate::{Risks, planned};
use crate::assessment::{Approval, Approves, Estimate, Risk, TreatmentOption};
use crate::facts::{Digested, Remains, RiskFacts, Scale};
use crate::id::Id;
use crate::json::Writer;
use crate::problem::Date;
use crate::proven::Proven as _;
use crate::text::{collapsed, is_same};
use annexa_vocabulary::words;

words! {
    /// What has become of an approval.
    ApprovalState {
        /// There is none.
        Absent = "absent",
        /// What was approved has changed since.
        Void = "void",
        /// It holds.
        Valid = "valid",
    }
}

impl From<Approves> for Digested {
    fn from(of: Approves) -> Digested {
        match of {
            Approves::Plan => Digested::Plan,
            Approves::Residual => Digested::Residual,
        }
    }
}

/// The state of the best approval of a kind that the owner gave.
pub(super) fn approval_state(risks: &Risks<'_>, place: usize, of: Approves) -> ApprovalState {
    let Some(risk) = risks.system.risks.get(place) else { return ApprovalState::Absent };
    let own = risk.approvals.iter().filter(|it| it.of == of);
    let states = own.map(|approval| {
        let is_past = approval.on.is_some_and(|on| on <= risks.today);
        match is_past && is_as_approved(risks, place, approval) {
            true => ApprovalState::Valid,
            false => ApprovalState::Void,
        }
    });
    states.max().unwrap_or(ApprovalState::Absent)
}

/// Whether what an approval approved is still what it was, whatever the day.
pub(crate) fn is_as_approved(risks: &Risks<'_>, place: usize, approval: &Approval) -> bool {
    let Some(risk) = risks.system.risks.get(place) else { return false };
    // The digest last: it is what takes long.
    is_same(&approval.by, &risk.owner)
        && (approval.of == Approves::Residual || is_in_time(approval.latest_due, risks, place))
        && digest(risks, place, approval.of.into()) == Some(approval.digest.as_str())
}

/// Whether nothing that a plan covers is due later than it was, or without a day.
fn is_in_time(latest_due: Option<Date>, risks: &Risks<'_>, place: usize) -> bool {
    let Some(latest) = latest_due else { return true };
    days(risks, place).all(|due| due.is_some_and(|due| due <= latest))
}

/// The latest day on which a plan waits for something; nothing where something has no day.
pub(crate) fn latest_due(risks: &Risks<'_>, place: usize) -> Option<Date> {
    let days: Option<Vec<Date>> = days(risks, place).collect();
    days?.into_iter().max()
}

/// When everything is due that a plan covers: serving actions, and the answers of chosen controls
/// that are not in place.
fn days<'r>(risks: &'r Risks<'_>, place: usize) -> impl Iterator<Item = Option<Date>> + 'r {
    risks.ledger.risks.get(place).into_iter().flat_map(|risk| days_of(risks, risk))
}

fn days_of<'r>(
    risks: &'r Risks<'_>,
    risk: &'r RiskFacts,
) -> impl Iterator<Item = Option<Date>> + 'r {
    let actions = risk
        .serving
        .iter()
        .map(|action| risks.ledger.actions.get(*action).and_then(|action| action.due));
    let controls = risk.chosen.iter().map(|control| risks.control(*control));
    let controls = controls.filter(|its| !its.is_in_place()).map(|its| its.due);
    // What is chosen and is no control is never in place, and nobody says until when it will be.
    let dangling = core::iter::repeat_n(None, risk.dangling);
    actions.chain(controls).chain(dangling)
}

/// A digest of a risk, made once.
pub(super) fn digest<'d>(risks: &Risks<'d>, place: usize, of: Digested) -> Option<&'d str> {
    risks.ledger.digest(place, of, || match of {
        Digested::Scenario => scenario_digest(at(risks, place).0),
        Digested::Plan => plan_digest(risks, place),
        Digested::Residual => residual_digest(risks, place),
    })
}

/// A risk and its facts.
fn at<'r>(risks: &'r Risks<'_>, place: usize) -> (&'r Risk, &'r RiskFacts) {
    let both = risks.system.risks.get(place).zip(risks.ledger.risks.get(place));
    both.proven("the place is one of the register")
}

/// The digest of a scenario: what an acceptance accepts.
pub fn scenario_digest(risk: &Risk) -> String {
    Writer::digest(|w| scenario(w, risk))
}

/// The digest of a treatment plan.
pub fn plan_digest(risks: &Risks<'_>, place: usize) -> String {
    let (risk, facts) = at(risks, place);
    Writer::digest(|w| {
        w.text("of", Approves::Plan.word());
        treatment(w, risk);
        let actions = facts.serving.iter().filter_map(|action| risks.system.actions.get(*action));
        let actions: Vec<_> = actions.collect();
        if !actions.is_empty() {
            w.member_list("actions", |w| {
                for action in actions {
                    w.entry_object(|w| {
                        w.text("id", action.id.as_str());
                        said(w, "what", &collapsed(&action.what));
                        ids(w, "controls", &action.controls);
                    });
                }
            });
        }
    })
}

/// The digest of what a plan leaves.
pub fn residual_digest(risks: &Risks<'_>, place: usize) -> String {
    let (risk, facts) = at(risks, place);
    Writer::digest(|w| {
        w.text("of", Approves::Residual.word());
        treatment(w, risk);
        let Some(scale) = &risks.ledger.scale else { return };
        let Some(steps) = &facts.current else { return };
        let current = Remains::At(scale.key(steps));
        let left = planned(scale, facts, current);
        estimate(w, "current", risks, scale, risk.current.as_ref(), current);
        // To keep a risk plans what there is, and so does a plan without an assessment.
        let is_own = facts.residual.is_some() && facts.option != Some(TreatmentOption::Retain);
        let given = if is_own { &risk.treatment.residual } else { &risk.current };
        match left {
            Remains::Gone => w.text("planned", "gone"),
            left => estimate(w, "planned", risks, scale, given.as_ref(), left),
        }
    })
}

fn scenario(w: &mut Writer, risk: &Risk) {
    said(w, "basis", risk.basis.map_or("", |basis| basis.word()));
    said(w, "threat", &collapsed(&risk.threat));
    said(w, "event", &collapsed(&risk.event));
    said(w, "vulnerability", &collapsed(&risk.vulnerability));
    ids(w, "groups", &risk.groups);
    said(w, "owner", &risk.owner);
}

fn treatment(w: &mut Writer, risk: &Risk) {
    let treatment = &risk.treatment;
    scenario(w, risk);
    said(w, "option", treatment.option.map_or("", |option| option.word()));
    ids(w, "controls", &treatment.controls);
    ids(w, "existing", &risk.existing);
    ids(w, "share_basis", &treatment.share_basis);
}

fn estimate(
    w: &mut Writer,
    name: &str,
    risks: &Risks<'_>,
    scale: &Scale,
    given: Option<&Estimate>,
    left: Remains,
) {
    let Some(given) = given else { return };
    let criteria = risks.system.criteria.as_ref();
    let level = left.level().and_then(|level| criteria?.levels.get(usize::from(level)));
    let level = level.proven("what is left has a level of the criteria by which it is judged");
    w.member_object(name, |w| {
        let steps = [
            ("likelihood", &given.likelihood),
            ("c", &given.c),
            ("i", &given.i),
            ("a", &given.a),
            ("x", &given.x),
        ];
        for (name, step) in steps {
            said(w, name, step.as_ref().map_or("", |step| step.as_str()));
        }
        w.text("level", level.word.as_str());
        w.bool("above", scale.is_above(left));
    });
}

/// A text, unless it says nothing.
fn said(w: &mut Writer, name: &str, text: &str) {
    if !text.is_empty() {
        w.text(name, text);
    }
}

fn ids(w: &mut Writer, name: &str, ids: &[Id]) {
    if !ids.is_empty() {
        w.member_list(name, |w| ids.iter().for_each(|id| w.entry_text(id.as_str())));
    }
}
