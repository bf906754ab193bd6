//! Over-engineering: controls whose effort goes beyond any driver. Never more than a remark, and
//! only where enough is known.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::rules::Found;
use super::span::Days;
use super::*;
use crate::assessment::{Applicability, Implementation, InclusionReason};
use crate::effort::{Class, rows};
use crate::facts::{ControlPlace, ItemFacts, Ledger, Remains, RiskFacts};
use crate::method::Method;
use crate::risk::Risks;

/// With fewer evaluable risks nothing is said.
const RISKS_MIN: usize = 12;
/// From this maturity on somebody asks what for.
const MATURITY_HIGH: u8 = 4;
/// More pieces of evidence than this are many.
const EVIDENCE_MANY: usize = 6;
/// A review period that is short, in months.
const REVIEW_SHORT: u8 = 3;
/// The maturity up to which a control that an obligation names itself is never remarked on.
const EXPLICIT_MATURITY: u8 = 3;

/// The reasons of a person that call for a control: good practice does not.
const CALLING: [InclusionReason; 3] =
    [InclusionReason::Legal, InclusionReason::Contractual, InclusionReason::Business];

/// What calls for a control, and how strongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Nothing,
    Weak,
    Strong,
}

/// Whether enough is known to say that something is too much.
pub(super) fn is_known_enough(risks: &Risks<'_>) -> bool {
    let all = risks.ledger.risks.len();
    let evaluable = risks.ledger.risks.iter().filter(|risk| risk.is_evaluable()).count();
    risks.ledger.scale.is_some() && evaluable >= RISKS_MIN && all - evaluable <= evaluable
}

pub(super) fn run(
    found: &mut Found,
    catalogue: &Catalogue,
    facts: &Facts,
    ledger: &Ledger,
    source: &impl Source,
) {
    let Some(any) = Date::new(2000, 1, 1) else { return };
    let risks = Risks { catalogue, system: source.system(), facts, ledger, today: any };
    if !found.mode.has_clauses() || !is_known_enough(&risks) {
        return;
    }
    let governing = Method::of(catalogue).map_or(&[][..], |it| it.governing_controls);
    for (index, item) in catalogue.items().iter().enumerate() {
        let its = facts.item(index);
        let class = rows(catalogue).iter().find(|row| row.id == item.id()).map(|row| row.initial);
        let is_cheap = class.is_none_or(|class| class.initial_cd() < Class::M.initial_cd());
        let is_out = its.applicability == Applicability::Excluded;
        if item.kind() != crate::catalogue::Kind::Control
            || is_cheap
            || is_out
            || governing.contains(&item.id())
        {
            continue;
        }
        found.subject = Subject::Item(index);
        let mut days = Days::default();
        for control in ledger.controls() {
            for place in &ledger.uses(control).obliged {
                days.from(ledger.obligations.get(*place).and_then(|it| it.since));
                days.until(ledger.obligations.get(*place).and_then(|it| it.until));
            }
        }
        found.over(days, &mut |found, today| {
            control(found, &Risks { today, ..risks }, index, its, source);
        });
    }
}

fn control(
    found: &mut Found,
    risks: &Risks<'_>,
    control: ControlPlace,
    its: &ItemFacts,
    source: &impl Source,
) {
    let strength = strength(risks, control, source);
    let level = its.maturity.map_or(0, |maturity| maturity.level);
    let explicit = explicit_maturity(risks, control);
    let is_done =
        matches!(its.implementation, Implementation::Partly | Implementation::Implemented);
    let is_shared = || carries_strong(risks, control, source);
    if strength == Strength::Nothing
        && is_done
        && its.applicability != Applicability::Inherited
        && !is_shared()
    {
        found.add(&OVER_NO_DRIVER, []);
    }
    if level >= MATURITY_HIGH
        && strength < Strength::Strong
        && explicit.is_none_or(|explicit| level > explicit)
        && !is_shared()
    {
        found.add(&OVER_MATURITY, [("level", level.into())]);
    }
    let evidence = source.evidence(control);
    let short: Vec<bool> =
        evidence.map(|it| it.review_months.is_some_and(|months| months <= REVIEW_SHORT)).collect();
    if short.len() > EVIDENCE_MANY
        && short.iter().all(|is_short| *is_short)
        && strength < Strength::Strong
    {
        let count = Value::Int(i64::try_from(short.len()).unwrap_or(i64::MAX));
        found.add(&OVER_EVIDENCE, [("count", count)]);
    }
    if let Some(floor) = only_floor(risks, control, source)
        && level >= floor.saturating_add(2)
        && explicit.is_none_or(|explicit| level > explicit)
    {
        found.add(&OVER_FLOOR, [("level", level.into()), ("floor", floor.into())]);
    }
}

fn strength(risks: &Risks<'_>, control: ControlPlace, source: &impl Source) -> Strength {
    let uses = risks.ledger.uses(control);
    let is_on = |place: &usize| {
        risks.ledger.obligations.get(*place).is_some_and(|it| !it.is_ended(risks.today))
    };
    let is_strong =
        |place: &usize| risks.ledger.risks.get(*place).is_some_and(|risk| was_above(risks, risk));
    if uses.obliged.iter().any(is_on) || !uses.holds.is_empty() || uses.treats.iter().any(is_strong)
    {
        Strength::Strong
    } else if !uses.treats.is_empty()
        || source.inclusion(control).any(|it| CALLING.contains(&it.reason))
    {
        Strength::Weak
    } else {
        Strength::Nothing
    }
}

/// Whether a risk is or was above the line. What is not known is no reason to save.
fn was_above(risks: &Risks<'_>, risk: &RiskFacts) -> bool {
    let Some(scale) = &risks.ledger.scale else { return true };
    let steps = [&risk.current, &risk.inherent].into_iter().flatten();
    let mut keys = steps.map(|steps| Remains::At(scale.key(steps)));
    !risk.is_evaluable() || keys.any(|key| scale.is_above(key))
}

/// Whether a control with a strong driver rests on this one, at any distance.
fn carries_strong(risks: &Risks<'_>, control: ControlPlace, source: &impl Source) -> bool {
    let id = risks.catalogue.items().get(control).map_or("", |item| item.id());
    let rows = rows(risks.catalogue);
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = [id].into();
    while let Some(first) = open.pop() {
        for row in rows.iter().filter(|row| row.is_control() && row.after.contains(&first)) {
            if known.insert(row.id) {
                let place = risks.catalogue.index_of(row.id);
                if place.is_some_and(|place| strength(risks, place, source) == Strength::Strong) {
                    return true;
                }
                open.push(row.id);
            }
        }
    }
    false
}

/// Up to which maturity an obligation that names the control itself justifies it.
fn explicit_maturity(risks: &Risks<'_>, control: ControlPlace) -> Option<u8> {
    let uses = risks.ledger.uses(control).obliged.iter();
    let explicit = uses.filter_map(|place| {
        let facts = risks.ledger.obligations.get(*place)?;
        let obligation = risks.system.obligations.get(*place)?;
        let is_it = obligation.explicit && !facts.is_ended(risks.today);
        is_it.then(|| obligation.maturity_floor.unwrap_or_default().max(EXPLICIT_MATURITY))
    });
    explicit.max()
}

/// The highest floor, where obligations are all that calls for a control and all have one.
fn only_floor(risks: &Risks<'_>, control: ControlPlace, source: &impl Source) -> Option<u8> {
    let uses = risks.ledger.uses(control);
    // A reason that points at one of the obligations is none beside them.
    let is_theirs = |reference: &str| {
        risks.system.resolve(reference).is_some_and(|(register, id)| {
            let mut theirs = uses.obliged.iter().filter_map(|at| risks.system.obligations.get(*at));
            register == Register::Obligation && theirs.any(|it| it.id.as_str() == id)
        })
    };
    let mut stated = source.inclusion(control).filter(|it| CALLING.contains(&it.reason));
    let is_stated = stated.any(|it| !is_theirs(it.reference));
    if !uses.treats.is_empty() || !uses.holds.is_empty() || is_stated {
        return None;
    }
    let on = uses.obliged.iter().filter(|place| {
        risks.ledger.obligations.get(**place).is_some_and(|it| !it.is_ended(risks.today))
    });
    let floors: Option<Vec<u8>> =
        on.map(|place| risks.system.obligations.get(*place)?.maturity_floor).collect();
    floors?.into_iter().max()
}
