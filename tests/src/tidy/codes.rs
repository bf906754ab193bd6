//! The list of codes is whole: what is raised is listed, what is listed is raised. Problems are raised
//! by sources, findings of the checks by the list of their rules.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};

use super::{Source, none, sources, text};

#[test]
fn the_list_of_codes_is_whole() {
    let list: toml::Table = text("core/data/codes.toml").parse().unwrap();
    let sources = sources();
    let mut raised: BTreeSet<String> =
        sources.iter().filter(|source| raises(source)).flat_map(codes).collect();
    let problems_of_sources = raised.len();
    raised.extend(rules(&text("core/data/lint.toml")));
    assert!(raised.len() > problems_of_sources + 15, "the list of the rules is short");
    let listed = list.keys().cloned().collect();
    none(problems(&raised, &listed));
}

/// Sources that people run; tests name codes that nobody raises.
fn raises(source: &Source) -> bool {
    let path = source.path.as_str();
    let is_test = path.starts_with("tests/")
        || path.starts_with("www/test/")
        || path.contains("/tests/")
        || path.ends_with("/tests.rs");
    !is_test && source.is(&["rs", "ts", "tsx"])
}

/// The codes of the lint rules.
fn rules(toml: &str) -> Vec<String> {
    let list: toml::Table = toml.parse().unwrap();
    let rules = list["lint"].as_array().unwrap().iter();
    rules.map(|rule| rule["code"].as_str().unwrap().to_owned()).collect()
}

/// The codes in the code of a source; comments may name others.
fn codes(source: &Source) -> BTreeSet<String> {
    let is_comment =
        |line: &&str| ["//", "*", "/*"].iter().any(|start| line.trim_start().starts_with(start));
    let lines = source.text.lines().filter(|line| !is_comment(line));
    lines.flat_map(codes_of_line).collect()
}

fn codes_of_line(line: &str) -> Vec<String> {
    let is_part = |c: char| c == '-' || c.is_ascii_uppercase() || c.is_ascii_digit();
    let starts = line.match_indices("E-").filter_map(|(at, _)| {
        let before = line.get(..at)?.chars().next_back();
        let is_start = !before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_');
        let word: String = line.get(at..)?.chars().take_while(|c| is_part(*c)).collect();
        let is_code = is_start
            && word.len() > 3
            && word.chars().nth(2).is_some_and(|c| c.is_ascii_uppercase());
        is_code.then(|| word.trim_end_matches('-').to_owned())
    });
    starts.collect()
}

fn problems(raised: &BTreeSet<String>, listed: &BTreeSet<String>) -> Vec<String> {
    let missing =
        raised.difference(listed).map(|code| format!("`{code}` is raised and not listed"));
    let idle = listed.difference(raised).map(|code| format!("`{code}` is listed and never raised"));
    missing.chain(idle).collect()
}

#[track_caller]
fn check(text: &str, listed: &[&str], expected: Expect) {
    let source = Source { path: "a.rs".to_owned(), text: text.to_owned() };
    let listed = listed.iter().map(|code| (*code).to_owned()).collect();
    expected.assert_eq(&problems(&codes(&source), &listed).join("\n"));
}

#[test]
fn a_code_that_is_not_listed_is_found() {
    check(
        "f(\"E-ONE\");\nf(\"E-TWO: {x}\")",
        &["E-ONE"],
        expect!["`E-TWO` is raised and not listed"],
    );
    check("f(\"E-ONE\");", &["E-ONE", "E-TWO"], expect!["`E-TWO` is listed and never raised"]);
}

#[test]
fn comments_and_other_words_are_no_codes() {
    check("/// `E-ONE`\n// E-TWO\nlet a = \"E-mail, MIDDLE-E-X, E-1\";", &[], expect![""]);
}

#[test]
fn a_rule_that_is_not_listed_is_found() {
    let rules = rules("[[lint]]\ncode = \"L-ONE\"\n[[lint]]\ncode = \"L-TWO\"");
    let listed = ["L-ONE", "L-THREE"].map(str::to_owned).into_iter().collect();
    expect![[r#"
        `L-TWO` is raised and not listed
        `L-THREE` is listed and never raised"#]]
    .assert_eq(&problems(&rules.into_iter().collect(), &listed).join("\n"));
}
