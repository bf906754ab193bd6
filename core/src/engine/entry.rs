//! Entries of registers are put, changed in part, and deleted.

use alloc::format;
use alloc::vec::Vec;

use super::Engine;
use super::edit::Unit;
use super::refer::{referrers, withdraw};
use crate::assessment::{Entry, Register, Risk};
use crate::id::Id;
use crate::problem::{Problem, Problems, problem, quoted};

/// What a command did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The entries that it made or changed.
    pub ids: Vec<Id>,
    /// Entries that it took away to make room.
    pub dropped: Vec<Id>,
    /// What takes it back.
    pub undo: Unit,
}

impl Done {
    /// What a command did that made and took away no entries.
    pub(super) fn only(undo: Unit) -> Done {
        Done { ids: Vec::new(), dropped: Vec::new(), undo }
    }
}

impl Engine {
    /// Puts an entry into its register, in the place of the one with the same id. One without an
    /// id gets one, and one without a label gets the next.
    ///
    /// # Errors
    ///
    /// The codes of a file's fields; `E-NO-CRITERIA` for a risk's values before there are
    /// criteria, `E-DUPLICATE-ID` for an own control with the id of an item, `E-TOO-LARGE`.
    pub fn put_entry(&mut self, entry: Entry) -> Result<Done, Problems> {
        let register = entry.register();
        let mut entry = entry;
        let old = entry.id().and_then(|id| self.document.system().entry(register, id.as_str()));
        if let Entry::Risk(risk) = &entry {
            let old = old.as_ref().and_then(|old| match old {
                Entry::Risk(old) => Some(old.as_ref()),
                _ => None,
            });
            self.may_judge(risk, old)?;
        }
        if register == Register::OwnControl
            && let Some(id) = entry.id()
            && self.document.catalogue().index_of(id.as_str()).is_some()
        {
            let item = problem!("E-DUPLICATE-ID", "item", id = quoted(id.as_str()));
            return Err(item.at("own_controls.id").into());
        }
        let origin = self.origin.clone();
        self.name(&mut entry);
        let id = entry.id().cloned().unwrap_or_else(Id::blank);
        let mut unit = Unit::default();
        unit.entry(register, id.clone(), Some(entry));
        match self.commit(unit) {
            Ok(undo) => Ok(Done { ids: [id].into(), dropped: Vec::new(), undo }),
            Err(problems) => {
                // What was refused made nothing, not even an id.
                self.origin = origin;
                Err(problems)
            }
        }
    }

    /// Changes some members of an entry: JSON with the members that change, `null` for one that is
    /// emptied.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`, and as [`Engine::put_entry`].
    pub fn patch_entry(
        &mut self,
        register: Register,
        id: &str,
        bytes: &[u8],
    ) -> Result<Done, Problems> {
        let mut entry = self.must_have(register, id)?.patched(bytes)?;
        // An id never changes.
        if let Ok(id) = id.parse() {
            entry.set_id(id);
        }
        self.put_entry(entry)
    }

    /// Deletes an entry. With `cascade` references to it go in the same step, and the answer to an
    /// own control goes with it.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`; `E-REFERENCED` with every place that refers to it.
    pub fn delete_entry(
        &mut self,
        register: Register,
        id: &str,
        cascade: bool,
    ) -> Result<Done, Problems> {
        let entry = self.must_have(register, id)?;
        let places = referrers(&self.document, register, id);
        if !places.is_empty() && !cascade {
            let problems = places
                .iter()
                .map(|place| problem!("E-REFERENCED", id = quoted(id)).at(place.as_str()));
            return Err(Problems(problems.collect()));
        }
        let mut unit = Unit::default();
        withdraw(&self.document, register, id, self.today, &mut unit);
        if let Some(own) = entry.id() {
            if register == Register::OwnControl && self.document.answer(id).is_some() {
                unit.answer(own.clone(), None);
            }
            unit.entry(register, own.clone(), None);
        }
        let undo = self.commit(unit)?;
        Ok(Done { ids: Vec::new(), dropped: entry.id().cloned().into_iter().collect(), undo })
    }

    /// The entry under an id.
    pub(super) fn must_have(&self, register: Register, id: &str) -> Result<Entry, Problem> {
        self.document.system().entry(register, id).ok_or_else(|| {
            problem!("E-UNKNOWN-ID", "entry", id = quoted(id), register = register.name())
        })
    }

    /// Refuses values of a risk that nobody can read.
    fn may_judge(&self, new: &Risk, old: Option<&Risk>) -> Result<(), Problem> {
        let values = |risk: &Risk| {
            (risk.inherent.clone(), risk.current.clone(), risk.treatment.residual.clone())
        };
        let is_new = match old {
            Some(old) => values(old) != values(new),
            None => values(new) != (None, None, None),
        };
        if self.document.system().criteria.is_some() || !is_new {
            return Ok(());
        }
        Err(problem!("E-NO-CRITERIA").at("risks"))
    }

    /// Gives a new entry its id, and a label where the register has labels.
    fn name(&mut self, entry: &mut Entry) {
        let register = entry.register();
        let system = self.document.system();
        if let Some(letter) = register.letter()
            && entry.label().is_empty()
            && entry.id().is_none_or(|id| system.entry(register, id.as_str()).is_none())
        {
            let labels = system.names(register).into_iter().map(|(_, label)| label);
            let last = labels.filter_map(|label| number(label, letter)).max();
            entry.set_label(format!("{letter}-{}", last.unwrap_or_default().saturating_add(1)));
        }
        if entry.id().is_none() {
            let is_taken =
                &mut |id: &str| system.entry(register, id).is_some() || system.has_kept(id);
            entry.set_id(self.origin.make(register.prefix(), is_taken));
        }
        if let Entry::Risk(risk) = entry {
            risk.identify_approvals(&mut self.origin);
        }
        entry.settle();
    }
}

/// The number of a label such as `R-7`.
fn number(label: &str, letter: &str) -> Option<u64> {
    label.strip_prefix(letter)?.strip_prefix('-')?.parse().ok()
}
