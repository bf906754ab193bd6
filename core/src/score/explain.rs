//! The arithmetic behind a score.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Score, Share};
use crate::assessment::Implementation;
use crate::catalogue::Catalogue;
use crate::facts::Facts;
use crate::words::{Value, Words};

/// How a score came about: its numbers are in the score itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The score that is explained.
    pub score: Score,
    /// Every item of the group, counted or not.
    pub inputs: Vec<Input>,
}

/// One item of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// The item's place in [`Catalogue::items`].
    pub item: usize,
    /// How far it is in place.
    pub implementation: Implementation,
    /// Whether it is in scope: all but excluded controls.
    pub in_scope: bool,
    /// The points that it adds, 0 to 10 000; `None` where it does not count.
    pub points_bp: Option<u16>,
}

pub(crate) fn explain(catalogue: &Catalogue, facts: &Facts, score: Score) -> Explanation {
    let members = catalogue.group(score.key).into_iter().flat_map(|group| group.members());
    let inputs = members.map(|item| {
        let its = facts.item(item);
        let Share { in_scope, points_bp } = Share::of(its);
        Input { item, implementation: its.implementation, in_scope, points_bp }
    });
    Explanation { score, inputs: inputs.collect() }
}

impl Explanation {
    /// The rule in words.
    pub fn rule(words: &Words) -> String {
        words.message("score.rule", &[])
    }

    /// The numbers put into the rule.
    pub fn arithmetic(&self, words: &Words) -> String {
        let score = &self.score;
        let number = |value: u32| Value::Int(value.into());
        let mut values = alloc::vec![
            ("points", number(score.points_bp)),
            ("assessed", number(score.assessed)),
            ("in_scope", number(score.in_scope)),
        ];
        values.extend(score.coverage_bp().map(|share| ("coverage", number(share))));
        match score.score_bp() {
            Some(share) => {
                values.push(("score", number(share)));
                words.message("score.arithmetic", &values)
            }
            None => words.message("score.arithmetic_empty", &values),
        }
    }
}

impl Input {
    /// Why it counts or does not.
    pub fn why(&self, words: &Words) -> String {
        match (self.in_scope, self.points_bp) {
            (false, _) => words.message("score.excluded", &[]),
            (true, None) => words.message("score.not_assessed", &[]),
            (true, Some(_)) => {
                let word = self.implementation.word();
                let state = Value::Word { set: "implementation", word };
                words.message("score.counted", &[("state", state)])
            }
        }
    }
}
