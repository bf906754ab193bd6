//! What every text of the catalogue keeps to, one file for each kind of rule.
//!
//! Texts are prose, so a rule here finds slips that a reader stumbles over and a writer no longer
//! sees: half a text, the same words twice, two spellings, an acronym that nobody explains.

mod acronyms;
mod numbers;
mod repeats;
mod spelling;
mod traps;

use expect_test::{Expect, expect};

use super::{Source, none, sources};

/// The words of the language that the others are translated from.
const FOLDER: &str = "core/data/words/en/";

/// The texts of the items among them.
const ITEMS: &str = "core/data/words/en/items/";

/// Titles and labels, which are words too.
const FACTS: &str = "core/data/iso27001-2022/";

/// The fields with one text, and those with several.
const SINGLE: [&str; 3] = ["question", "purpose", "good"];
const SEVERAL: [&str; 2] = ["guidance", "evidence"];

/// One text of an item with its place.
struct Entry {
    id: String,
    field: &'static str,
    text: String,
}

/// A text wherever it stands, with the names of the tables that lead to it.
struct Line {
    place: String,
    text: String,
}

#[test]
fn the_texts_are_complete_and_each_is_its_own() {
    let (entries, mut problems) = entries();
    let asked = entries.iter().filter(|entry| entry.field == "question").count();
    assert_eq!(asked, 123, "one question for each requirement and control");
    problems.extend(repeats::problems(&entries));
    none(problems);
}

#[test]
fn no_two_texts_share_a_run_of_words() {
    none(repeats::runs(&entries().0, &titles()));
}

#[test]
fn each_item_names_one_trap() {
    none(traps::problems(&entries().0));
}

#[test]
fn words_and_numbers_are_written_in_one_way() {
    let lines = lines();
    assert!(lines.len() > 1_300, "{} texts", lines.len());
    none(lines.iter().flat_map(spelling::problems).collect());
    none(lines.iter().flat_map(numbers::problems).collect());
}

#[test]
fn every_acronym_has_a_long_form() {
    let listed = super::text(&format!("{FOLDER}{}", acronyms::LIST));
    none(acronyms::problems(&lines(), &listed));
}

/// The texts of all items, and what is missing there.
fn entries() -> (Vec<Entry>, Vec<String>) {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for source in sources().iter().filter(|source| source.path.starts_with(ITEMS)) {
        read(source, &mut entries, &mut problems);
    }
    (entries, problems)
}

/// The titles of clauses, controls and documents. They are ISO's, so a text may hold them.
fn titles() -> Vec<String> {
    let is_title = |place: &str| place.contains("titles.toml.title.") || place.ends_with(".title");
    let lines = lines().into_iter().filter(|line| is_title(&line.place));
    lines.map(|line| line.text).collect()
}

/// Every text of the words and of the facts that a person reads.
fn lines() -> Vec<Line> {
    let mut lines = Vec::new();
    for source in sources() {
        let words = source.path.starts_with(FOLDER) && !source.path.ends_with(acronyms::LIST);
        if source.is(&["toml"]) && (words || source.path.starts_with(FACTS)) {
            let table = source.text.parse::<toml::Table>();
            let table = table.unwrap_or_else(|error| panic!("{}: {error}", source.path));
            collect(&source.path, &toml::Value::Table(table), &mut lines);
        }
    }
    lines
}

/// Adds the texts below a value. What is named `code`, `id` or `condition` is not for reading, and what
/// is its own name stands for a value.
fn collect(place: &str, value: &toml::Value, lines: &mut Vec<Line>) {
    match value {
        toml::Value::String(text) => {
            lines.push(Line { place: place.to_owned(), text: text.clone() });
        }
        toml::Value::Array(values) => {
            values.iter().for_each(|value| collect(place, value, lines));
        }
        toml::Value::Table(table) => {
            let is_id = |key: &str| ["code", "id", "condition"].contains(&key);
            let is_name = |key: &str, value: &toml::Value| value.as_str() == Some(key);
            let read = table.iter().filter(|(key, value)| !is_id(key) && !is_name(key, value));
            read.for_each(|(key, value)| collect(&format!("{place}.{key}"), value, lines));
        }
        _ => {}
    }
}

/// Adds the texts of one file, and what is missing there.
fn read(source: &Source, entries: &mut Vec<Entry>, problems: &mut Vec<String>) {
    let tables: toml::Table =
        source.text.parse().unwrap_or_else(|error| panic!("{}: {error}", source.path));
    for (id, table) in &tables {
        for field in SINGLE {
            match table.get(field).and_then(toml::Value::as_str) {
                Some(text) => entries.push(Entry { id: id.clone(), field, text: text.to_owned() }),
                None => problems.push(format!("{id}: no `{field}`")),
            }
        }
        for field in SEVERAL {
            let list = table.get(field).and_then(toml::Value::as_array);
            let texts: Vec<&str> =
                list.into_iter().flatten().filter_map(toml::Value::as_str).collect();
            if texts.len() < 2 {
                problems.push(format!("{id}: `{field}` has {} entries, 2 at least", texts.len()));
            }
            let entry = |text: &&str| Entry { id: id.clone(), field, text: (*text).to_owned() };
            entries.extend(texts.iter().map(entry));
        }
    }
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    let source = Source { path: "a.toml".to_owned(), text: text.to_owned() };
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    read(&source, &mut entries, &mut problems);
    problems.extend(repeats::problems(&entries));
    expected.assert_eq(&problems.join("\n"));
}

#[test]
fn an_incomplete_text_is_found() {
    check(
        "['4.1']\nquestion = 'Why?'\npurpose = ' So. '\nguidance = ['One.']\nevidence = ['a', 'b']\n",
        expect![[r#"
            4.1: no `good`
            4.1: `guidance` has 1 entries, 2 at least
            4.1: `purpose` is empty or has space around it"#]],
    );
}
