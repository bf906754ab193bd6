//! The page of all codes, out of their list.

use std::fmt::Write as _;

use anyhow::{Context, Result};

const HEAD: &str = "\
# Codes

Every problem (`E-`) and every finding of the checks (`L-`) has a code that stays, a place, a sentence and a remedy.
This page is generated from `core/data/codes.toml` by `cargo xtask codegen`.

| code | from | what it means | what helps |
| --- | --- | --- | --- |
";

/// The page as Markdown.
pub(super) fn markdown(list: &str) -> Result<String> {
    let list: toml::Table = list.parse()?;
    let mut text = HEAD.to_owned();
    for (code, entry) in &list {
        let field = |name: &str| {
            let value = entry.get(name).and_then(|value| value.as_str());
            value
                .map(|value| value.replace('|', "\\|"))
                .with_context(|| format!("`{code}`: no `{name}`"))
        };
        writeln!(
            text,
            "| `{code}` | {} | {} | {} |",
            field("by")?,
            field("meaning")?,
            field("fix")?
        )?;
    }
    Ok(text)
}
