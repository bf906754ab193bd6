//! The sample organizations: each is a complete, canonical file, and what stands beside them
//! in figures is what the engine finds.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect_file;
use serde_json::Value;

use super::{SAMPLES, Sample, TODAY};
use crate::assessment::Applicability;
use crate::gate::{Gate, Gates};
use crate::risk::State;
use crate::soa::SoaRow;
use crate::words::Words;
use crate::{Catalogue, Date, Document, Engine};

/// Where ids stand, and those of which registers they are. `controls` are the catalogue's and own
/// ones.
const REFERENCES: [(&str, &[&str]); 10] = [
    ("groups", &["groups"]),
    ("existing", &["controls"]),
    ("controls", &["controls"]),
    ("related", &["controls"]),
    ("share_basis", &["obligations"]),
    ("serves", &["risks", "nonconformities", "obligations"]),
    ("after", &["actions"]),
    ("items", &["items"]),
    ("item", &["items", "controls"]),
    ("control", &["controls"]),
];

fn today() -> Date {
    TODAY.parse().unwrap()
}

fn engine(text: &str) -> Engine {
    let document = Document::from_bytes(Catalogue::iso27001_2022(), text.as_bytes());
    let mut engine = Engine::from_document(document.unwrap_or_else(|e| panic!("{e:?}")));
    engine.set_today(today());
    engine
}

/// A table of Markdown.
fn table(head: &str, rows: impl IntoIterator<Item = String>) -> String {
    let columns = head.matches(" | ").count() + 1;
    let rows: Vec<String> = rows.into_iter().collect();
    format!("| {head} |\n|{}\n{}\n", " --- |".repeat(columns), rows.join("\n"))
}

/// A row of a table.
fn row<T: ToString>(name: &str, figures: impl IntoIterator<Item = T>) -> String {
    let figures: Vec<String> = figures.into_iter().map(|figure| figure.to_string()).collect();
    format!("| `{name}` | {} |", figures.join(" | "))
}

#[test]
fn every_sample_is_canonical() {
    for Sample { name, text } in SAMPLES {
        let written = engine(text).document().to_bytes();
        assert!(written == text.as_bytes(), "`annexa fmt` would change {name}.json");
    }
}

#[test]
fn every_question_has_an_answer() {
    for Sample { name, text } in SAMPLES {
        let engine = engine(text);
        let catalogue = Catalogue::iso27001_2022();
        let questions = engine.facts().questions(&catalogue);
        let open: Vec<&str> = questions
            .filter(|(_, item, _)| engine.document().answer(item.id()).is_none())
            .map(|(_, item, _)| item.id())
            .collect();
        assert_eq!(open, <[&str; 0]>::default(), "{name}");
    }
}

#[test]
fn the_figures_are_what_the_engine_finds() {
    let text = format!(
        "# What the engine finds in the samples on {TODAY}\n\n\
         Entries of the registers:\n\n{}\n\
         States of the risks:\n\n{}\n\
         Rows of the Statement of Applicability: those of Annex A, own controls, and among all \
         of them those that stand in it without a reason or against a risk or an obligation:\n\n{}\n\
         Conditions before the stages of a certification audit:\n\n{}\n\
         Findings of the lint, grouped ones counted once:\n\n{}",
        registers(),
        states(),
        statements(),
        gates(),
        findings()
    );
    expect_file!["../../data/samples/figures.md"].assert_eq(&text);
}

fn registers() -> String {
    let registers = [
        "answers",
        "groups",
        "risks",
        "actions",
        "obligations",
        "own_controls",
        "documents",
        "events",
        "nonconformities",
    ];
    let rows = SAMPLES.map(|Sample { name, text }| {
        let file: Value = serde_json::from_str(text).unwrap();
        row(name, registers.map(|register| file[register].as_array().map_or(0, Vec::len)))
    });
    let head = registers.map(|register| register.replace('_', " ")).join(" | ");
    table(&format!("sample | {head}"), rows)
}

fn states() -> String {
    let states = [
        State::Draft,
        State::Avoided,
        State::Acceptable,
        State::Accepted,
        State::Planned,
        State::Insufficient,
        State::Untreated,
    ];
    let rows = SAMPLES.map(|Sample { name, text }| {
        let engine = engine(text);
        let found = engine.risks(today()).evaluations();
        row(name, states.map(|state| found.iter().filter(|it| it.state == state).count()))
    });
    table(&format!("sample | {}", states.map(State::word).join(" | ")), rows)
}

fn statements() -> String {
    let mut names = Vec::new();
    let rows = SAMPLES.map(|Sample { name, text }| {
        let statement = engine(text).soa();
        let totals = statement.totals.named();
        names = totals.map(|(name, _)| name.replace('_', " ")).to_vec();
        let is_bare = |row: &&std::sync::Arc<SoaRow>| {
            row.applicability != Applicability::Excluded && row.reasons.is_empty()
        };
        let of_all = [
            statement.rows.iter().filter(|row| row.is_own()).count(),
            statement.rows.iter().filter(is_bare).count(),
            statement.rows.iter().filter(|row| !row.contradictions.is_empty()).count(),
        ];
        let totals = totals.map(|(_, count)| count.to_string());
        row(name, totals.into_iter().chain(of_all.map(|count| count.to_string())))
    });
    let names = names.join(" | ");
    table(&format!("sample | {names} | own | without reason | contradicted"), rows)
}

fn gates() -> String {
    let found = SAMPLES.map(|sample| engine(sample.text).gates(today()).unwrap());
    let of = |gate: fn(&Gates) -> &Gate, name: &str| {
        let gates = found.each_ref().map(|gates| gate(gates));
        let ids = gates[0].conditions.iter().map(|condition| condition.id);
        let conditions = ids
            .enumerate()
            .map(|(place, id)| row(id, gates.map(|gate| gate.conditions[place].verdict.word())));
        let whole = row(name, gates.map(|gate| gate.state.word()));
        conditions.chain([whole]).collect::<Vec<String>>()
    };
    let rows = [of(|it| &it.stage_1, "stage 1"), of(|it| &it.stage_2, "stage 2")].concat();
    table(&format!("condition | {}", SAMPLES.map(|sample| sample.name).join(" | ")), rows)
}

fn findings() -> String {
    let mut codes: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (place, sample) in SAMPLES.iter().enumerate() {
        let engine = engine(sample.text);
        for record in engine.lint_records(today(), &Words::english()) {
            codes.entry(record.rule.code).or_default()[place] += 1;
        }
    }
    let rows = codes.iter().map(|(code, counts)| row(code, counts));
    table(&format!("finding | {}", SAMPLES.map(|sample| sample.name).join(" | ")), rows)
}

/// Leaves of each state that was kept what people say of it: its lines are none of their words.
fn only_words_of_kept(file: &mut Value) {
    for kept in file["snapshots"].as_array_mut().unwrap() {
        kept.as_object_mut().unwrap().retain(|name, _| name == "name" || name == "note");
    }
}

#[test]
fn every_reference_names_something() {
    for Sample { name, text } in SAMPLES {
        let mut file: Value = serde_json::from_str(text).unwrap();
        only_words_of_kept(&mut file);
        let known = known(&file);
        let mut dangling = Vec::new();
        look(&file, &known, &mut dangling);
        assert_eq!(dangling, <[String; 0]>::default(), "{name}");
    }
}

/// The ids of each register, and those of the catalogue.
fn known(file: &Value) -> BTreeMap<&'static str, BTreeSet<String>> {
    let registers = ["groups", "risks", "actions", "obligations", "nonconformities"];
    let mut known: BTreeMap<&str, BTreeSet<String>> =
        registers.into_iter().map(|register| (register, ids(file, register))).collect();
    let catalogue = Catalogue::iso27001_2022();
    let (controls, items): (BTreeSet<String>, BTreeSet<String>) = catalogue
        .items()
        .iter()
        .map(|item| item.id().to_owned())
        .partition(|id| id.starts_with("A."));
    known.insert("controls", &controls | &ids(file, "own_controls"));
    known.insert("items", items);
    known
}

fn ids(file: &Value, register: &str) -> BTreeSet<String> {
    let entries = file[register].as_array().into_iter().flatten();
    entries.filter_map(|entry| Some(entry["id"].as_str()?.to_owned())).collect()
}

/// Collects the ids that name nothing.
fn look(value: &Value, known: &BTreeMap<&str, BTreeSet<String>>, dangling: &mut Vec<String>) {
    for entry in value.as_array().into_iter().flatten() {
        look(entry, known, dangling);
    }
    for (name, member) in value.as_object().into_iter().flatten() {
        let registers = REFERENCES.iter().find(|(reference, _)| reference == name);
        if let Some((_, registers)) = registers {
            let named = member.as_array().map_or(std::slice::from_ref(member), Vec::as_slice);
            for id in named.iter().filter_map(Value::as_str) {
                if !registers.iter().any(|register| known[register].contains(id)) {
                    dangling.push(format!("{name}: {id}"));
                }
            }
        }
        look(member, known, dangling);
    }
}

/// A story names each code that the lint finds in it and none that it does not, so that every flaw
/// is told and meant.
#[test]
fn every_story_tells_its_flaws() {
    let readme = include_str!("../../data/samples/README.md");
    for sample in SAMPLES {
        let (_, story) = readme.split_once(&format!("\n## `{}`", sample.name)).unwrap();
        let story = story.split("\n## ").next().unwrap();
        let told: BTreeSet<&str> = story.split('`').filter(|word| word.starts_with("L-")).collect();
        let engine = engine(sample.text);
        let records = engine.lint_records(today(), &Words::english());
        let found: BTreeSet<&str> = records.iter().map(|record| record.rule.code).collect();
        assert_eq!(told, found, "{}: left the README, right the lint", sample.name);
    }
}

/// Words that come again in two organizations were written by a template and by no practitioner.
#[test]
fn no_two_organizations_say_the_same_sentence() {
    let mut said: BTreeMap<String, &str> = BTreeMap::new();
    let mut twice = Vec::new();
    for Sample { name, text } in SAMPLES {
        let mut file: Value = serde_json::from_str(text).unwrap();
        // The ready scales are taken over by whoever has no better words.
        file.as_object_mut().unwrap().remove("criteria");
        only_words_of_kept(&mut file);
        let mut texts = Vec::new();
        gather(&file, &mut texts);
        for words in texts.iter().flat_map(|text| runs(text)) {
            match said.get(&words) {
                Some(other) if *other != name => twice.push(format!("{other}, {name}: {words}")),
                _ => _ = said.insert(words, name),
            }
        }
    }
    assert_eq!(twice, <[String; 0]>::default());
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(entries) => entries.iter().for_each(|entry| gather(entry, texts)),
        Value::Object(members) => members.values().for_each(|member| gather(member, texts)),
        _ => {}
    }
}

/// Every seven words in a row.
fn runs(text: &str) -> Vec<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(7).map(|words| words.join(" ")).collect()
}
