//! Writes what `src/catalogue/builtin.rs` includes.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;

use crate::facts::{Amendment, AmendmentForce, Attribute, ClauseKind, Control, Facts};
use crate::texts::Texts;

/// The Rust tables: attributes and documents.
pub(crate) fn generate(facts: &Facts) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    attributes(&mut out, &facts.attributes)?;
    documents(&mut out, facts)?;
    Ok(out)
}

/// The items as text, a line each, which the engine splits when it starts: a third of the
/// size that static structures with their addresses have once a page compresses them.
pub(crate) fn rows(
    facts: &Facts,
    texts: &BTreeMap<String, Texts>,
) -> Result<String, Box<dyn Error>> {
    let mut lines = Vec::new();
    let mut used = 0;
    for clause in &facts.clauses {
        let heading = clause.kind == ClauseKind::Heading;
        if heading && (!clause.items.is_empty() || !clause.documented_information.is_empty()) {
            return Err(format!("the heading `{}` asks for something", clause.id).into());
        }
        let (force, amendment) = match &clause.amendment_2024 {
            None => ("", ""),
            Some(Amendment { force: AmendmentForce::Requirement, text }) => ("R", text.as_str()),
            Some(Amendment { force: AmendmentForce::Note, text }) => ("N", text.as_str()),
        };
        let documented = list(&clause.documented_information)?;
        let facts = [clause.id.as_str(), if heading { "H" } else { "R" }, &clause.title, "", ""];
        let more = [documented.as_str(), force, amendment];
        let words = if heading { Vec::new() } else { words(texts, &clause.id)? };
        used += usize::from(!heading);
        lines.push(line(facts.into_iter().chain(more).chain(words.iter().map(String::as_str)))?);
        for item in &clause.items {
            lines.push(line([format!("{} {item}", clause.id).as_str(), "I", &clause.title])?);
        }
    }
    for control in &facts.controls {
        let part = match control.theme.as_str() {
            "Organizational" => "A.5.",
            "People" => "A.6.",
            "Physical" => "A.7.",
            "Technological" => "A.8.",
            other => return Err(format!("`{other}` is no theme").into()),
        };
        if !control.id.starts_with(part) {
            return Err(format!("`{}` is not in the theme {}", control.id, control.theme).into());
        }
        let masks = masks(control, &facts.attributes)?.map(|mask| format!("{mask:x}"));
        let masks = list(&masks)?;
        let new = if control.new_in_2022 { "new" } else { "" };
        let facts = [control.id.as_str(), "C", &control.title, new, &masks, "", "", ""];
        let words = words(texts, &control.id)?;
        used += 1;
        lines.push(line(facts.into_iter().chain(words.iter().map(String::as_str)))?);
    }
    if used != texts.len() {
        return Err(format!("{} texts belong to no item", texts.len() - used).into());
    }
    Ok(lines.join("\n"))
}

/// Joins the fields of a row; nothing in the data may look like a separator.
fn line<'f>(fields: impl IntoIterator<Item = &'f str>) -> Result<String, Box<dyn Error>> {
    let fields: Vec<&str> = fields.into_iter().collect();
    match fields.iter().find(|field| field.contains(['\t', '\n'])) {
        Some(field) => Err(format!("a tab or line feed stands in {field:?}").into()),
        None => Ok(fields.join("\t").trim_end_matches('\t').to_owned()),
    }
}

/// Joins the entries of a field.
fn list(entries: &[impl AsRef<str>]) -> Result<String, Box<dyn Error>> {
    let entries: Vec<&str> = entries.iter().map(AsRef::as_ref).collect();
    match entries.iter().find(|entry| entry.contains('|') || entry.is_empty()) {
        Some(entry) => Err(format!("{entry:?} is empty or holds a `|`").into()),
        None => Ok(entries.join("|")),
    }
}

fn attributes(out: &mut String, attributes: &[Attribute]) -> Result<(), Box<dyn Error>> {
    writeln!(out, "static ATTRIBUTES: [AttributeRow; 5] = [")?;
    for attribute in attributes {
        let values: Vec<_> = attribute
            .values
            .iter()
            .map(|value| (value.id.as_str(), value.label.as_str()))
            .collect();
        writeln!(
            out,
            "AttributeRow {{ id: {:?}, label: {:?}, values: &{values:?} }},",
            attribute.id, attribute.label
        )?;
    }
    writeln!(out, "];")?;
    Ok(())
}

fn documents(out: &mut String, facts: &Facts) -> Result<(), Box<dyn Error>> {
    writeln!(out, "static DOCUMENTS: &[DocumentedInformation] = &[")?;
    for document in &facts.documents {
        let stage = match (document.determined_by.as_str(), document.needed_from.as_deref()) {
            ("standard", Some("stage_1")) => "Some(Stage::One)",
            ("standard", Some("stage_2")) => "Some(Stage::Two)",
            ("organization", None) => "None",
            _ => return Err(format!("the document `{}` has no clear stage", document.title).into()),
        };
        let clause = document.source.split(' ').next().unwrap_or_default();
        if !facts.clauses.iter().any(|c| c.id == clause && c.kind == ClauseKind::Requirement) {
            return Err(format!("the document `{}` has no requirement", document.title).into());
        }
        writeln!(
            out,
            "DocumentedInformation {{ source: {:?}, clause: {clause:?}, title: {:?}, \
             mandatory_from: {stage}, note: {:?} }},",
            document.source, document.title, document.note
        )?;
    }
    writeln!(out, "];")?;
    Ok(())
}

fn masks(control: &Control, attributes: &[Attribute]) -> Result<[u16; 5], Box<dyn Error>> {
    let mut masks = [0; 5];
    for ((mask, values), attribute) in masks.iter_mut().zip(control.values()).zip(attributes) {
        for value in values {
            let index = attribute.values.iter().position(|known| known.id == *value);
            let index = index.ok_or_else(|| {
                format!("`{value}` of `{}` is no value of `{}`", control.id, attribute.id)
            })?;
            *mask |= 1 << index;
        }
    }
    Ok(masks)
}

fn words(texts: &BTreeMap<String, Texts>, id: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let texts = texts.get(id).ok_or_else(|| format!("`{id}` has no texts"))?;
    Ok(vec![
        texts.question.clone(),
        texts.purpose.clone(),
        texts.good.clone(),
        list(&texts.guidance)?,
        list(&texts.evidence)?,
    ])
}
