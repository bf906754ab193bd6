//! Scores, and the arithmetic behind one, as canonical JSON and as CSV.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{key, top, written};
use crate::assessment::Implementation;
use crate::catalogue::Catalogue;
use crate::csv::CsvWriter;
use crate::engine::Engine;
use crate::record::{self, Nullable, Share, Top, output, word_members};
use crate::score::{Explanation, Score};
use crate::words::Words;

pub(super) const EXPLANATION: Top = top::<ExplanationOf<'_>>("annexa-explanation");

word_members! { Implementation }

output! {
    /// A score: how much of what was assessed is in place, and how much was assessed.
    pub(super) struct ScoreEntry<'a> {
        /// The id of the group that is scored.
        key: &'a str,
        /// The conformity of what was assessed; null while nothing is.
        score_bp: Nullable,
        /// How much of the scope was assessed; null where nothing is in scope.
        coverage_bp: Nullable,
        /// How many items were assessed.
        assessed: u32,
        /// How many items are in scope.
        in_scope: u32,
        /// The points of the assessed items together, 0 to 10,000 for each.
        points_bp: u32,
    }

    /// The arithmetic behind one score.
    struct ExplanationOf<'a> {
        /// The id of the group that is scored.
        key: &'a str,
        /// The conformity of what was assessed; null while nothing is.
        score_bp: Nullable,
        /// How much of the scope was assessed; null where nothing is in scope.
        coverage_bp: Nullable,
        /// How many items were assessed.
        assessed: u32,
        /// How many items are in scope.
        in_scope: u32,
        /// The points of the assessed items together, 0 to 10,000 for each.
        points_bp: u32,
        /// The rule in words.
        rule: String,
        /// The arithmetic in words.
        arithmetic: String,
        /// Every item of the group.
        inputs: Vec<InputEntry<'a>>,
    }

    /// What one item adds to a score.
    struct InputEntry<'a> {
        /// The item.
        id: record::Item<'a>,
        /// How far it is in place.
        implementation: Implementation,
        /// Whether it counts.
        counted: bool,
        /// The points that it adds; 0 where it does not count.
        points_bp: Share,
        /// Why, in words.
        why: String,
    }
}

impl<'a> ScoreEntry<'a> {
    pub(super) fn of(catalogue: &'a Catalogue, score: &Score) -> ScoreEntry<'a> {
        ScoreEntry {
            key: key(catalogue, score),
            score_bp: Nullable(score.score_bp()),
            coverage_bp: Nullable(score.coverage_bp()),
            assessed: score.assessed,
            in_scope: score.in_scope,
            points_bp: score.points_bp,
        }
    }
}

/// The scores as CSV.
pub fn scores_csv(engine: &Engine) -> Vec<u8> {
    let columns = ["key", "score_bp", "coverage_bp", "assessed", "in_scope", "points_bp"];
    let mut csv = CsvWriter::new(&columns);
    for score in engine.scores() {
        csv.row([
            key(engine.document().catalogue(), score),
            &score.score_bp().map(|bp| bp.to_string()).unwrap_or_default(),
            &score.coverage_bp().map(|bp| bp.to_string()).unwrap_or_default(),
            &score.assessed.to_string(),
            &score.in_scope.to_string(),
            &score.points_bp.to_string(),
        ]);
    }
    csv.finish()
}

/// The arithmetic behind a score as canonical JSON.
pub fn explanation_json(engine: &Engine, explanation: &Explanation, words: &Words) -> Vec<u8> {
    let catalogue = engine.document().catalogue();
    let inputs = explanation.inputs.iter().map(|input| InputEntry {
        id: record::Item(catalogue.id_at(input.item)),
        implementation: input.implementation,
        counted: input.points_bp.is_some(),
        points_bp: Share(input.points_bp.unwrap_or(0).into()),
        why: input.why(words),
    });
    let ScoreEntry { key, score_bp, coverage_bp, assessed, in_scope, points_bp } =
        ScoreEntry::of(catalogue, &explanation.score);
    let own = ExplanationOf {
        key,
        score_bp,
        coverage_bp,
        assessed,
        in_scope,
        points_bp,
        rule: Explanation::rule(words),
        arithmetic: explanation.arithmetic(words),
        inputs: inputs.collect(),
    };
    written("annexa-explanation", engine, &own).finish()
}

/// The arithmetic behind a score as CSV.
pub fn explanation_csv(engine: &Engine, explanation: &Explanation, words: &Words) -> Vec<u8> {
    let catalogue = engine.document().catalogue();
    let mut csv = CsvWriter::new(&["id", "implementation", "counted", "points_bp", "why"]);
    for input in &explanation.inputs {
        csv.row([
            catalogue.id_at(input.item),
            input.implementation.word(),
            if input.points_bp.is_some() { "yes" } else { "no" },
            &input.points_bp.unwrap_or(0).to_string(),
            &input.why(words),
        ]);
    }
    csv.finish()
}
