//! Writing a record: defaults are left out.

use super::field::{Record, Value};
use crate::json::Writer;

/// Writes the members of an object.
pub(crate) fn write_members(w: &mut Writer, record: &dyn Record) {
    for (place, field) in record.shape().fields.iter().enumerate() {
        match record.value(place) {
            Value::Absent => {}
            Value::Text(text) | Value::Word(text) => w.text(field.name, text),
            Value::Int(number) => w.int(field.name, number),
            Value::Flag(flag) => w.bool(field.name, flag),
            Value::Date(date) => w.text(field.name, &date.text()),
            Value::Ids(ids) => w.member_list(field.name, |w| {
                ids.iter().for_each(|id| w.entry_text(id.as_str()));
            }),
            Value::Lines(lines) => w.member_list(field.name, |w| {
                lines.iter().for_each(|line| w.entry_text(line));
            }),
            Value::Table(rows) => w.member_list(field.name, |w| {
                for row in rows {
                    w.entry_list(|w| row.iter().for_each(|cell| w.entry_text(cell.as_str())));
                }
            }),
            Value::Record(inner) => w.member_object(field.name, |w| write_members(w, inner)),
            Value::List(entries) => w.member_list(field.name, |w| {
                for entry in (0..entries.len()).filter_map(|index| entries.get(index)) {
                    w.entry_object(|w| write_members(w, entry));
                }
            }),
        }
    }
}
