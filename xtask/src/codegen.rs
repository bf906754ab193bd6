//! `cargo xtask codegen`: writes the checked-in text that follows from other files, or checks it.

use anyhow::{Context, Result, bail};

use crate::project::Project;

const BEGIN: &str = "<!-- folders -->";
const END: &str = "<!-- /folders -->";

/// Writes what is generated. With `check` nothing is written, and `false` says that a file is stale.
pub(crate) fn run(project: &Project, check: bool) -> Result<bool> {
    let path = project.root.join("README.md");
    let old = std::fs::read_to_string(&path).context("cannot read `README.md`")?;
    let new = replace_block(&old, &folder_table(project)?)?;
    if old == new {
        return Ok(true);
    }
    if check {
        println!("`README.md` is stale; run `cargo xtask codegen`");
        return Ok(false);
    }
    std::fs::write(&path, new)?;
    println!("`README.md` written");
    Ok(true)
}

/// One row for each package, every member of the workspace and the page, and one for `docs`.
fn folder_table(project: &Project) -> Result<String> {
    let mut rows = Vec::new();
    for package in project.packages()? {
        rows.push((package.folder, package.name, package.description));
    }
    let page = std::fs::read(project.www.join("package.json"))?;
    let page: serde_json::Value = serde_json::from_slice(&page)?;
    let text = |key| page.get(key).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
    let docs = "Pages about formats, for those who write or read them".to_owned();
    rows.push(("docs".to_owned(), "pages".to_owned(), docs));
    rows.push(("www".to_owned(), text("name"), text("description")));
    rows.sort();
    let mut table = "| folder | package | what it is |\n| --- | --- | --- |\n".to_owned();
    for (folder, package, description) in rows {
        table += &format!("| `{folder}` | `{package}` | {} |\n", description.trim_end_matches('.'));
    }
    Ok(table)
}

/// The text with everything between the two markers replaced by `block`.
fn replace_block(text: &str, block: &str) -> Result<String> {
    let Some((before, rest)) = text.split_once(BEGIN) else { bail!("no line `{BEGIN}`") };
    let Some((_, after)) = rest.split_once(END) else { bail!("no line `{END}` after `{BEGIN}`") };
    Ok(format!("{before}{BEGIN}\n{block}{END}{after}"))
}

#[cfg(test)]
mod tests;
