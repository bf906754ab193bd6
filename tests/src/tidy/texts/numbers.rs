//! Numbers in texts: `95 %`, and `1,000` from four digits on.

use expect_test::{Expect, expect};

use super::Line;

/// Numbers that are names.
const NAMES: [&str; 2] = ["27001", "27002"];

/// What is taken for a year. 2000 is left out, since it is more often a quantity.
const YEARS: std::ops::RangeInclusive<u32> = 2_001..=2_099;

pub(super) fn problems(line: &Line) -> Vec<String> {
    let words: Vec<&str> = line.text.split_whitespace().map(bare).collect();
    let mut problems = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let next = words.get(index + 1).copied().unwrap_or_default();
        if let Some(should) = wrong(word, next) {
            problems.push(format!("{}: `{word} {next}`: {should}", line.place));
        }
    }
    problems
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%' && c != '{' && c != '}')
}

/// How it should be written, if that is not how it is.
fn wrong(word: &str, next: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    if lower == "percent" || (lower == "per" && next == "cent") {
        return Some("write `%`");
    }
    if word.len() > 1 && word.ends_with('%') {
        return Some("put a space before `%`");
    }
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !is_number(word) {
        return None;
    }
    if word.len() <= 3 && next.len() == 3 && is_number(next) {
        return Some("group digits with `,`");
    }
    let is_year = word.parse().is_ok_and(|number| YEARS.contains(&number));
    (word.len() > 3 && !is_year && !NAMES.contains(&word)).then_some("group digits with `,`")
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    let line = Line { place: "4.1".to_owned(), text: text.to_owned() };
    expected.assert_eq(&problems(&line).join("\n"));
}

#[test]
fn numbers_written_otherwise_are_found() {
    check("In 2022, 95 % of 10,000 rows of TR-02102; {share} % for each, 27001.", expect![""]);
    check("About 95% are done.", expect!["4.1: `95% are`: put a space before `%`"]);
    check(
        "80 percent, or 80 per cent.",
        expect![[r#"
        4.1: `percent or`: write `%`
        4.1: `per cent`: write `%`"#]],
    );
    check("Above 50 000 EUR.", expect!["4.1: `50 000`: group digits with `,`"]);
    check("A list (2000 rows).", expect!["4.1: `2000 rows`: group digits with `,`"]);
    check("Some 12000.", expect!["4.1: `12000 `: group digits with `,`"]);
}
