//! What each step takes, and where the figure comes from. Nothing is counted twice.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use super::Known;
use super::edge::{Because, Edge};
use super::graph::{at, set};
use super::node::Node;
use crate::assessment::{Reckoned, StepKind};
use crate::effort::{Chain, Left, Range, Row, Situation, chain};

/// Where the effort of a step comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure<'d> {
    /// The model's row, its factors, and what is left to do.
    Row(&'static Row, Chain, Left),
    /// A person reckons with it.
    Reckoned(&'d Reckoned),
    /// The action says so.
    Said,
    /// It is counted in an action, by the number of its step.
    CountedIn(usize),
    /// Deciding and correcting are counted elsewhere.
    Elsewhere,
    /// Nobody has said, and the model knows nothing of it.
    Unknown,
}

/// The effort of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work<'d> {
    /// What it takes.
    pub range: Range,
    /// Where that comes from.
    pub figure: Figure<'d>,
}

/// What a person reckons with, by kind and id.
pub(super) type Reckonings<'d> = BTreeMap<(StepKind, &'d str), &'d Reckoned>;

pub(super) fn reckonings<'d>(known: &Known<'d, '_>) -> Reckonings<'d> {
    let efforts = known.risks.system.efforts.iter();
    efforts.map(|it| ((it.kind, it.id.as_str()), it)).collect()
}

/// The effort of every step, by its number.
pub(super) fn works<'d>(
    known: &Known<'d, '_>,
    situation: &Situation,
    nodes: &[Node<'d>],
    edges: &[Edge],
    reckoned: &Reckonings<'d>,
) -> Vec<Work<'d>> {
    let mut works: Vec<Work<'d>> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let own = reckoned.get(&(node.kind, node.id)).copied();
        let likely_cd = own.and_then(|own| own.likely_cd);
        works.push(match (own, likely_cd) {
            (Some(own), Some(likely_cd)) => {
                Work { range: Range::of_likely(likely_cd), figure: Figure::Reckoned(own) }
            }
            _ => work(known, situation, node),
        });
    }
    // What an action says that it takes stands for what it brings about.
    let mut counted_in: Vec<Option<usize>> = vec![None; nodes.len()];
    for (step, then, because) in edges {
        let says = works.get(*step).map(|work| work.figure);
        let is_said = matches!(says, Some(Figure::Said | Figure::Reckoned(_)));
        if is_said && *because == Because::BroughtAbout && at(&counted_in, *then).is_none() {
            set(&mut counted_in, *then, Some(*step));
        }
    }
    for (work, action) in works.iter_mut().zip(counted_in) {
        let is_own = matches!(work.figure, Figure::Reckoned(_));
        if let Some(action) = action.filter(|_| !is_own) {
            *work = Work { range: Range::default(), figure: Figure::CountedIn(action) };
        }
    }
    works
}

/// What a step takes by itself.
fn work<'d>(known: &Known<'d, '_>, situation: &Situation, node: &Node<'d>) -> Work<'d> {
    let nothing = |figure| Work { range: Range::default(), figure };
    match (node.kind, node.row, node.left) {
        (StepKind::Action, ..) => {
            let action = known.risks.system.actions.get(node.place);
            match action.and_then(|action| action.effort_cd) {
                Some(likely_cd) => {
                    Work { range: Range::of_likely(likely_cd), figure: Figure::Said }
                }
                None => nothing(Figure::Elsewhere),
            }
        }
        (StepKind::Risk | StepKind::Nonconformity, ..) => nothing(Figure::Elsewhere),
        (_, Some(row), Some(left)) => {
            let chain = chain(situation, row.driver, left);
            Work { range: chain.initial(row.initial), figure: Figure::Row(row, chain, left) }
        }
        _ => nothing(Figure::Unknown),
    }
}
