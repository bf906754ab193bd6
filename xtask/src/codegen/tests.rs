//! What is checked in is what the generator writes.

use expect_test::{Expect, expect};

use super::{replace_block, run};
use crate::project::Project;

#[track_caller]
fn check(text: &str, expected: Expect) {
    let result = replace_block(text, "| new |\n");
    expected.assert_eq(&result.unwrap_or_else(|error| format!("error: {error}")));
}

#[test]
fn the_checked_in_files_are_fresh() {
    let project = Project::locate().unwrap();
    assert!(run(&project, true).unwrap(), "run `cargo xtask codegen`");
}

#[test]
fn only_the_block_is_replaced() {
    check(
        "a\n<!-- folders -->\n| old |\n<!-- /folders -->\nb\n",
        expect![[r#"
            a
            <!-- folders -->
            | new |
            <!-- /folders -->
            b
        "#]],
    );
}

#[test]
fn a_missing_marker_is_an_error() {
    check("a\n", expect!["error: no line `<!-- folders -->`"]);
    check(
        "<!-- /folders -->\n<!-- folders -->\n",
        expect!["error: no line `<!-- /folders -->` after `<!-- folders -->`"],
    );
}
