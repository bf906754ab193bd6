//! The summaries of the tools in use, and what a step without one counts for.

use expect_test::{Expect, expect};

use super::counts;

#[track_caller]
fn check(output: &str, ended_well: bool, expected: Expect) {
    let lines: Vec<String> = output.lines().map(str::to_owned).collect();
    let counts = counts(&lines, ended_well);
    expected.assert_eq(&format!("{} passed, {} failed", counts.passed, counts.failed));
}

#[test]
fn each_tools_summary_is_read() {
    check(
        "     Summary [   1.234s] 58 tests run: 57 passed (1 slow), 1 failed, 3 skipped",
        false,
        expect!["57 passed, 1 failed"],
    );
    check(
        "test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
         test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        false,
        expect!["5 passed, 2 failed"],
    );
    check("# tests 3\n# pass 3\n# fail 0", true, expect!["3 passed, 0 failed"]);
    check("ℹ pass 2\nℹ fail 1", false, expect!["2 passed, 1 failed"]);
    check(
        "  1 failed\n    a.spec.ts:3:1 › a\n  7 passed (12.5s)",
        false,
        expect!["7 passed, 1 failed"],
    );
}

#[test]
fn colours_do_not_hide_a_summary() {
    check(
        "\u{1b}[32;1m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped",
        true,
        expect!["2 passed, 0 failed"],
    );
}

#[test]
fn a_step_without_tests_counts_as_one() {
    check("Finished", true, expect!["1 passed, 0 failed"]);
    check("error: could not compile", false, expect!["0 passed, 1 failed"]);
}

#[test]
fn a_bad_end_is_a_failure_even_when_every_test_passed() {
    check("# pass 3\n# fail 0", false, expect!["3 passed, 1 failed"]);
}
