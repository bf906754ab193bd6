//! Writes the facts as the JSON that every catalogue has, without white space.

use std::collections::BTreeMap;
use std::error::Error;

use crate::facts::{AmendmentForce, Attribute, Clause, ClauseKind, Control, Facts};

/// The catalogue in the format of `docs/catalogue-format.md`.
pub(crate) fn generate(facts: &Facts) -> Result<String, Box<dyn Error>> {
    let mut attributes: Vec<String> = facts.attributes.iter().map(attribute).collect();
    attributes.extend([
        unscored("new_in_2022", &["yes"]),
        unscored("amendment_2024", &["requirement", "note"]),
        unscored("documented_information", &documented_words(facts)),
    ]);
    let chapters = facts
        .chapters
        .iter()
        .map(|chapter| object([("id", text(&chapter.id)), ("group", text(&chapter.group))]));
    let mut items = Vec::new();
    for it in &facts.clauses {
        items.extend(clause(it)?);
    }
    for it in &facts.controls {
        items.push(control(it, facts)?);
    }
    let mut documents = Vec::new();
    for document in &facts.documents {
        let stage = match (document.determined_by.as_str(), document.needed_from.as_deref()) {
            ("standard", Some(stage @ ("stage_1" | "stage_2"))) => stage,
            ("organization", None) => "organization",
            _ => return Err(format!("the document `{}` has no clear stage", document.id).into()),
        };
        documents.push(object([
            ("id", text(&document.id)),
            ("source", text(&document.source)),
            ("needed_from", text(stage)),
        ]));
    }
    Ok(object([
        ("format", text("annexa-catalogue")),
        ("version", "1".to_owned()),
        ("id", text("iso27001-2022")),
        ("attributes", list(attributes)),
        ("chapters", list(chapters)),
        ("items", list(items)),
        ("documents", list(documents)),
    ]))
}

/// A clause, and after it its lettered items.
fn clause(clause: &Clause) -> Result<Vec<String>, Box<dyn Error>> {
    let heading = clause.kind == ClauseKind::Heading;
    if heading && (!clause.items.is_empty() || !clause.documented_information.is_empty()) {
        return Err(format!("the heading `{}` asks for something", clause.id).into());
    }
    let kind = if heading { "heading" } else { "requirement" };
    let mut members = vec![("id", text(&clause.id)), ("kind", text(kind))];
    let chapter = clause.id.split('.').next().unwrap_or(&clause.id);
    if !heading {
        members.push(("chapter", text(chapter)));
    }
    let mut values = Vec::new();
    if let Some(amendment) = &clause.amendment_2024 {
        let word = match amendment {
            AmendmentForce::Requirement => "requirement",
            AmendmentForce::Note => "note",
        };
        values.push(("amendment_2024", list([text(word)])));
    }
    if !clause.documented_information.is_empty() {
        let words = clause.documented_information.iter().map(|word| text(word));
        values.push(("documented_information", list(words)));
    }
    if !values.is_empty() {
        members.push(("attributes", object(values)));
    }
    let lettered = clause.items.iter().map(|letter| {
        object([("id", text(&format!("{} {letter}", clause.id))), ("kind", text("item"))])
    });
    Ok([object(members)].into_iter().chain(lettered).collect())
}

fn control(control: &Control, facts: &Facts) -> Result<String, Box<dyn Error>> {
    let group = format!("theme:{}", control.theme);
    let chapter = facts.chapters.iter().find(|chapter| chapter.group == group);
    let chapter = chapter.ok_or_else(|| format!("`{}` is no theme", control.theme))?;
    let mut values = Vec::new();
    for (attribute, words) in facts.attributes.iter().zip(control.values()) {
        for word in words {
            if !attribute.values.contains(word) {
                let id = &control.id;
                return Err(format!("`{word}` of `{id}` is no value of `{}`", attribute.id).into());
            }
        }
        values.push((attribute.id.as_str(), list(words.iter().map(|word| text(word)))));
    }
    if control.new_in_2022 {
        values.push(("new_in_2022", list([text("yes")])));
    }
    Ok(object([
        ("id", text(&control.id)),
        ("kind", text("control")),
        ("chapter", text(&chapter.id)),
        ("attributes", object(values)),
    ]))
}

fn attribute(attribute: &Attribute) -> String {
    let values = attribute.values.iter().map(|value| text(value));
    object([("id", text(&attribute.id)), ("values", list(values))])
}

/// A column that has no scores.
fn unscored(id: &str, values: &[&str]) -> String {
    let values = values.iter().map(|value| text(value));
    object([("id", text(id)), ("values", list(values)), ("scored", "false".to_owned())])
}

fn documented_words(facts: &Facts) -> Vec<&str> {
    let words = facts.clauses.iter().flat_map(|clause| &clause.documented_information);
    let words: BTreeMap<&str, ()> = words.map(|word| (word.as_str(), ())).collect();
    words.into_keys().collect()
}

/// Ids are plain ASCII, for which Rust's notation is JSON's.
fn text(text: &str) -> String {
    format!("{text:?}")
}

fn list(entries: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", entries.into_iter().collect::<Vec<_>>().join(","))
}

fn object<'k>(members: impl IntoIterator<Item = (&'k str, String)>) -> String {
    let members = members.into_iter().map(|(key, value)| format!("{}:{value}", text(key)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}
