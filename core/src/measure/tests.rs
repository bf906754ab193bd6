//! Every measure over one small assessment, and over the samples.

use super::*;
use crate::catalogue::Catalogue;
use crate::{Document, Engine};
use expect_test::{Expect, expect};

const FILE: &str = r#"{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022",
  "nonconformities": [
    {"id": "n-1", "grade": "minor", "what": "a", "found": "2026-11-14"},
    {"id": "n-2", "grade": "minor", "what": "b", "found": "2026-11-04", "checked": "2026-11-20", "effective": "no"},
    {"id": "n-3", "grade": "major", "what": "c", "found": "2026-11-24"},
    {"id": "n-4", "grade": "major", "what": "d", "found": "2026-01-01", "checked": "2026-02-01", "effective": "yes"},
    {"id": "n-5", "grade": "minor", "what": "e", "checked": "2026-12-01", "effective": "yes"}
  ],
  CRITERIA
  "risks": [
    {"id": "r-1", "label": "R-1", "title": "High, owned, decided", "event": "x", "owner": "Ann",
     "current": {"likelihood": "l4", "c": "c4", "on": "2026-11-01"},
     "treatment": {"option": "retain"},
     "acceptance": {"by": "Ann", "role": "top management", "on": "2026-01-01", "until": "2027-02-22", "level": "critical",
       "digest": "0000000000000000000000000000000000000000000000000000000000000000"}},
    {"id": "r-2", "label": "R-2", "title": "High, nobody", "event": "x",
     "current": {"likelihood": "l3", "c": "c4", "on": "2025-01-01"}},
    {"id": "r-3", "label": "R-3", "title": "Low", "event": "x",
     "current": {"likelihood": "l1", "c": "c1", "on": "2026-11-01"},
     "acceptance": {"by": "Ann", "role": "top management", "on": "2026-01-01", "until": "2027-02-23", "level": "low",
       "digest": "0000000000000000000000000000000000000000000000000000000000000000"}},
    {"id": "r-4", "label": "R-4", "title": "Draft"}
  ],
  "actions": [
    {"id": "t-1", "what": "in time", "due": "2026-10-01", "done": "2026-10-01"},
    {"id": "t-2", "what": "too late", "due": "2026-10-01", "done": "2026-10-02"},
    {"id": "t-3", "what": "never", "due": "2026-11-24"},
    {"id": "t-4", "what": "late", "due": "2026-11-20"},
    {"id": "t-5", "what": "later", "due": "2026-12-01"}
  ],
  "answers": [
    {"id": "4.1", "response": "yes", "evidence": [{"label": "a", "date": "2025-11-24"}, {"label": "b", "date": "2025-11-23"}, {"label": "c"}, {"label": "d", "date": "2026-12-01"}]},
    {"id": "4.2", "response": "partly"},
    {"id": "5.1", "response": "unknown"},
    {"id": "A.5.1", "implementation": "planned"},
    {"id": "A.5.2", "implementation": "implemented"},
    {"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset", "justification": "x"},
     "evidence": [{"label": "out", "date": "2026-11-01"}]}
  ]}"#;

fn engine() -> Engine {
    let criteria = crate::assessment::Ready::Four.criteria().unwrap().to_json();
    let criteria = format!("\"criteria\": {},", String::from_utf8(criteria).unwrap());
    let file = FILE.replace("CRITERIA", &criteria);
    let document = Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes());
    Engine::from_document(document.unwrap_or_else(|problems| panic!("{problems}")))
}

/// Each measure in a line: figures, of how many, and what is counted in.
#[track_caller]
fn check(engine: &Engine, expected: Expect) {
    let mut text = String::new();
    for it in measures(engine, "2026-11-24".parse().unwrap()) {
        let figures: Vec<String> =
            it.figures.iter().map(|it| it.map_or("-".into(), |it| it.to_string())).collect();
        let hits = it.counted.iter().filter(|it| it.is_hit);
        let hits: Vec<&str> = hits.map(|it| it.label.as_str()).take(6).collect();
        let of = it.of.map(|(part, whole)| format!(" = {part}/{whole}")).unwrap_or_default();
        text += &format!("{} {}{of}: {}\n", it.measure.word(), figures.join(" "), hits.join(", "));
    }
    expected.assert_eq(&text);
}

#[test]
fn each_measure_is_counted_by_its_rule() {
    check(
        &engine(),
        expect![[r#"
        M01 328 = 4/122: 4.1, 4.2, A.5.1, A.5.2
        M02 7500 = 15000/2: 4.1
        M03 5000 = 10000/2: A.5.2
        M04 215 = 2/93: A.5.2, A.7.1
        M05 7500 = 3/4: R-1, R-2, R-3
        M06 0 0 0 2: R-1, R-2
        M07 5000 = 1/2: R-1
        M08 2500 = 1/4: t-1
        M09 1 4: t-4
        M10 1: R-1
        M11 6667 = 2/3: R-1, R-3
        M12 5000 = 1/2: a
        M13 3 1 10: n-1, n-2, n-3, n-5
        M14 5000 = 1/2: n-4
    "#]],
    );
}

#[test]
fn nothing_has_no_figure() {
    check(
        &Engine::new(Catalogue::iso27001_2022()),
        expect![[r#"
        M01 0 = 0/123: 
        M02 - = 0/0: 
        M03 - = 0/0: 
        M04 0 = 0/93: 
        M05 - = 0/0: 
        M06 : 
        M07 - = 0/0: 
        M08 - = 0/0: 
        M09 0 -: 
        M10 0: 
        M11 - = 0/0: 
        M12 - = 0/0: 
        M13 0 0 -: 
        M14 - = 0/0: 
    "#]],
    );
}

#[test]
fn what_nobody_knew_says_what_it_would_lift() {
    let unknowns = unknowns(&engine());
    let five = &unknowns[1];
    assert_eq!((five.in_scope, five.assessed, five.items.len()), (3, 0, 1));
    assert_eq!(five.share_bp(), Some(3_333));
    assert_eq!(five.coverage_bp(), (Some(0), Some(3_333)));
    assert!(unknowns[0].items.is_empty());
}
