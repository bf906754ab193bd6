//! What a click costs: in the engine alone, in the page's model, and against survey-core.

use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use super::{json, number};
use crate::bundle::{Aim, Bundle, bundle};
use crate::figures::{Bound, Figure};
use crate::project::Project;
use crate::shell::{output, program};

/// Measures all of it in one process.
pub(super) fn figures(project: &Project, scripts: &Path) -> Result<Vec<Figure>> {
    let sized = project.target.join("bench/engine");
    let package = Bundle {
        package: "annexa-bench-engine",
        name: "bench_engine",
        folder: sized.clone(),
        aim: Aim::First,
    };
    bundle(project, &package)?;
    let mut node = program("node", scripts);
    node.arg("clicks.mjs").arg(project.generated()).arg(&sized);
    let times = json(&output(node.arg(project.target.join("bench/model")))?)?;
    let of = |name: &str| number(&times, &format!("/{name}"));
    let version = times.get("version").and_then(Value::as_str).unwrap_or_default();
    println!(
        "one answer, best of the rounds: engine {:.2} µs, click {:.2} µs with {} questions and \
         {:.2} µs with {}, survey-core {version} {:.0} µs",
        of("engine_us")?,
        of("click_us")?,
        of("questions")?,
        of("click_large_us")?,
        of("large")?,
        of("survey_us")?
    );
    Ok(vec![
        Figure::new("engine, one answer", of("engine_us")?, "µs", Bound::AtMost(10.0)),
        Figure::new("click, one answer (aim 6)", of("click_us")?, "µs", Bound::AtMost(10.0)),
        Figure::new(
            "click at 1000 questions / at 123",
            of("click_growth")?,
            "",
            Bound::AtMost(1.3),
        ),
        Figure::new("crossings of the first click", of("crossings")?, "", Bound::AtMost(1.0)),
        Figure::new(
            "survey-core / engine (aim 1000)",
            of("engine_ratio")?,
            "x",
            Bound::AtLeast(700.0),
        ),
        Figure::new(
            "survey-core / click (aim 600)",
            of("click_ratio")?,
            "x",
            Bound::AtLeast(400.0),
        ),
    ])
}
