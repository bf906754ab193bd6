//! The sandbox against plugins that behave, fail and lie.

mod guest;
mod hostile;
mod lies;
mod soc2;

use crate::{Host, Limits, Plugin};
use annexa_core::crosswalk::{Conclusion, Implementation};
use annexa_core::{Answer, Catalogue, Engine, words::Words};
use expect_test::Expect;
use guest::Guest;
use std::{fmt::Write as _, sync::LazyLock};

static HOST: LazyLock<Host> =
    LazyLock::new(|| Host::new(Limits { fuel: 20_000_000, ..Limits::default() }).unwrap());
static GOOD: LazyLock<Plugin> =
    LazyLock::new(|| HOST.load("good", &Guest::default().module()).unwrap());

/// Loads and runs a file, and says what came of it. Whatever that is, the host is as good as
/// before: a plugin that behaves still runs.
#[track_caller]
fn check(bytes: &[u8], expect: Expect) {
    let run = |plugin: Plugin| plugin.run(&engine()).map(|conclusion| shown(&conclusion));
    let outcome = HOST
        .load("test", bytes)
        .and_then(run)
        .unwrap_or_else(|error| error.told(&Words::english()));
    expect.assert_eq(&outcome);
    GOOD.run(&engine()).unwrap();
}

fn shown(conclusion: &Conclusion<'_>) -> String {
    let mut text = String::new();
    for result in &conclusion.results {
        let (target, gap) =
            (conclusion.target(result).unwrap(), conclusion.gap(result, &Words::english()));
        writeln!(text, "{} {:?}: {gap}", target.id, result.outcome).unwrap();
    }
    text
}

fn engine() -> Engine {
    answered([("4.1", Implementation::Implemented), ("A.5.1", Implementation::Partly)])
}

fn answered<'a>(states: impl IntoIterator<Item = (&'a str, Implementation)>) -> Engine {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    for (id, implementation) in states {
        let mut answer = Answer::new(id.parse().unwrap());
        answer.implementation = Some(implementation);
        engine.set(answer).unwrap();
    }
    engine
}
