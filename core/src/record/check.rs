//! What would keep an edited record from being read back, and how large it is at most.

use super::field::{Entries, Field, Key, Kind, Record, Value};
use crate::id::Id;
use crate::join::together;
use crate::json::{At, Findings, out_of_range, text_problem, too_long};
use crate::order;
use crate::problem::{Date, Problem, problem, quoted};
use alloc::string::String;
use alloc::vec::Vec;

impl Findings {
    /// Notes what is wrong with the fields of a record taken together.
    pub(crate) fn whole(&mut self, record: &dyn Record) {
        let shape = record.shape();
        let says_something = |field: &Field| shape.one_of.contains(&field.name);
        let mut places = (0..).zip(shape.fields).filter(|(_, field)| says_something(field));
        let is_missing = |place| matches!(record.value(place), Value::Absent);
        if !shape.one_of.is_empty() && places.all(|(place, _)| is_missing(place)) {
            self.add(At::After, || {
                let record = shape.name.to_ascii_lowercase();
                let fields: Vec<String> =
                    shape.one_of.iter().map(|it| together(&["`", it, "`"])).collect();
                problem!("E-MISSING", "says_nothing", record = record, fields = fields)
            });
        }
        for (first, second) in shape.in_order {
            if let (Some(first_day), Some(second_day)) = (day(record, first), day(record, second))
                && second_day < first_day
            {
                self.add(At::After, || {
                    problem!(
                        "E-DATE-ORDER",
                        first = *first,
                        first_day = first_day,
                        second = *second,
                        second_day = second_day
                    )
                });
            }
        }
    }

    /// Notes the entries of a list that are known by what another is known by.
    pub(crate) fn twice(&mut self, entries: &dyn Entries) {
        let keys = (0..entries.len()).filter_map(|index| Some((entries.key(index)?, index)));
        let mut keys: Vec<(Key, usize)> = keys.collect();
        order::sort(&mut keys, |one, other| one < other);
        for pair in keys.windows(2) {
            if let [(first, _), (second, index)] = pair
                && first == second
            {
                self.enter_entry(*index);
                self.add(At::After, || problem!("E-DUPLICATE-ID", "entry", id = quoted(&second.1)));
                self.leave();
            }
        }
    }

    /// Notes that a field which must be there says nothing.
    pub(crate) fn says_nothing(&mut self, field: &Field) {
        self.add(At::Value, || problem!("E-MISSING", "words", field = field.name));
    }
}

/// The day in a field of a record.
fn day(record: &dyn Record, name: &str) -> Option<Date> {
    let place = record.shape().fields.iter().position(|field| field.name == name)?;
    match record.value(place) {
        Value::Date(date) => Some(date),
        _ => None,
    }
}

/// Everything that would keep a record from being read back.
pub(crate) fn check(record: &dyn Record) -> Vec<Problem> {
    let mut findings = Findings::default();
    fields(&mut findings, record);
    findings.into_problems()
}

fn fields(findings: &mut Findings, record: &dyn Record) {
    for (place, field) in record.shape().fields.iter().enumerate() {
        findings.enter_field(field.name, place);
        match record.value(place) {
            Value::Absent if field.is_required => findings.says_nothing(field),
            set => value(findings, field, &set),
        }
        findings.leave();
    }
    findings.whole(record);
}

fn value(findings: &mut Findings, field: &Field, value: &Value<'_>) {
    match (value, &field.kind) {
        (Value::Text(text), Kind::Text(max_bytes)) => {
            if let Some(problem) = text_problem(text, *max_bytes) {
                findings.add(At::Value, || problem);
            }
        }
        (Value::Int(number), Kind::Int(min, max)) if !(min..=max).contains(&number) => {
            findings.add(At::Value, || out_of_range(*number, *min, *max));
        }
        (Value::Ids(ids), Kind::Ids(len_max)) => too_many(findings, ids.len(), *len_max),
        (Value::Lines(lines), Kind::Lines(len_max, max_bytes)) => {
            too_many(findings, lines.len(), *len_max);
            for (index, line) in lines.iter().enumerate().take(*len_max) {
                if let Some(problem) = text_problem(line, *max_bytes) {
                    findings.enter_entry(index);
                    findings.add(At::Value, || problem);
                    findings.leave();
                }
            }
        }
        (Value::Table(rows), Kind::Table(rows_max, cells_max)) => {
            too_many(findings, rows.len(), *rows_max);
            for (index, row) in rows.iter().enumerate().take(*rows_max) {
                findings.enter_entry(index);
                too_many(findings, row.len(), *cells_max);
                findings.leave();
            }
        }
        (Value::Record(record), _) => fields(findings, *record),
        (Value::List(entries), Kind::List(_, len_max, _)) => {
            let len = entries.len();
            too_many(findings, len, *len_max);
            for index in 0..len.min(*len_max) {
                findings.enter_entry(index);
                if let Some(entry) = entries.get(index) {
                    fields(findings, entry);
                }
                findings.leave();
            }
            findings.twice(*entries);
        }
        _ => {}
    }
}

fn too_many(findings: &mut Findings, len: usize, len_max: usize) {
    if len > len_max {
        findings.add(At::Value, || too_long(len, len_max));
    }
}

/// What an entry of a list counts at least, in bytes: it takes more room in memory than a short
/// one does in a file.
const ENTRY_MIN_BYTES: usize = 320;
/// The same of an entry that is one text.
const TEXT_MIN_BYTES: usize = 24;

/// At least as many bytes as a record has in a canonical file, where its braces stand at a level
/// of indentation: its layout, and each text with every character escaped. Cheaper than writing.
pub(crate) fn size_bound_bytes(record: &dyn Record, level: usize) -> usize {
    // The braces, the comma behind the last one, and two line ends.
    let mut size_bytes = 2 * level + 5;
    for (place, field) in record.shape().fields.iter().enumerate() {
        let value_bytes = match (record.value(place), &field.kind) {
            // No character takes more than twice its own bytes, the quotes two.
            (Value::Text(text), Kind::Text(_) | Kind::Id | Kind::OwnId) => 2 * text.len() + 2,
            (Value::Ids(ids), _) => texts(ids.iter().map(|id| id.as_str().len()), level + 2),
            (Value::Lines(lines), _) => texts(lines.iter().map(String::len), level + 2),
            (Value::Table(rows), _) => {
                let row = |row: &Vec<Id>| {
                    texts(row.iter().map(|cell| cell.as_str().len()), level + 3) + 2 * level + 8
                };
                rows.iter().map(row).sum::<usize>() + 2 * (level + 1) + 4
            }
            (Value::Record(inner), _) => size_bound_bytes(inner, level + 1),
            (Value::List(entries), _) => {
                let entries = (0..entries.len()).filter_map(|index| entries.get(index));
                let entries: usize = entries
                    .map(|entry| size_bound_bytes(entry, level + 2).max(ENTRY_MIN_BYTES))
                    .sum();
                entries + 2 * (level + 1) + 4
            }
            // What is small counts whether it is there or not, so that an answer that is taken
            // back and given anew always fits.
            (_, Kind::Word(words)) => words.len_max_bytes + 2,
            (_, Kind::Date) => 12,
            (_, Kind::Int(..)) => 20,
            (_, Kind::Flag) => 5,
            (_, Kind::OwnId) => crate::id::MADE_BYTES + 2,
            _ => continue,
        };
        // Indentation, name, quotes, colon, space, comma and line end.
        size_bytes += 2 * (level + 1) + field.name.len() + 6 + value_bytes;
    }
    size_bytes
}

/// A list of texts of these lengths, whose entries stand at a level of indentation.
fn texts(lens: impl Iterator<Item = usize>, level: usize) -> usize {
    let entries: usize = lens.map(|len| (2 * len + 2 * level + 4).max(TEXT_MIN_BYTES)).sum();
    entries + 2 * level + 4
}

/// The bound of a record that is a member at the top of a file; nothing of one that says nothing.
pub(crate) fn part_bound_bytes<R: Record + PartialEq>(part: &R) -> usize {
    if *part == R::blank() { 0 } else { size_bound_bytes(part, 1) }
}

/// The bound of an entry of a list at the top of a file.
pub(crate) fn entry_bound_bytes(entry: &dyn Record) -> usize {
    size_bound_bytes(entry, 2).max(ENTRY_MIN_BYTES)
}

/// The bounds of all records and entries at the top of a file, whose own names are few.
pub(crate) fn members_bound_bytes(top: &dyn Record) -> usize {
    let members = (0..top.shape().fields.len()).map(|place| match top.value(place) {
        Value::Record(part) => size_bound_bytes(part, 1),
        Value::List(entries) => {
            let entries = (0..entries.len()).filter_map(|index| entries.get(index));
            entries.map(entry_bound_bytes).sum()
        }
        _ => 0,
    });
    members.sum()
}
