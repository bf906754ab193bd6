//! Content that is made to cost much, and content that is wrong in every way.

use expect_test::expect;

use super::{LIMITS, check, shown};
use crate::json::{Reader, steps};
use crate::{Catalogue, Document, Problems};

/// How many steps reading takes.
fn steps(bytes: &[u8]) -> usize {
    steps::count(|| drop(Document::from_bytes(Catalogue::iso27001_2022(), bytes)))
}

#[path = "../../../benches/reading/shapes.rs"]
mod shapes;

/// The steps for each byte do not grow with the size, whatever the file holds.
#[test]
fn the_work_is_linear_for_any_content() {
    let mut grows = Vec::new();
    for (name, make) in shapes::SHAPES {
        let each: Vec<usize> = [20_000, 40_000, 80_000, 160_000]
            .map(make)
            .iter()
            .map(|file| 1_000 * steps(file) / file.len())
            .collect();
        if each.iter().any(|steps| *steps > 20_000 || *steps > each[0] * 2 + 500) {
            grows.push(format!("{name}: {each:?} steps for 1,000 bytes"));
        }
    }
    assert!(grows.is_empty(), "{}", grows.join("\n"));
}

#[test]
fn other_kinds_of_file_are_named() {
    check(
        "id;title;state\nA.5.1;Policies;yes\n",
        expect![
            "E-NOT-JSON: this is plain text or a table, such as a CSV file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        "\"id\",\"title\"\n\"A.5.1\",\"Policies\"\n",
        expect![
            "E-NOT-JSON: this is plain text or a table, such as a CSV file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        "2026-11-23,done\n",
        expect![
            "E-NOT-JSON: this is plain text or a table, such as a CSV file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        "Dear colleagues,\nplease find attached",
        expect![
            "E-NOT-JSON: this is plain text or a table, such as a CSV file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        b"Gr\xfc\xdfe aus K\xf6ln, Ihr Team\n",
        expect![
            "E-NOT-JSON: this is plain text or a table, such as a CSV file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        b"{\\rtf1\\ansi",
        expect![
            "E-NOT-JSON: this is an RTF document, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        b"\x89PNG\r\n\x1a\n",
        expect![
            "E-NOT-JSON: this is a picture, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        expect![
            "E-NOT-JSON: this is an old Office file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        b"Ab\0\x01\x02 c",
        expect![
            "E-NOT-JSON: this is no text at all, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        "[section]\nkey = 1",
        expect![
            "E-SYNTAX at line 1, column 2: this is not valid JSON: expected value; correct the place, or use another copy"
        ],
    );
}

#[test]
fn numbers() {
    check("-0", expect!["Int(0)"]);
    check("-9223372036854775808", expect!["Int(-9223372036854775808)"]);
    check("9223372036854775808", expect!["OtherNumber"]);
    check("1E+2", expect!["OtherNumber"]);
    let wrong = ["01", "-", "+1", "1.", ".5", "1e", "1e+", "-01", "0x10", "1_000", "Infinity"];
    let codes = wrong.map(|text| match Reader::whole(text.as_bytes(), LIMITS, shown) {
        Ok(read) => format!("{text} {read}"),
        Err(Problems(problems)) => format!("{text} {} {}", problems[0].code, problems[0].place),
    });
    expect![[r#"
        01 E-SYNTAX line 1, column 2
        - E-SYNTAX line 1, column 1
        +1 E-SYNTAX line 1, column 1
        1. E-SYNTAX line 1, column 2
        .5 E-SYNTAX line 1, column 1
        1e E-SYNTAX line 1, column 2
        1e+ E-SYNTAX line 1, column 3
        -01 E-SYNTAX line 1, column 3
        0x10 E-SYNTAX line 1, column 2
        1_000 E-SYNTAX line 1, column 2
        Infinity E-SYNTAX line 1, column 1"#]]
    .assert_eq(&codes.join("\n"));
}

#[test]
fn texts() {
    check(r#""\u00e4\ud83d\ude00\/\b\f\r""#, expect![[r#"Text("ä😀/\u{8}\u{c}\r")"#]]);
    check(
        r#""\ud83d""#,
        expect![
            "E-SYNTAX at line 1, column 8: this is not valid JSON: unexpected end of hex escape; correct the place, or use another copy"
        ],
    );
    check(
        r#""\ud83d\u0041""#,
        expect![
            "E-SYNTAX at line 1, column 14: this is not valid JSON: lone leading surrogate in hex escape; correct the place, or use another copy"
        ],
    );
    check(
        r#""\ude00""#,
        expect![
            "E-SYNTAX at line 1, column 8: this is not valid JSON: lone leading surrogate in hex escape; correct the place, or use another copy"
        ],
    );
    check(
        r#""\x""#,
        expect![
            "E-SYNTAX at line 1, column 3: this is not valid JSON: invalid escape; correct the place, or use another copy"
        ],
    );
    check(
        r#""\u12""#,
        expect![
            "E-SYNTAX at line 1, column 6: this is not valid JSON: invalid escape; correct the place, or use another copy"
        ],
    );
    check(
        "\"a\nb\"",
        expect![
            "E-NOT-JSON: this is plain text or a table, such as a CSV file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
    check(
        "\"a",
        expect![
            "E-SYNTAX at line 1, column 2: the file ends too early; the file was cut off; use another copy"
        ],
    );
    check(
        "\"a\\",
        expect![
            "E-SYNTAX at line 1, column 3: the file ends too early; the file was cut off; use another copy"
        ],
    );
    check("\"\u{7f}\u{85}\u{a0}\"", expect![[r#"Text("\u{7f}\u{85}\u{a0}")"#]]);
}

#[test]
fn separators() {
    check(
        "[1,]",
        expect![
            "E-SYNTAX at line 1, column 4: this is not valid JSON: trailing comma; correct the place, or use another copy"
        ],
    );
    check(
        "[1 2]",
        expect![
            "E-SYNTAX at line 1, column 4: this is not valid JSON: expected `,` or `]`; correct the place, or use another copy"
        ],
    );
    check(
        "[,1]",
        expect![
            "E-SYNTAX at line 1, column 2: this is not valid JSON: expected value; correct the place, or use another copy"
        ],
    );
    check(
        r#"{"a":1,}"#,
        expect![
            "E-SYNTAX at line 1, column 8: this is not valid JSON: trailing comma; correct the place, or use another copy"
        ],
    );
    check(
        r#"{"a" 1}"#,
        expect![
            "E-SYNTAX at line 1, column 6: this is not valid JSON: expected `:`; correct the place, or use another copy"
        ],
    );
    check(
        r#"{"a":1 "b":2}"#,
        expect![
            "E-SYNTAX at line 1, column 8: this is not valid JSON: expected `,` or `}`; correct the place, or use another copy"
        ],
    );
    check(
        "{a:1}",
        expect![
            "E-SYNTAX at line 1, column 2: this is not valid JSON: key must be a string; correct the place, or use another copy"
        ],
    );
    check(
        "{} {}",
        expect![
            "E-SYNTAX at line 1, column 4: this is not valid JSON: trailing characters; correct the place, or use another copy"
        ],
    );
    check(
        "[1}",
        expect![
            "E-SYNTAX at line 1, column 3: this is not valid JSON: expected `,` or `]`; correct the place, or use another copy"
        ],
    );
    check(
        "nul",
        expect![
            "E-SYNTAX at line 1, column 3: the file ends too early; the file was cut off; use another copy"
        ],
    );
    check(
        "nulL",
        expect![
            "E-SYNTAX at line 1, column 4: this is not valid JSON: expected ident; correct the place, or use another copy"
        ],
    );
    check(
        "// comment\n{}",
        expect![
            "E-NOT-JSON: this is plain text or a table, such as a CSV file, not an assessment; choose the `.json` file that was saved by Annexa"
        ],
    );
}

/// An object is an object, whatever a library of another program means by its key.
#[test]
fn no_key_is_special() {
    check(
        r#"{"$serde_json::private::Number":"+3"}"#,
        expect![[r#"Map([("$serde_json::private::Number", Text("+3"))])"#]],
    );
    check(
        r#"{"$serde_json::private::RawValue":"[1"}"#,
        expect![[r#"Map([("$serde_json::private::RawValue", Text("[1"))])"#]],
    );
}

#[test]
fn too_many_values_are_refused_where_they_are() {
    check(
        "[".to_owned() + &"1,".repeat(100_000) + "1]",
        expect![
            "E-TOO-LARGE at line 1, column 200000: the file holds more than 100,000 values; choose a file that was saved by Annexa"
        ],
    );
    check(
        "[\n".to_owned() + &"[],\n".repeat(100_000) + "1]",
        expect![
            "E-TOO-LARGE at line 100001, column 1: the file holds more than 100,000 values; choose a file that was saved by Annexa"
        ],
    );
}
