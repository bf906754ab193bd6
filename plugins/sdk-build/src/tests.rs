//! What a good table becomes, and every way in which a table can be wrong.

use crate::generate;
use expect_test::{Expect, expect};

const GOOD: &str = r#"id = "hello"
name = "Hello"
version = "1.0.0"
summary = "A \"test\"."
source_framework = "iso27001-2022"
target_framework = "hello-2026"
target_title = "Hello"
[provenance]
document = "none"
version = "1"
licence = "MIT"
method = "thought up"
[[group]]
id = "H"
title = "Greeting"
category = ""
[[target]]
id = "H.1"
group = "H"
title = "Visitors are greeted"
residual = "Ask who."
[[target]]
id = "H.2"
group = "H"
title = "Doors are held"
residual = "Hold them."
[[mapping]]
target = "H.1"
sources = ["A.7.2", "A.5.10"]
relation = "intersects"
coverage_bp = 4_000
confidence_bp = 7500
basis = "semantic"
rationale = "Both meet people."
[[mapping]]
target = "H.2"
sources = []
relation = "none"
confidence_bp = 9000
basis = "functional"
rationale = "Nobody thought of it."
"#;

#[track_caller]
fn check(text: &str, expect: Expect) {
    let found = match generate("crosswalk.toml", text) {
        Ok(code) => code,
        Err(error) => error.to_string(),
    };
    expect.assert_eq(&found);
}

#[test]
fn a_good_table_becomes_rust() {
    check(
        GOOD,
        expect![[r#"
            /// The table of `crosswalk.toml`.
            pub static TABLE: ::annexa_plugin_sdk::Table = ::annexa_plugin_sdk::Table {
            description: ::annexa_plugin_sdk::Description {
            id: "hello",
            name: "Hello",
            version: "1.0.0",
            summary: "A \"test\".",
            source_framework: "iso27001-2022",
            target_framework: "hello-2026",
            target_title: "Hello",
            provenance: ::annexa_plugin_sdk::Provenance {
            document: "none",
            version: "1",
            licence: "MIT",
            method: "thought up",
            },
            extensions: ::std::vec::Vec::new(),
            },
            targets: &[
            ::annexa_plugin_sdk::Target { id: "H.1", title: "Visitors are greeted", group: "H", group_title: "Greeting", category: "", residual: "Ask who.", sources: &[1, 0] },
            ::annexa_plugin_sdk::Target { id: "H.2", title: "Doors are held", group: "H", group_title: "Greeting", category: "", residual: "Hold them.", sources: &[] },
            ],
            mappings: &[
            ::annexa_plugin_sdk::Mapping { target: "H.1", sources: &["A.7.2", "A.5.10"], relation: ::annexa_plugin_sdk::Relation::Intersects, coverage_bp: Some(4000), confidence_bp: 7500, basis: ::annexa_plugin_sdk::Basis::Semantic, rationale: "Both meet people." },
            ::annexa_plugin_sdk::Mapping { target: "H.2", sources: &[], relation: ::annexa_plugin_sdk::Relation::None, coverage_bp: None, confidence_bp: 9000, basis: ::annexa_plugin_sdk::Basis::Functional, rationale: "Nobody thought of it." },
            ],
            sources: &["A.5.10", "A.7.2"],
            };
        "#]],
    );
}

#[test]
fn text_that_is_not_toml() {
    check(
        "",
        expect![[r#"
            crosswalk.toml:1: E-MISSING: the file has no `id`; add it
            crosswalk.toml:1: E-MISSING: the file has no `name`; add it
            crosswalk.toml:1: E-MISSING: the file has no `version`; add it
            crosswalk.toml:1: E-MISSING: the file has no `summary`; add it
            crosswalk.toml:1: E-MISSING: the file has no `source_framework`; add it
            crosswalk.toml:1: E-MISSING: the file has no `target_framework`; add it
            crosswalk.toml:1: E-MISSING: the file has no `target_title`; add it
            crosswalk.toml:1: E-MISSING: the file has no `provenance`; add it
            crosswalk.toml:1: E-MISSING: the file has no `group`; add it
            crosswalk.toml:1: E-MISSING: the file has no `target`; add it
            crosswalk.toml:1: E-MISSING: the file has no `mapping`; add it"#]],
    );
    check(
        "id = \nname",
        expect![[r#"
            crosswalk.toml:1: E-TOML: string values must be quoted, expected literal string; correct the line
            crosswalk.toml:2: E-TOML: key with no value, expected `=`; correct the line"#]],
    );
    check(
        "id = \"a\"\nid = \"b\"",
        expect!["crosswalk.toml:2: E-TOML: duplicate key; correct the line"],
    );
}

#[test]
fn fields_that_are_missing_wrong_or_unknown_are_reported_at_once() {
    let text = GOOD
        .replace("name = \"Hello\"", "name = 3")
        .replace("licence", "license")
        .replace("[\"A.7.2\", \"A.5.10\"]", "[7.2, \"A.5.10\"]")
        .replace("coverage_bp = 4_000", "coverage_bp = 0.4\nconfidence = 3")
        .replace("confidence_bp = 9000", "confidence_bp = 70000");
    check(
        &text,
        expect![[r#"
            crosswalk.toml:2: E-TYPE: `name` is a integer, not a string; put it in quotes
            crosswalk.toml:8: E-MISSING: [provenance] has no `licence`; add it
            crosswalk.toml:11: E-UNKNOWN: [provenance] knows no `license`; it has `document`, `version`, `licence`, `method`
            crosswalk.toml:29: E-TYPE: an item of `sources` is a float; put it in quotes
            crosswalk.toml:31: E-RANGE: `coverage_bp` is out of range; write a whole number from 1 to 10000; for nothing use the relation `none`
            crosswalk.toml:32: E-UNKNOWN: [[mapping]] knows no `confidence`; it has `target`, `sources`, `relation`, `coverage_bp`, `confidence_bp`, `basis`, `rationale`
            crosswalk.toml:40: E-RANGE: `confidence_bp` is out of range; write a whole number from 0 to 10000"#]],
    );
}

#[test]
fn broken_rules_are_reported_at_once() {
    let text = GOOD
        .replace("id = \"hello\"", "id = \"Hello!\"")
        .replace("version = \"1.0.0\"", "version = \"v1\"")
        .replace("iso27001-2022", "iso27001-2013")
        .replace("id = \"H.2\"\ngroup = \"H\"", "id = \"H.1\"\ngroup = \"G\"")
        .replace("A.7.2", "A.7.02")
        .replace("A.5.10\"", "A.5.1\", \"A.5.1\"")
        .replace("Hold them.", "")
        .replace("intersects", "superset")
        .replace("semantic", "guess")
        .replace("Both meet people.", "Both\\u0007")
        .replace("relation = \"none\"", "relation = \"none\"\ncoverage_bp = 1")
        + "[[mapping]]\ntarget = \"H.2\"\nsources = []\nrelation = \"subset\"\ncoverage_bp = 0\n\
           confidence_bp = 1\nbasis = \"semantic\"\nrationale = \"\"\n";
    check(
        &text,
        expect![[r#"
            crosswalk.toml:1: E-ID: `Hello!` is not an id; use 1 to 64 of `a-z`, `0-9`, `-`
            crosswalk.toml:3: E-VERSION: `v1` is not a version; write `MAJOR.MINOR.PATCH`
            crosswalk.toml:5: E-FRAMEWORK: `iso27001-2013` is not the framework that is assessed here; write `iso27001-2022`
            crosswalk.toml:23: E-DUPLICATE: the target `H.1` stands twice; list it once
            crosswalk.toml:24: E-UNKNOWN-ID: there is no [[group]] with the id `G`; add it, or correct the id
            crosswalk.toml:26: E-EMPTY: `residual` is empty; say it in words
            crosswalk.toml:29: E-UNKNOWN-ID: `A.7.02` is not a requirement or control; write the id of a requirement such as `6.1.2` or a control such as `A.5.1`
            crosswalk.toml:29: E-DUPLICATE: the source `A.5.1` stands twice in a row; list it once
            crosswalk.toml:31: E-COVERAGE: `superset` covers the whole target, not 4000; leave `coverage_bp` out, or write `intersects`
            crosswalk.toml:33: E-VALUE: this is no value of `basis`; write one of syntactic, semantic, functional
            crosswalk.toml:34: E-CONTROL-CHARACTER: `rationale` holds the character \u{7}; use plain text without control, invisible or direction-changing characters
            crosswalk.toml:36: E-UNKNOWN-ID: `H.2` is not a target of this plugin; list the target, or correct the id
            crosswalk.toml:39: E-COVERAGE: a row with the relation `none` states a coverage; leave `coverage_bp` out
            crosswalk.toml:43: E-SOURCES: a row with the relation `subset` has no sources; name a source; only the relation `none` has none
            crosswalk.toml:43: E-DUPLICATE: the same sources are mapped to `H.2` twice; keep one row
            crosswalk.toml:44: E-UNKNOWN-ID: `H.2` is not a target of this plugin; list the target, or correct the id
            crosswalk.toml:47: E-RANGE: `coverage_bp` is out of range; write a whole number from 1 to 10000; for nothing use the relation `none`
            crosswalk.toml:50: E-EMPTY: `rationale` is empty; say it in words"#]],
    );
}

#[test]
fn empty_texts_are_refused() {
    let words = [
        "Hello",
        "A \\\"test\\\".",
        "none",
        "MIT",
        "thought up",
        "Greeting",
        "Visitors are greeted",
        "Ask who.",
        "Both meet people.",
    ];
    let text = words.iter().fold(GOOD.to_owned(), |text, word| {
        // Only the first: the second `none` is a relation.
        text.replacen(&format!("\"{word}\""), "\" \"", 1)
    });
    let text = text.replace("group = \"H\"", "group = \"\"");
    let text = text.replace("target = \"H.2\"", "target = \"\"");
    check(
        &text,
        expect![[r#"
            crosswalk.toml:2: E-EMPTY: `name` is empty; say it in words
            crosswalk.toml:4: E-EMPTY: `summary` is empty; say it in words
            crosswalk.toml:9: E-EMPTY: `document` is empty; say it in words
            crosswalk.toml:11: E-EMPTY: `licence` is empty; say it in words
            crosswalk.toml:12: E-EMPTY: `method` is empty; say it in words
            crosswalk.toml:15: E-EMPTY: `title` is empty; say it in words
            crosswalk.toml:19: E-UNKNOWN-ID: there is no [[group]] with the id ``; add it, or correct the id
            crosswalk.toml:20: E-EMPTY: `title` is empty; say it in words
            crosswalk.toml:21: E-EMPTY: `residual` is empty; say it in words
            crosswalk.toml:24: E-UNKNOWN-ID: there is no [[group]] with the id ``; add it, or correct the id
            crosswalk.toml:34: E-EMPTY: `rationale` is empty; say it in words
            crosswalk.toml:36: E-UNKNOWN-ID: `` is not a target of this plugin; list the target, or correct the id"#]],
    );
}

#[test]
fn characters_that_show_something_else_are_refused() {
    let text = GOOD.replace("Ask who.", "Ask \\u202eohw.").replace("\"\"", "\"\\u200b\"");
    check(
        &text,
        expect![[r#"
            crosswalk.toml:16: E-CONTROL-CHARACTER: `category` holds the character \u{200b}; use plain text without control, invisible or direction-changing characters
            crosswalk.toml:21: E-CONTROL-CHARACTER: `residual` holds the character \u{202e}; use plain text without control, invisible or direction-changing characters"#]],
    );
}

#[test]
fn joint_parts_are_counted_for_each_target() {
    let rows: String = (1..=11)
        .map(|number| {
            format!(
                "[[mapping]]\ntarget = \"H.2\"\nsources = [\"A.5.{number}\", \"A.6.1\"]\n\
                 relation = \"subset\"\ncoverage_bp = 1\nconfidence_bp = 1\n\
                 basis = \"semantic\"\nrationale = \"Why.\"\n"
            )
        })
        .collect();
    check(
        &format!("{GOOD}{rows}"),
        expect![
            "crosswalk.toml:122: E-TOO-LARGE: more than 10 rows of `H.2` state a joint coverage; split their sources, or leave `coverage_bp` out"
        ],
    );
}
