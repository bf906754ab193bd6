//! `cargo xtask oracle`: the rules written a second time against both builds of the engine.

use anyhow::Result;

use crate::build;
use crate::counts::{Counts, counts};
use crate::project::Project;
use crate::shell::{cargo, program, run, tee};

/// How many random assessments are compared where nothing is said.
pub(crate) const COUNT: u32 = 10_000;

/// Builds both engines and compares their conclusions with the oracle's over random assessments.
pub(crate) fn compare(project: &Project, count: u32, from: u32) -> Result<bool> {
    run(cargo(&project.root).args([
        "build",
        "--locked",
        "--release",
        "--package",
        "annexa-oracle",
    ]))?;
    build::engine(project)?;
    let mut node = program("node", &project.root);
    node.arg("tests/oracle/compare.mjs").arg(project.target.join("release/annexa-oracle"));
    node.args(["--count", &count.to_string(), "--from", &from.to_string()]);
    Ok(tee(&mut node)?.0)
}

/// The slice that every change has to pass; both engines are built already.
pub(crate) fn slice(project: &Project) -> Result<Counts> {
    let mut node = program("node", &project.root);
    node.args(["--test", "--test-timeout=240000", "tests/oracle/oracle.test.mjs"]);
    node.env("ANNEXA_ORACLE", project.target.join("debug/annexa-oracle"));
    let (ended_well, lines) = tee(&mut node)?;
    Ok(counts(&lines, ended_well))
}
