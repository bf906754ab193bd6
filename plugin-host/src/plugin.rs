//! A plugin whose table was checked.

use crate::{Compiled, Error, error::Phase};
use annexa_admission::Admitted;
use annexa_core::Engine;
use annexa_core::crosswalk::{CompiledCrosswalk, Conclusion, Crosswalk, Description};
use annexa_vocabulary::{
    crosswalk::{Place, check},
    problem, quoted,
};
use std::sync::Arc;

/// A plugin that can be run, any number of times.
pub struct Plugin {
    compiled: Compiled,
    crosswalk: CompiledCrosswalk,
}

impl Plugin {
    pub(crate) fn new(compiled: Compiled) -> Result<Self, Error> {
        let description = compiled.instantiate()?.describe()?;
        if let Some(refusal) = other_framework(&compiled, &description) {
            return Err(refusal);
        }
        let targets = compiled.instantiate()?.targets()?;
        let mappings = compiled.instantiate()?.mappings()?;
        let catalogue = &*compiled.catalogue;
        let crosswalk = Crosswalk::new(catalogue, description, targets, mappings)
            .and_then(|crosswalk| crosswalk.compile(catalogue))
            .map_err(|problems| Error::with(&compiled.name, Phase::Validate, problems))?;
        Ok(Self { compiled, crosswalk })
    }

    /// What the plugin's table concludes from an assessment.
    ///
    /// # Errors
    ///
    /// When the call fails, breaks a budget, or says something that is not so; `E-FRAMEWORK`
    /// where the assessment has another catalogue than the plugin was loaded for.
    pub fn run(&self, engine: &Engine) -> Result<Conclusion<'_>, Error> {
        self.is_for(engine)?;
        let remarks = self.compiled.instantiate()?.assess(&engine.source_states())?;
        self.crosswalk
            .conclude(&engine.facts().states(), remarks)
            .map_err(|problems| Error::with(self.name(), Phase::Validate, problems))
    }

    /// States are found by their place in the catalogue, so it has to be the same one.
    fn is_for(&self, engine: &Engine) -> Result<(), Error> {
        let (own, other) = (&self.compiled.catalogue, engine.document().catalogue());
        if Arc::ptr_eq(own, other) || own.digest() == other.digest() {
            return Ok(());
        }
        let problem = problem!("E-FRAMEWORK", "catalogue", own = own.id(), other = other.id());
        Err(Error::new(self.name(), Phase::Validate, problem))
    }

    /// The name that the plugin was loaded under.
    pub fn name(&self) -> &str {
        &self.compiled.name
    }

    /// The plugin's table, checked.
    pub fn crosswalk(&self) -> &Crosswalk {
        self.crosswalk.crosswalk()
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

/// A plugin whose description is well but for the framework was made for another assessment:
/// none of its sources would be found, and one reason says more than one for each.
fn other_framework(compiled: &Compiled, description: &Description) -> Option<Error> {
    let catalogue = &*compiled.catalogue;
    let faults = check::<String, Vec<String>>(catalogue, description, &[], &[]);
    let mut places =
        faults.iter().map(|fault| fault.place).filter(|place| *place != Place::Targets);
    if places.next() != Some(Place::Description("source_framework")) || places.next().is_some() {
        return None;
    }
    let (found, wanted) = (quoted(&description.source_framework), quoted(catalogue.id()));
    let problem = problem!("E-FRAMEWORK", "plugin", found = found, wanted = wanted);
    Some(Error::new(&compiled.name, Phase::Validate, problem))
}
