//! Which Node is new enough, and what is said where a browser cannot be installed.

use expect_test::{Expect, expect};

use super::{CHROMIUM, FIREFOX, NODE_MIN, node_version};

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

#[test]
fn each_browser_says_how_to_install_it() {
    expect!["no `chromium` found; install Debian's with `apt-get install --no-install-recommends chromium` as root, or name one in the variable `CHROMIUM`"].assert_eq(&CHROMIUM.by_hand());
    expect!["no `firefox-esr` found; install Debian's with `apt-get install --no-install-recommends firefox-esr` as root, or name one in the variable `FIREFOX`"].assert_eq(&FIREFOX.by_hand());
}
