//! Edits: what a command changes, built as a whole before anything is touched. Making an edit
//! gives the one that takes it back.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::Engine;
use crate::assessment::{ANSWERS_MAX_BYTES, Answer, Criteria, Entry, Register, System, too_large};
use crate::facts::Ledger;
use crate::id::Id;
use crate::json::too_long;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, check, entry_bound_bytes, part_bound_bytes};

/// One thing that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Edit {
    /// What stands in a register under an id.
    Entry(Register, Id, Option<Entry>),
    /// The criteria of risk.
    Criteria(Box<Option<Criteria>>),
    /// The answer to an item or an own control.
    Answer(Id, Option<Box<Answer>>),
}

/// What a command changes, in one step: it is made as a whole or not at all, and taken back by
/// the unit that making it gives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit(Vec<Edit>);

impl Unit {
    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn entry(&mut self, register: Register, id: Id, entry: Option<Entry>) {
        self.0.push(Edit::Entry(register, id, entry));
    }

    pub(super) fn criteria(&mut self, criteria: Option<Criteria>) {
        self.0.push(Edit::Criteria(Box::new(criteria)));
    }

    pub(super) fn answer(&mut self, id: Id, answer: Option<Answer>) {
        self.0.push(Edit::Answer(id, answer.map(Box::new)));
    }
}

impl Engine {
    /// Makes what another unit took back, or takes back what it made. Gives what takes this back
    /// in turn.
    pub fn apply(&mut self, unit: Unit) -> Unit {
        let mut undo: Vec<Edit> = Vec::new();
        for edit in unit.0 {
            undo.push(self.make(edit));
        }
        undo.reverse();
        self.ledger = Ledger::of(&self.document);
        Unit(undo)
    }

    /// Checks a unit and makes it. What would change nothing is left out.
    ///
    /// # Errors
    ///
    /// Everything that would keep the assessment from being read back. Nothing changes then.
    pub(super) fn commit(&mut self, mut unit: Unit) -> Result<Unit, Problems> {
        unit.0.retain(|edit| self.changes(edit));
        let mut problems = Vec::new();
        let mut size_bytes = self.document.size_bound_bytes();
        for edit in &unit.0 {
            let (old_bytes, new_bytes) = self.sizes(edit);
            size_bytes = size_bytes.saturating_sub(old_bytes) + new_bytes;
            problems.extend(found(edit));
        }
        problems.extend(self.too_many(&unit));
        if size_bytes > ANSWERS_MAX_BYTES {
            problems.push(too_large(size_bytes));
        }
        if problems.is_empty() { Ok(self.apply(unit)) } else { Err(Problems(problems)) }
    }

    fn changes(&self, edit: &Edit) -> bool {
        let system = self.document.system();
        match edit {
            Edit::Entry(register, id, entry) => system.entry(*register, id.as_str()) != *entry,
            Edit::Criteria(criteria) => system.criteria != **criteria,
            Edit::Answer(id, answer) => self.document.answer(id.as_str()) != answer.as_deref(),
        }
    }

    fn sizes(&self, edit: &Edit) -> (usize, usize) {
        let system = self.document.system();
        let entry_bytes = |entry: &Option<Entry>| {
            entry.as_ref().map_or(0, |entry| entry_bound_bytes(entry.record()))
        };
        let criteria_bytes =
            |criteria: &Option<Criteria>| criteria.as_ref().map_or(0, part_bound_bytes);
        match edit {
            Edit::Entry(register, id, entry) => {
                (entry_bytes(&system.entry(*register, id.as_str())), entry_bytes(entry))
            }
            Edit::Criteria(criteria) => {
                (criteria_bytes(&system.criteria), criteria_bytes(criteria))
            }
            Edit::Answer(id, answer) => {
                let old = self.document.answer(id.as_str());
                let new = answer.as_deref();
                (old.map_or(0, Answer::size_bound_bytes), new.map_or(0, Answer::size_bound_bytes))
            }
        }
    }

    /// Registers with more entries than they may have.
    fn too_many(&self, unit: &Unit) -> Vec<Problem> {
        let mut problems = Vec::new();
        for register in Register::ALL {
            let of_it = |edit: &&Edit| matches!(edit, Edit::Entry(other, ..) if other == register);
            let mut len = self.document.system().names(*register).len();
            for edit in unit.0.iter().filter(of_it) {
                let Edit::Entry(_, id, entry) = edit else { continue };
                let is_there = self.document.system().entry(*register, id.as_str()).is_some();
                len += usize::from(!is_there && entry.is_some());
                len -= usize::from(is_there && entry.is_none());
            }
            let len_max = len_max(*register);
            if len > len_max && unit.0.iter().any(|edit| of_it(&edit)) {
                problems.push(too_long(len, len_max).at(register.name()));
            }
        }
        problems
    }

    /// Makes one edit, and gives the one that takes it back.
    fn make(&mut self, edit: Edit) -> Edit {
        let (old_bytes, new_bytes) = self.sizes(&edit);
        self.document.resize(old_bytes, new_bytes);
        match edit {
            Edit::Entry(register, id, entry) => {
                let old = self.document.system_mut().replace(register, &id, entry);
                Edit::Entry(register, id, old)
            }
            Edit::Criteria(criteria) => {
                let slot = &mut self.document.system_mut().criteria;
                Edit::Criteria(Box::new(core::mem::replace(slot, *criteria)))
            }
            Edit::Answer(id, answer) => {
                let old = match self.document.catalogue().index_of(id.as_str()) {
                    Some(index) => {
                        let old = self.document.replace(index, answer);
                        self.updated(index);
                        old
                    }
                    None => {
                        let answer = answer.map(|answer| *answer);
                        self.document.replace_unknown(&id, answer).map(Box::new)
                    }
                };
                Edit::Answer(id, old)
            }
        }
    }
}

/// Everything that would keep an edit from being read back.
fn found(edit: &Edit) -> Vec<Problem> {
    let (name, problems) = match edit {
        Edit::Entry(register, _, Some(entry)) => (register.name(), check(entry.record())),
        Edit::Criteria(criteria) => {
            let problems = criteria.as_ref().as_ref().map_or(vec![], |criteria| {
                let mut problems = check(criteria);
                if problems.is_empty() {
                    problems = criteria.problems();
                }
                problems
            });
            ("criteria", problems)
        }
        Edit::Answer(_, Some(answer)) => ("answers", answer.problems()),
        Edit::Entry(_, _, None) | Edit::Answer(_, None) => return Vec::new(),
    };
    let at = |problem: Problem| {
        let place = match problem.place.as_str() {
            "" => name.into(),
            place => format!("{name}.{place}"),
        };
        Problem { place, ..problem }
    };
    problems.into_iter().map(at).collect()
}

/// How many entries a register holds at most.
fn len_max(register: Register) -> usize {
    let mut fields = System::SHAPE.fields.iter();
    match fields.find(|field| field.name == register.name()).map(|field| field.kind) {
        Some(Kind::List(_, len_max, _)) => len_max,
        _ => 0,
    }
}
