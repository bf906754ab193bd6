//! What another set of criteria would change, shown before it is made.

use alloc::vec::Vec;

use super::evaluate::Risks;
use crate::facts::Remains;
use annexa_vocabulary::words;

words! {
    /// What a change of the criteria does to a level.
    Move {
        /// It comes above the line.
        CrossesUp = "crosses_up",
        /// It comes to the line or below it.
        CrossesDown = "crosses_down",
        /// Another level on the same side of the line.
        LevelChanged = "level_changed",
        /// Nothing.
        Same = "same",
        /// A step is gone, so that the risk cannot be read any more.
        NotReadable = "not_readable",
    }
}

/// What a change of the criteria does to one risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossing {
    /// The risk's place in the register.
    pub risk: usize,
    /// The levels before and after, as places in each criteria's levels, and what that is: of what
    /// counts today, of today's assessment, and of what is planned.
    pub exposure: (Option<Remains>, Option<Remains>, Move),
    /// The same of today's assessment.
    pub current: (Option<Remains>, Option<Remains>, Move),
    /// The same of what is planned.
    pub planned: (Option<Remains>, Option<Remains>, Move),
}

/// Compares every risk under old and new criteria. Levels are compared by their words.
pub fn crossings(old: &Risks<'_>, new: &Risks<'_>) -> Vec<Crossing> {
    let befores = old.evaluations();
    let afters = new.evaluations();
    let both = befores.iter().zip(&afters);
    let crossing = both.map(|(before, after)| {
        let step = |one: Option<Remains>, other: Option<Remains>| {
            (one, other, moved(old, new, one, other))
        };
        Crossing {
            risk: before.risk,
            exposure: step(before.exposure, after.exposure),
            current: step(before.current, after.current),
            planned: step(before.planned, after.planned),
        }
    });
    crossing.collect()
}

fn moved(
    old: &Risks<'_>,
    new: &Risks<'_>,
    before: Option<Remains>,
    after: Option<Remains>,
) -> Move {
    let is_above = |risks: &Risks<'_>, remains: Remains| {
        risks.ledger.scale.as_ref().is_some_and(|scale| scale.is_above(remains))
    };
    let word = |risks: &Risks<'_>, remains: Remains| {
        let level = usize::from(remains.level()?);
        Some(risks.system.criteria.as_ref()?.levels.get(level)?.word.clone())
    };
    match (before, after) {
        (None, None) => Move::Same,
        (Some(_), None) => Move::NotReadable,
        (None, Some(after)) if is_above(new, after) => Move::CrossesUp,
        (None, Some(_)) => Move::LevelChanged,
        (Some(before), Some(after)) => match (is_above(old, before), is_above(new, after)) {
            (false, true) => Move::CrossesUp,
            (true, false) => Move::CrossesDown,
            _ if word(old, before) == word(new, after) => Move::Same,
            _ => Move::LevelChanged,
        },
    }
}
