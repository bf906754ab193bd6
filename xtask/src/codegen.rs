//! `cargo xtask codegen`: writes the checked-in text that follows from other files, or checks it.

mod codes;
mod interface;

use anyhow::{Context, Result, anyhow, bail};

use crate::project::Project;

const BEGIN: &str = "<!-- folders -->";
const END: &str = "<!-- /folders -->";

/// Writes what is generated. With `check` nothing is written, and `false` says that a file is stale.
pub(crate) fn run(project: &Project, check: bool) -> Result<bool> {
    let read = |path: &str| {
        std::fs::read_to_string(project.root.join(path)).with_context(|| format!("`{path}`"))
    };
    let files = [
        ("README.md", replace_block(&read("README.md")?, &folder_table(project)?)?),
        (
            "www/src/plugin/interface.ts",
            interface::typescript(&read("plugins/sdk/wit/v1/crosswalk.wit")?)?,
        ),
        ("docs/codes.md", codes::markdown(&read("core/data/codes.toml")?)?),
        ("www/src/document.ts", document_types()),
    ];
    let mut files: Vec<(String, String)> =
        files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
    for name in annexa_core::schema::names() {
        let schema = annexa_core::schema::named(name).context("a schema has no name")?;
        files.push((format!("docs/{name}.schema.json"), String::from_utf8(schema)?));
    }
    let cases = annexa_cases::load(&project.root.join("tests/cases")).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow!("{}", faults.join("\n"))
    })?;
    files.extend(annexa_cases::pages(&cases));
    let mut is_fresh = true;
    for (path, new) in files {
        if read(&path).is_ok_and(|old| old == new) {
            continue;
        }
        if check {
            println!("`{path}` is stale; run `cargo xtask codegen`");
            is_fresh = false;
        } else {
            std::fs::write(project.root.join(&path), new)?;
            println!("`{path}` written");
        }
    }
    Ok(is_fresh)
}

/// The module of types that the page has for what a file holds.
fn document_types() -> String {
    let types = annexa_core::schema::assessment_types();
    format!(
        "/** What a file holds. Made by `cargo xtask codegen` from `core/src/assessment`. */\n\n{types}"
    )
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
