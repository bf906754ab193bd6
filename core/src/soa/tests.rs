//! The Statement of Applicability of a small assessment.

mod approval;
mod derived;

use expect_test::expect;

use crate::assessment::Document;
use crate::catalogue::Catalogue;
use crate::engine::Engine;

const FILE: &str = r#"{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "answers": [
    {"id": "A.5.1", "response": "yes", "owner": "CISO", "changed": "2026-11-20",
     "inclusion": [{"reason": "risk", "reference": "R-1"}, {"reason": "legal"}],
     "evidence": [{"label": "Policy v3"}, {"link": "https://x.example"}]},
    {"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset", "justification": "no premises"},
     "inclusion": [{"reason": "business"}]},
    {"id": "A.8.14", "implementation": "partly", "applicability": {"state": "inherited", "provider": "Cloud GmbH"}}
]}"#;

fn engine() -> Engine {
    let catalogue = Catalogue::iso27001_2022();
    Engine::from_document(Document::from_bytes(catalogue, FILE.as_bytes()).unwrap())
}

#[test]
fn rows_say_what_their_answers_say() {
    let soa = engine().soa();
    let lines: Vec<String> = soa
        .rows
        .iter()
        .filter(|row| !row.owner.is_empty() || row.applicability.word() != "applicable")
        .map(|row| {
            format!(
                "{} {} [{}] {:?} {:?} {} {:?}",
                row.id,
                row.applicability.word(),
                row.reasons().join(", "),
                row.justification,
                row.provider,
                row.implementation.word(),
                row.evidence
            )
        })
        .collect();
    expect![[r#"
        A.5.1 applicable [risk (R-1), legal] "" "" implemented ["Policy v3", "https://x.example"]
        A.7.1 excluded [no_asset] "no premises" "" not_assessed []
        A.8.14 inherited [] "" "Cloud GmbH" partly []"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn totals_add_up() {
    let soa = engine().soa();
    let totals = soa.totals;
    assert_eq!(soa.rows.len(), 93);
    assert_eq!((totals.applicable, totals.excluded, totals.inherited), (91, 1, 1));
    let by_state = totals.implemented
        + totals.partly
        + totals.planned
        + totals.not_implemented
        + totals.not_assessed;
    assert_eq!(by_state, 92);
}
