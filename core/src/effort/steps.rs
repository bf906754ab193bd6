//! Counts by steps, for whoever does not know the exact number: what the model tells apart.

use alloc::vec;
use alloc::vec::Vec;

use super::tables::{BAND_ENDS, CAPACITY_CD_WEEK, PEOPLE, SITES_BP, SUPPLIERS, SYSTEMS};
use crate::assessment::Question;

/// A step of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountStep {
    /// The smallest number.
    pub from: u32,
    /// The largest; nothing where it is open.
    pub to: Option<u32>,
    /// The number that stands for the step.
    pub typical: u32,
}

/// The steps of a question that is answered with a number; none for the others. A number within a
/// step is reckoned like the one that stands for it, but for people, where size is interpolated.
pub fn count_steps(question: Question) -> Vec<CountStep> {
    match question {
        Question::People => steps(1, BAND_ENDS.to_vec(), &PEOPLE),
        Question::Suppliers => steps(0, ends(&SUPPLIERS), &SUPPLIERS),
        Question::Systems => steps(0, ends(&SYSTEMS), &SYSTEMS),
        Question::Sites => {
            let mut to = vec![0, 1];
            to.extend(SITES_BP.iter().map(|(to, _)| *to).filter(|to| *to < u32::MAX));
            let typical: Vec<u32> = [0].into_iter().chain(to.iter().map(|to| to + 1)).collect();
            steps(0, to, &typical)
        }
        // What such organizations usually find, by size; nothing lies between.
        Question::Capacity => CAPACITY_CD_WEEK
            .iter()
            .map(|cd| CountStep { from: *cd, to: Some(*cd), typical: *cd })
            .collect(),
        _ => Vec::new(),
    }
}

/// All ends but the last, which is open.
fn ends(anchors: &[u32]) -> Vec<u32> {
    anchors.split_last().map_or_else(Vec::new, |(_, ends)| ends.to_vec())
}

fn steps(least: u32, to: Vec<u32>, typical: &[u32]) -> Vec<CountStep> {
    let mut from = least;
    let mut steps = Vec::new();
    for (place, typical) in typical.iter().enumerate() {
        let to = to.get(place).copied();
        steps.push(CountStep { from, to, typical: *typical });
        from = to.map_or(from, |to| to + 1);
    }
    steps
}
