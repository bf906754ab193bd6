//! The roadmap: everything that is to be done in one order, with the reason for each position, what
//! each step takes, and what all of it comes to.
//!
//! Steps are what stands below its target: requirements and controls, documents, risks about which
//! somebody has to decide, actions and nonconformities. `docs/rules-roadmap.md` gives every rule.

mod edge;
mod graph;
mod node;
mod order;
mod plan;
mod priority;
mod text;
mod total;
mod work;

use alloc::vec::Vec;

use crate::effort::{Row, Situation, rows};
use crate::gate::Gates;
use crate::risk::{Evaluation, Risks, label_order};
use annexa_vocabulary::words;

pub use crate::assessment::StepKind;
pub use edge::Because;
pub use graph::Graph;
pub use node::Node;
pub use order::{Order, Weight, order};
pub use plan::{Dependency, dependencies};
pub use priority::{Part, Priority};
pub use text::{Rate, Told, days};
pub use total::{Assumptions, Total, Totals};
pub use work::{Figure, Work};

use edge::Edge;
use graph::at;

words! {
    /// The parts of the way, in order.
    Phase {
        /// Context, roles, means, and the method of risk.
        Foundation = "foundation",
        /// Risks, their treatment, objectives.
        Decide = "decide",
        /// Controls and actions.
        Build = "build",
        /// Running it and measuring it.
        Operate = "operate",
        /// Audit, review, correction.
        Check = "check",
    }
}

impl Phase {
    /// From 1 on.
    pub fn number(self) -> u32 {
        match self {
            Phase::Foundation => 1,
            Phase::Decide => 2,
            Phase::Build => 3,
            Phase::Operate => 4,
            Phase::Check => 5,
        }
    }
}

words! {
    /// In what a step differs first from the next one in the order.
    Ahead {
        /// The next one waits for it.
        Waited = "waited",
        /// Its phase comes earlier.
        Phase = "phase",
        /// More comes of it, or of something that waits for it.
        Inherited = "inherited",
        /// More comes of it itself.
        Priority = "priority",
        /// It takes less if things go badly.
        Effort = "effort",
        /// What kind of step it is.
        Kind = "kind",
        /// The order of the catalogue, or that of labels.
        Place = "place",
        /// The id.
        Id = "id",
        /// There is no next one.
        Last = "last",
    }
}

/// What a roadmap is made from.
#[derive(Debug, Clone, Copy)]
pub struct Known<'d, 'k> {
    /// Registers, facts and the day.
    pub risks: Risks<'d>,
    /// Every risk on that day.
    pub evaluations: &'k [Evaluation],
    /// The gates on that day.
    pub gates: Option<&'k Gates>,
    /// Whether the approval of the Statement of Applicability holds.
    pub is_soa_approved: bool,
    /// For each item, by its place, how much it lifts other frameworks: the sum over them, in
    /// millionths of a basis point. Empty where no results of crosswalks are there.
    pub lifts: &'k [u64],
    /// What can be done in a week, in cd, where it is another than the context says.
    pub capacity_cd_week: Option<u32>,
}

/// A step that another waits for, or the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The position of the other step in the order.
    pub step: usize,
    /// Why the one comes before the other.
    pub because: Because,
}

/// A position in the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<'d> {
    /// What is to be done.
    pub node: Node<'d>,
    /// The phase in which it is done.
    pub phase: Phase,
    /// Where that is later than its own: the position of a step that it waits for.
    pub phase_by: Option<usize>,
    /// What comes of it.
    pub priority: Priority,
    /// The largest priority among this one and all that waits for it.
    pub inherited: u32,
    /// Where that is another's: the position of the one.
    pub pulled_by: Option<usize>,
    /// What it waits for, in the order.
    pub waits_for: Vec<Link>,
    /// What waits for it, in the order.
    pub unlocks: Vec<Link>,
    /// What it takes.
    pub work: Work<'d>,
    /// In what it beats the next one.
    pub ahead: Ahead,
}

/// Everything that is to be done, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roadmap<'d> {
    /// The steps, first things first.
    pub steps: Vec<Step<'d>>,
    /// The circles that people made, each with its members; between them no order holds.
    pub circles: Vec<Vec<Node<'d>>>,
    /// What it comes to.
    pub totals: Totals,
    /// What the figures rest on.
    pub assumptions: Assumptions,
}

impl<'d> Known<'d, '_> {
    /// The row of the model of effort.
    fn row(&self, id: &str) -> Option<&'static Row> {
        rows(self.risks.catalogue).iter().find(|row| row.id == id)
    }

    /// The document that stands and falls with the approval of the Statement of Applicability.
    fn soa_document(&self) -> Option<(&'static str, bool)> {
        let method = crate::method::Method::of(self.risks.catalogue);
        method.map(|method| (method.soa_document, self.is_soa_approved))
    }
}

/// The roadmap of an assessment on a day.
pub fn roadmap<'d>(known: &Known<'d, '_>) -> Roadmap<'d> {
    let nodes = node::nodes(known);
    let edges = edge::edges(known, &nodes);
    let pairs: Vec<(usize, usize)> = edges.iter().map(|(first, then, _)| (*first, *then)).collect();
    let (graph, circles) = Graph::new(nodes.len(), &pairs).opened();
    let mut situation = Situation::of(&known.risks.system.context);
    situation.capacity_cd_week = known.capacity_cd_week.or(situation.capacity_cd_week);
    let reckoned = work::reckonings(known);
    let works = work::works(known, &situation, &nodes, &edges, &reckoned);
    let scores = priority::Scores::of(known);
    let priorities = nodes
        .iter()
        .map(|node| scores.priority(node, reckoned.contains_key(&(node.kind, node.id))));
    let priorities: Vec<Priority> = priorities.collect();
    let weights = nodes.iter().zip(&priorities).zip(&works).map(|((node, priority), work)| {
        Weight { base: node.base, priority: priority.sum(), high_cd: work.range.high_cd }
    });
    let order = order(&graph, &weights.collect::<Vec<_>>());
    let steps = Positions::of(&order, &graph, &edges).steps(&nodes, priorities, &works);
    let circle = |circle: &Vec<usize>| {
        circle.iter().filter_map(|node| nodes.get(*node).copied()).collect::<Vec<Node<'d>>>()
    };
    Roadmap {
        circles: circles.iter().map(circle).collect(),
        totals: total::totals(&steps, &situation),
        assumptions: total::assumptions(known, &steps, situation),
        steps,
    }
}

/// The circles alone, which is what the checks look for.
pub(crate) fn circles<'d>(known: &Known<'d, '_>) -> Vec<Vec<Node<'d>>> {
    let nodes = node::nodes(known);
    let edges = edge::edges(known, &nodes);
    let pairs: Vec<(usize, usize)> = edges.iter().map(|(first, then, _)| (*first, *then)).collect();
    let (_, circles) = Graph::new(nodes.len(), &pairs).opened();
    let node = |place: &usize| nodes.get(*place).copied();
    circles.iter().map(|circle| circle.iter().filter_map(node).collect()).collect()
}

/// Turns numbers of steps into positions in the order.
struct Positions<'o> {
    order: &'o Order,
    graph: &'o Graph,
    edges: &'o [Edge],
    /// The position of each step, by its number.
    of: Vec<usize>,
}

impl<'o> Positions<'o> {
    fn of(order: &'o Order, graph: &'o Graph, edges: &'o [Edge]) -> Positions<'o> {
        let mut of = alloc::vec![0; graph.len()];
        for (position, step) in order.steps.iter().enumerate() {
            graph::set(&mut of, *step, position);
        }
        Positions { order, graph, edges, of }
    }

    fn because(&self, first: usize, then: usize) -> Option<Because> {
        let found =
            self.edges.binary_search_by(|(one, other, _)| (*one, *other).cmp(&(first, then)));
        self.edges.get(found.ok()?).map(|(_, _, because)| *because)
    }

    fn links(&self, step: usize, others: &[usize], is_before: bool) -> Vec<Link> {
        let links = others.iter().filter_map(|other| {
            let (first, then) = if is_before { (*other, step) } else { (step, *other) };
            Some(Link { step: at(&self.of, *other), because: self.because(first, then)? })
        });
        let mut links: Vec<Link> = links.collect();
        links.sort_by_key(|link| link.step);
        links
    }

    fn steps<'d>(
        &self,
        nodes: &[Node<'d>],
        priorities: Vec<Priority>,
        works: &[Work<'d>],
    ) -> Vec<Step<'d>> {
        let mut priorities: Vec<Option<Priority>> = priorities.into_iter().map(Some).collect();
        let mut steps: Vec<Step<'d>> = Vec::with_capacity(nodes.len());
        for number in &self.order.steps {
            let number = *number;
            let (Some(node), Some(work)) = (nodes.get(number), works.get(number)) else { continue };
            let Some(priority) = priorities.get_mut(number).and_then(Option::take) else {
                continue;
            };
            let phase = self.order.phases.get(number).copied().unwrap_or(node.base);
            let waits_for = self.links(number, self.graph.before(number), true);
            let late = waits_for
                .iter()
                .find(|link| steps.get(link.step).is_some_and(|first| first.phase == phase));
            let origin = at(&self.order.origins, number);
            steps.push(Step {
                node: *node,
                phase,
                phase_by: late.filter(|_| phase > node.base).map(|link| link.step),
                inherited: at(&self.order.inherited, number),
                pulled_by: (origin != number).then(|| at(&self.of, origin)),
                unlocks: self.links(number, self.graph.after(number), false),
                waits_for,
                work: self.moved(*work),
                priority,
                ahead: Ahead::Last,
            });
        }
        let ahead: Vec<Ahead> =
            steps.windows(2).enumerate().map(|(position, pair)| ahead(pair, position)).collect();
        for (step, ahead) in steps.iter_mut().zip(ahead) {
            step.ahead = ahead;
        }
        steps
    }

    /// An effort that names a step by its position.
    fn moved<'d>(&self, work: Work<'d>) -> Work<'d> {
        match work.figure {
            Figure::CountedIn(action) => {
                Work { figure: Figure::CountedIn(at(&self.of, action)), ..work }
            }
            _ => work,
        }
    }
}

/// In what a step beats the one behind it.
fn ahead(pair: &[Step<'_>], position: usize) -> Ahead {
    let [one, next] = pair else { return Ahead::Last };
    let is_waited = next.waits_for.iter().any(|link| link.step == position);
    let sums = (one.priority.sum(), next.priority.sum());
    let steps = [
        (Ahead::Waited, is_waited),
        (Ahead::Phase, one.phase != next.phase),
        (Ahead::Inherited, one.inherited != next.inherited),
        (Ahead::Priority, sums.0 != sums.1),
        (Ahead::Effort, one.work.range.high_cd != next.work.range.high_cd),
        (Ahead::Kind, one.node.kind != next.node.kind),
        (Ahead::Place, is_elsewhere(&one.node, &next.node)),
    ];
    let differs = steps.into_iter().find(|(_, differs)| *differs);
    differs.map_or(Ahead::Id, |(ahead, _)| ahead)
}

/// Whether two steps of a kind stand apart by more than their ids.
fn is_elsewhere(one: &Node<'_>, next: &Node<'_>) -> bool {
    match one.kind {
        StepKind::Document => true,
        // Items of the catalogue, of which it is known how much is left, have places of their own.
        StepKind::Item if one.left.is_some() || next.left.is_some() => true,
        _ => label_order(one.label, next.label).is_ne(),
    }
}

#[cfg(test)]
mod tests;
