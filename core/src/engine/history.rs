//! States of the assessment are kept and taken away, and measures are chosen. What is kept never
//! changes: there is no command for that.

use alloc::string::String;
use alloc::vec::Vec;

use super::edit::Unit;
use super::{Done, Engine};
use crate::assessment::listed::Entry as _;
use crate::assessment::{Measure, Snapshot, Watched};
use crate::history::{State, snapshot};
use crate::problem::{Date, Problem, Problems, problem, quoted};
use crate::record::Listed as _;

impl Engine {
    /// Keeps the assessment as it is, as the state of a day.
    ///
    /// # Errors
    ///
    /// `E-SNAPSHOT` for a day that is still to come; the codes of a file's fields; `E-TOO-LARGE`.
    /// Nothing changes then.
    pub fn take_snapshot(&mut self, name: &str, note: &str, on: Date) -> Result<Done, Problems> {
        let today = self.must_know_today()?;
        if on > today {
            return Err(problem!("E-SNAPSHOT", "future", date = on, today = today).into());
        }
        let mut kept = snapshot(&State::of(self, on), name.trim(), note.trim());
        let origin = self.origin.clone();
        let taken = &self.document.system().snapshots;
        let prefix = Snapshot::PREFIX.unwrap_or_default();
        let id = self.origin.make(prefix, &mut |id| {
            taken.iter().any(|it| it.id.as_ref().is_some_and(|other| other.as_str() == id))
        });
        kept.id = Some(id.clone());
        let mut unit = Unit::default();
        unit.snapshot(kept.key().unwrap_or_default(), Some(kept));
        match self.commit(unit) {
            Ok(undo) => Ok(Done { ids: [id].into(), dropped: Vec::new(), undo }),
            Err(problems) => {
                self.origin = origin;
                Err(problems)
            }
        }
    }

    /// Takes away a state that was kept.
    ///
    /// # Errors
    ///
    /// As [`Engine::kept`].
    pub fn remove_snapshot(&mut self, name: &str) -> Result<Done, Problems> {
        let kept = self.kept(name)?;
        let (key, id) = (kept.key().unwrap_or_default(), kept.id.clone());
        let mut unit = Unit::default();
        unit.snapshot(key, None);
        let undo = self.commit(unit)?;
        Ok(Done { ids: Vec::new(), dropped: id.into_iter().collect(), undo })
    }

    /// The snapshot of an id, or of a name that only one has.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` where there is none, `E-SNAPSHOT` where several have the name.
    pub fn kept(&self, name: &str) -> Result<&Snapshot, Problem> {
        let list = &self.document.system().snapshots;
        let name = name.trim();
        let id = |it: &Snapshot| it.id.as_ref().map_or("", |id| id.as_str()) == name;
        if let Some(found) = list.iter().find(|it| id(it)) {
            return Ok(found);
        }
        let named: Vec<&Snapshot> = list.iter().filter(|it| it.name.trim() == name).collect();
        match named.as_slice() {
            [one] => Ok(one),
            [] => {
                let (id, register) = (quoted(name), Snapshot::REGISTER);
                Err(problem!("E-UNKNOWN-ID", "entry", id = id, register = register))
            }
            several => {
                let ids = several.iter().filter_map(|it| it.id.as_ref());
                let ids: Vec<String> = ids.map(|id| id.as_str().into()).collect();
                Err(problem!("E-SNAPSHOT", "ambiguous", name = quoted(name), ids = ids))
            }
        }
    }

    /// What was kept last up to a day.
    ///
    /// # Errors
    ///
    /// `E-SNAPSHOT` where nothing was.
    pub fn kept_last(&self, today: Date) -> Result<&Snapshot, Problem> {
        let kept = self.document.system().snapshots.iter();
        let kept = kept.filter(|it| it.on.is_some_and(|on| on <= today));
        let last = kept.max_by_key(|it| (it.on, &it.id));
        last.ok_or_else(|| problem!("E-SNAPSHOT", "none"))
    }

    /// Everything that was kept up to a day, each with its id and name, and the assessment as it
    /// is.
    pub fn states(&self, today: Date) -> Vec<(Option<String>, String, State)> {
        let lineage = self.document.lineage.as_ref();
        let kept = self.document.system().snapshots.iter();
        let kept = kept.filter(|it| it.on.is_some_and(|on| on <= today));
        let kept = kept.filter_map(|it| {
            let id = it.id.as_ref().map(|id| id.as_str().into());
            Some((id, it.name.clone(), State::kept(it, lineage)?))
        });
        kept.chain([(None, String::new(), State::of(self, today))]).collect()
    }

    /// Chooses a measure for clause 9.1, or says something else of one that is chosen.
    ///
    /// # Errors
    ///
    /// The codes of a file's fields.
    pub fn watch(&mut self, watched: Watched) -> Result<Done, Problems> {
        let mut unit = Unit::default();
        unit.watched(watched.key().unwrap_or_default(), Some(watched));
        self.commit(unit).map(Done::only)
    }

    /// Chooses a measure no longer.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` for one that is not chosen.
    pub fn unwatch(&mut self, measure: Measure) -> Result<Done, Problems> {
        let chosen = self.document.system().measures.iter().find(|it| it.measure == measure);
        let Some(key) = chosen.and_then(|it| it.key()) else {
            let (id, register) = (quoted(measure.word()), Watched::REGISTER);
            return Err(problem!("E-UNKNOWN-ID", "entry", id = id, register = register).into());
        };
        let mut unit = Unit::default();
        unit.watched(key, None);
        self.commit(unit).map(Done::only)
    }
}
