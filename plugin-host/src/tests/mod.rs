//! The sandbox against plugins that behave, fail and lie.

mod guest;
mod hostile;
mod lies;
mod soc2;

use crate::{Host, Limits, Plugin};
use annexa_core::crosswalk::{Applicability, Conclusion, Implementation, SourceState};
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
    let outcome = match HOST.load("test", bytes).and_then(|plugin| plugin.run(&findings())) {
        Ok(conclusion) => shown(&conclusion),
        Err(error) => error.to_string(),
    };
    expect.assert_eq(&outcome);
    GOOD.run(&findings()).unwrap();
}

fn shown(conclusion: &Conclusion) -> String {
    let mut text = String::new();
    for result in &conclusion.results {
        writeln!(text, "{} {:?}: {}", result.target.id, result.outcome, result.gap).unwrap();
    }
    text
}

fn findings() -> Vec<SourceState> {
    [("4.1", Implementation::Implemented), ("A.5.1", Implementation::Partly)]
        .map(|(id, implementation)| finding(id, implementation))
        .into()
}

fn finding(id: &str, implementation: Implementation) -> SourceState {
    SourceState {
        id: id.to_owned(),
        applicability: Applicability::Applicable,
        implementation,
        maturity: None,
    }
}
