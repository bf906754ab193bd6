//! The scores of an assessment as a table: conformity, and beside it always the coverage.

use crate::{
    say::Say as _,
    show::{BOLD, DIM, FAIR, GOOD, PLAIN, heading, line, padded, paint},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Engine,
    catalogue::{Group, GroupKind, Kind},
    score::Score,
    words::Words,
};
use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

/// What the assessment is, on a few lines.
pub(crate) fn cover(engine: &Engine, words: &Words) -> String {
    let document = engine.document();
    let about = &document.about;
    let date = about.date.map(|date| date.to_string()).unwrap_or_default();
    let lines = [
        ("organization", about.organization.as_str()),
        ("scope", &about.scope),
        ("version", &about.version),
        ("date", &date),
        ("approver", &about.approver),
        ("framework", words.framework(document.catalogue())),
        ("digest", &document.content_hash()),
    ];
    let lines = lines.map(|(key, value)| (line(&words.say(&format!("cover.{key}"))), value));
    let width = lines.iter().map(|(name, _)| name.width() + 2).max().unwrap_or(0);
    let mut text = String::new();
    for (name, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        text.push_str(&format!("{}{}\n", paint(BOLD, &padded(name, width)), line(value)));
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
        let numbers = ["conformity", "coverage", "assessed", "inScope"].map(Column::Right);
        let [conformity, coverage, assessed, in_scope] = numbers;
        let columns = [Column::Left("score"), conformity, coverage, assessed, in_scope];
        let table = table.get_or_insert_with(|| Table::new(words, "scores", &columns));
        table.row(row(score, &name, words));
    }
    text.extend(table.map(|table| table.show()));
    text
}

fn row(score: &Score, name: &str, words: &Words) -> [(String, Style); 5] {
    let style = match score.score_bp() {
        None => DIM,
        Some(10_000) => GOOD,
        Some(0) => PLAIN,
        Some(_) => FAIR,
    };
    [
        cell(name),
        (words.percent(score.score_bp()), style),
        cell(words.percent(score.coverage_bp())),
        cell(score.assessed.to_string()),
        cell(score.in_scope.to_string()),
    ]
}

/// The heading under which a score stands, and its name there.
fn names(catalogue: &Catalogue, words: &Words, group: &Group) -> (String, String) {
    let is_requirements = group.of() == Kind::Requirement;
    match group.kind() {
        GroupKind::All => (words.say("scores.all"), words.group_of(catalogue, group).to_owned()),
        GroupKind::Chapter(chapter) => {
            let id = catalogue.chapters().get(chapter).map_or("", |chapter| chapter.id());
            let of = if is_requirements { "scores.requirements" } else { "scores.controls" };
            (words.say(of), format!("{id} {}", words.group_of(catalogue, group)))
        }
        GroupKind::Value { attribute, .. } => {
            let id = catalogue.attributes().get(attribute).map_or("", |attribute| attribute.id());
            let of = [("attribute", words.attribute_of(catalogue, id).to_lowercase().into())];
            (words.say_with("scores.attribute", &of), words.group_of(catalogue, group).to_owned())
        }
    }
}
