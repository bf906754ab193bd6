//! A plugin whose table was checked.

use crate::{Compiled, Error, error::Phase};
use annexa_admission::Admitted;
use annexa_core::crosswalk::{Conclusion, Crosswalk, SourceState};

/// A plugin that can be run, any number of times.
pub struct Plugin {
    compiled: Compiled,
    crosswalk: Crosswalk,
}

impl Plugin {
    pub(crate) fn new(compiled: Compiled) -> Result<Self, Error> {
        let description = compiled.instantiate()?.describe()?;
        let targets = compiled.instantiate()?.targets()?;
        let mappings = compiled.instantiate()?.mappings()?;
        let crosswalk = Crosswalk::new(&*compiled.catalogue, description, targets, mappings)
            .map_err(|problems| Error::with(&compiled.name, Phase::Validate, problems))?;
        Ok(Self { compiled, crosswalk })
    }

    /// What the plugin's table concludes from findings.
    ///
    /// # Errors
    ///
    /// When the call fails, breaks a budget, or says something that is not so.
    pub fn run(&self, findings: &[SourceState]) -> Result<Conclusion, Error> {
        let remarks = self.compiled.instantiate()?.assess(findings)?;
        self.crosswalk
            .conclude(findings, remarks)
            .map_err(|problems| Error::with(self.name(), Phase::Validate, problems))
    }

    /// The name that the plugin was loaded under.
    pub fn name(&self) -> &str {
        &self.compiled.name
    }

    /// The plugin's table, checked.
    pub fn crosswalk(&self) -> &Crosswalk {
        &self.crosswalk
    }

    /// What the gate found in the file: digest, version of the interface, sizes.
    pub fn admitted(&self) -> &Admitted {
        &self.compiled.admitted
    }

    /// The compiled module, for one call at a time.
    pub fn compiled(&self) -> &Compiled {
        &self.compiled
    }
}
