//! The rules of a table, which `annexa-vocabulary` holds, over the records of the file: a place in
//! the table becomes a place in the file.

use crate::{
    fields::Placed,
    problem::Report,
    read::{File, Mapping, Target},
};
use annexa_vocabulary::{
    crosswalk::{self, Basis, Fault, IsoForm, Place, Relation, check_words},
    problem, quoted,
};
use std::{collections::BTreeSet, ops::Range};

/// Adds every rule that the table breaks.
pub(crate) fn check(file: &File, problems: &mut Report<'_>) {
    groups(file, problems);
    let targets: Vec<_> = file.targets.iter().map(|target| target_record(file, target)).collect();
    let mappings: Vec<_> = file.mappings.iter().map(mapping_record).collect();
    for fault in crosswalk::check(&IsoForm, &description(file), &targets, &mappings) {
        let Fault { place, problem } = fault;
        // A value that could not be read stands for another here, of which nothing is said.
        if let Some(span) = span(file, place) {
            problems.add(&span, problem);
        }
    }
}

/// Groups are the file's own way to say what several targets share.
fn groups(file: &File, problems: &mut Report<'_>) {
    let mut ids = BTreeSet::new();
    for group in &file.groups {
        let id = &group.id.value;
        if !(1..=64).contains(&id.len()) || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
            problems.add(&group.id.span, problem!("E-ID", "group", id = quoted(id)));
        }
        if !ids.insert(id) {
            problems.add(&group.id.span, problem!("E-DUPLICATE", "toml_group", id = quoted(id)));
        }
        if group.title.value.trim().is_empty() {
            problems.add(&group.title.span, problem!("E-EMPTY", "words", field = "title"));
        }
        for (name, text) in [("title", &group.title), ("category", &group.category)] {
            if let Some(problem) = check_words(name, &text.value) {
                problems.add(&text.span, problem);
            }
        }
    }
    for target in &file.targets {
        if !ids.contains(&target.group.value) {
            let id = quoted(&target.group.value);
            problems.add(&target.group.span, problem!("E-UNKNOWN-ID", "toml_group", id = id));
        }
    }
}

fn text<'a>(fields: &'a [(&'static str, Placed<String>)], name: &str) -> &'a str {
    fields.iter().find(|(key, _)| *key == name).map_or("", |(_, text)| text.value.as_str())
}

fn description(file: &File) -> crosswalk::Description<&str> {
    let (about, origin) = (file.description.as_slice(), file.provenance.as_slice());
    crosswalk::Description {
        id: text(about, "id"),
        name: text(about, "name"),
        version: text(about, "version"),
        summary: text(about, "summary"),
        source_framework: text(about, "source_framework"),
        target_framework: text(about, "target_framework"),
        target_title: text(about, "target_title"),
        provenance: crosswalk::Provenance {
            document: text(origin, "document"),
            version: text(origin, "version"),
            licence: text(origin, "licence"),
            method: text(origin, "method"),
        },
        extensions: Vec::new(),
    }
}

/// What a group says of its targets was checked with the group.
fn target_record<'a>(file: &'a File, target: &'a Target) -> crosswalk::Target<&'a str> {
    let group = file.groups.iter().find(|group| group.id.value == target.group.value);
    crosswalk::Target {
        id: &target.id.value,
        title: &target.title.value,
        group: group.map_or("", |group| group.id.value.as_str()),
        group_title: "",
        category: "",
        residual: &target.residual.value,
    }
}

/// A row whose words could not be read takes part as one that every rule lets through.
fn mapping_record(row: &Mapping) -> crosswalk::Mapping<&str> {
    crosswalk::Mapping {
        target: &row.target.value,
        sources: row.sources.iter().map(|source| source.value.as_str()).collect(),
        relation: row.relation.value.unwrap_or(Relation::Intersects),
        coverage_bp: row.coverage_bp.as_ref().map(|placed| placed.value),
        confidence_bp: row.confidence_bp,
        basis: row.basis.value.unwrap_or(Basis::Semantic),
        rationale: &row.rationale.value,
    }
}

/// Where in the file a place of the table is; nothing where what stands there was not read.
fn span(file: &File, place: Place) -> Option<Range<usize>> {
    let field = |fields: &[(&str, Placed<String>)], name: &str| {
        let found = fields.iter().find(|(key, _)| *key == name);
        found.map(|(_, text)| text.span.clone())
    };
    match place {
        Place::Description(name) => field(&file.description, name),
        Place::Provenance(name) => field(&file.provenance, name),
        Place::Targets | Place::Mappings => Some(0..0),
        Place::Target(index, name) => {
            let target = file.targets.get(index)?;
            Some(match name {
                "title" => target.title.span.clone(),
                "residual" => target.residual.span.clone(),
                _ => target.id.span.clone(),
            })
        }
        Place::Source(row, source) => {
            Some(file.mappings.get(row)?.sources.get(source)?.span.clone())
        }
        Place::Mapping(row, name) => {
            let row = file.mappings.get(row)?;
            if matches!(name, "sources" | "coverage_bp") {
                row.relation.value?;
            }
            Some(match name {
                "target" => row.target.span.clone(),
                "rationale" => row.rationale.span.clone(),
                "coverage_bp" => row.coverage_bp.as_ref().map_or(&row.span, |it| &it.span).clone(),
                _ => row.span.clone(),
            })
        }
    }
}
