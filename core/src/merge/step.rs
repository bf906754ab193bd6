//! The second look at the whole: assessments of risk with a step that the merged criteria lack.

use alloc::string::String;
use alloc::vec::Vec;

use super::Versions;
use super::choice::Take;
use super::conflict::{ConflictKind, Part};
use super::path;
use super::sides::Sides;
use super::walk::{Held, Walk};
use crate::assessment::{Criteria, Document, Estimate, Risk, System};
use crate::id::Id;
use crate::problem::{problem, quoted};
use crate::record::{Value, put_all};

/// The assessments of a risk, by the path from it.
const FIELDS: [&str; 3] = ["inherent", "current", "treatment/residual"];
const CRITERIA: &str = "criteria";

fn field<'r>(risk: &'r Risk, name: &str) -> &'r Option<Estimate> {
    match name {
        "inherent" => &risk.inherent,
        "current" => &risk.current,
        _ => &risk.treatment.residual,
    }
}

fn field_mut<'r>(risk: &'r mut Risk, name: &str) -> &'r mut Option<Estimate> {
    match name {
        "inherent" => &mut risk.inherent,
        "current" => &mut risk.current,
        _ => &mut risk.treatment.residual,
    }
}

/// A step of an assessment that criteria lack.
fn lacking<'e>(estimate: &'e Estimate, criteria: Option<&Criteria>) -> Option<&'e Id> {
    let is_in =
        |steps: &[crate::assessment::Step], word: &Id| steps.iter().any(|step| step.word == *word);
    let likelihood = estimate.likelihood.iter();
    let likelihood =
        likelihood.filter(|word| !criteria.is_some_and(|it| is_in(&it.likelihood, word)));
    let consequences = estimate.consequences();
    let consequences =
        consequences.filter(|word| !criteria.is_some_and(|it| is_in(&it.consequence, word)));
    likelihood.chain(consequences).next()
}

/// Settles assessments that the merged criteria cannot read. While the criteria themselves are open
/// nobody knows which these are.
pub(super) fn settle<'d>(walk: &mut Walk<'d, '_>, held: &mut Held, versions: &Versions<'d>) {
    let of_criteria = walk.conflicts.iter().find(|it| it.path == CRITERIA);
    if of_criteria.is_some_and(|it| it.taken.is_none()) {
        return;
    }
    let was_conflict = of_criteria.is_some();
    let mut unreadable = unreadable(walk, held, versions);
    if unreadable.is_empty() {
        return;
    }
    if !was_conflict {
        let part = |document: &'d Document| {
            let criteria = document.system().criteria.as_ref();
            Part::entry(criteria.map(|criteria| criteria as _))
        };
        let parts = Sides {
            base: versions.base.map_or(Part::Value(Value::Absent), part),
            ours: part(versions.ours),
            theirs: part(versions.theirs),
        };
        walk.changes.retain(|change| change.path != CRITERIA);
        match walk.conflict_at(CRITERIA.into(), ConflictKind::Step, parts, None) {
            Some((choice, Take::Value)) => {
                let place = System::SHAPE.place(CRITERIA).unwrap_or_default();
                walk.chosen(choice, &mut held.system, place);
            }
            Some((_, take)) => held.system.criteria = criteria(versions, take).cloned(),
            None => {}
        }
        // What the chosen criteria lack beside.
        for more in self::unreadable(walk, held, versions) {
            if !unreadable.contains(&more) {
                unreadable.push(more);
            }
        }
    }
    for (id, name) in unreadable {
        decide(walk, held, versions, &id, name);
    }
}

fn criteria<'d>(versions: &Versions<'d>, take: Take) -> Option<&'d Criteria> {
    let side = match take {
        Take::Theirs => Some(versions.theirs),
        Take::Base => versions.base,
        _ => Some(versions.ours),
    };
    side?.system().criteria.as_ref()
}

/// Assessments with a step that the criteria lack, although no side has them so. Of one that is an
/// open conflict itself nobody knows yet what it will be.
fn unreadable(
    walk: &Walk<'_, '_>,
    held: &Held,
    versions: &Versions<'_>,
) -> Vec<(String, &'static str)> {
    let criteria = held.system.criteria.as_ref();
    let mut found = Vec::new();
    for risk in &held.system.risks {
        for name in FIELDS {
            let Some(estimate) = field(risk, name) else { continue };
            let is_open = || {
                let path = place(risk.id.as_str(), name);
                walk.conflicts.iter().any(|it| it.taken.is_none() && it.path == path)
            };
            if lacking(estimate, criteria).is_none() || is_open() {
                continue;
            }
            let has_it_so = |side: &&Document| {
                let system = side.system();
                system.criteria.as_ref() == criteria
                    && its(side, risk.id.as_str(), name) == Some(estimate)
            };
            if ![versions.ours, versions.theirs].iter().any(has_it_so) {
                found.push((risk.id.as_str().into(), name));
            }
        }
    }
    found
}

/// The path of an assessment of a risk.
fn place(id: &str, name: &str) -> String {
    let mut place = path::entry("risks", id);
    place.push('/');
    place.push_str(name);
    place
}

fn its<'d>(document: &'d Document, risk: &str, name: &str) -> Option<&'d Estimate> {
    let place = document.system().place(crate::assessment::Register::Risk, risk)?;
    field(document.system().risks.get(place)?, name).as_ref()
}

fn decide<'d>(
    walk: &mut Walk<'d, '_>,
    held: &mut Held,
    versions: &Versions<'d>,
    id: &str,
    name: &'static str,
) {
    let place = place(id, name);
    let part =
        |document: &'d Document| Part::entry(its(document, id, name).map(|estimate| estimate as _));
    let parts = Sides {
        base: versions.base.map_or(Part::Value(Value::Absent), part),
        ours: part(versions.ours),
        theirs: part(versions.theirs),
    };
    let known = walk.conflicts.iter().find(|it| it.path == place).map(|it| it.taken);
    let taken = match known {
        // It is open already, or was decided for what the criteria lack.
        Some(None) => return,
        Some(Some(_)) => walk.decided.about(&place).map(|(choice, _)| (choice, Take::Value)),
        None => {
            walk.changes.retain(|change| change.path != place);
            walk.conflict_at(place, ConflictKind::Step, parts.clone(), None)
        }
    };
    let Some((choice, take)) = taken else { return };
    let criteria = held.system.criteria.clone();
    let Some(risk) = held.system.risks.iter_mut().find(|risk| risk.id.as_str() == id) else {
        return;
    };
    let slot = field_mut(risk, name);
    if known.is_none() {
        let part = match take {
            Take::Theirs => parts.theirs,
            Take::Base => parts.base,
            _ => parts.ours,
        };
        *slot = None;
        if take == Take::Value {
            let estimate = slot.insert(Estimate::default());
            walk.read_choice(choice, &mut |reader| {
                crate::record::read_record(reader, &mut *estimate)
            });
        } else if let Part::Value(Value::Record(from)) = part {
            put_all(slot.insert(Estimate::default()), from);
        }
    }
    let has_it_so = |side: &&Document| {
        side.system().criteria == criteria && its(side, id, name) == slot.as_ref()
    };
    if let Some(estimate) = slot.as_ref()
        && let Some(word) = lacking(estimate, criteria.as_ref())
        && ![versions.ours, versions.theirs].iter().any(has_it_so)
    {
        let problem = problem!("E-RESOLUTION-STEP", step = quoted(word.as_str()));
        let place = super::at(&["risks", id, name]);
        walk.problems.push(problem.at(place));
    }
}
