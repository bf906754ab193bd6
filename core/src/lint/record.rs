//! Lint for people and programs: grouped, worded, and for one day.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::{Lint, LintRule, Severity, Subject};
use crate::catalogue::{Catalogue, Item};
use crate::facts::Source;
use crate::problem::Date;
use crate::words::{Value, Words};

/// How many ids a sentence names; the record has them all.
const IDS_MAX: usize = 8;

/// One finding as it is shown: of a grouped rule with all that it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The rule.
    pub rule: &'static LintRule,
    /// How grave it is: the gravest of what was found.
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
pub fn records(
    catalogue: &Catalogue,
    source: &impl Source,
    lints: &[Lint],
    day: Date,
    words: &Words,
) -> Vec<Record> {
    let mut groups: Vec<Vec<&Lint>> = Vec::new();
    for lint in lints.iter().filter(|lint| lint.holds_on(day)) {
        let belongs = |group: &&mut Vec<&Lint>| {
            group.first().is_some_and(|first| first.rule == lint.rule && key(first) == key(lint))
        };
        match groups.iter_mut().find(belongs).filter(|_| lint.rule.is_grouped) {
            Some(group) => group.push(lint),
            None => groups.push(vec![lint]),
        }
    }
    groups.iter().map(|group| record(catalogue, source, group, words)).collect()
}

/// What tells two records of one grouped rule apart.
fn key(lint: &Lint) -> Option<&Value> {
    lint.values.iter().find(|(name, _)| *name == "other").map(|(_, value)| value)
}

fn record(catalogue: &Catalogue, source: &impl Source, lints: &[&Lint], words: &Words) -> Record {
    let items: Vec<RecordItem> =
        lints.iter().map(|lint| item(catalogue, source, lint, words)).collect();
    // Records are made of at least one lint.
    let rule = lints.first().map_or(&super::UNKNOWN_ID, |lint| lint.rule);
    // The first of the severities is the gravest.
    let severity = lints.iter().map(|lint| lint.severity).min().unwrap_or(rule.severity);
    let (message, fix) = (String::new(), String::new());
    let mut record = Record { rule, severity, items, message, fix };
    let mut ids: Vec<String> = record.ids().into_iter().map(str::to_string).collect();
    if ids.len() > IDS_MAX {
        ids.truncate(IDS_MAX);
        ids.push("…".to_string());
    }
    let first = record.items.first().map(|item| item.values.clone()).unwrap_or_default();
    record.fix = words.fix_of(rule.code, &first);
    record.message = match record.items.as_slice() {
        [only] => only.message.clone(),
        items => {
            let count = Value::Int(i64::try_from(items.len()).unwrap_or(i64::MAX));
            let mut values = vec![("count", count), ("ids", Value::Ids(ids))];
            values.extend(first.into_iter().filter(|(name, _)| *name == "other"));
            words.message(&alloc::format!("{}.group", rule.code), &values)
        }
    };
    record
}

fn item(catalogue: &Catalogue, source: &impl Source, lint: &Lint, words: &Words) -> RecordItem {
    let system = source.system();
    let id = match lint.subject {
        Subject::Item(index) => catalogue.items().get(index).map(Item::id),
        Subject::Unknown(place) => source.unknown().nth(place),
        Subject::Part(member) => Some(member),
        Subject::Entry(register, place) => {
            system.names(register).into_iter().nth(place).map(|(id, _)| id.as_str())
        }
        Subject::Document(place) => system.documents.get(place).map(|paper| match &paper.id {
            Some(id) => id.as_str(),
            None => paper.title.as_str(),
        }),
    };
    let id = id.unwrap_or_default().to_string();
    // People know an entry by its label.
    let label = match lint.subject {
        Subject::Entry(register, place) => {
            system.names(register).into_iter().nth(place).map(|(_, label)| label)
        }
        _ => None,
    };
    let label = label.filter(|label| !label.is_empty()).unwrap_or(&id).to_string();
    let mut values = vec![("id", Value::Text(label))];
    values.extend(lint.values.iter().cloned());
    let message = words.message_of(lint.rule.code, &values);
    let (holds_from, holds_until) = (lint.holds_from, lint.holds_until);
    RecordItem { id, values: lint.values.clone(), message, holds_from, holds_until }
}
