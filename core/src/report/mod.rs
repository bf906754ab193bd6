//! The one place that writes what the engine derives: canonical JSON, and CSV.
//!
//! A record has the same members wherever it stands: in a report, and alone.

mod catalogue;
mod lint;
mod soa;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::catalogue::{Catalogue, Item};
use crate::csv::CsvWriter;
use crate::date::Date;
use crate::engine::Engine;
use crate::gap::{GapRecord, gap_records, gaps};
use crate::json::Writer;
use crate::score::{Explanation, Score};
use crate::soa::SoaTotals;
use crate::words::Words;

pub use catalogue::{documents_csv, documents_json, documents_of, items_csv, items_json};
pub use lint::{lint_csv, lint_json};
pub use soa::{soa_csv, soa_json};

/// Scores, gaps and totals of the Statement of Applicability as canonical JSON.
pub fn report_json(engine: &Engine, words: &Words) -> Vec<u8> {
    written("annexa-report", engine, |w| {
        let catalogue = engine.document().catalogue();
        w.member_list("scores", |w| {
            for score in engine.scores() {
                w.entry_object(|w| score_json(w, catalogue, score));
            }
        });
        w.member_object("soa_totals", |w| {
            totals_json(w, &SoaTotals::of(catalogue, engine.facts()));
        });
        let gaps = gaps(catalogue, engine.facts());
        gap_list(w, &gap_records(catalogue, engine.document(), &gaps, words));
    })
}

/// The gap list as canonical JSON: the records of a report.
pub fn gaps_json(engine: &Engine, gaps: &[GapRecord]) -> Vec<u8> {
    written("annexa-gaps", engine, |w| gap_list(w, gaps))
}

/// What every result begins and ends with, and between them its members.
fn written(format: &str, engine: &Engine, members: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let document = engine.document();
    let mut writer = Writer::default();
    writer.object(|w| {
        w.text("format", format);
        w.int("version", 1);
        w.text("catalogue", document.catalogue().id());
        w.text("catalogue_sha256", &document.catalogue().digest());
        w.text("assessment_sha256", &document.content_hash());
        members(w);
        w.member_list("unknown_ids", |w| {
            document.unknown_ids().for_each(|id| w.entry_text(id.as_str()));
        });
    });
    writer.finish()
}

fn score_json(w: &mut Writer, catalogue: &Catalogue, score: &Score) {
    w.text("key", key(catalogue, score));
    w.optional_int("score_bp", score.score_bp());
    w.optional_int("coverage_bp", score.coverage_bp());
    w.int("assessed", score.assessed);
    w.int("in_scope", score.in_scope);
    w.int("points_bp", score.points_bp);
}

fn totals_json(w: &mut Writer, totals: &SoaTotals) {
    totals.named().into_iter().for_each(|(name, count)| w.int(name, count));
}

fn gap_list(w: &mut Writer, gaps: &[GapRecord]) {
    w.member_list("gaps", |w| gaps.iter().for_each(|gap| w.entry_object(|w| gap_json(w, gap))));
}

fn gap_json(w: &mut Writer, gap: &GapRecord) {
    w.text("id", &gap.id);
    w.text("title", &gap.title);
    w.text("force", gap.force.word());
    w.text("implementation", gap.implementation.word());
    w.text("missing", &gap.missing);
    w.text_unless_empty("owner", &gap.owner);
    w.text_unless_empty("due", &day(gap.due));
    w.text_unless_empty("good", &gap.good);
    w.member_list("guidance", |w| gap.guidance.iter().for_each(|step| w.entry_text(step)));
}

/// The gap list as CSV.
pub fn gaps_csv(gaps: &[GapRecord]) -> Vec<u8> {
    let columns =
        ["id", "title", "force", "implementation", "missing", "owner", "due", "guidance", "good"];
    let mut csv = CsvWriter::new(&columns);
    for gap in gaps {
        csv.row([
            gap.id.as_str(),
            &gap.title,
            gap.force.word(),
            gap.implementation.word(),
            &gap.missing,
            &gap.owner,
            &day(gap.due),
            &gap.guidance.join(" "),
            &gap.good,
        ]);
    }
    csv.finish()
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
    written("annexa-explanation", engine, |w| {
        let catalogue = engine.document().catalogue();
        score_json(w, catalogue, &explanation.score);
        w.text("rule", &Explanation::rule(words));
        w.text("arithmetic", &explanation.arithmetic(words));
        w.member_list("inputs", |w| {
            for input in &explanation.inputs {
                w.entry_object(|w| {
                    w.text("id", catalogue.items().get(input.item).map_or("", Item::id));
                    w.text("implementation", input.implementation.word());
                    w.bool("counted", input.points_bp.is_some());
                    w.int("points_bp", input.points_bp.unwrap_or(0));
                    w.text("why", &input.why(words));
                });
            }
        });
    })
}

/// The arithmetic behind a score as CSV.
pub fn explanation_csv(engine: &Engine, explanation: &Explanation, words: &Words) -> Vec<u8> {
    let items = engine.document().catalogue().items();
    let mut csv = CsvWriter::new(&["id", "implementation", "counted", "points_bp", "why"]);
    for input in &explanation.inputs {
        csv.row([
            items.get(input.item).map_or("", Item::id),
            input.implementation.word(),
            if input.points_bp.is_some() { "yes" } else { "no" },
            &input.points_bp.unwrap_or(0).to_string(),
            &input.why(words),
        ]);
    }
    csv.finish()
}

fn key<'c>(catalogue: &'c Catalogue, score: &Score) -> &'c str {
    catalogue.group(score.key).map_or("", |group| group.id())
}

fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
