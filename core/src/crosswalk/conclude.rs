//! From a table and findings to a result for each target.

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::union::{PartOfTarget, Union, best_union};
use super::{
    Applicability, CONFIDENCE_MET_BP, Crosswalk, Implementation, Mapping, Relation, Remark,
    SourceState, Target,
};
use crate::messages::{self, fill};
use annexa_vocabulary::crosswalk::{check_extensions, check_words};
use annexa_vocabulary::{Problem, quoted, words};

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

/// One row and what it adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// The row.
    pub mapping: Mapping,
    /// The state of each source of the row, in order.
    pub states: Vec<(Applicability, Implementation)>,
    /// What it adds.
    pub effect: Effect,
    /// How much of the target it supports, 0 to 10 000, where that was stated.
    pub support_bp: Option<u16>,
}

/// The result for one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetResult {
    /// The target.
    pub target: Target,
    /// The result.
    pub outcome: Outcome,
    /// What the rows support together, 0 to 10 000, where coverage was stated: the best row for
    /// the whole, or the best sum of rows for parts, whichever is more. Rows for the whole do
    /// not add up, since each covers the same.
    pub support_bp: Option<u16>,
    /// The confidence of the rows that the outcome rests on, in basis points; of rows that were
    /// added up, the weakest.
    pub confidence_bp: Option<u16>,
    /// Every row of the target, in the table's order.
    pub contributions: Vec<Contribution>,
    /// What is still missing, in words: the engine's first, then the plugin's.
    pub gap: String,
}

/// How many targets have which outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals(pub Vec<(Outcome, u32)>);

/// What a crosswalk concludes from an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// The crosswalk that was applied.
    pub crosswalk: Crosswalk,
    /// A result for each target, in the framework's order.
    pub results: Vec<TargetResult>,
    /// Counted from the results, best first.
    pub totals: Totals,
}

impl Crosswalk {
    /// Applies the table to findings, and adds the plugin's words.
    ///
    /// # Errors
    ///
    /// All problems of the remarks: `E-UNKNOWN-ID` for a remark about something that is not
    /// a target, `E-DUPLICATE` for a second remark, `E-CONTROL-CHARACTER` and `E-TOO-LARGE` for
    /// words that must not be shown.
    pub fn conclude(
        &self,
        findings: &[SourceState],
        remarks: Vec<Remark>,
    ) -> Result<Conclusion, Vec<Problem>> {
        let words = self.check(remarks)?;
        let findings: BTreeMap<&str, &SourceState> =
            findings.iter().map(|finding| (finding.id.as_str(), finding)).collect();
        let mut rows: BTreeMap<&str, Vec<&Mapping>> = BTreeMap::new();
        for mapping in self.mappings() {
            rows.entry(&mapping.target).or_default().push(mapping);
        }
        let results: Vec<TargetResult> = self
            .targets()
            .iter()
            .map(|target| {
                let rows = rows.get(target.id.as_str()).map(Vec::as_slice).unwrap_or_default();
                result(target, rows, &findings, words.get(&target.id).map_or("", String::as_str))
            })
            .collect();
        let count = |outcome| results.iter().filter(|result| result.outcome == outcome).count();
        let totals = Outcome::WORDS
            .iter()
            .rev()
            .map(|(_, outcome)| (*outcome, u32::try_from(count(*outcome)).unwrap_or(u32::MAX)))
            .collect();
        Ok(Conclusion { crosswalk: self.clone(), results, totals: Totals(totals) })
    }

    fn check(&self, remarks: Vec<Remark>) -> Result<BTreeMap<String, String>, Vec<Problem>> {
        let targets: BTreeSet<&str> = self.targets().iter().map(|t| t.id.as_str()).collect();
        let mut problems = Vec::new();
        let mut words = BTreeMap::new();
        for (index, remark) in remarks.into_iter().enumerate() {
            let place = format!("remarks[{index}]");
            if !targets.contains(remark.target.as_str()) {
                let message = format!("{} is not a target of this plugin", quoted(&remark.target));
                let fix = "remark only on listed targets";
                problems.push(Problem::new("E-UNKNOWN-ID", &place, message, fix));
            }
            let words_problems = check_words("gap", &remark.gap).into_iter();
            for problem in words_problems.chain(check_extensions(&remark.extensions)) {
                problems.push(Problem { place: place.clone(), ..problem });
            }
            if words.contains_key(&remark.target) {
                let message = format!("a second remark on {}", quoted(&remark.target));
                problems.push(Problem::new("E-DUPLICATE", &place, message, "give one remark"));
            }
            words.insert(remark.target, remark.gap);
            if problems.len() > 50 {
                break;
            }
        }
        if problems.is_empty() { Ok(words) } else { Err(problems) }
    }
}

fn result(
    target: &Target,
    rows: &[&Mapping],
    findings: &BTreeMap<&str, &SourceState>,
    words: &str,
) -> TargetResult {
    let contributions: Vec<Contribution> =
        rows.iter().map(|row| contribution(row, findings)).collect();
    let union = support(&contributions);
    let support = union.and_then(|union| u16::try_from(union.support_bp).ok());
    let alone = contributions.iter().map(outcome).max().unwrap_or(Outcome::Unmapped);
    // Parts that together reach the whole are worth more than each of them alone.
    let reaches_whole = support == Some(10_000);
    let outcome = if reaches_whole { alone.max(Outcome::SupportedVerify) } else { alone };
    let gap = gap_words(outcome, support, &contributions, words);
    TargetResult {
        target: target.clone(),
        outcome,
        support_bp: support,
        confidence_bp: confidence(outcome, union, &contributions),
        contributions,
        gap,
    }
}

fn contribution(row: &Mapping, findings: &BTreeMap<&str, &SourceState>) -> Contribution {
    let states: Vec<(Applicability, Implementation)> = row
        .sources
        .iter()
        .map(|source| match findings.get(source.as_str()) {
            Some(finding) => (finding.applicability, finding.implementation),
            None => (Applicability::Applicable, Implementation::NotAssessed),
        })
        .collect();
    // Sources of one row are needed together, so the weakest decides.
    let share_bp = states
        .iter()
        .map(|(applicability, implementation)| match applicability {
            Applicability::Excluded => 0,
            _ => u32::from(implementation.points_bp().unwrap_or(0)),
        })
        .min()
        .unwrap_or(0);
    let is_excluded = states.iter().any(|(state, _)| *state == Applicability::Excluded);
    let is_unknown = states.iter().any(|(_, state)| *state == Implementation::NotAssessed);
    let covered_bp = if row.relation.is_full() { Some(10_000) } else { row.coverage_bp };
    let effect = match (row.relation, share_bp) {
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
    Contribution { mapping: row.clone(), states, effect, support_bp }
}

/// The outcome that a row would justify alone. Taking the best over all rows is what makes
/// a further row harmless.
fn outcome(contribution: &Contribution) -> Outcome {
    let Mapping { relation, confidence_bp, .. } = contribution.mapping;
    match contribution.effect {
        Effect::None => Outcome::Unmapped,
        Effect::Excluded | Effect::NotAssessed => Outcome::NotAssessed,
        Effect::Open if relation.is_same() => Outcome::Gap,
        Effect::Open => Outcome::GapPossible,
        Effect::Full if confidence_bp >= CONFIDENCE_MET_BP => Outcome::Met,
        Effect::Full => Outcome::SupportedVerify,
        Effect::Part if contribution.support_bp.is_some() => Outcome::Partial,
        Effect::Part => Outcome::PartialVerify,
    }
}

/// The best row for the whole, or the best sum of rows for parts.
fn support(contributions: &[Contribution]) -> Option<Union> {
    let mut names: Vec<&str> = Vec::new();
    let mut parts = Vec::new();
    let mut best: Option<Union> = None;
    for contribution in contributions {
        let Some(support) = contribution.support_bp else { continue };
        let (support_bp, confidence_bp) = (u32::from(support), contribution.mapping.confidence_bp);
        if contribution.mapping.relation.is_full() {
            best = best.max(Some(Union { support_bp, confidence_bp }));
            continue;
        }
        let mut sources = 0;
        for source in &contribution.mapping.sources {
            let bit = names.iter().position(|name| name == source).unwrap_or_else(|| {
                names.push(source);
                names.len() - 1
            });
            // More sources than bits share the last one: they then count once together,
            // which can only make the sum smaller.
            sources |= 1 << bit.min(127);
        }
        parts.push(PartOfTarget { sources, support_bp, confidence_bp });
    }
    best.max(best_union(&parts))
}

fn confidence(
    outcome: Outcome,
    union: Option<Union>,
    contributions: &[Contribution],
) -> Option<u16> {
    let best_of = |effect: Effect| {
        let rows = contributions.iter().filter(|contribution| contribution.effect == effect);
        rows.map(|contribution| contribution.mapping.confidence_bp).max()
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

fn gap_words(
    outcome: Outcome,
    support: Option<u16>,
    contributions: &[Contribution],
    words: &str,
) -> String {
    let mut sentences: Vec<String> = Vec::new();
    if outcome == Outcome::Unmapped {
        sentences.push(messages::CROSSWALK_GAP_UNMAPPED.to_owned());
    }
    let mut list = |sentence: &str, wanted: fn(Applicability, Implementation) -> bool| {
        let open = sources_where(contributions, wanted);
        if !open.is_empty() {
            sentences.push(fill(sentence, &[("open", &open)]));
        }
    };
    list(messages::CROSSWALK_GAP_OPEN, |applicability, implementation| {
        applicability != Applicability::Excluded
            && implementation.points_bp().is_some_and(|points| points < 10_000)
    });
    list(messages::CROSSWALK_GAP_NOT_ASSESSED, |applicability, implementation| {
        applicability != Applicability::Excluded && implementation == Implementation::NotAssessed
    });
    list(messages::CROSSWALK_GAP_EXCLUDED, |applicability, _| {
        applicability == Applicability::Excluded
    });
    match (outcome, support) {
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
        (Outcome::PartialVerify, _) => sentences.push(messages::CROSSWALK_GAP_UNCOVERED.to_owned()),
        _ => {}
    }
    if !words.is_empty() {
        sentences.push(words.to_owned());
    }
    sentences.join(" ")
}

/// A share in per cent, exactly and without needless zeros: 3950 is `39.5`.
fn percent(share_bp: u16) -> String {
    let text = format!("{}.{:02}", share_bp / 100, share_bp % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The sources of rows that count, in order, each once, as `A.5.1, A.5.2`.
fn sources_where(
    contributions: &[Contribution],
    wanted: fn(Applicability, Implementation) -> bool,
) -> String {
    let mut names: Vec<&str> = Vec::new();
    for contribution in contributions.iter().filter(|c| c.effect != Effect::None) {
        for (source, (applicability, implementation)) in
            contribution.mapping.sources.iter().zip(&contribution.states)
        {
            if wanted(*applicability, *implementation) && !names.contains(&source.as_str()) {
                names.push(source);
            }
        }
    }
    names.join(", ")
}
