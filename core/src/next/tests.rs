//! Which step is the next one, from the empty assessment to one in which nothing is due.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use expect_test::{Expect, expect};

use super::*;
use crate::assessment::Document;
use crate::catalogue::Catalogue;
use crate::samples;

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn engine(members: &str) -> Engine {
    let comma = if members.is_empty() { "" } else { ", " };
    let file = format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022"{comma}{members}}}"#
    );
    let document = Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes());
    Engine::from_document(document.unwrap_or_else(|problems| panic!("{problems}: {file}")))
}

/// The rules that hold, each with how many it is about and the first of them.
fn shown(engine: &Engine) -> String {
    let steps = steps(engine, today());
    let shown: Vec<String> = steps
        .iter()
        .map(|it| format!("{} {} {}", it.rule.word(), it.count, it.about).trim_end().into())
        .collect();
    shown.join("; ")
}

#[track_caller]
fn check(members: &str, expected: Expect) {
    expected.assert_eq(&shown(&engine(members)));
}

/// The first `count` questions with this response.
fn answers(count: usize, response: &str) -> String {
    let catalogue = Catalogue::iso27001_2022();
    let answers = catalogue.questions().take(count);
    let answers = answers.map(|it| format!(r#"{{"id": "{}", "response": "{response}"}}"#, it.id()));
    format!(r#""answers": [{}]"#, answers.collect::<Vec<_>>().join(", "))
}

#[test]
fn first_choose_then_context_then_questions() {
    check(
        r#""answers": []"#,
        expect![
            "choose 1; context 16; begin 30 4.1; add_risks 5; questions 123 4.1; reasons 93 A.5.1; gate 6 S1-SCOPE"
        ],
    );
    check(
        r#""mode": "certify", "answers": []"#,
        expect![
            "context 16; begin 30 4.1; add_risks 5; questions 123 4.1; reasons 93 A.5.1; gate 6 S1-SCOPE"
        ],
    );
    check(
        r#""mode": "certify", "context": {"people": 40}, "answers": []"#,
        expect!["begin 30 4.1; add_risks 5; questions 123 4.1; reasons 93 A.5.1; gate 6 S1-SCOPE"],
    );
}

#[test]
fn a_first_picture_takes_thirty_answers() {
    let mode = r#""mode": "certify", "#;
    check(
        &format!("{mode}{}", answers(29, "yes")),
        expect!["begin 1 10.2; add_risks 5; questions 94 10.2; reasons 93 A.5.1; gate 6 S1-SCOPE"],
    );
    check(
        &format!("{mode}{}", answers(30, "yes")),
        expect!["add_risks 5; questions 93 A.5.1; reasons 93 A.5.1; gate 6 S1-SCOPE"],
    );
}

#[test]
fn without_clauses_no_risk_and_no_gate_comes_first() {
    let mode = r#""mode": "improve", "#;
    check(&format!("{mode}{}", answers(123, "yes")), expect!["nothing 0"]);
}

#[test]
fn what_the_sample_organizations_are_told() {
    let told = |sample: &samples::Sample| {
        let document =
            Document::from_bytes(Catalogue::iso27001_2022(), sample.text.as_bytes()).unwrap();
        format!("{}: {}", sample.name, shown(&Engine::from_document(document)))
    };
    let told: Vec<String> = samples::SAMPLES.iter().map(told).collect();
    expect![[r#"
        software: gate 1 S1-DOCS; gap 71 4.4; review 1 A.5.29
        hospital: decide 2 r-d1ghww4jsw; contradiction 3 A.8.12; reasons 2 A.8.18; soa 13 A.5.3; gate 6 S1-DOCS; gap 114 4.2; review 6 5.2
        manufacturer: gate 2 S1-RISKS; gap 17 r-jsw5wmeg4k; review 3 A.6.1"#]].assert_eq(&told.join("\n"));
}

#[test]
fn a_step_is_never_missing_and_rules_keep_their_order() {
    for sample in samples::SAMPLES {
        let document =
            Document::from_bytes(Catalogue::iso27001_2022(), sample.text.as_bytes()).unwrap();
        let steps = steps(&Engine::from_document(document), today());
        assert!(!steps.is_empty());
        assert!(steps.iter().all(|it| it.rule == Rule::Nothing || it.count > 0));
        assert!(steps.windows(2).all(|pair| pair[0].rule < pair[1].rule), "{steps:?}");
    }
}
