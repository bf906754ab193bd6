//! Puts the words of a language together: many files for people, one JSON file for programs.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::facts::Facts;

/// The names of plural forms: a table of nothing else is one sentence.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The words of the language whose files are in `folder`, as the bytes of its JSON file.
pub(crate) fn generate(folder: &Path, facts: &Facts) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut words = Map::new();
    words.insert("format".into(), json!("annexa-words"));
    words.insert("version".into(), json!(1));
    for path in toml_files(folder)? {
        let file = read(&path)?;
        match path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default() {
            "language" => words.extend(file),
            // A list for people and for the check of the texts; no view shows it yet.
            "acronyms" => {}
            "labels" => merge(&mut words, "labels", file)?,
            "problems" => problems(&mut words, file)?,
            "titles" => {
                for (field, texts) in file {
                    for (id, text) in object(texts)? {
                        merge(&mut words, "items", one(&id, &field, text))?;
                    }
                }
            }
            stem => messages(&mut words, stem, file)?,
        }
    }
    for path in toml_files(&folder.join("items"))? {
        merge(&mut words, "items", read(&path)?)?;
    }
    for document in &facts.documents {
        let mut texts = Map::from_iter([("title".to_owned(), json!(document.title))]);
        if !document.note.is_empty() {
            texts.insert("note".into(), json!(document.note));
        }
        let id = document.id.clone();
        merge(&mut words, "documents", Map::from_iter([(id, Value::Object(texts))]))?;
    }
    Ok(serde_json::to_vec(&words)?)
}

/// The sentences of the problems, by code and case, and the names of what they speak of.
fn problems(
    words: &mut Map<String, Value>,
    file: Map<String, Value>,
) -> Result<(), Box<dyn Error>> {
    for (code, value) in file {
        let cases = object(value)?;
        if code == "labels" {
            merge(words, "labels", cases)?;
        } else if cases.contains_key("message") {
            merge(words, "problems", Map::from_iter([(code, Value::Object(cases))]))?;
        } else {
            let cases = cases.into_iter().map(|(case, fields)| (format!("{code}.{case}"), fields));
            merge(words, "problems", cases.collect())?;
        }
    }
    Ok(())
}

/// The sentences of a file; a table in it is the first part of its keys. The keys of a page's
/// file begin with its name.
fn messages(
    words: &mut Map<String, Value>,
    stem: &str,
    file: Map<String, Value>,
) -> Result<(), Box<dyn Error>> {
    let mut flat = Map::new();
    for (key, value) in file {
        match value {
            Value::Array(rules) => {
                for rule in rules {
                    let mut rule = object(rule)?;
                    let code = rule.remove("code").ok_or("a rule has no code")?;
                    rule.remove("severity");
                    let code = code.as_str().ok_or("a code is no text")?.to_owned();
                    merge(words, "lint", Map::from_iter([(code, Value::Object(rule))]))?;
                }
            }
            Value::Object(table) if !table.keys().all(|key| FORMS.contains(&key.as_str())) => {
                for (name, value) in table {
                    flat.insert(format!("{key}.{name}"), value);
                }
            }
            value => {
                flat.insert(key, value);
            }
        }
    }
    if stem != "messages" {
        flat = flat.into_iter().map(|(key, value)| (format!("{stem}.{key}"), value)).collect();
    }
    merge(words, "messages", flat)
}

/// Adds members to a section; objects of the same key are joined, anything else stands once.
fn merge(
    words: &mut Map<String, Value>,
    section: &str,
    members: Map<String, Value>,
) -> Result<(), Box<dyn Error>> {
    let section = words.entry(section).or_insert_with(|| json!({}));
    let section = section.as_object_mut().ok_or("a section is an object")?;
    for (key, value) in members {
        match (section.get_mut(&key), value) {
            (None, value) => {
                section.insert(key, value);
            }
            (Some(Value::Object(known)), Value::Object(more)) => {
                for (field, value) in more {
                    if known.insert(field.clone(), value).is_some() {
                        return Err(format!("the words `{key}`, `{field}` stand twice").into());
                    }
                }
            }
            _ => return Err(format!("the words `{key}` stand twice").into()),
        }
    }
    Ok(())
}

fn one(id: &str, field: &str, text: Value) -> Map<String, Value> {
    Map::from_iter([(id.to_owned(), Value::Object(Map::from_iter([(field.to_owned(), text)])))])
}

fn object(value: Value) -> Result<Map<String, Value>, Box<dyn Error>> {
    match value {
        Value::Object(members) => Ok(members),
        other => Err(format!("`{other}` is no table").into()),
    }
}

fn read(path: &Path) -> Result<Map<String, Value>, Box<dyn Error>> {
    let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| fault(&error))?;
    Ok(toml::from_str(&text).map_err(|error| fault(&error))?)
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
