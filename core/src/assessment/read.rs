//! Reading an assessment: one pass, straight into its fields; a problem anywhere leaves nothing
//! behind.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use super::about::About;
use super::answer::Answer;
use super::document::{Document, LoadError};
use super::file::{FORMAT, SHAPE, VERSION};
use super::ids::FileOrder;
use super::limits::{ANSWERS_MAX, ANSWERS_MAX_BYTES, FILE, too_large};
use crate::catalogue::Catalogue;
use crate::id::Id;
use crate::join::together;
use crate::json::{At, Raw, Read, Reader, Writer};
use crate::names::Names;
use crate::problem::{Problem, Problems, problem, quoted};
use crate::record::{Record, fields, read_record};

/// Reads a file.
pub(super) fn document(catalogue: Arc<Catalogue>, bytes: &[u8]) -> Result<Document, LoadError> {
    Reader::whole(bytes, FILE, |reader| {
        let mut file = File::new(catalogue);
        let is_object =
            fields(reader, SHAPE.fields, &mut |reader, _, field| file.member(reader, field.name))?;
        if is_object {
            file.finish(reader);
        }
        Ok(file.document)
    })
}

/// Reads one record of a file by itself.
pub(super) fn single<R: Record>(bytes: &[u8]) -> Result<R, Problems> {
    Reader::whole(bytes, FILE, |reader| {
        let mut record = R::blank();
        read_record(reader, &mut record)?;
        Ok(record)
    })
}

impl Answer {
    /// Reads one answer as an entry of a file's `answers`.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn from_json(bytes: &[u8]) -> Result<Answer, Problems> {
        single(bytes)
    }
}

impl About {
    /// Reads what a file has under `about`.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn from_json(bytes: &[u8]) -> Result<About, Problems> {
        single(bytes)
    }
}

/// What was read of a file so far.
struct File<'a> {
    document: Document,
    format: Option<Raw<'a>>,
    version: Option<Raw<'a>>,
    catalogue: Option<Raw<'a>>,
    /// Where in the file an item was answered first, by its place in the catalogue.
    known: Vec<Option<usize>>,
    /// The same for ids that the catalogue does not know.
    unknown: Names,
    order: FileOrder,
}

impl<'a> File<'a> {
    fn new(catalogue: Arc<Catalogue>) -> File<'a> {
        File {
            known: vec![None; catalogue.items().len()],
            document: Document::new(catalogue),
            format: None,
            version: None,
            catalogue: None,
            unknown: Names::default(),
            order: FileOrder::default(),
        }
    }

    fn member(&mut self, reader: &mut Reader<'a>, name: &str) -> Read<()> {
        match name {
            "format" => {
                self.format = Some(reader.raw()?);
                if let Some(problem) = self.format_problem() {
                    reader.rather(problem);
                }
            }
            "version" => self.version = Some(reader.raw()?),
            "catalogue" => self.catalogue = Some(reader.raw()?),
            "lineage" => self.document.lineage = reader.parsed()?,
            "about" => read_record(reader, &mut self.document.about)?,
            "answers" => {
                reader.entries(ANSWERS_MAX, &mut |reader, index| self.answer(reader, index))?
            }
            _ => self.document.system.member(reader, name)?,
        }
        Ok(())
    }

    fn answer(&mut self, reader: &mut Reader<'a>, index: usize) -> Read<()> {
        let mut answer = Box::new(Answer::blank());
        read_record(reader, answer.as_mut())?;
        if answer.id == Id::blank() {
            return Ok(());
        }
        let place = self.document.catalogue().index_of(answer.id.as_str());
        let first = match place.and_then(|place| self.known.get_mut(place)) {
            Some(slot) => *slot.get_or_insert(index),
            None => self.unknown.note(answer.id.as_str(), index).unwrap_or(index),
        };
        if first != index {
            reader.findings.add(At::After, || {
                let (id, other) =
                    (answer.id.as_str(), together(&["answers[", &Writer::count(first), "]"]));
                problem!("E-DUPLICATE-ANSWER", id = id, other = other)
            });
            return Ok(());
        }
        self.document.resize(0, answer.size_bound_bytes());
        if self.document.size_bound_bytes() > ANSWERS_MAX_BYTES {
            // The file will be refused, so that the rest of it need not be held.
            return Ok(());
        }
        let has_evidence = !answer.evidence.is_empty();
        match self.document.insert(place, answer) {
            Ok(slot) if has_evidence => self.order.push(index, slot),
            Ok(_) => {}
            Err(problem) => reader.findings.add(At::After, || problem),
        }
        Ok(())
    }

    fn finish(&mut self, reader: &mut Reader<'a>) {
        let gate = self.gate();
        if !gate.is_empty() {
            // A file of another kind or version has other fields; listing them would mislead.
            return reader.findings.replace(gate);
        }
        let system_bytes = self.document.system.size_bound_bytes();
        self.document.resize(0, system_bytes);
        self.order.report_duplicates(&self.document, reader);
        self.document.report_registers(reader);
        if self.document.size_bound_bytes() > ANSWERS_MAX_BYTES {
            reader.findings.push(too_large(self.document.size_bound_bytes()));
        }
        if reader.findings.is_empty() {
            self.order.identify(&mut self.document);
            self.document.system.identify();
            self.document.settle();
        }
    }

    /// What says that this is not our format, or in a version or for a catalogue that we do not
    /// know.
    fn gate(&self) -> Vec<Problem> {
        if let Some(problem) = self.format_problem() {
            return vec![problem];
        }
        [self.version_problem(), self.catalogue_problem()].into_iter().flatten().collect()
    }

    fn format_problem(&self) -> Option<Problem> {
        match &self.format {
            Some(Raw::Text(format)) if format == FORMAT => None,
            _ => Some(problem!("E-NOT-OURS", "assessment").at("format")),
        }
    }

    fn version_problem(&self) -> Option<Problem> {
        match self.version {
            Some(Raw::Int(VERSION)) => None,
            Some(Raw::Int(version)) if version > VERSION => Some(
                problem!("E-VERSION", "newer", version = Writer::number(version)).at("version"),
            ),
            _ => Some(problem!("E-VERSION", "missing").at("version")),
        }
    }

    fn catalogue_problem(&self) -> Option<Problem> {
        let known = self.document.catalogue().id();
        match &self.catalogue {
            Some(Raw::Text(id)) if id == known => None,
            Some(Raw::Text(id)) => {
                let other = problem!("E-CATALOGUE", "other", found = quoted(id), wanted = known);
                Some(other.at("catalogue"))
            }
            _ => Some(problem!("E-CATALOGUE", "missing", wanted = known).at("catalogue")),
        }
    }
}
