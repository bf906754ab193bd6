//! Edits: what a command changes, built as a whole before anything is touched. Making an edit
//! gives the one that takes it back.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::mem::replace;

use super::Engine;
use crate::assessment::listed::{Entry as Listing, named, replace_named};
use crate::assessment::{
    ANSWERS_MAX_BYTES, Answer, Context, Criteria, Decision, Entry, Mode, Paper, Reckoned, Register,
    ScopeParts, Snapshot, SoaApproval, System, Watched, too_large,
};
use crate::facts::Ledger;
use crate::id::Id;
use crate::json::too_long;
use crate::problem::{Problem, Problems};
use crate::record::{Key, Kind, Record, check, entry_bound_bytes, part_bound_bytes};

/// One thing that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Edit {
    /// What stands in a register under an id.
    Entry(Register, Id, Option<Entry>),
    /// The document that is known by an id or a title.
    Paper(Key, Option<Box<Paper>>),
    /// A state that was kept.
    Snapshot(Key, Option<Box<Snapshot>>),
    /// A measure that is watched.
    Watched(Key, Option<Box<Watched>>),
    /// What was decided about a control and a question.
    Decision(Key, Option<Box<Decision>>),
    /// The effort that a person reckons with for a step.
    Effort(Key, Option<Box<Reckoned>>),
    /// How the standards are used.
    Mode(Option<Mode>),
    /// The answers about the organization.
    Context(Box<Context>),
    /// The parts of the scope statement.
    ScopeParts(Box<ScopeParts>),
    /// The approval of the Statement of Applicability.
    Approval(Box<Option<SoaApproval>>),
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

    /// This and then another one, as one.
    pub(super) fn before(mut self, other: Unit) -> Unit {
        self.0.extend(other.0);
        self
    }

    pub(super) fn entry(&mut self, register: Register, id: Id, entry: Option<Entry>) {
        self.0.push(Edit::Entry(register, id, entry));
    }

    pub(super) fn paper(&mut self, key: Key, paper: Option<Paper>) {
        self.0.push(Edit::Paper(key, paper.map(Box::new)));
    }

    pub(super) fn decision(&mut self, key: Key, decision: Option<Decision>) {
        self.0.push(Edit::Decision(key, decision.map(Box::new)));
    }

    pub(super) fn effort(&mut self, key: Key, effort: Option<Reckoned>) {
        self.0.push(Edit::Effort(key, effort.map(Box::new)));
    }

    pub(super) fn snapshot(&mut self, key: Key, snapshot: Option<Snapshot>) {
        self.0.push(Edit::Snapshot(key, snapshot.map(Box::new)));
    }

    pub(super) fn watched(&mut self, key: Key, watched: Option<Watched>) {
        self.0.push(Edit::Watched(key, watched.map(Box::new)));
    }

    pub(super) fn mode(&mut self, mode: Option<Mode>) {
        self.0.push(Edit::Mode(mode));
    }

    pub(super) fn context(&mut self, context: Context) {
        self.0.push(Edit::Context(Box::new(context)));
    }

    pub(super) fn scope_parts(&mut self, parts: ScopeParts) {
        self.0.push(Edit::ScopeParts(Box::new(parts)));
    }

    pub(super) fn approval(&mut self, approval: Option<SoaApproval>) {
        self.0.push(Edit::Approval(Box::new(approval)));
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
            Edit::Paper(key, paper) => named(system, key) != paper.as_deref(),
            Edit::Decision(key, decision) => named(system, key) != decision.as_deref(),
            Edit::Effort(key, effort) => named(system, key) != effort.as_deref(),
            Edit::Snapshot(key, kept) => named(system, key) != kept.as_deref(),
            Edit::Watched(key, watched) => named(system, key) != watched.as_deref(),
            Edit::Mode(mode) => system.mode != *mode,
            Edit::Context(context) => system.context != **context,
            Edit::ScopeParts(parts) => system.scope_parts != **parts,
            Edit::Approval(approval) => system.soa_approval != **approval,
            Edit::Criteria(criteria) => system.criteria != **criteria,
            Edit::Answer(id, answer) => self.document.answer(id.as_str()) != answer.as_deref(),
        }
    }

    fn sizes(&self, edit: &Edit) -> (usize, usize) {
        let system = self.document.system();
        let entry_bytes = |entry: &Option<Entry>| {
            entry.as_ref().map_or(0, |entry| entry_bound_bytes(entry.record()))
        };
        match edit {
            Edit::Entry(register, id, entry) => {
                (entry_bytes(&system.entry(*register, id.as_str())), entry_bytes(entry))
            }
            Edit::Paper(key, paper) => {
                (listed_bytes(named::<Paper>(system, key)), listed_bytes(paper.as_deref()))
            }
            Edit::Decision(key, decision) => {
                (listed_bytes(named::<Decision>(system, key)), listed_bytes(decision.as_deref()))
            }
            Edit::Effort(key, effort) => {
                (listed_bytes(named::<Reckoned>(system, key)), listed_bytes(effort.as_deref()))
            }
            Edit::Snapshot(key, kept) => {
                (listed_bytes(named::<Snapshot>(system, key)), listed_bytes(kept.as_deref()))
            }
            Edit::Watched(key, watched) => {
                (listed_bytes(named::<Watched>(system, key)), listed_bytes(watched.as_deref()))
            }
            // A word at the top of a file is within what every file may have.
            Edit::Mode(_) => (0, 0),
            Edit::Context(context) => {
                (part_bound_bytes(&system.context), part_bound_bytes(&**context))
            }
            Edit::ScopeParts(parts) => {
                (part_bound_bytes(&system.scope_parts), part_bound_bytes(&**parts))
            }
            Edit::Approval(approval) => (part_bytes(&system.soa_approval), part_bytes(approval)),
            Edit::Criteria(criteria) => (part_bytes(&system.criteria), part_bytes(criteria)),
            Edit::Answer(id, answer) => {
                let old = self.document.answer(id.as_str());
                let new = answer.as_deref();
                (old.map_or(0, Answer::size_bound_bytes), new.map_or(0, Answer::size_bound_bytes))
            }
        }
    }

    /// Registers with more entries than they may have.
    fn too_many(&self, unit: &Unit) -> Vec<Problem> {
        let system = self.document.system();
        // The register that an edit is about, and whether something stands there before and after.
        let about = |edit: &Edit| match edit {
            Edit::Entry(register, id, entry) => {
                let is_there = system.entry(*register, id.as_str()).is_some();
                Some((register.name(), is_there, entry.is_some()))
            }
            Edit::Paper(key, paper) => {
                Some((Paper::REGISTER, named::<Paper>(system, key).is_some(), paper.is_some()))
            }
            Edit::Decision(key, decision) => {
                let is_there = named::<Decision>(system, key).is_some();
                Some((Decision::REGISTER, is_there, decision.is_some()))
            }
            Edit::Effort(key, effort) => {
                let is_there = named::<Reckoned>(system, key).is_some();
                Some((Reckoned::REGISTER, is_there, effort.is_some()))
            }
            Edit::Snapshot(key, kept) => {
                let is_there = named::<Snapshot>(system, key).is_some();
                Some((Snapshot::REGISTER, is_there, kept.is_some()))
            }
            Edit::Watched(key, watched) => {
                let is_there = named::<Watched>(system, key).is_some();
                Some((Watched::REGISTER, is_there, watched.is_some()))
            }
            _ => None,
        };
        let registers = Register::ALL.iter().map(|it| (it.name(), system.count(*it)));
        let others = [
            (Paper::REGISTER, system.documents.len()),
            (Decision::REGISTER, system.suggestions.len()),
            (Reckoned::REGISTER, system.efforts.len()),
            (Snapshot::REGISTER, system.snapshots.len()),
            (Watched::REGISTER, system.measures.len()),
        ];
        let mut problems = Vec::new();
        for (name, mut len) in registers.chain(others) {
            let mut is_touched = false;
            for (_, before, after) in unit.0.iter().filter_map(about).filter(|it| it.0 == name) {
                is_touched = true;
                len += usize::from(!before && after);
                len -= usize::from(before && !after);
            }
            let len_max = len_max(name);
            if is_touched && len > len_max {
                problems.push(too_long(len, len_max).at(name));
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
            Edit::Paper(key, paper) => {
                let old = replace_named(self.document.system_mut(), &key, paper.map(|it| *it));
                Edit::Paper(key, old.map(Box::new))
            }
            Edit::Decision(key, decision) => {
                let old = replace_named(self.document.system_mut(), &key, decision.map(|it| *it));
                Edit::Decision(key, old.map(Box::new))
            }
            Edit::Effort(key, effort) => {
                let old = replace_named(self.document.system_mut(), &key, effort.map(|it| *it));
                Edit::Effort(key, old.map(Box::new))
            }
            Edit::Snapshot(key, kept) => {
                let old = replace_named(self.document.system_mut(), &key, kept.map(|it| *it));
                Edit::Snapshot(key, old.map(Box::new))
            }
            Edit::Watched(key, watched) => {
                let old = replace_named(self.document.system_mut(), &key, watched.map(|it| *it));
                Edit::Watched(key, old.map(Box::new))
            }
            Edit::Mode(mode) => Edit::Mode(replace(&mut self.document.system_mut().mode, mode)),
            Edit::Context(context) => {
                let slot = &mut self.document.system_mut().context;
                Edit::Context(Box::new(replace(slot, *context)))
            }
            Edit::ScopeParts(parts) => {
                let slot = &mut self.document.system_mut().scope_parts;
                Edit::ScopeParts(Box::new(replace(slot, *parts)))
            }
            Edit::Approval(approval) => {
                let slot = &mut self.document.system_mut().soa_approval;
                Edit::Approval(Box::new(replace(slot, *approval)))
            }
            Edit::Criteria(criteria) => {
                let slot = &mut self.document.system_mut().criteria;
                Edit::Criteria(Box::new(replace(slot, *criteria)))
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
        Edit::Paper(_, Some(paper)) => (Paper::REGISTER, check(&**paper)),
        Edit::Decision(_, Some(decision)) => (Decision::REGISTER, check(&**decision)),
        Edit::Effort(_, Some(effort)) => (Reckoned::REGISTER, check(&**effort)),
        Edit::Snapshot(_, Some(kept)) => {
            let mut problems = check(&**kept);
            problems.extend(crate::history::problems(kept));
            (Snapshot::REGISTER, problems)
        }
        Edit::Watched(_, Some(watched)) => (Watched::REGISTER, check(&**watched)),
        Edit::Context(context) => ("context", check(&**context)),
        Edit::ScopeParts(parts) => ("scope_parts", check(&**parts)),
        Edit::Approval(approval) => {
            ("soa_approval", approval.as_ref().as_ref().map_or(vec![], |it| check(it)))
        }
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
        Edit::Entry(_, _, None)
        | Edit::Paper(_, None)
        | Edit::Decision(_, None)
        | Edit::Effort(_, None)
        | Edit::Snapshot(_, None)
        | Edit::Watched(_, None)
        | Edit::Mode(_)
        | Edit::Answer(_, None) => return Vec::new(),
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

fn listed_bytes<E: Record>(entry: Option<&E>) -> usize {
    entry.map_or(0, |entry| entry_bound_bytes(entry))
}

fn part_bytes<R: Record + PartialEq>(part: &Option<R>) -> usize {
    part.as_ref().map_or(0, part_bound_bytes)
}

/// How many entries a register holds at most.
fn len_max(register: &str) -> usize {
    let mut fields = System::SHAPE.fields.iter();
    match fields.find(|field| field.name == register).map(|field| field.kind) {
        Some(Kind::List(_, len_max, _)) => len_max,
        _ => 0,
    }
}
