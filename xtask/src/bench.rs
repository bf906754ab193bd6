//! `cargo xtask bench`: the figures beside their targets, all measured in this run.

mod clicks;
mod first_answer;
mod reading;
mod registers;

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::build;
use crate::figures::{Bound, Figure, table};
use crate::project::Project;
use crate::setup;
use crate::shell::{cargo, output, program};

/// Measures and prints; `false` when `enforce` is asked for and a figure is over its target.
pub(crate) fn run(project: &Project, enforce: bool) -> Result<bool> {
    build::run(project)?;
    let scripts = project.root.join("tests/bench");
    setup::packages(&scripts)?;
    let mut figures = clicks::figures(project, &scripts)?;
    figures.push(first_answer::figure(project, &scripts)?);
    figures.extend(reading::figures(project, &scripts)?);
    figures.extend(registers::figures(project, &scripts)?);
    figures.push(first_view(project, &scripts)?);
    figures.extend(plugin(project)?);
    let over = figures.iter().filter(|figure| !figure.is_ok()).count();
    println!("\n{}", table(&figures));
    println!("{} of {} figures reach their target", figures.len() - over, figures.len());
    Ok(over == 0 || !enforce)
}

/// What a first visit transfers.
fn first_view(project: &Project, scripts: &Path) -> Result<Figure> {
    let mut node = program("node", scripts);
    let sizes = json(&output(node.arg("firstview.mjs").arg(project.dist()))?)?;
    let files = sizes.get("files").and_then(Value::as_object).context("no files")?;
    let parts: Vec<_> = files.iter().map(|(name, bytes)| format!("{name} {bytes}")).collect();
    println!("first view, brotli bytes: {}", parts.join(", "));
    let total = number(&sizes, "/total_bytes")?;
    Ok(Figure::new("first view, brotli", total / 1000.0, "KB", Bound::AtMost(85.0)))
}

/// The plugin host, built for release.
fn plugin(project: &Project) -> Result<Vec<Figure>> {
    let mut bench = cargo(&project.root);
    bench.args(["bench", "--locked", "--package", "annexa-tests", "--bench", "plugin"]);
    let times = json(&output(&mut bench)?)?;
    Ok(vec![
        Figure::new(
            "plugin: compile",
            number(&times, "/compile_us")? / 1000.0,
            "ms",
            Bound::AtMost(50.0),
        ),
        Figure::new(
            "plugin: fresh instance",
            number(&times, "/instance_us")?,
            "µs",
            Bound::AtMost(20.0),
        ),
        Figure::new(
            "plugin: one call, 123 states",
            number(&times, "/call_us")?,
            "µs",
            Bound::AtMost(150.0),
        ),
    ])
}

/// The last line of a script's output.
fn json(output: &[u8]) -> Result<Value> {
    let text = std::str::from_utf8(output)?;
    let line = text.lines().next_back().context("the benchmark printed nothing")?;
    serde_json::from_str(line).with_context(|| format!("no figures in `{line}`"))
}

fn number(figures: &Value, pointer: &str) -> Result<f64> {
    let value = figures.pointer(pointer).and_then(Value::as_f64);
    value.with_context(|| format!("no number `{pointer}` in `{figures}`"))
}
