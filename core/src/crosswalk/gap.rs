//! What is still missing for a target, in words: the engine's first, then the plugin's.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{
    Applicability, Conclusion, Contribution, Effect, Implementation, Outcome, TargetResult,
};
use crate::facts::State;
use crate::messages::{self, fill};

impl Conclusion<'_> {
    /// What is still missing for a target, in words.
    pub fn gap(&self, result: &TargetResult) -> String {
        let contributions: Vec<Contribution<'_>> = self.contributions(result).collect();
        let mut sentences: Vec<String> = Vec::new();
        if result.outcome == Outcome::Unmapped {
            sentences.push(messages::CROSSWALK_GAP_UNMAPPED.to_owned());
        }
        let mut list = |sentence: &str, wanted: fn(State) -> bool| {
            let open = sources_where(&contributions, wanted);
            if !open.is_empty() {
                sentences.push(fill(sentence, &[("open", &open)]));
            }
        };
        list(messages::CROSSWALK_GAP_OPEN, |state| {
            state.applicability != Applicability::Excluded
                && state.implementation.points_bp().is_some_and(|points| points < 10_000)
        });
        list(messages::CROSSWALK_GAP_NOT_ASSESSED, |state| {
            state.applicability != Applicability::Excluded
                && state.implementation == Implementation::NotAssessed
        });
        list(messages::CROSSWALK_GAP_EXCLUDED, |state| {
            state.applicability == Applicability::Excluded
        });
        match (result.outcome, result.support_bp) {
            (Outcome::SupportedVerify, _) => {
                let from_parts = contributions.iter().all(|c| c.effect != Effect::Full);
                let sentence = if from_parts {
                    messages::CROSSWALK_GAP_UNION
                } else {
                    messages::CROSSWALK_GAP_VERIFY
                };
                sentences.push(sentence.to_owned());
            }
            (Outcome::Partial, Some(support)) => {
                let support = percent(support);
                sentences.push(fill(messages::CROSSWALK_GAP_PARTIAL, &[("support", &support)]));
            }
            (Outcome::PartialVerify, _) => {
                sentences.push(messages::CROSSWALK_GAP_UNCOVERED.to_owned());
            }
            _ => {}
        }
        if !result.remark.is_empty() {
            sentences.push(result.remark.clone());
        }
        sentences.join(" ")
    }
}

/// A share in per cent, exactly and without needless zeros: 3950 is `39.5`.
fn percent(share_bp: u16) -> String {
    let text = format!("{}.{:02}", share_bp / 100, share_bp % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The sources of rows that count, in order, each once, as `A.5.1, A.5.2`.
fn sources_where(contributions: &[Contribution<'_>], wanted: fn(State) -> bool) -> String {
    let mut names: Vec<&str> = Vec::new();
    for contribution in contributions.iter().filter(|c| c.effect != Effect::None) {
        for (source, state) in contribution.mapping.sources.iter().zip(&contribution.states) {
            if wanted(*state) && !names.contains(&source.as_str()) {
                names.push(source);
            }
        }
    }
    names.join(", ")
}
