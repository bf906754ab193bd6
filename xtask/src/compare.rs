//! The browser and the command line, on the same file, write the same bytes.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::shell::{output, program};

/// The folder that the browser tests write to.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.target.join("e2e")
}

/// Empties the folder, so that files of an earlier run prove nothing.
pub(crate) fn clear(project: &Project) -> Result<()> {
    let folder = folder(project);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(())
}

/// Assesses the saved file on the command line, and finds in what it prints the very bytes that
/// the browser showed: the report, and the result of the first plugin that both carry.
pub(crate) fn run(project: &Project) -> Result<()> {
    let folder = folder(project);
    let mut annexa = program(project.target.join("debug/annexa"), &folder);
    let carried = annexa_plugin_pack::carried(&project.root)?;
    let first = carried.first().context("no plugin is carried")?;
    annexa.args(["assess", "assessment.json", "--plugin", &first.id, "--format", "json"]);
    let host = output(&mut annexa)?;
    for name in ["report.json", "crosswalk.json"] {
        let browser = std::fs::read(folder.join(name))
            .with_context(|| format!("the browser tests left no `{name}`"))?;
        holds(&host, &browser).with_context(|| format!("`{name}` of the browser"))?;
        println!("{name}: {} equal bytes", browser.trim_ascii().len());
    }
    Ok(())
}

/// Fails unless `part` stands in `whole` as it is; says where the longest common start ends.
fn holds(whole: &[u8], part: &[u8]) -> Result<()> {
    let part = part.trim_ascii();
    if part.len() < 2 {
        bail!("is empty");
    }
    let common = |at: usize| {
        let rest = whole.get(at..).unwrap_or_default();
        rest.iter().zip(part).take_while(|(one, other)| one == other).count()
    };
    let best = (0..whole.len()).map(|at| (common(at), at)).max_by_key(|(length, _)| *length);
    let (length, at) = best.unwrap_or_default();
    if length == part.len() {
        return Ok(());
    }
    let shown = |bytes: &[u8], from: usize| {
        let end = bytes.len().min(from.saturating_add(80));
        String::from_utf8_lossy(bytes.get(from..end).unwrap_or_default()).into_owned()
    };
    bail!(
        "differs after {length} bytes\n  command line: {}\n  browser:      {}",
        shown(whole, at.saturating_add(length)),
        shown(part, length)
    )
}

#[cfg(test)]
mod tests;
