//! Random versions of an assessment: a sample cut small, with fields edited, entries added and
//! deleted along the declaration.

use crate::assessment::{Answer, Document, Register, System};
use crate::record::{
    Entries, Kind, Listed, Order, Place, Record, Value, put, put_all, settle_ids, settle_lines,
};
use crate::samples::SAMPLES;
use crate::{Catalogue, Engine};
use std::sync::Arc;

/// A small generator in the place of randomness, so that a failure repeats.
#[derive(Debug)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    fn one<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// The samples, of one catalogue.
pub(crate) fn samples() -> Vec<Document> {
    let catalogue = Catalogue::iso27001_2022();
    let sample =
        |text: &str| Document::from_bytes(Arc::clone(&catalogue), text.as_bytes()).unwrap();
    SAMPLES.iter().map(|it| sample(it.text)).collect()
}

/// A sample of which some answers and entries are left.
pub(crate) fn small(dice: &mut Dice, samples: &[Document]) -> Document {
    let full = dice.one(samples);
    let mut answers: Vec<Answer> = full.answers().cloned().collect();
    let mut system = full.system().clone();
    // Where little is left, versions meet more often.
    let few = if dice.below(2) == 0 { 1 } else { 5 };
    thin(dice, &mut answers, few.min(5));
    thin(dice, &mut system.documents, few.min(3));
    thin(dice, &mut system.suggestions, few.min(2));
    thin(dice, &mut system.events, few.min(2));
    thin(dice, &mut system.nonconformities, few.min(2));
    thin(dice, &mut system.groups, few.min(2));
    thin(dice, &mut system.risks, few.min(2));
    thin(dice, &mut system.actions, few.min(3));
    thin(dice, &mut system.obligations, few.min(3));
    thin(dice, &mut system.own_controls, few.min(2));
    thin(dice, &mut system.snapshots, 1);
    for snapshot in &mut system.snapshots {
        snapshot.items.truncate(2);
        snapshot.risks.truncate(2);
        snapshot.measures.truncate(2);
    }
    built(full, &system, &answers).unwrap_or_else(|| full.clone())
}

fn thin<R>(dice: &mut Dice, list: &mut Vec<R>, len: usize) {
    while list.len() > len {
        list.swap_remove(dice.below(list.len()));
    }
}

/// A document of these parts, if it can be read.
pub(crate) fn built(like: &Document, system: &System, answers: &[Answer]) -> Option<Document> {
    let mut writer = crate::json::Writer::default();
    writer.object(|w| {
        let lineage = like.lineage.as_ref().map(|id| id.as_str());
        Document::write_head(w, like.catalogue(), lineage);
        w.member_object("about", |w| crate::record::write_members(w, &like.about));
        crate::record::write_members(w, system);
        w.member_list("answers", |w| {
            answers.iter().for_each(|it| w.entry_object(|w| crate::record::write_members(w, it)));
        });
    });
    Document::from_bytes(Arc::clone(like.catalogue()), &writer.finish()).ok()
}

/// Another version: some edits, of which those that no file could hold are left out.
pub(crate) fn version(dice: &mut Dice, of: &Document, tag: &str) -> Document {
    let mut document = of.clone();
    for number in 0..=dice.below(9) {
        let tag =
            if dice.below(6) == 0 { format!("z{number}/{tag}") } else { format!("{tag}{number}") };
        document = edited(dice, &document, &tag).unwrap_or(document);
    }
    document
}

fn edited(dice: &mut Dice, document: &Document, tag: &str) -> Option<Document> {
    let mut system = document.system().clone();
    let mut answers: Vec<Answer> = document.answers().cloned().collect();
    let mut like = document.clone();
    let pool = Pool::of(document);
    match dice.below(16) {
        0..=4 => list(dice, &pool, &mut answers, tag),
        5..=7 => list(dice, &pool, &mut system.risks, tag),
        8 => list(dice, &pool, &mut system.actions, tag),
        9 => list(dice, &pool, &mut system.groups, tag),
        10 => list(dice, &pool, &mut system.obligations, tag),
        11 => match dice.below(4) {
            0 => list(dice, &pool, &mut system.documents, tag),
            1 => list(dice, &pool, &mut system.events, tag),
            2 => list(dice, &pool, &mut system.nonconformities, tag),
            _ => list(dice, &pool, &mut system.suggestions, tag),
        },
        12 => match dice.below(5) {
            0 => list(dice, &pool, &mut system.snapshots, tag),
            1 => list(dice, &pool, &mut system.efforts, tag),
            2 => list(dice, &pool, &mut system.measures, tag),
            _ => list(dice, &pool, &mut system.own_controls, tag),
        },
        13 => {
            let before = like.about.clone();
            field(dice, &pool, &mut like.about, &before, tag);
        }
        14 => {
            // As a person deletes, with what refers to it or not at all.
            let register = *dice.one(Register::ALL);
            let names = document.system().names(register);
            let id = names.get(dice.below(names.len()))?.0.to_string();
            let mut engine = Engine::from_document(document.clone());
            engine.delete_entry(register, &id, dice.below(3) > 0).ok()?;
            return Some(engine.document().clone());
        }
        _ => {
            let before = system.clone();
            field(dice, &pool, &mut system, &before, tag);
        }
    }
    built(&like, &system, &answers)
}

/// What references and words are drawn from.
struct Pool {
    ids: Vec<String>,
    words: Vec<String>,
}

impl Pool {
    fn of(document: &Document) -> Pool {
        let mut ids: Vec<String> = ["A.5.1", "A.8.13", "A.7.1", "6.1.2"].map(String::from).into();
        let system = document.system();
        for register in Register::ALL {
            ids.extend(system.names(*register).into_iter().map(|(id, _)| id.to_string()));
        }
        let criteria = system.criteria.iter();
        let steps = criteria.flat_map(|it| it.likelihood.iter().chain(&it.consequence));
        let mut words: Vec<String> = steps.map(|step| step.word.to_string()).collect();
        words.extend(["l1", "c1", "q9"].map(String::from));
        Pool { ids, words }
    }
}

/// Deletes, adds or edits an entry of a list.
fn list<R: Listed + Clone>(dice: &mut Dice, pool: &Pool, list: &mut Vec<R>, tag: &str) {
    let place = dice.below(list.len());
    match dice.below(5) {
        0 if !list.is_empty() => drop(list.remove(place)),
        1 => {
            let mut entry = <[R]>::get(list, place).cloned().unwrap_or_else(R::blank);
            name(&mut entry, shared(tag));
            let before = entry.clone();
            field(dice, pool, &mut entry, &before, tag);
            list.push(entry);
        }
        _ => {
            if let Some(entry) = list.get_mut(place) {
                let before = entry.clone();
                field(dice, pool, entry, &before, tag);
            }
        }
    }
}

/// The part of a tag that two versions may have together.
fn shared(tag: &str) -> &str {
    tag.split_once('/').map_or(tag, |(shared, _)| shared)
}

/// Gives an entry what tells it from others.
fn name(entry: &mut dyn Record, tag: &str) {
    let id = format!("x-{tag}");
    if let Some(place) = entry.shape().place("id") {
        put(entry, place, Value::Text(&id));
    }
}

/// Edits one field of a record, somewhere in it.
fn field(dice: &mut Dice, pool: &Pool, record: &mut dyn Record, before: &dyn Record, tag: &str) {
    let place = dice.below(record.shape().fields.len());
    let field = &record.shape().fields[place];
    let is_name = matches!(field.kind, Kind::OwnId) || field.name == "id";
    if is_name || field.name == "changed" && dice.below(2) == 0 {
        return;
    }
    let old = before.value(place);
    let may_be_empty = !field.is_required;
    if may_be_empty && dice.below(5) == 0 && field.name != "changed" {
        return record.clear(place);
    }
    match (record.place(place), &field.kind) {
        (Place::Text(text), _) => {
            let more = ["", "More.", "\nLine.", "x"];
            match dice.below(3) {
                0 => text.push_str(&format!("\n{}{}", dice.one(&more), shared(tag))),
                1 => *text = format!("text {}", dice.below(3)),
                _ => *text = format!("text of {}", shared(tag)),
            }
        }
        (Place::Id(_), _) => {
            put(record, place, Value::Text(dice.one(pool.words.as_slice()).as_str()))
        }
        (Place::OptionalId(_), _) => {
            let ids: &[String] = if field.name == "item" { &pool.ids } else { &pool.words };
            put(record, place, Value::Text(dice.one(ids).as_str()));
        }
        (Place::Date(date), _) => {
            *date =
                Some(["2026-01-01", "2026-06-30", "2027-01-31"][dice.below(3)].parse().unwrap());
        }
        (Place::Small(number), Kind::Int(min, max)) => {
            *number =
                u8::try_from(min + dice.below(usize::try_from(max - min + 1).unwrap()) as i64)
                    .unwrap();
        }
        (Place::OptionalSmall(number), Kind::Int(min, _)) => {
            *number = u8::try_from(min + dice.below(3) as i64).ok();
        }
        (Place::OptionalNumber(number), Kind::Int(min, _)) => {
            *number = u32::try_from(min + dice.below(3) as i64).ok();
        }
        (Place::Flag(flag), _) => *flag = !*flag,
        (Place::Ids(ids), _) => {
            if dice.below(2) == 0 && !ids.is_empty() {
                ids.remove(dice.below(ids.len()));
            } else {
                ids.push(dice.one(pool.ids.as_slice()).parse().unwrap());
                settle_ids(ids);
            }
        }
        (Place::Lines(lines), _) => {
            lines.push(format!("tag {}", dice.below(4)));
            settle_lines(lines);
        }
        (Place::Word(word), Kind::Word(words)) => {
            let text: &&str = dice.one(words.words);
            assert!(word.set_word(text));
        }
        (Place::Record(inner), _) => {
            if let Value::Record(before) = old {
                self::field(dice, pool, inner, before, tag);
            } else {
                self::field(dice, pool, inner, &Nothing, tag);
            }
        }
        (Place::Optional(slot), _) => {
            let inner = slot.fill();
            match old {
                Value::Record(before) => {
                    put_all(inner, before);
                    self::field(dice, pool, inner, before, tag);
                }
                _ => (0..6).for_each(|_| self::field(dice, pool, inner, &Nothing, tag)),
            }
        }
        (Place::List(_), Kind::List(_, _, order)) => {
            record.clear(place);
            if let Place::List(slot) = record.place(place) {
                entries(dice, pool, slot, old, *order, tag);
                slot.settle();
            }
        }
        _ => {}
    }
}

/// A record without fields: what stands before anything does.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Nothing;

impl Record for Nothing {
    fn shape(&self) -> &'static crate::record::Shape {
        const SHAPE: crate::record::Shape = crate::record::Shape {
            name: "Nothing",
            meaning: &[],
            one_of: &[],
            in_order: &[],
            together: &[],
            fields: &[],
        };
        &SHAPE
    }

    fn field(&self, _: usize) -> Option<&dyn crate::record::FieldType> {
        None
    }

    fn field_mut(&mut self, _: usize) -> Option<&mut dyn crate::record::FieldType> {
        None
    }

    fn blank() -> Nothing {
        Nothing
    }
}

/// Writes a list anew: one entry gone, edited or added.
fn entries(
    dice: &mut Dice,
    pool: &Pool,
    slot: &mut dyn Entries,
    old: Value<'_>,
    order: Order,
    tag: &str,
) {
    // Two never add the same below different entries.
    let own = tag.replace('/', "-");
    let Value::List(old) = old else {
        let entry = slot.grow();
        name(entry, &own);
        return (0..8).for_each(|_| field(dice, pool, entry, &Nothing, tag));
    };
    let (place, what) = (dice.below(old.len()), dice.below(3));
    for index in 0..old.len() {
        let Some(entry) = old.get(index) else { continue };
        if index == place && what == 0 && order != Order::Scale {
            continue;
        }
        let copy = slot.grow();
        put_all(copy, entry);
        if index == place && what == 1 {
            field(dice, pool, copy, entry, tag);
        }
    }
    if what == 2
        && order != Order::Scale
        && let Some(entry) = old.get(place)
    {
        let copy = slot.grow();
        put_all(copy, entry);
        name(copy, &own);
        field(dice, pool, copy, entry, tag);
    }
}
