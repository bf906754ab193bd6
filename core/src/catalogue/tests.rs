//! The facts, counted.

mod second;

use expect_test::{Expect, expect};

use super::{Catalogue, GroupKind, Kind, Needed};
use crate::words::Words;

/// The table that the build writes is what the reader makes of the file.
#[test]
fn the_table_is_the_file() {
    let file = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.json"));
    assert_eq!(Catalogue::iso27001_2022(), Catalogue::from_bytes(file).unwrap());
}

fn count(wanted: impl Fn(&super::Item) -> bool) -> usize {
    Catalogue::iso27001_2022().items().iter().filter(|item| wanted(item)).count()
}

#[track_caller]
fn check_attribute(attribute: &str, expected: Expect) {
    let catalogue = Catalogue::iso27001_2022();
    let place = catalogue.attributes().iter().position(|it| it.id() == attribute).unwrap();
    let counts: Vec<String> = catalogue.attributes()[place]
        .values()
        .map(|value| {
            let has = |item: &&super::Item| catalogue.values(item, place).any(|it| it == value);
            let count = catalogue.items().iter().filter(has).count();
            let key = catalogue.score_key(&format!("{attribute}:{value}")).unwrap();
            assert_eq!(catalogue.group(key).unwrap().members().count(), count);
            format!("{value} {count}")
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
    let catalogue = Catalogue::iso27001_2022();
    assert_eq!(count(|item| catalogue.values_of(item, "new_in_2022").eq(["yes"])), 11);
}

#[test]
fn themes() {
    let catalogue = Catalogue::iso27001_2022();
    let of = |theme: &str| {
        let key = catalogue.score_key(&format!("theme:{theme}")).unwrap();
        let group = catalogue.group(key).unwrap();
        let GroupKind::Chapter(chapter) = group.kind() else { panic!("{group:?}") };
        let prefix = format!("{}.", catalogue.chapters()[chapter].id());
        assert!(group.members().all(|it| catalogue.items()[it].id().starts_with(&prefix)));
        group.members().count()
    };
    assert_eq!(["Organizational", "People", "Physical", "Technological"].map(of), [37, 8, 14, 34]);
}

#[test]
fn control_types() {
    check_attribute(
        "control_type",
        expect![[r#"
        Preventive 83
        Detective 13
        Corrective 14"#]],
    );
}

#[test]
fn properties() {
    check_attribute(
        "infosec_properties",
        expect![[r#"
        Confidentiality 87
        Integrity 84
        Availability 85"#]],
    );
}

#[test]
fn concepts() {
    check_attribute(
        "cybersecurity_concepts",
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
        "security_domains",
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
        "operational_capabilities",
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
        catalogue.values_of(item, attribute).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        values("A.5.22", "operational_capabilities"),
        "Supplier_relationships_security Information_security_assurance"
    );
    assert_eq!(values("A.6.6", "infosec_properties"), "Confidentiality");
    assert_eq!(values("A.7.12", "infosec_properties"), "Confidentiality Availability");
    assert_eq!(values("A.8.33", "infosec_properties"), "Confidentiality Integrity");
    assert_eq!(values("A.5.37", "operational_capabilities").split(' ').count(), 9);
}

#[test]
fn clauses_that_moved() {
    let catalogue = Catalogue::iso27001_2022();
    let words = Words::english();
    let title = |id| words.title_of(&catalogue, catalogue.index_of(id).unwrap());
    assert_eq!(title("10.1"), "Continual improvement");
    assert_eq!(title("10.2"), "Nonconformity and corrective action");
    assert_eq!(title("6.3"), "Planning of changes");
    assert_eq!(catalogue.find("9.2").unwrap().kind(), Kind::Heading);
    assert_eq!(catalogue.find("6.1.2 d) 2)").unwrap().kind(), Kind::Item);
}

#[test]
fn amendment_requires_at_4_1_only() {
    let catalogue = Catalogue::iso27001_2022();
    let amended: Vec<_> = catalogue
        .items()
        .iter()
        .filter_map(|item| Some((item.id(), catalogue.values_of(item, "amendment_2024").next()?)))
        .collect();
    assert_eq!(amended, [("4.1", "requirement"), ("4.2", "note")]);
    let words = Words::english();
    for item in catalogue.items() {
        let is_amended = amended.iter().any(|(id, _)| *id == item.id());
        let has_words =
            !words.item_of(&catalogue, catalogue.index_of(item.id()).unwrap()).amendment.is_empty();
        assert_eq!(is_amended, has_words, "{}", item.id());
    }
}

#[test]
fn documented_information() {
    let catalogue = Catalogue::iso27001_2022();
    let documents = catalogue.documents();
    let of = |needed| documents.iter().filter(|d| d.needed() == needed).count();
    let counts = (of(Needed::StageOne), of(Needed::StageTwo), of(Needed::Organization));
    assert_eq!(counts, (9, 8, 2));
    // Applicability and treatment plan rest on assessed risks, and stage 1 looks at planned audits.
    let first = documents.iter().filter(|d| d.needed() == Needed::StageOne);
    let first: Vec<&str> = first.map(|it| catalogue.items()[it.source()].id()).collect();
    let expected =
        ["4.3", "5.2 e)", "6.1.2", "6.1.3", "6.1.3 d)", "6.1.3 e)", "6.2", "8.2", "9.2.2"];
    assert_eq!(first, expected);
    let scope = catalogue.find("4.3").unwrap();
    assert!(catalogue.values_of(scope, "documented_information").eq(["available"]));
    let words = Words::english();
    for document in documents {
        let (source, clause) =
            (&catalogue.items()[document.source()], &catalogue.items()[document.question()]);
        assert!(source.id().starts_with(clause.id()));
        assert_eq!(clause.kind(), Kind::Requirement);
        assert_ne!(words.document_of(&catalogue, document.id()).0, document.id());
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
    let catalogue = Catalogue::iso27001_2022();
    let words = Words::english();
    for item in catalogue.questions() {
        let texts = words.item_of(&catalogue, catalogue.index_of(item.id()).unwrap());
        assert!(texts.question.ends_with('?'), "{}", item.id());
        assert!(texts.guidance.len() >= 3 && texts.evidence.len() >= 3, "{}", item.id());
    }
}

#[test]
fn synthetic_catalogues_have_the_size_asked_for() {
    assert_eq!(Catalogue::synthetic(1_000).questions().count(), 1_000);
}

#[test]
fn a_part_knows_what_it_is_a_part_of() {
    let catalogue = Catalogue::iso27001_2022();
    let parent = |id: &str| {
        let item = catalogue.find(id).unwrap();
        item.parent().map(|parent| catalogue.items()[parent].id()).unwrap_or_default()
    };
    assert_eq!(parent("6.1.2 d) 2)"), "6.1.2 d)");
    assert_eq!(parent("6.1.2 d)"), "6.1.2");
    assert_eq!(parent("6.1.2"), "6.1");
    assert_eq!(parent("10.2 g)"), "10.2");
    assert_eq!(parent("4"), "");
    for item in catalogue.items().iter().filter(|item| item.kind() == Kind::Item) {
        assert!(item.id().starts_with(&format!("{} ", parent(item.id()))), "{}", item.id());
        let above = &catalogue.items()[item.parent().unwrap()];
        assert_eq!(item.chapter(), above.chapter());
    }
}

#[test]
fn the_digest_stands_for_the_facts_and_not_for_the_layout() {
    let catalogue = Catalogue::iso27001_2022();
    let again = Catalogue::from_bytes(&catalogue.to_bytes()).unwrap();
    assert_eq!(again.digest(), catalogue.digest());
    let text = String::from_utf8(catalogue.to_bytes()).unwrap();
    let other = text.replacen("\"Detective\"", "\"Detecting\"", 1);
    let refused = Catalogue::from_bytes(other.as_bytes()).unwrap_err();
    let refused = crate::words::in_english(&refused.0);
    assert!(refused.contains("`Detective` is not a value of `control_type`"));
    let other = Catalogue::from_bytes(text.replace("Detective", "Detecting").as_bytes()).unwrap();
    assert_ne!(other.digest(), catalogue.digest());
}
