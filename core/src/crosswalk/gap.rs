//! What is still missing for a target: values, and at the edge their words, the engine's
//! first and then the plugin's.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{
    Applicability, Conclusion, Contribution, Effect, Implementation, Outcome, TargetResult,
};
use crate::facts::State;
use crate::words::{Value, Words};

/// One thing that keeps a target from being met, or that a reader has to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shortfall<'c> {
    /// No row maps the target, so nothing is said about it.
    Unmapped,
    /// Sources that are not wholly in place.
    Open(Vec<&'c str>),
    /// Sources that nobody has assessed.
    NotAssessed(Vec<&'c str>),
    /// Sources that are excluded, so that there is no evidence from there.
    Excluded(Vec<&'c str>),
    /// Parts add up to the whole only on paper.
    Union,
    /// The confidence is too low for a plain statement.
    Verify,
    /// No more than this share is supported, in basis points.
    Partial(u16),
    /// A part is supported, and nobody said how large it is.
    Uncovered,
}

impl Conclusion<'_> {
    /// What is still missing for a target, in words.
    pub fn gap(&self, result: &TargetResult, words: &Words) -> String {
        let shortfalls = self.shortfalls(result);
        let mut sentences: Vec<String> = shortfalls.iter().map(|it| it.words(words)).collect();
        if !result.remark.is_empty() {
            sentences.push(result.remark.clone());
        }
        sentences.join(" ")
    }
}

impl<'c> Conclusion<'c> {
    /// What is still missing for a target, as values. The plugin's words are in the result.
    pub fn shortfalls(&self, result: &TargetResult) -> Vec<Shortfall<'c>> {
        let contributions: Vec<Contribution<'c>> = self.contributions(result).collect();
        let mut shortfalls = Vec::new();
        if result.outcome == Outcome::Unmapped {
            shortfalls.push(Shortfall::Unmapped);
        }
        let mut list = |shortfall: fn(Vec<&'c str>) -> Shortfall<'c>, wanted: fn(State) -> bool| {
            let sources = sources_where(&contributions, wanted);
            if !sources.is_empty() {
                shortfalls.push(shortfall(sources));
            }
        };
        list(Shortfall::Open, |state| {
            state.applicability != Applicability::Excluded
                && state.implementation.points_bp().is_some_and(|points| points < 10_000)
        });
        list(Shortfall::NotAssessed, |state| {
            state.applicability != Applicability::Excluded
                && state.implementation == Implementation::NotAssessed
        });
        list(Shortfall::Excluded, |state| state.applicability == Applicability::Excluded);
        match (result.outcome, result.support_bp) {
            (Outcome::SupportedVerify, _) => {
                let from_parts = contributions.iter().all(|c| c.effect != Effect::Full);
                shortfalls.push(if from_parts { Shortfall::Union } else { Shortfall::Verify });
            }
            (Outcome::Partial, Some(support_bp)) => {
                shortfalls.push(Shortfall::Partial(support_bp));
            }
            (Outcome::PartialVerify, _) => shortfalls.push(Shortfall::Uncovered),
            _ => {}
        }
        shortfalls
    }
}

impl Shortfall<'_> {
    /// The key of the sentence.
    pub fn key(&self) -> &'static str {
        match self {
            Shortfall::Unmapped => "crosswalk.gap_unmapped",
            Shortfall::Open(_) => "crosswalk.gap_open",
            Shortfall::NotAssessed(_) => "crosswalk.gap_not_assessed",
            Shortfall::Excluded(_) => "crosswalk.gap_excluded",
            Shortfall::Union => "crosswalk.gap_union",
            Shortfall::Verify => "crosswalk.gap_verify",
            Shortfall::Partial(_) => "crosswalk.gap_partial",
            Shortfall::Uncovered => "crosswalk.gap_uncovered",
        }
    }

    fn words(&self, words: &Words) -> String {
        let ids = |ids: &[&str]| Value::Ids(ids.iter().map(ToString::to_string).collect());
        match self {
            Shortfall::Open(sources)
            | Shortfall::NotAssessed(sources)
            | Shortfall::Excluded(sources) => words.message(self.key(), &[("open", ids(sources))]),
            Shortfall::Partial(support_bp) => {
                words.message(self.key(), &[("support", Value::Share(*support_bp))])
            }
            Shortfall::Unmapped | Shortfall::Union | Shortfall::Verify | Shortfall::Uncovered => {
                words.message(self.key(), &[])
            }
        }
    }
}

/// The sources of rows that count, in order, each once.
fn sources_where<'c>(
    contributions: &[Contribution<'c>],
    wanted: fn(State) -> bool,
) -> Vec<&'c str> {
    let mut names: Vec<&str> = Vec::new();
    for contribution in contributions.iter().filter(|c| c.effect != Effect::None) {
        for (source, state) in contribution.mapping.sources.iter().zip(&contribution.states) {
            if wanted(*state) && !names.contains(&source.as_str()) {
                names.push(source);
            }
        }
    }
    names
}
