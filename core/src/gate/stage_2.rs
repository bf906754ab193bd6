//! What stage 2 looks at: whether the system runs, and corrects itself.

use alloc::vec;
use alloc::vec::Vec;

use super::ground::{Grounds, Named};
use super::later::{date, document, requirements};
use super::stage_1::risk;
use super::{Condition, Known, Place};
use crate::assessment::{
    Action, Applicability, EventKind, FindingKind, Grade, Implementation, Nonconformity,
};
use crate::catalogue::{DocumentedInformation, Kind, Needed};
use crate::facts::ItemFacts;
use crate::method::Method;
use crate::papers::{done, is_closed};
use crate::problem::Date;
use crate::risk::State;

/// How long ago a cycle may lie.
const CYCLE_MONTHS: u16 = 12;
/// How many days an action may be overdue.
const OVERDUE_DAYS: i64 = 30;

pub(super) fn conditions(known: &Known<'_>, method: &Method) -> Vec<Condition> {
    vec![
        documents(known, method),
        audit(known),
        review(known),
        risks(known),
        nonconformities(known),
        clauses(known),
        controls(known),
    ]
}

fn documents(known: &Known<'_>, method: &Method) -> Condition {
    let needed = known.risks.catalogue.documents().iter();
    let needed = needed.filter(|it| {
        it.needed() == Needed::StageTwo && !method.nonconformity_documents.contains(&it.id())
    });
    let (approved, open): (Vec<_>, Vec<_>) =
        needed.partition(|it| document(known, method, it.id()));
    let names = |list: Vec<&DocumentedInformation>| {
        list.into_iter().map(|it| Named::id(it.id())).collect::<Vec<_>>()
    };
    let mut grounds = Grounds::default();
    grounds.block("open", names(open));
    grounds.condition("S2-DOCS", Place::Documents, names(approved))
}

/// Whether a day lies in the twelve months before another.
fn is_within(day: Date, before: Date) -> bool {
    day <= before && before <= day.plus_months(CYCLE_MONTHS)
}

fn audit(known: &Known<'_>) -> Condition {
    let (system, today) = (known.risks.system, known.risks.today);
    let audits = done(system, EventKind::InternalAudit, today);
    let met: Vec<Named> =
        audits.filter(|(_, day)| is_within(*day, today)).map(|(event, _)| date(event)).collect();
    let mut grounds = Grounds::default();
    grounds.block_if(met.is_empty(), "none");
    grounds.condition("S2-AUDIT", Place::Events, met)
}

/// A review counts that had the results of an audit before it.
fn review(known: &Known<'_>) -> Condition {
    let (system, today) = (known.risks.system, known.risks.today);
    let reviews = done(system, EventKind::ManagementReview, today);
    let recent: Vec<_> = reviews.filter(|(_, day)| is_within(*day, today)).collect();
    let has_audit = |review: Date| {
        done(system, EventKind::InternalAudit, today).any(|(_, audit)| is_within(audit, review))
    };
    let met: Vec<Named> =
        recent.iter().filter(|(_, day)| has_audit(*day)).map(|(event, _)| date(event)).collect();
    let mut grounds = Grounds::default();
    grounds.block_if(recent.is_empty(), "none");
    grounds.block_if(!recent.is_empty() && met.is_empty(), "no_audit");
    grounds.condition("S2-REVIEW", Place::Events, met)
}

fn risks(known: &Known<'_>) -> Condition {
    let risks = &known.risks;
    let evaluations = known.evaluations;
    let stale = evaluations.iter().filter(|it| it.state != State::Draft && it.is_stale);
    let is_above = |place: usize| {
        let exposure = evaluations.get(place).and_then(|it| it.exposure);
        let scale = risks.ledger.scale.as_ref();
        scale.zip(exposure).is_some_and(|(scale, exposure)| scale.is_above(exposure))
    };
    let late = risks.ledger.actions.iter().zip(&risks.system.actions).filter(|(facts, _)| {
        let days = facts.due.map_or(0, |due| risks.today.days() - due.days());
        days > OVERDUE_DAYS
            && !facts.is_done(risks.today)
            && facts.risks.iter().any(|risk| is_above(*risk))
    });
    let late = late.map(|(_, action)| Named::entry(action.id.as_str(), &action.label)).collect();
    let mut grounds = Grounds::default();
    grounds.block("stale", stale.map(|it| risk(known, it)).collect());
    grounds.block("overdue", late);
    grounds.condition("S2-RISKS", Place::Risks, Vec::new())
}

fn nonconformities(known: &Known<'_>) -> Condition {
    let (risks, system) = (&known.risks, known.risks.system);
    let open = system.nonconformities.iter().filter(|it| !is_closed(it, risks.today));
    let mut lists: [Vec<Named>; 4] = [const { Vec::new() }; 4];
    let [major, no_cause, no_action, unrecorded] = &mut lists;
    for entry in open {
        let named = Named::entry(entry.id.as_ref().map_or("", |id| id.as_str()), &entry.label);
        if entry.grade == Grade::Major {
            major.push(named);
            continue;
        }
        if entry.root_cause.trim().is_empty() {
            no_cause.push(named.clone());
        }
        let serves =
            |action: &&Action| entry.id.as_ref().is_some_and(|id| action.serves.contains(id));
        if !system.actions.iter().filter(serves).any(|action| is_under_way(action, risks.today)) {
            no_action.push(named);
        }
    }
    let items = risks.catalogue.items().iter().enumerate();
    let items = items.map(|(index, item)| (item.id(), risks.facts.item(index)));
    let own = system.own_controls.iter().map(|it| it.id.as_str()).zip(&risks.ledger.own);
    for (id, facts) in items.chain(own) {
        let is_graded = matches!(
            facts.finding,
            Some(FindingKind::MinorNonconformity | FindingKind::MajorNonconformity)
        );
        let is_here = |it: &Nonconformity| it.item.as_ref().is_some_and(|item| item.as_str() == id);
        if is_graded && !system.nonconformities.iter().any(is_here) {
            unrecorded.push(Named::id(id));
        }
    }
    let [major, no_cause, no_action, unrecorded] = lists;
    let mut grounds = Grounds::default();
    grounds.block("major", major);
    grounds.block("cause", no_cause);
    grounds.block("action", no_action);
    grounds.block("unrecorded", unrecorded);
    grounds.condition("S2-NC", Place::Nonconformities, Vec::new())
}

/// Whether somebody does an action until some day, or it is done.
fn is_under_way(action: &Action, today: Date) -> bool {
    let is_done = action.done.is_some_and(|done| done <= today);
    is_done || (!action.owner.trim().is_empty() && action.due.is_some())
}

fn clauses(known: &Known<'_>) -> Condition {
    let names =
        |state| requirements(known, state).map(|item| Named::id(item.id())).collect::<Vec<_>>();
    let mut grounds = Grounds::default();
    grounds.block("not_implemented", names(Implementation::NotImplemented));
    grounds.block("planned", names(Implementation::Planned));
    grounds.doubt("not_assessed", names(Implementation::NotAssessed));
    grounds.condition("S2-CLAUSES", Place::Questions, Vec::new())
}

fn controls(known: &Known<'_>) -> Condition {
    let risks = &known.risks;
    let items = risks.catalogue.items().iter().enumerate();
    let items = items.filter(|(_, item)| item.kind() == Kind::Control);
    let items = items.map(|(place, item)| (place, Named::id(item.id())));
    let own = risks.system.own_controls.iter().enumerate();
    let own =
        own.map(|(own, it)| (risks.ledger.own_place(own), Named::entry(it.id.as_str(), &it.label)));
    let (mut open, mut unknown) = (Vec::new(), Vec::new());
    for (place, named) in items.chain(own) {
        let its: &ItemFacts = risks.control(place);
        if its.applicability == Applicability::Excluded {
            continue;
        }
        let uses = risks.ledger.uses(place);
        let is_planned = (its.has_owner && its.due.is_some())
            || uses.acted.iter().filter_map(|it| risks.ledger.actions.get(*it)).any(|action| {
                (action.has_owner && action.due.is_some()) || action.is_done(risks.today)
            });
        match its.implementation {
            Implementation::NotAssessed => unknown.push(named),
            Implementation::NotImplemented if !is_planned => open.push(named),
            _ => {}
        }
    }
    let mut grounds = Grounds::default();
    grounds.block("not_implemented", open);
    grounds.doubt("not_assessed", unknown);
    grounds.condition("S2-CONTROLS", Place::Questions, Vec::new())
}
