//! Where something stands, in words: the path of a conflict, a note or a change as a person would
//! say it.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::conflict::{Conflict, ConflictKind};
use super::refer::{self, lists};
use super::{Versions, path};
use crate::assessment::{About, Answer, Document, Register, System};
use crate::join::together;
use crate::record::{Field, Kind, Record, Shape, Value, key_of};
use crate::words::Words;

/// Says where things stand and what they hold.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    pub(super) versions: Versions<'a>,
    pub(super) words: &'a Words,
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The requirement, the risk or another thing, by its label and its title.
    pub thing: String,
    /// What of it; nothing where it is the whole.
    pub field: String,
}

/// The field at the end of a path, and the record that has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    pub(super) shape: &'static Shape,
    pub(super) field: &'static Field,
}

impl<'a> Teller<'a> {
    /// Says it in these words.
    pub fn new(versions: Versions<'a>, words: &'a Words) -> Teller<'a> {
        Teller { versions, words }
    }

    /// Where a path leads.
    pub fn place(&self, path: &str) -> Place {
        self.follow(path).0
    }

    /// What would lose something if an entry went, each by its label and its title: entries that
    /// refer to it and did not in the ancestor.
    pub fn users(&self, conflict: &Conflict<'_>) -> Vec<String> {
        if conflict.kind != ConflictKind::Reference {
            return Vec::new();
        }
        let Some((_, id)) = conflict.path.split_once('/') else { return Vec::new() };
        let id = path::part(id);
        let mut found: Vec<String> = Vec::new();
        for side in [self.versions.ours, self.versions.theirs] {
            lists(side.system(), &mut |register, owner, lists| {
                let names = |ids: &[crate::Id]| ids.iter().any(|it| it.as_str() == id);
                // What the ancestor has goes with the entry, as its deletion took it away.
                let had = |field: &str| {
                    let base = self.versions.base.map(Document::system);
                    base.is_some_and(|base| names(refer::ids(base, (register, owner), field)))
                };
                if lists.iter().any(|(field, ids, _)| names(ids) && !had(field)) {
                    let owner = self.entry_name(register, owner);
                    if !found.contains(&owner) {
                        found.push(owner);
                    }
                }
            });
        }
        found
    }

    /// The field at the end of a path; nothing where it leads to a whole entry.
    pub(super) fn end(&self, path: &str) -> Option<End> {
        self.follow(path).1
    }

    fn documents(&self) -> impl Iterator<Item = &'a Document> {
        let Versions { base, ours, theirs, .. } = self.versions;
        [Some(ours), Some(theirs), base].into_iter().flatten()
    }

    fn entry_name(&self, register: Register, id: &str) -> String {
        self.place(&path::entry(register.name(), id)).thing
    }

    fn follow(&self, path: &str) -> (Place, Option<End>) {
        let mut parts = path.split('/').map(path::part);
        let member = parts.next().unwrap_or_default();
        let mut way = Way { teller: self, place: Place::default(), end: None };
        match member.as_str() {
            "about" => {
                way.thing(self.words.text_or("fields.about", "about").into());
                let records = self.documents().map(|it| &it.about as &dyn Record).collect();
                way.record(&About::SHAPE, records, &mut parts);
            }
            "answers" => {
                let id = parts.next().unwrap_or_default();
                way.thing(self.item(&id));
                let answers = self.documents().filter_map(|it| it.answer(&id));
                let records = answers.map(|it| it as &dyn Record).collect();
                way.record(&Answer::SHAPE, records, &mut parts);
            }
            "lineage" => way.place.field = self.words.text_or("fields.lineage", "lineage").into(),
            _ => {
                let records = self.documents().map(|it| it.system() as &dyn Record).collect();
                way.record(&System::SHAPE, records, &mut [member].into_iter().chain(parts));
            }
        }
        (way.place, way.end)
    }

    /// A requirement or a control by its id and its title.
    fn item(&self, id: &str) -> String {
        let catalogue = self.versions.ours.catalogue();
        let own = || {
            let mut systems = self.documents().map(Document::system);
            systems.find_map(|it| it.own_controls.get(it.own_control(id)?))
        };
        let title = match catalogue.index_of(id) {
            Some(place) => self.words.title_of(catalogue, place),
            None => own().map_or("", |own| &own.title),
        };
        if title.is_empty() || title == id { id.into() } else { together(&[id, " ", title]) }
    }

    /// What people call a field.
    pub(super) fn name(&self, shape: &Shape, field: &str) -> &'a str {
        let own = together(&["fields.", shape.name, ".", field]);
        let question = together(&["context.question.", field]);
        let any = match shape.name {
            "Context" => question,
            _ => together(&["fields.", field]),
        };
        let any = self.words.text_or(&any, "");
        self.words.text_or(&own, any)
    }
}

/// A path while it is followed.
struct Way<'t, 'a> {
    teller: &'t Teller<'a>,
    place: Place,
    end: Option<End>,
}

impl<'a> Way<'_, 'a> {
    fn thing(&mut self, name: String) {
        let thing = &mut self.place.thing;
        let between = if thing.is_empty() || name.is_empty() { "" } else { ", " };
        *thing = together(&[thing, between, &name]);
        self.place.field.clear();
        self.end = None;
    }

    /// Goes on through a record, which each version may have.
    fn record(
        &mut self,
        shape: &'static Shape,
        records: Vec<&'a dyn Record>,
        parts: &mut dyn Iterator<Item = String>,
    ) {
        let Some(part) = parts.next() else { return };
        let Some((place, field)) = shape.place(&part).zip(named(shape, &part)) else { return };
        let values = || records.iter().map(|record| record.value(place));
        self.place.field = self.teller.name(shape, field.name).to_string();
        self.end = Some(End { shape, field });
        match field.kind {
            Kind::Record(inner) => {
                if self.place.thing.is_empty() {
                    let name = core::mem::take(&mut self.place.field);
                    let end = self.end;
                    self.thing(name);
                    self.end = end;
                }
                self.record(inner, values().filter_map(Value::record).collect(), parts);
            }
            Kind::List(inner, ..) => {
                let Some(key) = parts.next() else { return };
                let lists = values().filter_map(Value::list);
                let entries: Vec<&'a dyn Record> = lists
                    .filter_map(|list| {
                        let is_it = |place: &usize| {
                            key_of(list, *place).is_some_and(|(kind, id)| is_key(&key, kind, &id))
                        };
                        list.get((0..list.len()).find(is_it)?)
                    })
                    .collect();
                let name = entries.first().map_or(String::new(), |entry| called(*entry));
                let name = if name.is_empty() { key } else { name };
                self.thing(name);
                self.record(inner, entries, parts);
            }
            _ => {}
        }
    }
}

fn named(shape: &'static Shape, name: &str) -> Option<&'static Field> {
    shape.fields.iter().find(|field| field.name == name)
}

/// Whether the part of a path is this key.
fn is_key(part: &str, kind: u8, id: &str) -> bool {
    match kind {
        0 => part == id,
        _ => part.strip_prefix(path::TITLE) == Some(id),
    }
}

/// What people call an entry: its label, and what it says first.
pub(super) fn called(entry: &dyn Record) -> String {
    let text = |name: &str| match entry.shape().place(name).map(|place| entry.value(place)) {
        Some(Value::Text(text)) => text,
        _ => "",
    };
    let mut names = ["title", "name", "what"].into_iter().map(text);
    let title = names.find(|name| !name.is_empty()).unwrap_or_default();
    let between = if text("label").is_empty() || title.is_empty() { "" } else { " " };
    together(&[text("label"), between, title])
}
