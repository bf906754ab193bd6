//! The criteria of risk are set as one, and what that changes is shown before.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

use super::Engine;
use super::edit::Unit;
use super::entry::Done;
use crate::assessment::{Criteria, Entry, Estimate, Register, Risk};
use crate::id::Id;
use crate::problem::Date;
use crate::problem::{Problem, Problems, problem, quoted};
use crate::risk::{Crossing, crossings};

/// Which step of the new criteria stands for one that goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Steps of likelihood, old and new.
    pub likelihood: Vec<(Id, Id)>,
    /// Steps of consequence, old and new.
    pub consequence: Vec<(Id, Id)>,
}

impl Engine {
    /// Sets the criteria, or takes them away. Risks keep the steps whose words stay; a step that
    /// goes and is used needs another in its place.
    ///
    /// # Errors
    ///
    /// `E-MATRIX-HOLE`, `E-MATRIX-ORDER`, `E-CRITERIA`; `E-STEP-IN-USE` for each step that goes
    /// and has no other.
    pub fn set_criteria(
        &mut self,
        criteria: Option<Criteria>,
        mapping: &Mapping,
    ) -> Result<Done, Problems> {
        let (ids, unit) = self.criteria_unit(criteria, mapping)?;
        let undo = self.commit(unit)?;
        Ok(Done { ids, dropped: Vec::new(), undo })
    }

    /// What other criteria would change, risk by risk. Nothing is changed.
    ///
    /// # Errors
    ///
    /// As [`Engine::set_criteria`].
    pub fn preview_criteria(
        &self,
        criteria: Criteria,
        mapping: &Mapping,
        today: Date,
    ) -> Result<Vec<Crossing>, Problems> {
        let mut after = self.clone();
        // A step without another in its place is shown as one that cannot be read any more.
        let (_, unit) = match after.criteria_unit(Some(criteria.clone()), mapping) {
            Err(problems) if problems.0.iter().all(|it| it.code == "E-STEP-IN-USE") => {
                let mut unit = Unit::default();
                unit.criteria(Some(criteria));
                (Vec::new(), unit)
            }
            other => other?,
        };
        after.commit(unit)?;
        Ok(crossings(&self.risks(today), &after.risks(today)))
    }

    fn criteria_unit(
        &self,
        criteria: Option<Criteria>,
        mapping: &Mapping,
    ) -> Result<(Vec<Id>, Unit), Problems> {
        let words = |of: fn(&Criteria) -> &Vec<crate::assessment::Step>,
                     criteria: Option<&Criteria>| {
            criteria.map_or(Vec::new(), |it| of(it).iter().map(|step| step.word.clone()).collect())
        };
        let old = self.document.system().criteria.as_ref();
        let mut steps = [
            Steps::of("likelihood", words(|it| &it.likelihood, old), &mapping.likelihood),
            Steps::of("consequence", words(|it| &it.consequence, old), &mapping.consequence),
        ];
        let new = [
            words(|it| &it.likelihood, criteria.as_ref()),
            words(|it| &it.consequence, criteria.as_ref()),
        ];
        for (steps, new) in steps.iter_mut().zip(new) {
            steps.new = new;
        }
        let mut problems: Vec<Problem> = steps.iter().flat_map(Steps::bad_targets).collect();
        let mut ids = Vec::new();
        let mut unit = Unit::default();
        for risk in &self.document.system().risks {
            let mut mapped = risk.clone();
            for estimate in estimates(&mut mapped) {
                let (likelihood, consequences) = estimate.steps_mut();
                let [likelihoods, of_consequence] = &mut steps;
                likelihood.into_iter().for_each(|word| likelihoods.map(word));
                consequences.for_each(|word| of_consequence.map(word));
            }
            if mapped != *risk {
                ids.push(risk.id.clone());
                unit.entry(Register::Risk, risk.id.clone(), Some(Entry::from(mapped)));
            }
        }
        problems.extend(steps.iter().flat_map(Steps::in_use));
        unit.criteria(criteria);
        if problems.is_empty() { Ok((ids, unit)) } else { Err(Problems(problems)) }
    }
}

fn estimates(risk: &mut Risk) -> impl Iterator<Item = &mut Estimate> {
    [&mut risk.inherent, &mut risk.current, &mut risk.treatment.residual].into_iter().flatten()
}

/// The steps of one scale while criteria change.
struct Steps<'m> {
    name: &'static str,
    old: Vec<Id>,
    new: Vec<Id>,
    mapping: &'m [(Id, Id)],
    /// How often a step is used that goes without another in its place.
    used: BTreeMap<Id, usize>,
}

impl<'m> Steps<'m> {
    fn of(name: &'static str, old: Vec<Id>, mapping: &'m [(Id, Id)]) -> Steps<'m> {
        Steps { name, old, new: Vec::new(), mapping, used: BTreeMap::new() }
    }

    /// Brings a step to the new scale.
    fn map(&mut self, word: &mut Id) {
        if self.new.contains(word) {
            return;
        }
        match self.mapping.iter().find(|(old, _)| old == word) {
            Some((_, new)) => *word = new.clone(),
            // What nobody could read before is kept as it is.
            None if !self.old.contains(word) => {}
            None => *self.used.entry(word.clone()).or_default() += 1,
        }
    }

    fn bad_targets(&self) -> Vec<Problem> {
        let bad = self.mapping.iter().filter(|(_, new)| !self.new.contains(new));
        let problem = bad.map(|(_, new)| {
            let unknown = problem!("E-CRITERIA", "mapping", word = quoted(new.as_str()));
            unknown.at(format!("mapping.{}", self.name))
        });
        problem.collect()
    }

    fn in_use(&self) -> Vec<Problem> {
        let problem = self.used.iter().map(|(word, count)| {
            let word = quoted(word.as_str());
            let used = problem!("E-STEP-IN-USE", word = word, count = *count);
            used.at(format!("criteria.{}", self.name))
        });
        problem.collect()
    }
}
