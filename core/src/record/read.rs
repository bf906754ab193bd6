//! Reading a record: the one place that fills fields from a file.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::field::{Entries, Field, Kind, Place, Record};
use crate::id::Id;
use crate::json::{At, Read, Reader, step};
use crate::problem::{problem, quoted};

/// The name of a field that stands for every member that no other field names.
pub(crate) const BEYOND: &str = "*";

/// Reads an object whose members are these fields; `each` reads the value of the one at a place.
/// Members that are unknown, stand twice or are missing are reported.
pub(crate) fn fields<'a>(
    reader: &mut Reader<'a>,
    fields: &'static [Field],
    each: &mut dyn FnMut(&mut Reader<'a>, usize, &'static Field) -> Read<()>,
) -> Read<bool> {
    let (is_object, seen) = known(reader, fields, each)?;
    for (place, field) in fields.iter().enumerate().filter(|_| is_object) {
        if field.is_required && seen & (1 << place) == 0 {
            reader.findings.enter_field(field.name, place);
            reader.problem(|| problem!("E-MISSING", "field", field = field.name));
            reader.findings.leave();
        }
    }
    Ok(is_object)
}

/// Reads some members of an object over those of a record: what stands there is replaced, `null`
/// empties it, and of a part that is always there the same holds for its own members.
pub(crate) fn patch(reader: &mut Reader<'_>, record: &mut dyn Record) -> Read<()> {
    let shape = record.shape();
    let (is_object, _) = known(reader, shape.fields, &mut |reader, place, field| {
        if let Place::Record(part) = record.place(place) {
            if !reader.null()? {
                return patch(reader, part);
            }
            record.clear(place);
            return Ok(());
        }
        record.clear(place);
        if reader.null()? { Ok(()) } else { value(reader, field, record.place(place)) }
    })?;
    if is_object {
        reader.findings.whole(record);
    }
    Ok(())
}

/// Reads the members of an object that are known, and says which were there, a bit for each.
fn known<'a>(
    reader: &mut Reader<'a>,
    fields: &'static [Field],
    each: &mut dyn FnMut(&mut Reader<'a>, usize, &'static Field) -> Read<()>,
) -> Read<(bool, u64)> {
    // One bit for each field that was there.
    let mut seen = 0_u64;
    let mut expected = 0;
    let mut unknown: Vec<Cow<'a, str>> = Vec::new();
    let is_object = reader.members(&mut |reader, key| {
        let Some((place, field)) = find(fields, expected, &key) else {
            // With a full list of problems nobody asks for the names any more.
            if !reader.findings.is_full() {
                step(unknown.len());
                match unknown.contains(&key) {
                    true => twice(reader, &key),
                    false => not_known(reader, &key),
                }
                unknown.push(key);
            }
            return reader.skip();
        };
        if seen & (1 << place) != 0 {
            twice(reader, &key);
            return reader.skip();
        }
        seen |= 1 << place;
        expected = place + 1;
        reader.findings.enter_field(field.name, place);
        each(reader, place, field)?;
        reader.findings.leave();
        Ok(())
    })?;
    Ok((is_object, seen))
}

/// The field of this name. The one that a canonical file would have next is looked at first.
fn find(fields: &'static [Field], expected: usize, key: &str) -> Option<(usize, &'static Field)> {
    step(1);
    match fields.get(expected) {
        Some(field) if field.name == key => Some((expected, field)),
        _ => {
            step(fields.len());
            let named = |name: &str| (0..).zip(fields).find(|(_, field)| field.name == name);
            if cfg!(feature = "whole") { named(key) } else { named(key).or_else(|| named(BEYOND)) }
        }
    }
}

/// Reads an object into a record.
pub(crate) fn record(reader: &mut Reader<'_>, record: &mut dyn Record) -> Read<()> {
    let shape = record.shape();
    let mut is_refused = false;
    let is_object = fields(reader, shape.fields, &mut |reader, place, field| {
        let problems = reader.findings.len();
        value(reader, field, record.place(place))?;
        is_refused |= reader.findings.len() > problems && shape.one_of.contains(&field.name);
        Ok(())
    })?;
    // A text that was refused is not missing.
    if is_object && !is_refused {
        reader.findings.whole(record);
    }
    Ok(())
}

/// Reads the value of a record's member of this name.
pub(crate) fn member(reader: &mut Reader<'_>, record: &mut dyn Record, name: &str) -> Read<()> {
    let fields = record.shape().fields;
    match fields.iter().enumerate().find(|(_, field)| field.name == name) {
        Some((place, field)) => value(reader, field, record.place(place)),
        None => reader.skip(),
    }
}

/// Reads a value into its place.
pub(crate) fn value(reader: &mut Reader<'_>, field: &'static Field, place: Place<'_>) -> Read<()> {
    match (place, &field.kind) {
        (Place::Text(text), Kind::Text(max_bytes)) => {
            let problems = reader.findings.len();
            *text = reader.text(*max_bytes)?.unwrap_or_default().into_owned();
            if field.is_required && text.is_empty() && reader.findings.len() == problems {
                reader.findings.says_nothing(field);
            }
        }
        (Place::Id(id), _) => {
            if let Some(value) = reader.parsed()? {
                *id = value;
            }
        }
        (Place::OptionalId(id), _) => *id = reader.parsed()?,
        (Place::Date(date), _) => *date = reader.parsed()?,
        (Place::Small(number), Kind::Int(min, max)) => {
            *number = small(reader, *min, *max)?.unwrap_or_default();
        }
        (Place::OptionalSmall(number), Kind::Int(min, max)) => {
            *number = small(reader, *min, *max)?;
        }
        (Place::OptionalNumber(number), Kind::Int(min, max)) => {
            *number = reader.int(*min, *max)?.and_then(|number| u32::try_from(number).ok());
        }
        (Place::Flag(flag), _) => *flag = reader.flag()?.unwrap_or_default(),
        (Place::Ids(ids), Kind::Ids(len_max)) => {
            reader.entries(*len_max, &mut |reader, _| {
                ids.extend(reader.parsed()?);
                Ok(())
            })?;
            settle_ids(ids);
        }
        (Place::Lines(lines), Kind::Lines(len_max, max_bytes)) => {
            reader.entries(*len_max, &mut |reader, _| {
                lines.extend(reader.text(*max_bytes)?.map(Cow::into_owned));
                Ok(())
            })?;
            settle_lines(lines);
        }
        (Place::Table(rows), Kind::Table(rows_max, cells_max)) => {
            let problems = reader.findings.len();
            reader.entries(*rows_max, &mut |reader, _| {
                let row = rows.push_mut(Vec::new());
                reader.entries(*cells_max, &mut |reader, _| {
                    row.extend(reader.parsed()?);
                    Ok(())
                })
            })?;
            if field.is_required && rows.is_empty() && reader.findings.len() == problems {
                reader.findings.says_nothing(field);
            }
        }
        (Place::Word(word), Kind::Word(words)) => {
            reader.word(words.words, &mut |text| word.set_word(text))?;
        }
        (Place::Record(inner), _) => record(reader, inner)?,
        (Place::Optional(inner), _) => record(reader, inner.fill())?,
        (Place::List(list), Kind::List(_, len_max, _)) => {
            let problems = reader.findings.len();
            entries(reader, list, *len_max)?;
            if field.is_required && list.len() == 0 && reader.findings.len() == problems {
                reader.findings.says_nothing(field);
            }
        }
        _ => reader.skip()?,
    }
    Ok(())
}

fn entries(reader: &mut Reader<'_>, list: &mut dyn Entries, len_max: usize) -> Read<()> {
    reader.entries(len_max, &mut |reader, _| record(reader, list.grow()))?;
    reader.findings.twice(list);
    list.settle();
    Ok(())
}

/// Brings a set of ids in its order; none stands twice.
pub(crate) fn settle_ids(ids: &mut Vec<Id>) {
    crate::order::sort(ids, |one, other| one < other);
    ids.dedup();
}

/// Brings a set of texts in its order; none stands twice, and none is empty.
pub(crate) fn settle_lines(lines: &mut Vec<String>) {
    lines.retain(|line| !line.is_empty());
    crate::order::sort(lines, |one, other| one < other);
    lines.dedup();
}

/// The kinds of numbers that fit are part of the declaration.
fn small(reader: &mut Reader<'_>, min: i64, max: i64) -> Read<Option<u8>> {
    Ok(reader.int(min, max)?.and_then(|number| u8::try_from(number).ok()))
}

fn twice(reader: &mut Reader<'_>, key: &str) {
    let twice = || problem!("E-DUPLICATE-KEY", "key", key = quoted(key));
    reader.findings.add(At::Before, twice);
}

fn not_known(reader: &mut Reader<'_>, key: &str) {
    let not_known = || problem!("E-FIELD", field = quoted(key)).at(quoted(key));
    reader.findings.add(At::Last, not_known);
}
