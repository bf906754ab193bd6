//! The one place that writes what the engine derives: canonical JSON, and CSV.
//!
//! A record has the same members wherever it stands: in a report, and alone. What stands in JSON
//! is declared with [`output!`], so that the schemas of [`crate::schema`] say what is written.

mod catalogue;
mod change;
mod compare;
mod context;
mod criteria;
mod crosswalk;
mod derivation;
mod gap;
mod gate;
mod lint;
mod measure;
mod obligation;
mod over;
mod papers;
mod plugin;
mod results;
mod risk;
mod roadmap;
mod score;
mod soa;
mod threat;

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalogue::Catalogue;
use crate::engine::Engine;
use crate::gap::{gap_records, gaps};
use crate::json::Writer;
use crate::problem::Date;
use crate::record::{Digest, Name, Output, Top, output};
use crate::score::Score;
use crate::soa::SoaTotals;
use crate::words::Words;

pub use catalogue::{documents_csv, documents_json, items_csv, items_json};
pub use change::{Changed, change_csv, change_json};
pub use compare::{
    Side, change_title, comparison_csv, comparison_json, snapshots, snapshots_csv, snapshots_json,
};
pub use context::{choice_csv, choice_json, context_csv, context_json};
pub use criteria::{criteria_csv, criteria_json, crossings_csv};
pub use crosswalk::{conclusion_csv, contribution_csv, mappings_csv, mappings_json};
pub use derivation::{Derivation, DerivationInput, derivation_csv, derivation_json};
pub use gap::{gaps_csv, gaps_json};
pub use gate::{condition_csv, condition_json, gates_csv, gates_json, gates_shown};
pub use lint::{lint_csv, lint_json};
pub use measure::{
    measure_derivation, measure_figures, measure_words, measures_csv, measures_json,
};
pub use obligation::{Binds, obligations, obligations_csv, obligations_json};
pub use over::{over_csv, over_json};
pub use papers::{paper_rows, papers_csv, papers_json, papers_shown};
pub use plugin::{
    CarriedPlugin, Measure, PluginAbout, PluginFile, Property, plugin_csv, plugin_json,
    plugins_csv, plugins_json,
};
pub use results::{Crosswalked, NotComputed, results_json};
pub use risk::{explain_risk, risks_csv, risks_json};
pub use roadmap::{roadmap_csv, roadmap_json};
pub use score::{explanation_csv, explanation_json, scores_csv};
pub use soa::{soa_csv, soa_json, soa_shown};
pub use threat::threats_json;

use gap::GapEntry;
use score::ScoreEntry;
use soa::Totals;

/// Every kind of JSON that is written here, by its name.
pub(crate) const TOPS: [(&str, Top); 30] = [
    ("change", change::CHANGE),
    ("choice", context::CHOICE),
    ("comparison", compare::COMPARISON),
    ("conclusion", crosswalk::CONCLUSION),
    ("condition", gate::CONDITION),
    ("context", context::CONTEXT),
    ("criteria", criteria::CRITERIA),
    ("derivation", derivation::DERIVATION),
    ("documents", catalogue::DOCUMENTS),
    ("explanation", score::EXPLANATION),
    ("gaps", gap::GAPS),
    ("gates", gate::GATES),
    ("items", catalogue::ITEMS),
    ("lint", lint::LINT),
    ("mappings", crosswalk::MAPPINGS),
    ("measures", measure::MEASURES),
    ("obligations", obligation::OBLIGATIONS),
    ("over", over::OVER),
    ("pack", crate::pack::PACK),
    ("papers", papers::PAPERS),
    ("plugin", plugin::PLUGIN),
    ("plugins", plugin::PLUGINS),
    ("report", top::<Report<'_>>("annexa-report")),
    ("resolution", crate::merge::RESOLUTION),
    ("results", results::RESULTS),
    ("risks", risk::RISKS),
    ("roadmap", roadmap::ROADMAP),
    ("snapshots", compare::SNAPSHOTS),
    ("soa", soa::SOA),
    ("threats", threat::THREATS),
];

output! {
    /// How every result of an assessment begins.
    struct Head<'a> {
        /// The catalogue that was assessed by.
        catalogue: Name<'a>,
        /// The digest of the catalogue's facts.
        catalogue_sha256: Digest<'a>,
        /// The digest of the assessment's content, which does not depend on its layout.
        assessment_sha256: Digest<'a>,
    }

    /// How every result of an assessment ends.
    struct Tail<'a> {
        /// Answers to ids that the catalogue does not know: kept, and counted nowhere.
        unknown_ids: Ids<'a>,
    }

    /// Scores, totals of the Statement of Applicability, and gaps of an assessment.
    struct Report<'a> {
        /// Every score: all requirements, all controls, chapters, and values of attributes.
        scores: Vec<ScoreEntry<'a>>,
        /// Numbers of controls in the Statement of Applicability.
        soa_totals: Totals,
        /// Every requirement and control below its target.
        gaps: Vec<GapEntry<'a>>,
    }
}

/// A list of ids.
#[derive(Debug)]
struct Ids<'a>(Vec<&'a str>);

impl crate::record::Member for Ids<'_> {
    const KIND: crate::record::Kind = crate::record::Kind::ItemIds;

    fn write(&self, w: &mut Writer, key: &str) {
        w.member_list(key, |w| self.0.iter().for_each(|id| w.entry_text(id)));
    }
}

/// The top of a result of an assessment.
const fn top<O: Output>(format: &'static str) -> Top {
    Top { format: Some(format), around: Some([Head::SHAPE, Tail::SHAPE]), own: O::SHAPE }
}

/// The top of a result of anything else.
const fn bare<O: Output>(format: &'static str) -> Top {
    Top { format: Some(format), around: None, own: O::SHAPE }
}

/// Scores, gaps and totals of the Statement of Applicability as canonical JSON.
pub fn report_json(engine: &Engine, words: &Words) -> Vec<u8> {
    report(engine, words).finish()
}

fn report(engine: &Engine, words: &Words) -> Writer {
    let catalogue = engine.document().catalogue();
    let gaps = gaps(catalogue, engine.facts());
    let gaps = gap_records(catalogue, engine.document(), &gaps, words);
    let report = Report {
        scores: engine.scores().map(|score| ScoreEntry::of(catalogue, score)).collect(),
        soa_totals: Totals::of(&SoaTotals::of(catalogue, engine.facts())),
        gaps: gaps.iter().map(GapEntry::of).collect(),
    };
    written("annexa-report", engine, &report)
}

/// A result of an assessment.
fn written(format: &str, engine: &Engine, own: &impl Output) -> Writer {
    let document = engine.document();
    let catalogue = document.catalogue();
    let head = Head {
        catalogue: Name(catalogue.id()),
        catalogue_sha256: Digest(engine.catalogue_hash()),
        assessment_sha256: Digest(engine.content_hash()),
    };
    let tail = Tail { unknown_ids: Ids(document.unknown_ids().map(|id| id.as_str()).collect()) };
    object(format, |w| {
        head.members(w);
        own.members(w);
        tail.members(w);
    })
}

/// A result of an assessment for a view: its own members alone, without white space. What names
/// catalogue and assessment is made of the whole file, and no view waits for that after an answer.
fn shown(own: &impl Output) -> Vec<u8> {
    let mut writer = Writer::compact();
    writer.object(|w| own.members(w));
    writer.into_text().into_bytes()
}

/// A result of anything else.
fn written_bare(format: &str, own: &impl Output) -> Writer {
    object(format, |w| own.members(w))
}

/// What says what it is, and then its members.
fn object(format: &str, members: impl FnOnce(&mut Writer)) -> Writer {
    let mut writer = Writer::default();
    writer.object(|w| {
        w.text("format", format);
        w.int("version", 1);
        members(w);
    });
    writer
}

fn key<'c>(catalogue: &'c Catalogue, score: &Score) -> &'c str {
    catalogue.score_id(score.key)
}

fn day(date: Option<Date>) -> String {
    date.map(|date| alloc::format!("{date}")).unwrap_or_default()
}

#[cfg(test)]
mod tests;
