//! Facts say what the document says.

use super::{Facts, ItemFacts, Source};
use crate::assessment::{Applicability, Document, Implementation};
use crate::catalogue::Catalogue;
use crate::engine::Engine;

const FILE: &str = r#"{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "answers": [
    {"id": "4.1", "response": "unknown", "applicability": {"state": "excluded"}},
    {"id": "A.5.1", "response": "yes", "implementation": "planned", "owner": "CISO", "due": "2026-01-01",
     "inclusion": [{"reason": "risk", "reference": "R-1"}, {"reason": "legal"}],
     "evidence": [{"label": "Policy v3"}, {"link": "https://x.example"}]},
    {"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset", "justification": " "}}
]}"#;

fn document() -> Document {
    Document::from_bytes(Catalogue::iso27001_2022(), FILE.as_bytes()).unwrap()
}

#[test]
fn facts_say_what_the_answers_say() {
    let document = document();
    let facts = Facts::of(&document);
    let of = |id: &str| *facts.item(document.catalogue().index_of(id).unwrap());
    let requirement = of("4.1");
    assert_eq!(requirement.applicability, Applicability::Applicable, "a requirement applies");
    assert_eq!(requirement.stated, Applicability::Excluded, "and the lint can still say it");
    assert!(requirement.is_answered() && requirement.is_in_scope());
    let control = of("A.5.1");
    assert_eq!(control.implementation, Implementation::Planned);
    assert!(control.is_overridden);
    assert_eq!((control.inclusions, control.evidence), (2, 2));
    let excluded = of("A.7.1");
    assert!(!excluded.is_in_scope() && !excluded.has_justification && excluded.is_answered());
    assert_eq!(of("A.8.1"), ItemFacts::NONE);
}

#[test]
fn words_and_lists_are_found_by_place() {
    let document = document();
    let item = document.catalogue().index_of("A.5.1").unwrap();
    assert_eq!(document.owner(item), "CISO");
    let names: Vec<&str> = document.evidence(item).map(|it| it.name).collect();
    assert_eq!(names, ["Policy v3", "https://x.example"]);
    assert_eq!(document.inclusion(item).count(), 2);
    assert_eq!(document.justification(item), "");
}

#[test]
fn the_facts_that_an_engine_keeps_are_those_of_its_document() {
    let mut engine = Engine::from_document(document());
    for item in Catalogue::iso27001_2022().questions() {
        engine.respond(item.id(), Some(crate::Response::Partly)).unwrap();
    }
    engine.respond("A.7.1", None).unwrap();
    assert_eq!(*engine.facts(), Facts::of(engine.document()));
}
