//! No two texts are cut from one pattern, and none repeats what another one says.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::{Expect, expect};

use super::Entry;

/// Texts that begin with the same words are variations of one text.
const OPENING_WORDS: usize = 5;

/// As many words in a row are no accident.
const RUN_WORDS: usize = 7;

/// Texts of one field with the same opening, and sentences that stand twice anywhere.
pub(super) fn problems(entries: &[Entry]) -> Vec<String> {
    let mut openings: BTreeMap<(&str, String), &str> = BTreeMap::new();
    let mut sentences: BTreeMap<String, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for Entry { id, field, text } in entries {
        if text.trim() != text || text.is_empty() {
            problems.push(format!("{id}: `{field}` is empty or has space around it"));
        }
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        if words.len() > OPENING_WORDS {
            let opening = words[..OPENING_WORDS].join(" ");
            if let Some(other) = openings.insert((field, opening.clone()), id) {
                problems.push(format!("{id} and {other}: `{field}` begins with `{opening}`"));
            }
        }
        // Evidence is named in a few words, and two controls may well ask for the same record.
        let whole = text.split_inclusive(['.', '?', '!']).filter(|_| *field != "evidence");
        for sentence in whole.map(|sentence| sentence.trim().to_lowercase()) {
            if sentence.split_whitespace().count() < 4 {
                continue;
            }
            if let Some(other) = sentences.insert(sentence.clone(), id) {
                problems.push(format!("{id} and {other}: `{sentence}` stands twice"));
            }
        }
    }
    problems
}

/// Runs of words that stand in two texts, once for each pair of texts.
pub(super) fn runs(entries: &[Entry], titles: &[String]) -> Vec<String> {
    let excepted: BTreeSet<String> = titles.iter().flat_map(|title| windows(title)).collect();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<(usize, usize), String> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        for window in windows(&entry.text).into_iter().filter(|it| !excepted.contains(it)) {
            let other = *first.entry(window.clone()).or_insert(index);
            if other != index {
                pairs.entry((other, index)).or_insert(window);
            }
        }
    }
    let problem = |((one, other), words): ((usize, usize), String)| {
        let (one, other) = (&entries[one], &entries[other]);
        format!("{} `{}` and {} `{}`: `{words}`", one.id, one.field, other.id, other.field)
    };
    pairs.into_iter().map(problem).collect()
}

/// All runs of [`RUN_WORDS`] words, without case and punctuation.
fn windows(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(RUN_WORDS).map(|run| run.join(" ")).collect()
}

fn entry(id: &str, field: &'static str, text: &str) -> Entry {
    Entry { id: id.to_owned(), field, text: text.to_owned() }
}

#[track_caller]
fn check(one: &str, other: &str, expected: Expect) {
    let entries = [entry("4.1", "question", one), entry("4.2", "question", other)];
    expected.assert_eq(&problems(&entries).join("\n"));
}

#[test]
fn a_text_cut_from_a_pattern_is_found() {
    check("Do you know who owns keys?", "Do you check who enters?", expect![""]);
    check(
        "Do you have a process for keys?",
        "Do you have a process for doors?",
        expect!["4.2 and 4.1: `question` begins with `do you have a process`"],
    );
    check(
        "Who owns it? Is it written down somewhere?",
        "Who sees it? Is it written down somewhere?",
        expect!["4.2 and 4.1: `is it written down somewhere?` stands twice"],
    );
}

#[track_caller]
fn check_runs(one: &str, other: &str, expected: Expect) {
    let entries = [entry("4.1", "good", one), entry("4.2", "evidence", other)];
    let titles = ["Determining the scope of the information security management system".to_owned()];
    expected.assert_eq(&runs(&entries, &titles).join("\n"));
}

#[test]
fn a_run_of_words_in_two_texts_is_found() {
    check_runs("Six words in a row here.", "Six words in a row there.", expect![""]);
    check_runs(
        "Now seven words: in a row, right here.",
        "Seven words in a row, right there; seven words in a row right here",
        expect!["4.1 `good` and 4.2 `evidence`: `seven words in a row right here`"],
    );
    check_runs(
        "The scope of the information security management system, drawn.",
        "Where is the scope of the information security management system?",
        expect![""],
    );
}

#[test]
fn a_run_of_words_within_one_item_is_found() {
    let text = "one two three four five six seven";
    let entries = [entry("4.1", "good", text), entry("4.1", "purpose", text)];
    expect!["4.1 `good` and 4.1 `purpose`: `one two three four five six seven`"]
        .assert_eq(&runs(&entries, &[]).join("\n"));
}
