//! Puts a catalogue of a file together: finds parents, chapters and values by their names.

use super::group::{Attribute, GroupKind};
use super::groups::{Linked, sorted};
use super::item::{DocumentedInformation, Item};
use super::{Catalogue, Kind, Needed};
use crate::names::Names;
use crate::order;
use crate::problem::{Problem, problem, quoted};
use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

/// A catalogue as it was read, its parts naming each other.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) id: Box<str>,
    pub(super) attributes: Vec<Attribute>,
    /// The chapters' ids, and the ids of their groups.
    pub(super) chapters: Vec<(Box<str>, Box<str>)>,
    pub(super) items: Vec<DraftItem>,
    pub(super) documents: Vec<DraftDocument>,
}

pub(super) struct DraftItem {
    pub(super) id: Box<str>,
    pub(super) kind: Kind,
    pub(super) chapter: Option<Box<str>>,
    pub(super) parent: Option<Box<str>>,
    pub(super) attributes: Vec<(Box<str>, Vec<Box<str>>)>,
    pub(super) checks: Vec<Box<str>>,
}

pub(super) struct DraftDocument {
    pub(super) id: Box<str>,
    pub(super) source: Box<str>,
    pub(super) needed: Needed,
}

/// What does not fit together.
#[derive(Default)]
pub(super) struct Faults(pub(super) Vec<Problem>);

impl Faults {
    /// Notes a problem; with a hundred of them the file is broken as a whole.
    fn add(&mut self, problem: Problem) {
        if self.0.len() < 100 {
            self.0.push(problem);
        }
    }
}

impl Draft {
    /// Links what names each other. What does not fit together is a problem of the draft.
    pub(super) fn assemble(self, faults: &mut Faults) -> Catalogue {
        let Draft { id, attributes, chapters, items: drafts, documents } = self;
        let names = |of: &str, ids: &mut dyn Iterator<Item = &str>, faults: &mut Faults| {
            unique(of, ids, faults);
        };
        names("attributes", &mut attributes.iter().map(|it| &*it.id), faults);
        names("chapters", &mut chapters.iter().map(|(id, _)| &**id), faults);
        names("items", &mut drafts.iter().map(|it| &*it.id), faults);
        names("documents", &mut documents.iter().map(|it| &*it.id), faults);
        let ids: Vec<Box<str>> = drafts.iter().map(|draft| draft.id.clone()).collect();
        let by_id = sorted(ids.iter().map(|id| &**id));
        let mut items: Vec<Item> = Vec::with_capacity(drafts.len());
        for (index, draft) in drafts.into_iter().enumerate() {
            let place = format!("items[{index}]");
            let parent = parent(&draft, &place, &ids, &by_id, faults);
            let above = parent.and_then(|parent| items.get(usize::from(parent))?.chapter);
            let chapter = chapter(&draft, above, &place, &chapters, faults);
            let values = values(&draft, &place, &attributes, faults);
            let DraftItem { id, kind, checks, .. } = draft;
            items.push(Item { id, kind, parent, chapter, values, checks: checks.into() });
        }
        let mut documents_faults = Faults::default();
        let documents = documents
            .into_iter()
            .zip(0_usize..)
            .filter_map(|(draft, index)| {
                document(draft, index, &items, &by_id, &ids, &mut documents_faults)
            })
            .collect();
        let catalogue = Linked { id, attributes, chapters, items, documents }.complete();
        check_groups(&catalogue, faults);
        documents_faults.0.into_iter().for_each(|problem| faults.add(problem));
        catalogue
    }
}

fn find(ids: &[Box<str>], by_id: &[u16], id: &str) -> Option<u16> {
    let name = |index: u16| ids.get(usize::from(index)).map(|known| &**known);
    let found = by_id.binary_search_by(|index| name(*index).cmp(&Some(id))).ok()?;
    by_id.get(found).copied()
}

fn unique(of: &str, ids: &mut dyn Iterator<Item = &str>, faults: &mut Faults) {
    let mut seen = Names::default();
    for (index, id) in ids.enumerate() {
        if let Some(first) = seen.note(id, index) {
            let first = format!("{of}[{first}]");
            let twice = problem!("E-DUPLICATE", "catalogue", id = quoted(id), first = first);
            faults.add(twice.at(format!("{of}[{index}].id")));
        }
    }
}

/// The parent that is named, or the nearest whose id is this one's without its last parts:
/// `6.1.2 d)` for `6.1.2 d) 2)`, and `6.1` for `6.1.2`.
fn parent(
    draft: &DraftItem,
    place: &str,
    ids: &[Box<str>],
    by_id: &[u16],
    faults: &mut Faults,
) -> Option<u16> {
    let this = find(ids, by_id, &draft.id);
    if let Some(name) = &draft.parent {
        let found = find(ids, by_id, name).filter(|found| Some(*found) < this);
        if found.is_none() {
            let unknown = problem!("E-UNKNOWN-ID", "parent", id = quoted(name));
            faults.add(unknown.at(format!("{place}.parent")));
        }
        return found;
    }
    let mut rest = &*draft.id;
    while let Some(end) = rest.rfind(['.', ' ']) {
        rest = rest.get(..end)?;
        if let Some(found) = find(ids, by_id, rest).filter(|found| Some(*found) < this) {
            return Some(found);
        }
    }
    if draft.kind == Kind::Item {
        faults.add(problem!("E-MISSING", "parent", id = quoted(&draft.id)).at(place));
    }
    None
}

fn chapter(
    draft: &DraftItem,
    above: Option<u16>,
    place: &str,
    chapters: &[(Box<str>, Box<str>)],
    faults: &mut Faults,
) -> Option<u16> {
    let name = draft.chapter.as_ref().unwrap_or(&draft.id);
    let own = chapters.iter().position(|(id, _)| id == name);
    let found = own.and_then(|place| u16::try_from(place).ok());
    if found.is_none() && draft.chapter.is_some() {
        let unknown = problem!("E-UNKNOWN-ID", "chapter", id = quoted(name));
        faults.add(unknown.at(format!("{place}.chapter")));
        return None;
    }
    let found = found.or(above);
    if found.is_none() && matches!(draft.kind, Kind::Requirement | Kind::Control) {
        faults.add(problem!("E-MISSING", "chapter", id = quoted(&draft.id)).at(place));
    }
    found
}

fn values(
    draft: &DraftItem,
    place: &str,
    attributes: &[Attribute],
    faults: &mut Faults,
) -> Box<[(u8, u8)]> {
    let mut values = Vec::new();
    for (name, words) in &draft.attributes {
        let place = format!("{place}.attributes.{name}");
        let found = attributes.iter().zip(0_u8..).find(|(attribute, _)| attribute.id == *name);
        let Some((attribute, index)) = found else {
            faults.add(problem!("E-UNKNOWN-ID", "attribute", id = quoted(name)).at(place));
            continue;
        };
        for word in words {
            match attribute.values.iter().zip(0_u8..).find(|(known, _)| *known == word) {
                Some((_, value)) => values.push((index, value)),
                None => {
                    let (id, attribute) = (quoted(word), quoted(name));
                    let unknown = problem!("E-UNKNOWN-ID", "value", id = id, attribute = attribute);
                    faults.add(unknown.at(&*place));
                }
            }
        }
    }
    order::sort(&mut values, |one, other| one < other);
    if values.windows(2).any(|pair| pair.first() == pair.last()) {
        faults.add(problem!("E-DUPLICATE", "value").at(format!("{place}.attributes")));
    }
    values.into()
}

/// What is wrong with the groups that follow: one of requirements and controls, one whose id another
/// has, a chapter without questions.
fn check_groups(catalogue: &Catalogue, faults: &mut Faults) {
    for (index, group) in catalogue.groups.iter().enumerate() {
        let place = match group.kind {
            GroupKind::All => continue,
            GroupKind::Chapter(chapter) => format!("chapters[{chapter}]"),
            GroupKind::Value { attribute, .. } => format!("attributes[{attribute}]"),
        };
        let mut members = group.members().filter_map(|member| catalogue.items.get(member));
        if members.any(|item| item.kind != group.of) {
            faults.add(problem!("E-GROUP", "mixed", id = quoted(&group.id)).at(&*place));
        }
        if catalogue.groups.iter().take(index).any(|other| other.id == group.id) {
            faults.add(problem!("E-DUPLICATE", "group", id = quoted(&group.id)).at(place));
        }
    }
    for (index, chapter) in catalogue.chapters.iter().enumerate() {
        if catalogue.group(chapter.score).is_none() {
            let empty = problem!("E-GROUP", "empty", id = quoted(&chapter.id));
            faults.add(empty.at(format!("chapters[{index}]")));
        }
    }
}

fn document(
    draft: DraftDocument,
    index: usize,
    items: &[Item],
    by_id: &[u16],
    ids: &[Box<str>],
    faults: &mut Faults,
) -> Option<DocumentedInformation> {
    let place = format!("documents[{index}].source");
    let Some(source) = find(ids, by_id, &draft.source) else {
        faults.add(problem!("E-UNKNOWN-ID", "document", id = quoted(&draft.source)).at(place));
        return None;
    };
    let mut question = Some(source);
    while let Some(item) = question.and_then(|index| items.get(usize::from(index))) {
        if item.is_assessed() {
            break;
        }
        question = item.parent;
    }
    let Some(question) = question else {
        let unknown = problem!("E-UNKNOWN-ID", "question", id = quoted(&draft.source));
        faults.add(unknown.at(place));
        return None;
    };
    Some(DocumentedInformation { id: draft.id, source, question, needed: draft.needed })
}
