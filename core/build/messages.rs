//! Reads the sentences, and writes a constant for each and a table of lint rules.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    score: BTreeMap<String, String>,
    gap: BTreeMap<String, String>,
    crosswalk: BTreeMap<String, String>,
    lint: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    code: String,
    severity: String,
    message: String,
    fix: String,
}

pub(crate) fn generate(path: &Path) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = String::new();
    for (section, sentences) in
        [("SCORE", &file.score), ("GAP", &file.gap), ("CROSSWALK", &file.crosswalk)]
    {
        for (key, sentence) in sentences {
            let name = format!("{section}_{}", key.to_uppercase());
            writeln!(out, "pub(crate) const {name}: &str = {sentence:?};")?;
        }
    }
    let mut names = Vec::new();
    for Rule { code, severity, message, fix } in &file.lint {
        let name = code.strip_prefix("L-").ok_or("a lint code begins with `L-`")?.replace('-', "_");
        let severity = match severity.as_str() {
            "error" => "Error",
            "warning" => "Warning",
            "info" => "Info",
            other => return Err(format!("`{other}` is no severity").into()),
        };
        writeln!(
            out,
            "pub(crate) static {}: LintRule = LintRule {{ code: {code:?}, \
             severity: Severity::{severity}, message: {message:?}, fix: {fix:?} }};",
            name
        )?;
        names.push(format!("&{name}"));
    }
    writeln!(out, "pub(crate) static RULES: &[&LintRule] = &[{}];", names.join(", "))?;
    Ok(out)
}
