//! The core is a pure function: it has no system, no clock, no float and no hash order.

use expect_test::{Expect, expect};

use super::{Source, none, sources, text};

/// Words that stand for a number or an order that differs from one machine to another. That there
/// is no system behind the core, no file and no clock, is proven where it is checked for a target
/// without a standard library.
const BANNED: [&str; 5] = ["f32", "f64", "HashMap", "HashSet", "RandomState"];

#[test]
fn the_core_is_pure() {
    let core = |source: &&Source| {
        source.path.starts_with("core/src/")
            && source.is(&["rs"])
            && !source.path.ends_with("/tests.rs")
            && !source.path.contains("/tests/")
    };
    let sources = sources();
    assert!(sources.iter().filter(core).count() > 10, "the core has moved");
    assert!(text("core/src/lib.rs").contains("#![cfg_attr(not(test), no_std)]"));
    none(sources.iter().filter(core).flat_map(problems).collect());
}

fn problems(source: &Source) -> Vec<String> {
    let mut problems = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        // The signature by which serde hands over a number that is then refused.
        let code = line.split("//").next().unwrap_or_default().replace("_: f64)", "_)");
        for word in BANNED.iter().filter(|word| has_word(&code, word)) {
            problems.push(format!("{}:{}: `{word}`", source.path, number + 1));
        }
    }
    problems
}

/// Whether `word` stands in `code` as a whole word.
fn has_word(code: &str, word: &str) -> bool {
    let joins = |c: char| c == '_' || c.is_alphanumeric();
    code.match_indices(word).any(|(start, _)| {
        let before = code.get(..start).unwrap_or_default();
        let after = code.get(start + word.len()..).unwrap_or_default();
        !before.ends_with(joins) && !after.starts_with(joins)
    })
}

#[track_caller]
fn check(code: &str, expected: Expect) {
    let source = Source { path: "core/src/a.rs".to_owned(), text: code.to_owned() };
    expected.assert_eq(&problems(&source).join("\n"));
}

#[test]
fn each_impurity_is_found() {
    check("RandomState::new();", expect!["core/src/a.rs:1: `RandomState`"]);
    check("let a = 1;\nlet b: f64 = 0.0;", expect!["core/src/a.rs:2: `f64`"]);
    check("let map = std::collections::HashMap::new();", expect!["core/src/a.rs:1: `HashMap`"]);
}

#[test]
fn other_words_and_comments_are_no_impurity() {
    check("/// An `f32` would be one.\nHashMapper::new(buf64);", expect![""]);
    check("fn visit_f64<E>(self, _: f64) -> Result<Node, E> {", expect![""]);
}
