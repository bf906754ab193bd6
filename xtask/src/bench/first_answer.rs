//! How soon the first answer is reflected, against JSON Forms with the same questions.

use std::path::Path;

use anyhow::Result;

use super::{json, number};
use crate::figures::{Bound, Figure};
use crate::project::Project;
use crate::setup;
use crate::shell::{cargo, output, program};

/// Measures both pages in one browser, in turn.
pub(super) fn figure(project: &Project, scripts: &Path) -> Result<Figure> {
    let browser = setup::chromium(project)?;
    let folder = project.target.join("bench");
    std::fs::create_dir_all(&folder)?;
    // The questions of the other page, from the interface that stays.
    let mut annexa = cargo(&project.root);
    annexa.args(["run", "--quiet", "--locked", "--package", "annexa-plugin-host", "--"]);
    let catalogue = folder.join("catalogue.json");
    std::fs::write(&catalogue, output(annexa.args(["catalog", "--format", "json"]))?)?;
    let mut node = program("node", scripts);
    node.arg("firstanswer.mjs").arg(project.dist()).arg(&catalogue).arg(folder.join("jsonforms"));
    let times = json(&output(node.env("CHROMIUM", browser))?)?;
    let of = |name: &str| number(&times, name);
    let (ours, theirs) = (of("/ours/ms")?, of("/jsonforms/ms")?);
    println!(
        "first answer reflected, median: {ours:.0} ms after {:.0} bytes; JSON Forms {theirs:.0} ms \
         after {:.0} bytes",
        of("/ours/bytes")?,
        of("/jsonforms/bytes")?
    );
    Ok(Figure::new("first answer / JSON Forms' one", ours / theirs, "", Bound::Below(1.0)))
}
