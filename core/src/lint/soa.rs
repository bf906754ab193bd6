//! What the rules look for in the rows of the Statement of Applicability: exclusions against what
//! uses a control, controls without a reason, and reasons without a risk.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::rules::Found;
use super::span::Days;
use super::*;
use crate::assessment::{Applicability, Implementation, InclusionReason, Register};
use crate::facts::{ControlPlace, ItemFacts, Ledger};

/// What a rule about a control sees.
pub(super) struct Row<'r> {
    pub(super) ledger: &'r Ledger,
    pub(super) system: &'r System,
    pub(super) control: ControlPlace,
    pub(super) its: &'r ItemFacts,
}

/// Looks at one control. What nobody touched is noted behind everything else.
pub(super) fn control(found: &mut Found, row: &Row<'_>, untouched: &mut Vec<Lint>) {
    let before = found.lints.len();
    found.over(days(row), &mut |found, today| {
        excluded(found, row, today);
        let Row { its, .. } = row;
        if its.applicability == Applicability::Excluded {
            return;
        }
        let is_there =
            matches!(its.implementation, Implementation::Partly | Implementation::Implemented)
                || its.applicability == Applicability::Inherited;
        if its.inclusions == 0 && !is_driven(row, today) {
            found.add(if is_there { &APPLICABLE_NO_REASON } else { &SOA_UNTOUCHED }, []);
        }
    });
    let is_late = |lint: &mut Lint| lint.rule == &SOA_UNTOUCHED;
    untouched.extend(found.lints.extract_if(before.., is_late));
}

fn days(row: &Row<'_>) -> Days {
    let mut days = Days::default();
    for obligation in &row.ledger.uses(row.control).obliged {
        let obligation = row.ledger.obligations.get(*obligation);
        days.from(obligation.and_then(|it| it.since));
        days.until(obligation.and_then(|it| it.until));
    }
    days
}

/// Whether a risk or an obligation calls for the control.
fn is_driven(row: &Row<'_>, today: Date) -> bool {
    let uses = row.ledger.uses(row.control);
    let is_on = |place: &usize| {
        row.ledger.obligations.get(*place).is_some_and(|obligation| !obligation.is_ended(today))
    };
    !uses.treats.is_empty() || !uses.holds.is_empty() || uses.obliged.iter().any(is_on)
}

/// An exclusion against a risk or an obligation.
fn excluded(found: &mut Found, row: &Row<'_>, today: Date) {
    let Row { ledger, system, control, its } = row;
    if its.applicability != Applicability::Excluded {
        return;
    }
    let uses = ledger.uses(*control);
    let mut risks: Vec<usize> = uses.treats.iter().chain(&uses.holds).copied().collect();
    risks.sort_unstable();
    risks.dedup();
    let risks = risks.into_iter().filter_map(|risk| system.risks.get(risk));
    let risks: Vec<String> = risks.map(|risk| name(&risk.label, risk.id.as_str())).collect();
    if !risks.is_empty() {
        found.add(&EXCLUDED_USED, [("risks", Value::Ids(risks))]);
    }
    let obligations = uses.obliged.iter().filter_map(|place| {
        let facts = ledger.obligations.get(*place).filter(|it| !it.is_ended(today))?;
        Some((facts, system.obligations.get(*place)?))
    });
    let obligations: Vec<_> = obligations.collect();
    if obligations.is_empty() {
        return;
    }
    let is_upcoming = obligations.iter().all(|(facts, _)| facts.is_upcoming(today));
    let severity = if is_upcoming { Severity::Warning } else { Severity::Error };
    let names = obligations.iter().map(|(_, it)| name(&it.label, it.id.as_str()));
    found.add_as(&EXCLUDED_OBLIGED, severity, [("obligations", Value::Ids(names.collect()))]);
}

/// Reasons that name a risk which does not use the control, or none at all.
pub(super) fn reasons(found: &mut Found, row: &Row<'_>, source: &impl Source) {
    let Row { ledger, system, control, .. } = row;
    for stated in source.inclusion(*control).filter(|it| it.reason == InclusionReason::Risk) {
        let reference = stated.reference.trim();
        match system.resolve(reference) {
            _ if reference.is_empty() => {}
            // Who keeps risks elsewhere points there.
            None if system.risks.is_empty() => {}
            None => reference::dangling(found, system, "inclusion", reference),
            Some((register, id)) => {
                let uses = ledger.uses(*control);
                let mut risks = uses.treats.iter().chain(&uses.holds);
                let is_it = |place: &usize| {
                    system.risks.get(*place).is_some_and(|risk| risk.id.as_str() == id)
                };
                if register != Register::Risk || !risks.any(is_it) {
                    let reference = reference.to_string().into();
                    found.add(&REASON_RISK_UNUSED, [("reference", reference)]);
                }
            }
        }
    }
}

pub(super) fn name(label: &str, id: &str) -> String {
    if label.is_empty() { id.to_string() } else { label.to_string() }
}
