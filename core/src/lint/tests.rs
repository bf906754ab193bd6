//! What each rule finds.

mod own;
mod risk;

use std::collections::BTreeSet;

use expect_test::{Expect, expect};

use super::{LintRule, Record, Severity};
use crate::assessment::Document;
use crate::catalogue::Catalogue;
use crate::engine::Engine;
use crate::words::Words;

const TODAY: &str = "2026-11-23";

fn engine(answers: &str) -> Engine {
    let file = format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "answers": [{answers}]}}"#
    );
    let document = Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes()).unwrap();
    Engine::from_document(document)
}

fn lints(answers: &str) -> Vec<Record> {
    engine(answers).lint_records(TODAY.parse().unwrap(), &Words::english())
}

#[track_caller]
fn check(answers: &str, expected: Expect) {
    let found = lints(answers);
    let lines: Vec<String> = found
        .iter()
        // It stands in every small example.
        .filter(|lint| lint.rule.code != "L-SOA-UNTOUCHED")
        .map(|lint| format!("{} {}: {}", lint.rule.severity.word(), lint.rule.code, lint.message))
        .collect();
    expected.assert_eq(&lines.join("\n"));
}

/// A case for each rule, so that a rule without one is noticed.
const CASES: &[(&str, &str)] = &[
    ("L-CLAUSE-EXCLUDED", r#"{"id": "4.1", "applicability": {"state": "excluded"}}"#),
    (
        "L-EXCLUDED-NO-JUSTIFICATION",
        r#"{"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset"}}"#,
    ),
    (
        "L-EXCLUDED-NO-REASON",
        r#"{"id": "A.7.1", "applicability": {"state": "excluded", "justification": "x"}}"#,
    ),
    (
        "L-INHERITED-NO-PROVIDER",
        r#"{"id": "A.7.1", "applicability": {"state": "inherited", "provider": " "}}"#,
    ),
    ("L-APPLICABLE-NO-REASON", r#"{"id": "A.5.1", "response": "partly"}"#),
    ("L-REASON-RISK-NO-REFERENCE", r#"{"id": "A.5.1", "inclusion": [{"reason": "risk"}]}"#),
    ("L-IMPLEMENTED-NO-EVIDENCE", r#"{"id": "4.1", "response": "yes"}"#),
    (
        "L-EVIDENCE-STALE",
        r#"{"id": "4.1", "evidence": [{"label": "minutes", "date": "2025-11-22"}]}"#,
    ),
    (
        "L-EVIDENCE-FUTURE",
        r#"{"id": "4.1", "evidence": [{"label": "minutes", "date": "2026-11-24"}]}"#,
    ),
    (
        "L-JUSTIFICATION-REPEATED",
        r#"
        {"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset", "justification": "none"}},
        {"id": "A.7.2", "applicability": {"state": "excluded", "reason": "no_asset", "justification": " None"}}"#,
    ),
    ("L-NOT-APPLICABLE-NOT-EXCLUDED", r#"{"id": "A.5.1", "response": "not_applicable"}"#),
    ("L-NOT-APPLICABLE-REQUIREMENT", r#"{"id": "4.1", "response": "not_applicable"}"#),
    (
        "L-EXCLUDED-IMPLEMENTED",
        r#"{"id": "A.7.1", "response": "yes", "applicability": {"state": "excluded", "reason": "other", "justification": "x"}}"#,
    ),
    ("L-RESPONSE-OVERRIDDEN", r#"{"id": "4.1", "response": "yes", "implementation": "planned"}"#),
    ("L-MATURITY-ABOVE-TARGET", r#"{"id": "4.1", "maturity": {"level": 5, "target": 3}}"#),
    ("L-PLANNED-OVERDUE", r#"{"id": "4.1", "implementation": "planned", "due": "2026-11-22"}"#),
    ("L-SOA-UNTOUCHED", ""),
    ("L-ITEM-NOT-COUNTED", r#"{"id": "6.1.2 d) 2)", "response": "partly"}"#),
    ("L-UNKNOWN-ID", r#"{"id": "X.1", "response": "yes"}"#),
    ("L-NC-NOT-RECORDED", r#"{"id": "A.5.1", "finding": {"kind": "minor_nonconformity"}}"#),
    (
        "L-EXCLUSION-STALE",
        r#"{"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset", "justification": "x", "review": "2026-11-22"}}"#,
    ),
];

/// The same for rules about what stands beside the answers.
const SYSTEM_CASES: &[(&str, &str)] = &[
    (
        "L-DATE-FUTURE",
        r#""nonconformities": [{"grade": "minor", "what": "x", "found": "2026-11-24"}]"#,
    ),
    ("L-DONE-FUTURE", r#""events": [{"kind": "exercise", "done": "2026-11-24"}]"#),
    (
        "L-CONTEXT-CHANGED",
        r#""context": {"remote": "some"}, "suggestions": [{"control": "A.6.7", "question": "remote", "decision": "accepted"}],
           "answers": [{"id": "A.6.7", "applicability": {"state": "excluded"}}]"#,
    ),
    (
        "L-SCOPE-PARTS-CHANGED",
        r#""about": {"scope": "x"}, "scope_parts": {"sites": "Kiel", "edited_from": {"sites": "00"}}"#,
    ),
    (
        "L-DOCUMENT-REVIEW",
        r#""documents": [{"id": "D.4.3", "state": "approved", "date": "2025-11-22"}]"#,
    ),
    ("L-DOCUMENT-UNKNOWN", r#""documents": [{"id": "D.4.4"}]"#),
    ("L-SOA-APPROVAL-VOID", r#""soa_approval": {"by": "Ada", "on": "2026-11-22", "digest": "00"}"#),
    // The digest of an assessment of which nothing is said.
    (
        "L-SOA-STATUS-OLD",
        r#""soa_approval": {"by": "Ada", "on": "2026-11-22", "status": "00", "digest": "@"}"#,
    ),
];

/// What is found of a file that says this beside its answers.
fn system_lints(members: &str) -> Vec<Record> {
    let answers = if members.contains("\"answers\"") { "" } else { r#", "answers": []"# };
    let empty = engine("");
    let parts = &empty.system().scope_parts;
    let members = members.replace('@', &crate::soa::content_digest("", parts, &empty.soa()));
    let file = format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", {members}{answers}}}"#
    );
    let document = Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes()).unwrap();
    let engine = Engine::from_document(document);
    engine.lint_records(TODAY.parse().unwrap(), &Words::english())
}

#[test]
fn every_rule_finds_its_case() {
    for (code, answers) in CASES {
        let found = lints(answers);
        assert!(found.iter().any(|lint| lint.rule.code == *code), "{code}: {found:?}");
    }
    for (code, members) in SYSTEM_CASES {
        let found = system_lints(members);
        assert!(found.iter().any(|lint| lint.rule.code == *code), "{code}: {found:?}");
    }
    let cases = CASES.iter().chain(SYSTEM_CASES);
    let tested: BTreeSet<&str> = cases.map(|(code, _)| *code).chain(risk::codes()).collect();
    let known: BTreeSet<&str> = LintRule::all().iter().map(|rule| rule.code).collect();
    assert_eq!(tested, known);
}

#[test]
fn a_sound_answer_is_left_alone() {
    check(
        r#"{"id": "A.5.1", "response": "yes", "inclusion": [{"reason": "risk", "reference": "R-1"}],
            "evidence": [{"label": "Policy", "date": "2025-11-23"}], "maturity": {"level": 4, "target": 3}},
           {"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset", "justification": "no premises"}},
           {"id": "A.8.14", "response": "partly", "applicability": {"state": "inherited", "provider": "Cloud"},
            "inclusion": [{"reason": "business"}]}"#,
        expect![[""]],
    );
}

#[test]
fn untouched_controls_are_named_once() {
    let found = lints("");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule.severity, Severity::Error);
    assert_eq!((found[0].items.len(), found[0].ids().len()), (93, 93));
    expect!["93 controls are applicable by default; nobody has looked at them or said why: A.5.1, A.5.2, A.5.3, A.5.4, A.5.5, A.5.6, A.5.7, A.5.8, …"].assert_eq(&found[0].message);
}

#[test]
fn messages_name_item_and_values() {
    check(
        CASES[7].1,
        expect![
            "warning L-EVIDENCE-STALE: the evidence `minutes` of 4.1 was due for review on 2026-11-22"
        ],
    );
    check(
        CASES[9].1,
        expect![
            "warning L-JUSTIFICATION-REPEATED: A.7.2 repeats the justification of A.7.1 word for word"
        ],
    );
    check(
        CASES[13].1,
        expect![
            "info L-RESPONSE-OVERRIDDEN: 4.1 is set to planned although the answer to the question suggests implemented"
        ],
    );
}

#[test]
fn the_length_of_months_is_kept_in_mind() {
    let evidence = |date: &str| {
        format!(
            r#"{{"id": "4.1", "evidence": [{{"label": "x", "date": "{date}", "review_months": 9}}]}}"#
        )
    };
    check(&evidence("2026-02-28"), expect![[""]]);
    check(
        &evidence("2026-02-22"),
        expect![
            "warning L-EVIDENCE-STALE: the evidence `x` of 4.1 was due for review on 2026-11-22"
        ],
    );
}

#[test]
fn what_a_grouped_rule_finds_is_one_record_with_a_list() {
    let answer = |id: &str| format!(r#"{{"id": "{id}", "response": "yes"}}"#);
    let found = lints(&[answer("A.5.1"), answer("A.5.2"), answer("4.1")].join(","));
    let lines: Vec<String> = found
        .iter()
        .map(|record| format!("{} {:?}: {}", record.rule.code, record.ids(), record.message))
        .filter(|line| !line.starts_with("L-SOA-UNTOUCHED"))
        .collect();
    expect![[r#"
        L-IMPLEMENTED-NO-EVIDENCE ["4.1", "A.5.1", "A.5.2"]: 3 items are implemented, and no evidence is listed: 4.1, A.5.1, A.5.2
        L-APPLICABLE-NO-REASON ["A.5.1", "A.5.2"]: 2 controls are applicable, and nothing says why: A.5.1, A.5.2"#]].assert_eq(&lines.join("\n"));
}

#[test]
fn each_repeated_text_is_a_record_of_its_own() {
    let answer = |id: &str, text: &str| {
        format!(
            r#"{{"id": "{id}", "applicability": {{"state": "excluded", "reason": "no_asset", "justification": "{text}"}}}}"#
        )
    };
    let answers = [
        answer("A.7.1", "none"),
        answer("A.7.2", "none"),
        answer("A.7.3", "no site"),
        answer("A.7.4", "None"),
        answer("A.7.5", "no site"),
    ];
    check(
        &answers.join(","),
        expect![[r#"
        warning L-JUSTIFICATION-REPEATED: A.7.2, A.7.4 repeat the justification of A.7.1 word for word
        warning L-JUSTIFICATION-REPEATED: A.7.5 repeats the justification of A.7.3 word for word"#]],
    );
}

#[test]
fn lints_carry_the_days_between_which_they_hold() {
    let engine = engine(
        r#"{"id": "4.1", "implementation": "planned", "due": "2026-11-22", "evidence": [{"label": "x", "date": "2026-02-28"}]}"#,
    );
    let days: Vec<String> = engine
        .lint()
        .iter()
        .filter(|lint| lint.holds_from.is_some() || lint.holds_until.is_some())
        .map(|lint| {
            let day = |day: Option<crate::Date>| day.map(|it| it.to_string()).unwrap_or_default();
            format!("{} {}..{}", lint.rule.code, day(lint.holds_from), day(lint.holds_until))
        })
        .collect();
    expect![[r#"
        L-EVIDENCE-FUTURE ..2026-02-27
        L-EVIDENCE-STALE 2027-03-01..
        L-PLANNED-OVERDUE 2026-11-23.."#]]
    .assert_eq(&days.join("\n"));
    for lint in engine.lint() {
        for (day, before, after) in [("2026-02-27", true, false), ("2027-03-01", false, true)] {
            let holds = lint.holds_on(day.parse().unwrap());
            match lint.rule.code {
                "L-EVIDENCE-FUTURE" => assert_eq!(holds, before),
                "L-EVIDENCE-STALE" => assert_eq!(holds, after),
                "L-PLANNED-OVERDUE" => assert_eq!(holds, after),
                _ => assert!(holds),
            }
        }
    }
}

#[test]
fn every_rule_has_its_sentences() {
    let words = Words::english();
    for rule in LintRule::all() {
        for field in ["message", "fix"] {
            let key = format!("{}.{field}", rule.code);
            assert_eq!(words.language_of(&key), Some("en"), "{key}");
        }
        let key = format!("{}.group", rule.code);
        assert_eq!(words.language_of(&key).is_some(), rule.is_grouped, "{key}");
    }
}

#[test]
fn registers_are_named_by_what_people_call_their_entries() {
    let found = SYSTEM_CASES.iter().map(|(_, members)| {
        let records = system_lints(members);
        let lint = records.iter().find(|it| it.rule.code != "L-SOA-UNTOUCHED").unwrap();
        format!("{} {}: {}; {}", lint.severity.word(), lint.ids().join(" "), lint.message, lint.fix)
    });
    expect![[r#"
        warning n-fcf3vjbq3h: n-fcf3vjbq3h says it was found on 2026-11-24, which is still to come; it does not count until then; correct the date
        warning v-t1tng2qrnv: v-t1tng2qrnv is said to be done on 2026-11-24, which is still to come; it does not count until then; correct the date, or plan it for that day
        error A.6.7: A.6.7 is excluded without a justification; write why it is not necessary, in your organization's own terms
        warning about.scope: the written scope statement is older than its parts: sites; bring the statement up to date, or put it together anew from its parts
        warning D.4.3: D.4.3 was due for review on 2026-11-22; review it and set its date
        warning D.4.4: the catalogue names no document D.4.4; the entry is kept and not counted; correct the id, or give it a title as a document of your own
        error soa_approval: what `Ada` approved on 2026-11-22 has changed since; answers changed from that day on: –; look at what changed, and have the Statement of Applicability approved anew
        info soa_approval: what `Ada` approved on 2026-11-22 still holds, and implementation is another by now; give the Statement of Applicability out with a new date when somebody asks for it; it need not be approved anew"#]].assert_eq(&found.collect::<Vec<_>>().join("\n"));
}

#[test]
fn without_clauses_no_clause_is_linted_and_reasons_are_worth_knowing() {
    let answers = r#""mode": "reference", "answers": [{"id": "4.1", "response": "not_applicable"},
        {"id": "A.5.1", "response": "partly"}]"#;
    let found = system_lints(answers);
    let lines: Vec<String> =
        found.iter().map(|it| format!("{} {}", it.severity.word(), it.rule.code)).collect();
    assert_eq!(lines, ["info L-APPLICABLE-NO-REASON", "info L-SOA-UNTOUCHED"]);
}

#[test]
fn a_finding_is_recorded_by_an_entry_open_or_closed() {
    let entry = r#""answers": [{"id": "A.5.1", "finding": {"kind": "major_nonconformity"}}],
        "nonconformities": [{"grade": "major", "what": "x", "item": "A.5.1", "checked": "2026-01-01", "effective": "yes"}]"#;
    let found = system_lints(entry);
    assert!(found.iter().all(|lint| lint.rule.code != "L-NC-NOT-RECORDED"), "{found:?}");
}
