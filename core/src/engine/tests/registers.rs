//! Registers are changed as a whole or not at all.

use super::engine;
use crate::assessment::{
    Context, DocumentState, Event, EventKind, Grade, Mode, Nonconformity, Paper, Register,
    ScopeParts,
};
use crate::record::Record as _;
use crate::{Document, Problems};

fn nonconformity(what: &str) -> Nonconformity {
    Nonconformity { what: what.into(), grade: Grade::Minor, ..Nonconformity::blank() }
}

fn document(title: &str) -> Paper {
    Paper { title: title.into(), state: DocumentState::Draft, ..Paper::blank() }
}

#[test]
fn what_is_set_is_there_and_comes_back() {
    let mut engine = engine();
    engine.set_origin("a").unwrap();
    engine.set_mode(Some(Mode::Improve)).unwrap();
    engine.set_context(Context { people: Some(12), ..Context::default() }).unwrap();
    let parts = ScopeParts { sites: "Berlin".into(), ..ScopeParts::default() };
    engine.set_scope_parts(parts).unwrap();
    engine.set_document(document("Handbook")).unwrap();
    let audit = Event { kind: EventKind::InternalAudit, ..Event::blank() };
    let id = engine.put_entry(audit.clone().into()).unwrap().ids[0].clone();
    let same = Event { id: Some(id.clone()), who: "B".into(), ..audit };
    engine.put_entry(same.into()).unwrap();
    assert_eq!(engine.system().events.len(), 1, "the same id is the same entry");
    engine.put_entry(nonconformity("one").into()).unwrap();
    let third = Nonconformity { label: "N-7".into(), ..nonconformity("two") };
    engine.put_entry(third.into()).unwrap();
    engine.put_entry(nonconformity("three").into()).unwrap();
    let entries = &engine.system().nonconformities;
    let mut labels: Vec<&str> = entries.iter().map(|it| it.label.as_str()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["N-1", "N-7", "N-8"]);
    assert!(entries.is_sorted_by_key(|it| it.id.clone()));

    let bytes = engine.document().to_bytes();
    let read = Document::from_bytes(engine.document().catalogue().clone(), &bytes).unwrap();
    assert_eq!(read, *engine.document());
    assert_eq!(read.size_bound_bytes(), engine.document().size_bound_bytes());

    engine.delete_entry(Register::Event, id.as_str(), false).unwrap();
    engine.remove_document(" Handbook ").unwrap();
    let ids: Vec<String> = engine
        .system()
        .nonconformities
        .iter()
        .filter_map(|it| Some(it.id.as_ref()?.to_string()))
        .collect();
    for id in ids {
        engine.delete_entry(Register::Nonconformity, &id, false).unwrap();
    }
    engine.set_scope_parts(ScopeParts::default()).unwrap();
    engine.set_context(Context::default()).unwrap();
    engine.set_mode(None).unwrap();
    assert_eq!(engine.document().to_bytes(), super::engine().document().to_bytes());
    assert_eq!(engine.document().size_bound_bytes(), 0);
}

#[test]
fn what_is_refused_changes_no_byte() {
    let mut engine = engine();
    engine.put_entry(nonconformity("one").into()).unwrap();
    let before = engine.document().to_bytes();
    let day = |text: &str| Some(text.parse().unwrap());
    let mut refused: Vec<Problems> = vec![
        engine.set_context(Context { people: Some(0), ..Context::default() }).unwrap_err(),
        engine
            .set_scope_parts(ScopeParts { sites: "x".repeat(70_000), ..ScopeParts::default() })
            .unwrap_err(),
        engine.set_document(document("")).unwrap_err(),
        engine.put_entry(Event { what: "\u{7}".into(), ..Event::blank() }.into()).unwrap_err(),
        engine.put_entry(nonconformity("").into()).unwrap_err(),
        engine
            .put_entry(
                Nonconformity {
                    found: day("2026-03-01"),
                    checked: day("2026-02-01"),
                    ..nonconformity("late")
                }
                .into(),
            )
            .unwrap_err(),
    ];
    refused.push(engine.delete_entry(Register::Event, "v-x", false).unwrap_err());
    refused.push(engine.remove_document("D.4.3").unwrap_err());
    let shown: Vec<String> = refused.iter().map(|it| crate::words::in_english(&it.0)).collect();
    expect_test::expect![[r#"
        E-RANGE at context.people: `0` is out of range; write a whole number from 1 to 1000000
        E-TOO-LARGE at scope_parts.sites: the text has 70,000 bytes, the limit is 65,536; shorten it, or link a document
        E-MISSING at documents: paper without any of `id`, `title` says nothing; give it one of `id`, `title`
        E-CONTROL-CHARACTER at events.what: the text holds the control character \u{7}; remove it
        E-MISSING at nonconformities.what: the field `what` says nothing; fill it in
        E-DATE-ORDER at nonconformities: `checked` is 2026-02-01, before `found`, which is 2026-03-01; let `checked` be on the day of `found` or after it
        E-UNKNOWN-ID: `v-x` is no entry of `events`; see the register for what it holds
        E-UNKNOWN-ID: `D.4.3` is no entry of `documents`; see the register for what it holds"#]].assert_eq(&shown.join("\n"));
    assert_eq!(engine.document().to_bytes(), before);
    for number in 0..1_000 {
        engine.set_document(document(&format!("{number}"))).unwrap();
    }
    assert!(engine.set_document(document("one too many")).is_err());
    engine.set_document(document("999")).unwrap();
    let bytes = engine.document().to_bytes();
    assert!(bytes.len() <= engine.document().size_bound_bytes() + 4_096);
}
