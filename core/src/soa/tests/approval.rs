//! What voids an approval of the Statement of Applicability, and what does not.

use expect_test::expect;

use crate::assessment::{
    About, Applicability, Document, Evidence, ExclusionReason, Implementation, Obligation,
    ObligationKind, Risk, Scope,
};
use crate::catalogue::Catalogue;
use crate::engine::Engine;
use crate::record::Record as _;
use crate::soa::Approved;
use crate::words::Words;
use crate::{Answer, Date};

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn approved() -> Engine {
    let file = r#"{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022",
        "about": {"scope": "Booking"}, "answers": [
            {"id": "A.5.1", "implementation": "planned", "inclusion": [{"reason": "risk", "reference": "R-1"}],
             "inclusion_words": "because"},
            {"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset", "justification": "none"}},
            {"id": "A.8.14", "applicability": {"state": "inherited", "provider": "Cloud"}}],
        "risks": [{"id": "r-1", "label": "R-1", "title": "x", "existing": ["A.5.1"]}]}"#;
    let document = Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes()).unwrap();
    let mut engine = Engine::from_document(document);
    assert!(engine.approve_soa("Ada", "1.0").is_err(), "nobody told the day");
    engine.set_today(today());
    assert!(engine.approve_soa("", "1.0").is_err());
    engine.approve_soa("Ada", "1.0").unwrap();
    assert_eq!(engine.soa_approved(today()), Approved::Valid);
    engine
}

fn change(engine: &mut Engine, id: &str, change: impl FnOnce(&mut Answer)) {
    let mut answer = engine.document().answer(id).cloned().unwrap();
    change(&mut answer);
    engine.set(answer).unwrap();
}

/// What has become of the approval after a change.
#[track_caller]
fn check(change: impl FnOnce(&mut Engine), expected: Approved) {
    let mut engine = approved();
    change(&mut engine);
    assert_eq!(engine.soa_approved(today()), expected);
}

#[test]
fn what_is_necessary_and_why_is_material() {
    let void = Approved::Void;
    check(|it| change(it, "A.5.1", |answer| answer.inclusion_words = "else".into()), void);
    check(
        |it| {
            change(it, "A.7.1", |answer| {
                answer.applicability = Scope::from(Applicability::Applicable)
            })
        },
        void,
    );
    check(
        |it| {
            change(it, "A.7.1", |answer| answer.applicability.reason = Some(ExclusionReason::Other))
        },
        void,
    );
    check(
        |it| change(it, "A.7.1", |answer| answer.applicability.justification = "else".into()),
        void,
    );
    check(|it| change(it, "A.8.14", |answer| answer.applicability.provider = "Other".into()), void);
    check(|it| it.set_about(About { scope: "All".into(), ..About::default() }).unwrap(), void);
    let law = |until: Option<Date>| Obligation {
        kind: ObligationKind::Law,
        title: "Act".into(),
        controls: vec!["A.5.1".parse().unwrap()],
        until,
        ..Obligation::blank()
    };
    check(|it| drop(it.put_entry(law(None).into()).unwrap()), void);
    check(|it| drop(it.put_entry(law(today().previous()).into()).unwrap()), Approved::Valid);
}

#[test]
fn owner_evidence_and_the_risks_behind_a_reason_are_not() {
    let valid = Approved::Valid;
    check(|it| change(it, "A.5.1", |answer| answer.owner = "Bob".into()), valid);
    check(|it| change(it, "A.5.1", |answer| answer.inclusion_words = " because ".into()), valid);
    check(
        |it| {
            change(it, "A.5.1", |answer| {
                answer.evidence.push(Evidence { label: "x".into(), ..Evidence::default() })
            })
        },
        valid,
    );
    check(|it| change(it, "A.7.1", |answer| answer.applicability.review = Some(today())), valid);
    let more =
        Risk { title: "y".into(), existing: vec!["A.5.1".parse().unwrap()], ..Risk::blank() };
    check(|it| drop(it.put_entry(more.into()).unwrap()), valid);
    let done = |it: &mut Engine| {
        change(it, "A.5.1", |answer| answer.implementation = Some(Implementation::Implemented));
    };
    check(done, Approved::ValidOtherStatus);
    // Taking a change back makes it hold again.
    let there_and_back = |it: &mut Engine| {
        change(it, "A.8.14", |answer| answer.applicability.provider = "Other".into());
        change(it, "A.8.14", |answer| answer.applicability.provider = "Cloud".into());
    };
    check(there_and_back, valid);
    let engine = approved();
    let before = today().previous().unwrap();
    assert_eq!(engine.soa_approved(before), Approved::Never, "it is still to come");
}

#[test]
fn the_lint_says_what_became_of_it() {
    let mut engine = approved();
    let shown = |engine: &Engine| {
        let records = engine.lint_records(today(), &Words::english());
        let of_it = records.iter().filter(|it| {
            it.rule.code.starts_with("L-SOA-APPROVAL") || it.rule.code.starts_with("L-SOA-STATUS")
        });
        of_it
            .map(|it| format!("{} {}", it.severity.word(), it.message))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(shown(&engine), "");
    change(&mut engine, "A.5.1", |answer| answer.implementation = Some(Implementation::Partly));
    expect![
        "info what `Ada` approved on 2026-11-23 still holds, and implementation is another by now"
    ]
    .assert_eq(&shown(&engine));
    change(&mut engine, "A.8.14", |answer| answer.applicability.provider = "Other".into());
    expect!["error what `Ada` approved on 2026-11-23 has changed since; answers changed from that day on: A.5.1, A.8.14"].assert_eq(&shown(&engine));
    assert!(
        engine.gates(today()).unwrap().condition("S1-DOCS").unwrap().grounds[0]
            .named
            .iter()
            .any(|it| it.id == "D.6.1.3d")
    );
    engine.approve_soa("Ada", "1.1").unwrap();
    assert!(
        engine.gates(today()).unwrap().condition("S1-DOCS").unwrap().grounds[0]
            .named
            .iter()
            .all(|it| it.id != "D.6.1.3d")
    );
}
