//! Puts a catalogue together: links parents and chapters, and computes who belongs where.

use super::group::{Attribute, Chapter, Group, GroupKind, ScoreKey};
use super::item::{DocumentedInformation, Item};
use super::{Catalogue, Kind, Needed};
use crate::names::Names;
use crate::order;
use crate::problem::{Problem, problem, quoted};
use alloc::boxed::Box;
use alloc::format;
use alloc::vec;
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
        let by_id = sorted(&ids);
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
        let groups = groups(&chapters, &attributes, &items, faults);
        let documents = documents
            .into_iter()
            .zip(0_usize..)
            .filter_map(|(draft, index)| document(draft, index, &items, &by_id, &ids, faults))
            .collect();
        let chapters = chapters.into_iter().zip(0..).map(|((id, _), chapter)| {
            let is_its = |group: &Group| group.kind == GroupKind::Chapter(chapter);
            let place = groups.iter().position(is_its).and_then(|place| u16::try_from(place).ok());
            // A chapter without questions is a problem already.
            Chapter { id, score: ScoreKey(place.unwrap_or(u16::MAX)) }
        });
        Catalogue {
            id,
            chapters: chapters.collect(),
            memberships: memberships(&groups, items.len()),
            attributes,
            items,
            groups,
            documents,
            by_id,
        }
    }
}

/// Places in `ids`, sorted by id, to find one without a hash table.
pub(super) fn sorted(ids: &[Box<str>]) -> Vec<u16> {
    let mut sorted: Vec<(&str, u16)> = ids.iter().map(|id| &**id).zip(0..).collect();
    order::sort(&mut sorted, |one, other| one < other);
    sorted.into_iter().map(|(_, index)| index).collect()
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

/// The groups in the order of scores: all requirements, all controls, the chapters, the values
/// of each attribute. A value that no question has makes no group.
fn groups(
    chapters: &[(Box<str>, Box<str>)],
    attributes: &[Attribute],
    items: &[Item],
    faults: &mut Faults,
) -> Vec<Group> {
    let mut groups = Vec::new();
    let members = |wanted: &dyn Fn(&Item) -> bool| -> Box<[u16]> {
        let items = items.iter().zip(0..).filter(|(item, _)| item.is_assessed() && wanted(item));
        items.map(|(_, index)| index).collect()
    };
    for (id, of) in [("requirements", Kind::Requirement), ("controls", Kind::Control)] {
        let members = members(&|item| item.kind == of);
        if !members.is_empty() {
            groups.push(Group { id: id.into(), of, kind: GroupKind::All, members });
        }
    }
    let mut add = |id: Box<str>, kind: GroupKind, place: &str, members: Box<[u16]>| {
        let mut kinds = members.iter().filter_map(|index| items.get(usize::from(*index)));
        let Some(of) = kinds.next().map(Item::kind) else { return false };
        if kinds.any(|item| item.kind != of) {
            faults.add(problem!("E-GROUP", "mixed", id = quoted(&id)).at(place));
        }
        if groups.iter().any(|group| group.id == id) {
            faults.add(problem!("E-DUPLICATE", "group", id = quoted(&id)).at(place));
        }
        groups.push(Group { id, of, kind, members });
        true
    };
    let mut empty = Vec::new();
    for (chapter, (id, group)) in chapters.iter().enumerate() {
        let place = format!("chapters[{chapter}]");
        let its = |item: &Item| item.chapter.map(usize::from) == Some(chapter);
        if !add(group.clone(), GroupKind::Chapter(chapter), &place, members(&its)) {
            empty.push((place, id));
        }
    }
    for (attribute, it) in attributes.iter().enumerate().filter(|(_, it)| it.is_scored) {
        for (value, word) in it.values.iter().enumerate() {
            let carries = |pair: &(u8, u8)| (usize::from(pair.0), usize::from(pair.1));
            let has = |item: &Item| item.values.iter().any(|v| carries(v) == (attribute, value));
            let id = format!("{}:{word}", it.id).into();
            let place = format!("attributes[{attribute}]");
            add(id, GroupKind::Value { attribute, value }, &place, members(&has));
        }
    }
    for (place, id) in empty {
        faults.add(problem!("E-GROUP", "empty", id = quoted(id)).at(place));
    }
    groups
}

fn memberships(groups: &[Group], len: usize) -> Vec<Box<[u16]>> {
    let mut memberships = vec![Vec::new(); len];
    for (group, place) in groups.iter().zip(0_u16..) {
        for member in group.members() {
            if let Some(places) = memberships.get_mut(member) {
                places.push(place);
            }
        }
    }
    memberships.into_iter().map(Vec::into).collect()
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
