//! What the rules look for in the criteria of risk.

use alloc::vec::Vec;

use super::rules::Found;
use super::*;
use crate::assessment::Criteria;

pub(super) fn run(found: &mut Found, criteria: &Criteria) {
    found.subject = Subject::Part("criteria");
    for step in criteria.likelihood.iter().chain(&criteria.consequence) {
        if step.anchor.trim().is_empty() {
            found.add(&SCALE_NO_ANCHOR, [("step", step.word.as_str().into())]);
        }
    }
    let rows = criteria.likelihood.len();
    let columns = criteria.consequence.len();
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let mut used = Vec::new();
    let mut is_far = false;
    for (row, column) in cells {
        let Some(here) = criteria.cell(row, column) else { continue };
        used.push(here);
        let right = criteria.cell(row, column + 1);
        let above = criteria.cell(row + 1, column);
        is_far |= [right, above].into_iter().flatten().any(|next| next > here + 1);
    }
    for (place, level) in criteria.levels.iter().enumerate() {
        if !used.contains(&place) {
            found.add(&LEVEL_UNUSED, [("level", level.word.as_str().into())]);
        }
    }
    if criteria.line() + 1 == criteria.levels.len() {
        found.add(&LINE_TRIVIAL, []);
    }
    if is_far {
        found.add(&MATRIX_JUMP, []);
    }
    if used.first().is_some_and(|first| used.iter().all(|other| other == first)) {
        found.add(&MATRIX_FLAT, []);
    }
}
