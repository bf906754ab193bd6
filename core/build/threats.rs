//! Reads the starter threats, and writes a constant for each.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::facts::Facts;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    threat: Vec<Threat>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Threat {
    code: String,
    category: String,
    affects: String,
    source: Option<String>,
    #[serde(default)]
    prevent: Vec<String>,
    #[serde(default)]
    notice: Vec<String>,
    #[serde(default)]
    recover: Vec<String>,
}

pub(crate) fn generate(path: &Path, facts: &Facts) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let known: BTreeSet<&str> = facts.controls.iter().map(|control| control.id.as_str()).collect();
    let mut out = String::from("static THREATS: &[Threat] = &[\n");
    for threat in &file.threat {
        let Threat { code, category, affects, source, prevent, notice, recover } = threat;
        if affects.is_empty() || affects.chars().any(|letter| !"cia".contains(letter)) {
            return Err(format!("{code}: `{affects}` is none of c, i and a").into());
        }
        for id in prevent.iter().chain(notice).chain(recover) {
            if !known.contains(id.as_str()) {
                return Err(format!("{code}: `{id}` is no control").into());
            }
        }
        let source = match source.as_deref() {
            None => "None".to_owned(),
            Some("deliberate") => "Some(SourceKind::Deliberate)".to_owned(),
            Some("accidental") => "Some(SourceKind::Accidental)".to_owned(),
            Some("environmental") => "Some(SourceKind::Environmental)".to_owned(),
            Some(other) => return Err(format!("{code}: `{other}` is no kind of source").into()),
        };
        let affects = ['c', 'i', 'a'].map(|letter| affects.contains(letter));
        writeln!(
            out,
            "Threat {{ code: {code:?}, category: {category:?}, affects: {affects:?}, \
             source_kind: {source}, prevent: &{prevent:?}, notice: &{notice:?}, \
             recover: &{recover:?} }},"
        )?;
    }
    out.push_str("];\n");
    Ok(out)
}
