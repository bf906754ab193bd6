//! Reads a catalogue's file, by the same reader as assessments.

use super::assemble::{Draft, DraftDocument, DraftItem, Faults};
use super::file::{self, ATTRIBUTE, CHAPTER, DOCUMENT, ITEM, SHAPE};
use super::group::Attribute;
use super::{Catalogue, Kind, Needed, limits};
use crate::id::Id;
use crate::json::{Raw, Read, Reader, Sort};
use crate::problem::{Problem, Problems, problem, quoted};
use crate::record::fields;
use alloc::boxed::Box;
use alloc::vec::Vec;

pub(super) fn catalogue(bytes: &[u8]) -> Result<Catalogue, Problems> {
    let draft = Reader::whole(bytes, limits::FILE, |reader| {
        let (mut draft, mut format, mut version) = (Draft::default(), None, None);
        fields(reader, SHAPE.fields, &mut |reader, _, field| {
            match field.name {
                "format" => format = Some(reader.raw()?),
                "version" => version = Some(reader.raw()?),
                "id" => draft.id = name(reader)?,
                "attributes" => reader.entries(limits::ATTRIBUTES_MAX, &mut |reader, _| {
                    draft.attributes.push(attribute(reader)?);
                    Ok(())
                })?,
                "chapters" => reader.entries(limits::CHAPTERS_MAX, &mut |reader, _| {
                    draft.chapters.push(chapter(reader)?);
                    Ok(())
                })?,
                "items" => reader.entries(limits::ITEMS_MAX, &mut |reader, _| {
                    draft.items.push(item(reader)?);
                    Ok(())
                })?,
                _ => reader.entries(limits::DOCUMENTS_MAX, &mut |reader, _| {
                    draft.documents.push(document(reader)?);
                    Ok(())
                })?,
            }
            Ok(())
        })?;
        if let Some(problem) = gate(format.as_ref(), version.as_ref()) {
            // A file of another kind or version has other fields; listing them would mislead.
            reader.findings.replace([problem].into());
        }
        Ok(draft)
    })?;
    let mut faults = Faults::default();
    let catalogue = draft.assemble(&mut faults);
    if faults.0.is_empty() { Ok(catalogue) } else { Err(Problems(faults.0)) }
}

fn gate(format: Option<&Raw<'_>>, version: Option<&Raw<'_>>) -> Option<Problem> {
    let is_ours = matches!(format, Some(Raw::Text(text)) if text == file::FORMAT);
    if !is_ours {
        return Some(problem!("E-NOT-OURS", "catalogue").at("format"));
    }
    if version == Some(&Raw::Int(file::VERSION)) {
        return None;
    }
    Some(problem!("E-VERSION", "catalogue").at("version"))
}

fn attribute(reader: &mut Reader<'_>) -> Read<Attribute> {
    let mut attribute = Attribute { id: "".into(), values: Box::default(), is_scored: true };
    fields(reader, ATTRIBUTE.fields, &mut |reader, _, field| {
        match field.name {
            "id" => attribute.id = name(reader)?,
            "values" => {
                attribute.values = names(reader, limits::VALUES_MAX)?.into();
                if attribute.values.is_empty() {
                    reader.problem(|| problem!("E-MISSING", "values"));
                }
            }
            _ => attribute.is_scored = truth(reader)?,
        }
        Ok(())
    })?;
    Ok(attribute)
}

fn chapter(reader: &mut Reader<'_>) -> Read<(Box<str>, Box<str>)> {
    let (mut id, mut group) = Default::default();
    fields(reader, CHAPTER.fields, &mut |reader, _, field| {
        *(if field.name == "id" { &mut id } else { &mut group }) = name(reader)?;
        Ok(())
    })?;
    Ok((id, group))
}

fn item(reader: &mut Reader<'_>) -> Read<DraftItem> {
    // A field that must be there and is not is a problem, and the draft is never assembled.
    let (id, kind, chapter, parent) = ("".into(), Kind::Heading, None, None);
    let (attributes, checks) = (Vec::new(), Vec::new());
    let mut item = DraftItem { id, kind, chapter, parent, attributes, checks };
    fields(reader, ITEM.fields, &mut |reader, _, field| {
        match field.name {
            "id" => {
                let id: Option<Id> = reader.parsed()?;
                item.id = id.map(|id| id.as_str().into()).unwrap_or_default();
            }
            "kind" => word(reader, Kind::WORDS, &mut item.kind)?,
            "chapter" => item.chapter = Some(name(reader)?),
            "parent" => item.parent = Some(name(reader)?),
            "attributes" => drop(reader.members(&mut |reader, key| {
                item.attributes.push(((&*key).into(), names(reader, limits::VALUES_MAX)?));
                Ok(())
            })?),
            _ => item.checks = names(reader, limits::CHECKS_MAX)?,
        }
        Ok(())
    })?;
    Ok(item)
}

fn document(reader: &mut Reader<'_>) -> Read<DraftDocument> {
    // As for an item.
    let needed = Needed::Organization;
    let mut document = DraftDocument { id: "".into(), source: "".into(), needed };
    fields(reader, DOCUMENT.fields, &mut |reader, _, field| {
        match field.name {
            "id" => document.id = name(reader)?,
            "source" => document.source = name(reader)?,
            _ => word(reader, Needed::WORDS, &mut document.needed)?,
        }
        Ok(())
    })?;
    Ok(document)
}

fn word<T: Copy>(reader: &mut Reader<'_>, words: &[(&str, T)], to: &mut T) -> Read<()> {
    let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    reader.word(&names, &mut |text| {
        let found = words.iter().find(|(word, _)| *word == text);
        found.inspect(|(_, value)| *to = *value).is_some()
    })
}

fn truth(reader: &mut Reader<'_>) -> Read<bool> {
    let is_other = reader.sort()? == Sort::Other;
    match reader.raw()? {
        Raw::True if is_other => Ok(true),
        Raw::False if is_other => Ok(false),
        _ => {
            reader.problem(|| problem!("E-TYPE", "truth"));
            Ok(true)
        }
    }
}

fn names(reader: &mut Reader<'_>, len_max: usize) -> Read<Vec<Box<str>>> {
    let mut names = Vec::new();
    reader.entries(len_max, &mut |reader, _| {
        names.push(name(reader)?);
        Ok(())
    })?;
    Ok(names)
}

/// A name: 1 to 64 visible ASCII characters, with spaces between them.
fn name(reader: &mut Reader<'_>) -> Read<Box<str>> {
    let Some(text) = reader.text(4_096)? else { return Ok("".into()) };
    let is_name = (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_graphic() || b == b' ')
        && !text.starts_with(' ')
        && !text.ends_with(' ');
    if !is_name {
        reader.problem(|| problem!("E-ID", "name", id = quoted(&text)));
    }
    Ok((&*text).into())
}
