//! Reads the sentences of crosswalks, and writes a constant for each.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    crosswalk: BTreeMap<String, String>,
}

pub(crate) fn generate(path: &Path) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = String::new();
    for (key, sentence) in &file.crosswalk {
        let name = format!("CROSSWALK_{}", key.to_uppercase());
        writeln!(out, "pub(crate) const {name}: &str = {sentence:?};")?;
    }
    Ok(out)
}
