//! Where two results differ.

use expect_test::{Expect, expect};

use super::holds;

#[track_caller]
fn check(whole: &str, part: &str, expected: Expect) {
    let verdict = holds(whole.as_bytes(), part.as_bytes());
    expected.assert_eq(&verdict.map_or_else(|error| error.to_string(), |()| "equal".to_owned()));
}

#[test]
fn equal_bytes_are_found_wherever_they_stand() {
    check(r#"{"a":1}"#, r#"{"a":1}"#, expect!["equal"]);
    check(r#"{"report":{"a":1},"b":{"c":2}}"#, "{\"c\":2}\n", expect!["equal"]);
}

#[test]
fn the_first_difference_is_shown() {
    check(
        r#"{"report":{"a":1,"b":2}}"#,
        r#"{"a":1,"b":3}"#,
        expect![[r#"
            differs after 11 bytes
              command line: 2}}
              browser:      3}"#]],
    );
}

#[test]
fn nothing_equals_nothing() {
    check(r#"{"a":1}"#, "", expect!["is empty"]);
    check(
        "",
        r#"{"a":1}"#,
        expect![[r#"
        differs after 0 bytes
          command line: 
          browser:      {"a":1}"#]],
    );
}
