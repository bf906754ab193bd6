//! The first look at the whole: what one side deleted and something that stays refers to.

use alloc::borrow::ToOwned as _;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::Versions;
use super::choice::Take;
use super::conflict::{Conflict, ConflictKind, Part};
use super::path;
use super::sides::Sides;
use super::walk::{Held, Walk};
use crate::assessment::{
    Action, Answer, Document, Nonconformity, Obligation, Register, Risk, System,
};
use crate::id::Id;
use crate::record::{Record, Value};

/// An entry by its register and its id.
type Name = (Register, String);
/// Ids in one field of an entry, and the registers in which they may be.
type List<'a> = (&'static str, &'a [Id], &'static [Register]);

const OWN: &[Register] = &[Register::OwnControl];
const SERVED: &[Register] = &[Register::Risk, Register::Nonconformity, Register::Obligation];

fn of_risk(risk: &Risk) -> Vec<List<'_>> {
    vec![
        ("groups", &risk.groups, &[Register::Group]),
        ("existing", &risk.existing, OWN),
        ("treatment/controls", &risk.treatment.controls, OWN),
        (SHARE_BASIS, &risk.treatment.share_basis, &[Register::Obligation]),
    ]
}

fn of_action(action: &Action) -> Vec<List<'_>> {
    vec![
        ("serves", &action.serves, SERVED),
        ("controls", &action.controls, OWN),
        ("after", &action.after, &[Register::Action]),
    ]
}

fn of_obligation(obligation: &Obligation) -> Vec<List<'_>> {
    vec![("controls", &obligation.controls, OWN)]
}

fn of_nonconformity(entry: &Nonconformity) -> Vec<List<'_>> {
    vec![(ITEM, entry.item.as_slice(), OWN)]
}

const SHARE_BASIS: &str = "treatment/share_basis";
const ITEM: &str = "item";

/// Everything that refers, entry by entry.
pub(super) fn lists<'s>(
    system: &'s System,
    give: &mut dyn FnMut(Register, &'s str, Vec<List<'s>>),
) {
    system.risks.iter().for_each(|it| give(Register::Risk, it.id.as_str(), of_risk(it)));
    system.actions.iter().for_each(|it| give(Register::Action, it.id.as_str(), of_action(it)));
    let obligations = system.obligations.iter();
    obligations.for_each(|it| give(Register::Obligation, it.id.as_str(), of_obligation(it)));
    for it in &system.nonconformities {
        let id = it.id.as_ref().map_or("", |id| id.as_str());
        give(Register::Nonconformity, id, of_nonconformity(it));
    }
}

/// What an entry refers to in one field.
pub(super) fn ids<'s>(system: &'s System, owner: (Register, &str), field: &str) -> &'s [Id] {
    let (register, id) = owner;
    let Some(place) = system.place(register, id) else { return &[] };
    let lists = match register {
        Register::Risk => system.risks.get(place).map(of_risk),
        Register::Action => system.actions.get(place).map(of_action),
        Register::Obligation => system.obligations.get(place).map(of_obligation),
        Register::Nonconformity => system.nonconformities.get(place).map(of_nonconformity),
        _ => None,
    };
    let mut lists = lists.unwrap_or_default().into_iter();
    lists.find(|(known, ..)| *known == field).map_or(&[], |(_, ids, _)| ids)
}

fn has(system: &System, name: &Name) -> bool {
    system.place(name.0, &name.1).is_some()
}

/// Puts back what is referred to, or takes the references away, as it was decided.
pub(super) fn settle<'d>(walk: &mut Walk<'d, '_>, held: &mut Held, versions: &Versions<'d>) {
    loop {
        let missing = missing(walk, held, versions);
        if missing.is_empty() {
            return;
        }
        for name in missing {
            let (register, id) = (name.0, name.1.as_str());
            let path = path::entry(register.name(), id);
            let was_deleted = |it: &Conflict<'_>| it.path == path && it.taken == Some(Take::Delete);
            let is_nowhere =
                [versions.ours, versions.theirs].iter().all(|it| !has(it.system(), &name));
            let is_kept = if walk.conflicts.iter().any(was_deleted) || is_nowhere {
                false
            } else {
                let parts = Sides {
                    base: Part::entry(
                        versions.base.and_then(|it| it.system().record(register, id)),
                    ),
                    ours: Part::entry(versions.ours.system().record(register, id)),
                    theirs: Part::entry(versions.theirs.system().record(register, id)),
                };
                let gone = walk.changes.iter().position(|change| change.path == path);
                gone.map(|place| walk.changes.remove(place));
                let taken = walk.conflict_at(path, ConflictKind::Reference, parts, None);
                taken.is_none_or(|(_, take)| take != Take::Delete)
            };
            if is_kept { put_back(held, versions, &name) } else { withdraw(held, versions, &name) }
        }
    }
}

/// What is referred to and is not there any more, although no side refers to it in vain.
fn missing(walk: &Walk<'_, '_>, held: &Held, versions: &Versions<'_>) -> BTreeSet<Name> {
    let mut missing = BTreeSet::new();
    let sides = [versions.ours, versions.theirs];
    let was_there = |name: &Name| {
        versions.base.is_some_and(|it| has(it.system(), name))
            || sides.iter().any(|it| has(it.system(), name))
    };
    let mut look = |owner: (Register, &str), field: &str, id: &Id, registers: &[Register]| {
        if registers.iter().any(|register| held.system.place(*register, id.as_str()).is_some()) {
            return;
        }
        for register in registers {
            let name = (*register, id.as_str().to_owned());
            let is_in_vain = sides
                .iter()
                .any(|it| !has(it.system(), &name) && ids(it.system(), owner, field).contains(id));
            if was_there(&name) && !is_in_vain {
                missing.insert(name);
            }
        }
    };
    lists(&held.system, &mut |register, owner, lists| {
        for (field, ids, registers) in lists {
            ids.iter().for_each(|id| look((register, owner), field, id, registers));
        }
    });
    // Where a conflict is open, whatever may be taken refers.
    for conflict in walk.conflicts.iter().filter(|it| it.taken.is_none()) {
        let mut parts = conflict.path.split('/');
        let (Some(member), Some(owner)) = (parts.next(), parts.next()) else { continue };
        for part in [&conflict.ours, &conflict.theirs] {
            match part {
                Part::Value(Value::Text(id)) if member == "nonconformities" => {
                    if conflict.path.ends_with("/item")
                        && let Ok(id) = id.parse()
                    {
                        look((Register::Nonconformity, owner), ITEM, &id, OWN);
                    }
                }
                Part::Fields(..) => {
                    for (_, _, value) in part.values().filter(|it| it.0 == "share_basis") {
                        let Value::Ids(ids) = value else { continue };
                        let owner = (Register::Risk, owner);
                        ids.iter()
                            .for_each(|id| look(owner, SHARE_BASIS, id, &[Register::Obligation]));
                    }
                }
                Part::Value(_) => {}
            }
        }
    }
    for answer in &held.answers {
        let own = (Register::OwnControl, answer.id.as_str().to_owned());
        if !has(&held.system, &own) && was_there(&own) {
            let is_in_vain =
                |it: &&Document| !has(it.system(), &own) && it.answer(answer.id.as_str()).is_some();
            if !sides.iter().any(is_in_vain) {
                missing.insert(own);
            }
        }
        for name in reasons(held, versions, answer) {
            missing.insert(name);
        }
    }
    missing
}

/// What reasons of an answer point at and is not there any more.
fn reasons(held: &Held, versions: &Versions<'_>, answer: &Answer) -> Vec<Name> {
    let mut names = Vec::new();
    let sides = [versions.ours, versions.theirs];
    for inclusion in answer.inclusion.iter().filter(|it| !it.reference.trim().is_empty()) {
        let having = sides.iter().filter(|side| {
            let its = side.answer(answer.id.as_str());
            its.is_some_and(|its| its.inclusion.contains(inclusion))
        });
        let having: Vec<_> = having.collect();
        let points = having.iter().filter_map(|it| it.system().resolve(&inclusion.reference));
        for (register, id) in points {
            let name = (register, id.to_owned());
            let is_in_vain = having.iter().any(|side| !has(side.system(), &name));
            if !has(&held.system, &name) && !is_in_vain {
                names.push(name);
            }
        }
    }
    names
}

fn put_back(held: &mut Held, versions: &Versions<'_>, name: &Name) {
    let sides = [versions.ours, versions.theirs];
    let Some(side) = sides.into_iter().find(|it| has(it.system(), name)) else { return };
    let (Some(entry), Ok(id)) = (side.system().entry(name.0, &name.1), name.1.parse::<Id>()) else {
        return;
    };
    held.system.replace(name.0, &id, Some(entry));
    // An own control comes with its answer.
    if name.0 == Register::OwnControl
        && held.answers.iter().all(|answer| answer.id != id)
        && let Some(answer) = side.answer(&name.1)
    {
        held.answers.push(answer.clone());
    }
}

/// Takes references away.
fn withdraw(held: &mut Held, versions: &Versions<'_>, name: &Name) {
    let (register, id) = (name.0, name.1.as_str());
    let drop = |ids: &mut Vec<Id>| ids.retain(|other| other.as_str() != id);
    for risk in &mut held.system.risks {
        match register {
            Register::Group => drop(&mut risk.groups),
            Register::Obligation => drop(&mut risk.treatment.share_basis),
            Register::OwnControl => {
                drop(&mut risk.existing);
                drop(&mut risk.treatment.controls);
            }
            _ => {}
        }
    }
    for action in &mut held.system.actions {
        match register {
            Register::Action => drop(&mut action.after),
            Register::OwnControl => drop(&mut action.controls),
            register if SERVED.contains(&register) => drop(&mut action.serves),
            _ => {}
        }
    }
    if register == Register::OwnControl {
        held.system.obligations.iter_mut().for_each(|it| drop(&mut it.controls));
        let named = held.system.nonconformities.iter_mut();
        named
            .filter(|it| it.item.as_ref().is_some_and(|item| item.as_str() == id))
            .for_each(|it| it.item = None);
        held.answers.retain(|answer| answer.id.as_str() != id);
    }
    let sides = [versions.ours, versions.theirs];
    for answer in &mut held.answers {
        for inclusion in &mut answer.inclusion {
            let points = sides
                .iter()
                .any(|side| side.system().resolve(&inclusion.reference) == Some((register, id)));
            if points {
                inclusion.reference.clear();
            }
        }
    }
}

impl System {
    /// The fields of the entry under an id.
    pub(super) fn record(&self, register: Register, id: &str) -> Option<&dyn Record> {
        let place = self.place(register, id)?;
        let list: &dyn crate::record::Entries = match register {
            Register::Event => &self.events,
            Register::Nonconformity => &self.nonconformities,
            Register::Group => &self.groups,
            Register::Risk => &self.risks,
            Register::Action => &self.actions,
            Register::Obligation => &self.obligations,
            Register::OwnControl => &self.own_controls,
        };
        list.get(place)
    }
}
