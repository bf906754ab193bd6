//! What a version has at the place of a conflict, in words.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::conflict::{Conflict, Part, Side};
use super::tell::{End, Teller, called};
use crate::assessment::{Criteria, Document, Estimate, Register, Step};
use crate::facts::Scale;
use crate::id::Id;
use crate::join::together;
use crate::record::{Field, Kind, Merge, Record, Shape, Value, put_all};

/// A longer value is told by its beginning.
const TOLD_MAX_CHARS: usize = 240;

/// Fields that speak for themselves: their value needs no name.
const BARE: [(&str, &str); 4] =
    [("Scope", "state"), ("Treatment", "option"), ("Finding", "kind"), ("SoaApproval", "by")];

/// In which set of labels the words of a set of the file are told; the others are told as they are.
const SETS: [(&str, &str); 17] = [
    ("Response", "response"),
    ("Implementation", "implementation"),
    ("Applicability", "applicability"),
    ("ExclusionReason", "exclusion_reason"),
    ("InclusionReason", "inclusion_reason"),
    ("FindingKind", "finding_kind"),
    ("DocumentState", "document_state"),
    ("EventKind", "event_kind"),
    ("Grade", "grade"),
    ("FoundBy", "found_by"),
    ("GroupKind", "group_of_assets"),
    ("Basis", "risk_basis"),
    ("SourceKind", "source_kind"),
    ("TreatmentOption", "treatment"),
    ("Approves", "approves"),
    ("ObligationKind", "obligation_kind"),
    ("Mode", "mode"),
];

impl Teller<'_> {
    /// What a version has at the place of a conflict; nothing where it has nothing.
    pub fn value(&self, conflict: &Conflict<'_>, side: Side) -> Option<String> {
        let part = conflict.part(side);
        if part.is_absent() {
            return None;
        }
        let document = match side {
            Side::Ours => Some(self.versions.ours),
            Side::Theirs => Some(self.versions.theirs),
            Side::Both => self.versions.base,
        };
        let end = self.end(&conflict.path);
        let told = match part {
            Part::Value(value) => match (end, value) {
                (Some(End { shape, field }), value) => self.told(shape, field, *value, document),
                (None, Value::Record(record)) => self.record(*record, document),
                (None, Value::Text(text)) => (*text).into(),
                (None, _) => String::new(),
            },
            Part::Fields(record, fields) => {
                let shape = record.map(|record| record.shape());
                let told = fields.iter().filter_map(|(name, place)| {
                    let field = shape?.fields.get(*place)?;
                    let value = Value::of(*record, *place);
                    let is_alone = fields.first().is_some_and(|(first, _)| first == name);
                    self.named(shape?, field, value, document, is_alone)
                });
                told.collect::<Vec<_>>().join("; ")
            }
        };
        Some(short(&told))
    }

    /// A field's value.
    fn told(
        &self,
        shape: &Shape,
        field: &Field,
        value: Value<'_>,
        document: Option<&Document>,
    ) -> String {
        let words = self.words;
        match value {
            Value::Absent => String::new(),
            Value::Text(text) if matches!(field.kind, Kind::Id) => self.called(text),
            Value::Text(text) => text.into(),
            Value::Word(word) if shape.name == "Context" => {
                let own = together(&["context.option.", field.name, "_", word]);
                let any = together(&["fields.", word]);
                words.text_or(&own, words.text_or(&any, word)).into()
            }
            Value::Word(word) => {
                let Kind::Word(set) = field.kind else { return word.into() };
                let known = SETS.iter().find(|(name, _)| *name == set.name);
                known.map_or(word, |(_, label)| words.label(label, word)).into()
            }
            Value::Int(number) => number.to_string(),
            Value::Flag(flag) => {
                let key = if flag { "fields.yes" } else { "fields.no" };
                words.text_or(key, key).into()
            }
            Value::Date(date) => words.message("fields.day", &[("day", date.into())]),
            Value::Ids(ids) => self.ids(ids),
            Value::Lines(lines) => lines.join("; "),
            Value::Table(rows) => {
                let rows: Vec<String> = rows.iter().map(|row| self.ids(row)).collect();
                rows.join(" | ")
            }
            Value::Record(record) => self.record(record, document),
            Value::List(list) => {
                let entries = (0..list.len()).filter_map(|place| list.get(place));
                let told = entries.map(|entry| match called(entry) {
                    name if name.is_empty() => self.record(entry, document),
                    name => name,
                });
                told.collect::<Vec<_>>().join("; ")
            }
        }
    }

    fn ids(&self, ids: &[Id]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.called(id.as_str())).collect();
        names.join(", ")
    }

    /// A record field by field, without what only a machine wants.
    fn record(&self, record: &dyn Record, document: Option<&Document>) -> String {
        let shape = record.shape();
        if let Some(told) = self.estimate(record, document) {
            return told;
        }
        let told = shape.fields.iter().enumerate().filter_map(|(place, field)| {
            let is_for_machines = matches!(field.kind, Kind::OwnId | Kind::Digest);
            if is_for_machines || field.merge == Merge::Changed {
                return None;
            }
            let is_bare = BARE.contains(&(shape.name, field.name));
            self.named(shape, field, record.value(place), document, is_bare)
        });
        told.collect::<Vec<_>>().join("; ")
    }

    fn named(
        &self,
        shape: &Shape,
        field: &Field,
        value: Value<'_>,
        document: Option<&Document>,
        is_bare: bool,
    ) -> Option<String> {
        let told = self.told(shape, field, value, document);
        if told.is_empty() || is_bare {
            return Some(told).filter(|told| !told.is_empty());
        }
        Some(together(&[self.name(shape, field.name), ": ", &told]))
    }

    /// An assessment of risk by the names of its steps, and the level to which they lead.
    fn estimate(&self, record: &dyn Record, document: Option<&Document>) -> Option<String> {
        if record.shape().name != Estimate::SHAPE.name {
            return None;
        }
        let mut estimate = Estimate::default();
        put_all(&mut estimate, record);
        let criteria = document?.system().criteria.as_ref()?;
        let scale = Scale::of(criteria);
        let key = scale.key(&scale.steps(&estimate)?);
        let level = criteria.levels.get(usize::from(key.level))?;
        let mut told = Vec::new();
        told.push(step(&criteria.likelihood, estimate.likelihood.as_ref()?));
        let dimensions =
            [("c", &estimate.c), ("i", &estimate.i), ("a", &estimate.a), ("x", &estimate.x)];
        for (name, word) in dimensions {
            let Some(word) = word else { continue };
            let name = self.dimension(criteria, name);
            told.push(together(&[&name, " ", &step(&criteria.consequence, word)]));
        }
        let why = match estimate.why.as_str() {
            "" => String::new(),
            why => together(&[" (", why, ")"]),
        };
        Some(together(&[&told.join(", "), ": ", &level.name, &why]))
    }

    fn dimension(&self, criteria: &Criteria, name: &'static str) -> String {
        match (name, criteria.other_dimension.as_str()) {
            ("x", other) if !other.is_empty() => other.into(),
            _ => self.name(&Estimate::SHAPE, name).into(),
        }
    }

    /// What people call the entry or the control under an id.
    fn called(&self, id: &str) -> String {
        let sides = [self.versions.ours, self.versions.theirs];
        for side in sides {
            for register in Register::ALL {
                if let Some(place) = side.system().place(*register, id)
                    && let Some((_, label)) = side.system().name(*register, place)
                    && !label.is_empty()
                {
                    return label.into();
                }
            }
        }
        id.into()
    }
}

fn step(steps: &[Step], word: &Id) -> String {
    let known = steps.iter().find(|step| step.word == *word);
    known.map_or_else(|| word.to_string(), |step| step.name.clone())
}

fn short(text: &str) -> String {
    if text.chars().count() <= TOLD_MAX_CHARS {
        return text.into();
    }
    text.chars().take(TOLD_MAX_CHARS).chain(Some('…')).collect()
}
