//! The scores of an assessment as a table: conformity, and beside it always the coverage.

use crate::{
    show::{BOLD, DIM, FAIR, GOOD, PLAIN, heading, line, maybe_percent, paint},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Engine,
    catalogue::{Group, GroupKind, Kind},
    score::Score,
    words::Words,
};
use anstyle::Style;

/// What the assessment is, on a few lines.
pub(crate) fn cover(engine: &Engine, words: &Words) -> String {
    let document = engine.document();
    let about = &document.about;
    let date = about.date.map(|date| date.to_string()).unwrap_or_default();
    let lines = [
        ("Organization", about.organization.as_str()),
        ("Scope", &about.scope),
        ("Version", &about.version),
        ("Date", &date),
        ("Approver", &about.approver),
        ("Framework", words.framework(document.catalogue())),
        ("SHA-256", &document.content_hash()),
    ];
    let mut text = String::new();
    for (name, value) in lines.into_iter().filter(|(_, value)| !value.is_empty()) {
        text.push_str(&format!("{}{}\n", paint(BOLD, &format!("{name:<14}")), line(value)));
    }
    text
}

/// Every score; requirements and controls apart, because one binds and the other advises.
pub(crate) fn tables(engine: &Engine, words: &Words) -> String {
    let catalogue = engine.document().catalogue();
    let mut text = String::new();
    let mut group = String::new();
    let mut table: Option<Table> = None;
    for score in engine.scores() {
        let Some(its) = catalogue.group(score.key) else { continue };
        let (of, name) = names(catalogue, words, its);
        if of != group {
            text.extend(table.take().map(|table| table.show()));
            text.push_str(&heading(&of));
            group = of;
        }
        let columns = ["Score", "Conformity", "Coverage", "Assessed", "In scope"];
        let [key, conformity, coverage, assessed, in_scope] = columns;
        let numbers = [conformity, coverage, assessed, in_scope].map(Column::Right);
        let [conformity, coverage, assessed, in_scope] = numbers;
        let columns = [Column::Left(key), conformity, coverage, assessed, in_scope];
        table.get_or_insert_with(|| Table::new(&columns)).row(row(score, &name));
    }
    text.extend(table.map(|table| table.show()));
    text
}

fn row(score: &Score, name: &str) -> [(String, Style); 5] {
    let style = match score.score_bp() {
        None => DIM,
        Some(10_000) => GOOD,
        Some(0) => PLAIN,
        Some(_) => FAIR,
    };
    [
        cell(name),
        (maybe_percent(score.score_bp()), style),
        cell(maybe_percent(score.coverage_bp())),
        cell(score.assessed.to_string()),
        cell(score.in_scope.to_string()),
    ]
}

/// The heading under which a score stands, and its name there.
fn names(catalogue: &Catalogue, words: &Words, group: &Group) -> (String, String) {
    let is_requirements = group.of() == Kind::Requirement;
    match group.kind() {
        GroupKind::All => ("All".to_owned(), words.group(group).to_owned()),
        GroupKind::Chapter(chapter) => {
            let id = catalogue.chapters().get(chapter).map_or("", |chapter| chapter.id());
            let of = if is_requirements { "Requirements by clause" } else { "Controls by theme" };
            (of.to_owned(), format!("{id} {}", words.group(group)))
        }
        GroupKind::Value { attribute, .. } => {
            let id = catalogue.attributes().get(attribute).map_or("", |attribute| attribute.id());
            let of = words.attribute(id).to_lowercase();
            (format!("Controls by {of}"), words.group(group).to_owned())
        }
    }
}
