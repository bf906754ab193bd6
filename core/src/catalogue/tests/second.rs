//! A catalogue that is not built in is read at run time, and everything works over it.

use std::sync::Arc;

use crate::words::Words;
use crate::{Answer, Catalogue, Document, Engine, Response, assessment::Applicability};
use expect_test::{Expect, expect};

/// Four requirements and eight controls in three chapters, with two attributes.
fn tea_house() -> Arc<Catalogue> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/tea-house.json");
    Catalogue::from_bytes(&std::fs::read(file).unwrap()).unwrap()
}

fn answered() -> Engine {
    let mut engine = Engine::new(tea_house());
    let answer = |id: &str| Answer::new(id.parse().unwrap());
    engine.respond("K.1", Some(Response::Partly)).unwrap();
    engine.respond("K.1 a)", Some(Response::Yes)).unwrap();
    engine.respond("T-1", Some(Response::Yes)).unwrap();
    engine.respond("cup 1", Some(Response::No)).unwrap();
    engine.set(Answer { applicability: Applicability::Excluded.into(), ..answer("T-2") }).unwrap();
    engine
}

#[test]
fn it_scores() {
    let engine = answered();
    let catalogue = engine.document().catalogue();
    assert_eq!(catalogue.questions().count(), 12);
    let lines = engine.scores().map(|score| {
        let id = catalogue.group(score.key).unwrap().id();
        format!("{id} {:?} {}/{}", score.score_bp(), score.assessed, score.in_scope)
    });
    expect![[r#"
        requirements Some(5000) 1/4
        controls Some(5000) 2/7
        kitchen:K Some(5000) 1/4
        room:tea Some(10000) 1/3
        room:cups Some(0) 1/4
        season:spring Some(0) 1/5
        season:autumn Some(5000) 2/3
        tool:kettle Some(0) 1/5
        tool:scales Some(10000) 1/2
        tool:thermometer None 0/0"#]]
    .assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    let key = catalogue.score_key("room:tea").unwrap();
    assert_eq!(engine.explain(key).unwrap().inputs.len(), 4);
    let refused = answered().respond("K.2", Some(Response::NotApplicable));
    assert_eq!(refused.unwrap_err().code, "E-APPLICABILITY");
}

#[test]
fn it_lints_and_reports() {
    let engine = answered();
    let words = Words::english();
    let lints = engine.lint_records("2026-11-23".parse().unwrap(), &words);
    let lines: Vec<String> =
        lints.iter().map(|it| format!("{} {}", it.rule.code, it.ids().join(" "))).collect();
    expect![[r#"
        L-ITEM-NOT-COUNTED K.1 a)
        L-IMPLEMENTED-NO-EVIDENCE K.1 a) T-1
        L-APPLICABLE-NO-REASON T-1
        L-EXCLUDED-NO-JUSTIFICATION T-2
        L-EXCLUDED-NO-REASON T-2
        L-SOA-UNTOUCHED T-3 T-4 cup 1 cup 2 cup 3 cup 4"#]]
    .assert_eq(&lines.join("\n"));
    assert_eq!(engine.gaps().len(), 10);
    assert_eq!(engine.soa().rows.len(), 8);
    let report = String::from_utf8(crate::report::report_json(&engine, &words)).unwrap();
    for part in
        ["\"catalogue\": \"tea-house\"", "\"key\": \"room:cups\"", "\"key\": \"tool:kettle\""]
    {
        assert!(report.contains(part), "{part}");
    }
    assert!(report.contains(&tea_house().digest()));
}

#[test]
fn a_document_over_it_is_read_and_written() {
    let bytes = answered().document().to_bytes();
    let document = Document::from_bytes(tea_house(), &bytes).unwrap();
    assert_eq!(document.to_bytes(), bytes);
    let other = Document::from_bytes(Catalogue::iso27001_2022(), &bytes).unwrap_err();
    assert_eq!(other.0[0].code, "E-CATALOGUE");
}

#[test]
fn parts_and_checks_are_kept() {
    let catalogue = tea_house();
    let part = catalogue.find("K.1 a)").unwrap();
    assert_eq!(part.parent(), catalogue.index_of("K.1"));
    assert_eq!(part.checks().collect::<Vec<_>>(), ["K.1 a) yearly", "K.1 a) signed"]);
    assert_eq!(
        Catalogue::from_bytes(&catalogue.to_bytes()).unwrap().to_bytes(),
        catalogue.to_bytes()
    );
    let document = &catalogue.documents()[0];
    assert_eq!(Some(document.question()), catalogue.index_of("K.1"));
}

#[track_caller]
fn check(from: &str, to: &str, expected: Expect) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/tea-house.json");
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{from}");
    let problems = Catalogue::from_bytes(text.replacen(from, to, 1).as_bytes()).unwrap_err();
    expected.assert_eq(&crate::words::in_english(&problems.0));
}

#[test]
fn what_does_not_fit_together_is_refused_with_its_place() {
    check(
        "annexa-catalogue",
        "something",
        expect![[
            r#"E-NOT-OURS at format: the file does not say that it is a catalogue; choose a file that has `"format": "annexa-catalogue"`"#
        ]],
    );
    check(
        "\"version\": 1",
        "\"version\": 2",
        expect![[
            r#"E-VERSION at version: the catalogue is not of format version 1; write `"version": 1`, or use the newer version of Annexa that it was written for"#
        ]],
    );
    check(
        "\"id\": \"T-2\"",
        "\"id\": \"T-1\"",
        expect!["E-DUPLICATE at items[7].id: `T-1` stands here and in items[6]; keep one"],
    );
    check(
        "\"chapter\": \"tea\"",
        "\"chapter\": \"coffee\"",
        expect![
            "E-UNKNOWN-ID at items[6].chapter: `coffee` is not a chapter; correct it, or add what it names"
        ],
    );
    check(
        ", \"chapter\": \"tea\"",
        "",
        expect!["E-MISSING at items[6]: `T-1` is asked under no chapter; name its `chapter`"],
    );
    check(
        "\"chapter\": \"tea\"",
        "\"chapter\": \"K\"",
        expect![[
            r#"E-GROUP at chapters[0]: `kitchen:K` holds requirements and controls; keep the two apart; an attribute of both needs `"scored": false`"#
        ]],
    );
    check(
        "\"tool\": [\"kettle\"]",
        "\"tool\": [\"spoon\"]",
        expect![
            "E-UNKNOWN-ID at items[8].attributes.tool: `spoon` is not a value of `tool`; correct it, or add what it names"
        ],
    );
    check(
        "\"tool\": [\"kettle\"]",
        "\"spoon\": [\"kettle\"]",
        expect![
            "E-UNKNOWN-ID at items[8].attributes.spoon: `spoon` is not an attribute; correct it, or add what it names"
        ],
    );
    check(
        "\"kind\": \"control\"",
        "\"kind\": \"rule\"",
        expect![
            "E-VALUE at items[6].kind: `rule` is not a value of this field; write one of `heading`, `requirement`, `item`, `control`"
        ],
    );
    check(
        "\"source\": \"K.1 a)\"",
        "\"source\": \"K\"",
        expect![
            "E-UNKNOWN-ID at documents[0].source: `K` is not a requirement, a control or a part of one; correct it, or add what it names"
        ],
    );
    check(
        "\"K.1 a)\", \"kind\"",
        "\"Z a)\", \"kind\"",
        expect![[r#"
        E-MISSING at items[2]: `Z a)` is a part of no item before it; name its `parent`
        E-UNKNOWN-ID at documents[0].source: `K.1 a)` is not an item; correct it, or add what it names"#]],
    );
    check(
        "\"scored\": false",
        "\"scored\": 0",
        expect![
            "E-TYPE at attributes[2].scored: here stands neither true nor false; write true or false"
        ],
    );
    check(
        "\"room:tea\"",
        "\"room:cups\"",
        expect![
            "E-DUPLICATE at chapters[2]: a group `room:cups` is there already; give it another id"
        ],
    );
}
