//! Edits: what a command changes, built as a whole before anything is touched. Making an edit
//! gives the one that takes it back.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::mem::size_of;

use super::Engine;
use super::bounds::{Touched, entry_bytes, found, len_max, listed_bytes, new_bytes, part_bytes};
use crate::assessment::listed::{Entry as Listing, named};
use crate::assessment::{
    ANSWERS_MAX_BYTES, About, Answer, Context, Criteria, Decision, Document, Entry, Mode, Paper,
    Reckoned, Register, Response, ScopeParts, Snapshot, SoaApproval, Watched, too_large,
};
use crate::facts::Ledger;
use crate::id::Id;
use crate::json::too_long;
use crate::problem::{Date, Problem, Problems};
use crate::record::{Key, part_bound_bytes};

/// One thing that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Edit {
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
    /// Which assessment it is.
    Lineage(Option<Id>),
    /// What the assessment is about.
    About(Box<About>),
    /// The answer to an item or an own control.
    Answer(Id, Option<Box<Answer>>),
    /// The response to the item at a place, with the day on which its answer changed; nothing where
    /// there is no answer. All else that the answer says is as it was.
    Response(usize, Option<(Option<Response>, Option<Date>)>),
}

impl Edit {
    /// Whether both are about the same thing.
    fn touches_as(&self, other: &Edit) -> bool {
        match (self, other) {
            (Edit::Entry(one, id, _), Edit::Entry(two, other, _)) => one == two && id == other,
            (Edit::Paper(one, _), Edit::Paper(two, _))
            | (Edit::Decision(one, _), Edit::Decision(two, _))
            | (Edit::Effort(one, _), Edit::Effort(two, _))
            | (Edit::Snapshot(one, _), Edit::Snapshot(two, _))
            | (Edit::Watched(one, _), Edit::Watched(two, _)) => one == two,
            (Edit::Answer(one, _), Edit::Answer(two, _)) => one == two,
            (Edit::Response(one, _), Edit::Response(two, _)) => one == two,
            (one, two) => core::mem::discriminant(one) == core::mem::discriminant(two),
        }
    }

    /// The entry or the answer that it is about.
    pub(super) fn entry_id(&self) -> Option<&Id> {
        match self {
            Edit::Entry(_, id, _) | Edit::Answer(id, _) => Some(id),
            _ => None,
        }
    }

    /// Whether the ledger says something of it.
    fn is_in_ledger(&self, document: &Document) -> bool {
        match self {
            Edit::Entry(register, ..) => {
                !matches!(register, Register::Event | Register::Nonconformity)
            }
            Edit::Criteria(_) => true,
            Edit::Answer(id, _) => document.catalogue().index_of(id.as_str()).is_none(),
            _ => false,
        }
    }
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

    /// What it changes, one thing after the other.
    pub(super) fn edits(&self) -> impl DoubleEndedIterator<Item = &Edit> {
        self.0.iter()
    }

    /// Whether it is about the same things as another.
    pub(super) fn touches_as(&self, other: &Unit) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| a.touches_as(b))
    }

    /// About what it takes, in bytes.
    pub(super) fn size_bytes(&self) -> usize {
        self.0.iter().map(|edit| size_of::<Edit>() + new_bytes(edit)).sum()
    }

    /// The ids of the answers and entries that it is about.
    pub(super) fn touched(&self, document: &Document) -> Vec<String> {
        let id = |edit: &Edit| match edit {
            Edit::Response(index, _) => {
                document.catalogue().items().get(*index).map(|item| item.id().into())
            }
            edit => edit.entry_id().map(ToString::to_string),
        };
        self.0.iter().filter_map(id).collect()
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

    pub(super) fn about(&mut self, about: About) {
        self.0.push(Edit::About(Box::new(about)));
    }

    pub(super) fn answer(&mut self, id: Id, answer: Option<Answer>) {
        self.0.push(Edit::Answer(id, answer.map(Box::new)));
    }
}

impl FromIterator<Edit> for Unit {
    fn from_iter<I: IntoIterator<Item = Edit>>(edits: I) -> Unit {
        Unit(edits.into_iter().collect())
    }
}

impl From<Edit> for Unit {
    fn from(edit: Edit) -> Unit {
        Unit(vec![edit])
    }
}

impl Engine {
    /// Makes what another unit took back, or takes back what it made, as a command of its own. Gives
    /// what takes this back in turn.
    pub fn apply(&mut self, unit: Unit) -> Unit {
        let undo = self.make_all(unit);
        self.remember(undo.clone());
        undo
    }

    /// Makes a unit, and gives what takes it back; whoever calls sees to the history.
    pub(super) fn make_all(&mut self, unit: Unit) -> Unit {
        let touched = self.in_ledger(&unit);
        let mut undo: Vec<Edit> = unit.0.into_iter().map(|edit| self.make(edit)).collect();
        undo.reverse();
        match touched {
            Touched::Nothing => {}
            Touched::Risk(place) => self.ledger.replace_risk(&self.document, place),
            Touched::All => self.ledger = Ledger::of(&self.document),
        }
        Unit(undo)
    }

    /// What the ledger says of what a unit changes: nothing, one risk that stays where it is, or
    /// more than that, which is looked at anew.
    fn in_ledger(&self, unit: &Unit) -> Touched {
        let mut edits = unit.0.iter().filter(|edit| edit.is_in_ledger(&self.document));
        match (edits.next(), edits.next()) {
            (None, _) => Touched::Nothing,
            (Some(Edit::Entry(Register::Risk, id, Some(_))), None) => {
                let place = self.document.system().place(Register::Risk, id.as_str());
                place.map_or(Touched::All, Touched::Risk)
            }
            _ => Touched::All,
        }
    }

    /// Whether a unit would change anything.
    pub(super) fn would_change(&self, unit: &Unit) -> bool {
        unit.0.iter().any(|edit| self.changes(edit))
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

    pub(super) fn changes(&self, edit: &Edit) -> bool {
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
            Edit::Lineage(lineage) => self.document.lineage != *lineage,
            Edit::About(about) => self.document.about != **about,
            Edit::Answer(id, answer) => self.document.answer(id.as_str()) != answer.as_deref(),
            Edit::Response(index, said) => self.said(*index) != *said,
        }
    }

    /// The response and the day of an item's answer, if there is one.
    pub(super) fn said(&self, index: usize) -> Option<(Option<Response>, Option<Date>)> {
        self.document.answer_at(index).map(|answer| (answer.response, answer.changed))
    }

    /// What the file may take for a thing, as it is and as it will be.
    pub(super) fn sizes(&self, edit: &Edit) -> (usize, usize) {
        let system = self.document.system();
        let old_bytes = match edit {
            Edit::Entry(register, id, _) => entry_bytes(&system.entry(*register, id.as_str())),
            Edit::Paper(key, _) => listed_bytes(named::<Paper>(system, key)),
            Edit::Decision(key, _) => listed_bytes(named::<Decision>(system, key)),
            Edit::Effort(key, _) => listed_bytes(named::<Reckoned>(system, key)),
            Edit::Snapshot(key, _) => listed_bytes(named::<Snapshot>(system, key)),
            Edit::Watched(key, _) => listed_bytes(named::<Watched>(system, key)),
            Edit::Context(_) => part_bound_bytes(&system.context),
            Edit::ScopeParts(_) => part_bound_bytes(&system.scope_parts),
            Edit::Approval(_) => part_bytes(&system.soa_approval),
            Edit::Criteria(_) => part_bytes(&system.criteria),
            Edit::Answer(id, _) => {
                self.document.answer(id.as_str()).map_or(0, Answer::size_bound_bytes)
            }
            // A response keeps its own count; the cover and a word at the top of a file are within
            // what every file may have.
            Edit::Mode(_) | Edit::Lineage(_) | Edit::About(_) | Edit::Response(..) => {
                return (0, 0);
            }
        };
        (old_bytes, new_bytes(edit))
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
}
