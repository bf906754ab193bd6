//! What it costs to read a file: natively for any content, and in wasm against `JSON.parse`.

use std::path::Path;

use anyhow::Result;

use super::{json, number};
use crate::figures::{Bound, Figure};
use crate::project::Project;
use crate::shell::{cargo, output, program};

/// Measures both.
pub(super) fn figures(project: &Project, scripts: &Path) -> Result<Vec<Figure>> {
    let mut bench = cargo(&project.root);
    bench.args(["bench", "--locked", "--package", "annexa-core", "--bench", "reading"]);
    let text = output(&mut bench)?;
    println!("{}", String::from_utf8_lossy(&text));
    let native = json(&text)?;
    let mut node = program("node", scripts);
    let wasm = json(&output(node.arg("load.mjs").arg(project.generated()))?)?;
    println!(
        "loading a full assessment of {} bytes in wasm: {:.0} µs, `JSON.parse` of its text {:.0} µs",
        number(&wasm, "/bytes")?,
        number(&wasm, "/load_us")?,
        number(&wasm, "/parse_us")?
    );
    Ok(vec![
        Figure::new(
            "reading a full assessment",
            number(&native, "/full_mbps")?,
            "MB/s",
            Bound::AtLeast(100.0),
        ),
        Figure::new(
            "reading the worst content",
            number(&native, "/slowest_mbps")?,
            "MB/s",
            Bound::AtLeast(60.0),
        ),
        Figure::new(
            "reading: growth, exponent",
            number(&native, "/exponent")?,
            "",
            Bound::AtMost(1.2),
        ),
        Figure::new(
            "memory for a file / its size",
            number(&native, "/memory_multiple")?,
            "x",
            Bound::AtMost(10.0),
        ),
        Figure::new(
            "loading in wasm / `JSON.parse`",
            number(&wasm, "/ratio")?,
            "x",
            Bound::AtMost(4.0),
        ),
    ])
}
