//! The arithmetic behind a score.

use super::{Score, ScoreKey, Scores, share_of};
use crate::assessment::{Document, Implementation};
use crate::messages::{self, fill};

/// How a score came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The score that is explained.
    pub score: Score,
    /// The rule in words.
    pub rule: &'static str,
    /// The numbers put into the rule.
    pub arithmetic: String,
    /// Every item of the group, counted or not.
    pub inputs: Vec<Input>,
}

/// One item of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The item's id.
    pub id: String,
    /// How far it is in place.
    pub implementation: Implementation,
    /// Whether it counts towards the score.
    pub counted: bool,
    /// The points that it adds, 0 to 10 000.
    pub points_bp: u16,
    /// Why it counts or does not.
    pub why: String,
}

pub(crate) fn explain(document: &Document, scores: &Scores, key: ScoreKey) -> Option<Explanation> {
    let score = *scores.get(key)?;
    let group = document.catalogue().group(key)?;
    let inputs = group.members().filter_map(|index| input(document, index)).collect();
    let number = |value: u32| value.to_string();
    let values = [
        ("points", number(score.points_bp)),
        ("assessed", number(score.assessed)),
        ("in_scope", number(score.in_scope)),
        ("score", number(score.score_bp().unwrap_or(0))),
        ("coverage", number(score.coverage_bp().unwrap_or(0))),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let sentence = match score.score_bp() {
        Some(_) => messages::SCORE_ARITHMETIC,
        None => messages::SCORE_ARITHMETIC_EMPTY,
    };
    let arithmetic = fill(sentence, &values);
    Some(Explanation { score, rule: messages::SCORE_RULE, arithmetic, inputs })
}

fn input(document: &Document, index: usize) -> Option<Input> {
    let item = document.catalogue().items().get(index)?;
    let answer = document.answer_at(index);
    let share = share_of(item, answer);
    let implementation =
        answer.map_or(Implementation::NotAssessed, |answer| answer.effective_implementation());
    let why = match (share.in_scope, share.points_bp) {
        (false, _) => messages::SCORE_EXCLUDED.to_owned(),
        (true, None) => messages::SCORE_NOT_ASSESSED.to_owned(),
        (true, Some(_)) => fill(messages::SCORE_COUNTED, &[("state", implementation.label())]),
    };
    Some(Input {
        id: item.id().to_owned(),
        implementation,
        counted: share.points_bp.is_some(),
        points_bp: share.points_bp.unwrap_or(0),
        why,
    })
}
