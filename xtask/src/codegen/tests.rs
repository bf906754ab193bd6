//! What is checked in is what the generator writes.

use expect_test::{Expect, expect};

use super::{interface, replace_block, run};
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
fn the_interface_becomes_a_table() {
    let table = interface::typescript(
        "package a:b@1.0.0;\ninterface c { enum how { not-at-all, fully }\n\
         record one { the-id: string, share: option<u16>, hows: list<how> }\n\
         ask: func(ones: list<one>) -> result<list<one>, string>; }\nworld w { export c; }",
    );
    let table = table.unwrap();
    let (_, table) = table.split_once("abi.js\";\n").unwrap();
    expect![[r#"

        const how = oneOf("not_at_all", "fully");

        const one = record({
          theId: string,
          share: option(u16),
          hows: list(how),
        });

        /** The exported instance; a core export is named after it and the function. */
        export const INTERFACE = "a:b/c@1.0.0";

        /** What each function takes and gives. */
        export const FUNCTIONS = {
          ask: { parameter: list(one), result: result(list(one), string) },
        } as const satisfies Record<string, { parameter?: Type; result: Type }>;

        export type FunctionName = keyof typeof FUNCTIONS;
    "#]]
    .assert_eq(table);
}

#[test]
fn a_type_that_the_loader_does_not_know_is_an_error() {
    let found = interface::typescript(
        "package a:b@1.0.0;\ninterface c { ask: func() -> f32; }\nworld w { export c; }",
    );
    expect!["the loader knows no F32"].assert_eq(&found.unwrap_err().to_string());
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
