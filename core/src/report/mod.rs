//! The report: what the engine derives, as canonical JSON and as tables.

mod catalogue;

use crate::assessment::Document;
use crate::catalogue::Catalogue;
use crate::csv::{CsvWriter, joined};
use crate::engine::Engine;
use crate::gap::Gap;
use crate::json::Writer;
use crate::score::Score;
use crate::soa::StatementOfApplicability;

pub use catalogue::{documents_csv, documents_json, documents_of, items_csv, items_json};

/// Scores, gaps and totals of the Statement of Applicability as canonical JSON.
pub fn report_json(engine: &Engine) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.object(|w| {
        let document: &Document = engine.document();
        w.text("format", "annexa-report");
        w.int("version", 1);
        w.text("catalogue", document.catalogue().id());
        w.text("catalogue_sha256", &document.catalogue().digest());
        w.text("assessment_sha256", &document.content_hash());
        w.member_list("scores", |w| {
            for score in engine.scores() {
                w.entry_object(|w| score_json(w, document.catalogue(), score));
            }
        });
        w.member_object("soa_totals", |w| {
            let totals = engine.soa().totals;
            w.int("applicable", totals.applicable);
            w.int("excluded", totals.excluded);
            w.int("inherited", totals.inherited);
            w.int("implemented", totals.implemented);
            w.int("partly", totals.partly);
            w.int("planned", totals.planned);
            w.int("not_implemented", totals.not_implemented);
            w.int("not_assessed", totals.not_assessed);
        });
        w.member_list("gaps", |w| {
            for gap in engine.gaps() {
                w.entry_object(|w| gap_json(w, &gap));
            }
        });
        w.member_list("unknown_ids", |w| {
            for id in document.unknown_ids() {
                w.entry_text(id.as_str());
            }
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

fn gap_json(w: &mut Writer, gap: &Gap) {
    w.text("id", &gap.id);
    w.text("title", &gap.title);
    w.text("force", gap.force.word());
    w.text("implementation", gap.implementation.word());
    w.text("missing", &gap.missing);
    w.text_unless_empty("owner", &gap.owner);
    w.text_unless_empty("due", &gap.due);
}

/// The gap list as CSV.
pub fn gaps_csv(gaps: &[Gap]) -> Vec<u8> {
    let columns = ["id", "title", "force", "implementation", "missing", "owner", "due", "guidance"];
    let mut csv = CsvWriter::new(&columns);
    for gap in gaps {
        csv.row([
            gap.id.as_str(),
            &gap.title,
            gap.force.word(),
            gap.implementation.word(),
            &gap.missing,
            &gap.owner,
            &gap.due,
            &gap.guidance.join(" "),
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

fn key<'c>(catalogue: &'c Catalogue, score: &Score) -> &'c str {
    catalogue.group(score.key).map_or("", |group| group.id())
}

/// The Statement of Applicability as CSV.
pub fn soa_csv(soa: &StatementOfApplicability) -> Vec<u8> {
    let columns = [
        "id",
        "title",
        "applicability",
        "reasons",
        "justification",
        "provider",
        "implementation",
        "owner",
        "evidence",
        "changed",
    ];
    let mut csv = CsvWriter::new(&columns);
    for row in &soa.rows {
        csv.row([
            row.id.as_str(),
            &row.title,
            row.applicability.word(),
            &joined(row.reasons(), ";"),
            &row.justification,
            &row.provider,
            row.implementation.word(),
            &row.owner,
            &joined(&row.evidence, ";"),
            &row.changed,
        ]);
    }
    csv.finish()
}
