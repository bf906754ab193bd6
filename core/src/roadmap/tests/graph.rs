//! Orders of random graphs.

use super::super::{Graph, Order, Phase, Weight, order};
use super::laws::Dice;

fn random(
    dice: &mut Dice,
    steps: usize,
    edges: usize,
) -> (Graph, Vec<Weight>, Vec<(usize, usize)>) {
    let pairs: Vec<(usize, usize)> =
        (0..edges).map(|_| (dice.below(steps), dice.below(steps))).collect();
    let weights = (0..steps).map(|_| Weight {
        base: Phase::WORDS[dice.below(5)].1,
        priority: u32::try_from(dice.below(40) * 100).unwrap(),
        high_cd: u64::try_from(dice.below(8) * 50).unwrap(),
    });
    let weights: Vec<Weight> = weights.collect();
    (Graph::new(steps, &pairs), weights, pairs)
}

/// What an order has to be, whatever the graph.
fn is_valid(graph: &Graph, weights: &[Weight], it: &Order) {
    let mut position = vec![usize::MAX; graph.len()];
    for (at, step) in it.steps.iter().enumerate() {
        assert_eq!(position[*step], usize::MAX, "a step stands twice");
        position[*step] = at;
    }
    assert_eq!(it.steps.len(), graph.len(), "a step is missing");
    for step in 0..graph.len() {
        for then in graph.after(step) {
            assert!(position[step] < position[*then], "{step} comes after {then}");
            assert!(it.phases[step] <= it.phases[*then]);
            assert!(it.inherited[step] >= it.inherited[*then]);
        }
        let before = graph.before(step).iter().map(|first| it.phases[*first]).max();
        assert_eq!(it.phases[step], weights[step].base.max(before.unwrap_or(Phase::Foundation)));
        let after = graph.after(step).iter().map(|then| it.inherited[*then]).max();
        assert_eq!(it.inherited[step], weights[step].priority.max(after.unwrap_or(0)));
        assert_eq!(it.inherited[step], weights[it.origins[step]].priority);
    }
    let phases: Vec<Phase> = it.steps.iter().map(|step| it.phases[*step]).collect();
    assert!(phases.is_sorted(), "phases go back");
}

#[test]
fn every_random_graph_has_a_valid_order() {
    let mut dice = Dice(7);
    for _ in 0..4_000 {
        let steps = dice.below(30) + 1;
        let edges = dice.below(60);
        let (graph, weights, mut pairs) = random(&mut dice, steps, edges);
        let (opened, circles) = graph.opened();
        is_valid(&opened, &weights, &order(&opened, &weights));
        // Whatever the order of the edges, and with each of them twice.
        pairs.reverse();
        pairs.extend(pairs.clone());
        let (again, again_circles) = Graph::new(steps, &pairs).opened();
        assert_eq!((&again, &again_circles), (&opened, &circles));
        // A circle is exactly what reaches itself.
        let reaches = |from: usize| {
            let (mut open, mut seen) = (graph.after(from).to_vec(), vec![false; steps]);
            while let Some(step) = open.pop() {
                if !seen[step] {
                    seen[step] = true;
                    open.extend(graph.after(step));
                }
            }
            seen
        };
        let mut members: Vec<usize> = circles.concat();
        members.sort_unstable();
        let expected: Vec<usize> = (0..steps).filter(|step| reaches(*step)[*step]).collect();
        assert_eq!(members, expected);
        for circle in &circles {
            assert!(circle.iter().all(|step| reaches(circle[0])[*step]));
        }
    }
}

#[test]
fn a_chain_is_no_deeper_than_memory() {
    let steps = 100_000;
    let chain: Vec<(usize, usize)> = (1..steps).map(|step| (step - 1, step)).collect();
    let weight = Weight { base: Phase::Build, priority: 0, high_cd: 0 };
    let (opened, circles) = Graph::new(steps, &chain).opened();
    assert!(circles.is_empty());
    let it = order(&opened, &vec![weight; steps]);
    assert!(it.steps.iter().copied().eq(0..steps));
}

#[test]
fn an_urgent_step_does_not_wait_behind_what_looks_more_important_than_its_dull_prerequisite() {
    // 0 is dull, 1 is urgent and waits for it, 2 is of middling importance.
    let of = |priority| Weight { base: Phase::Build, priority, high_cd: 0 };
    let it = order(&Graph::new(3, &[(0, 1)]), &[of(0), of(1_000), of(500)]);
    assert_eq!(it.steps, [0, 1, 2]);
    assert_eq!(it.origins, [1, 1, 2]);
}

#[test]
fn graphs_of_nothing_and_of_steps_that_wait_for_themselves() {
    let nothing = Graph::new(0, &[]);
    assert!(nothing.is_empty());
    assert_eq!(order(&nothing, &[]).steps, Vec::<usize>::new());
    let (opened, circles) = Graph::new(2, &[(1, 1), (0, 7)]).opened();
    assert_eq!(circles, [vec![1]]);
    assert_eq!(opened, Graph::new(2, &[]));
}
