//! The state of the assessment, as a plugin sees it.

use crate::table::{Table, Target};
pub use annexa_vocabulary::crosswalk::SourceState;
pub use annexa_vocabulary::{Applicability, Implementation};

/// Why a source does not yet support what is mapped from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// It is absent.
    NotImplemented,
    /// It is decided and scheduled.
    Planned,
    /// It is in place in part.
    Partly,
    /// Nobody has looked yet.
    NotAssessed,
    /// The Statement of Applicability excludes it.
    Excluded,
}

/// All states of one assessment, looked up by id.
#[derive(Clone, Debug)]
pub struct States<'a> {
    table: &'static Table,
    /// The state of every source of the table, in the table's order of sources.
    by_source: Vec<Option<&'a SourceState>>,
}

impl<'a> States<'a> {
    /// Sorts states by the table's sources. Of two states with one id the first counts.
    pub fn new(table: &'static Table, states: &'a [SourceState]) -> Self {
        let mut by_source = vec![None; table.sources.len()];
        for state in states {
            if let Ok(at) = table.sources.binary_search(&state.id.as_str())
                && let Some(slot @ None) = by_source.get_mut(at)
            {
                *slot = Some(state);
            }
        }
        Self { table, by_source }
    }

    /// The state of a source that the table maps from; `None` for any other id, and for a
    /// source that the assessment does not hold.
    pub fn get(&self, id: &str) -> Option<&'a SourceState> {
        let at = self.table.sources.binary_search(&id).ok()?;
        self.by_source.get(at).copied().flatten()
    }

    /// The sources of a target with their states, in the order of the table.
    pub fn sources(
        &self,
        target: &Target,
    ) -> impl Iterator<Item = (&'static str, Option<&'a SourceState>)> {
        let table = self.table;
        target.sources.iter().filter_map(move |at| {
            let at = usize::from(*at);
            Some((*table.sources.get(at)?, self.by_source.get(at).copied().flatten()))
        })
    }

    /// The sources of a target that are not in place, in the order of the table.
    pub fn open(&self, target: &Target) -> impl Iterator<Item = (&'static str, Open)> {
        self.sources(target).filter_map(|(id, state)| Some((id, open(state)?)))
    }
}

/// Why a state leaves its source open, if it does. A source that the assessment does not hold
/// is one that nobody has looked at.
fn open(state: Option<&SourceState>) -> Option<Open> {
    let Some(state) = state else { return Some(Open::NotAssessed) };
    if state.applicability == Applicability::Excluded {
        return Some(Open::Excluded);
    }
    match state.implementation {
        Implementation::NotAssessed => Some(Open::NotAssessed),
        Implementation::NotImplemented => Some(Open::NotImplemented),
        Implementation::Planned => Some(Open::Planned),
        Implementation::Partly => Some(Open::Partly),
        Implementation::Implemented => None,
    }
}
