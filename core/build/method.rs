//! Reads what the rules need to know of a framework beside its items, and writes it as one value.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::facts::Facts;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    stage_1_chapters: Vec<String>,
    stage_1_items: Vec<String>,
    soa_document: String,
    nonconformity_documents: Vec<String>,
    governing_controls: Vec<String>,
    damage_limiting_controls: Vec<String>,
    ground: Vec<Ground>,
    suggestion: Vec<Suggestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ground {
    condition: String,
    reasons: Vec<String>,
    rows: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suggestion {
    id: String,
    question: String,
    when: Vec<Condition>,
    reason: String,
    controls: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Condition {
    question: String,
    is: Option<String>,
    is_not: Option<String>,
}

pub(crate) fn generate(path: &Path, facts: &Facts) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    check(&file, facts)?;
    let File {
        stage_1_chapters,
        stage_1_items,
        soa_document,
        nonconformity_documents,
        governing_controls,
        damage_limiting_controls,
        ground,
        suggestion,
    } = file;
    let mut grounds = String::new();
    for Ground { condition, reasons, rows } in &ground {
        write!(
            grounds,
            "GroundRows {{ condition: {condition:?}, grounds: &{reasons:?}, rows: &{rows:?} }}, "
        )?;
    }
    let mut out = format!(
        "static METHOD: Method = Method {{ stage_1_chapters: &{stage_1_chapters:?}, \
         stage_1_items: &{stage_1_items:?}, soa_document: {soa_document:?}, \
         nonconformity_documents: &{nonconformity_documents:?}, \
         governing_controls: &{governing_controls:?}, \
         damage_limiting_controls: &{damage_limiting_controls:?}, ground_rows: &[{grounds}], \
         rules: &[\n"
    );
    for Suggestion { id, question, when, reason, controls } in &suggestion {
        let mut conditions = String::new();
        for Condition { question, is, is_not } in when {
            let (word, is_wanted) = match (is, is_not) {
                (Some(word), None) => (word, true),
                (None, Some(word)) => (word, false),
                _ => return Err(format!("a condition of `{id}` is not one").into()),
            };
            write!(
                conditions,
                "Condition {{ question: {question:?}, word: {word:?}, is_wanted: {is_wanted} }}, "
            )?;
        }
        writeln!(
            out,
            "SuggestionRule {{ id: {id:?}, question: {question:?}, when: &[{conditions}], \
             reason: {reason:?}, controls: &{controls:?} }},"
        )?;
    }
    out.push_str("] };\n");
    Ok(out)
}

/// Every id is one of the facts.
fn check(file: &File, facts: &Facts) -> Result<(), Box<dyn Error>> {
    let is_control = |id: &&String| facts.controls.iter().any(|control| control.id == **id);
    let is_clause = |id: &&String| facts.clauses.iter().any(|clause| clause.id == **id);
    let is_document = |id: &&String| facts.documents.iter().any(|document| document.id == **id);
    let suggested = file.suggestion.iter().flat_map(|it| &it.controls);
    let named = file.governing_controls.iter().chain(&file.damage_limiting_controls);
    let controls = suggested.chain(named).find(|id| !is_control(id));
    let clauses = file.stage_1_chapters.iter().chain(&file.stage_1_items).find(|id| !is_clause(id));
    let mut documents = file.nonconformity_documents.iter().chain([&file.soa_document]);
    let mut rows = file.ground.iter().flat_map(|it| &it.rows);
    let row = rows.find(|id| !is_clause(id) && !is_control(id) && !is_document(id));
    match controls.or(clauses).or(row).or(documents.find(|id| !is_document(id))) {
        Some(id) => Err(format!("`{id}` is none of the facts").into()),
        None => Ok(()),
    }
}
