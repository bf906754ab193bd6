//! Changing what an assessment says of the management system beside its answers and its registers
//! of entries with ids. A change that is refused leaves everything as it was.

use super::edit::Unit;
use super::{Done, Engine};
use crate::assessment::listed::Entry as _;
use crate::assessment::{Mode, Paper, ScopeParts, System};
use crate::problem::{Problems, problem, quoted};
use crate::record::Listed;

impl Engine {
    /// What the assessment says of the management system beside its answers.
    pub fn system(&self) -> &System {
        self.document.system()
    }

    /// Chooses how the two standards are used, or takes the choice back. No answer changes.
    ///
    /// # Errors
    ///
    /// `E-TOO-LARGE` for an assessment that no file could hold.
    pub fn set_mode(&mut self, mode: Option<Mode>) -> Result<Done, Problems> {
        let mut unit = Unit::default();
        unit.mode(mode);
        self.commit(unit).map(Done::only)
    }

    /// Replaces the parts of the scope statement.
    ///
    /// # Errors
    ///
    /// `E-TOO-LARGE` or `E-CONTROL-CHARACTER` for a text that could not be read back.
    pub fn set_scope_parts(&mut self, parts: ScopeParts) -> Result<Done, Problems> {
        // What the written statement was made from is the engine's to know.
        let edited_from = self.document.system().scope_parts.edited_from.clone();
        let mut unit = Unit::default();
        unit.scope_parts(ScopeParts { edited_from, ..parts });
        self.commit(unit).map(Done::only)
    }

    /// Adds a document, or replaces the one of the same id or title.
    ///
    /// # Errors
    ///
    /// The codes of a file's fields; `E-TOO-LARGE` for one too many.
    pub fn set_document(&mut self, document: Paper) -> Result<Done, Problems> {
        // What is known by nothing is refused for that.
        let key = document.key().unwrap_or_default();
        let mut unit = Unit::default();
        unit.paper(key, Some(document));
        self.commit(unit).map(Done::only)
    }

    /// Takes a document out of the register, by its id or, of one of the organization's own, its
    /// title. What the catalogue names counts as missing then.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` for one that is not there.
    pub fn remove_document(&mut self, name: &str) -> Result<Done, Problems> {
        let mut keys = self.document.system().documents.iter().filter_map(Listed::key);
        let Some(key) = keys.find(|(_, key)| key == name.trim()) else {
            let (id, register) = (quoted(name), Paper::REGISTER);
            return Err(problem!("E-UNKNOWN-ID", "entry", id = id, register = register).into());
        };
        let mut unit = Unit::default();
        unit.paper(key, None);
        self.commit(unit).map(Done::only)
    }
}
