//! A graph of steps by their numbers: who comes before whom, and the circles that people make.

use alloc::vec;
use alloc::vec::Vec;

/// What comes before what. Steps are numbers from 0 on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    after: Lists,
    before: Lists,
}

/// A list for each step, one behind the other.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lists {
    starts: Vec<usize>,
    all: Vec<usize>,
}

impl Graph {
    /// A graph of so many steps; what is in `edges` twice counts once, and what names no step not
    /// at all.
    pub fn new(steps: usize, edges: &[(usize, usize)]) -> Graph {
        let mut edges: Vec<(usize, usize)> = edges.to_vec();
        edges.retain(|(first, then)| *first < steps && *then < steps);
        edges.sort_unstable();
        edges.dedup();
        let after = Lists::of(steps, &edges);
        edges.iter_mut().for_each(|(first, then)| core::mem::swap(first, then));
        edges.sort_unstable();
        Graph { after, before: Lists::of(steps, &edges) }
    }

    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.after.starts.len().saturating_sub(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What waits for a step.
    pub fn after(&self, step: usize) -> &[usize] {
        self.after.of_step(step)
    }

    /// What a step waits for.
    pub fn before(&self, step: usize) -> &[usize] {
        self.before.of_step(step)
    }

    /// The circles, each with its members in their order, and the graph without what is inside
    /// them: whatever people wrote, an order exists.
    pub fn opened(&self) -> (Graph, Vec<Vec<usize>>) {
        let member = self.components();
        let mut circles: Vec<Vec<usize>> = Vec::new();
        let mut edges = Vec::new();
        let mut sizes = vec![0_usize; self.len()];
        for own in &member {
            sizes.get_mut(*own).into_iter().for_each(|size| *size += 1);
        }
        let mut place_of = vec![None; self.len()];
        for step in 0..self.len() {
            let own = at(&member, step);
            let is_alone = at(&sizes, own) == 1;
            if !is_alone || self.after(step).contains(&step) {
                let place = at(&place_of, own).unwrap_or(circles.len());
                set(&mut place_of, own, Some(place));
                match circles.get_mut(place) {
                    Some(circle) => circle.push(step),
                    None => circles.push(vec![step]),
                }
            }
            let outside = self.after(step).iter().filter(|then| at(&member, **then) != own);
            edges.extend(outside.map(|then| (step, *then)));
        }
        (Graph::new(self.len(), &edges), circles)
    }

    /// For each step the number of its component: in two walks, one along the edges and one
    /// against them.
    fn components(&self) -> Vec<usize> {
        let mut is_seen = vec![false; self.len()];
        let mut finished = Vec::with_capacity(self.len());
        for root in 0..self.len() {
            self.after.walk(root, &mut is_seen, &mut |step| finished.push(step));
        }
        let mut is_seen = vec![false; self.len()];
        let mut component = vec![0; self.len()];
        for root in finished.into_iter().rev() {
            self.before.walk(root, &mut is_seen, &mut |step| set(&mut component, step, root));
        }
        component
    }
}

impl Lists {
    /// Of edges that are sorted by their first.
    fn of(steps: usize, edges: &[(usize, usize)]) -> Lists {
        let mut starts = vec![0; steps + 1];
        for (first, _) in edges {
            starts.get_mut(first + 1).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Lists { starts, all: edges.iter().map(|(_, then)| *then).collect() }
    }

    fn of_step(&self, step: usize) -> &[usize] {
        let (from, to) = (at(&self.starts, step), at(&self.starts, step + 1));
        self.all.get(from..to).unwrap_or(&[])
    }

    /// Goes everywhere that is reached and not seen, and names each step when all behind it is
    /// done. A list of what is open stands for the call stack, which a long chain would break.
    fn walk(&self, root: usize, is_seen: &mut [bool], done: &mut dyn FnMut(usize)) {
        if at(is_seen, root) {
            return;
        }
        set(is_seen, root, true);
        let mut open: Vec<(usize, usize)> = vec![(root, 0)];
        while let Some((step, next)) = open.last_mut() {
            match self.of_step(*step).get(*next) {
                Some(then) => {
                    *next += 1;
                    if !at(is_seen, *then) {
                        set(is_seen, *then, true);
                        open.push((*then, 0));
                    }
                }
                None => {
                    done(*step);
                    open.pop();
                }
            }
        }
    }
}

/// What stands at a place.
pub(super) fn at<T: Copy + Default>(list: &[T], place: usize) -> T {
    list.get(place).copied().unwrap_or_default()
}

/// Puts something at a place that there is.
pub(super) fn set<T>(list: &mut [T], place: usize, value: T) {
    if let Some(slot) = list.get_mut(place) {
        *slot = value;
    }
}
