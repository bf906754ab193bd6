//! What comes before what, whoever the organization is: facts about a framework.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::Phase;
use crate::catalogue::Catalogue;
use crate::effort::rows;

include!(concat!(env!("OUT_DIR"), "/roadmap.rs"));

/// What is known of a framework's order.
#[derive(Debug)]
pub(super) struct Plan {
    /// The requirement by whose method risks are assessed.
    pub(super) risk_method: &'static str,
    /// The phase of chapters and requirements; the longest id that fits counts.
    phases: &'static [(&'static str, Phase)],
    /// What comes before what, with a reason in words.
    edges: &'static [(&'static str, &'static str)],
}

/// Something that has to be finished before something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dependency {
    /// What comes first.
    pub first: &'static str,
    /// What waits for it.
    pub then: &'static str,
    /// Whether a reason of its own stands in the words; otherwise the note on the effort of what
    /// waits says why.
    pub has_reason: bool,
}

impl Plan {
    /// What is known of a catalogue's framework; nothing of one that is not carried along.
    pub(super) fn of(catalogue: &Catalogue) -> Option<&'static Plan> {
        (catalogue.id() == "iso27001-2022").then_some(&PLAN)
    }

    /// The phase of a requirement.
    pub(super) fn phase(&self, id: &str) -> Option<Phase> {
        let is_in = |at: &str| {
            id.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let fits = self.phases.iter().filter(|(at, _)| is_in(at));
        fits.max_by_key(|(at, _)| at.len()).map(|(_, phase)| *phase)
    }
}

/// Everything that has to be finished before something else, whoever the organization is: the edges
/// with reasons first, then the prerequisites of effort that are none of them.
pub fn dependencies(catalogue: &Catalogue) -> Vec<Dependency> {
    let edges = Plan::of(catalogue).map_or(&[][..], |plan| plan.edges);
    let mut all: Vec<Dependency> = Vec::new();
    let mut known: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (first, then) in edges {
        known.insert((first, then));
        all.push(Dependency { first, then, has_reason: true });
    }
    for row in rows(catalogue) {
        for first in row.after {
            if known.insert((first, row.id)) {
                all.push(Dependency { first, then: row.id, has_reason: false });
            }
        }
    }
    all
}
