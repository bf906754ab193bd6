//! The state of the assessment, as a plugin sees it.

use crate::table::{Table, Target};

/// The state of one requirement or control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The ISO id: `6.1.2` for a clause, `A.5.1` for a control.
    pub id: String,
    /// Whether it belongs to the assessed system.
    pub applicability: Applicability,
    /// How far it is in place.
    pub implementation: Implementation,
    /// The maturity level 0 to 5, where the person gave one.
    pub maturity: Option<u8>,
}

/// Whether a source belongs to the assessed management system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// It applies.
    Applicable,
    /// A control that the Statement of Applicability excludes.
    Excluded,
    /// A control that a provider operates.
    Inherited,
}

/// How far a source is in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Implementation {
    /// Nobody has looked yet.
    NotAssessed,
    /// Looked at, and absent.
    NotImplemented,
    /// Decided and scheduled, nothing in place.
    Planned,
    /// In place in part.
    Partly,
    /// In place.
    Implemented,
}

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

/// All findings of one assessment, looked up by id.
#[derive(Clone, Debug)]
pub struct Findings<'a> {
    table: &'static Table,
    /// The finding of every source of the table, in the table's order of sources.
    by_source: Vec<Option<&'a Finding>>,
}

impl<'a> Findings<'a> {
    /// Sorts findings by the table's sources. Of two findings with one id the first counts.
    pub fn new(table: &'static Table, findings: &'a [Finding]) -> Self {
        let mut by_source = vec![None; table.sources.len()];
        for finding in findings {
            if let Ok(at) = table.sources.binary_search(&finding.id.as_str())
                && let Some(slot @ None) = by_source.get_mut(at)
            {
                *slot = Some(finding);
            }
        }
        Self { table, by_source }
    }

    /// The finding of a source that the table maps from; `None` for any other id, and for a
    /// source that the assessment does not hold.
    pub fn get(&self, id: &str) -> Option<&'a Finding> {
        let at = self.table.sources.binary_search(&id).ok()?;
        self.by_source.get(at).copied().flatten()
    }

    /// The sources of a target with their findings, in the order of the table.
    pub fn sources(
        &self,
        target: &Target,
    ) -> impl Iterator<Item = (&'static str, Option<&'a Finding>)> {
        let table = self.table;
        target.sources.iter().filter_map(move |at| {
            let at = usize::from(*at);
            Some((*table.sources.get(at)?, self.by_source.get(at).copied().flatten()))
        })
    }

    /// The sources of a target that are not in place, in the order of the table.
    pub fn open(&self, target: &Target) -> impl Iterator<Item = (&'static str, Open)> {
        self.sources(target).filter_map(|(id, finding)| Some((id, state(finding)?)))
    }
}

/// Why a finding leaves its source open, if it does. A source that the assessment does not hold
/// is one that nobody has looked at.
fn state(finding: Option<&Finding>) -> Option<Open> {
    let Some(finding) = finding else { return Some(Open::NotAssessed) };
    if finding.applicability == Applicability::Excluded {
        return Some(Open::Excluded);
    }
    match finding.implementation {
        Implementation::NotAssessed => Some(Open::NotAssessed),
        Implementation::NotImplemented => Some(Open::NotImplemented),
        Implementation::Planned => Some(Open::Planned),
        Implementation::Partly => Some(Open::Partly),
        Implementation::Implemented => None,
    }
}
