//! What follows from the items of a catalogue alone: the groups that have a score, who belongs to
//! which, and where an id is found.

use super::group::{Attribute, Chapter, Group, GroupKind, ScoreKey};
use super::item::{DocumentedInformation, Item};
use super::{Beginning, Catalogue, Kind};
use crate::join::together;
use crate::order;
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

/// A catalogue whose items, documents and chapters name each other by their places.
pub(super) struct Linked {
    pub(super) id: Box<str>,
    pub(super) attributes: Vec<Attribute>,
    /// The chapters' ids, and the ids of their groups.
    pub(super) chapters: Vec<(Box<str>, Box<str>)>,
    pub(super) items: Vec<Item>,
    pub(super) documents: Vec<DocumentedInformation>,
}

impl Linked {
    /// Adds what follows. A chapter without questions gets a score that there is not.
    pub(super) fn complete(self) -> Catalogue {
        let Linked { id, attributes, chapters, items, documents } = self;
        let groups = groups(&chapters, &attributes, &items);
        let chapters = chapters.into_iter().zip(0..).map(|((id, _), chapter)| {
            let is_its = |group: &Group| group.kind == GroupKind::Chapter(chapter);
            let place = groups.iter().position(is_its).and_then(|place| u16::try_from(place).ok());
            Chapter { id, score: ScoreKey(place.unwrap_or(u16::MAX)) }
        });
        Catalogue {
            id,
            chapters: chapters.collect(),
            memberships: memberships(&groups, items.len()),
            by_id: by_id(&items),
            is_other: false,
            attributes,
            items,
            groups,
            documents,
        }
    }
}

fn by_id(items: &[Item]) -> Vec<(Beginning, u16)> {
    let mut sorted: Vec<(Beginning, &str, u16)> =
        items.iter().zip(0..).map(|(it, place)| (Beginning::of(it.id()), it.id(), place)).collect();
    order::sort(&mut sorted, |one, other| one < other);
    sorted.into_iter().map(|(beginning, _, place)| (beginning, place)).collect()
}

/// Places of ids, sorted by id, to find one without a hash table.
pub(super) fn sorted<'i>(ids: impl Iterator<Item = &'i str>) -> Vec<u16> {
    let mut sorted: Vec<(&str, u16)> = ids.zip(0..).collect();
    order::sort(&mut sorted, |one, other| one < other);
    sorted.into_iter().map(|(_, index)| index).collect()
}

/// The groups in the order of scores: all requirements, all controls, the chapters, the values
/// of each attribute. A value that no question has makes no group.
fn groups(
    chapters: &[(Box<str>, Box<str>)],
    attributes: &[Attribute],
    items: &[Item],
) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut add = |id: Box<str>, kind: GroupKind, is_member: &dyn Fn(&Item) -> bool| {
        let is_member = |item: &Item| item.is_assessed() && is_member(item);
        let members = items.iter().zip(0..).filter(|(item, _)| is_member(item));
        let members: Box<[u16]> = members.map(|(_, index)| index).collect();
        let first = members.first().and_then(|first| items.get(usize::from(*first)));
        if let Some(of) = first.map(Item::kind) {
            groups.push(Group { id, of, kind, members });
        }
    };
    for (id, of) in [("requirements", Kind::Requirement), ("controls", Kind::Control)] {
        add(id.into(), GroupKind::All, &|item| item.kind == of);
    }
    for (chapter, (_, group)) in chapters.iter().enumerate() {
        let its = |item: &Item| item.chapter.map(usize::from) == Some(chapter);
        add(group.clone(), GroupKind::Chapter(chapter), &its);
    }
    for (attribute, it) in attributes.iter().enumerate().filter(|(_, it)| it.is_scored) {
        for (value, word) in it.values.iter().enumerate() {
            let carries = |pair: &(u8, u8)| (usize::from(pair.0), usize::from(pair.1));
            let has = |item: &Item| item.values.iter().any(|v| carries(v) == (attribute, value));
            let id = together(&[&*it.id, ":", word]).into();
            add(id, GroupKind::Value { attribute, value }, &has);
        }
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
