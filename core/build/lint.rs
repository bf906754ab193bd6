//! Reads the lint rules, and writes a constant for each.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    lint: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    code: String,
    severity: String,
    #[serde(default)]
    grouped: bool,
    /// How grave it is where no clauses are asked for, if it is another.
    without_clauses: Option<String>,
}

pub(crate) fn generate(path: &Path) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = String::new();
    let mut names = Vec::new();
    for Rule { code, severity, grouped, without_clauses } in &file.lint {
        let name = code.strip_prefix("L-").ok_or("a lint code begins with `L-`")?.replace('-', "_");
        let without_clauses = value(without_clauses.as_ref().unwrap_or(severity))?;
        let severity = value(severity)?;
        writeln!(
            out,
            "static {name}: LintRule = LintRule {{ code: {code:?}, \
             severity: Severity::{severity}, without_clauses: Severity::{without_clauses}, \
             is_grouped: {grouped} }};"
        )?;
        names.push(format!("&{name}"));
    }
    writeln!(out, "static RULES: &[&LintRule] = &[{}];", names.join(", "))?;
    Ok(out)
}

fn value(severity: &str) -> Result<&'static str, Box<dyn Error>> {
    match severity {
        "error" => Ok("Error"),
        "warning" => Ok("Warning"),
        "info" => Ok("Info"),
        other => Err(format!("`{other}` is no severity").into()),
    }
}
