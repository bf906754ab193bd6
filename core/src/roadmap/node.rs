//! What is to be done: the steps, before they have an order.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::plan::Plan;
use super::{Known, Phase};
use crate::assessment::{DocumentState, FindingKind, Implementation, Maturity, StepKind};
use crate::catalogue::{Kind, Needed};
use crate::effort::{Left, Row};
use crate::facts::ItemFacts;
use crate::papers::{checklist, is_closed};
use crate::problem::Date;
use crate::risk::{State, label_order};

/// Something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node<'d> {
    /// What it is.
    pub kind: StepKind,
    /// Where it stands: an item or own control among the controls, a document in the catalogue, an
    /// entry in its register.
    pub place: usize,
    /// Its id.
    pub id: &'d str,
    /// What people call it, where it has a label.
    pub label: &'d str,
    /// The phase in which it would be without what it waits for.
    pub base: Phase,
    /// Until when it is to be done, where somebody said.
    pub due: Option<Date>,
    /// Its row of the model of effort.
    pub row: Option<&'static Row>,
    /// How much of that is left; nothing of what has no row.
    pub left: Option<Left>,
}

/// All steps in the order in which equals stand: kind, then the catalogue's order or that of labels,
/// then the id.
pub(super) fn nodes<'d>(known: &Known<'d, '_>) -> Vec<Node<'d>> {
    let has_clauses = known.risks.system.mode().has_clauses();
    let mut nodes = Vec::new();
    if has_clauses {
        nodes.extend(nonconformities(known));
    }
    nodes.extend(risks(known));
    nodes.extend(items(known, has_clauses));
    nodes.extend(own_controls(known));
    if has_clauses {
        nodes.extend(documents(known));
    }
    nodes.extend(actions(known));
    nodes
}

fn by_label<'d>(mut nodes: Vec<Node<'d>>) -> Vec<Node<'d>> {
    let order = |one: &Node<'d>, other: &Node<'d>| -> Ordering {
        label_order(one.label, other.label).then_with(|| one.id.cmp(other.id))
    };
    nodes.sort_by(order);
    nodes
}

/// An entry of a register, with nothing else known of it.
fn entry<'d>(kind: StepKind, place: usize, id: &'d str, label: &'d str, base: Phase) -> Node<'d> {
    Node { kind, place, id, label, base, due: None, row: None, left: None }
}

fn nonconformities<'d>(known: &Known<'d, '_>) -> Vec<Node<'d>> {
    let entries = known.risks.system.nonconformities.iter().enumerate();
    let open = entries.filter(|(_, it)| !is_closed(it, known.risks.today));
    let nodes = open.map(|(place, it)| {
        let phase = it.item.as_ref().and_then(|id| named_phase(known, id.as_str()));
        let id = it.id.as_ref().map_or("", |id| id.as_str());
        let base = phase.unwrap_or(Phase::Check);
        entry(StepKind::Nonconformity, place, id, &it.label, base)
    });
    by_label(nodes.collect())
}

/// Risks about which somebody has to decide.
fn risks<'d>(known: &Known<'d, '_>) -> Vec<Node<'d>> {
    let waiting = known.evaluations.iter();
    let waiting = waiting.filter(|it| matches!(it.state, State::Untreated | State::Insufficient));
    let nodes = waiting.filter_map(|it| {
        let risk = known.risks.system.risks.get(it.risk)?;
        let id = risk.id.as_str();
        Some(entry(StepKind::Risk, it.risk, id, &risk.label, Phase::Decide))
    });
    by_label(nodes.collect())
}

/// What stands below its target, as the gap list has it.
fn items<'d>(known: &Known<'d, '_>, has_clauses: bool) -> Vec<Node<'d>> {
    let risks = &known.risks;
    let questions = risks.facts.questions(risks.catalogue);
    let wanted = questions
        .filter(|(_, item, its)| (has_clauses || item.kind() == Kind::Control) && is_below(its));
    let nodes = wanted.map(|(place, item, its)| Node {
        due: its.due,
        row: known.row(item.id()),
        left: Some(Left::of_item(its)),
        ..entry(StepKind::Item, place, item.id(), "", item_phase(known, item.kind(), item.id()))
    });
    nodes.collect()
}

fn own_controls<'d>(known: &Known<'d, '_>) -> Vec<Node<'d>> {
    let (system, ledger) = (known.risks.system, known.risks.ledger);
    let own = system.own_controls.iter().zip(&ledger.own).enumerate();
    let below = own.filter(|(_, (_, its))| is_below(its));
    let nodes = below.map(|(own, (control, its))| {
        let (id, label) = (control.id.as_str(), control.label.as_str());
        let node = entry(StepKind::Item, ledger.own_place(own), id, label, Phase::Build);
        Node { due: its.due, ..node }
    });
    by_label(nodes.collect())
}

/// Whether an item stands below its target: it is not in place as a whole, less mature than it
/// should be, or an auditor's nonconformity is noted at it.
fn is_below(its: &ItemFacts) -> bool {
    let is_immature = matches!(
        its.maturity,
        Some(Maturity { level, target: Some(target) }) if level < target
    );
    let is_found = matches!(
        its.finding,
        Some(FindingKind::MinorNonconformity | FindingKind::MajorNonconformity)
    );
    its.is_in_scope()
        && (its.implementation != Implementation::Implemented || is_immature || is_found)
}

/// Documents that the framework asks for, and those that the organization says it needs.
fn documents<'d>(known: &Known<'d, '_>) -> Vec<Node<'d>> {
    let (catalogue, system) = (known.risks.catalogue, known.risks.system);
    let rows = checklist(catalogue, system, known.soa_document());
    let open = rows.into_iter().enumerate().filter_map(|(place, row)| {
        let named = row.named.filter(|_| row.state != DocumentState::Approved)?;
        let is_wanted = named.needed() != Needed::Organization || row.paper.is_some();
        let left = match (row.paper, row.state) {
            // Nobody has said anything of it, which is not the same as missing.
            (None, _) => Left::Assumed,
            (_, DocumentState::Missing) => Left::Known(10_000),
            (_, DocumentState::Draft | DocumentState::Approved) => Left::Known(5_000),
        };
        let base = document_phase(known, named.id(), named.question(), named.needed());
        let effort = known.row(named.id());
        is_wanted.then(|| Node {
            row: effort,
            left: effort.map(|_| left),
            ..entry(StepKind::Document, place, named.id(), "", base)
        })
    });
    open.collect()
}

fn actions<'d>(known: &Known<'d, '_>) -> Vec<Node<'d>> {
    let risks = &known.risks;
    let actions = risks.system.actions.iter().zip(&risks.ledger.actions).enumerate();
    let open = actions.filter(|(_, (_, facts))| !facts.is_done(risks.today));
    let nodes = open.map(|(place, (action, facts))| {
        let named = action.controls.iter().chain(&action.items);
        let base = named.filter_map(|id| named_phase(known, id.as_str())).min();
        let (id, base) = (action.id.as_str(), base.unwrap_or(Phase::Build));
        Node { due: facts.due, ..entry(StepKind::Action, place, id, &action.label, base) }
    });
    by_label(nodes.collect())
}

/// The phase of a requirement or control, whether anything is to be done about it or not; nothing
/// of what there is not.
fn named_phase(known: &Known<'_, '_>, id: &str) -> Option<Phase> {
    let risks = &known.risks;
    if risks.system.own_control(id).is_some() {
        return Some(Phase::Build);
    }
    let item = risks.catalogue.find(id).filter(|item| item.is_assessed())?;
    Some(item_phase(known, item.kind(), id))
}

fn item_phase(known: &Known<'_, '_>, kind: Kind, id: &str) -> Phase {
    let plan = Plan::of(known.risks.catalogue).filter(|_| kind != Kind::Control);
    plan.and_then(|plan| plan.phase(id)).unwrap_or(Phase::Build)
}

/// A document is written when that is done which its effort waits for, and a record of stage 2 not
/// before something runs.
fn document_phase(known: &Known<'_, '_>, id: &str, question: usize, needed: Needed) -> Phase {
    let after = known.row(id).map_or(&[][..], |row| row.after);
    let waits_for = after.iter().filter_map(|first| {
        let is_document = known.row(first).is_some_and(Row::is_document);
        if is_document {
            let documents = known.risks.catalogue.documents();
            let other = documents.iter().find(|it| it.id() == *first)?;
            // The build has refused circles among them.
            return Some(document_phase(known, first, other.question(), other.needed()));
        }
        named_phase(known, first)
    });
    let of_question = || {
        let item = known.risks.catalogue.items().get(question);
        item.map_or(Phase::Build, |item| item_phase(known, item.kind(), item.id()))
    };
    let phase = waits_for.max().unwrap_or_else(of_question);
    if needed == Needed::StageTwo { phase.max(Phase::Operate) } else { phase }
}
