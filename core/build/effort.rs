//! Reads the effort of each requirement, control and document, and writes a table of it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::facts::{ClauseKind, Facts};

/// The most things that one may wait for.
const AFTER_MAX: usize = 4;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    effort: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    initial: String,
    running: String,
    driver: String,
    role: String,
    outside: String,
    #[serde(default)]
    after: Vec<String>,
}

pub(crate) fn generate(path: &Path, facts: &Facts) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    check(&file.effort, facts)?;
    let mut out = String::from("static ROWS: &[Row] = &[\n");
    for Row { id, initial, running, driver, role, outside, after } in &file.effort {
        writeln!(
            out,
            "Row {{ id: {id:?}, initial: Class::{}, running: Class::{}, driver: Driver::{}, \
             role: Role::{}, outside: Outside::{}, after: &{after:?} }},",
            class(initial)?,
            class(running)?,
            variant(driver)?,
            variant(role)?,
            variant(outside)?
        )?;
    }
    out.push_str("];\n");
    Ok(out)
}

/// Every requirement, control and document that the standard names has one row, and nothing waits
/// for itself.
fn check(rows: &[Row], facts: &Facts) -> Result<(), Box<dyn Error>> {
    let requirements = facts.clauses.iter().filter(|it| it.kind == ClauseKind::Requirement);
    let documents = facts.documents.iter().filter(|it| it.determined_by == "standard");
    let mut wanted: Vec<&str> = requirements.map(|it| it.id.as_str()).collect();
    wanted.extend(documents.map(|it| it.id.as_str()));
    wanted.extend(facts.controls.iter().map(|it| it.id.as_str()));
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    if ids != wanted {
        return Err("the rows of effort are not those of the facts, in their order".into());
    }
    let after: BTreeMap<&str, &[String]> =
        rows.iter().map(|row| (row.id.as_str(), row.after.as_slice())).collect();
    for row in rows {
        if row.after.len() > AFTER_MAX {
            return Err(format!("`{}` waits for too much", row.id).into());
        }
        let mut open: Vec<&str> = row.after.iter().map(String::as_str).collect();
        let mut seen: Vec<&str> = Vec::new();
        while let Some(id) = open.pop() {
            let more = after.get(id).ok_or_else(|| format!("`{id}` has no row"))?;
            if id == row.id {
                return Err(format!("`{id}` waits for itself").into());
            }
            if !seen.contains(&id) {
                seen.push(id);
                open.extend(more.iter().map(String::as_str));
            }
        }
    }
    Ok(())
}

/// The name of a word in the engine.
fn variant(word: &str) -> Result<String, Box<dyn Error>> {
    let mut letters = word.chars();
    let first = letters.next().ok_or("a word is empty")?.to_ascii_uppercase();
    Ok(format!("{first}{}", letters.as_str()))
}

fn class(word: &str) -> Result<&str, Box<dyn Error>> {
    match word {
        "0" => Ok("Zero"),
        "XS" => Ok("Xs"),
        "S" => Ok("S"),
        "M" => Ok("M"),
        "L" => Ok("L"),
        "XL" => Ok("Xl"),
        other => Err(format!("`{other}` is no class of effort").into()),
    }
}
