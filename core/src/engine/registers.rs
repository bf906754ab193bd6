//! Changing what an assessment says of the management system beside its answers. A change that is
//! refused leaves everything as it was.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::Engine;
use crate::assessment::listed::{Entry, sort};
use crate::assessment::{
    ANSWERS_MAX_BYTES, Event, Mode, Nonconformity, Paper, Register, ScopeParts, System, too_large,
};
use crate::id::Id;
use crate::json::too_long;
use crate::problem::{Problem, Problems, problem, quoted};
use crate::record::{Kind, Record, check, entry_bound_bytes, part_bound_bytes};

impl Engine {
    /// What the assessment says of the management system beside its answers.
    pub fn system(&self) -> &System {
        self.document.system()
    }

    /// Chooses how the two standards are used, or takes the choice back. No answer changes.
    pub fn set_mode(&mut self, mode: Option<Mode>) {
        self.document.system_mut().mode = mode;
    }

    /// Replaces the parts of the scope statement.
    ///
    /// # Errors
    ///
    /// `E-TOO-LARGE` or `E-CONTROL-CHARACTER` for a text that could not be read back.
    pub fn set_scope_parts(&mut self, parts: ScopeParts) -> Result<(), Problems> {
        // What the written statement was made from is the engine's to know.
        let edited_from = self.document.system().scope_parts.edited_from.clone();
        let parts = ScopeParts { edited_from, ..parts };
        self.set_part("scope_parts", parts, |system| &mut system.scope_parts)
    }

    /// Adds a document, or replaces the one of the same id or title.
    ///
    /// # Errors
    ///
    /// The codes of a file's fields; `E-TOO-LARGE` for one too many.
    pub fn set_document(&mut self, document: Paper) -> Result<(), Problems> {
        self.put(document).map(|_| ())
    }

    /// Takes a document out of the register, by its id or, of one of the organization's own, its
    /// title. What the catalogue names counts as missing then.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` for one that is not there.
    pub fn remove_document(&mut self, name: &str) -> Result<(), Problem> {
        self.remove::<Paper>(name)
    }

    /// Adds an event, or replaces the one of the same id; gives the id.
    ///
    /// # Errors
    ///
    /// The codes of a file's fields; `E-TOO-LARGE` for one too many.
    pub fn set_event(&mut self, event: Event) -> Result<Option<Id>, Problems> {
        self.put(event)
    }

    /// Removes an event.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` for one that is not there.
    pub fn remove_event(&mut self, id: &str) -> Result<(), Problem> {
        self.remove::<Event>(id)
    }

    /// Adds a nonconformity, or replaces the one of the same id; gives the id. A new one without a
    /// label gets the next.
    ///
    /// # Errors
    ///
    /// The codes of a file's fields, `E-DATE-ORDER` among them; `E-TOO-LARGE` for one too many.
    pub fn set_nonconformity(&mut self, entry: Nonconformity) -> Result<Option<Id>, Problems> {
        self.put(entry)
    }

    /// Removes a nonconformity.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` for one that is not there.
    /// `E-REFERENCED` for one that an action serves.
    pub fn remove_nonconformity(&mut self, id: &str) -> Result<(), Problems> {
        self.delete_entry(Register::Nonconformity, id, false).map(|_| ())
    }

    /// Replaces a part that stands once.
    pub(super) fn set_part<R: Record + PartialEq>(
        &mut self,
        name: &str,
        part: R,
        place: fn(&mut System) -> &mut R,
    ) -> Result<(), Problems> {
        let old_bytes = part_bound_bytes(place(self.document.system_mut()));
        let new_bytes = part_bound_bytes(&part);
        self.must_fit(name, check(&part), old_bytes, new_bytes)?;
        *place(self.document.system_mut()) = part;
        self.document.resize(old_bytes, new_bytes);
        Ok(())
    }

    /// Puts an entry into its register, and gives its own id.
    pub(super) fn put<E: Entry + PartialEq>(
        &mut self,
        mut entry: E,
    ) -> Result<Option<Id>, Problems> {
        let list = E::list(self.document.system());
        let key = entry.key();
        let old = list.iter().position(|other| key.is_some() && other.key() == key);
        let old_bytes = old.and_then(|old| list.get(old)).map_or(0, |old| entry_bound_bytes(old));
        let mut problems = check(&entry);
        if old.is_none() && list.len() >= len_max::<E>() {
            problems.push(too_long(list.len() + 1, len_max::<E>()));
        }
        if let Some(letter) = E::LETTER
            && old.is_none()
            && entry.label().is_empty()
        {
            let numbers = list.iter().filter_map(|other| number(other.label(), letter));
            let last = numbers.max().unwrap_or_default();
            entry.set_label(format!("{letter}-{}", last.saturating_add(1)));
        }
        let new_bytes = entry_bound_bytes(&entry);
        self.must_fit(E::REGISTER, problems, old_bytes, new_bytes)?;
        if let Some(prefix) = E::PREFIX
            && entry.own_id().is_none()
        {
            let list = E::list(self.document.system());
            let is_taken = &mut |id: &str| {
                list.iter().any(|other| other.key().is_some_and(|(_, other)| other == id))
            };
            entry.set_id(self.origin.make(prefix, is_taken));
        }
        let id = entry.own_id().cloned();
        let list = E::list_mut(self.document.system_mut());
        match old.and_then(|old| list.get_mut(old)) {
            Some(slot) => *slot = entry,
            None => {
                list.push(entry);
                sort(list);
            }
        }
        self.document.resize(old_bytes, new_bytes);
        Ok(id)
    }

    /// Removes the entry that is known by a name.
    pub(super) fn remove<E: Entry>(&mut self, name: &str) -> Result<(), Problem> {
        let list = E::list_mut(self.document.system_mut());
        let is_it = |entry: &E| entry.key().is_some_and(|(_, key)| key == name.trim());
        let Some(index) = list.iter().position(is_it) else {
            let id = quoted(name);
            return Err(problem!("E-UNKNOWN-ID", "entry", id = id, register = E::REGISTER));
        };
        let old_bytes = entry_bound_bytes(&list.remove(index));
        self.document.resize(old_bytes, 0);
        Ok(())
    }

    /// Refuses a part with problems, or one with which the file could not be read back.
    pub(super) fn must_fit(
        &self,
        name: &str,
        mut problems: Vec<Problem>,
        old_bytes: usize,
        new_bytes: usize,
    ) -> Result<(), Problems> {
        for problem in &mut problems {
            problem.place = match problem.place.as_str() {
                "" => name.to_string(),
                place => format!("{name}.{place}"),
            };
        }
        let size_bytes = self.document.size_bound_bytes() - old_bytes + new_bytes;
        if size_bytes > ANSWERS_MAX_BYTES {
            problems.push(too_large(size_bytes));
        }
        if problems.is_empty() { Ok(()) } else { Err(Problems(problems)) }
    }
}

/// How many entries a register holds at most.
fn len_max<E: Entry>() -> usize {
    let mut fields = System::SHAPE.fields.iter();
    match fields.find(|field| field.name == E::REGISTER).map(|field| field.kind) {
        Some(Kind::List(_, len_max, _)) => len_max,
        _ => 0,
    }
}

/// The number of a label such as `N-3`.
fn number(label: &str, letter: &str) -> Option<u32> {
    label.strip_prefix(letter)?.strip_prefix('-')?.parse().ok()
}
