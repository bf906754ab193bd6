//! Cells that must not become formulas.

use super::{Cell, CsvWriter};

#[test]
fn what_starts_a_formula_gets_a_guard() {
    for text in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "|x",
        "%x",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u{a0}=1",
        "\u{3000}=1",
        "\u{200b}=1",
        "\u{feff}=1",
        "\u{ff1d}1",
        "\u{ff0b}1",
        "\u{ff0d}1",
        "\u{ff20}x",
        "'already",
    ] {
        assert_eq!(Cell::new(text).as_str(), format!("'{text}"), "{text:?}");
    }
}

#[test]
fn ordinary_text_stays_as_it_is() {
    for text in ["", "A.5.1", "6.1.2 d) 2)", "Ärger", "a=b", "10000", "https://x.example"] {
        assert_eq!(Cell::new(text).as_str(), text);
    }
}

#[test]
fn rows_are_quoted_where_needed() {
    let mut csv = CsvWriter::new(&["id", "text"]);
    csv.row(["A.5.1", "a \"b\", c"]);
    csv.row(["x;y", "=1\n2"]);
    let text = String::from_utf8(csv.finish()).unwrap();
    assert_eq!(text, "id,text\nA.5.1,\"a \"\"b\"\", c\"\n\"x;y\",\"'=1\n2\"\n");
}
