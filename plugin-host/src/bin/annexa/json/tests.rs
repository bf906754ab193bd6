//! The layout and the escapes.

use super::Json;
use expect_test::{Expect, expect};

#[track_caller]
fn check(json: &Json, expected: Expect) {
    expected.assert_eq(&String::from_utf8(json.to_bytes().unwrap()).unwrap());
}

#[test]
fn the_layout() {
    check(
        &Json::Object(vec![
            ("none", Json::List(Vec::new())),
            ("some", Json::texts(["a", "b"])),
            ("share", Json::optional_int(None::<u32>)),
            ("is", Json::text("true")),
            ("in", Json::Object(vec![("int", Json::int(-7))])),
            ("written", Json::Written(b"{\n  \"a\": 1\n}\n".to_vec())),
        ]),
        expect![[r#"
            {
              "none": [],
              "some": [
                "a",
                "b"
              ],
              "share": null,
              "is": "true",
              "in": {
                "int": -7
              },
              "written": {
              "a": 1
            }
            }
        "#]],
    );
}

#[test]
fn control_characters_do_not_reach_a_terminal() {
    check(
        &Json::text("\u{1b}[2J"),
        expect![[r#"
        "\u001b[2J"
    "#]],
    );
}

#[test]
fn what_is_not_json_is_an_error_and_never_an_empty_output() {
    for part in ["", "{", "1 2"] {
        let json = Json::Object(vec![("written", Json::Written(part.as_bytes().to_vec()))]);
        assert!(json.to_bytes().is_err(), "{part:?}");
    }
}
