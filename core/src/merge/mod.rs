//! Merging two versions of an assessment, field by field along the one declaration of its fields.
//!
//! ```text
//!  ancestor ─┐
//!  ours ─────┼─ walk ─ references ─ steps ──▶ conflicts that are open: nothing is merged
//!  theirs ───┘    ▲                    └────▶ none: a document that can be read back
//!                 └── choices of a resolution
//! ```
//!
//! The rules stand in `docs/rules-merge.md`. A choice is made where its conflict arises, so that
//! what follows from it is looked at as what follows from anything else.

mod choice;
mod conflict;
mod list;
mod names;
mod note;
mod path;
mod refer;
mod resolution;
mod show;
mod sides;
mod step;
mod tell;
mod value;
mod walk;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::assessment::Document;
use crate::json::Writer;
use crate::problem::{Problem, Problems, problem};
use crate::record::write_members;

pub use choice::{Choice, Decided, Take};
pub use conflict::{Change, Conflict, ConflictKind, Note, NoteKind, Side};
pub(crate) use resolution::RESOLUTION;
pub use resolution::Resolution;
pub use tell::{Place, Teller};
pub(crate) use walk::{Held, Walk};

/// What is merged.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'d> {
    /// What both went out from; nothing where nobody knows.
    pub base: Option<&'d Document>,
    /// The one that somebody holds.
    pub ours: &'d Document,
    /// The other one.
    pub theirs: &'d Document,
    /// Whether versions are merged that do not say that they are of one assessment.
    pub may_be_unrelated: bool,
}

/// What came of it.
#[derive(Debug)]
pub struct Merged<'d> {
    /// Every conflict, decided or open.
    pub conflicts: Vec<Conflict<'d>>,
    /// What a person should know and need not decide.
    pub notes: Vec<Note>,
    /// What fits together.
    pub changes: Vec<Change>,
    /// The merged assessment; nothing while a conflict is open.
    pub document: Option<Document>,
}

impl Merged<'_> {
    /// Conflicts that nobody has decided.
    pub fn open(&self) -> impl Iterator<Item = &Conflict<'_>> {
        self.conflicts.iter().filter(|conflict| conflict.taken.is_none())
    }
}

/// Merges two versions, with what was decided about their conflicts.
///
/// # Errors
///
/// `E-UNRELATED`, `E-CATALOGUE`; the codes of a file's fields where a chosen value, or everything
/// together, could not be read back.
pub fn merge<'d>(versions: Versions<'d>, decided: &Decided) -> Result<Merged<'d>, Problems> {
    related(&versions)?;
    let Versions { base, ours, theirs, .. } = versions;
    let mut walk = Walk::new(decided, base.is_some());
    let lineage = walk.lineage(base, ours, theirs);
    let mut held = Held::of(&mut walk, base, ours, theirs);
    refer::settle(&mut walk, &mut held, &versions);
    step::settle(&mut walk, &mut held, &versions);
    if !walk.problems.is_empty() {
        return Err(Problems(walk.problems));
    }
    let is_open = walk.conflicts.iter().any(|conflict| conflict.taken.is_none());
    if !is_open {
        names::settle(&mut held, &versions);
    }
    walk.conflicts.sort_by(|one, other| one.path.cmp(&other.path));
    let document = if is_open { None } else { Some(written(&held, lineage.as_deref(), ours)?) };
    let notes = note::notes(&walk, &held, document.as_ref(), &versions);
    let Walk { conflicts, changes, .. } = walk;
    Ok(Merged { conflicts, notes, changes, document })
}

/// Whether versions may be merged at all.
fn related(versions: &Versions<'_>) -> Result<(), Problems> {
    let Versions { base, ours, theirs, may_be_unrelated } = versions;
    let mut problems = Vec::new();
    for (place, other) in [("theirs", Some(*theirs)), ("base", *base)] {
        let other = other.map_or(Ok(()), |other| same_catalogue(ours, other));
        problems.extend(other.err().map(|problem| problem.at(place)));
    }
    if ours.lineage != theirs.lineage && !may_be_unrelated {
        problems.push(unrelated(ours, theirs).at("lineage"));
    }
    if let Some(base) = base
        && let Some(lineage) = &base.lineage
        && [*ours, *theirs].iter().all(|side| side.lineage.as_ref() != Some(lineage))
    {
        problems.push(problem!("E-UNRELATED", "base", found = lineage.as_str()).at("base"));
    }
    if problems.is_empty() { Ok(()) } else { Err(Problems(problems)) }
}

/// Whether what was merged is of the same catalogue.
pub(crate) fn same_catalogue(ours: &Document, merged: &Document) -> Result<(), Problem> {
    let (found, wanted) = (merged.catalogue().id(), ours.catalogue().id());
    if found == wanted {
        return Ok(());
    }
    Err(problem!("E-CATALOGUE", "merge", found = found, wanted = wanted))
}

fn unrelated(ours: &Document, theirs: &Document) -> Problem {
    match (&ours.lineage, &theirs.lineage) {
        (Some(ours), Some(theirs)) => {
            problem!("E-UNRELATED", "other", ours = ours.as_str(), theirs = theirs.as_str())
        }
        (Some(ours), None) => problem!("E-UNRELATED", "theirs", lineage = ours.as_str()),
        (None, theirs) => {
            let lineage = theirs.as_ref().map_or("", |id| id.as_str());
            problem!("E-UNRELATED", "ours", lineage = lineage)
        }
    }
}

/// What was merged as a file, read back: whatever the engine would refuse is refused here.
fn written(held: &Held, lineage: Option<&str>, ours: &Document) -> Result<Document, Problems> {
    let mut writer = Writer::default();
    writer.object(|w| {
        Document::write_head(w, ours.catalogue(), lineage);
        if held.about != crate::assessment::About::default() {
            w.member_object("about", |w| write_members(w, &held.about));
        }
        write_members(w, &held.system);
        w.member_list("answers", |w| {
            held.answers.iter().for_each(|answer| w.entry_object(|w| write_members(w, answer)));
        });
    });
    Document::from_bytes(Arc::clone(ours.catalogue()), writer.into_text().as_bytes())
}

/// The text of a path of members.
pub(crate) fn at(members: &[&str]) -> String {
    members.join("/")
}

#[cfg(test)]
pub(crate) mod tests;
