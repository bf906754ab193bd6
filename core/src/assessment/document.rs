//! A whole assessment.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::about::About;
use super::answer::Answer;
use super::limits::FILE_MAX_BYTES;
use super::system::System;
use super::{read, write};
use crate::catalogue::{Catalogue, Kind};
use crate::id::Id;
use crate::order;
use crate::problem::{Problem, Problems, problem, quoted};

/// An assessment: answers to the items of one catalogue.
///
/// [`Document::to_bytes`] gives canonical JSON: the same content is the same bytes, and
/// reading them back gives an equal document.
#[derive(Debug, Clone)]
pub struct Document {
    catalogue: Arc<Catalogue>,
    /// Says which files are versions of one assessment.
    pub lineage: Option<Id>,
    /// What the assessment is about.
    pub about: About,
    /// What it says of the management system beside the answers.
    pub(super) system: System,
    /// One slot for each item of the catalogue.
    answers: Vec<Option<Box<Answer>>>,
    /// Answers to items that the catalogue does not know, sorted by id, kept as they are.
    unknown: Vec<Answer>,
    /// The sum of the size bounds of the answers and of the system, in bytes.
    size_bound_bytes: usize,
}

/// Where an answer is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// By the item's place in the catalogue.
    Known(usize),
    /// By its place among those that the catalogue does not know.
    Unknown(usize),
}

/// Why a file was not read. The state before is untouched.
pub type LoadError = Problems;

impl Document {
    /// The largest file that is read, in bytes.
    pub const FILE_MAX_BYTES: usize = FILE_MAX_BYTES;

    /// An assessment without answers.
    pub fn new(catalogue: Arc<Catalogue>) -> Document {
        let answers = catalogue.items().iter().map(|_| None).collect();
        Document {
            catalogue,
            lineage: None,
            about: About::default(),
            system: System::default(),
            answers,
            unknown: Vec::new(),
            size_bound_bytes: 0,
        }
    }

    /// Reads a JSON file of format version 1.
    ///
    /// # Errors
    ///
    /// Every problem of the file with its code, field path and fix; see the format's
    /// description for the codes. A file of a newer version is refused as a whole.
    pub fn from_bytes(catalogue: Arc<Catalogue>, bytes: &[u8]) -> Result<Document, LoadError> {
        read::document(catalogue, bytes)
    }

    /// The canonical JSON bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        write::bytes(self)
    }

    /// The SHA-256 of the canonical JSON without white space, in hexadecimal. It does not depend
    /// on how a file is laid out.
    pub fn content_hash(&self) -> String {
        write::digest(self)
    }

    /// The same without the states that were kept, so that keeping one does not change it.
    #[cfg(feature = "whole")]
    pub fn content_hash_without_kept(&self) -> String {
        write::digest_without_kept(self)
    }

    /// The catalogue that the answers belong to.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The same, to change it; whoever does keeps the size in step.
    pub(crate) fn system_mut(&mut self) -> &mut System {
        &mut self.system
    }

    /// The answer to an item, known or not.
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        match self.catalogue.index_of(id) {
            Some(index) => self.answer_at(index),
            None => self.unknown.iter().find(|answer| answer.id.as_str() == id),
        }
    }

    /// The ids of answers that neither the catalogue nor the register of own controls knows.
    pub fn unknown_ids(&self) -> impl Iterator<Item = &Id> {
        let ids = self.unknown.iter().map(|answer| &answer.id);
        ids.filter(|id| self.system.own_control(id.as_str()).is_none())
    }

    /// Replaces the answer to what the catalogue does not know, and gives the old one.
    pub(crate) fn replace_unknown(&mut self, id: &Id, answer: Option<Answer>) -> Option<Answer> {
        match (self.unknown.binary_search_by(|other| other.id.cmp(id)), answer) {
            (Ok(place), Some(answer)) => {
                self.unknown.get_mut(place).map(|slot| core::mem::replace(slot, answer))
            }
            (Ok(place), None) => Some(self.unknown.remove(place)),
            (Err(place), Some(answer)) => {
                self.unknown.insert(place, answer);
                None
            }
            (Err(_), None) => None,
        }
    }

    /// Puts an answer in the place of the one to the same item; one that says nothing takes it away.
    /// The size is not kept in step.
    #[cfg(feature = "whole")]
    pub(crate) fn put_answer(&mut self, answer: Answer) {
        let (id, is_there) = (answer.id.clone(), !answer.says_nothing());
        let answer = Some(answer).filter(|_| is_there);
        match self.catalogue.index_of(id.as_str()) {
            Some(place) => drop(self.replace(place, answer.map(Box::new))),
            None => drop(self.replace_unknown(&id, answer)),
        }
    }

    /// The answer to the item at an index of the catalogue.
    pub(crate) fn answer_at(&self, index: usize) -> Option<&Answer> {
        self.answers.get(index)?.as_deref()
    }

    /// Every answer in canonical order: the catalogue's, then unknown ids.
    pub(crate) fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter_map(Option::as_deref).chain(&self.unknown)
    }

    /// The sum of the size bounds of the answers and of the system, in bytes.
    pub(crate) fn size_bound_bytes(&self) -> usize {
        self.size_bound_bytes
    }

    /// Keeps the sum in step after a part was replaced.
    pub(crate) fn resize(&mut self, old_bytes: usize, new_bytes: usize) {
        self.size_bound_bytes = self.size_bound_bytes.saturating_sub(old_bytes) + new_bytes;
    }

    /// The place of an item that may be answered.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`, or `E-HEADING` for a clause that only groups others.
    pub(crate) fn question(&self, id: &str) -> Result<usize, Problem> {
        let index = self.catalogue.index_of(id).ok_or_else(|| {
            let catalogue = self.catalogue.id();
            problem!("E-UNKNOWN-ID", "item", id = quoted(id), catalogue = catalogue)
        })?;
        self.blank(index).map(|_| index)
    }

    /// A new answer to the item at a place.
    ///
    /// # Errors
    ///
    /// As [`Document::question`].
    pub(crate) fn blank(&self, index: usize) -> Result<Answer, Problem> {
        match self.catalogue.items().get(index) {
            Some(item) if item.kind() == Kind::Heading => Err(heading(item.id())),
            Some(item) => Ok(Answer::new(item.id().parse()?)),
            None => {
                let catalogue = self.catalogue.id();
                Err(problem!("E-UNKNOWN-ID", "place", index = index, catalogue = catalogue))
            }
        }
    }

    /// Replaces the answer to the item at a place, and gives the old one.
    pub(crate) fn replace(
        &mut self,
        index: usize,
        answer: Option<Box<Answer>>,
    ) -> Option<Box<Answer>> {
        let slot = self.answers.get_mut(index)?;
        core::mem::replace(slot, answer)
    }

    /// Changes the answer to the item at a place, if there is one.
    pub(crate) fn change<T>(
        &mut self,
        index: usize,
        change: impl FnOnce(&mut Answer) -> T,
    ) -> Option<T> {
        self.answers.get_mut(index)?.as_deref_mut().map(change)
    }

    /// Puts an answer into its place while a file is read; the caller has checked for
    /// duplicates. `known` is the item's place in the catalogue. What the catalogue does not know
    /// is kept even where it says nothing, since nobody can tell what it should have said.
    pub(super) fn insert(
        &mut self,
        known: Option<usize>,
        answer: Box<Answer>,
    ) -> Result<Slot, Problem> {
        let Some(index) = known else {
            self.unknown.push(*answer);
            return Ok(Slot::Unknown(self.unknown.len() - 1));
        };
        let kind = self.catalogue.items().get(index).map(|item| item.kind());
        match self.answers.get_mut(index) {
            Some(slot) if kind != Some(Kind::Heading) => {
                *slot = Some(answer).filter(|answer| !answer.is_default());
                Ok(Slot::Known(index))
            }
            _ => Err(heading(answer.id.as_str())),
        }
    }

    /// Brings everything into its order when a file is read.
    pub(super) fn settle(&mut self) {
        order::sort(&mut self.unknown, |one, other| one.id < other.id);
    }

    /// The answer in a slot that [`Document::insert`] gave.
    pub(super) fn at(&self, slot: Slot) -> Option<&Answer> {
        match slot {
            Slot::Known(index) => self.answer_at(index),
            Slot::Unknown(index) => self.unknown.get(index),
        }
    }

    /// The same, to change it.
    pub(super) fn at_mut(&mut self, slot: Slot) -> Option<&mut Answer> {
        match slot {
            Slot::Known(index) => self.answers.get_mut(index)?.as_deref_mut(),
            Slot::Unknown(index) => self.unknown.get_mut(index),
        }
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Document) -> bool {
        self.catalogue.id() == other.catalogue.id()
            && self.lineage == other.lineage
            && self.about == other.about
            && self.system == other.system
            && self.answers == other.answers
            && self.unknown == other.unknown
    }
}

fn heading(id: &str) -> Problem {
    problem!("E-HEADING", id = quoted(id))
}
