//! Writes the static tables that `src/catalogue/builtin.rs` includes.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;

use crate::facts::{AmendmentForce, Attribute, ClauseKind, Control, Facts};
use crate::texts::Texts;

pub(crate) fn generate(
    facts: &Facts,
    texts: &BTreeMap<String, Texts>,
) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    attributes(&mut out, &facts.attributes)?;
    documents(&mut out, facts)?;
    writeln!(out, "static ROWS: &[Row] = &[")?;
    let mut used = 0;
    for clause in &facts.clauses {
        let heading = clause.kind == ClauseKind::Heading;
        let amendment = match &clause.amendment_2024 {
            None => "None".to_owned(),
            Some(amendment) => {
                let force = match amendment.force {
                    AmendmentForce::Requirement => "true",
                    AmendmentForce::Note => "false",
                };
                format!("Some(({force}, {:?}))", amendment.text)
            }
        };
        let kind = if heading { "Heading" } else { "Requirement" };
        let words = if heading {
            "None".to_owned()
        } else {
            used += 1;
            words(texts, &clause.id)?
        };
        if heading && (!clause.items.is_empty() || !clause.documented_information.is_empty()) {
            return Err(format!("the heading `{}` asks for something", clause.id).into());
        }
        writeln!(
            out,
            "Row {{ id: {:?}, kind: Kind::{kind}, title: {:?}, theme: None, new_in_2022: false, \
             attributes: [0; 5], documented_information: &{:?}, amendment: {amendment}, \
             texts: {words} }},",
            clause.id, clause.title, clause.documented_information
        )?;
        for item in &clause.items {
            writeln!(
                out,
                "Row {{ id: \"{} {item}\", kind: Kind::Item, title: {:?}, theme: None, \
                 new_in_2022: false, attributes: [0; 5], documented_information: &[], \
                 amendment: None, texts: None }},",
                clause.id, clause.title
            )?;
        }
    }
    for control in &facts.controls {
        used += 1;
        writeln!(
            out,
            "Row {{ id: {:?}, kind: Kind::Control, title: {:?}, theme: Some(Theme::{}), \
             new_in_2022: {}, attributes: {:?}, documented_information: &[], amendment: None, \
             texts: {} }},",
            control.id,
            control.title,
            control.theme,
            control.new_in_2022,
            masks(control, &facts.attributes)?,
            words(texts, &control.id)?
        )?;
    }
    writeln!(out, "];")?;
    if used != texts.len() {
        return Err(format!("{} texts belong to no item", texts.len() - used).into());
    }
    Ok(out)
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

fn words(texts: &BTreeMap<String, Texts>, id: &str) -> Result<String, Box<dyn Error>> {
    let texts = texts.get(id).ok_or_else(|| format!("`{id}` has no texts"))?;
    Ok(format!(
        "Some(TextRow {{ question: {:?}, purpose: {:?}, good: {:?}, guidance: &{:?}, \
         evidence: &{:?} }})",
        texts.question, texts.purpose, texts.good, texts.guidance, texts.evidence
    ))
}
