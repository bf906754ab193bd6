//! Reads what became of the items of the edition before, and writes it as a table.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::facts::Facts;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    from: String,
    made_from: BTreeMap<String, Vec<String>>,
}

pub(crate) fn generate(path: &Path, facts: &Facts) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    for id in file.made_from.keys() {
        let is_clause = facts.clauses.iter().any(|clause| clause.id == *id);
        if !is_clause && !facts.controls.iter().any(|control| control.id == *id) {
            return Err(format!("{}: no item is `{id}`", path.display()).into());
        }
    }
    for control in &facts.controls {
        if !file.made_from.contains_key(&control.id) {
            return Err(format!("{}: `{}` is missing", path.display(), control.id).into());
        }
    }
    let mut out = format!(
        "static EDITIONS: &[Edition] = &[Edition {{ from: {:?}, to: \"iso27001-2022\", \
         made_from: &[\n",
        file.from
    );
    for (id, old) in &file.made_from {
        writeln!(out, "({id:?}, &{old:?}),")?;
    }
    out.push_str("] }];\n");
    Ok(out)
}
