//! What a register of risks costs: natively everything that follows from it, in wasm an answer
//! beside it.

use std::path::Path;

use anyhow::Result;

use super::{json, number};
use crate::figures::{Bound, Figure};
use crate::project::Project;
use crate::shell::{cargo, output, program};

/// The largest of the samples.
const SAMPLE: &str = "core/data/samples/manufacturer.json";

/// Measures both.
pub(super) fn figures(project: &Project, scripts: &Path) -> Result<Vec<Figure>> {
    let mut bench = cargo(&project.root);
    bench.args(["bench", "--locked", "--package", "annexa-core", "--bench", "register"]);
    let native = output(&mut bench)?;
    println!("{}", String::from_utf8_lossy(&native));
    let native = json(&native)?;
    let mut node = program("node", scripts);
    node.arg("registers.mjs").arg(project.generated()).arg(project.root.join(SAMPLE));
    let wasm = output(&mut node)?;
    println!("{}", String::from_utf8_lossy(&wasm));
    let wasm = json(&wasm)?;
    Ok(vec![
        Figure::new(
            "200 risks: all that follows, native",
            number(&native, "/whole_us")? / 1000.0,
            "ms",
            Bound::AtMost(2.0),
        ),
        Figure::new(
            "roadmap of the largest sample, native",
            number(&native, "/roadmap_us")? / 1000.0,
            "ms",
            Bound::AtMost(2.0),
        ),
        Figure::new(
            "order of 5,000 steps, 20,000 edges",
            number(&native, "/order_us")? / 1000.0,
            "ms",
            Bound::AtMost(60.0),
        ),
        Figure::new(
            "three files of 175 kB read and merged",
            number(&native, "/merge_us")? / 1000.0,
            "ms",
            Bound::AtMost(30.0),
        ),
        Figure::new(
            "200 risks: one answer taken back",
            number(&native, "/undo_us")?,
            "µs",
            Bound::AtMost(50.0),
        ),
        Figure::new(
            "roadmap of the largest sample, wasm",
            number(&wasm, "/roadmap_ms")?,
            "ms",
            Bound::AtMost(6.0),
        ),
        Figure::new(
            "200 risks: one answer, p95",
            number(&wasm, "/p95_us")?,
            "µs",
            Bound::AtMost(20.0),
        ),
        Figure::new(
            "one answer at 2,000 risks / at 20",
            number(&wasm, "/growth")?,
            "",
            Bound::AtMost(2.0),
        ),
        Figure::new(
            "200 risks: until a view is right",
            number(&wasm, "/slowest_view_ms")?,
            "ms",
            Bound::AtMost(1.0),
        ),
        Figure::new(
            "loading a sample in wasm / `JSON.parse`",
            number(&wasm, "/load_ratio")?,
            "x",
            Bound::AtMost(4.0),
        ),
    ])
}
