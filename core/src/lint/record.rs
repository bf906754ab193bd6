//! Lint for people and programs: grouped, worded, and for one day.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::{Lint, LintRule, Severity, Subject};
use crate::assessment::Paper;
use crate::catalogue::Catalogue;
use crate::facts::Source;
use crate::problem::Date;
use crate::proven::Proven as _;
use crate::words::{Value, Words};

/// How many ids a sentence names; the record has them all.
const IDS_MAX: usize = 8;

/// One finding as it is shown: of a grouped rule with all that it found and that is as grave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The rule.
    pub rule: &'static LintRule,
    /// How grave it is.
    pub severity: Severity,
    /// What was found, at least one.
    pub items: Vec<RecordItem>,
    /// What is the matter, in words.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordItem {
    /// The item's id.
    pub id: String,
    /// The values of its sentence.
    pub values: Vec<(&'static str, Value)>,
    /// What is the matter with this item, in words.
    pub message: String,
    /// The first day on which it holds.
    pub holds_from: Option<Date>,
    /// The last day on which it holds.
    pub holds_until: Option<Date>,
}

impl Record {
    /// The ids of the items, each once, in order.
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for item in &self.items {
            if !ids.contains(&item.id.as_str()) {
                ids.push(&item.id);
            }
        }
        ids
    }
}

/// What holds on a day, in the order of the first item of each record. A justification that
/// is repeated is one record for each text.
pub fn records<'l>(
    catalogue: &Catalogue,
    source: &impl Source,
    lints: impl IntoIterator<Item = &'l Lint>,
    day: Date,
    words: &Words,
) -> Vec<Record> {
    // Each with the first lint of its record.
    let mut groups: Vec<(&Lint, Vec<&Lint>)> = Vec::new();
    for lint in lints.into_iter().filter(|lint| lint.holds_on(day)) {
        let belongs = |(first, _): &&mut (&Lint, Vec<&Lint>)| {
            (first.rule, first.severity) == (lint.rule, lint.severity) && key(first) == key(lint)
        };
        match groups.iter_mut().find(belongs).filter(|_| lint.rule.is_grouped) {
            Some((_, rest)) => rest.push(lint),
            None => groups.push((lint, Vec::new())),
        }
    }
    let records = groups.iter().map(|(first, rest)| record(catalogue, source, first, rest, words));
    records.collect()
}

/// What tells two records of one grouped rule apart.
fn key(lint: &Lint) -> Option<&Value> {
    lint.values.iter().find(|(name, _)| *name == "other").map(|(_, value)| value)
}

fn record(
    catalogue: &Catalogue,
    source: &impl Source,
    first: &Lint,
    rest: &[&Lint],
    words: &Words,
) -> Record {
    let (rule, severity, values) = (first.rule, first.severity, first.values.clone());
    let lints = [first].into_iter().chain(rest.iter().copied());
    let items = lints.map(|lint| item(catalogue, source, lint, words)).collect();
    let (message, fix) = (String::new(), String::new());
    let mut record = Record { rule, severity, items, message, fix };
    let mut ids: Vec<String> = record.ids().into_iter().map(str::to_string).collect();
    if ids.len() > IDS_MAX {
        ids.truncate(IDS_MAX);
        ids.push("…".to_string());
    }
    record.fix = words.fix_of(rule.code, &values);
    record.message = match record.items.as_slice() {
        [only] => only.message.clone(),
        items => {
            let count = Value::from(items.len());
            let other = values.into_iter().filter(|(name, _)| *name == "other");
            let mut values = vec![("count", count), ("ids", Value::Ids(ids))];
            values.extend(other);
            words.message(&alloc::format!("{}.group", rule.code), &values)
        }
    };
    record
}

fn item(catalogue: &Catalogue, source: &impl Source, lint: &Lint, words: &Words) -> RecordItem {
    let system = source.system();
    let id = match lint.subject {
        Subject::Item(index) => catalogue.id_at(index),
        Subject::Unknown(place) => there(source.unknown().nth(place)),
        Subject::Part(member) => member,
        Subject::Entry(register, place) => there(system.name(register, place)).0.as_str(),
        Subject::Document(place) => match there(system.documents.get(place)) {
            Paper { id: Some(id), .. } => id.as_str(),
            paper => paper.title.trim(),
        },
    };
    let id = id.to_string();
    // People know an entry by its label.
    let label = match lint.subject {
        Subject::Entry(register, place) => there(system.name(register, place)).1,
        _ => "",
    };
    let label = if label.is_empty() { id.clone() } else { label.to_string() };
    let mut values = vec![("id", Value::Text(label))];
    values.extend(lint.values.iter().cloned());
    let message = words.message_of(lint.rule.code, &values);
    let (holds_from, holds_until) = (lint.holds_from, lint.holds_until);
    RecordItem { id, values: lint.values.clone(), message, holds_from, holds_until }
}

/// What stands at the place of a subject.
fn there<T>(found: Option<T>) -> T {
    found.proven("the rules took the place from the same source")
}
