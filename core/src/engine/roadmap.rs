//! The roadmap of the assessment, and what a person reckons with for its steps.

use alloc::string::String;
use alloc::vec::Vec;

use super::edit::Unit;
use super::{Done, Engine};
use crate::assessment::{Reckoned, Register, StepKind};
use crate::facts::control_place;
use crate::gate::Gates;
use crate::lint::{Lint, roadmap_circle};
use crate::over::{Overview, over};
use crate::problem::{Date, Problem, Problems, problem, quoted};
use crate::record::Listed as _;
use crate::risk::Evaluation;
use crate::roadmap::{Known, Roadmap, circles, roadmap};

/// What a roadmap is asked with, beside the day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plan<'a> {
    /// For each item, by its place, how much it lifts other frameworks, in millionths of a basis
    /// point; empty where nothing is known of that.
    pub lifts: &'a [u64],
    /// What can be done in a week, in cd, where it is another than the context says.
    pub capacity_cd_week: Option<u32>,
}

impl Engine {
    /// Everything that is to be done on a day, in order.
    pub fn roadmap(&self, today: Date, plan: Plan<'_>) -> Roadmap<'_> {
        roadmap(&Known {
            risks: self.risks(today),
            evaluations: &self.evaluations(today),
            gates: self.gates(today).as_deref(),
            is_soa_approved: self.soa_approved(today).is_valid(),
            lifts: plan.lifts,
            capacity_cd_week: plan.capacity_cd_week,
        })
    }

    /// The same for whoever has looked at risks and gates already.
    pub(crate) fn roadmap_beside(
        &self,
        today: Date,
        evaluations: &[Evaluation],
        gates: Option<&Gates>,
    ) -> Roadmap<'_> {
        roadmap(&Known {
            risks: self.risks(today),
            evaluations,
            gates,
            is_soa_approved: self.soa_approved(today).is_valid(),
            lifts: &[],
            capacity_cd_week: None,
        })
    }

    /// What could be simplified on a day, and what is left alone.
    pub fn over(&self, today: Date) -> Overview {
        over(&self.risks(today), &*self.document)
    }

    /// The circles that people made among the steps of a day.
    pub(super) fn roadmap_lints(&self, today: Date) -> Vec<Lint> {
        // There is none without an action.
        if self.system().actions.is_empty() {
            return Vec::new();
        }
        let circles = circles(&Known {
            risks: self.risks(today),
            evaluations: &self.evaluations(today),
            gates: None,
            is_soa_approved: false,
            lifts: &[],
            capacity_cd_week: None,
        });
        let mode = self.system().mode();
        circles.iter().filter_map(|circle| roadmap_circle(circle, mode)).collect()
    }

    /// Sets what a person reckons with for a step, in the place of the model's figure, or takes
    /// that back.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID` or `E-UNKNOWN-ENTRY` for a step that there cannot be, and the codes of a
    /// file's fields. Nothing changes then.
    pub fn set_effort(
        &mut self,
        kind: StepKind,
        id: &str,
        reckoned: Option<(u32, String, String)>,
    ) -> Result<Done, Problems> {
        let own = Reckoned {
            kind,
            id: id.parse()?,
            likely_cd: None,
            by: String::new(),
            on: self.today,
            why: String::new(),
        };
        let Some(key) = own.key() else { return Ok(Done::only(Unit::default())) };
        let mut unit = Unit::default();
        match reckoned {
            None => unit.effort(key, None),
            Some((likely_cd, by, why)) => {
                self.must_be_step(&own)?;
                unit.effort(key, Some(Reckoned { likely_cd: Some(likely_cd), by, why, ..own }));
            }
        }
        self.commit(unit).map(Done::only)
    }

    fn must_be_step(&self, own: &Reckoned) -> Result<(), Problem> {
        let (catalogue, system, id) = (self.document.catalogue(), self.system(), own.id.as_str());
        let is_there = match own.kind {
            StepKind::Item => {
                control_place(catalogue, system, &own.id).is_some()
                    || catalogue.find(id).is_some_and(|item| item.is_assessed())
            }
            StepKind::Document => catalogue.documents().iter().any(|it| it.id() == id),
            StepKind::Risk => system.place(Register::Risk, id).is_some(),
            StepKind::Action => system.place(Register::Action, id).is_some(),
            StepKind::Nonconformity => system.place(Register::Nonconformity, id).is_some(),
        };
        if is_there { Ok(()) } else { Err(problem!("E-UNKNOWN-ID", "step", id = quoted(id))) }
    }
}
