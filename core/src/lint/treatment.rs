//! What the rules look for in treatments: whether what is planned can be what follows from it.

use super::risk::{Seen, lowers};
use super::rules::Found;
use super::*;
use crate::assessment::TreatmentOption;
use crate::facts::Steps;
use crate::method::Method;
use crate::over::{goes_far, withheld};

pub(super) fn run(found: &mut Found, seen: &Seen<'_>) {
    option(found, seen);
    let Seen { its, it, .. } = seen;
    if let (Some(current), Some(residual)) = (&its.current, &its.residual)
        && its.option != Some(TreatmentOption::Retain)
    {
        self::residual(found, seen, current, residual);
    }
    if it.is_decided && lowers(its.option) && its.residual.is_none() && seen.is_above() {
        found.add(&RESIDUAL_MISSING, []);
    }
    over_treated(found, seen);
}

fn option(found: &mut Found, seen: &Seen<'_>) {
    let Seen { risk, its, .. } = seen;
    let has_chosen = !risk.treatment.controls.is_empty();
    match its.option {
        Some(TreatmentOption::Modify) if !has_chosen && its.serving.is_empty() => {
            found.add(&MODIFY_NO_CONTROL, []);
        }
        Some(TreatmentOption::Retain) => {
            if risk.treatment.residual.is_some() {
                found.add(&RETAIN_RESIDUAL, []);
            }
            if has_chosen {
                found.add(&RETAIN_CONTROLS, []);
            }
        }
        Some(TreatmentOption::Avoid) if its.serving.is_empty() => {
            found.add(&AVOID_NO_ACTION, []);
        }
        _ => {}
    }
}

fn residual(found: &mut Found, seen: &Seen<'_>, current: &Steps, residual: &Steps) {
    let Seen { risks, its, it, .. } = seen;
    let Some(scale) = seen.scale() else { return };
    let (now, then) = (scale.key(current), scale.key(residual));
    if then < now && !it.has_ground {
        found.add(&RESIDUAL_NO_GROUND, []);
    }
    let is_graver = residual.consequence > current.consequence;
    let is_likelier = residual.likelihood > current.likelihood;
    if then.level > now.level {
        found.add(&RESIDUAL_ABOVE, []);
    } else if is_graver || is_likelier {
        found.add_as(&RESIDUAL_ABOVE, Severity::Warning, []);
    }
    if its.option == Some(TreatmentOption::Share) && residual.likelihood < current.likelihood {
        found.add(&SHARE_LIKELIHOOD, []);
    }
    let limiting = Method::of(risks.catalogue).map_or(&[][..], |it| it.damage_limiting_controls);
    let is_preventive = |control: &usize| {
        let item = risks.catalogue.items().get(*control);
        item.is_some_and(|item| {
            let mut types = risks.catalogue.values_of(item, "control_type").peekable();
            let is_known = types.peek().is_some();
            is_known && types.all(|it| it == "Preventive") && !limiting.contains(&item.id())
        })
    };
    if residual.consequence < current.consequence
        && !its.chosen.is_empty()
        && its.chosen.iter().all(is_preventive)
    {
        found.add(&RESIDUAL_CONSEQUENCE, []);
    }
    let is_far = |one: u8, other: u8| one >= other.saturating_add(2);
    if is_far(current.likelihood, residual.likelihood)
        && is_far(current.consequence, residual.consequence)
        && its.chosen.len() + its.dangling == 1
        && its.serving.is_empty()
    {
        found.add(&RESIDUAL_BOTH, [("control", seen.ids(its.chosen.iter().copied()))]);
    }
}

/// A plan that goes far below the line, and waits for much on the way.
fn over_treated(found: &mut Found, seen: &Seen<'_>) {
    let Seen { risks, it, .. } = seen;
    if let Some(waiting) = goes_far(risks, it)
        && withheld(risks).is_none()
    {
        let count = Value::from(waiting);
        found.add(&OVER_TREATED, [("count", count)]);
    }
}
