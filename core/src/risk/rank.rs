//! The order of risks, and why each stands ahead of the next.

use alloc::vec::Vec;
use core::cmp::{Ordering, Reverse};

use super::evaluate::{Evaluation, Risks, State};
use super::label::label_order;
use annexa_vocabulary::words;

words! {
    /// In what a risk differs first from the next one in the order.
    Why {
        /// What counts today.
        Exposure = "exposure",
        /// Whether something is still to be done.
        Open = "open",
        /// How high it is with the controls that run.
        Current = "current",
        /// In how many dimensions it is as grave as it is.
        Dimensions = "dimensions",
        /// The next one cannot be evaluated yet.
        Draft = "draft",
        /// The label.
        Label = "label",
        /// The id.
        Id = "id",
        /// There is no next one.
        Last = "last",
    }
}

/// A risk in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// Its place in the register.
    pub risk: usize,
    /// Why it stands ahead of the next.
    pub why: Why,
}

/// Orders evaluations: the highest exposure first, drafts last.
pub fn rank(risks: &Risks<'_>, evaluations: &[Evaluation]) -> Vec<Ranked> {
    let mut order: Vec<&Evaluation> = evaluations.iter().collect();
    order.sort_by(|one, other| compare(risks, one, other).0);
    let mut ranked = Vec::with_capacity(order.len());
    for (place, it) in order.iter().enumerate() {
        let next = order.get(place + 1);
        let why = next.map_or(Why::Last, |next| compare(risks, it, next).1);
        ranked.push(Ranked { risk: it.risk, why });
    }
    ranked
}

fn compare(risks: &Risks<'_>, one: &Evaluation, other: &Evaluation) -> (Ordering, Why) {
    let names = |it: &Evaluation| {
        let risk = risks.system.risks.get(it.risk);
        risk.map_or(("", ""), |risk| (risk.label.as_str(), risk.id.as_str()))
    };
    let dimensions = |it: &Evaluation| {
        let steps = risks.ledger.risks.get(it.risk).and_then(|risk| risk.current.as_ref());
        steps.filter(|_| it.state != State::Draft).map(|steps| steps.dimensions_at_highest())
    };
    let (label, id) = names(one);
    let (label_other, id_other) = names(other);
    let steps = [
        (Why::Draft, (one.state == State::Draft).cmp(&(other.state == State::Draft))),
        (Why::Exposure, other.exposure.cmp(&one.exposure)),
        (Why::Open, Reverse(one.state.is_open()).cmp(&Reverse(other.state.is_open()))),
        (Why::Current, other.current.cmp(&one.current)),
        (Why::Dimensions, dimensions(other).cmp(&dimensions(one))),
        (Why::Label, label_order(label, label_other)),
        (Why::Id, id.cmp(id_other)),
    ];
    let differs = steps.into_iter().find(|(_, order)| order.is_ne());
    differs.map_or((Ordering::Equal, Why::Last), |(why, order)| (order, why))
}
