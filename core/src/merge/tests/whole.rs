//! What is merged at all, and looks at the whole of what came of it.

use expect_test::expect;

use super::*;

#[test]
fn what_is_not_of_one_assessment_is_refused() {
    let one = base();
    let mut other = one.clone();
    other.lineage = "d-2".parse().ok();
    let mut none = one.clone();
    none.lineage = None;
    let merged = |base, ours, theirs| {
        said(merge(Versions { base, ours, theirs, may_be_unrelated: false }, &Decided::default()))
    };
    expect!["E-UNRELATED at lineage: the files are of different assessments: `d-1` and `d-2`; choose two versions of one assessment, or ask for a merge without an ancestor by name"].assert_eq(&merged(None, &one, &other));
    expect!["E-UNRELATED at lineage: only one of the files says of which assessment it is: `d-1` in yours; choose two versions of one assessment, or ask for a merge without an ancestor by name"].assert_eq(&merged(None, &one, &none));
    expect!["E-UNRELATED at base: the ancestor is of another assessment, `d-2`; give the version that both went out from, or none"].assert_eq(&merged(Some(&other), &one, &one));
    expect![[r#"
        note no_lineage 
    "#]]
    .assert_eq(&merged(Some(&none), &none, &none));
    assert_eq!(merged(Some(&none), &one, &one), "", "it got its lineage since");
    let by_name = Versions { base: None, ours: &one, theirs: &other, may_be_unrelated: true };
    expect![[r#"
        value at lineage
          - | "d-1" | "d-2"
        nothing is merged
    "#]]
    .assert_eq(&said(merge(by_name, &Decided::default())));
    let small = Document::new(Catalogue::synthetic(10));
    expect!["E-CATALOGUE at theirs: the file belongs to the catalogue `synthetic`, the other one to `iso27001-2022`; bring both to one edition first"].assert_eq(&merged(None, &none, &small));
}

#[test]
fn a_label_that_leads_elsewhere_gives_way_to_the_id() {
    let (base, mut ours, mut theirs) =
        (base(), Engine::from_document(base()), Engine::from_document(base()));
    new_risk(&mut ours, "one", r#"{"title": "Theft"}"#);
    new_risk(&mut theirs, "two", r#"{"title": "Flood"}"#);
    for engine in [&mut ours, &mut theirs] {
        answer(engine, "A.5.1", |it| {
            let reason = crate::assessment::InclusionReason::Risk;
            it.inclusion = vec![crate::assessment::Inclusion { reason, reference: "R-4".into() }];
        });
    }
    let merged =
        merge(three(&base, ours.document(), theirs.document()), &Decided::default()).unwrap();
    let merged = merged.document.unwrap();
    let references: Vec<&str> =
        merged.answer("A.5.1").unwrap().inclusion.iter().map(|it| it.reference.as_str()).collect();
    let ids: Vec<&str> = merged.system().risks.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(references.len(), 2);
    assert!(references.iter().all(|reference| ids.contains(reference)), "{references:?}");
}

#[test]
fn an_own_control_and_its_answer_are_decided_together() {
    let base = version(|engine| {
        let json = br#"{"id": "c-1", "title": "Guard dogs"}"#;
        let entry = crate::assessment::Entry::from_json(Register::OwnControl, json).unwrap();
        engine.put_entry(entry).unwrap();
        answer(engine, "c-1", |it| it.response = Some(crate::Response::Yes));
    });
    let mut ours = Engine::from_document(base.clone());
    ours.delete_entry(Register::OwnControl, "c-1", true).unwrap();
    let mut theirs = Engine::from_document(base.clone());
    answer(&mut theirs, "c-1", |it| it.response = Some(crate::Response::No));
    let versions = three(&base, ours.document(), theirs.document());
    expect![[r#"
        reference at own_controls/c-1
          {"id":"c-1","label":"C-1","title":"Guard dogs"} | - | {"id":"c-1","label":"C-1","title":"Guard dogs"}
        nothing is merged
    "#]].assert_eq(&said(merge(versions, &Decided::default())));
    for (take, is_there) in [(Take::Ours, false), (Take::Theirs, true)] {
        let decided = Decided { choices: Vec::new(), rest: Some(take) };
        let merged = merge(versions, &decided).unwrap().document.unwrap();
        assert_eq!(merged.answer("c-1").is_some(), is_there);
        assert_eq!(merged.system().own_controls.len(), usize::from(is_there));
    }
}

#[test]
fn references_are_those_that_the_engine_knows() {
    let mut json = String::from(
        "{\"format\": \"annexa-assessment\", \"version\": 1, \"catalogue\": \"iso27001-2022\",",
    );
    json.push_str(r#""groups": [{"id": "x", "name": "x"}], "risks": [{"id": "x", "title": "x", "groups": ["x"], "existing": ["x"], "treatment": {"controls": ["x"], "share_basis": ["x"]}}],
      "actions": [{"id": "x", "what": "x", "serves": ["x"], "controls": ["x"], "after": ["x"]}],
      "obligations": [{"id": "x", "title": "x", "kind": "law", "controls": ["x"]}],
      "own_controls": [{"id": "x", "title": "x"}],
      "nonconformities": [{"id": "x", "grade": "minor", "what": "x"}], "answers": []}"#);
    let document = document(&json);
    let mut known = Vec::new();
    crate::merge::refer::lists(document.system(), &mut |register, id, lists| {
        for (field, _, registers) in lists.iter().filter(|(_, ids, _)| !ids.is_empty()) {
            let place = |it: &Register| (*it, format!("{}/{id}/{field}", register.name()));
            known.extend(registers.iter().map(place));
        }
    });
    let mut engine = Vec::new();
    for register in Register::ALL {
        let places = crate::engine::referrers(&document, *register, "x");
        engine.extend(places.into_iter().map(|place| (*register, place)));
    }
    known.sort();
    engine.sort();
    assert_eq!(known, engine);
}
