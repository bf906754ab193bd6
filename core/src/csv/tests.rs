//! Cells that must not become formulas.

use super::{Cell, CsvWriter, joined};

#[test]
fn what_starts_a_formula_gets_a_guard() {
    for text in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "|x",
        "%x",
        "\ttext",
        "\rtext",
        "\ntext",
        " =1",
        "\u{a0}=1",
        "\u{3000}=1",
        "\u{200b}=1",
        "\u{feff}=1",
        "\u{ff1d}1",
        "\u{ff0b}1",
        "\u{ff0d}1",
        "\u{ff20}x",
        "\u{ad}=1",
        "\u{61c}=1",
        "\u{180e}=1",
        "\u{202a}=1",
        "\u{202e}=1",
        "\u{206a}=1",
        "\u{2800}=1",
        "\u{3164}=1",
        "\u{fff9}=1",
        "\u{e0041}=1",
        "\"=1",
        "'already",
    ] {
        assert_eq!(Cell::new(text).as_str(), format!("'{text}"), "{text:?}");
    }
}

/// A spreadsheet that splits at something else than a comma sees a cell after each of these.
#[test]
fn every_start_of_a_cell_is_guarded() {
    for (text, guarded) in [
        ("x\t=1+1", "x\t'=1+1"),
        ("x;=1+1;y", "x;'=1+1;y"),
        ("x;y", "x;y"),
        ("x\n=1+1", "x\n'=1+1"),
        ("x\r\n@a", "x\r\n'@a"),
        ("x, -1", "x,' -1"),
        ("x;\u{202a}=1", "x;'\u{202a}=1"),
        ("x;\"=1", "x;'\"=1"),
        ("x;'=1", "x;''=1"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("\n=1", "'\n'=1"),
        (";;=1", ";;'=1"),
    ] {
        assert_eq!(Cell::new(text).as_str(), guarded, "{text:?}");
    }
}

/// What splits at one separator and takes quotes only at the start of a cell, as spreadsheets do.
fn cells(line: &str, separator: char) -> Vec<String> {
    let (mut cells, mut rest) = (Vec::new(), line);
    loop {
        let mut cell = String::new();
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut end = 0;
            while let Some(at) = quoted.get(end..).unwrap().find('"') {
                end += at + 1;
                if quoted.get(end..).unwrap().starts_with('"') { end += 1 } else { break }
            }
            cell.push_str(&quoted.get(..end).unwrap().trim_end_matches('"').replace("\"\"", "\""));
            rest = quoted.get(end..).unwrap();
        }
        let end = rest.find([separator, '\n']).unwrap_or(rest.len());
        cell.push_str(rest.get(..end).unwrap());
        cells.push(cell);
        match rest.get(end + 1..) {
            Some(after) => rest = after,
            None => return cells,
        }
    }
}

#[test]
fn no_separator_makes_a_formula() {
    let starts = ["", "x", "\"", "\"x\"", "'", " ", "\u{202a}", "\u{3164}"];
    let between = [",", ";", "\t", "\n", "\r\n", ";\"", "\";", "\"\n", "\t\"\""];
    for (start, between) in starts.iter().flat_map(|it| between.map(|other| (it, other))) {
        for formula in ["=1+1", "+1", "-1", "@a", "\u{ff1d}1", "\u{ad}=1"] {
            let text = format!("{start}{between}{formula}");
            let mut csv = CsvWriter::new(&["id", "text", "more"]);
            csv.row(["A.5.1", &text, "end"]);
            let file = String::from_utf8(csv.finish()).unwrap();
            for separator in [',', ';', '\t'] {
                for cell in cells(&file, separator) {
                    let first = cell.chars().find(|c| !super::is_passed_over(*c));
                    let is_formula = first.is_some_and(|c| super::FORMULA_STARTS.contains(&c));
                    assert!(!is_formula, "{text:?} at {separator:?}: {cell:?} in {file:?}");
                }
            }
        }
    }
}

#[test]
fn several_texts_in_a_cell_can_be_told_apart() {
    assert_eq!(joined(["a", "b"], ";"), "a;b");
    assert_eq!(joined(["a;b"], ";"), "a\\;b");
    assert_eq!(joined(["a\\", "b"], ";"), "a\\\\;b");
    assert_eq!(joined(["a\\;b"], ";"), "a\\\\\\;b");
    assert_eq!(joined(Vec::<String>::new(), ";"), "");
}

#[test]
fn ordinary_text_stays_as_it_is() {
    for text in [
        "",
        "A.5.1",
        "6.1.2 d) 2)",
        "Ärger",
        "a=b",
        "10000",
        "https://x.example",
        "a; b, c",
        "9\tto 5",
    ] {
        assert_eq!(Cell::new(text).as_str(), text);
    }
}

#[test]
fn rows_are_quoted_where_needed() {
    let mut csv = CsvWriter::new(&["id", "text"]);
    csv.row(["A.5.1", "a \"b\", c"]);
    csv.row(["x;y", "=1\n2"]);
    csv.row(["x\ty", "2"]);
    let text = String::from_utf8(csv.finish()).unwrap();
    assert_eq!(text, "id,text\nA.5.1,\"a \"\"b\"\", c\"\n\"x;y\",\"'=1\n2\"\n\"x\ty\",2\n");
}
