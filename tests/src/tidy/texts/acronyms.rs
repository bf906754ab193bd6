//! Every acronym has its long form in one list, from which a reader can look it up.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::{Expect, expect};

use super::Line;

/// The list, in the folder of the language.
pub(super) const LIST: &str = "acronyms.toml";

/// The list has the long forms in one table, and what only looks like an acronym in another.
pub(super) fn problems(lines: &[Line], list: &str) -> Vec<String> {
    let list: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(list).unwrap_or_else(|error| panic!("the acronyms: {error}"));
    let known: BTreeSet<&str> =
        list.values().flat_map(|of| of.keys()).map(String::as_str).collect();
    let mut used = BTreeMap::new();
    for line in lines {
        let is_between = |c: char| !c.is_alphanumeric() && c != '&';
        for word in prose(&line.text).flat_map(|prose| prose.split(is_between)) {
            if is_acronym(word) {
                used.entry(singular(word)).or_insert(&line.place);
            }
        }
    }
    let mut problems = Vec::new();
    for (word, place) in &used {
        if !known.contains(word) {
            problems.push(format!("{place}: `{word}` is not in {LIST}"));
        }
    }
    for word in known.iter().filter(|word| !used.contains_key(*word)) {
        problems.push(format!("`{word}` is in {LIST} and in no text"));
    }
    for (word, long) in list.values().flatten() {
        if long.trim() != long || long.len() < word.len() {
            problems.push(format!("`{word}` has no long form in {LIST}"));
        }
    }
    problems
}

/// The parts of a text around what stands in backticks, which is code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').step_by(2)
}

/// Two capitals make an acronym: `MFA`, `SaaS`, `IPsec`.
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// `APIs` are several `API`.
fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(one) if !one.chars().any(char::is_lowercase) => one,
        _ => word,
    }
}

#[track_caller]
fn check(text: &str, list: &str, expected: Expect) {
    let line = Line { place: "4.1".to_owned(), text: text.to_owned() };
    expected.assert_eq(&problems(&[line], list).join("\n"));
}

#[test]
fn an_acronym_without_a_long_form_is_found() {
    let list = "[acronyms]\nAPI = 'application programming interface'\n";
    check("Two APIs, one API, and A. Or not.", list, expect![""]);
    check("Set `OUT_DIR` for the API, not `pt-BR`.", list, expect![""]);
    check(
        "The API of a SaaS, with MFA-only logins.",
        list,
        expect![[r#"
            4.1: `MFA` is not in acronyms.toml
            4.1: `SaaS` is not in acronyms.toml"#]],
    );
    check("No interface.", list, expect!["`API` is in acronyms.toml and in no text"]);
    let names = "[acronyms]\nAPI = ''\n[names]\nPsExec = 'a tool of Microsoft'\n";
    check("PsExec over an API.", names, expect!["`API` has no long form in acronyms.toml"]);
}
