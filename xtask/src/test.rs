//! `cargo xtask test`: every test, all of them even after a failure, and one line at the end.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::compare;
use crate::counts::{Counts, counts};
use crate::project::{BARE, Project};
use crate::shell::{cargo, program, succeeds, tee};
use crate::{build, setup};

/// What one step came to.
struct Step {
    name: &'static str,
    counts: Counts,
    took: Duration,
}

/// Runs every step, prints the summary, and returns whether all went well.
pub(crate) fn run(project: &Project) -> Result<bool> {
    let mut steps = Vec::new();
    let mut step = |name, work: &dyn Fn() -> Result<Counts>| steps.push(timed(name, work));
    let tool = |command: &mut Command| -> Result<Counts> {
        let (ended_well, lines) = tee(command)?;
        Ok(counts(&lines, ended_well))
    };
    let rust = |arguments: &[&str]| tool(cargo(&project.root).args(arguments));

    step("set-up", &|| setup::toolchain(project).map(|()| ONE));
    step("format", &|| rust(&["fmt", "--all", "--check"]));
    step("core without a system", &|| {
        rust(&["check", "--locked", "--package", "annexa-core", "--target", BARE])
    });
    step("clippy", &|| {
        let arguments = ["clippy", "--locked", "--workspace", "--all-targets", "--"];
        rust(&[arguments.as_slice(), &["--deny", "warnings"]].concat())
    });
    // With the tests, so that the features, and with them every dependency, are built once.
    step("compile", &|| rust(&["build", "--locked", "--workspace", "--tests", "--bin", "annexa"]));
    step("Rust tests", &|| {
        if succeeds(cargo(&project.root).args(["nextest", "--version"])) {
            rust(&["nextest", "run", "--locked", "--workspace", "--no-fail-fast"])
        } else {
            rust(&[
                "test",
                "--locked",
                "--workspace",
                "--no-fail-fast",
                "--lib",
                "--bins",
                "--tests",
            ])
        }
    });
    step("documentation tests", &|| {
        rust(&["test", "--locked", "--workspace", "--doc", "--no-fail-fast"])
    });
    step("build", &|| build::run(project).map(|()| ONE));
    step("TypeScript", &|| tool(program("npm", &project.www).args(["run", "check"])));
    step("browser tests", &|| {
        let (chromium, firefox) = (setup::chromium(project)?, setup::firefox(project)?);
        compare::clear(project)?;
        let mut npm = program("npm", &project.www);
        npm.arg("test").env("CHROMIUM", chromium).env("FIREFOX", firefox);
        tool(npm.env("ANNEXA_E2E_OUT", compare::folder(project)))
    });
    step("browser and command line agree", &|| compare::run(project).map(|()| ONE));
    Ok(summary(&steps))
}

const ONE: Counts = Counts { passed: 1, failed: 0 };

/// Runs one step; an error is a failed step, and its text is shown.
fn timed(name: &'static str, work: &dyn Fn() -> Result<Counts>) -> Step {
    println!("\n== {name}");
    let start = Instant::now();
    let counts = work().unwrap_or_else(|error| {
        println!("error: {error:#}");
        Counts { passed: 0, failed: 1 }
    });
    Step { name, counts, took: start.elapsed() }
}

/// One row for each step, the failed steps again, and the sum alone on the last line.
fn summary(steps: &[Step]) -> bool {
    println!("\n{:<32} {:>7} {:>7} {:>8}", "step", "passed", "failed", "seconds");
    let mut sum = Counts::default();
    for Step { name, counts, took } in steps {
        let seconds = took.as_secs();
        println!("{name:<32} {:>7} {:>7} {seconds:>8}", counts.passed, counts.failed);
        sum += *counts;
    }
    for step in steps.iter().filter(|step| step.counts.failed > 0) {
        println!("failed: {}", step.name);
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    sum.failed == 0
}
