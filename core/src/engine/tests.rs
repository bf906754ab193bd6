//! Answers and what they change.

mod back;
mod decide;
mod kept;
mod registers;
mod risk;
mod step;
mod undo;

use expect_test::{Expect, expect};

use super::{Delta, Engine};
use crate::assessment::{
    About, Answer, Applicability, Document, Evidence, Implementation, Response,
};
use crate::catalogue::Catalogue;
use crate::score::Score;
use crate::words::in_english;

fn engine() -> Engine {
    Engine::new(Catalogue::iso27001_2022())
}

fn answer(id: &str) -> Answer {
    Answer::new(id.parse().unwrap())
}

fn show(engine: &Engine, delta: &Delta) -> String {
    let facts = &delta.facts;
    let mut lines = vec![format!("{:?} {:?}", facts.implementation, facts.applicability)];
    lines.extend(delta.scores.iter().map(|score| {
        format!(
            "{} {:?} coverage {:?} ({}/{})",
            engine.document().catalogue().group(score.key).unwrap().id(),
            score.score_bp(),
            score.coverage_bp(),
            score.assessed,
            score.in_scope
        )
    }));
    lines.join("\n")
}

#[track_caller]
fn check(answers: impl IntoIterator<Item = Answer>, expected: Expect) {
    let mut engine = engine();
    let mut last = String::new();
    for answer in answers {
        last = match engine.set(answer) {
            Ok(delta) => show(&engine, &delta),
            Err(problems) => in_english(&problems.0),
        };
    }
    expected.assert_eq(&last);
}

#[test]
fn a_requirement_changes_its_clause() {
    check(
        [answer("4.1").respond(Response::Partly)],
        expect![[r#"
            Partly Applicable
            requirements Some(5000) coverage Some(333) (1/30)
            clause:4 Some(5000) coverage Some(2500) (1/4)"#]],
    );
}

#[test]
fn a_control_changes_its_theme_and_attribute_values() {
    check(
        [answer("A.5.5").respond(Response::Yes)],
        expect![[r#"
            Implemented Applicable
            controls Some(10000) coverage Some(108) (1/93)
            theme:Organizational Some(10000) coverage Some(270) (1/37)
            control_type:Preventive Some(10000) coverage Some(120) (1/83)
            control_type:Corrective Some(10000) coverage Some(714) (1/14)
            infosec_properties:Confidentiality Some(10000) coverage Some(115) (1/87)
            infosec_properties:Integrity Some(10000) coverage Some(119) (1/84)
            infosec_properties:Availability Some(10000) coverage Some(118) (1/85)
            cybersecurity_concepts:Identify Some(10000) coverage Some(435) (1/23)
            cybersecurity_concepts:Protect Some(10000) coverage Some(141) (1/71)
            cybersecurity_concepts:Respond Some(10000) coverage Some(909) (1/11)
            cybersecurity_concepts:Recover Some(10000) coverage Some(1667) (1/6)
            operational_capabilities:Governance Some(10000) coverage Some(1250) (1/8)
            security_domains:Defence Some(10000) coverage Some(455) (1/22)
            security_domains:Resilience Some(10000) coverage Some(1250) (1/8)"#]],
    );
}

#[test]
fn words_change_no_score() {
    let noted = Answer { notes: "seen".into(), ..answer("A.5.5").respond(Response::Yes) };
    check([answer("A.5.5").respond(Response::Yes), noted], expect!["Implemented Applicable"]);
}

#[test]
fn an_excluded_control_leaves_the_scope() {
    let excluded = Answer {
        applicability: Applicability::Excluded.into(),
        ..answer("A.7.4").respond(Response::No)
    };
    check(
        [excluded],
        expect![[r#"
            NotImplemented Excluded
            controls None coverage Some(0) (0/92)
            theme:Physical None coverage Some(0) (0/13)
            control_type:Preventive None coverage Some(0) (0/82)
            control_type:Detective None coverage Some(0) (0/12)
            infosec_properties:Confidentiality None coverage Some(0) (0/86)
            infosec_properties:Integrity None coverage Some(0) (0/83)
            infosec_properties:Availability None coverage Some(0) (0/84)
            cybersecurity_concepts:Protect None coverage Some(0) (0/70)
            cybersecurity_concepts:Detect None coverage Some(0) (0/13)
            operational_capabilities:Physical_security None coverage Some(0) (0/15)
            security_domains:Protection None coverage Some(0) (0/68)
            security_domains:Defence None coverage Some(0) (0/21)"#]],
    );
}

#[test]
fn an_explicit_value_overrides_the_response() {
    let planned = Answer {
        implementation: Some(Implementation::Planned),
        ..answer("4.1").respond(Response::Yes)
    };
    let mut engine = engine();
    assert!(engine.set(planned).unwrap().facts.is_overridden);
}

#[test]
fn a_requirement_always_applies() {
    let excluded = Answer { applicability: Applicability::Excluded.into(), ..answer("4.1") };
    check(
        [excluded],
        expect![
            "E-APPLICABILITY: `4.1` is a requirement, and requirements always apply; only a control can be excluded, inherited or not applicable"
        ],
    );
    assert!(engine().respond("4.1", Some(Response::NotApplicable)).is_err());
}

#[test]
fn ids_must_be_items() {
    check(
        [answer("A.9.1").respond(Response::Yes)],
        expect![
            "E-UNKNOWN-ID: `A.9.1` is not an item of `iso27001-2022`; see the catalogue for the ids"
        ],
    );
    check(
        [answer("6.1").respond(Response::Yes)],
        expect!["E-HEADING: `6.1` only groups other clauses; answer the clauses below it"],
    );
}

#[test]
fn a_refused_answer_changes_nothing() {
    let mut engine = engine();
    engine.set(answer("A.5.1").respond(Response::Yes)).unwrap();
    let before = engine.document().to_bytes();
    let bad = Answer {
        notes: "\u{7}".into(),
        evidence: vec![Evidence { review_months: Some(0), ..Evidence::default() }],
        ..answer("A.5.1")
    };
    let problems = engine.set(bad).unwrap_err();
    assert_eq!(problems.0.len(), 3);
    assert!(engine.load(b"{").is_err());
    assert_eq!(engine.document().to_bytes(), before);
}

#[test]
fn what_can_be_set_can_be_read_back() {
    let mut engine = engine();
    let mut refused = 0;
    for item in Catalogue::iso27001_2022().questions() {
        let words = "\"\\\n".repeat(21_800);
        let mut noted = Answer { notes: words.clone(), ..answer(item.id()) };
        noted.applicability.justification = words;
        refused += u32::from(engine.set(noted).is_err());
    }
    assert!(refused > 0, "the limit on all texts together was never reached");
    let answered = |engine: &Engine| engine.document().answers().count();
    let before = answered(&engine);
    for item in Catalogue::iso27001_2022().items() {
        refused += u32::from(engine.respond(item.id(), Some(Response::Yes)).is_err());
    }
    assert!(before < answered(&engine) && refused > 11, "{refused}");
    let about = About { scope: "\"".repeat(65_000), ..About::default() };
    engine.set_about(about).unwrap();
    let bytes = engine.document().to_bytes();
    assert!(bytes.len() <= engine.document().size_bound_bytes() + (256 << 10));
    let read = Document::from_bytes(Catalogue::iso27001_2022(), &bytes).unwrap();
    assert_eq!(&read, engine.document());
}

#[test]
fn taking_a_response_back_leaves_no_trace() {
    let mut engine = engine();
    let empty = engine.document().to_bytes();
    engine.respond("A.8.1", Some(Response::No)).unwrap();
    engine.respond("A.8.1", None).unwrap();
    assert_eq!(engine.document().to_bytes(), empty);
}

/// The oracle: all scores from scratch. A small generator stands in for randomness, so that
/// a failure repeats.
#[test]
fn scores_kept_up_to_date_equal_scores_from_scratch() {
    let catalogue = Catalogue::iso27001_2022();
    let ids: Vec<&str> = catalogue.questions().map(|item| item.id()).collect();
    let mut engine = engine();
    let mut seed = 1_u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for step in 0..3_000 {
        let mut answer = answer(ids[next(ids.len())]);
        answer.response =
            [None, Some(Response::Yes), Some(Response::Partly), Some(Response::No)][next(4)];
        answer.implementation = [None, None, Some(Implementation::Planned)][next(3)];
        if answer.id.is_control() {
            answer.applicability.state =
                [Applicability::Applicable, Applicability::Excluded, Applicability::Inherited]
                    [next(3)];
        }
        engine.set(answer).unwrap();
        if step % 100 == 0 {
            let fresh = Engine::from_document(engine.document().clone());
            let scores = |engine: &Engine| engine.scores().copied().collect::<Vec<Score>>();
            assert_eq!(scores(&engine), scores(&fresh), "step {step}");
        }
    }
}

#[test]
fn the_work_of_an_answer_does_not_follow_the_size() {
    let changed = |questions| {
        let catalogue = Catalogue::synthetic(questions);
        let id = catalogue.questions().nth(40).unwrap().id().to_owned();
        let mut engine = Engine::new(catalogue);
        engine.respond(&id, Some(Response::Yes)).unwrap().scores.len()
    };
    assert_eq!(changed(93), changed(1_000));
}

/// Two copies never make the same id, the same steps make the same, and none is made twice.
#[test]
fn new_evidence_gets_an_id_of_its_origin() {
    let entry = |label: &str| Evidence { label: label.into(), ..Evidence::default() };
    let ids = |engine: &Engine| -> Vec<String> {
        let answers = engine.document().answers();
        let entries = answers.flat_map(|answer| &answer.evidence);
        entries.map(|entry| entry.id.as_ref().unwrap().to_string()).collect()
    };
    let made = |origin: &str| {
        let mut engine = engine();
        engine.set_origin(origin).unwrap();
        let evidence = vec![entry("a"), entry("b")];
        engine.set(Answer { evidence, ..answer("A.5.1") }).unwrap();
        let mut more = engine.document().answer("A.5.1").unwrap().clone();
        more.evidence.remove(0);
        more.evidence.push(entry("c"));
        engine.set(more).unwrap();
        engine.set(Answer { evidence: vec![entry("d")], ..answer("A.5.2") }).unwrap();
        engine
    };
    let first = made("copy-1");
    expect!["e-g21j4m07j7 e-ny7hs67smx e-mfp63kkw1x"].assert_eq(&ids(&first).join(" "));
    assert_eq!(ids(&made("copy-1")), ids(&first));
    assert!(ids(&made("copy-2")).iter().all(|id| !ids(&first).contains(id)));
    // The same origin once more over the saved copy, as a script would use it.
    let mut again = engine();
    again.load(&first.document().to_bytes()).unwrap();
    again.set_origin("copy-1").unwrap();
    again.set(Answer { evidence: vec![entry("e")], ..answer("A.5.3") }).unwrap();
    let all = ids(&again);
    assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), all.len());
    assert!(again.set_origin("").is_err());
}

/// A lineage is made once, and is one of the ids that an origin gives.
#[test]
fn an_assessment_begins_once() {
    let begun = |origin: &str| {
        let mut engine = engine();
        engine.set_origin(origin).unwrap();
        engine.begin();
        engine.document().lineage.as_ref().unwrap().to_string()
    };
    expect!["d-24qnwc123f"].assert_eq(&begun("copy-1"));
    assert_eq!(begun("copy-1"), begun("copy-1"));
    assert_ne!(begun("copy-1"), begun("copy-2"));
    let mut engine = engine();
    assert_eq!(engine.document().lineage, None);
    engine.begin();
    let first = engine.document().lineage.clone();
    engine.begin();
    assert_eq!(engine.document().lineage, first);
}

#[test]
fn an_id_of_another_entry_is_refused() {
    let entry = |id: &str| Evidence {
        id: Some(id.parse().unwrap()),
        label: "x".into(),
        ..Evidence::default()
    };
    let mut engine = engine();
    engine.set(Answer { evidence: vec![entry("e-1")], ..answer("A.5.1") }).unwrap();
    let before = engine.document().to_bytes();
    for evidence in [vec![entry("e-1")], vec![entry("e-2"), entry("e-2")]] {
        let problems = engine.set(Answer { evidence, ..answer("A.5.2") }).unwrap_err();
        assert_eq!(problems.0[0].code, "E-DUPLICATE-ID");
    }
    assert_eq!(engine.document().to_bytes(), before);
    engine.set(Answer { evidence: vec![entry("e-1")], ..answer("A.5.1") }).unwrap();
}

fn on(day: &str) -> Engine {
    let mut engine = engine();
    engine.set_today(day.parse().unwrap());
    engine
}

#[test]
fn what_changes_is_dated_with_the_day_that_was_told() {
    let mut engine = on("2026-11-23");
    let changed = |engine: &Engine| {
        let answer = engine.document().answer("A.5.1");
        answer.and_then(|answer| answer.changed).map(|day| day.to_string()).unwrap_or_default()
    };
    let delta = engine.respond("A.5.1", Some(Response::Yes)).unwrap();
    assert_eq!(delta.facts.changed, Some("2026-11-23".parse().unwrap()));
    assert!(delta.facts.is_answered());
    engine.set_today("2026-11-24".parse().unwrap());
    let delta = engine.respond("A.5.1", Some(Response::Yes)).unwrap();
    assert!(delta.scores.is_empty());
    assert_eq!(changed(&engine), "2026-11-23", "nothing changed, so nothing is dated");
    let same = engine.document().answer("A.5.1").unwrap().clone();
    engine.set(same.clone()).unwrap();
    assert_eq!(changed(&engine), "2026-11-23");
    engine.set(Answer { changed: None, ..same.clone() }).unwrap();
    assert_eq!(changed(&engine), "2026-11-23", "the date is the engine's business");
    engine.set(Answer { notes: "seen".into(), ..same }).unwrap();
    assert_eq!(changed(&engine), "2026-11-24");
}

#[test]
fn an_answer_that_says_nothing_but_a_date_is_no_answer() {
    let mut engine = on("2026-11-23");
    let empty = engine.document().to_bytes();
    engine.respond("A.8.1", Some(Response::No)).unwrap();
    let delta = engine.respond("A.8.1", None).unwrap();
    assert!(!delta.facts.has_answer && !delta.facts.is_answered());
    assert_eq!(engine.document().to_bytes(), empty);
    engine.set(Answer { notes: "x".into(), ..answer("A.8.1") }).unwrap();
    engine.set(answer("A.8.1")).unwrap();
    engine.set(Answer { changed: Some("2026-11-01".parse().unwrap()), ..answer("A.8.1") }).unwrap();
    assert_eq!(engine.document().to_bytes(), empty);
    assert_eq!(engine.document().size_bound_bytes(), 0);
}

#[test]
fn an_item_may_be_named_by_its_place() {
    let mut engine = engine();
    let index = engine.document().catalogue().index_of("4.1").unwrap();
    let delta = engine.respond_at(index, Some(Response::Yes)).unwrap();
    assert_eq!((delta.item, delta.scores.len()), (index, 2));
    let codes = [
        engine.respond_at(index, Some(Response::NotApplicable)).unwrap_err().code,
        engine.respond_at(0, Some(Response::Yes)).unwrap_err().code,
        engine.respond_at(9_999, None).unwrap_err().code,
    ];
    assert_eq!(codes, ["E-APPLICABILITY", "E-HEADING", "E-UNKNOWN-ID"]);
}
