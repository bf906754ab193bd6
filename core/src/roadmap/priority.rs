//! How much comes of a step: a convention for sorting, and never an amount of risk.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::Known;
use super::node::Node;
use crate::assessment::{Grade, Mode, StepKind};
use crate::effort::Class;
use crate::facts::{ControlPlace, Remains};
use crate::gate::{Condition, Place, Verdict};
use crate::risk::Evaluation;

/// The most points of a part.
const POINTS_MAX: u32 = 1_000;
/// The parts of a millionth in which lifts are given.
const MILLION: u64 = 1_000_000;

/// A part of a priority: points times the weight that the mode gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// From 0 to 1,000.
    pub points: u32,
    /// What they count.
    pub weight: u32,
}

impl Part {
    /// What it adds.
    pub fn product(self) -> u32 {
        self.points * self.weight
    }
}

/// The priority of a step, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priority {
    /// What it does for the stages of an audit.
    pub gate: Part,
    /// The conditions that block and name it.
    pub conditions: Vec<&'static str>,
    /// Whether one of them is of stage 1.
    pub is_stage_1: bool,
    /// What it does about risks.
    pub risk: Part,
    /// The open risks that it serves, by their places, with the points of each.
    pub risks: Vec<(usize, u32)>,
    /// What it does for other frameworks.
    pub leverage: Part,
    /// How little it takes.
    pub ease: Part,
    /// The class of effort by which that is judged.
    pub class: Option<Class>,
    /// How soon it is due.
    pub urgency: Part,
    /// How many days are left until then; less than none where it is overdue.
    pub days_left: Option<i64>,
}

impl Priority {
    /// All parts together.
    pub fn sum(&self) -> u32 {
        let parts = [self.gate, self.risk, self.leverage, self.ease, self.urgency];
        parts.into_iter().map(Part::product).sum()
    }
}

/// What gate, risk, leverage and ease count in a mode; urgency counts once in all.
fn weights(mode: Mode) -> [u32; 4] {
    match mode {
        Mode::Certify => [4, 3, 1, 1],
        Mode::Establish => [3, 4, 1, 1],
        Mode::ManageByRisk => [1, 5, 1, 1],
        Mode::Demonstrate => [2, 3, 3, 1],
        Mode::Guidance | Mode::Improve | Mode::Reference | Mode::NoCertificate => [0, 4, 2, 2],
    }
}

/// What the priorities of all steps are reckoned from.
pub(super) struct Scores<'k, 'd> {
    known: &'k Known<'d, 'k>,
    weights: [u32; 4],
    /// Which blocking conditions name something, and whether they are those of stage 1.
    named: BTreeMap<(StepKind, &'k str), Vec<(&'static str, bool)>>,
    /// The points of each open risk, by its place.
    risks: Vec<Option<u32>>,
}

impl<'k, 'd> Scores<'k, 'd> {
    pub(super) fn of(known: &'k Known<'d, 'k>) -> Scores<'k, 'd> {
        let mut named: BTreeMap<(StepKind, &str), Vec<(&'static str, bool)>> = BTreeMap::new();
        if let Some(gates) = known.gates {
            let stages = [(&gates.stage_1, true), (&gates.stage_2, false)];
            for (gate, is_first) in stages {
                for condition in &gate.conditions {
                    for (kind, id) in blocking(condition) {
                        let all = named.entry((kind, id)).or_default();
                        if !all.contains(&(condition.id, is_first)) {
                            all.push((condition.id, is_first));
                        }
                    }
                }
            }
        }
        let risks = known.evaluations.iter().map(|it| points(known, it));
        let weights = weights(known.risks.system.mode());
        Scores { known, weights, named, risks: risks.collect() }
    }

    /// The priority of a step. `is_reckoned`: a person gave its effort, so that no class says how
    /// easy it is.
    pub(super) fn priority(&self, node: &Node<'_>, is_reckoned: bool) -> Priority {
        let named = self.named.get(&(node.kind, node.id)).map_or(&[][..], |all| all);
        let risks = self.served(node);
        let class = node.row.map(|row| row.initial).filter(|_| !is_reckoned);
        let due = node.due.map(|due| due.days() - self.known.risks.today.days());
        let points = [
            self.gate(node, named),
            risks.iter().map(|(_, points)| *points).sum::<u32>().min(POINTS_MAX),
            self.leverage(node),
            ease(class),
        ];
        let mut parts = points.into_iter().zip(self.weights);
        let mut part = || {
            let (points, weight) = parts.next().unwrap_or_default();
            Part { points, weight }
        };
        Priority {
            gate: part(),
            conditions: named.iter().map(|(id, _)| *id).collect(),
            is_stage_1: named.iter().any(|(_, is_first)| *is_first),
            risk: part(),
            risks,
            leverage: part(),
            ease: part(),
            class,
            urgency: Part { points: due.map_or(0, urgency), weight: 1 },
            days_left: due,
        }
    }

    fn gate(&self, node: &Node<'_>, named: &[(&'static str, bool)]) -> u32 {
        let by_condition = match named {
            [] => 0,
            named if named.iter().any(|(_, is_first)| *is_first) => 1_000,
            _ => 600,
        };
        let entry = self.known.risks.system.nonconformities.get(node.place);
        let by_grade = match entry.filter(|_| node.kind == StepKind::Nonconformity) {
            Some(entry) if entry.grade == Grade::Major => 800,
            Some(_) => 400,
            None => 0,
        };
        by_grade.max(by_condition)
    }

    /// The open risks that a step serves, each once, in the register's order.
    fn served(&self, node: &Node<'_>) -> Vec<(usize, u32)> {
        let ledger = self.known.risks.ledger;
        let treats = |control: ControlPlace| ledger.uses(control).treats.iter().copied();
        let mut risks: Vec<usize> = match node.kind {
            StepKind::Risk => [node.place].into(),
            StepKind::Item => treats(node.place).collect(),
            StepKind::Action => ledger.actions.get(node.place).map_or_else(Vec::new, |action| {
                let by_controls = action.controls.iter().flat_map(|it| treats(*it));
                action.risks.iter().copied().chain(by_controls).collect()
            }),
            StepKind::Nonconformity | StepKind::Document => Vec::new(),
        };
        risks.sort_unstable();
        risks.dedup();
        let open = risks.into_iter();
        open.filter_map(|risk| Some((risk, (*self.risks.get(risk)?)?))).collect()
    }

    fn leverage(&self, node: &Node<'_>) -> u32 {
        let lift = self.known.lifts.get(node.place).filter(|_| node.kind == StepKind::Item);
        let lifted_bp = lift.map_or(0, |lift| lift / MILLION);
        u32::try_from(lifted_bp.saturating_mul(5)).unwrap_or(u32::MAX).min(POINTS_MAX)
    }
}

/// The steps that a blocking condition names where it blocks.
fn blocking(condition: &Condition) -> impl Iterator<Item = (StepKind, &str)> {
    let grounds = condition.grounds.iter().filter(|it| it.verdict == Verdict::Blocks);
    grounds.flat_map(|ground| {
        let kind = match (condition.place, ground.word) {
            (Place::Documents, _) => Some(StepKind::Document),
            (Place::Risks, "overdue") => Some(StepKind::Action),
            (Place::Risks, _) => Some(StepKind::Risk),
            (Place::Statement | Place::Questions, _) | (_, "unrecorded") => Some(StepKind::Item),
            (Place::Nonconformities, _) => Some(StepKind::Nonconformity),
            (Place::Scope | Place::Criteria | Place::Events, _) => None,
        };
        let named = ground.named.iter();
        named.filter_map(move |named| Some((kind?, named.id.as_str())))
    })
}

/// What doing something about a risk counts; nothing of one about which nothing is open.
fn points(known: &Known<'_, '_>, it: &Evaluation) -> Option<u32> {
    let scale = known.risks.ledger.scale.as_ref().filter(|_| it.state.is_open())?;
    let exposure = it.exposure?;
    let level = |left: Remains| left.level().map_or(-1, i32::from);
    let points = if it.is_decided {
        let planned = it.planned?;
        let crosses = scale.is_above(exposure) && !scale.is_above(planned);
        100 * (level(exposure) - level(planned)).max(0) + if crosses { 300 } else { 0 }
    } else {
        300 + 100 * (level(exposure) - i32::from(scale.line)).max(0)
    };
    u32::try_from(points).ok()
}

/// What takes little is easy; of what nobody knows, something between is said.
fn ease(class: Option<Class>) -> u32 {
    match class {
        Some(Class::Zero | Class::Xs | Class::S) => 1_000,
        Some(Class::M) | None => 600,
        Some(Class::L) => 300,
        Some(Class::Xl) => 0,
    }
}

fn urgency(days_left: i64) -> u32 {
    match days_left {
        ..0 => 1_000,
        0..=30 => 600,
        31..=90 => 300,
        _ => 0,
    }
}
