//! Each condition: when it is met, when it blocks, when nobody can tell.

mod first;
mod laws;
mod takes;

use expect_test::{Expect, expect};

use super::*;
use crate::assessment::Document;
use crate::catalogue::Catalogue;
use crate::engine::Engine;
use crate::problem::Date;
use crate::words::Words;

const TODAY: &str = "2026-11-23";

fn today() -> Date {
    TODAY.parse().unwrap()
}

/// An engine over a file that says this.
fn engine(members: &str) -> Engine {
    let answers = if members.contains("\"answers\"") { "" } else { r#"{"answers": []}"# };
    let answers = answers.trim_start_matches('{').trim_end_matches('}');
    let comma = if members.is_empty() || answers.is_empty() { "" } else { ", " };
    let file = format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", {members}{comma}{answers}}}"#
    );
    let document = Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes());
    Engine::from_document(document.unwrap_or_else(|problems| panic!("{problems}: {file}")))
}

fn shown(engine: &Engine, id: &str) -> String {
    let words = Words::english();
    let gates = engine.gates(today()).unwrap();
    let condition = gates.condition(id).unwrap();
    let grounds = condition.grounds.iter().map(|it| it.sentence(id, &words));
    format!("{} {}", condition.verdict.word(), grounds.collect::<Vec<_>>().join(" | "))
}

/// What a condition says of a file.
#[track_caller]
fn check(id: &str, members: &str, expected: Expect) {
    expected.assert_eq(&shown(&engine(members), id));
}

/// Answers to all of these with one implementation.
fn all(is: fn(&str) -> bool, state: &str) -> String {
    let catalogue = Catalogue::iso27001_2022();
    let items = catalogue.questions().filter(|item| is(item.id()));
    let answers =
        items.map(|item| format!(r#"{{"id": "{}", "implementation": "{state}"}}"#, item.id()));
    format!(r#""answers": [{}]"#, answers.collect::<Vec<_>>().join(", "))
}

#[test]
fn the_scope() {
    check(
        "S1-SCOPE",
        "",
        expect!["blocks Neither a scope statement nor a part of one is written."],
    );
    check(
        "S1-SCOPE",
        r#""about": {"scope": " "}, "scope_parts": {"sites": " "}"#,
        expect!["blocks Neither a scope statement nor a part of one is written."],
    );
    check(
        "S1-SCOPE",
        r#""scope_parts": {"left_out": "training"}"#,
        expect!["met The scope says something."],
    );
    check("S1-SCOPE", r#""about": {"scope": "Booking"}"#, expect!["met The scope says something."]);
}

fn documents(ids: &[&str]) -> String {
    let entries = ids.iter().map(|id| format!(r#"{{"id": "{id}", "state": "approved"}}"#));
    format!(r#""documents": [{}]"#, entries.collect::<Vec<_>>().join(", "))
}

#[test]
fn documents_and_records() {
    let first = [
        "D.4.3",
        "D.5.2e",
        "D.6.1.2",
        "D.6.1.3",
        "D.6.1.3e",
        "D.6.2",
        "D.8.2",
        "D.9.2.2-programme",
    ];
    check(
        "S1-DOCS",
        "",
        expect![
            "blocks 9 documents are not approved: D.4.3, D.5.2e, D.6.1.2, D.6.1.3, D.6.1.3d, D.6.1.3e, D.6.2, D.8.2, …."
        ],
    );
    check(
        "S1-DOCS",
        r#""documents": [{"id": "D.4.3", "state": "draft"}]"#,
        expect![
            "blocks 9 documents are not approved: D.4.3, D.5.2e, D.6.1.2, D.6.1.3, D.6.1.3d, D.6.1.3e, D.6.2, D.8.2, …."
        ],
    );
    check("S1-DOCS", &documents(&first), expect!["blocks One document is not approved: D.6.1.3d."]);
    let second = ["D.7.2d", "D.8.1", "D.8.3", "D.9.1", "D.9.2.2-results", "D.9.3.3"];
    check(
        "S2-DOCS",
        &documents(&second[1..]),
        expect!["blocks One record is not approved: D.7.2d."],
    );
    check(
        "S2-DOCS",
        &documents(&second),
        expect!["met Approved: D.7.2d, D.8.1, D.8.3, D.9.1, D.9.2.2-results, D.9.3.3."],
    );
}

/// Criteria, and a risk above the line unless it says otherwise.
fn risk(more: &str) -> String {
    let criteria = r#""criteria": {
        "likelihood": [{"word": "l1", "name": "rare"}, {"word": "l2", "name": "likely"}, {"word": "l3", "name": "often"}],
        "consequence": [{"word": "c1", "name": "minor"}, {"word": "c2", "name": "serious"}, {"word": "c3", "name": "grave"}],
        "levels": [{"word": "low", "name": "low"}, {"word": "medium", "name": "medium"}, {"word": "high", "name": "high"}],
        "matrix": [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "high"]],
        "accept_up_to": "low",
        "may_accept": [{"level": "medium", "roles": ["board"]}, {"level": "high", "roles": ["board"]}]}"#;
    let risk = format!(
        r#"{{"id": "r-1", "label": "R-1", "title": "Ransom", "event": "Files are encrypted"{more}}}"#
    );
    format!(r#"{criteria}, "risks": [{risk}]"#)
}

const HIGH: &str =
    r#", "owner": "Ada", "current": {"likelihood": "l3", "c": "c3", "on": "2026-11-01"}"#;

#[test]
fn requirements() {
    check(
        "S1-CLAUSES",
        "",
        expect![
            "unknown Nobody has looked at 20 requirements: 4.1, 4.2, 4.3, 4.4, 5.1, 5.2, 5.3, 6.1.1, …."
        ],
    );
    let clauses = |id: &str| !id.starts_with("A.");
    check(
        "S1-CLAUSES",
        &all(clauses, "planned"),
        expect!["met Of these requirements none is open."],
    );
    check(
        "S1-CLAUSES",
        &all(|id| id == "9.2.2" || id == "8.1", "not_implemented"),
        expect![
            "blocks 9.2.2 is not implemented, and not planned either. | Nobody has looked at 19 requirements: 4.1, 4.2, 4.3, 4.4, 5.1, 5.2, 5.3, 6.1.1, …."
        ],
    );
    check(
        "S2-CLAUSES",
        &all(clauses, "planned"),
        expect![
            "blocks 30 requirements are planned, and nothing is in place yet: 4.1, 4.2, 4.3, 4.4, 5.1, 5.2, 5.3, 6.1.1, …."
        ],
    );
    check(
        "S2-CLAUSES",
        &all(clauses, "partly"),
        expect!["met Every requirement is implemented, at least in part."],
    );
}

#[test]
fn audits_and_reviews() {
    let event =
        |kind: &str, days: &str| format!(r#"{{"id": "v-{kind}", "kind": "{kind}", {days}}}"#);
    let events = |audit: &str, review: &str| {
        format!(
            r#""events": [{}, {}]"#,
            event("internal_audit", audit),
            event("management_review", review)
        )
    };
    check(
        "S1-PLANNED",
        "",
        expect![
            "blocks No internal audit is done, and none is planned for today or later. | No management review is done, and none is planned for today or later."
        ],
    );
    check(
        "S1-PLANNED",
        &events(r#""planned": "2026-11-22""#, r#""planned": "2026-11-23""#),
        expect!["blocks No internal audit is done, and none is planned for today or later."],
    );
    check(
        "S1-PLANNED",
        &events(r#""done": "2026-11-24""#, r#""done": "2020-01-01""#),
        expect!["blocks No internal audit is done, and none is planned for today or later."],
    );
    check(
        "S1-PLANNED",
        &events(r#""planned": "2027-01-10""#, r#""done": "2026-11-23""#),
        expect!["met Done or planned: 2027-01-10, 2026-11-23."],
    );
    check(
        "S2-AUDIT",
        &events(r#""done": "2025-11-22""#, r#""done": "2026-01-01""#),
        expect!["blocks In the last twelve months no internal audit was done."],
    );
    check(
        "S2-AUDIT",
        &events(r#""done": "2025-11-23""#, r#""done": "2026-01-01""#),
        expect!["met Done: 2025-11-23."],
    );
    check(
        "S2-REVIEW",
        &events(r#""done": "2026-02-01""#, r#""done": "2025-11-22""#),
        expect!["blocks In the last twelve months no management review was done."],
    );
    check(
        "S2-REVIEW",
        &events(r#""done": "2026-02-02""#, r#""done": "2026-02-01""#),
        expect![
            "blocks The management review had no internal audit in the twelve months before it, so it could not look at its results."
        ],
    );
    check(
        "S2-REVIEW",
        &events(r#""done": "2025-02-01""#, r#""done": "2026-02-01""#),
        expect!["met Done, with an internal audit in the twelve months before: 2026-02-01."],
    );
}

#[test]
fn risks_in_time() {
    check(
        "S2-RISKS",
        &risk(HIGH),
        expect![
            "met No risk is overdue for its review, and no action for a risk above the line is more than 30 days late."
        ],
    );
    check(
        "S2-RISKS",
        &risk(&HIGH.replace("2026-11-01", "2026-05-22")),
        expect!["blocks R-1 was to be looked at again."],
    );
    let action = |due: &str| {
        format!(
            r#"{}, "actions": [{{"id": "t-1", "label": "T-1", "what": "x", "due": "{due}", "serves": ["r-1"]}}]"#,
            risk(HIGH)
        )
    };
    check(
        "S2-RISKS",
        &action("2026-10-24"),
        expect![
            "met No risk is overdue for its review, and no action for a risk above the line is more than 30 days late."
        ],
    );
    check(
        "S2-RISKS",
        &action("2026-10-23"),
        expect!["blocks T-1 is more than 30 days late, and a risk above the line waits for it."],
    );
}

#[test]
fn open_nonconformities() {
    let entry = |grade: &str, more: &str| {
        format!(
            r#""nonconformities": [{{"id": "n-1", "label": "N-1", "grade": "{grade}", "what": "x"{more}}}]"#
        )
    };
    let action = |more: &str| {
        format!(
            r#"{}, "actions": [{{"id": "t-1", "what": "x", "serves": ["n-1"]{more}}}]"#,
            entry("minor", r#", "root_cause": "haste""#)
        )
    };
    check(
        "S2-NC",
        "",
        expect![
            "met No major nonconformity is open, and every open minor one has a cause and an action with owner and day."
        ],
    );
    check(
        "S2-NC",
        &entry("major", r#", "root_cause": "haste""#),
        expect!["blocks The major nonconformity N-1 is open."],
    );
    check(
        "S2-NC",
        &entry("major", r#", "checked": "2026-11-23", "effective": "yes""#),
        expect![
            "met No major nonconformity is open, and every open minor one has a cause and an action with owner and day."
        ],
    );
    check(
        "S2-NC",
        &entry("minor", ""),
        expect![
            "blocks N-1 is open without a root cause. | N-1 is open, and no action with owner and day serves it."
        ],
    );
    check(
        "S2-NC",
        &action(r#", "owner": "Ada""#),
        expect!["blocks N-1 is open, and no action with owner and day serves it."],
    );
    check(
        "S2-NC",
        &action(r#", "owner": "Ada", "due": "2026-01-01""#),
        expect![
            "met No major nonconformity is open, and every open minor one has a cause and an action with owner and day."
        ],
    );
    check(
        "S2-NC",
        &action(r#", "done": "2026-11-24""#),
        expect!["blocks N-1 is open, and no action with owner and day serves it."],
    );
    check(
        "S2-NC",
        &action(r#", "done": "2026-11-23""#),
        expect![
            "met No major nonconformity is open, and every open minor one has a cause and an action with owner and day."
        ],
    );
    check(
        "S2-NC",
        r#""answers": [{"id": "A.5.1", "finding": {"kind": "minor_nonconformity"}}]"#,
        expect!["blocks A finding at A.5.1 is a nonconformity, and none is recorded."],
    );
    check(
        "S2-NC",
        r#""own_controls": [{"id": "c-1", "title": "Own"}],
            "answers": [{"id": "c-1", "finding": {"kind": "minor_nonconformity"}}]"#,
        expect!["blocks A finding at c-1 is a nonconformity, and none is recorded."],
    );
}

#[test]
fn controls_that_are_brought() {
    let one = |more: &str| {
        let others = all(|id| id.starts_with("A.") && id != "A.5.1", "implemented");
        others.replace(r#""answers": ["#, &format!(r#""answers": [{{"id": "A.5.1"{more}}}, "#))
    };
    check(
        "S2-CONTROLS",
        "",
        expect![
            "unknown Nobody has looked at 93 controls: A.5.1, A.5.2, A.5.3, A.5.4, A.5.5, A.5.6, A.5.7, A.5.8, …."
        ],
    );
    check(
        "S2-CONTROLS",
        &one(r#", "implementation": "not_implemented", "owner": "Ada""#),
        expect!["blocks A.5.1 is not implemented, and nobody brings it until some day."],
    );
    check(
        "S2-CONTROLS",
        &one(r#", "implementation": "not_implemented", "owner": "Ada", "due": "2027-01-01""#),
        expect![
            "met Of every control in scope it is known how far it is, and what is missing has an owner and a day."
        ],
    );
    let open = one(r#", "implementation": "not_implemented""#);
    let action = |more: &str| {
        format!(r#"{open}, "actions": [{{"id": "t-1", "what": "x", "controls": ["A.5.1"]{more}}}]"#)
    };
    check(
        "S2-CONTROLS",
        &action(r#", "due": "2027-01-01""#),
        expect!["blocks A.5.1 is not implemented, and nobody brings it until some day."],
    );
    check(
        "S2-CONTROLS",
        &action(r#", "owner": "Ada", "due": "2027-01-01""#),
        expect![
            "met Of every control in scope it is known how far it is, and what is missing has an owner and a day."
        ],
    );
    check(
        "S2-CONTROLS",
        &action(r#", "done": "2026-11-01""#),
        expect![
            "met Of every control in scope it is known how far it is, and what is missing has an owner and a day."
        ],
    );
}

#[test]
fn stage_2_waits_and_modes_without_clauses_have_no_gates() {
    let empty = engine(r#""mode": "certify""#);
    let gates = empty.gates(today()).unwrap();
    assert_eq!((gates.stage_1.state, gates.stage_2.state), (State::Blocked, State::Waits));
    assert_eq!((gates.stage_1.conditions.len(), gates.stage_2.conditions.len()), (8, 7));
    assert!(engine("").gates(today()).is_some(), "not chosen counts as establish");
    for (word, mode) in Mode::WORDS {
        let engine = engine(&format!(r#""mode": "{word}""#));
        assert_eq!(engine.gates(today()).is_some(), mode.has_clauses());
    }
    let second = Catalogue::synthetic(9);
    assert_eq!(Engine::new(second).gates(today()), None);
}

#[test]
fn every_condition_state_and_place_has_its_words() {
    let words = Words::english();
    let gates = engine("").gates(today()).unwrap();
    let mut keys: Vec<String> =
        gates.conditions().map(|it| format!("gates.{}.title", it.id)).collect();
    keys.extend(gates.conditions().map(|it| format!("gates.{}.met", it.id)));
    keys.extend(State::WORDS.iter().map(|(word, _)| format!("gates.state.{word}")));
    keys.extend(Verdict::WORDS.iter().map(|(word, _)| format!("gates.verdict.{word}")));
    keys.extend(Place::WORDS.iter().map(|(word, _)| format!("gates.place.{word}")));
    for key in keys {
        assert_eq!(words.language_of(&key), Some("en"), "{key}");
    }
    let leads: std::collections::BTreeSet<Lead> =
        Mode::WORDS.iter().map(|(_, mode)| leads(*mode)).collect();
    assert_eq!(leads.len(), 8, "each way leads with something of its own");
}
