//! What the rules look for in references and labels: what names nothing, and what stands twice.

use alloc::collections::BTreeMap;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::rules::Found;
use super::*;
use crate::assessment::Register;
use crate::catalogue::Kind;
use crate::id::Id;

pub(super) fn run(found: &mut Found, catalogue: &Catalogue, ledger: &Ledger, system: &System) {
    let is_control = |id: &Id| {
        system.own_control(id.as_str()).is_some()
            || catalogue.find(id.as_str()).is_some_and(|item| item.kind() == Kind::Control)
    };
    let is_annex = |id: &Id| catalogue.index_of(id.as_str()).is_some();
    let is_item =
        |id: &Id| catalogue.find(id.as_str()).is_some_and(|it| it.kind() != Kind::Heading);
    let is_in = |register: Register| move |id: &Id| system.has(register, id);
    let is_served = |id: &Id| {
        [Register::Risk, Register::Nonconformity, Register::Obligation]
            .iter()
            .any(|register| system.has(*register, id))
    };
    let check = |found: &mut Found, field, ids: &[Id], is_there: &dyn Fn(&Id) -> bool| {
        for id in ids.iter().filter(|id| !is_there(id)) {
            dangling(found, system, field, id.as_str());
        }
    };
    let risks = system.risks.iter().zip(&ledger.risks).enumerate();
    for (place, (risk, _)) in risks.filter(|(_, (_, its))| !its.is_resolved) {
        found.subject = Subject::Entry(Register::Risk, place);
        check(found, "groups", &risk.groups, &is_in(Register::Group));
        check(found, "existing", &risk.existing, &is_control);
        check(found, "treatment.controls", &risk.treatment.controls, &is_control);
        let basis = &risk.treatment.share_basis;
        check(found, "treatment.share_basis", basis, &is_in(Register::Obligation));
    }
    for (place, action) in system.actions.iter().enumerate() {
        found.subject = Subject::Entry(Register::Action, place);
        check(found, "serves", &action.serves, &is_served);
        check(found, "controls", &action.controls, &is_control);
        check(found, "items", &action.items, &is_item);
        check(found, "after", &action.after, &is_in(Register::Action));
        if let Some(done) = action.done
            && let Some(before) = done.previous()
        {
            found.add(&DONE_FUTURE, [("date", done.into())]).holds_until = Some(before);
        }
        if let Some(due) = action.due
            && let Some(after) = due.next()
        {
            // Done on a day, it is overdue until the day before.
            let until = action.done.and_then(Date::previous);
            if until.is_none_or(|until| after <= until) {
                let lint = found.add(&ACTION_OVERDUE, [("date", due.into())]);
                (lint.holds_from, lint.holds_until) = (Some(after), until);
            }
        }
    }
    for (place, obligation) in system.obligations.iter().enumerate() {
        found.subject = Subject::Entry(Register::Obligation, place);
        check(found, "controls", &obligation.controls, &is_control);
        check(found, "items", &obligation.items, &is_item);
        if obligation.controls.is_empty() && obligation.items.is_empty() {
            found.add(&OBLIGATION_EMPTY, []);
        }
        registers::future(found, "reviewed", obligation.reviewed);
    }
    for (place, own) in system.own_controls.iter().enumerate() {
        found.subject = Subject::Entry(Register::OwnControl, place);
        check(found, "related", &own.related, &is_annex);
    }
    for (place, entry) in system.nonconformities.iter().enumerate() {
        found.subject = Subject::Entry(Register::Nonconformity, place);
        let item = entry.item.as_slice();
        check(found, "item", item, &|id| is_item(id) || is_control(id));
    }
    found.subject = Subject::Part("suggestions");
    for decision in &system.suggestions {
        check(found, "control", core::slice::from_ref(&decision.control), &is_control);
    }
    labels(found, system);
}

/// Notes a reference to what there is not, with the label that is nearest.
pub(super) fn dangling(found: &mut Found, system: &System, field: &str, reference: &str) {
    let values =
        [("field", field.into()), ("reference", Value::Text(crate::problem::quoted(reference)))];
    match nearest(system, reference) {
        Some(label) => {
            let [field, reference] = values;
            found.add(&DANGLING, [field, reference, ("nearest", label.into())]);
        }
        None => {
            let [field, reference] = values;
            found.add(&DANGLING, [field, reference, ("nearest", "–".into())]);
        }
    }
}

/// The label or id that shares the longest beginning with a reference, at least two characters.
fn nearest(system: &System, reference: &str) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for register in Register::ALL {
        for (id, label) in system.names(*register) {
            for name in [label, id.as_str()] {
                let pairs = name.bytes().zip(reference.bytes());
                let len = pairs.take_while(|(one, other)| one.eq_ignore_ascii_case(other)).count();
                if len >= 2 && best.is_none_or(|(longest, _)| len > longest) {
                    best = Some((len, if label.is_empty() { id.as_str() } else { label }));
                }
            }
        }
    }
    best.map(|(_, name)| name.to_string())
}

/// Labels that stand twice in a register.
fn labels(found: &mut Found, system: &System) {
    for register in Register::ALL {
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        let names: Vec<(&Id, &str)> = system.names(*register);
        for (_, label) in names.iter().filter(|(_, label)| !label.is_empty()) {
            *known.entry(label).or_default() += 1;
        }
        for (place, (id, label)) in names.iter().enumerate() {
            if known.get(label).is_some_and(|count| *count > 1) {
                found.subject = Subject::Entry(*register, place);
                let shown = crate::risk::shown(id.as_str(), label, true);
                found.add(&LABEL_TWICE, [("shown", shown.into())]);
            }
        }
    }
}

impl System {
    /// Whether there is an entry under an id.
    fn has(&self, register: Register, id: &Id) -> bool {
        self.place(register, id.as_str()).is_some()
    }
}
