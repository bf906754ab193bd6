//! From a compiled table and states to a result for each target.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::compile::Row;
use super::union::{PartOfTarget, Union, best_union};
use super::{
    Applicability, CONFIDENCE_MET_BP, CompiledCrosswalk, Implementation, Mapping, Relation, Remark,
    Target,
};
use crate::facts::State;
use annexa_vocabulary::crosswalk::{check_extensions, check_words};
use annexa_vocabulary::{Problem, problem, quoted, words};

words! {
    /// The result for a target, from nothing known to met.
    Outcome {
        /// No row maps it. Nothing follows.
        Unmapped = "unmapped",
        /// Nobody has assessed the mapped sources, or they are excluded.
        NotAssessed = "not_assessed",
        /// The same thing under another name is not in place.
        Gap = "gap",
        /// Sources that cover a part, or more than the target, are not in place.
        GapPossible = "gap_possible",
        /// Some support, and nobody said how much.
        PartialVerify = "partial_verify",
        /// Support for a stated part.
        Partial = "partial",
        /// Support for the whole, with too little confidence, or put together from parts.
        SupportedVerify = "supported_verify",
        /// Full evidence of sufficient confidence.
        Met = "met",
    }
}

words! {
    /// What one row adds.
    Effect {
        /// The relation is `none`.
        None = "none",
        /// A source is excluded, so there is no evidence.
        Excluded = "excluded",
        /// Nobody has assessed a source.
        NotAssessed = "not_assessed",
        /// A source is not in place.
        Open = "open",
        /// Evidence for a part.
        Part = "part",
        /// Evidence for the whole.
        Full = "full",
    }
}

/// What one row adds, and how much of the target it supports where that was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Added {
    pub(super) effect: Effect,
    pub(super) support_bp: Option<u16>,
}

/// One row and what it adds, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution<'c> {
    /// The row.
    pub mapping: &'c Mapping,
    /// The state of each source of the row, in order.
    pub states: Vec<State>,
    /// What it adds.
    pub effect: Effect,
    /// How much of the target it supports, 0 to 10 000, where that was stated.
    pub support_bp: Option<u16>,
}

/// The result for one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetResult {
    /// The target's place in [`Crosswalk::targets`](super::Crosswalk::targets).
    pub target: usize,
    /// The result.
    pub outcome: Outcome,
    /// What the rows support together, 0 to 10 000, where coverage was stated: the best row for
    /// the whole, or the best sum of rows for parts, whichever is more. Rows for the whole do
    /// not add up, since each covers the same.
    pub support_bp: Option<u16>,
    /// The confidence of the rows that the outcome rests on, in basis points; of rows that were
    /// added up, the weakest.
    pub confidence_bp: Option<u16>,
    /// The plugin's words about what is missing, or nothing.
    pub remark: String,
}

/// How many targets have which outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals(pub Vec<(Outcome, u32)>);

/// What a crosswalk concludes from an assessment: numbers and places over a table that it
/// borrows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion<'c> {
    /// The crosswalk that was applied.
    pub crosswalk: &'c CompiledCrosswalk,
    /// A result for each target, in the framework's order.
    pub results: Vec<TargetResult>,
    /// Counted from the results, best first.
    pub totals: Totals,
    /// The states that were given, by place.
    states: Vec<State>,
    /// What each row adds, in the order of the compiled rows.
    added: Vec<Added>,
}

impl CompiledCrosswalk {
    /// Applies the table to the states of what is assessed, and adds the plugin's words. What
    /// has no state at its place is taken for not assessed.
    ///
    /// # Errors
    ///
    /// All problems of the remarks: `E-UNKNOWN-ID` for a remark about something that is not
    /// a target, `E-DUPLICATE` for a second remark, `E-CONTROL-CHARACTER` and `E-TOO-LARGE` for
    /// words that must not be shown.
    pub fn conclude(
        &self,
        states: &[State],
        remarks: Vec<Remark>,
    ) -> Result<Conclusion<'_>, Vec<Problem>> {
        let mut words = self.check(remarks)?;
        let mut added = Vec::with_capacity(self.crosswalk().mappings().len());
        let mut results = Vec::with_capacity(self.crosswalk().targets().len());
        let mut totals: Vec<(Outcome, u32)> =
            Outcome::WORDS.iter().rev().map(|(_, outcome)| (*outcome, 0)).collect();
        for (place, (target, range)) in self.targets().enumerate() {
            let start = added.len();
            added.extend(self.rows(range.clone()).map(|(row, its)| adds(row, its, states)));
            let added = added.get(start..).unwrap_or_default();
            let remark = words.remove(&target.id).unwrap_or_default();
            let result = self.result(place, range, added, remark);
            let total = totals.iter_mut().find(|(outcome, _)| *outcome == result.outcome);
            if let Some((_, count)) = total {
                *count += 1;
            }
            results.push(result);
        }
        let (totals, states) = (Totals(totals), states.to_vec());
        Ok(Conclusion { crosswalk: self, results, totals, states, added })
    }

    fn check(&self, remarks: Vec<Remark>) -> Result<BTreeMap<String, String>, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut words = BTreeMap::new();
        for (index, remark) in remarks.into_iter().enumerate() {
            let place = format!("remarks[{index}]");
            if self.target(&remark.target).is_none() {
                let unknown = problem!("E-UNKNOWN-ID", "remark", id = quoted(&remark.target));
                problems.push(unknown.at(&*place));
            }
            let words_problems = check_words("gap", &remark.gap).into_iter();
            for problem in words_problems.chain(check_extensions(&remark.extensions)) {
                problems.push(Problem { place: place.clone(), ..problem });
            }
            if words.contains_key(&remark.target) {
                let second = problem!("E-DUPLICATE", "remark", id = quoted(&remark.target));
                problems.push(second.at(&*place));
            }
            words.insert(remark.target, remark.gap);
            if problems.len() > 50 {
                break;
            }
        }
        if problems.is_empty() { Ok(words) } else { Err(problems) }
    }

    fn result(
        &self,
        target: usize,
        range: Range<usize>,
        added: &[Added],
        remark: String,
    ) -> TargetResult {
        let rows = || self.rows(range.clone()).zip(added).map(|((row, its), add)| (row, its, add));
        let union = support(rows());
        let support_bp = union.and_then(|union| u16::try_from(union.support_bp).ok());
        let alone = rows().map(|(_, its, added)| outcome(its, added)).max();
        let alone = alone.unwrap_or(Outcome::Unmapped);
        // Parts that together reach the whole are worth more than each of them alone.
        let reaches_whole = support_bp == Some(10_000);
        let outcome = if reaches_whole { alone.max(Outcome::SupportedVerify) } else { alone };
        let confidence_bp = confidence(outcome, union, rows());
        TargetResult { target, outcome, support_bp, confidence_bp, remark }
    }
}

impl<'c> Conclusion<'c> {
    /// What a result is about.
    pub fn target(&self, result: &TargetResult) -> Option<&'c Target> {
        self.crosswalk.crosswalk().targets().get(result.target)
    }

    /// Every row of a result's target, in the table's order.
    pub fn contributions(
        &self,
        result: &TargetResult,
    ) -> impl Iterator<Item = Contribution<'c>> + use<'_, 'c> {
        let range = self.crosswalk.range(result.target);
        let added = self.added.get(range.clone()).unwrap_or_default();
        self.crosswalk.rows(range).zip(added).map(|((row, mapping), added)| Contribution {
            mapping,
            states: row.sources.iter().map(|place| state(&self.states, *place)).collect(),
            effect: added.effect,
            support_bp: added.support_bp,
        })
    }
}

fn state(states: &[State], place: usize) -> State {
    states.get(place).copied().unwrap_or(State::NONE)
}

fn adds(row: &Row, mapping: &Mapping, states: &[State]) -> Added {
    let states = || row.sources.iter().map(|place| state(states, *place));
    // Sources of one row are needed together, so the weakest decides.
    let share_bp = states()
        .map(|state| match state.applicability {
            Applicability::Excluded => 0,
            _ => u32::from(state.implementation.points_bp().unwrap_or(0)),
        })
        .min()
        .unwrap_or(0);
    let is_excluded = states().any(|state| state.applicability == Applicability::Excluded);
    let is_unknown = states().any(|state| state.implementation == Implementation::NotAssessed);
    let is_full = mapping.relation.is_full();
    let covered_bp = if is_full { Some(10_000) } else { mapping.coverage_bp };
    let effect = match (mapping.relation, share_bp) {
        (Relation::None, _) => Effect::None,
        (_, 0) if is_excluded => Effect::Excluded,
        (_, 0) if is_unknown => Effect::NotAssessed,
        (_, 0) => Effect::Open,
        (relation, 10_000) if relation.is_full() => Effect::Full,
        _ => Effect::Part,
    };
    let support_bp = match effect {
        Effect::Part | Effect::Full => covered_bp
            .map(|covered| u32::from(covered) * share_bp / 10_000)
            .and_then(|support| u16::try_from(support).ok()),
        _ => None,
    };
    Added { effect, support_bp }
}

/// The outcome that a row would justify alone. Taking the best over all rows is what makes
/// a further row harmless.
fn outcome(mapping: &Mapping, added: &Added) -> Outcome {
    match added.effect {
        Effect::None => Outcome::Unmapped,
        Effect::Excluded | Effect::NotAssessed => Outcome::NotAssessed,
        Effect::Open if mapping.relation.is_same() => Outcome::Gap,
        Effect::Open => Outcome::GapPossible,
        Effect::Full if mapping.confidence_bp >= CONFIDENCE_MET_BP => Outcome::Met,
        Effect::Full => Outcome::SupportedVerify,
        Effect::Part if added.support_bp.is_some() => Outcome::Partial,
        Effect::Part => Outcome::PartialVerify,
    }
}

/// The best row for the whole, or the best sum of rows for parts.
fn support<'c>(rows: impl Iterator<Item = (&'c Row, &'c Mapping, &'c Added)>) -> Option<Union> {
    let mut parts = Vec::new();
    let mut best: Option<Union> = None;
    for (row, mapping, added) in rows {
        let Some(support) = added.support_bp else { continue };
        let (support_bp, confidence_bp) = (u32::from(support), mapping.confidence_bp);
        if mapping.relation.is_full() {
            best = best.max(Some(Union { support_bp, confidence_bp }));
        } else {
            parts.push(PartOfTarget { sources: row.set, support_bp, confidence_bp });
        }
    }
    best.max(best_union(&parts))
}

fn confidence<'c>(
    outcome: Outcome,
    union: Option<Union>,
    rows: impl Iterator<Item = (&'c Row, &'c Mapping, &'c Added)>,
) -> Option<u16> {
    let best_of = |effect: Effect| {
        let rows = rows.filter(|(_, _, added)| added.effect == effect);
        rows.map(|(_, mapping, _)| mapping.confidence_bp).max()
    };
    match outcome {
        Outcome::Unmapped | Outcome::NotAssessed => None,
        Outcome::Met | Outcome::SupportedVerify => {
            best_of(Effect::Full).or(union.map(|union| union.confidence_bp))
        }
        Outcome::Partial => union.map(|union| union.confidence_bp),
        Outcome::PartialVerify => best_of(Effect::Part),
        Outcome::Gap | Outcome::GapPossible => best_of(Effect::Open),
    }
}
