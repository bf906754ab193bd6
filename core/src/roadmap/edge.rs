//! What comes before what, among the steps that there are.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use super::Known;
use super::graph::{at, set};
use super::node::Node;
use super::plan::{Dependency, Plan, dependencies};
use crate::assessment::StepKind;
use crate::facts::{control_place, place_of};
use crate::id::Id;

/// Why a step comes before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// It is so for every organization.
    Known(Dependency),
    /// Risks are assessed by this method.
    Method,
    /// What is decided about the risk says what the action is for.
    Decided,
    /// The action brings it about.
    BroughtAbout,
    /// The action corrects it.
    Corrected,
    /// The item is not fulfilled until the nonconformity is closed.
    Against,
    /// A person said so.
    Said,
}

/// One step before another, by their numbers.
pub(super) type Edge = (usize, usize, Because);

/// Every edge between two steps, sorted; one for each pair.
pub(super) fn edges(known: &Known<'_, '_>, nodes: &[Node<'_>]) -> Vec<Edge> {
    let places = Places::of(known, nodes);
    let mut edges = Vec::new();
    for dependency in dependencies(known.risks.catalogue) {
        let ends = places.by_id.get(dependency.first).zip(places.by_id.get(dependency.then));
        edges.extend(ends.map(|(first, then)| (*first, *then, Because::Known(dependency))));
    }
    let method = Plan::of(known.risks.catalogue).map(|plan| plan.risk_method);
    let method = method.and_then(|id| places.by_id.get(id).copied());
    for (step, node) in nodes.iter().enumerate() {
        match node.kind {
            StepKind::Risk => {
                edges.extend(method.map(|method| (method, step, Because::Method)));
                let serving = known.risks.ledger.risks.get(node.place);
                for action in serving.iter().flat_map(|risk| &risk.serving) {
                    let action = at(&places.actions, *action);
                    edges.extend(action.map(|action| (step, action, Because::Decided)));
                }
            }
            StepKind::Action => action(known, &places, step, node.place, &mut edges),
            StepKind::Nonconformity => {
                let entry = known.risks.system.nonconformities.get(node.place);
                let item = entry.and_then(|entry| entry.item.as_ref());
                let item = item.and_then(|id| places.item(known, id));
                edges.extend(item.map(|item| (step, item, Because::Against)));
            }
            StepKind::Item | StepKind::Document => {}
        }
    }
    edges.sort_unstable();
    edges.dedup_by_key(|(first, then, _)| (*first, *then));
    edges
}

fn action(
    known: &Known<'_, '_>,
    places: &Places<'_>,
    step: usize,
    place: usize,
    edges: &mut Vec<Edge>,
) {
    let Some(action) = known.risks.system.actions.get(place) else { return };
    let named = action.controls.iter().chain(&action.items);
    let items = named.filter_map(|id| places.item(known, id));
    edges.extend(items.map(|item| (step, item, Because::BroughtAbout)));
    let corrected = action.serves.iter().filter_map(|id| places.nonconformities.get(id.as_str()));
    edges.extend(corrected.map(|nc| (step, *nc, Because::Corrected)));
    for id in &action.after {
        let first = place_of(&known.risks.system.actions, id, |it| &it.id);
        let first = first.and_then(|first| at(&places.actions, first));
        edges.extend(first.map(|first| (first, step, Because::Said)));
    }
}

/// The numbers of the steps, by what they are about.
struct Places<'d> {
    /// Items of the catalogue and documents.
    by_id: BTreeMap<&'d str, usize>,
    nonconformities: BTreeMap<&'d str, usize>,
    /// By the place among the controls.
    items: Vec<Option<usize>>,
    /// By the place in the register.
    actions: Vec<Option<usize>>,
}

impl<'d> Places<'d> {
    fn of(known: &Known<'_, '_>, nodes: &[Node<'d>]) -> Places<'d> {
        let system = known.risks.system;
        let items = known.risks.catalogue.items().len();
        let mut places = Places {
            by_id: BTreeMap::new(),
            nonconformities: BTreeMap::new(),
            items: vec![None; items + system.own_controls.len()],
            actions: vec![None; system.actions.len()],
        };
        for (step, node) in nodes.iter().enumerate() {
            match node.kind {
                StepKind::Item => {
                    set(&mut places.items, node.place, Some(step));
                    if node.place < items {
                        places.by_id.insert(node.id, step);
                    }
                }
                StepKind::Document => _ = places.by_id.insert(node.id, step),
                StepKind::Nonconformity => _ = places.nonconformities.insert(node.id, step),
                StepKind::Action => set(&mut places.actions, node.place, Some(step)),
                StepKind::Risk => {}
            }
        }
        places
    }

    /// The step at a requirement or control.
    fn item(&self, known: &Known<'_, '_>, id: &Id) -> Option<usize> {
        let risks = &known.risks;
        let own = control_place(risks.catalogue, risks.system, id);
        let place = own.or_else(|| risks.catalogue.index_of(id.as_str()))?;
        at(&self.items, place)
    }
}
