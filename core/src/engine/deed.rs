//! What was done, for people: "delete risk R-3". It is found in what a unit changed, so that every
//! command has a name, and none can forget its own.

use alloc::string::{String, ToString};

use super::edit::{Edit, Unit};
use crate::assessment::{Document, Entry, Register};
use annexa_vocabulary::words;

words! {
    /// What happened to a thing.
    Did {
        /// It is new.
        Add = "add",
        /// It says something else.
        Change = "change",
        /// It is gone.
        Delete = "delete",
        /// Another version, or a pack, was merged into the assessment.
        Merge = "merge",
    }
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What happened to it.
    pub did: Did,
    /// The member of a file in which it stands.
    pub what: &'static str,
    /// What people call it, or empty where there is only one of it.
    pub name: String,
    /// How many of its kind were changed with it, itself included.
    pub count: usize,
}

/// The order in which registers name a deed that touches several: the first is what it was about.
const BEFORE: [Register; 7] = [
    Register::Risk,
    Register::Obligation,
    Register::OwnControl,
    Register::Nonconformity,
    Register::Event,
    Register::Action,
    Register::Group,
];

/// What a command did, by the unit that takes it back.
pub(super) fn deed(document: &Document, undo: &Unit) -> Deed {
    // A unit that takes back goes from the end to the beginning.
    let first =
        undo.edits().rev().map(|edit| Part::of(document, edit)).min_by_key(|part| part.rank);
    let Some(part) = first else {
        return Deed { did: Did::Change, what: "", name: String::new(), count: 0 };
    };
    let alike = undo.edits().filter(|edit| Part::of(document, edit).rank == part.rank);
    Deed { did: part.did, what: part.what, name: part.name(document), count: alike.count() }
}

/// One edit as a part of a deed.
struct Part<'e> {
    /// Less for what a deed is rather named after.
    rank: usize,
    did: Did,
    what: &'static str,
    edit: &'e Edit,
}

impl<'e> Part<'e> {
    fn of(document: &Document, edit: &'e Edit) -> Part<'e> {
        let did = |was: bool, is: bool| match (was, is) {
            (false, _) => Did::Add,
            (true, false) => Did::Delete,
            (true, true) => Did::Change,
        };
        let (rank, did, what) = match edit {
            Edit::Entry(register, id, was) => {
                let is = document.system().place(*register, id.as_str()).is_some();
                let did = did(was.is_some(), is);
                let among = BEFORE.iter().position(|it| it == register).unwrap_or(BEFORE.len());
                let rank = match did {
                    Did::Delete => 0,
                    Did::Add => 10,
                    // A merge has its name from elsewhere.
                    Did::Change | Did::Merge => 30,
                };
                (rank + among, did, register.name())
            }
            Edit::Criteria(was) => {
                let is = document.system().criteria.is_some();
                (20, did(was.is_some(), is), "criteria")
            }
            Edit::Paper(key, was) => {
                let is = document.system().documents.iter();
                let is = is.map(crate::record::Listed::key).any(|it| it.as_ref() == Some(key));
                (40, did(was.is_some(), is), "documents")
            }
            Edit::Approval(was) => {
                let is = document.system().soa_approval.is_some();
                (41, did(was.is_some(), is), "soa_approval")
            }
            Edit::Lineage(_) => (48, Did::Change, "lineage"),
            Edit::About(_) => (42, Did::Change, "about"),
            Edit::ScopeParts(_) => (43, Did::Change, "scope_parts"),
            Edit::Context(_) => (44, Did::Change, "context"),
            Edit::Decision(..) => (45, Did::Change, "suggestions"),
            Edit::Snapshot(key, was) => {
                let is = document.system().snapshots.iter();
                let is = is.map(crate::record::Listed::key).any(|it| it.as_ref() == Some(key));
                (39, did(was.is_some(), is), "snapshots")
            }
            Edit::Watched(..) => (45, Did::Change, "measures"),
            Edit::Effort(..) => (45, Did::Change, "effort"),
            Edit::Mode(_) => (46, Did::Change, "mode"),
            Edit::Answer(..) | Edit::Response(..) => (47, Did::Change, "answers"),
        };
        Part { rank, did, what, edit }
    }

    fn name(&self, document: &Document) -> String {
        match self.edit {
            Edit::Entry(register, id, was) => {
                let now = document.system().entry(*register, id.as_str());
                now.as_ref().or(was.as_ref()).map(called).unwrap_or_default()
            }
            Edit::Paper((_, name), was) => match was {
                Some(paper) if !paper.title.is_empty() => paper.title.clone(),
                _ => name.to_string(),
            },
            Edit::Decision(key, was) => {
                let decisions = document.system().suggestions.iter();
                let mut its = decisions
                    .filter(|it| crate::record::Listed::key(*it).as_ref() == Some(key))
                    .chain(was.as_deref());
                its.next().map(|it| it.control.to_string()).unwrap_or_default()
            }
            Edit::Answer(id, _) => id.to_string(),
            Edit::Response(index, _) => {
                let item = document.catalogue().items().get(*index);
                item.map(|item| item.id().into()).unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}

/// What people call an entry.
fn called(entry: &Entry) -> String {
    match entry {
        Entry::Group(group) => group.name.clone(),
        Entry::OwnControl(control) => control.id.to_string(),
        other => other.label().into(),
    }
}
