//! A checked table. What a plugin says is data to be checked, never trusted.

use super::{Description, Mapping, Target};
use alloc::vec::Vec;
use annexa_vocabulary::Problem;
use annexa_vocabulary::crosswalk::{Sources, check};

/// A crosswalk whose parts fit together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crosswalk {
    // INVARIANT: as checked by `Crosswalk::new`.
    description: Description,
    targets: Vec<Target>,
    mappings: Vec<Mapping>,
}

impl Crosswalk {
    /// Checks a table against the framework that is assessed.
    ///
    /// # Errors
    ///
    /// All problems, by the rules of [`check`].
    pub fn new(
        sources: &dyn Sources,
        description: Description,
        targets: Vec<Target>,
        mappings: Vec<Mapping>,
    ) -> Result<Crosswalk, Vec<Problem>> {
        let faults = check(sources, &description, &targets, &mappings);
        if faults.is_empty() {
            Ok(Crosswalk { description, targets, mappings })
        } else {
            Err(faults.into_iter().map(Problem::from).collect())
        }
    }

    /// What the plugin is.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The targets in the framework's order.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The rows.
    pub fn mappings(&self) -> &[Mapping] {
        &self.mappings
    }
}
