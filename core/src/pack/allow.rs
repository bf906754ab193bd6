//! What of an answer or a risk is in a pack: the declaration of each field says it.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::Allow;
use crate::join::together;
use crate::record::{Asked, Kind, Place, Record, Shape, Value, put};

/// The notes in a pack are its own: none leave the house, and what is written is put behind those
/// that there are.
pub(super) const NOTES: &str = "notes";

impl Allow {
    /// Whether a field may be in a pack.
    fn has(&self, asked: Asked) -> bool {
        match asked {
            Asked::Never => false,
            Asked::Always => true,
            Asked::Applicability => self.applicability,
            Asked::Risks => self.risks,
        }
    }

    /// Puts what may be in a pack into a new record.
    pub(super) fn project(&self, from: &dyn Record, into: &mut dyn Record) {
        for (place, field) in from.shape().fields.iter().enumerate() {
            let is_asked = self.has(field.asked) && field.name != NOTES;
            if !is_asked && !is_id(field.name) {
                continue;
            }
            match (from.value(place), part(&field.kind)) {
                (Value::Record(inner), Some(_)) => {
                    if let Some(slot) = slot(into, place) {
                        self.project(inner, slot);
                    }
                }
                (value, _) => put(into, place, value),
            }
        }
    }

    /// Puts what may be in a pack and all else of a record into a new one; notes are of the record.
    pub(super) fn lay(
        &self,
        from: Option<&dyn Record>,
        old: Option<&dyn Record>,
        into: &mut dyn Record,
    ) {
        for (place, field) in into.shape().fields.iter().enumerate() {
            let (new, old) = (Value::of(from, place), Value::of(old, place));
            if !self.has(field.asked) || field.name == NOTES {
                put(into, place, old);
                continue;
            }
            match (new, old, part(&field.kind)) {
                // What is not asked may hold what is asked: no target without a level.
                (Value::Absent, Value::Record(inner), Some(_)) if self.holds(inner) => {
                    put(into, place, old);
                }
                (Value::Record(inner), old, Some(_)) => {
                    if let Some(slot) = slot(into, place) {
                        self.lay(Some(inner), old.record(), slot);
                    }
                }
                _ => put(into, place, new),
            }
        }
    }

    /// Whether a part says something that is not asked.
    fn holds(&self, inner: &dyn Record) -> bool {
        let mut fields = inner.shape().fields.iter().enumerate();
        fields.any(|(place, field)| !self.has(field.asked) && is_there(&inner.value(place)))
    }

    /// The fields of a record that a pack may not have, each by its place in the record.
    pub(super) fn beyond(&self, record: &dyn Record) -> Vec<String> {
        let mut found = Vec::new();
        for (place, field) in record.shape().fields.iter().enumerate() {
            let value = record.value(place);
            if !is_there(&value) || is_id(field.name) {
                continue;
            }
            if !self.has(field.asked) {
                found.push(field.name.to_string());
            } else if let (Value::Record(inner), Some(_)) = (value, part(&field.kind)) {
                let inner = self.beyond(inner).into_iter();
                found.extend(inner.map(|it| together(&[field.name, ".", &it])));
            }
        }
        found
    }
}

fn is_id(name: &str) -> bool {
    name == "id"
}

fn is_there(value: &Value<'_>) -> bool {
    !value.is_absent()
}

/// The shape of a part of which some fields are asked and others are not.
fn part(kind: &Kind) -> Option<&'static Shape> {
    match kind {
        Kind::Record(shape) if shape.fields.iter().any(|it| it.asked != Asked::Never) => {
            Some(shape)
        }
        _ => None,
    }
}

/// The place of a part, filled.
fn slot(into: &mut dyn Record, place: usize) -> Option<&mut dyn Record> {
    match into.place(place) {
        Place::Record(slot) => Some(slot),
        Place::Optional(slot) => Some(slot.fill()),
        _ => None,
    }
}
