//! Who refers to an entry of a register, and how these references go.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::edit::Unit;
use crate::assessment::{Answer, Document, Entry, Register, System};
use crate::id::Id;
use crate::problem::Date;

/// The places that refer to an entry, such as `actions/t-1/serves`.
pub(crate) fn referrers(document: &Document, register: Register, id: &str) -> Vec<String> {
    let mut places = Vec::new();
    each(document, register, id, &mut |entry, fields| {
        let own = entry.id().map_or("", |id| id.as_str());
        places.extend(fields.iter().map(|it| format!("{}/{own}/{it}", entry.register().name())));
    });
    for answer in answers(document, register, id) {
        places.push(format!("answers/{}/inclusion", answer.id));
    }
    places
}

/// Takes the references away.
pub(super) fn withdraw(
    document: &Document,
    register: Register,
    id: &str,
    today: Option<Date>,
    unit: &mut Unit,
) {
    each(document, register, id, &mut |entry, _| {
        if let Some(own) = entry.id() {
            unit.entry(entry.register(), own.clone(), Some(entry.clone()));
        }
    });
    for answer in answers(document, register, id) {
        let mut answer = answer.clone();
        for inclusion in &mut answer.inclusion {
            if points_at(document.system(), &inclusion.reference, register, id) {
                inclusion.reference.clear();
            }
        }
        answer.changed = today.or(answer.changed);
        unit.answer(answer.id.clone(), Some(answer.settled()));
    }
}

/// Answers whose reasons point at an entry.
fn answers<'d>(
    document: &'d Document,
    register: Register,
    id: &'d str,
) -> impl Iterator<Item = &'d Answer> {
    let system = document.system();
    document.answers().filter(move |answer| {
        let mut reasons = answer.inclusion.iter();
        reasons.any(|reason| points_at(system, &reason.reference, register, id))
    })
}

fn points_at(system: &System, reference: &str, register: Register, id: &str) -> bool {
    system.resolve(reference).is_some_and(|(other, entry)| other == register && entry == id)
}

impl System {
    /// What a reason of an answer points at: a risk or an obligation, by id or by a label that
    /// stands once.
    pub fn resolve(&self, reference: &str) -> Option<(Register, &str)> {
        let reference = reference.trim();
        if reference.is_empty() {
            return None;
        }
        let names = || {
            let risks = self.risks.iter().map(|it| (Register::Risk, it.id.as_str(), &it.label));
            let obligations = self.obligations.iter();
            risks.chain(obligations.map(|it| (Register::Obligation, it.id.as_str(), &it.label)))
        };
        if let Some((register, id, _)) = names().find(|(_, id, _)| *id == reference) {
            return Some((register, id));
        }
        let mut labelled = names().filter(|(_, _, label)| label.as_str() == reference);
        match (labelled.next(), labelled.next()) {
            (Some((register, id, _)), None) => Some((register, id)),
            _ => None,
        }
    }
}

/// Gives every entry that refers, without its references, and the fields that had them.
fn each(
    document: &Document,
    register: Register,
    id: &str,
    give: &mut dyn FnMut(&Entry, &[&'static str]),
) {
    let system = document.system();
    for other in [Register::Risk, Register::Action, Register::Obligation] {
        for (own, _) in system.names(other) {
            let Some(mut entry) = system.entry(other, own.as_str()) else { continue };
            let mut fields = Vec::new();
            for (field, list) in lists(&mut entry, register) {
                let len = list.len();
                list.retain(|referred| referred.as_str() != id);
                if list.len() < len {
                    fields.push(field);
                }
            }
            if !fields.is_empty() {
                give(&entry, &fields);
            }
        }
    }
}

/// The fields of an entry that may refer to entries of a register.
fn lists(entry: &mut Entry, register: Register) -> Vec<(&'static str, &mut Vec<Id>)> {
    match (entry, register) {
        (Entry::Risk(risk), Register::Group) => [("groups", &mut risk.groups)].into(),
        (Entry::Risk(risk), Register::Obligation) => {
            [("treatment/share_basis", &mut risk.treatment.share_basis)].into()
        }
        (Entry::Risk(risk), Register::OwnControl) => {
            [("existing", &mut risk.existing), ("treatment/controls", &mut risk.treatment.controls)]
                .into()
        }
        (
            Entry::Action(action),
            Register::Risk | Register::Nonconformity | Register::Obligation,
        ) => [("serves", &mut action.serves)].into(),
        (Entry::Action(action), Register::Action) => [("after", &mut action.after)].into(),
        (Entry::Action(action), Register::OwnControl) => {
            [("controls", &mut action.controls)].into()
        }
        (Entry::Obligation(obligation), Register::OwnControl) => {
            [("controls", &mut obligation.controls)].into()
        }
        _ => Vec::new(),
    }
}
