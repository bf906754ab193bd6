//! Reading trees and writing canonical text.

use expect_test::{Expect, expect};

use super::{FileKind, Limits, Read, Reader, Writer};
use crate::words::in_english;

mod hostile;
mod oracle;

/// What the tests read: values of any kind, up to a megabyte.
const LIMITS: Limits = Limits {
    what: FileKind::Assessment,
    size_max_bytes: 1_000_000,
    depth_max: 32,
    values_max: 100_000,
};

/// Everything that is read, written as a tree.
fn shown(reader: &mut Reader<'_>) -> Read<String> {
    let mut parts = Vec::new();
    let value = match reader.next_byte()? {
        b'{' => {
            reader.members(&mut |reader, key| {
                parts.push(format!("({key:?}, {})", shown(reader)?));
                Ok(())
            })?;
            format!("Map([{}])", parts.join(", "))
        }
        b'[' => {
            reader.entries(100, &mut |reader, _| {
                parts.push(shown(reader)?);
                Ok(())
            })?;
            format!("List([{}])", parts.join(", "))
        }
        b'n' => literal(reader, "Null")?,
        b't' => literal(reader, "Bool(true)")?,
        b'f' => literal(reader, "Bool(false)")?,
        _ => match reader.raw()? {
            super::Raw::Text(text) => format!("Text({text:?})"),
            super::Raw::Int(number) => format!("Int({number})"),
            super::Raw::True | super::Raw::False | super::Raw::Other => "OtherNumber".to_owned(),
        },
    };
    Ok(value)
}

fn literal(reader: &mut Reader<'_>, shown: &str) -> Read<String> {
    reader.skip()?;
    Ok(shown.to_owned())
}

#[track_caller]
fn check(input: impl AsRef<[u8]>, expected: Expect) {
    let text = match Reader::whole(input.as_ref(), LIMITS, shown) {
        Ok(text) => text,
        Err(problems) => in_english(&problems.0),
    };
    expected.assert_eq(&text);
}

#[test]
fn members_keep_their_order_and_their_duplicates() {
    check(
        r#"{"b": 1, "a": [null, true], "b": "x"}"#,
        expect![[r#"Map([("b", Int(1)), ("a", List([Null, Bool(true)])), ("b", Text("x"))])"#]],
    );
}

#[test]
fn numbers_are_integers_or_named_as_something_else() {
    check(
        "[-1, 9223372036854775807, 18446744073709551615, 1.5, 1e3]",
        expect!["List([Int(-1), Int(9223372036854775807), OtherNumber, OtherNumber, OtherNumber])"],
    );
}

#[test]
fn a_byte_order_mark_is_skipped() {
    check(b"\xef\xbb\xbf{}", expect!["Map([])"]);
}

#[test]
fn empty() {
    check("", expect!["E-EMPTY: the file is empty; choose a file that was saved by Annexa"]);
    check(" \n", expect!["E-EMPTY: the file is empty; choose a file that was saved by Annexa"]);
}

#[test]
fn other_kinds_of_file() {
    check(
        b"PK\x03\x04rest",
        expect![
            "E-NOT-JSON: this is a ZIP archive or an Office file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        "<html>",
        expect![
            "E-NOT-JSON: this is an HTML or XML file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        b"\xff\xfe{\0}\0",
        expect![
            "E-NOT-JSON: this is UTF-16 text, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
}

#[test]
fn not_utf8() {
    check(
        b"{\"a\": \"\xe4\"}",
        expect!["E-ENCODING at byte 7: the file is not UTF-8; save it again as UTF-8"],
    );
}

#[test]
fn syntax_has_a_place() {
    check(
        "{\n  \"a\": ]\n}",
        expect![
            "E-SYNTAX at line 2, column 8: this is not valid JSON: expected value; correct the place, or use another copy"
        ],
    );
    check(
        "{\"a\": 1",
        expect![
            "E-SYNTAX at line 1, column 7: the file ends too early; the file was cut off; use another copy"
        ],
    );
    check(
        r#"{"a": "\ud800"}"#,
        expect![
            "E-SYNTAX at line 1, column 14: this is not valid JSON: unexpected end of hex escape; correct the place, or use another copy"
        ],
    );
    check(
        "NaN",
        expect![
            "E-SYNTAX at line 1, column 1: this is not valid JSON: expected value; correct the place, or use another copy"
        ],
    );
}

#[test]
fn deep_nesting_is_refused_without_a_crash() {
    check(
        "[".repeat(100_000),
        expect![
            "E-DEPTH at line 1, column 33: values nest deeper than 32 levels; choose a file that was saved by Annexa"
        ],
    );
    check(
        format!("{}{}", "[".repeat(40), "]".repeat(40)),
        expect![
            "E-DEPTH at line 1, column 33: values nest deeper than 32 levels; choose a file that was saved by Annexa"
        ],
    );
}

#[test]
fn large_files_are_refused_by_size() {
    check(
        vec![b' '; 1_000_001],
        expect![
            "E-TOO-LARGE: the file has 1,000,001 bytes, the limit is 1,000,000; check that this is the right file; move long notes into linked documents"
        ],
    );
}

#[test]
fn written_text_is_indented_and_escaped() {
    let mut writer = Writer::default();
    writer.object(|w| {
        w.text("text", "a\"b\\c\nd\te\u{2028}f\u{7f}<é>");
        w.int("int", -5);
        w.optional_int("nothing", None::<i64>);
        w.member_list("empty", |_| {});
        w.member_list("list", |w| {
            w.entry_text("x");
            w.entry_object(|w| w.int("y", 1));
        });
    });
    let text = String::from_utf8(writer.finish()).unwrap();
    Reader::whole(text.as_bytes(), LIMITS, shown).unwrap();

    expect![[r#"
        {
          "text": "a\"b\\c\nd\te\u2028f\u007f<é>",
          "int": -5,
          "nothing": null,
          "empty": [],
          "list": [
            "x",
            {
              "y": 1
            }
          ]
        }
    "#]]
    .assert_eq(&text);
}

/// Whoever looks for the bytes of a text within another finds them.
#[test]
fn what_was_written_stands_in_another_text_as_it_was() {
    let mut inner = Writer::default();
    inner.object(|w| w.member_list("list", |w| w.entry_text("a\u{1b}")));
    let mut outer = Writer::default();
    outer.object(|w| {
        w.written("first", &inner);
        w.member_list("more", |w| w.entry_object(|w| w.written("second", &inner)));
        w.bool("is", true);
    });
    let (inner, outer) = (inner.finish(), outer.finish());
    let (inner, outer) = (str::from_utf8(&inner).unwrap(), str::from_utf8(&outer).unwrap());
    assert_eq!(outer.matches(inner.trim_end()).count(), 2, "{outer}");
    expect![[r#"
        {
          "first": {
          "list": [
            "a\u001b"
          ]
        },
          "more": [
            {
              "second": {
          "list": [
            "a\u001b"
          ]
        }
            }
          ],
          "is": true
        }
    "#]]
    .assert_eq(outer);
}
