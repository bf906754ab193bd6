//! What is written is what the schemas say.

use crate::schema;

#[test]
fn every_schema_has_a_name_of_its_own() {
    let names: Vec<&str> = schema::names().collect();
    assert_eq!(names.len(), 32);
    for name in &names {
        let schema = String::from_utf8(schema::named(name).unwrap()).unwrap();
        assert!(schema.contains(&format!("\"$id\": \"urn:annexa:schema:{name}:1\"")), "{name}");
        assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
    }
    assert_eq!(schema::named("letter"), None);
}

#[test]
fn gates_documents_context_and_choice_are_written_and_add_up() {
    use crate::assessment::{Context, Mode};
    use crate::chooser::{ChooserAnswers, Rates, Start};
    use crate::{Catalogue, Date, Engine, words::Words};

    let words = Words::english();
    let today: Date = "2026-11-23".parse().unwrap();
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    let json = |bytes: Vec<u8>| -> serde_json::Value { serde_json::from_slice(&bytes).unwrap() };
    let gates = json(super::gates_json(&engine, today, &words));
    let len = |value: &serde_json::Value| value.as_array().map(Vec::len);
    assert_eq!(gates["stage_1"]["state"], "blocked");
    assert_eq!(gates["stage_2"]["state"], "waits");
    assert_eq!(len(&gates["stage_1"]["conditions"]), Some(8));
    assert_eq!(len(&gates["stage_2"]["conditions"]), Some(7));
    let both = engine.gates(today).unwrap();
    let csv = String::from_utf8(super::gates_csv(&engine, today, &words)).unwrap();
    assert!(csv.lines().count() > 15, "{csv}");
    for condition in both.conditions() {
        let alone = json(super::condition_json(&engine, condition, today, &words));
        assert_eq!(alone["id"], condition.id);
        let stage = if condition.id.starts_with("S1") { "stage_1" } else { "stage_2" };
        let whole = gates[stage]["conditions"].as_array().unwrap();
        let in_whole = whole.iter().find(|it| it["id"] == condition.id).unwrap();
        assert_eq!(&alone["grounds"], &in_whole["grounds"]);
        assert_eq!(alone["effort"], in_whole["effort"]);
        let is_known = alone["effort"]["low_cd"].as_u64() < alone["effort"]["high_cd"].as_u64();
        assert_eq!(is_known, condition.verdict == crate::gate::Verdict::Blocks, "{alone}");
    }
    let papers = json(super::papers_json(&engine, today, &words));
    assert_eq!(len(&papers["documents"]), Some(19));
    let csv = String::from_utf8(super::papers_csv(&engine, today, &words)).unwrap();
    assert_eq!(csv.lines().count(), 20);
    let context = json(super::context_json(&engine, &words));
    assert_eq!((len(&context["questions"]), len(&context["suggestions"])), (Some(16), Some(0)));
    assert_eq!(context["mode_is_chosen"], false);
    engine.set_mode(Some(Mode::Guidance)).unwrap();
    let gates = json(super::gates_json(&engine, today, &words));
    assert!(gates.get("stage_1").is_none() && gates["leads"] == "guidance", "{gates}");
    let catalogue = Catalogue::iso27001_2022();
    let choose = |answers: &ChooserAnswers| {
        json(super::choice_json(
            &catalogue,
            answers,
            &Context::default(),
            &Rates::default(),
            &words,
        ))
    };
    let choice = choose(&Start::Certificate.into());
    assert_eq!((&choice["mode"], &choice["standard"]), (&"certify".into(), &"both".into()));
    assert_eq!(choice["initial_cd"]["likely"], 18_050);
    assert!(choose(&ChooserAnswers::default()).get("mode").is_none());
}

#[test]
fn risks_are_written_in_their_order_with_what_they_were_judged_by() {
    use crate::engine::Engine;
    use crate::report::{risks_csv, risks_json};
    use crate::risk::tests::with;
    use crate::words::Words;
    let document = with(
        r#""risks": [{"id": "r-1", "label": "R-1", "title": "draft"},
            {"id": "r-2", "label": "R-2", "title": "high", "event": "x", "owner": "Ann", "reviewed": "2026-12-01",
             "current": {"likelihood": "l4", "c": "c4"}, "existing": ["A.8.20"], "treatment": {"option": "modify",
             "controls": ["A.8.7"], "residual": {"likelihood": "l1", "c": "c1"}}}]"#,
        r#"{"id": "A.8.7", "implementation": "planned"}"#,
    );
    let engine = Engine::from_document(document);
    let (today, words) = ("2026-12-31".parse().unwrap(), Words::english());
    let csv = String::from_utf8(risks_csv(&engine, today, &words)).unwrap();
    expect_test::expect![[r#"
        id,label,title,owner,state,option,current,planned,exposure,done,of,controls,existing,reviewed,accepted_until,missing,explanation
        r-2,R-2,high,Ann,planned,modify,critical,low,critical,0,1,A.8.7,A.8.20,2026-12-01,,,"Today: l4 and c4 → critical. Decided: modify; 0 of 1 done. When the plan is done: l1 and c1 → low. What counts today: l4 and c4 → critical; the line is low. So the risk is planned."
        r-1,R-1,draft,,draft,,,,,0,0,,,,,"event;likelihood;consequence","cannot be evaluated; missing: what would happen, how likely, how bad"
    "#]].assert_eq(&csv);
    let json = String::from_utf8(risks_json(&engine, today, &words)).unwrap();
    let first = json.split_once("\"risks\": [").unwrap().1.split_once("},").unwrap().0;
    let members: Vec<&str> = first.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    expect_test::expect![[r#"
        {
        "id": "r-2",
        "label": "R-2",
        "title": "high",
        "owner": "Ann",
        "state": "planned",
        "by_treatment": false,
        "option": "modify",
        "current": "critical",
        "planned": "low",
        "exposure": "critical",
        "done": 0,
        "of": 1,
        "stale": false,
        "accepted": false,
        "plan_approval": "absent",
        "residual_approval": "absent",
        "missing": [],
        "ahead_by": "draft",
        "explanation": "Today: l4 and c4 → critical. Decided: modify; 0 of 1 done. When the plan is done: l1 and c1 → low. What counts today: l4 and c4 → critical; the line is low. So the risk is planned.""#]].assert_eq(&members.join("\n"));
}
