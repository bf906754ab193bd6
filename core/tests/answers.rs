//! Both builds of this crate read a file of answers to the same bytes, and the one without the
//! feature `whole` takes nothing of a file that has more. `cargo xtask test` runs this with the
//! feature; the page's tests hold the module without it to the same.

use annexa_core::{Catalogue, Document, Engine, Response};
use expect_test::{Expect, expect};

/// A file with these members beside the answers.
fn file(more: &str) -> String {
    format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "lineage": "d-1",
    "about": {{"organization": "Ada & Co", "scope": "Everything", "date": "2026-11-23"}},{more} "answers": [
    {{"id": "X.1", "response": "yes"}},
    {{"id": "A.7.1", "applicability": {{"state": "excluded", "reason": "no_asset"}}}},
    {{"id": "4.1", "response": "partly", "evidence": [{{"label": "Minutes"}}, {{"label": "Plan"}}]}},
    {{"id": "A.5.1", "response": "yes", "maturity": {{"level": 2, "target": 3}}, "due": "2026-12-24"}}]}}"#
    )
}

/// Digest and figures of a file of answers, or its problems, which both builds give alike.
fn check(text: &str, expected: Expect) {
    let said = match Document::from_bytes(Catalogue::iso27001_2022(), text.as_bytes()) {
        Ok(document) => {
            let again = Document::from_bytes(Catalogue::iso27001_2022(), &document.to_bytes());
            assert_eq!(again.as_ref(), Ok(&document), "canonical bytes come back as they were");
            let digest = document.content_hash();
            let engine = Engine::from_document(document);
            let sums: Vec<u32> = engine.scores().map(|score| score.points_bp).collect();
            format!("{digest} {sums:?}")
        }
        Err(problems) => {
            let lines: Vec<String> = problems
                .0
                .iter()
                .map(|problem| format!("{} {}", problem.code, problem.place))
                .collect();
            lines.join("\n")
        }
    };
    expected.assert_eq(&said);
}

#[test]
fn answers_are_read_alike() {
    check(
        &file(""),
        expect![
            "c5dcc1638dce9fcbe2266bcd3b89c2b2929060513557ea5d2631c01582cc433d [5000, 10000, 5000, 0, 0, 0, 0, 0, 0, 10000, 0, 0, 0, 10000, 0, 0, 10000, 10000, 10000, 10000, 0, 0, 0, 0, 10000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10000, 0, 0, 10000]"
        ],
    );
    check(&file(r#" "lineage": "d-2","#), expect!["E-DUPLICATE-KEY "]);
    check(
        &file("").replace("2026-11-23", "2026-11-31").replace("yes", "yess"),
        expect![[r#"
        E-DATE about.date
        E-VALUE answers[0].response
        E-VALUE answers[3].response"#]],
    );
    check(&file("").replace(r#""version": 1"#, r#""version": 2"#), expect!["E-VERSION version"]);
    check(&file("").replace("annexa-assessment", "other"), expect!["E-NOT-OURS format"]);
    check(&file("").replace("}]}", ""), expect!["E-SYNTAX line 6, column 5"]);
    check("", expect!["E-EMPTY "]);
}

#[test]
fn answers_are_given_alike() {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    engine.set_today("2026-11-23".parse().unwrap());
    engine.load(file("").as_bytes()).unwrap();
    engine.respond("A.8.1", Some(Response::No)).unwrap();
    let mut answer = engine.document().answer("A.7.1").unwrap().clone();
    answer.response = Some(Response::NotApplicable);
    engine.set(answer).unwrap();
    let mut about = engine.document().about.clone();
    about.scope = "Something else".to_owned();
    engine.set_about(about).unwrap();
    expect!["8b7b22c23ffa3a1b1bebb75f3a2d9945ce4c6497e431d14a5e2f19a3d6b316aa"]
        .assert_eq(&engine.document().content_hash());
    assert!(engine.respond("4.1", Some(Response::NotApplicable)).is_err());
}

/// Members that only the whole engine knows, and one that nobody knows.
const MORE: [&str; 5] = [
    r#" "mode": "establish","#,
    r#" "risks": [{"id": "r-1", "label": "R-1", "title": "Fire"}],"#,
    r#" "own_controls": [{"id": "A.5.1"}],"#,
    r#" "events": 7,"#,
    r#" "colour": "red","#,
];

#[cfg(not(feature = "whole"))]
#[test]
fn a_file_with_more_is_not_taken() {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    engine.load(file("").as_bytes()).unwrap();
    let before = engine.document().to_bytes();
    for more in MORE {
        // Whatever else is wrong with it is for the whole engine to say.
        for text in [file(more), file(more).replace("yes", "yess"), file(more).replace("]}", "")] {
            let problems = engine.load(text.as_bytes()).unwrap_err();
            let codes: Vec<&str> = problems.0.iter().map(|problem| problem.code).collect();
            assert_eq!(codes, ["E-WHOLE"], "{more}");
            assert_eq!(engine.document().to_bytes(), before);
        }
    }
}

#[cfg(feature = "whole")]
#[test]
fn a_file_with_more_is_taken_or_told_of_in_full() {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    let told = MORE.map(|more| match engine.load(file(more).as_bytes()) {
        Ok(()) => "taken".to_owned(),
        Err(problems) => format!("{} {}", problems.first().code, problems.first().place),
    });
    expect![[r#"
        taken
        taken
        E-DUPLICATE-ID own_controls[0].id
        E-TYPE events
        E-FIELD `colour`"#]]
    .assert_eq(&told.join("\n"));
}
