//! The order of steps: phases, the priority that a step takes over from what waits for it, and
//! then always the first of those that are ready.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::Phase;
use super::graph::{Graph, at, set};

/// What a step is sorted by. What is equal in all of it stands by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The phase in which it would be without what it waits for.
    pub base: Phase,
    /// How much comes of it.
    pub priority: u32,
    /// Its effort if things go badly, in cd.
    pub high_cd: u64,
}

/// Steps in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The numbers of the steps, first things first.
    pub steps: Vec<usize>,
    /// The phase of each step, by its number.
    pub phases: Vec<Phase>,
    /// The largest priority of each step and of everything that waits for it, by its number.
    pub inherited: Vec<u32>,
    /// Whose priority that is, by the number of the step.
    pub origins: Vec<usize>,
}

/// Orders the steps of a graph without circles; whatever stands in one is left out. Every step
/// stands behind what it waits for, and phases never go back.
pub fn order(graph: &Graph, weights: &[Weight]) -> Order {
    let chain = chain(graph, |_| 0);
    let weight = |step: usize| weights.get(step).copied();
    let base = weights.iter().map(|weight| weight.base);
    let mut phases: Vec<Phase> = base.collect();
    for step in &chain {
        let phase = phase_at(&phases, *step);
        for then in graph.after(*step) {
            let later = phase_at(&phases, *then).max(phase);
            set(&mut phases, *then, later);
        }
    }
    let mut inherited: Vec<u32> = weights.iter().map(|weight| weight.priority).collect();
    let mut origins: Vec<usize> = (0..weights.len()).collect();
    for step in chain.iter().rev() {
        let own = at(&inherited, *step);
        let most = graph.after(*step).iter().map(|then| at(&inherited, *then)).max();
        let Some(most) = most.filter(|most| *most > own) else { continue };
        let bring = graph.after(*step).iter().filter(|then| at(&inherited, **then) == most);
        let origin = bring.map(|then| at(&origins, *then)).min().unwrap_or(*step);
        set(&mut inherited, *step, most);
        set(&mut origins, *step, origin);
    }
    let key = |step: usize| {
        let weight = weight(step);
        (
            phase_at(&phases, step),
            Reverse(at(&inherited, step)),
            Reverse(weight.map_or(0, |it| it.priority)),
            weight.map_or(0, |it| it.high_cd),
        )
    };
    let steps = self::chain(graph, key);
    Order { steps, phases, inherited, origins }
}

/// All steps, each behind what it waits for; of those that are ready the one with the smallest key.
fn chain<K: Ord>(graph: &Graph, key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut open: Vec<usize> = (0..graph.len()).map(|step| graph.before(step).len()).collect();
    let ready = (0..graph.len()).filter(|step| at(&open, *step) == 0);
    let mut heap: BinaryHeap<Reverse<(K, usize)>> =
        ready.map(|step| Reverse((key(step), step))).collect();
    let mut chain = Vec::with_capacity(graph.len());
    while let Some(Reverse((_, step))) = heap.pop() {
        chain.push(step);
        for then in graph.after(step) {
            let left = at(&open, *then).saturating_sub(1);
            set(&mut open, *then, left);
            if left == 0 {
                heap.push(Reverse((key(*then), *then)));
            }
        }
    }
    chain
}

fn phase_at(phases: &[Phase], step: usize) -> Phase {
    phases.get(step).copied().unwrap_or(Phase::Foundation)
}
