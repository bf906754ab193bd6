//! What a person should know about a merge and need not decide.

use alloc::borrow::ToOwned as _;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::Versions;
use super::conflict::{ChangeKind, Note, NoteKind, Side};
use super::path;
use super::walk::{Held, Walk};
use crate::assessment::{Document, Register};
use crate::facts::{Facts, Ledger};
use crate::id::Id;
use crate::problem::Date;
use crate::risk::{Risks, is_as_approved};

pub(super) fn notes(
    walk: &Walk<'_, '_>,
    held: &Held,
    merged: Option<&Document>,
    versions: &Versions<'_>,
) -> Vec<Note> {
    let mut notes = Vec::new();
    if versions.ours.lineage.is_none() && versions.theirs.lineage.is_none() {
        notes.push(Note { kind: NoteKind::NoLineage, path: String::new(), other: None });
    }
    labels(held, versions, &mut notes);
    both_changed(walk, &mut notes);
    if let Some(merged) = merged {
        approvals(merged, versions, &mut notes);
    }
    if !walk.has_base {
        for change in walk.changes.iter().filter(|it| it.kind == ChangeKind::Added) {
            let kind = match change.by {
                Side::Ours => NoteKind::OnlyOurs,
                Side::Theirs => NoteKind::OnlyTheirs,
                Side::Both => continue,
            };
            notes.push(Note { kind, path: change.path.clone(), other: None });
        }
    }
    notes.sort_unstable();
    notes.dedup();
    notes
}

/// Labels that stand twice, and did not in either version.
fn labels(held: &Held, versions: &Versions<'_>, notes: &mut Vec<Note>) {
    for register in Register::ALL {
        let mut first: BTreeMap<&str, &Id> = BTreeMap::new();
        for (id, label) in held.system.names(*register) {
            if label.is_empty() {
                continue;
            }
            let Some(other) = first.get(label) else {
                first.insert(label, id);
                continue;
            };
            let had = |side: &&Document| {
                let names = side.system().names(*register);
                names
                    .iter()
                    .filter(|(known, its)| *its == label && (known == other || *known == id))
                    .count()
                    > 1
            };
            if ![versions.ours, versions.theirs].iter().any(had) {
                let place = |id: &Id| path::entry(register.name(), id.as_str());
                let (path, other) = (place(id), Some(place(other)));
                notes.push(Note { kind: NoteKind::LabelTwice, path, other });
            }
        }
    }
}

/// Risks of which each side changed something.
fn both_changed(walk: &Walk<'_, '_>, notes: &mut Vec<Note>) {
    let mut by: BTreeMap<&str, [bool; 2]> = BTreeMap::new();
    for change in walk.changes.iter().filter(|change| change.kind != ChangeKind::Removed) {
        let Some(rest) = change.path.strip_prefix("risks/") else { continue };
        let Some((id, _)) = rest.split_once('/') else { continue };
        let [ours, theirs] = by.entry(id).or_default();
        *ours |= change.by != Side::Theirs;
        *theirs |= change.by != Side::Ours;
    }
    for (id, _) in by.into_iter().filter(|(_, sides)| *sides == [true, true]) {
        let path = ["risks/", id].concat();
        notes.push(Note { kind: NoteKind::BothChanged, path, other: None });
    }
}

/// Approvals whose text is another in the merged assessment than where they came from.
fn approvals(merged: &Document, versions: &Versions<'_>, notes: &mut Vec<Note>) {
    let mut void = approved(merged);
    void.retain(|_, holds| !*holds);
    if void.is_empty() {
        return;
    }
    let mut valid = approved(versions.ours);
    valid.extend(approved(versions.theirs));
    valid.retain(|_, holds| *holds);
    for path in void.into_keys() {
        if valid.contains_key(&path) {
            notes.push(Note { kind: NoteKind::ApprovalVoid, path, other: None });
        }
    }
}

/// The approvals of an assessment, and whether what they approve is still what it was.
fn approved(document: &Document) -> BTreeMap<String, bool> {
    let system = document.system();
    let mut found = BTreeMap::new();
    if system.risks.iter().all(|risk| risk.approvals.is_empty()) {
        return found;
    }
    let (facts, ledger) = (Facts::of(document), Ledger::of(document));
    // Whether a text is as it was does not hang on the day.
    let Some(day) = Date::new(2999, 12, 31) else { return found };
    let risks = Risks::of(document, &facts, &ledger, day);
    for (place, risk) in system.risks.iter().enumerate() {
        for approval in &risk.approvals {
            let members = ["risks", risk.id.as_str(), "approvals", approval.id.as_str()];
            found.insert(super::at(&members).to_owned(), is_as_approved(&risks, place, approval));
        }
    }
    found
}
