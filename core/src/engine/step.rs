//! Several commands as one step: all of them are made or none, and one unit takes them back.

use alloc::vec::Vec;

use super::Engine;
use super::edit::Unit;
use super::entry::Done;
use crate::id::Id;
use crate::problem::Problems;

/// A step while it is made.
#[derive(Debug)]
pub struct Step<'e> {
    engine: &'e mut Engine,
    done: Done,
}

impl Step<'_> {
    /// The assessment as the commands before have left it.
    pub fn engine(&self) -> &Engine {
        self.engine
    }

    /// Makes one command more, and gives the entries that it made or changed.
    ///
    /// # Errors
    ///
    /// Those of the command.
    pub fn then(
        &mut self,
        command: impl FnOnce(&mut Engine) -> Result<Done, Problems>,
    ) -> Result<Vec<Id>, Problems> {
        let Done { ids, dropped, undo } = command(self.engine)?;
        self.done.undo = undo.before(core::mem::take(&mut self.done.undo));
        self.done.dropped.extend(dropped);
        for id in &ids {
            if !self.done.ids.contains(id) {
                self.done.ids.push(id.clone());
            }
        }
        Ok(ids)
    }
}

impl Engine {
    /// Makes several commands as one.
    ///
    /// # Errors
    ///
    /// Those of the first command that is refused. Nothing changes then.
    pub fn in_one_step(
        &mut self,
        commands: impl FnOnce(&mut Step<'_>) -> Result<(), Problems>,
    ) -> Result<Done, Problems> {
        let origin = self.origin.clone();
        let done = Done { ids: Vec::new(), dropped: Vec::new(), undo: Unit::default() };
        // What is made on the way is no unit of its own.
        let is_held = core::mem::replace(&mut self.history.is_held, true);
        let mut step = Step { engine: self, done };
        let made = commands(&mut step);
        let Step { done, .. } = step;
        self.history.is_held = is_held;
        match made {
            Ok(()) => {
                self.remember(done.undo.clone());
                Ok(done)
            }
            Err(problems) => {
                self.make_all(done.undo);
                // What was refused made nothing, not even an id.
                self.origin = origin;
                Err(problems)
            }
        }
    }
}
