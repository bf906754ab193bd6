//! What all steps take together, by phase and by who has the work, and when the stages can be.

use alloc::vec::Vec;

use super::work::Figure;
use super::{Known, Phase, Step};
use crate::effort::{Calendar, Left, Range, Role, Situation, calendar, sum};

/// A day's work more in a week.
const ONE_DAY_CD: u32 = 100;

/// Steps that are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// How many they are.
    pub steps: usize,
    /// What they take together.
    pub range: Range,
}

/// What a roadmap comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Everything.
    pub whole: Total,
    /// Phase by phase, all five.
    pub phases: Vec<(Phase, Total)>,
    /// By who has most of the work, where the model says.
    pub roles: Vec<(Role, Total)>,
    /// The steps that a condition names that blocks stage 1.
    pub stage_1: Total,
    /// Those that only a condition of stage 2 names.
    pub stage_2: Total,
    /// The weeks that it takes; nothing where nothing is to be done.
    pub calendar: Option<Calendar>,
    /// The same with a day more in each week.
    pub faster: Option<Calendar>,
}

/// What the figures rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumptions {
    /// What is known of the organization, and which questions are open.
    pub situation: Situation,
    /// Whether somebody has said how much can be done in a week.
    pub is_capacity_known: bool,
    /// How many steps rest on the starting maturity, since nobody has looked.
    pub not_assessed: usize,
    /// For how many a person gave the figure.
    pub reckoned: usize,
    /// Of how many nobody has said what they take, and the model does not know.
    pub unknown: usize,
    /// How many actions have no figure: they count nothing, what they bring about counts.
    pub silent_actions: usize,
}

fn total<'s, 'd: 's>(steps: impl Iterator<Item = &'s Step<'d>>) -> Total {
    let ranges: Vec<Range> = steps.map(|step| step.work.range).collect();
    Total { steps: ranges.len(), range: sum(ranges) }
}

pub(super) fn totals(steps: &[Step<'_>], situation: &Situation) -> Totals {
    let phases = Phase::WORDS
        .iter()
        .map(|(_, phase)| (*phase, total(steps.iter().filter(|step| step.phase == *phase))));
    let role = |step: &Step<'_>| match step.work.figure {
        Figure::CountedIn(_) => None,
        _ => step.node.row.map(|row| row.role),
    };
    let roles = Role::WORDS
        .iter()
        .map(|(_, it)| (*it, total(steps.iter().filter(|step| role(step) == Some(*it)))));
    let gate = |is_stage_1: bool| {
        let named = steps.iter().filter(|step| !step.priority.conditions.is_empty());
        total(named.filter(|step| step.priority.is_stage_1 == is_stage_1))
    };
    let whole = total(steps.iter());
    let is_any = !steps.is_empty();
    let calendar_of = |more_cd: u32| {
        let normal = calendar(situation, &whole.range);
        if more_cd == 0 {
            return normal;
        }
        let capacity_cd_week = normal.capacity_cd_week.saturating_add(more_cd);
        let situation = Situation { capacity_cd_week: Some(capacity_cd_week), ..situation.clone() };
        calendar(&situation, &whole.range)
    };
    Totals {
        whole,
        phases: phases.collect(),
        roles: roles.filter(|(_, total)| total.steps > 0).collect(),
        stage_1: gate(true),
        stage_2: gate(false),
        calendar: is_any.then(|| calendar_of(0)),
        faster: is_any.then(|| calendar_of(ONE_DAY_CD)),
    }
}

pub(super) fn assumptions(
    known: &Known<'_, '_>,
    steps: &[Step<'_>],
    situation: Situation,
) -> Assumptions {
    let count = |is: &dyn Fn(&Step<'_>) -> bool| steps.iter().filter(|step| is(step)).count();
    Assumptions {
        is_capacity_known: situation.capacity_cd_week.is_some(),
        situation,
        not_assessed: count(&|step| matches!(step.work.figure, Figure::Row(_, _, Left::Assumed))),
        reckoned: count(&|step| matches!(step.work.figure, Figure::Reckoned(_))),
        unknown: count(&|step| step.work.figure == Figure::Unknown),
        silent_actions: count(&|step| {
            let action = known.risks.system.actions.get(step.node.place);
            step.node.kind == crate::assessment::StepKind::Action
                && step.work.figure == Figure::Elsewhere
                && action.is_some()
        }),
    }
}
