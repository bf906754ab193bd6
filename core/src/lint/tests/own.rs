//! Own controls are looked at like those of the catalogue; a reference has to name something.

use expect_test::{Expect, expect};

use super::TODAY;
use crate::engine::Engine;
use crate::risk::tests::with;
use crate::words::Words;

/// What is found, a line for each record; what stands in every small example is left out.
#[track_caller]
fn check(members: &str, answers: &str, expected: Expect) {
    let engine = Engine::from_document(with(members, answers));
    let records = engine.lint_records(TODAY.parse().unwrap(), &Words::english());
    let lines: Vec<String> = records
        .iter()
        .filter(|record| record.rule.code != "L-SOA-UNTOUCHED" || record.ids() == ["c-1"])
        .map(|record| format!("{} {} {:?}", record.severity.word(), record.rule.code, record.ids()))
        .collect();
    expected.assert_eq(&lines.join("\n"));
}

const OWN: &str = r#""own_controls": [{"id": "c-1", "label": "C-1", "title": "Own"}]"#;

#[test]
fn an_own_control_is_a_control() {
    check(
        OWN,
        r#"{"id": "c-1", "response": "yes", "finding": {"kind": "minor_nonconformity"}}"#,
        expect![[r#"
            error L-APPLICABLE-NO-REASON ["c-1"]
            warning L-IMPLEMENTED-NO-EVIDENCE ["c-1"]
            warning L-NC-NOT-RECORDED ["c-1"]"#]],
    );
    check(
        OWN,
        r#"{"id": "c-1", "response": "not_applicable", "implementation": "planned", "due": "2026-01-01",
            "maturity": {"level": 4, "target": 1}, "evidence": [{"label": "x", "date": "2020-01-01"}],
            "inclusion": [{"reason": "risk"}]}"#,
        expect![[r#"
            warning L-NOT-APPLICABLE-NOT-EXCLUDED ["c-1"]
            warning L-REASON-RISK-NO-REFERENCE ["c-1"]
            warning L-EVIDENCE-STALE ["c-1"]
            info L-RESPONSE-OVERRIDDEN ["c-1"]
            info L-MATURITY-ABOVE-TARGET ["c-1"]
            warning L-PLANNED-OVERDUE ["c-1"]"#]],
    );
    let excluded = r#""applicability": {"state": "excluded", "justification": "same", "review": "2026-01-01"}"#;
    check(
        OWN,
        &format!(
            r#"{{"id": "A.7.1", {excluded}}}, {{"id": "c-1", "response": "yes", {excluded}}}"#
        ),
        expect![[r#"
            warning L-EXCLUDED-NO-REASON ["A.7.1"]
            warning L-EXCLUDED-NO-REASON ["c-1"]
            warning L-EXCLUDED-IMPLEMENTED ["c-1"]
            warning L-JUSTIFICATION-REPEATED ["c-1"]
            warning L-EXCLUSION-STALE ["A.7.1", "c-1"]"#]],
    );
}

#[test]
fn a_requirement_that_is_marked_excluded_still_applies() {
    check(
        OWN,
        r#"{"id": "4.1", "response": "yes", "due": "2026-01-01", "applicability": {"state": "excluded"}}"#,
        expect![[r#"
            error L-CLAUSE-EXCLUDED ["4.1"]
            warning L-IMPLEMENTED-NO-EVIDENCE ["4.1"]"#]],
    );
}

#[test]
fn what_is_named_has_to_be_there() {
    let members = r#""nonconformities": [{"id": "n-1", "grade": "minor", "what": "x", "item": "99.9"},
            {"id": "n-2", "grade": "minor", "what": "x", "item": "6.1.2 d)"},
            {"id": "n-3", "grade": "minor", "what": "x", "item": "c-1"}],
        "actions": [{"id": "t-1", "what": "x", "items": ["6.1.2 d)", "A.5.1", "4.1"]},
            {"id": "t-2", "what": "x", "items": ["6"]}]"#;
    check(
        &format!("{OWN}, {members}"),
        "",
        expect![[r#"
        error L-DANGLING ["t-2"]
        error L-DANGLING ["n-1"]"#]],
    );
}

#[test]
fn a_decision_about_a_suggestion_names_a_control() {
    let decision = |control: &str, question: &str| {
        format!(r#"{{"control": "{control}", "question": "{question}", "decision": "refused"}}"#)
    };
    let of = |controls: &[&str]| {
        let decisions: Vec<String> = controls.iter().map(|it| decision(it, "premises")).collect();
        format!(r#"{OWN}, "suggestions": [{}]"#, decisions.join(", "))
    };
    check(&of(&["A.7.1", "c-1"]), "", expect![""]);
    // Neither a control of another edition nor a requirement was ever suggested to be left out.
    check(
        &of(&["A.7.1", "A.9.99", "4.1"]),
        "",
        expect![[r#"
            error L-DANGLING ["suggestions"]
            error L-DANGLING ["suggestions"]"#]],
    );
}

#[test]
fn white_space_at_the_ends_of_a_title_is_none_and_of_a_label_is_one() {
    // A document goes by its title, and is found again by it.
    let document = r#""title": "  Minutes\n ", "state": "approved", "date": "2025-01-01""#;
    check(
        &format!(r#""documents": [{{{document}}}]"#),
        "",
        expect![[r#"warning L-DOCUMENT-REVIEW ["Minutes"]"#]],
    );
    let mut engine = Engine::from_document(with(&format!(r#""documents": [{{{document}}}]"#), ""));
    engine.remove_document(" Minutes ").unwrap();
    assert_eq!(engine.system().documents, []);
    // Two labels that differ in white space are two labels, and each is kept as it is.
    let risks = r#""risks": [{"id": "r-1", "label": "R-1", "title": " x ", "event": "y", "owner": "Ann"},
        {"id": "r-2", "label": "R-1 ", "title": "x", "event": "y", "owner": "Ann"}]"#;
    check(risks, "", expect![""]);
    // What points at a label is looked up without white space at its own ends.
    let reason = |reference: &str| {
        format!(
            r#"{{"id": "A.8.7", "response": "no", "inclusion": [{{"reason": "risk", "reference": "{reference}"}}]}}"#
        )
    };
    check(risks, &reason(" R-1 "), expect![[r#"warning L-REASON-RISK-UNUSED ["A.8.7"]"#]]);
    check(risks, &reason("R-1 x"), expect![[r#"error L-DANGLING ["A.8.7"]"#]]);
}

#[test]
fn findings_of_a_group_stand_by_how_grave_they_are() {
    let risk = r#""title": "x", "event": "y", "owner": " ""#;
    check(
        &format!(
            r#""risks": [{{"id": "r-1", {risk}}},
                {{"id": "r-2", {risk}, "reviewed": "2026-11-01", "current": {{"likelihood": "l1", "c": "c1"}}}}]"#
        ),
        "",
        expect![[r#"
            warning L-RISK-NO-OWNER ["r-1"]
            error L-RISK-NO-OWNER ["r-2"]"#]],
    );
}
