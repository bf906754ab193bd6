//! What stage 1 looks at: whether the system is designed, and its documents stand.

use alloc::vec;
use alloc::vec::Vec;

use super::ground::{Grounds, Named};
use super::later::{date, document, requirements};
use super::{Condition, Known, Place};
use crate::assessment::{Applicability, EventKind, Implementation, TreatmentOption};
use crate::catalogue::{Item, Kind, Needed};
use crate::method::Method;
use crate::papers::done;
use crate::risk::{ApprovalState, Evaluation, State};
use crate::scope::filled;

pub(super) fn conditions(known: &Known<'_>, method: &Method) -> Vec<Condition> {
    vec![
        scope(known),
        documents(known, method),
        criteria(known),
        risks(known),
        approved(known),
        statement(known),
        clauses(known, method),
        planned(known),
    ]
}

fn scope(known: &Known<'_>) -> Condition {
    let mut grounds = Grounds::default();
    let parts = &known.risks.system.scope_parts;
    let is_blank = known.scope.trim().is_empty() && filled(parts).next().is_none();
    grounds.block_if(is_blank, "blank");
    grounds.condition("S1-SCOPE", Place::Scope, Vec::new())
}

fn documents(known: &Known<'_>, method: &Method) -> Condition {
    let mut grounds = Grounds::default();
    let needed = known.risks.catalogue.documents().iter();
    let needed = needed.filter(|it| it.needed() == Needed::StageOne);
    let (approved, open): (Vec<_>, Vec<_>) =
        needed.partition(|it| document(known, method, it.id()));
    let names = |list: Vec<&crate::catalogue::DocumentedInformation>| {
        list.into_iter().map(|it| Named::id(it.id())).collect::<Vec<_>>()
    };
    grounds.block("open", names(open));
    grounds.condition("S1-DOCS", Place::Documents, names(approved))
}

fn criteria(known: &Known<'_>) -> Condition {
    let mut grounds = Grounds::default();
    grounds.block_if(known.risks.system.criteria.is_none(), "none");
    grounds.condition("S1-CRITERIA", Place::Criteria, Vec::new())
}

fn risks(known: &Known<'_>) -> Condition {
    let evaluations = known.evaluations;
    let mut grounds = Grounds::default();
    let evaluable = evaluations.iter().filter(|it| it.state != State::Draft);
    grounds.block_if(evaluable.clone().next().is_none(), "none");
    let of = |is: &dyn Fn(&Evaluation) -> bool| {
        evaluations.iter().filter(|it| is(it)).map(|it| risk(known, it)).collect::<Vec<_>>()
    };
    let has_owner =
        |it: &Evaluation| known.risks.ledger.risks.get(it.risk).is_some_and(|risk| risk.has_owner);
    grounds.block("untreated", of(&|it| it.state == State::Untreated));
    grounds.block("insufficient", of(&|it| it.state == State::Insufficient));
    grounds.block("owner", of(&|it| it.state != State::Draft && !has_owner(it)));
    let met = evaluable.map(|it| risk(known, it)).collect();
    grounds.condition("S1-RISKS", Place::Risks, met)
}

/// What was decided about a risk above the line has to be approved, or accepted.
fn approved(known: &Known<'_>) -> Condition {
    let evaluations = known.evaluations;
    let mut grounds = Grounds::default();
    let is_none = evaluations.iter().all(|it| it.state == State::Draft);
    grounds.doubt_if(is_none, "none");
    let option = |it: &Evaluation| known.risks.ledger.risks.get(it.risk).and_then(|it| it.option);
    let is_above = |it: &&Evaluation| {
        let scale = known.risks.ledger.scale.as_ref();
        let current = it.current.filter(|_| it.state != State::Draft);
        scale.zip(current).is_some_and(|(scale, current)| scale.is_above(current))
    };
    let decided = evaluations.iter().filter(is_above);
    let decided: Vec<&Evaluation> = decided.filter(|it| option(it).is_some()).collect();
    let is_retained = |it: &Evaluation| option(it) == Some(TreatmentOption::Retain);
    let of = |is: &dyn Fn(&Evaluation) -> bool| {
        decided.iter().filter(|it| is(it)).map(|it| risk(known, it)).collect::<Vec<_>>()
    };
    grounds.block("acceptance", of(&|it| is_retained(it) && !it.is_accepted));
    grounds.block("plan", of(&|it| !is_retained(it) && it.plan != ApprovalState::Valid));
    grounds.block("residual", of(&|it| !is_retained(it) && it.residual != ApprovalState::Valid));
    grounds.condition("S1-APPROVED", Place::Risks, of(&|_| true))
}

fn statement(known: &Known<'_>) -> Condition {
    let risks = &known.risks;
    let mut lists: [Vec<Named>; 4] = [const { Vec::new() }; 4];
    let [no_reason, no_justification, used, no_provider] = &mut lists;
    let items = risks.catalogue.items().iter().enumerate();
    let items = items.filter(|(_, item)| item.kind() == Kind::Control);
    let items = items.map(|(place, item)| (place, Named::id(item.id())));
    let own =
        risks.system.own_controls.iter().enumerate().map(|(own, it)| {
            (risks.ledger.own_place(own), Named::entry(it.id.as_str(), &it.label))
        });
    for (place, named) in items.chain(own) {
        let (its, uses) = (risks.control(place), risks.ledger.uses(place));
        let obligations = || uses.obliged.iter().filter_map(|it| risks.ledger.obligations.get(*it));
        let is_risk = !uses.treats.is_empty() || !uses.holds.is_empty();
        match its.applicability {
            Applicability::Excluded => {
                if !its.has_justification {
                    no_justification.push(named.clone());
                }
                if is_risk || obligations().any(|it| it.is_in_force(risks.today)) {
                    used.push(named);
                }
            }
            applicability => {
                let is_driven = is_risk || obligations().any(|it| !it.is_ended(risks.today));
                if !is_driven && its.inclusions == 0 {
                    no_reason.push(named.clone());
                }
                if applicability == Applicability::Inherited && !its.has_provider {
                    no_provider.push(named);
                }
            }
        }
    }
    let [no_reason, no_justification, used, no_provider] = lists;
    let mut grounds = Grounds::default();
    grounds.block("reason", no_reason);
    grounds.block("justification", no_justification);
    grounds.block("used", used);
    grounds.block("provider", no_provider);
    grounds.condition("S1-SOA", Place::Statement, Vec::new())
}

fn clauses(known: &Known<'_>, method: &Method) -> Condition {
    let chapters = known.risks.catalogue.chapters();
    let is_read = |item: &Item| {
        let chapter = item.chapter().and_then(|chapter| chapters.get(chapter));
        chapter.is_some_and(|it| method.stage_1_chapters.contains(&it.id()))
            || method.stage_1_items.contains(&item.id())
    };
    let of = |state| requirements(known, state).filter(|item| is_read(item));
    let names = |state| of(state).map(|item| Named::id(item.id())).collect::<Vec<_>>();
    let mut grounds = Grounds::default();
    grounds.block("not_implemented", names(Implementation::NotImplemented));
    grounds.doubt("not_assessed", names(Implementation::NotAssessed));
    grounds.condition("S1-CLAUSES", Place::Questions, Vec::new())
}

/// An audit and a review are done, or planned for a day that is still to come.
fn planned(known: &Known<'_>) -> Condition {
    let (system, today) = (known.risks.system, known.risks.today);
    let mut grounds = Grounds::default();
    let mut met = Vec::new();
    for (kind, word) in
        [(EventKind::InternalAudit, "audit"), (EventKind::ManagementReview, "review")]
    {
        let was_done = done(system, kind, today).next().map(|(event, _)| event);
        let is_planned = system.events.iter().find(|event| {
            event.kind == kind && event.planned.is_some_and(|planned| planned >= today)
        });
        match was_done.or(is_planned) {
            Some(event) => met.push(date(event)),
            None => grounds.block_if(true, word),
        }
    }
    grounds.condition("S1-PLANNED", Place::Events, met)
}

/// A risk by what people call it.
pub(super) fn risk(known: &Known<'_>, it: &Evaluation) -> Named {
    let entry = known.risks.system.risks.get(it.risk);
    entry.map_or_else(|| Named::id(""), |risk| Named::entry(risk.id.as_str(), &risk.label))
}
