//! `cargo xtask`: builds, serves, tests and measures the project. One file per command.

mod bench;
mod build;
mod bundle;
mod check_demo;
mod codegen;
mod compare;
mod counts;
mod demo;
mod figures;
mod oracle;
mod project;
mod server;
mod setup;
mod shell;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::project::Project;

const HELP: &str = "\
Usage: cargo xtask <command>

Commands:
  build                     engine, plugins and page, into www/generated and www/dist
  demo [--port N] [--check] build, then serve the demo page; with --check verify it and exit
  test                      every test: Rust, wasm, plugin, browser
  bench [--enforce]         print the figures beside their targets; with --enforce fail when one is over
  oracle [--count N] [--from SEED]
                            compare the engine with the rules written a second time, over N random
                            assessments (10,000), natively and as the page has it
  codegen [--check]         write the generated files; with --check only compare them

What a command needs and does not find (the wasm target, npm packages, a browser) it installs,
or it says how to.
";

enum Command {
    Help,
    Build,
    Demo { port: u16, check: bool },
    Test,
    Bench { enforce: bool },
    Oracle { count: u32, from: u32 },
    Codegen { check: bool },
}

fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()).and_then(run) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; `false` means that it did its work and the answer is no.
fn run(command: Command) -> Result<bool> {
    if let Command::Help = command {
        print!("{HELP}");
        return Ok(true);
    }
    let project = Project::locate()?;
    match command {
        Command::Help => Ok(true),
        Command::Build => build::run(&project).map(|()| true),
        Command::Demo { port, check: false } => demo::run(&project, port).map(|()| true),
        Command::Demo { check: true, .. } => check_demo::run(&project),
        Command::Test => test::run(&project),
        Command::Bench { enforce } => bench::run(&project, enforce),
        Command::Oracle { count, from } => oracle::compare(&project, count, from),
        Command::Codegen { check } => codegen::run(&project, check),
    }
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command> {
    let mut command = None;
    while let Some(argument) = arguments.next()? {
        match (argument, &mut command) {
            (Short('h') | Long("help"), _) => return Ok(Command::Help),
            (Value(name), None) => command = Some(named(&name.string()?)?),
            (Long("port"), Some(Command::Demo { port, .. })) => {
                *port = arguments.value()?.parse()?
            }
            (Long("check"), Some(Command::Demo { check, .. } | Command::Codegen { check })) => {
                *check = true;
            }
            (Long("count"), Some(Command::Oracle { count, .. })) => {
                *count = arguments.value()?.parse()?
            }
            (Long("from"), Some(Command::Oracle { from, .. })) => {
                *from = arguments.value()?.parse()?
            }
            (Long("enforce"), Some(Command::Bench { enforce })) => *enforce = true,
            (other, _) => return Err(other.unexpected().into()),
        }
    }
    Ok(command.unwrap_or(Command::Help))
}

fn named(name: &str) -> Result<Command> {
    Ok(match name {
        "build" => Command::Build,
        "demo" => Command::Demo { port: demo::PORT, check: false },
        "test" => Command::Test,
        "bench" => Command::Bench { enforce: false },
        "oracle" => Command::Oracle { count: oracle::COUNT, from: 0 },
        "codegen" => Command::Codegen { check: false },
        "help" => Command::Help,
        _ => bail!("no command `{name}`; `cargo xtask help` lists them"),
    })
}
