//! Which Node is new enough.

use expect_test::{Expect, expect};

use super::{NODE_MIN, node_version};

#[track_caller]
fn check(version: &str, expected: Expect) {
    let found = node_version(version);
    let verdict = if found.is_none_or(|found| found < NODE_MIN) { "refused" } else { "accepted" };
    expected.assert_eq(verdict);
}

#[test]
fn versions_compare_as_numbers() {
    check("v20.19.2\n", expect!["accepted"]);
    check("v20.9.0\n", expect!["refused"]);
    check("v22.0.0\n", expect!["accepted"]);
    check("v100.1.0\n", expect!["accepted"]);
    check("v18.20.4\n", expect!["refused"]);
    check("nonsense\n", expect!["refused"]);
}
