//! Values of one record put into another, and compared, without knowing which record it is.

use super::field::{Key, Kind, Merge, Place, Record, Shape, Value};
use alloc::borrow::ToOwned as _;

impl<'r> Value<'r> {
    /// The value of a field at a place of a record that may be missing.
    pub(crate) fn of(record: Option<&'r dyn Record>, place: usize) -> Value<'r> {
        record.map_or(Value::Absent, |record| record.value(place))
    }

    /// Whether there is nothing to write.
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Value::Absent)
    }
}

/// Whether two values are written alike.
pub(crate) fn same(one: Value<'_>, other: Value<'_>) -> bool {
    alike(one, other, false)
}

/// Whether two records of one shape are written alike.
pub(crate) fn same_records(one: &dyn Record, other: &dyn Record) -> bool {
    records(one, other, false)
}

/// The same, whenever they changed.
pub(crate) fn same_but_for_changes(one: &dyn Record, other: &dyn Record) -> bool {
    records(one, other, true)
}

fn records(one: &dyn Record, other: &dyn Record, but_for_changes: bool) -> bool {
    one.shape().fields.iter().enumerate().all(|(place, field)| {
        but_for_changes && field.merge == Merge::Changed
            || alike(one.value(place), other.value(place), but_for_changes)
    })
}

fn alike(one: Value<'_>, other: Value<'_>, but_for_changes: bool) -> bool {
    match (one, other) {
        (Value::Absent, Value::Absent) => true,
        (Value::Text(one), Value::Text(other)) => one == other,
        (Value::Word(one), Value::Word(other)) => one == other,
        (Value::Int(one), Value::Int(other)) => one == other,
        (Value::Flag(one), Value::Flag(other)) => one == other,
        (Value::Date(one), Value::Date(other)) => one == other,
        (Value::Ids(one), Value::Ids(other)) => one == other,
        (Value::Lines(one), Value::Lines(other)) => one == other,
        (Value::Table(one), Value::Table(other)) => one == other,
        (Value::Record(one), Value::Record(other)) => records(one, other, but_for_changes),
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len()
                && (0..one.len()).all(|index| match (one.get(index), other.get(index)) {
                    (Some(one), Some(other)) => records(one, other, but_for_changes),
                    _ => false,
                })
        }
        _ => false,
    }
}

/// Puts a value into the field at a place of a record, in the stead of what is there.
pub(crate) fn put(record: &mut dyn Record, place: usize, value: Value<'_>) {
    record.clear(place);
    match (record.place(place), value) {
        (Place::Text(slot), Value::Text(text)) => text.clone_into(slot),
        (Place::Id(slot), Value::Text(text)) => {
            if let Ok(id) = text.parse() {
                *slot = id;
            }
        }
        (Place::OptionalId(slot), Value::Text(text)) => *slot = text.parse().ok(),
        (Place::Date(slot), Value::Date(date)) => *slot = Some(date),
        (Place::Small(slot), Value::Int(number)) => *slot = small(number).unwrap_or_default(),
        (Place::OptionalSmall(slot), Value::Int(number)) => *slot = small(number),
        (Place::OptionalNumber(slot), Value::Int(number)) => *slot = u32::try_from(number).ok(),
        (Place::Flag(slot), Value::Flag(flag)) => *slot = flag,
        (Place::Ids(slot), Value::Ids(ids)) => ids.clone_into(slot),
        (Place::Lines(slot), Value::Lines(lines)) => lines.clone_into(slot),
        (Place::Table(slot), Value::Table(rows)) => rows.clone_into(slot),
        (Place::Word(slot), Value::Word(word)) => {
            slot.set_word(word);
        }
        (Place::Record(slot), Value::Record(from)) => put_all(slot, from),
        (Place::Optional(slot), Value::Record(from)) => put_all(slot.fill(), from),
        (Place::List(slot), Value::List(from)) => {
            for entry in (0..from.len()).filter_map(|index| from.get(index)) {
                put_all(slot.grow(), entry);
            }
            slot.settle();
        }
        _ => {}
    }
}

/// Puts every value of a record into another one of its shape.
pub(crate) fn put_all(record: &mut dyn Record, from: &dyn Record) {
    for place in 0..record.shape().fields.len() {
        put(record, place, from.value(place));
    }
}

fn small(number: i64) -> Option<u8> {
    u8::try_from(number).ok()
}

impl Shape {
    /// The place of a field.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}

/// What an entry is known by within its list: the key that it has there, or its own id.
pub(crate) fn key_of(list: &dyn super::Entries, index: usize) -> Option<Key> {
    list.key(index).or_else(|| {
        let entry = list.get(index)?;
        let fields = entry.shape().fields;
        let place = fields.iter().position(|field| matches!(field.kind, Kind::OwnId))?;
        match entry.value(place) {
            Value::Text(id) => Some((0, id.to_owned())),
            _ => None,
        }
    })
}
