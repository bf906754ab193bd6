//! The ids of evidence: found, checked and made.

use alloc::vec::Vec;

use super::answer::{Answer, Evidence};
use super::document::{Document, Slot};
use super::file;
use crate::id::{Id, Origin};
use crate::json::{At, Reader};
use crate::names::Names;
use crate::order;
use crate::problem::{Problem, problem, quoted};
use crate::record::{Field, Shape};

/// The letter with which ids of evidence begin.
const PREFIX: &str = "e";

/// The answers of a file that have evidence, in the order in which they stand there.
#[derive(Debug, Default)]
pub(super) struct FileOrder(Vec<(usize, Slot)>);

impl FileOrder {
    /// Notes an answer with evidence: its place in the file, and in the document.
    pub(super) fn push(&mut self, index: usize, slot: Slot) {
        self.0.push((index, slot));
    }

    /// Reports ids that stand twice.
    pub(super) fn report_duplicates(&self, document: &Document, reader: &mut Reader<'_>) {
        let mut ids: Vec<(&Id, usize, usize)> = Vec::new();
        for (answer, slot) in &self.0 {
            let evidence = document.at(*slot).map_or(&[][..], |answer| &answer.evidence);
            for (entry, evidence) in evidence.iter().enumerate() {
                ids.extend(evidence.id.as_ref().map(|id| (id, *answer, entry)));
            }
        }
        order::sort(&mut ids, |one, other| one < other);
        for pair in ids.windows(2) {
            if let [(first, ..), (second, answer, entry)] = pair
                && first == second
            {
                let (answers, answers_place) = field(&file::SHAPE, "answers");
                let (evidence, evidence_place) = field(&Answer::SHAPE, "evidence");
                reader.findings.enter_field(answers, answers_place);
                reader.findings.enter_entry(*answer);
                reader.findings.enter_field(evidence, evidence_place);
                reader.findings.enter_entry(*entry);
                reader.findings.enter_field("id", 0);
                reader.findings.add(At::Value, || duplicate(second));
                for _ in 0..5 {
                    reader.findings.leave();
                }
            }
        }
    }

    /// Makes the ids that are missing, in the order of the file, so that the same file always has
    /// the same.
    pub(super) fn identify(&self, document: &mut Document) {
        let has_none = |slot: &Slot| {
            let answer = document.at(*slot);
            answer.is_some_and(|answer| answer.evidence.iter().any(|entry| entry.id.is_none()))
        };
        let slots: Vec<Slot> = self.0.iter().map(|(_, slot)| *slot).filter(has_none).collect();
        if slots.is_empty() {
            return;
        }
        let mut taken = set(document.answers().flat_map(ids));
        let mut origin = Origin::file();
        for slot in slots {
            if let Some(answer) = document.at_mut(slot) {
                make(&mut answer.evidence, &mut origin, &mut taken);
            }
        }
    }
}

impl Document {
    /// Gives each new entry of an answer that is to be set its id.
    ///
    /// # Errors
    ///
    /// `E-DUPLICATE-ID` for an id that an entry has already.
    pub(crate) fn identify(&self, answer: &mut Answer, origin: &mut Origin) -> Result<(), Problem> {
        let old = set(self.answer(answer.id.as_str()).into_iter().flat_map(ids));
        let is_old = |entry: &Evidence| entry.id.as_ref().is_some_and(|id| old.has(id.as_str()));
        let mut own = Names::default();
        if let Some(twice) = ids(answer).find(|id| own.note(id.as_str(), 0).is_some()) {
            return Err(duplicate(twice));
        }
        if answer.evidence.iter().all(is_old) {
            return Ok(());
        }
        let others = self.answers().filter(|other| other.id != answer.id);
        let mut taken = set(others.flat_map(ids));
        if let Some(twice) = ids(answer).find(|id| taken.note(id.as_str(), 0).is_some()) {
            return Err(duplicate(twice));
        }
        make(&mut answer.evidence, origin, &mut taken);
        Ok(())
    }
}

fn set<'a>(ids: impl Iterator<Item = &'a Id>) -> Names {
    let mut set = Names::default();
    for id in ids {
        set.note(id.as_str(), 0);
    }
    set
}

fn ids(answer: &Answer) -> impl Iterator<Item = &Id> {
    answer.evidence.iter().filter_map(|entry| entry.id.as_ref())
}

fn make(evidence: &mut [Evidence], origin: &mut Origin, taken: &mut Names) {
    for entry in evidence.iter_mut().filter(|entry| entry.id.is_none()) {
        let id = origin.make(PREFIX, &mut |id| taken.has(id));
        taken.note(id.as_str(), 0);
        entry.id = Some(id);
    }
}

/// A field by its name, with its place.
pub(super) fn field(shape: &Shape, name: &'static str) -> (&'static str, usize) {
    let is_it = |field: &Field| field.name == name;
    (name, shape.fields.iter().position(is_it).unwrap_or(shape.fields.len()))
}

pub(super) fn duplicate(id: &Id) -> Problem {
    problem!("E-DUPLICATE-ID", "evidence", id = quoted(id.as_str()))
}
