//! Plugins that say what is not so.

use super::{
    HOST, check, engine,
    guest::{Guest, RESULT, ROW, Row},
};
use expect_test::expect;

fn rows(rows: &[Row]) -> Vec<u8> {
    Guest { rows: rows.to_vec(), ..Guest::default() }.module()
}

#[test]
fn about_itself() {
    let mut guest = Guest::default();
    guest.description[0] = "Test \u{202e}";
    guest.description[2] = "one";
    guest.description[4] = "nist";
    check(
        &guest.module(),
        expect![[r#"
            plugin `test` failed in phase validate
              E-ID at description.id: `Test \u{202e}` is not an id
                fix: use 1 to 64 of `a-z`, `0-9`, `-`
              E-FRAMEWORK at description.source_framework: `nist` is not the framework that is assessed here
                fix: write `iso27001-2022`
              E-VERSION at description.version: `one` is not a version
                fix: write `MAJOR.MINOR.PATCH`"#]],
    );
}

#[test]
fn about_its_targets() {
    let targets = vec![
        ["T 1", "", "T", "", "", "x"],
        ["T.2", "a", "T", "", "", "x"],
        ["T.2", "a\u{1b}[2J", "T", "", "", ""],
    ];
    check(
        &Guest { targets, rows: Vec::new(), ..Guest::default() }.module(),
        expect![[r#"
            plugin `test` failed in phase validate
              E-ID at targets[0].id: `T 1` is not a target id
                fix: use 1 to 64 visible ASCII characters
              E-EMPTY at targets[0].title: `title` is empty
                fix: say it in words
              E-DUPLICATE at targets[2].id: the target `T.2` stands twice
                fix: list it once
              E-CONTROL-CHARACTER at targets[2].title: `title` holds the character \u{1b}
                fix: use plain text without control, invisible or direction-changing characters
              E-EMPTY at targets[2].residual: `residual` is empty
                fix: say it in words"#]],
    );
    check(
        &Guest { targets: Vec::new(), ..Guest::default() }.module(),
        expect![[r#"
            plugin `test` failed in phase validate
              E-TOO-LARGE at targets: 0 targets
                fix: list 1 to 5,000 targets
              E-UNKNOWN-ID at mappings[0].target: `T.1` is not a target of this plugin
                fix: list the target, or correct the id"#]],
    );
}

#[test]
fn about_its_rows() {
    let row =
        |row: Row| if row.sources.is_empty() { Row { sources: vec!["4.1"], ..row } } else { row };
    check(
        &rows(&[
            row(Row { target: "T.9", ..ROW }),
            row(Row { sources: vec!["A.9.9"], ..ROW }),
            row(Row { coverage_bp: 10_001, ..ROW }),
            row(Row { confidence_bp: 10_001, ..ROW }),
            Row { sources: Vec::new(), ..ROW },
        ]),
        expect![[r#"
            plugin `test` failed in phase validate
              E-UNKNOWN-ID at mappings[0].target: `T.9` is not a target of this plugin
                fix: list the target, or correct the id
              E-UNKNOWN-ID at mappings[1].sources[0]: `A.9.9` is not a requirement or control
                fix: write the id of a requirement such as `6.1.2` or a control such as `A.5.1`
              E-RANGE at mappings[2].coverage_bp: the coverage `10001` is out of range
                fix: write 1 to 10000, or leave it out; for nothing use the relation `none`
              E-RANGE at mappings[3].confidence_bp: the confidence `10001` is out of range
                fix: write 0 to 10000
              E-DUPLICATE at mappings[3]: the same sources are mapped to `T.1` twice
                fix: keep one row
              E-SOURCES at mappings[4].sources: a row with the relation `intersects` has no sources
                fix: name a source; only the relation `none` has none"#]],
    );
}

#[test]
fn about_the_states() {
    let remarks = vec![("T.1", "a"), ("T.9", "b"), ("T.1", "c")];
    check(
        &Guest { remarks, ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase validate
          E-UNKNOWN-ID at remarks[1]: `T.9` is not a target of this plugin
            fix: remark only on listed targets
          E-DUPLICATE at remarks[2]: a second remark on `T.1`
            fix: give one remark"#]],
    );
    check(
        &Guest { remarks: vec![("T.1", "\u{1b}[31m")], ..Guest::default() }.module(),
        expect![[r#"
            plugin `test` failed in phase validate
              E-CONTROL-CHARACTER at remarks[0]: `gap` holds the character \u{1b}
                fix: use plain text without control, invisible or direction-changing characters"#]],
    );
}

#[test]
fn an_error_of_its_own_is_shown_harmlessly() {
    // The first byte of the result says that it is an error; then follows its text.
    let assess = "(i32.store8 (i32.const 16) (i32.const 1))";
    let patches = vec![
        (32, b"bad\x1b]0;input".to_vec()),
        (RESULT + 4, [32, 12].map(u32::to_le_bytes).concat()),
    ];
    let guest = Guest { assess, patches, ..Guest::default() };
    check(
        &guest.module(),
        expect![[r#"
        plugin `test` failed in phase call
          E-PLUGIN: the plugin says: bad\u{1b}]0;input
            fix: ask the plugin's author"#]],
    );
    let plugin = HOST.load("test", &guest.module()).unwrap();
    assert_eq!(plugin.run(&engine()).unwrap_err().code(), "E-PLUGIN");
}
