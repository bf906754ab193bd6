//! What was merged takes the place of the assessment: one unit, which names where the rest came from.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use super::deed::{Deed, Did};
use super::edit::{Edit, Unit};
use super::{Done, Engine};
use crate::assessment::listed::{Entry as Listing, named};
use crate::assessment::{Decision, Document, Paper, Reckoned, Register, Snapshot, System, Watched};
use crate::id::Id;
use crate::problem::Problems;
use crate::record::Key;

impl Engine {
    /// Takes over what was merged of this assessment and another version, which a merge has read
    /// back. `from` is what people call the other version.
    ///
    /// # Errors
    ///
    /// `E-CATALOGUE` for an assessment of another catalogue. Nothing changes then.
    pub fn take_merged(&mut self, merged: &Document, from: &str) -> Result<Done, Problems> {
        crate::merge::same_catalogue(&self.document, merged)?;
        self.typed();
        let mut unit = self.difference(merged);
        unit.retain(|edit| self.changes(edit));
        let ids = unit.iter().filter_map(Edit::entry_id).cloned().collect();
        let undo = self.make_all(Unit::from_iter(unit));
        let count = undo.edits().count();
        let name = from.to_string();
        self.remember_as(undo.clone(), |_, _| Deed {
            did: Did::Merge,
            what: "assessment",
            name,
            count,
        });
        Ok(Done { ids, dropped: Vec::new(), undo })
    }

    /// Everything that makes another version out of the assessment; some of it may be as it is.
    fn difference(&self, other: &Document) -> Vec<Edit> {
        let (ours, theirs) = (self.document.system(), other.system());
        let mut edits = alloc::vec![
            Edit::Lineage(other.lineage.clone()),
            Edit::About(other.about.clone().into()),
            Edit::Mode(theirs.mode),
            Edit::Context(theirs.context.clone().into()),
            Edit::ScopeParts(theirs.scope_parts.clone().into()),
            Edit::Approval(theirs.soa_approval.clone().into()),
            Edit::Criteria(theirs.criteria.clone().into()),
        ];
        for register in Register::ALL {
            let ids: BTreeSet<&Id> = [ours, theirs]
                .into_iter()
                .flat_map(|it| it.names(*register))
                .map(|(id, _)| id)
                .collect();
            edits.extend(ids.into_iter().map(|id| {
                Edit::Entry(*register, id.clone(), theirs.entry(*register, id.as_str()))
            }));
        }
        edits.extend(listed::<Paper>(ours, theirs, Edit::Paper));
        edits.extend(listed::<Decision>(ours, theirs, Edit::Decision));
        edits.extend(listed::<Reckoned>(ours, theirs, Edit::Effort));
        edits.extend(listed::<Snapshot>(ours, theirs, Edit::Snapshot));
        edits.extend(listed::<Watched>(ours, theirs, Edit::Watched));
        let answers = [&*self.document, other].into_iter().flat_map(Document::answers);
        let ids: BTreeSet<&Id> = answers.map(|answer| &answer.id).collect();
        edits.extend(ids.into_iter().map(|id| {
            Edit::Answer(id.clone(), other.answer(id.as_str()).cloned().map(Into::into))
        }));
        edits
    }
}

/// The edits that make one register out of another.
fn listed<E: Listing>(
    ours: &System,
    theirs: &System,
    edit: fn(Key, Option<Box<E>>) -> Edit,
) -> Vec<Edit> {
    let keys: BTreeSet<Key> =
        E::list(ours).iter().chain(E::list(theirs)).filter_map(E::key).collect();
    let one = |key: Key| {
        let entry = named::<E>(theirs, &key).cloned().map(Into::into);
        edit(key, entry)
    };
    keys.into_iter().map(one).collect()
}
