//! The facts, counted.

use expect_test::{Expect, expect};

use super::{Attribute, Catalogue, Kind, Stage, Theme};

fn count(wanted: impl Fn(&super::Item) -> bool) -> usize {
    Catalogue::iso27001_2022().items().iter().filter(|item| wanted(item)).count()
}

#[track_caller]
fn check_attribute(attribute: Attribute, expected: Expect) {
    let counts: Vec<String> = attribute
        .values()
        .map(|value| {
            let count = count(|item| item.attribute(attribute).any(|other| other == value));
            format!("{} {count}", value.id())
        })
        .collect();
    expected.assert_eq(&counts.join("\n"));
}

#[test]
fn kinds() {
    assert_eq!(count(|item| item.kind() == Kind::Heading), 11);
    assert_eq!(count(|item| item.kind() == Kind::Requirement), 30);
    assert_eq!(count(|item| item.kind() == Kind::Item), 120);
    assert_eq!(count(|item| item.kind() == Kind::Control), 93);
    assert_eq!(count(|item| item.is_assessed()), 123);
    assert_eq!(count(|item| item.is_new_in_2022()), 11);
}

#[test]
fn themes() {
    let counts = Theme::ALL.map(|theme| count(|item| item.theme() == Some(theme)));
    assert_eq!(counts, [37, 8, 14, 34]);
}

#[test]
fn control_types() {
    check_attribute(
        Attribute::ControlType,
        expect![[r#"
        Preventive 83
        Detective 13
        Corrective 14"#]],
    );
}

#[test]
fn properties() {
    check_attribute(
        Attribute::InfosecProperties,
        expect![[r#"
        Confidentiality 87
        Integrity 84
        Availability 85"#]],
    );
}

#[test]
fn concepts() {
    check_attribute(
        Attribute::CybersecurityConcepts,
        expect![[r#"
        Identify 23
        Protect 71
        Detect 14
        Respond 11
        Recover 6"#]],
    );
}

#[test]
fn domains() {
    check_attribute(
        Attribute::SecurityDomains,
        expect![[r#"
        Governance_and_Ecosystem 27
        Protection 69
        Defence 22
        Resilience 8"#]],
    );
}

#[test]
fn capabilities() {
    check_attribute(
        Attribute::OperationalCapabilities,
        expect![[r#"
        Governance 8
        Asset_management 16
        Information_protection 15
        Human_resource_security 6
        Physical_security 16
        System_and_network_security 17
        Application_security 12
        Secure_configuration 6
        Identity_and_access_management 11
        Threat_and_vulnerability_management 3
        Continuity 6
        Supplier_relationships_security 7
        Legal_and_compliance 6
        Information_security_event_management 10
        Information_security_assurance 4"#]],
    );
}

#[test]
fn attribute_oddities() {
    let values = |id: &str, attribute| {
        let catalogue = Catalogue::iso27001_2022();
        let item = catalogue.find(id).unwrap();
        item.attribute(attribute).map(|value| value.id()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        values("A.5.22", Attribute::OperationalCapabilities),
        "Supplier_relationships_security Information_security_assurance"
    );
    assert_eq!(values("A.6.6", Attribute::InfosecProperties), "Confidentiality");
    assert_eq!(values("A.7.12", Attribute::InfosecProperties), "Confidentiality Availability");
    assert_eq!(values("A.8.33", Attribute::InfosecProperties), "Confidentiality Integrity");
    assert_eq!(values("A.5.37", Attribute::OperationalCapabilities).split(' ').count(), 9);
}

#[test]
fn clauses_that_moved() {
    let catalogue = Catalogue::iso27001_2022();
    assert_eq!(catalogue.find("10.1").unwrap().title(), "Continual improvement");
    assert_eq!(catalogue.find("10.2").unwrap().title(), "Nonconformity and corrective action");
    assert_eq!(catalogue.find("6.3").unwrap().title(), "Planning of changes");
    assert_eq!(catalogue.find("9.2").unwrap().kind(), Kind::Heading);
    assert_eq!(catalogue.find("6.1.2 d) 2)").unwrap().kind(), Kind::Item);
}

#[test]
fn amendment_requires_at_4_1_only() {
    let catalogue = Catalogue::iso27001_2022();
    let amended: Vec<_> = catalogue
        .items()
        .iter()
        .filter_map(|item| Some((item.id(), item.amendment()?.is_requirement)))
        .collect();
    assert_eq!(amended, [("4.1", true), ("4.2", false)]);
}

#[test]
fn documented_information() {
    let catalogue = Catalogue::iso27001_2022();
    let documents = catalogue.documents();
    let of = |stage| documents.iter().filter(|d| d.mandatory_from == stage).count();
    assert_eq!((of(Some(Stage::One)), of(Some(Stage::Two)), of(None)), (9, 8, 2));
    // Applicability and treatment plan rest on assessed risks, and stage 1 looks at planned audits.
    let first = documents.iter().filter(|d| d.mandatory_from == Some(Stage::One));
    let first: Vec<&str> = first.map(|document| document.source).collect();
    let expected =
        ["4.3", "5.2 e)", "6.1.2", "6.1.3", "6.1.3 d)", "6.1.3 e)", "6.2", "8.2", "9.2.2"];
    assert_eq!(first, expected);
    assert_eq!(catalogue.find("4.3").unwrap().documented_information(), ["available"]);
    for document in documents {
        let item = catalogue.find(document.source).unwrap_or_else(|| panic!("{document:?}"));
        assert!(item.id().starts_with(document.clause));
    }
}

#[test]
fn items_are_found_by_id_and_ids_are_unique() {
    let catalogue = Catalogue::iso27001_2022();
    for (index, item) in catalogue.items().iter().enumerate() {
        assert_eq!(catalogue.index_of(item.id()), Some(index), "{}", item.id());
        item.id().parse::<crate::Id>().unwrap();
    }
    assert_eq!(catalogue.index_of("A.5.38"), None);
}

#[test]
fn every_question_is_explained() {
    for item in Catalogue::iso27001_2022().questions() {
        let texts = item.texts().unwrap_or_else(|| panic!("{} has no texts", item.id()));
        assert!(texts.question.ends_with('?'), "{}", item.id());
        assert!(texts.guidance.len() >= 3 && texts.evidence.len() >= 3, "{}", item.id());
    }
}

#[test]
fn synthetic_catalogues_have_the_size_asked_for() {
    assert_eq!(Catalogue::synthetic(1_000).questions().count(), 1_000);
}
