//! Measures over answers: what was assessed, how far it is in place, what shows it.

use alloc::string::ToString as _;
use alloc::vec::Vec;

use super::{Counted, Measured};
use crate::assessment::Measure;
use crate::engine::Engine;
use crate::facts::Source as _;
use crate::problem::Date;
use crate::soa::{Comparison, StatementOfApplicability};

/// How long evidence stays fresh where nothing is said, in months.
const REVIEW_MONTHS: u8 = 12;

/// What was assessed of what is in scope.
pub(super) fn coverage(engine: &Engine) -> Measured {
    let items = engine.facts().questions(engine.document().catalogue());
    let items = items.filter(|(_, _, facts)| facts.is_in_scope());
    let counted = items
        .map(|(_, item, facts)| item_of(item.id(), facts.implementation.points_bp().is_some()));
    Measured::share(Measure::Coverage, counted.collect())
}

/// The score of all requirements or of all controls.
pub(super) fn conformity(engine: &Engine, measure: Measure, group: &str) -> Measured {
    let catalogue = engine.document().catalogue();
    let key = catalogue.score_key(group).ok();
    let explained = key.and_then(|key| engine.explain(key));
    let Some(explained) = explained else {
        return Measured::counts(measure, [None].into(), Vec::new());
    };
    let counted = explained.inputs.iter().filter(|input| input.points_bp.is_some());
    let counted =
        counted.map(|input| item_of(catalogue.id_at(input.item), input.points_bp == Some(10_000)));
    let score = explained.score;
    Measured {
        measure,
        figures: [score.score_bp()].into(),
        of: Some((score.points_bp, score.assessed)),
        counted: counted.collect(),
    }
}

/// The catalogue's controls about which somebody decided.
pub(super) fn decided(soa: &StatementOfApplicability) -> Measured {
    let rows = soa.rows.iter().filter(|row| !row.is_own());
    let counted = rows.map(|row| item_of(&row.id, row.comparison != Some(Comparison::Undecided)));
    Measured::share(Measure::Decided, counted.collect())
}

/// Dated evidence that need not be looked at again yet. What is dated later than today does not
/// count.
pub(super) fn fresh(engine: &Engine, today: Date) -> Measured {
    let (document, ledger) = (engine.document(), engine.ledger());
    let items = engine.facts().questions(document.catalogue());
    let items = items.map(|(place, item, facts)| (place, item.id(), facts));
    let own = engine.system().own_controls.iter().zip(&ledger.own).enumerate();
    let own =
        own.map(|(own, (control, facts))| (ledger.own_place(own), control.id.as_str(), facts));
    let mut counted = Vec::new();
    for (place, id, _) in items.chain(own).filter(|(_, _, facts)| facts.is_in_scope()) {
        for evidence in document.evidence(place) {
            let Some(date) = evidence.date.filter(|date| *date <= today) else { continue };
            let months = evidence.review_months.unwrap_or(REVIEW_MONTHS);
            let due = date.plus_months(u16::from(months));
            counted.push(Counted {
                register: "answers",
                id: id.to_string(),
                label: evidence.name.to_string(),
                is_hit: today <= due,
                day: Some(due),
            });
        }
    }
    Measured::share(Measure::Fresh, counted)
}

fn item_of(id: &str, is_hit: bool) -> Counted {
    let (id, label) = (id.to_string(), id.to_string());
    Counted { register: "answers", id, label, is_hit, day: None }
}
