//! `cargo xtask bench`: the figures beside their targets, all measured in this run.

mod reading;

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::build;
use crate::bundle::{Bundle, bundle};
use crate::figures::{Bound, Figure, table};
use crate::project::Project;
use crate::setup;
use crate::shell::{cargo, output, program};

/// Measures and prints; `false` when `enforce` is asked for and a figure is over its target.
pub(crate) fn run(project: &Project, enforce: bool) -> Result<bool> {
    build::run(project)?;
    let scripts = project.root.join("tests/bench");
    setup::packages(&scripts)?;
    let mut figures = engine(project, &scripts)?;
    figures.extend(reading::figures(project, &scripts)?);
    figures.push(first_view(project, &scripts)?);
    figures.extend(plugin(project)?);
    let over = figures.iter().filter(|figure| !figure.is_ok()).count();
    println!("\n{}", table(&figures));
    println!("{} of {} figures reach their target", figures.len() - over, figures.len());
    Ok(over == 0 || !enforce)
}

/// One answer in wasm: how long, how it grows, and against survey-core on the same questions.
fn engine(project: &Project, scripts: &Path) -> Result<Vec<Figure>> {
    let folder = project.target.join("bench/engine");
    let synthetic =
        Bundle { package: "annexa-bench-engine", name: "bench_engine", folder: folder.clone() };
    bundle(project, &synthetic)?;
    let mut node = program("node", scripts);
    let ours = json(&output(node.arg("engine.mjs").arg(project.generated()).arg(&folder))?)?;
    let chapters = ours.get("chapters").and_then(Value::as_array).context("no chapters")?;
    let chapters: Vec<String> = chapters.iter().map(Value::to_string).collect();
    let mut node = program("node", scripts);
    let theirs = json(&output(node.args(["surveycore.mjs", &chapters.join(",")]))?)?;

    let answer = number(&ours, "/p50_us")?;
    let (small, large) = (number(&ours, "/synthetic/93")?, number(&ours, "/synthetic/1000")?);
    let survey = number(&theirs, "/p50_us")?;
    let branching = number(&theirs, "/p50_conditions_us")?;
    let version = theirs.get("version").and_then(Value::as_str).unwrap_or_default();
    println!(
        "one answer, p50: engine {answer:.2} µs with 123 questions; {small:.2} µs with 93 and \
         {large:.2} µs with 1000 synthetic ones; survey-core {version} with 123 questions \
         {survey:.0} µs, with conditions {branching:.0} µs"
    );
    Ok(vec![
        Figure::new("one answer in wasm, p50", answer, "µs", Bound::AtMost(10.0)),
        Figure::new("p50 at 1000 questions / at 93", large / small, "", Bound::Below(2.0)),
        Figure::new("times faster than survey-core", survey / answer, "x", Bound::AtLeast(100.0)),
    ])
}

/// What a first visit transfers.
fn first_view(project: &Project, scripts: &Path) -> Result<Figure> {
    let mut node = program("node", scripts);
    let sizes = json(&output(node.arg("firstview.mjs").arg(project.dist()))?)?;
    let files = sizes.get("files").and_then(Value::as_object).context("no files")?;
    let parts: Vec<_> = files.iter().map(|(name, bytes)| format!("{name} {bytes}")).collect();
    println!("first view, brotli bytes: {}", parts.join(", "));
    let total = number(&sizes, "/total_bytes")?;
    Ok(Figure::new("first view, brotli", total / 1000.0, "KB", Bound::AtMost(140.0)))
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
            "plugin: one call, 123 findings",
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
