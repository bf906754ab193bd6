//! Reads `crosswalk.toml` into plain records.

use crate::{
    fields::{Fields, Placed},
    problem::Report,
};
use annexa_vocabulary::{
    Value,
    crosswalk::{Basis, Relation},
    problem,
};
use std::ops::Range;
use toml::de::DeTable;

/// The whole file.
pub(crate) struct File {
    /// The fields of the description in the order of [`DESCRIPTION`].
    pub(crate) description: Vec<(&'static str, Placed<String>)>,
    /// The fields of the provenance in the order of [`PROVENANCE`].
    pub(crate) provenance: Vec<(&'static str, Placed<String>)>,
    pub(crate) groups: Vec<Group>,
    pub(crate) targets: Vec<Target>,
    pub(crate) mappings: Vec<Mapping>,
}

/// The keys of the description.
pub(crate) const DESCRIPTION: [&str; 7] =
    ["id", "name", "version", "summary", "source_framework", "target_framework", "target_title"];
/// The keys of the provenance.
pub(crate) const PROVENANCE: [&str; 4] = ["document", "version", "licence", "method"];

/// One `[[group]]`.
pub(crate) struct Group {
    pub(crate) id: Placed<String>,
    pub(crate) title: Placed<String>,
    pub(crate) category: Placed<String>,
}

/// One `[[target]]`.
pub(crate) struct Target {
    pub(crate) id: Placed<String>,
    pub(crate) group: Placed<String>,
    pub(crate) title: Placed<String>,
    pub(crate) residual: Placed<String>,
}

/// One `[[mapping]]`.
pub(crate) struct Mapping {
    pub(crate) span: Range<usize>,
    pub(crate) target: Placed<String>,
    pub(crate) sources: Vec<Placed<String>>,
    /// Nothing where the word is not one.
    pub(crate) relation: Placed<Option<Relation>>,
    pub(crate) coverage_bp: Option<Placed<u16>>,
    pub(crate) confidence_bp: u16,
    pub(crate) basis: Placed<Option<Basis>>,
    pub(crate) rationale: Placed<String>,
}

/// Reads the text; `None` when it is not TOML.
pub(crate) fn read(text: &str, problems: &mut Report<'_>) -> Option<File> {
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let cause = error.message().trim_end_matches('.');
        problems.add(&error.span().unwrap_or(0..0), problem!("E-TOML", cause = cause));
    }
    if !errors.is_empty() {
        return None;
    }
    let name = Value::Word { set: "toml", word: "file" };
    let mut file = Fields::new(root.get_ref(), name, 0..0);
    let description = take(&mut file, &DESCRIPTION, problems);
    let mut provenance = Vec::new();
    if let Some(mut table) = file.table("provenance", "[provenance]", problems) {
        provenance = take(&mut table, &PROVENANCE, problems);
        table.finish(problems);
    }
    let mut groups = Vec::new();
    for mut fields in file.tables("group", "[[group]]", problems) {
        groups.push(Group {
            id: fields.text("id", problems),
            title: fields.text("title", problems),
            category: fields.text("category", problems),
        });
        fields.finish(problems);
    }
    let mut targets = Vec::new();
    for mut fields in file.tables("target", "[[target]]", problems) {
        targets.push(Target {
            id: fields.text("id", problems),
            group: fields.text("group", problems),
            title: fields.text("title", problems),
            residual: fields.text("residual", problems),
        });
        fields.finish(problems);
    }
    let mut mappings = Vec::new();
    for mut fields in file.tables("mapping", "[[mapping]]", problems) {
        mappings.push(Mapping {
            span: fields.span(),
            target: fields.text("target", problems),
            sources: fields.texts("sources", problems),
            relation: fields.word("relation", Relation::WORDS, problems),
            coverage_bp: fields.share("coverage_bp", 1, problems),
            confidence_bp: fields
                .required_share("confidence_bp", problems)
                .map_or(0, |placed| placed.value),
            basis: fields.word("basis", Basis::WORDS, problems),
            rationale: fields.text("rationale", problems),
        });
        fields.finish(problems);
    }
    file.finish(problems);
    Some(File { description, provenance, groups, targets, mappings })
}

fn take(
    fields: &mut Fields<'_>,
    keys: &[&'static str],
    problems: &mut Report<'_>,
) -> Vec<(&'static str, Placed<String>)> {
    keys.iter().map(|key| (*key, fields.text(key, problems))).collect()
}
