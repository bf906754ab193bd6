//! What a crosswalk concludes, and the table that it rests on, as canonical JSON and as CSV.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Ids, bare, written_bare};
use crate::crosswalk::{
    Applicability, Basis, Conclusion, Contribution, Crosswalk, Effect, Implementation, Mapping,
    Outcome, Relation, TargetResult,
};
use crate::csv::{CsvWriter, joined};
use crate::json::Writer;
use crate::record::{Digest, Item, Name, Nullable, Share, Top, output, said, word_members};
use crate::words::Words;

pub(super) const CONCLUSION: Top = bare::<ConclusionOf<'_>>("annexa-conclusion");
pub(super) const MAPPINGS: Top = bare::<Mappings<'_>>("annexa-mappings");

word_members! { Basis Effect Outcome Relation }

output! {
    /// What a crosswalk concludes from an assessment.
    struct ConclusionOf<'a> {
        /// The plugin that gave the table.
        plugin: Source<'a>,
        /// The framework that was assessed.
        source_framework: &'a str,
        /// The digest of the facts of the catalogue that was assessed by.
        catalogue_sha256: Digest<'a>,
        /// The framework that something is said about.
        target_framework: Framework<'a>,
        /// Where the mapping comes from.
        provenance: Provenance<'a>,
        /// Numbers of targets by their results.
        totals: Totals,
        /// A result for each target, in the framework's order.
        results: Vec<TargetEntry<'a>>,
    }

    /// A plugin, and the file that it came from.
    struct Source<'a> {
        /// The plugin's id.
        id: Name<'a>,
        /// Its name for people.
        name: &'a str,
        /// Its own version.
        version: &'a str,
        /// The digest of its file.
        digest_sha256: Digest<'a>,
        /// What it is good for and what it is not.
        summary: &'a str,
    }

    /// A framework.
    struct Framework<'a> {
        /// Its id.
        id: Name<'a>,
        /// Its name and edition.
        title: &'a str,
    }

    /// Where a mapping comes from, so that a reader can weigh it.
    struct Provenance<'a> {
        /// The document that it was read from or made for.
        document: &'a str,
        /// The document's version or date.
        version: &'a str,
        /// The licence of the mapping.
        licence: &'a str,
        /// How it was made and who reviewed it.
        method: &'a str,
    }

    /// Numbers of targets by their results, best first.
    struct Totals {
        /// Full evidence of sufficient confidence.
        met: u32,
        /// Support for the whole, to be verified.
        supported_verify: u32,
        /// Support for a stated part.
        partial: u32,
        /// Some support, and nobody said how much.
        partial_verify: u32,
        /// Sources that cover a part, or more, are not in place.
        gap_possible: u32,
        /// The same thing under another name is not in place.
        gap: u32,
        /// Nobody has assessed the sources, or they are excluded.
        not_assessed: u32,
        /// No row maps it.
        unmapped: u32,
    }

    /// The result for one target.
    struct TargetEntry<'a> {
        /// The target's id.
        target: Name<'a>,
        /// Its short name.
        title: &'a str,
        /// The id of its group.
        group: &'a str,
        /// The title of its group.
        group_title: &'a str,
        /// The category of its group.
        category: Option<&'a str>,
        /// The result.
        result: Outcome,
        /// What the rows support together; null where no coverage was stated.
        support_bp: Nullable,
        /// The confidence of the rows that the result rests on; null where it rests on none.
        confidence_bp: Nullable,
        /// What is still missing, in words.
        gap: String,
        /// What each row adds.
        contributions: Vec<ContributionEntry<'a>>,
    }

    /// A row, and what it adds.
    struct ContributionEntry<'a> {
        /// The items that stand in the relation together.
        sources: Vec<SourceEntry<'a>>,
        /// How the sources relate to the target.
        relation: Relation,
        /// The part of the target that is covered; null where it was not stated.
        coverage_bp: Nullable,
        /// How sure the author is.
        confidence_bp: Share,
        /// What the judgement rests on.
        basis: Basis,
        /// Why, in words.
        rationale: &'a str,
        /// What the row adds.
        effect: Effect,
        /// How much of the target it supports; null where that was not stated.
        support_bp: Nullable,
    }

    /// An item, and its state.
    struct SourceEntry<'a> {
        /// The item.
        id: Item<'a>,
        /// Whether it belongs to the assessed system.
        applicability: Applicability,
        /// How far it is in place.
        implementation: Implementation,
    }

    /// The table of a plugin.
    struct Mappings<'a> {
        /// The plugin that gave the table.
        plugin: Source<'a>,
        /// The framework that sources belong to.
        source_framework: &'a str,
        /// The framework that targets belong to.
        target_framework: Framework<'a>,
        /// Where the mapping comes from.
        provenance: Provenance<'a>,
        /// The rows.
        mappings: Vec<MappingEntry<'a>>,
    }

    /// One row of a table.
    struct MappingEntry<'a> {
        /// The target.
        target: Name<'a>,
        /// How the sources relate to the target.
        relation: Relation,
        /// The items that stand in the relation together.
        sources: Ids<'a>,
        /// The part of the target that is covered; null where it was not stated.
        coverage_bp: Nullable,
        /// How sure the author is.
        confidence_bp: Share,
        /// What the judgement rests on.
        basis: Basis,
        /// Why, in words.
        rationale: &'a str,
    }
}

impl Conclusion<'_> {
    /// The canonical JSON bytes: the one form in which every host gives it. `plugin_digest` is
    /// the SHA-256 of the plugin's file.
    pub fn to_bytes(&self, plugin_digest: &str, words: &Words) -> Vec<u8> {
        self.written(plugin_digest, words).finish()
    }

    pub(super) fn written(&self, plugin_digest: &str, words: &Words) -> Writer {
        let table = self.crosswalk.crosswalk();
        let count = |wanted| {
            let found = self.totals.0.iter().find(|(outcome, _)| *outcome == wanted);
            found.map_or(0, |(_, count)| *count)
        };
        let own = ConclusionOf {
            plugin: source(table, plugin_digest),
            source_framework: &table.description().source_framework,
            catalogue_sha256: Digest(self.crosswalk.catalogue_sha256()),
            target_framework: framework(table),
            provenance: provenance(table),
            totals: Totals {
                met: count(Outcome::Met),
                supported_verify: count(Outcome::SupportedVerify),
                partial: count(Outcome::Partial),
                partial_verify: count(Outcome::PartialVerify),
                gap_possible: count(Outcome::GapPossible),
                gap: count(Outcome::Gap),
                not_assessed: count(Outcome::NotAssessed),
                unmapped: count(Outcome::Unmapped),
            },
            results: self.results.iter().filter_map(|it| self.entry(it, words)).collect(),
        };
        written_bare("annexa-conclusion", &own)
    }

    fn entry(&self, result: &TargetResult, words: &Words) -> Option<TargetEntry<'_>> {
        let target = self.target(result)?;
        Some(TargetEntry {
            target: Name(&target.id),
            title: &target.title,
            group: &target.group,
            group_title: &target.group_title,
            category: said(&target.category),
            result: result.outcome,
            support_bp: share(result.support_bp),
            confidence_bp: share(result.confidence_bp),
            gap: self.gap(result, words),
            contributions: self.contributions(result).map(|it| contribution(&it)).collect(),
        })
    }
}

fn contribution<'a>(it: &Contribution<'a>) -> ContributionEntry<'a> {
    let mapping = it.mapping;
    let sources = mapping.sources.iter().zip(&it.states).map(|(source, state)| SourceEntry {
        id: Item(source),
        applicability: state.applicability,
        implementation: state.implementation,
    });
    ContributionEntry {
        sources: sources.collect(),
        relation: mapping.relation,
        coverage_bp: share(mapping.coverage_bp),
        confidence_bp: Share(mapping.confidence_bp.into()),
        basis: mapping.basis,
        rationale: &mapping.rationale,
        effect: it.effect,
        support_bp: share(it.support_bp),
    }
}

fn share(share_bp: Option<u16>) -> Nullable {
    Nullable(share_bp.map(u32::from))
}

fn source<'a>(table: &'a Crosswalk, digest: &'a str) -> Source<'a> {
    let it = table.description();
    Source {
        id: Name(&it.id),
        name: &it.name,
        version: &it.version,
        digest_sha256: Digest(digest),
        summary: &it.summary,
    }
}

fn framework(table: &Crosswalk) -> Framework<'_> {
    let it = table.description();
    Framework { id: Name(&it.target_framework), title: &it.target_title }
}

fn provenance(table: &Crosswalk) -> Provenance<'_> {
    let it = &table.description().provenance;
    let (document, version) = (it.document.as_str(), it.version.as_str());
    Provenance { document, version, licence: &it.licence, method: &it.method }
}

/// A conclusion as CSV: a row for each target, its contributions with `;` between them.
pub fn conclusion_csv(conclusion: &Conclusion<'_>, words: &Words) -> Vec<u8> {
    let columns = ["target", "result", "support_bp", "confidence_bp", "gap", "contributions"];
    let mut csv = CsvWriter::new(&columns);
    let number = |share: Option<u16>| share.map(|bp| bp.to_string()).unwrap_or_default();
    for result in &conclusion.results {
        let Some(target) = conclusion.target(result) else { continue };
        csv.row([
            target.id.as_str(),
            result.outcome.word(),
            &number(result.support_bp),
            &number(result.confidence_bp),
            &conclusion.gap(result, words),
            &joined(conclusion.contributions(result).map(|it| contribution_csv(&it)), ";"),
        ]);
    }
    csv.finish()
}

/// `A.5.30+A.8.13 superset partly 5000`, with `-` where there is no share to state; of a row
/// without a relation `none` and the rationale.
pub fn contribution_csv(it: &Contribution<'_>) -> String {
    let row = it.mapping;
    let sources = Some(row.sources.join("+")).filter(|sources| !sources.is_empty());
    let mut parts = Vec::from_iter(sources);
    parts.push(row.relation.word().to_owned());
    if row.relation == Relation::None {
        // A semicolon ends a contribution.
        parts.push(row.rationale.replace(';', ","));
    } else {
        parts.push(it.state_words().join("+"));
        parts.push(it.support_bp.map_or_else(|| "-".to_owned(), |bp| bp.to_string()));
    }
    parts.join(" ")
}

impl Contribution<'_> {
    /// The word of each source's state, or the one that all have.
    pub fn state_words(&self) -> Vec<&'static str> {
        let states = self.states.iter().map(|state| match state.applicability {
            Applicability::Excluded => state.applicability.word(),
            Applicability::Applicable | Applicability::Inherited => state.implementation.word(),
        });
        let mut states: Vec<&str> = states.collect();
        if states.windows(2).all(|pair| pair.first() == pair.last()) {
            states.truncate(1);
        }
        states
    }
}

/// The table of a plugin as canonical JSON.
pub fn mappings_json(table: &Crosswalk, plugin_digest: &str) -> Vec<u8> {
    let rows = table.mappings().iter().map(|row| MappingEntry {
        target: Name(&row.target),
        relation: row.relation,
        sources: Ids(row.sources.iter().map(String::as_str).collect()),
        coverage_bp: share(row.coverage_bp),
        confidence_bp: Share(row.confidence_bp.into()),
        basis: row.basis,
        rationale: &row.rationale,
    });
    let own = Mappings {
        plugin: source(table, plugin_digest),
        source_framework: &table.description().source_framework,
        target_framework: framework(table),
        provenance: provenance(table),
        mappings: rows.collect(),
    };
    written_bare("annexa-mappings", &own).finish()
}

/// The table of a plugin as CSV.
pub fn mappings_csv(rows: &[Mapping]) -> Vec<u8> {
    let columns = ["target", "relation", "sources", "coverage_bp", "confidence_bp", "rationale"];
    let mut csv = CsvWriter::new(&columns);
    for row in rows {
        csv.row([
            row.target.as_str(),
            row.relation.word(),
            &joined(&row.sources, ";"),
            &row.coverage_bp.map(|bp| bp.to_string()).unwrap_or_default(),
            &row.confidence_bp.to_string(),
            &format!("{}: {}", row.basis.word(), row.rationale),
        ]);
    }
    csv.finish()
}
