//! Writing a record: defaults are left out.

use super::field::{Record, Value};
use crate::json::Writer;

/// Writes the members of an object.
pub(crate) fn write_members(w: &mut Writer, record: &dyn Record) {
    for (place, field) in record.shape().fields.iter().enumerate() {
        write_member(w, field.name, record.value(place));
    }
}

/// Writes a value as a member of this name, unless there is nothing to write.
pub(crate) fn write_member(w: &mut Writer, name: &str, value: Value<'_>) {
    match value {
        Value::Absent => {}
        Value::Text(text) | Value::Word(text) => w.text(name, text),
        Value::Int(number) => w.int(name, number),
        Value::Flag(flag) => w.bool(name, flag),
        Value::Date(date) => w.text(name, &date.text()),
        Value::Ids(ids) => w.member_list(name, |w| {
            ids.iter().for_each(|id| w.entry_text(id.as_str()));
        }),
        Value::Lines(lines) => w.member_list(name, |w| {
            lines.iter().for_each(|line| w.entry_text(line));
        }),
        Value::Table(rows) => w.member_list(name, |w| {
            for row in rows {
                w.entry_list(|w| row.iter().for_each(|cell| w.entry_text(cell.as_str())));
            }
        }),
        Value::Record(inner) => w.member_object(name, |w| write_members(w, inner)),
        Value::List(entries) => w.member_list(name, |w| {
            for entry in (0..entries.len()).filter_map(|index| entries.get(index)) {
                w.entry_object(|w| write_members(w, entry));
            }
        }),
    }
}
