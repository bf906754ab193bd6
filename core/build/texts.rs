//! Reads the texts of one language: a table for each requirement and control.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Texts {
    pub(crate) question: String,
    pub(crate) purpose: String,
    pub(crate) good: String,
    pub(crate) guidance: Vec<String>,
    pub(crate) evidence: Vec<String>,
}

pub(crate) fn read(folder: &Path) -> Result<BTreeMap<String, Texts>, Box<dyn Error>> {
    let mut all = BTreeMap::new();
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    for path in paths {
        let fault = |message: String| format!("{}: {message}", path.display());
        let text = fs::read_to_string(&path).map_err(|e| fault(e.to_string()))?;
        let file: BTreeMap<String, Texts> =
            toml::from_str(&text).map_err(|e| fault(e.to_string()))?;
        for (id, texts) in file {
            if !texts.question.ends_with('?') {
                return Err(fault(format!("the question of `{id}` does not end in `?`")).into());
            }
            if all.insert(id.clone(), texts).is_some() {
                return Err(fault(format!("`{id}` has texts already")).into());
            }
        }
    }
    Ok(all)
}
