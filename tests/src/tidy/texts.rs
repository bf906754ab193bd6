//! Every text of the catalogue is complete, and no two are cut from one pattern.

use std::collections::BTreeMap;

use expect_test::{Expect, expect};

use super::{Source, none, sources};

const FOLDER: &str = "core/data/words/en/items/";

/// The fields with one text, and those with several.
const SINGLE: [&str; 3] = ["question", "purpose", "good"];
const SEVERAL: [&str; 2] = ["guidance", "evidence"];

/// Texts that begin with the same words are variations of one text.
const OPENING_WORDS: usize = 5;

/// One text with its place.
struct Entry {
    id: String,
    field: &'static str,
    text: String,
}

#[test]
fn the_texts_are_complete_and_each_is_its_own() {
    let sources = sources();
    let files: Vec<&Source> =
        sources.iter().filter(|source| source.path.starts_with(FOLDER)).collect();
    let mut problems = Vec::new();
    let mut entries = Vec::new();
    for source in files {
        read(source, &mut entries, &mut problems);
    }
    let asked = entries.iter().filter(|entry| entry.field == "question").count();
    assert_eq!(asked, 123, "one question for each requirement and control");
    problems.extend(alike(&entries));
    none(problems);
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

/// Texts of one field with the same opening, and sentences that stand twice anywhere.
fn alike(entries: &[Entry]) -> Vec<String> {
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

#[track_caller]
fn check(text: &str, expected: Expect) {
    let source = Source { path: "a.toml".to_owned(), text: text.to_owned() };
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    read(&source, &mut entries, &mut problems);
    problems.extend(alike(&entries));
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

#[test]
fn a_text_cut_from_a_pattern_is_found() {
    let item = |id: &str, question: &str| {
        let rest =
            format!("good = '{id} g'\nguidance = ['{id} a', '{id} b']\nevidence = ['c', 'd']");
        format!("['{id}']\nquestion = '{question}'\npurpose = '{id} p'\n{rest}\n")
    };
    let both = |one: &str, other: &str| item("4.1", one) + &item("4.2", other);
    check(&both("Do you know who owns keys?", "Do you check who enters?"), expect![""]);
    check(
        &both("Do you have a process for keys?", "Do you have a process for doors?"),
        expect!["4.2 and 4.1: `question` begins with `do you have a process`"],
    );
    check(
        &both(
            "Who owns it? Is it written down somewhere?",
            "Who sees it? Is it written down somewhere?",
        ),
        expect!["4.2 and 4.1: `is it written down somewhere?` stands twice"],
    );
}
