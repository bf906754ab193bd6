//! The comparison that 6.1.3 c) asks for: what was chosen against all controls of the catalogue,
//! so that nothing necessary is forgotten.

use super::{Driver, SoaRow};
use crate::assessment::{Applicability, Implementation};
use crate::facts::ItemFacts;
use annexa_vocabulary::words;

words! {
    /// Where a control stands in the comparison.
    Comparison {
        /// It was chosen: by a risk, an obligation or a person.
        Chosen = "chosen",
        /// It is there already.
        AlreadyThere = "already_there",
        /// It was considered and is not necessary.
        NotNecessary = "not_necessary",
        /// Nobody has decided.
        Undecided = "undecided",
    }
}

words! {
    /// What contradicts a row.
    Contradiction {
        /// It is excluded, and a risk uses it.
        ExcludedUsed = "excluded_used",
        /// It is excluded, and an obligation asks for it.
        ExcludedObliged = "excluded_obliged",
    }
}

/// Where a control stands: the first that fits.
pub(super) fn compare(row: &SoaRow, its: &ItemFacts) -> Comparison {
    let has = |driver: Driver| row.reasons.iter().any(|reason| reason.driver == driver);
    let is_excluded = row.applicability == Applicability::Excluded;
    let is_decided = its.reason.is_some() || its.has_justification;
    let is_there = has(Driver::Holds)
        || matches!(its.implementation, Implementation::Partly | Implementation::Implemented)
        || row.applicability == Applicability::Inherited;
    if is_excluded && is_decided {
        Comparison::NotNecessary
    } else if is_excluded {
        Comparison::Undecided
    } else if has(Driver::Treats) {
        Comparison::Chosen
    } else if is_there {
        Comparison::AlreadyThere
    } else if has(Driver::Obliged) || has(Driver::Stated) {
        Comparison::Chosen
    } else {
        Comparison::Undecided
    }
}
