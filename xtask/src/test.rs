//! `cargo xtask test`: every test, all of them even after a failure, and one line at the end.

use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::compare;
use crate::counts::{Counts, counts};
use crate::project::{BARE, Project};
use crate::shell::{cargo, program, succeeds, tee};
use crate::{build, oracle, setup};

/// What one step came to.
struct Step {
    name: &'static str,
    counts: Counts,
    took: Duration,
}

/// Runs every step, prints the summary, and returns whether all went well. What builds and tests
/// Rust and what builds and tests the page share no files, so they run side by side; what needs both
/// and what measures time come after them.
pub(crate) fn run(project: &Project) -> Result<bool> {
    let mut steps = Steps::default();
    steps.run("set-up", || setup::toolchain(project).map(|()| ONE));
    steps.run("format", || rust(project, &["fmt", "--all", "--check"]));
    let (rust, page) = thread::scope(|scope| {
        let page = scope.spawn(|| page_steps(project));
        (rust_steps(project), page.join())
    });
    steps.0.extend(rust.0);
    steps.0.extend(page.map_err(|_| anyhow!("the steps of the page broke off"))?.0);
    steps.run("page beside command line", || npm_test(project, "test:command"));
    steps.run("rules written twice", || oracle::slice(project));
    steps.run("tests of time", || npm_test(project, "test:alone"));
    steps.run("browser and command line agree", || compare::run(project).map(|()| ONE));
    Ok(steps.summary())
}

fn rust_steps(project: &Project) -> Steps {
    let mut steps = Steps::default();
    steps.run("core without a system", || {
        rust(project, &["check", "--locked", "--package", "annexa-core", "--target", BARE])
    });
    // By itself, since whatever else is built with it turns the rest on.
    steps.run("core that knows answers alone", || {
        let small = ["--package", "annexa-core", "--no-default-features", "--target", BARE];
        rust(project, &[["check", "--locked"].as_slice(), &small].concat())
    });
    // With the tests, so that the features, and with them every dependency, are built once.
    steps.run("compile and clippy", || {
        rust(project, &["build", "--locked", "--workspace", "--all-targets"])
    });
    steps.run("Rust tests", || {
        let all = ["--locked", "--workspace", "--no-fail-fast"];
        if succeeds(cargo(&project.root).args(["nextest", "--version"])) {
            rust(project, &[&["nextest", "run"], all.as_slice()].concat())
        } else {
            rust(project, &[&["test"], all.as_slice(), &["--lib", "--bins", "--tests"]].concat())
        }
    });
    steps.run("documentation tests", || {
        rust(project, &["test", "--locked", "--workspace", "--doc", "--no-fail-fast"])
    });
    steps
}

fn page_steps(project: &Project) -> Steps {
    let mut steps = Steps::default();
    steps.run("build", || build::run(project).map(|()| ONE));
    steps.run("TypeScript", || tool(program("npm", &project.www).args(["run", "check"])));
    steps.run("browser tests", || {
        compare::clear(project)?;
        npm_test(project, "test")
    });
    steps
}

/// Clippy stands in for the compiler of the workspace's own packages: it compiles, and looks while it
/// does. So dependencies are not checked first and built then.
fn rust(project: &Project, arguments: &[&str]) -> Result<Counts> {
    let mut cargo = cargo(&project.root);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env("CLIPPY_ARGS", DENY);
    tool(cargo.args(arguments))
}

/// Every warning is an error, in the form in which `cargo clippy` hands its arguments on.
const DENY: &str = "--deny__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__";

/// One of the page's scripts that run tests.
fn npm_test(project: &Project, script: &str) -> Result<Counts> {
    let (chromium, firefox) = (setup::chromium(project)?, setup::firefox(project)?);
    let mut npm = program("npm", &project.www);
    npm.args(["run", script]).env("CHROMIUM", chromium).env("FIREFOX", firefox);
    tool(npm.env("ANNEXA_E2E_OUT", compare::folder(project)))
}

fn tool(command: &mut Command) -> Result<Counts> {
    let (ended_well, lines) = tee(command)?;
    Ok(counts(&lines, ended_well))
}

const ONE: Counts = Counts { passed: 1, failed: 0 };

/// The steps so far, in the order in which they ended.
#[derive(Default)]
struct Steps(Vec<Step>);

impl Steps {
    /// Runs one step; an error is a failed step, and its text is shown.
    fn run(&mut self, name: &'static str, work: impl FnOnce() -> Result<Counts>) {
        println!("\n== {name}");
        let start = Instant::now();
        let counts = work().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Counts { passed: 0, failed: 1 }
        });
        let took = start.elapsed();
        println!("\n-- {name}: {} failed, {} s", counts.failed, took.as_secs());
        self.0.push(Step { name, counts, took });
    }

    /// One row for each step, the failed steps again, and the sum alone on the last line.
    fn summary(&self) -> bool {
        println!("\n{:<32} {:>7} {:>7} {:>8}", "step", "passed", "failed", "seconds");
        let mut sum = Counts::default();
        for Step { name, counts, took } in &self.0 {
            let seconds = took.as_secs();
            println!("{name:<32} {:>7} {:>7} {seconds:>8}", counts.passed, counts.failed);
            sum += *counts;
        }
        for step in self.0.iter().filter(|step| step.counts.failed > 0) {
            println!("failed: {}", step.name);
        }
        println!("\n{} passed, {} failed", sum.passed, sum.failed);
        sum.failed == 0
    }
}
