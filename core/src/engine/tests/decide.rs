//! Deciding about many controls at once, documents, the approval, and findings: each is one step
//! that can be taken back.

use super::{answer, engine};
use crate::Problems;
use crate::assessment::{
    Answer, Applicability, DocumentState, Entry, ExclusionReason, Finding, FindingKind, Inclusion,
    InclusionReason, OwnControl, Paper,
};
use crate::engine::{Done, Engine, Exclusion};
use crate::record::Record as _;

fn dated() -> Engine {
    let mut engine = engine();
    engine.set_origin("a").unwrap();
    engine.set_today("2026-11-23".parse().unwrap());
    engine
}

fn business() -> Inclusion {
    Inclusion { reason: InclusionReason::Business, reference: String::new() }
}

/// Makes a change, takes it back and makes it again; gives what it did.
fn there_and_back(
    engine: &mut Engine,
    change: impl FnOnce(&mut Engine) -> Result<Done, Problems>,
) -> Done {
    let bytes = |engine: &Engine| {
        let document = engine.document();
        (document.to_bytes(), document.size_bound_bytes(), engine.facts().clone())
    };
    let before = bytes(engine);
    let done = change(engine).unwrap();
    let after = bytes(engine);
    assert_ne!(before, after);
    let again = engine.apply(done.undo.clone());
    assert_eq!(bytes(engine), before);
    engine.apply(again);
    assert_eq!(bytes(engine), after);
    done
}

#[test]
fn many_controls_get_a_reason_in_one_step() {
    let mut engine = dated();
    engine.set(Answer { notes: "kept".into(), ..answer("A.5.2") }).unwrap();
    let own = OwnControl { title: "Own".into(), ..OwnControl::blank() };
    let own = engine.put_entry(Entry::from(own)).unwrap().ids[0].to_string();
    let controls = ["A.5.1", "A.5.2", own.as_str()];
    let done = there_and_back(&mut engine, |it| {
        it.include_controls(&controls, &business(), "asked by customers")
    });
    assert_eq!(done.ids.len(), 3);
    for control in controls {
        let answer = engine.document().answer(control).unwrap();
        assert_eq!(answer.inclusion, [business()]);
        assert_eq!(answer.inclusion_words, "asked by customers");
        assert_eq!(answer.changed.unwrap().to_string(), "2026-11-23");
    }
    assert_eq!(engine.document().answer("A.5.2").unwrap().notes, "kept");
    let soa = engine.soa();
    let driven = soa.rows.iter().filter(|row| !row.reasons.is_empty());
    assert_eq!(driven.count(), 3);
    // The same reason again says nothing new.
    let again = engine.include_controls(&["A.5.1"], &business(), "").unwrap();
    assert!(again.undo.is_empty());
}

#[test]
fn what_is_left_out_has_a_reason_and_a_day_of_review() {
    let mut engine = dated();
    let out = Exclusion {
        reason: Some(ExclusionReason::NoAsset),
        justification: "No premises.".into(),
        review: None,
    };
    there_and_back(&mut engine, |it| it.exclude_controls(&["A.7.1", "A.7.2"], &out));
    let scope = engine.document().answer("A.7.2").unwrap().applicability.clone();
    assert_eq!(scope.review.unwrap().to_string(), "2027-11-23");
    assert_eq!(engine.soa().totals.excluded, 2);
    // What is needed after all keeps the words.
    there_and_back(&mut engine, |it| it.include_controls(&["A.7.1"], &business(), ""));
    let scope = &engine.document().answer("A.7.1").unwrap().applicability;
    assert_eq!((scope.state, &*scope.justification), (Applicability::Applicable, "No premises."));
}

#[test]
fn one_refusal_changes_nothing() {
    let mut engine = dated();
    let before = engine.document().to_bytes();
    let out = Exclusion { reason: None, justification: "x".into(), review: None };
    let refused = [
        engine.exclude_controls(&["A.7.1", "4.1"], &out).unwrap_err(),
        engine.exclude_controls(&["A.7.1", "X.1"], &out).unwrap_err(),
        engine.include_controls(&["A.7.1"], &business(), "\u{7}").unwrap_err(),
        engine.record_finding("A.7.1", "").unwrap_err(),
        engine.record_finding("X.1", "").unwrap_err(),
    ];
    let shown: Vec<String> = refused.iter().map(|it| crate::words::in_english(&it.0)).collect();
    expect_test::expect![[r#"
        E-APPLICABILITY: `4.1` is a requirement, and requirements always apply; only a control can be excluded, inherited or not applicable
        E-UNKNOWN-ID: `X.1` is not an item of `iso27001-2022`; see the catalogue for the ids
        E-CONTROL-CHARACTER at inclusion_words: the text holds the control character \u{7}; remove it
        E-FINDING at nonconformities: no nonconformity was found at `A.7.1`; say in its answer what an auditor found, or add the nonconformity by itself
        E-UNKNOWN-ID: `X.1` is not an item of `iso27001-2022`; see the catalogue for the ids"#]].assert_eq(&shown.join("\n"));
    assert_eq!(engine.document().to_bytes(), before);
}

#[test]
fn documents_and_the_approval_can_be_taken_back() {
    let mut engine = dated();
    let paper = |state| Paper {
        id: Some("D.4.3".parse().unwrap()),
        state,
        version: "1".into(),
        ..Paper::blank()
    };
    there_and_back(&mut engine, |it| it.set_document(paper(DocumentState::Draft)));
    there_and_back(&mut engine, |it| it.set_document(paper(DocumentState::Approved)));
    assert_eq!(engine.system().documents.len(), 1);
    there_and_back(&mut engine, |it| it.remove_document("D.4.3"));
    there_and_back(&mut engine, |it| it.approve_soa("Ada", "1.0"));
    let today = "2026-11-23".parse().unwrap();
    assert!(engine.soa_approved(today).is_valid());
    assert_eq!(engine.changed_since_approval(today), [""; 0]);
    engine.include_controls(&["A.5.7"], &business(), "").unwrap();
    assert!(!engine.soa_approved(today).is_valid());
    assert_eq!(engine.changed_since_approval(today), ["A.5.7"]);
    there_and_back(&mut engine, |it| it.set_soa_approval(None));
}

#[test]
fn a_finding_becomes_a_nonconformity() {
    let mut engine = dated();
    let finding = |kind, text: &str| {
        Some(Finding { kind, text: text.into(), root_cause: "no time".into(), ..Finding::blank() })
    };
    let major = FindingKind::MajorNonconformity;
    let found =
        Answer { owner: "Ada".into(), finding: finding(major, "none held"), ..answer("9.2.1") };
    engine.set(found).unwrap();
    engine.set(Answer { finding: finding(major, ""), ..answer("9.3.1") }).unwrap();
    let seen = FindingKind::Observation;
    engine.set(Answer { finding: finding(seen, "hm"), ..answer("4.1") }).unwrap();
    let done = there_and_back(&mut engine, |it| it.record_finding("9.2.1", ""));
    let entry = engine.system().nonconformities[0].clone();
    assert_eq!(entry.id.as_ref(), done.ids.first());
    let said = (&*entry.label, &*entry.what, &*entry.root_cause, &*entry.owner, entry.grade.word());
    assert_eq!(said, ("N-1", "none held", "no time", "Ada", "major"));
    assert_eq!(entry.found.unwrap().to_string(), "2026-11-23");
    assert_eq!(engine.record_finding("9.3.1", "").unwrap_err().first().code, "E-MISSING");
    assert_eq!(engine.record_finding("4.1", "").unwrap_err().first().code, "E-FINDING");
    engine.record_finding("9.3.1", "no review was held").unwrap();
    assert_eq!(engine.system().nonconformities.len(), 2);
}
