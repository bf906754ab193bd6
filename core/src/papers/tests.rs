//! Documents, events and nonconformities on a day.

use expect_test::expect;

use super::*;
use crate::assessment::{Document, Grade};
use crate::record::Record as _;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn the_checklist_has_every_document_of_the_catalogue_and_ones_own() {
    let file = r#"{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "answers": [],
        "documents": [
            {"id": "D.4.3", "state": "approved", "date": "2025-11-23"},
            {"id": "D.5.2e", "state": "draft", "date": "2025-01-01"},
            {"id": "D.6.1.3d", "state": "approved"},
            {"id": "D.9.9", "state": "approved"},
            {"title": "On-call handbook", "state": "approved", "date": "2026-01-31", "review_months": 1}]}"#;
    let catalogue = Catalogue::iso27001_2022();
    let document = Document::from_bytes(catalogue.clone(), file.as_bytes()).unwrap();
    let shown = |soa: bool| {
        let rows = checklist(&catalogue, document.system(), Some(("D.6.1.3d", soa)));
        assert_eq!(rows.len(), 21);
        let lines = rows.iter().filter(|row| row.paper.is_some()).map(|row| {
            let name = row.named.map_or("own", |named| named.id());
            let due = row.review_due.map(|due| due.to_string()).unwrap_or_default();
            format!("{name} {} {due}", row.state.word())
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    expect![[r#"
        D.4.3 approved 2026-11-23
        D.5.2e draft 
        D.6.1.3d draft 
        own approved 
        own approved 2026-02-28"#]]
    .assert_eq(&shown(false));
    assert!(shown(true).contains("D.6.1.3d approved"));
}

#[test]
fn a_nonconformity_is_closed_by_a_check_that_found_it_effective() {
    let entry = Nonconformity {
        grade: Grade::Minor,
        found: Some(date("2026-01-31")),
        checked: Some(date("2026-03-01")),
        effective: Some(YesNo::Yes),
        ..Nonconformity::blank()
    };
    let today = date("2026-11-23");
    assert!(is_closed(&entry, today));
    assert_eq!(days_open(&entry, today), Some(29));
    assert!(!is_closed(&entry, date("2026-02-28")), "the check is still to come");
    assert_eq!(days_open(&entry, date("2026-02-01")), Some(1));
    let failed = Nonconformity { effective: Some(YesNo::No), ..entry.clone() };
    assert_eq!((is_closed(&failed, today), days_open(&failed, today)), (false, Some(296)));
    let future = Nonconformity { found: Some(date("2027-01-01")), checked: None, ..entry };
    assert_eq!(days_open(&future, today), None);
}

#[test]
fn an_event_is_done_when_its_day_has_come() {
    let event = |kind, done: &str| Event { kind, done: Some(date(done)), ..Event::blank() };
    let system = System {
        events: vec![
            event(EventKind::InternalAudit, "2026-11-23"),
            event(EventKind::InternalAudit, "2026-11-24"),
            event(EventKind::Exercise, "2026-01-01"),
        ],
        ..System::default()
    };
    let days: Vec<Date> =
        done(&system, EventKind::InternalAudit, date("2026-11-23")).map(|(_, day)| day).collect();
    assert_eq!(days, [date("2026-11-23")]);
}
