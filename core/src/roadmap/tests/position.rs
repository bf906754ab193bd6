//! Each kind of step, each edge, each part of a priority, each reason for a position.

use expect_test::expect;

use super::{all_done_but, check, engine, lines, today};
use crate::engine::Plan;

const HIGH: &str = r#""current": {"likelihood": "l3", "c": "c3", "on": "2026-11-01"}, "event": "It happens", "owner": "Ann""#;

fn criteria() -> String {
    let criteria = crate::assessment::Ready::Four.criteria().unwrap().to_json();
    format!(r#""criteria": {}"#, String::from_utf8(criteria).unwrap())
}

#[test]
fn where_all_is_done_nothing_is_to_be_done_but_the_statement() {
    check(
        &all_done_but(&[], ""),
        expect!["doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 100 row; last"],
    );
}

#[test]
fn a_requirement_waits_for_another() {
    check(
        &all_done_but(&[("4.3", "partly"), ("6.1.2", "not_implemented"), ("8.1", "planned")], ""),
        expect![[r#"
            item:4.3 1; 0+0+0+1000+0 Q3600 of item:6.1.2; <; >item:6.1.2; 50 row; waited
            item:6.1.2 1; 3000+0+0+600+0 Q3600; <item:4.3; >; 200 row; phase
            doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 100 row; phase
            item:8.1 4; 1800+0+0+600+0 Q2400; <; >; 180 row; last"#]],
    );
}

#[test]
fn what_is_done_between_two_is_not_passed_on() {
    // 4.4 stands between 4.3 and 8.1.
    check(
        &all_done_but(&[("4.3", "partly"), ("8.1", "planned")], ""),
        expect![[r#"
        item:4.3 1; 0+0+0+1000+0 Q1000; <; >; 50 row; phase
        doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 100 row; phase
        item:8.1 4; 1800+0+0+600+0 Q2400; <; >; 180 row; last"#]],
    );
}

#[test]
fn a_risk_waits_for_the_method_and_an_action_for_the_risk() {
    let more = format!(
        r#"{}, "risks": [{{"id": "r-1", "label": "R-1", "title": "Theft", {HIGH}, "treatment": {{"option": "modify", "controls": ["A.8.13"], "residual": {{"likelihood": "l2", "c": "c2"}}}}}}],
        "actions": [{{"id": "t-1", "label": "T-1", "what": "Do", "serves": ["r-1"], "controls": ["A.8.13"], "effort_cd": 300}}]"#,
        criteria()
    );
    check(
        &all_done_but(&[("6.1.2", "partly"), ("A.8.13", "not_implemented")], &more),
        expect![[r#"
            item:6.1.2 1; 0+0+0+600+0 Q5600 of risk:R-1; <; >risk:R-1; 100 row; waited
            risk:R-1 2; 3000+2000+0+600+0 Q5600; <item:6.1.2; >act:T-1; 0 elsewhere; inherited
            doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 100 row; phase
            act:T-1 3; 0+2000+0+600+0 Q4400 of item:A.8.13; <risk:R-1; >item:A.8.13; 300 said; waited
            item:A.8.13 3; 1800+2000+0+600+0 Q4400; <act:T-1; >; 0 in act:T-1; last"#]],
    );
}

#[test]
fn nonconformities_and_what_corrects_them() {
    let more = r#""nonconformities": [{"id": "n-1", "label": "N-1", "grade": "major", "item": "9.1", "what": "No figures"}, {"id": "n-2", "label": "N-2", "grade": "minor", "what": "Late"}],
        "actions": [{"id": "t-1", "label": "T-1", "what": "Measure", "serves": ["n-1"], "due": "2026-12-20"}]"#;
    check(
        &all_done_but(&[("9.1", "partly")], more),
        expect![[r#"
        doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 100 row; phase
        act:T-1 3; 0+0+0+600+600 Q3000 of nc:N-1; <; >nc:N-1; 0 elsewhere; waited
        nc:N-1 4; 2400+0+0+600+0 Q3000; <act:T-1; >item:9.1; 0 elsewhere; waited
        item:9.1 4; 0+0+0+600+0 Q600; <nc:N-1; >; 100 row; phase
        nc:N-2 5; 1800+0+0+600+0 Q2400; <; >; 0 elsewhere; last"#]],
    );
}

#[test]
fn circles_of_people_are_opened() {
    let more = format!(
        r#"{}, "risks": [{{"id": "r-1", "label": "R-1", "title": "Theft", {HIGH}}}],
        "nonconformities": [{{"id": "n-1", "label": "N-1", "grade": "minor", "item": "6.1.2", "what": "No method"}}],
        "actions": [{{"id": "t-1", "label": "T-1", "what": "Do", "serves": ["r-1", "n-1"]}},
                    {{"id": "t-2", "label": "T-2", "what": "One", "after": ["t-3"]}},
                    {{"id": "t-3", "label": "T-3", "what": "Other", "after": ["t-2"]}},
                    {{"id": "t-4", "label": "T-4", "what": "Itself", "after": ["t-4"]}}]"#,
        criteria()
    );
    let members = all_done_but(&[("6.1.2", "partly")], &more);
    check(
        &members,
        expect![[r#"
        nc:N-1 1; 1800+0+0+600+0 Q2400; <; >; 0 elsewhere; inherited
        item:6.1.2 1; 0+0+0+600+0 Q600; <; >; 100 row; phase
        risk:R-1 2; 3000+2000+0+600+0 Q5600; <; >; 0 elsewhere; inherited
        doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 100 row; phase
        act:T-1 3; 0+2000+0+600+0 Q2600; <; >; 0 elsewhere; inherited
        act:T-2 3; 0+0+0+600+0 Q600; <; >; 0 elsewhere; place
        act:T-3 3; 0+0+0+600+0 Q600; <; >; 0 elsewhere; place
        act:T-4 3; 0+0+0+600+0 Q600; <; >; 0 elsewhere; last"#]],
    );
    let engine = engine(&members);
    let circles = engine.roadmap(today(), Plan::default()).circles;
    let shown: Vec<String> = circles
        .iter()
        .map(|circle| circle.iter().map(|it| it.id).collect::<Vec<_>>().join(" "))
        .collect();
    expect!["n-1 r-1 6.1.2 t-1; t-2 t-3; t-4"].assert_eq(&shown.join("; "));
    let lints = engine.lint_records(today(), &crate::words::Words::english());
    let found = lints.iter().filter(|it| it.rule.code == "L-ROADMAP-CYCLE");
    let found: Vec<&str> = found.map(|it| it.message.as_str()).collect();
    expect![[r#"
        no order can be kept among N-1, R-1, 6.1.2, T-1: each waits for another of them, the action T-1 among them
        no order can be kept among T-2, T-3: each waits for another of them, the action T-2 among them
        no order can be kept among T-4: each waits for another of them, the action T-4 among them"#]].assert_eq(&found.join("\n"));
}

#[test]
fn own_figures_take_the_place_of_the_models() {
    let more = r#""efforts": [{"kind": "item", "id": "A.5.9", "likely_cd": 900, "by": "Ann"}, {"kind": "act", "id": "t-1", "likely_cd": 100, "by": "Bob"}, {"kind": "risk", "id": "r-7", "likely_cd": 5}],
        "actions": [{"id": "t-1", "label": "T-1", "what": "Do", "controls": ["A.5.9", "A.5.12"], "effort_cd": 5000}, {"id": "t-2", "label": "T-2", "what": "Serves nothing"}],
        "own_controls": [{"id": "c-1", "label": "C-1", "title": "Own"}]"#;
    check(
        &all_done_but(&[("A.5.9", "partly"), ("A.5.12", "partly")], more),
        expect![[r#"
        doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 100 row; phase
        act:T-1 3; 0+0+0+600+0 Q4000 of item:A.5.12; <; >item:A.5.9,item:A.5.12; 100 by Bob; waited
        item:A.5.9 3; 3000+0+0+600+0 Q4000 of item:A.5.12; <act:T-1; >item:A.5.12; 900 by Ann; waited
        item:A.5.12 3; 3000+0+0+1000+0 Q4000; <act:T-1,item:A.5.9; >; 0 in act:T-1; inherited
        item:C-1 3; 3000+0+0+600+0 Q3600; <; >; 0 unknown; inherited
        act:T-2 3; 0+0+0+600+0 Q600; <; >; 0 elsewhere; last"#]],
    );
}

#[test]
fn controls_of_ones_own_without_labels_stand_by_id() {
    let more =
        r#""own_controls": [{"id": "c-1", "title": "One"}, {"id": "c-2", "title": "Other"}]"#;
    check(
        &all_done_but(&[("A.8.34", "partly")], more),
        expect![[r#"
        doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 100 row; phase
        item:A.8.34 3; 3000+0+0+1000+0 Q4000; <; >; 25 row; inherited
        item:c-1 3; 3000+0+0+600+0 Q3600; <; >; 0 unknown; id
        item:c-2 3; 3000+0+0+600+0 Q3600; <; >; 0 unknown; last"#]],
    );
}

#[test]
fn documents_follow_what_they_are_about() {
    let more = r#""documents": [{"id": "D.4.3", "state": "draft"}, {"id": "D.7.5.3", "state": "missing"}]"#;
    check(
        &all_done_but(&[("9.1", "partly")], more),
        expect![[r#"
        doc:D.4.3 1; 3000+0+0+1000+0 Q4000; <; >; 25 row; effort
        doc:D.6.1.2 1; 3000+0+0+1000+0 Q4000; <; >; 50 row; effort
        doc:D.5.2e 1; 3000+0+0+1000+0 Q4000; <; >; 100 row; inherited
        doc:D.7.5.3 1; 0+0+0+600+0 Q600; <; >; 0 unknown; phase
        doc:D.6.1.3 2; 3000+0+0+1000+0 Q4000; <; >; 50 row; place
        doc:D.6.2 2; 3000+0+0+1000+0 Q4000; <; >; 50 row; place
        doc:D.8.2 2; 3000+0+0+1000+0 Q4000; <; >; 50 row; place
        doc:D.9.2.2-programme 2; 3000+0+0+1000+0 Q4000; <; >; 50 row; effort
        doc:D.6.1.3e 2; 3000+0+0+1000+0 Q4000; <; >; 100 row; inherited
        doc:D.6.1.3d 2; 3000+0+0+600+0 Q3600; <; >; 200 row; phase
        doc:D.7.2d 4; 1800+0+0+1000+0 Q2800; <; >; 50 row; place
        doc:D.8.3 4; 1800+0+0+1000+0 Q2800; <; >; 50 row; effort
        doc:D.8.1 4; 1800+0+0+1000+0 Q2800; <; >; 100 row; priority
        item:9.1 4; 0+0+0+600+0 Q2800 of doc:D.9.1; <; >doc:D.9.1; 100 row; waited
        doc:D.9.1 4; 1800+0+0+1000+0 Q2800; <item:9.1; >; 50 row; phase
        doc:D.9.3.3 5; 1800+0+0+1000+0 Q2800; <; >; 50 row; effort
        doc:D.9.2.2-results 5; 1800+0+0+1000+0 Q2800; <; >; 100 row; inherited
        doc:D.10.2f 5; 0+0+0+1000+0 Q1000; <; >doc:D.10.2g; 50 row; waited
        doc:D.10.2g 5; 0+0+0+1000+0 Q1000; <doc:D.10.2f; >; 50 row; last"#]],
    );
}

#[test]
fn without_clauses_controls_actions_and_risks_are_steps() {
    let more = r#""mode": "improve", "nonconformities": [{"id": "n-1", "grade": "major", "what": "x"}],
        "actions": [{"id": "t-1", "label": "T-1", "what": "Do", "items": ["4.1"]}], "documents": []"#;
    check(
        &all_done_but(&[("4.1", "partly"), ("A.5.9", "partly")], more),
        expect![[r#"
        act:T-1 1; 0+0+0+1200+0 Q1200; <; >; 0 elsewhere; phase
        item:A.5.9 3; 0+0+0+600+0 Q600; <; >; 200 row; last"#]],
    );
}

#[test]
fn how_soon_a_step_is_due() {
    for (due, expected) in [
        ("2026-11-23", 1_000),
        ("2026-11-24", 600),
        ("2026-12-24", 600),
        ("2026-12-25", 300),
        ("2027-02-22", 300),
        ("2027-02-23", 0),
    ] {
        let more = format!(r#""actions": [{{"id": "t-1", "what": "Do", "due": "{due}"}}]"#);
        let engine = engine(&all_done_but(&[], &more));
        let roadmap = engine.roadmap(today(), Plan::default());
        let action = roadmap.steps.iter().find(|step| step.node.id == "t-1").unwrap();
        assert_eq!(action.priority.urgency.product(), expected, "{due}");
    }
}

#[test]
fn what_lifts_other_frameworks_comes_first() {
    let members =
        all_done_but(&[("A.5.1", "partly"), ("A.5.3", "partly")], r#""mode": "demonstrate""#);
    let engine = engine(&members);
    let catalogue = engine.document().catalogue();
    let mut lifts = vec![0; catalogue.items().len()];
    // 12.9 basis points count as 12.
    lifts[catalogue.index_of("A.5.3").unwrap()] = 12_900_000;
    let plan = Plan { lifts: &lifts, ..Plan::default() };
    expect![[r#"
        doc:D.6.1.3d 2; 2000+0+0+600+0 Q2600; <; >; 100 row; phase
        item:A.5.3 3; 2000+0+180+1000+0 Q3180; <; >; 50 row; inherited
        item:A.5.1 3; 2000+0+0+300+0 Q2300; <; >; 200 row; last"#]]
    .assert_eq(&lines(&engine, plan));
}

#[test]
fn a_capacity_that_is_given_takes_the_place_of_the_contexts() {
    let engine = engine(r#""context": {"people": 30, "capacity_cd_week": 300}, "answers": []"#);
    let weeks = |capacity_cd_week| {
        let plan = Plan { capacity_cd_week, ..Plan::default() };
        engine.roadmap(today(), plan).totals.calendar.unwrap().build_weeks
    };
    assert_eq!(weeks(Some(300)), weeks(None));
    assert!(weeks(Some(150))[1] >= 2 * weeks(None)[1] - 1);
    // The whole of an empty assessment is the model's whole.
    let whole = engine.roadmap(today(), Plan::default()).totals.whole.range;
    assert_eq!(whole.ends(), [13_166, 17_650, 26_618]);
}

#[test]
fn what_a_person_reckons_with_is_set_and_taken_back() {
    use super::StepKind;

    let mut engine = engine(&all_done_but(&[("A.5.9", "partly")], ""));
    engine.set_today(today());
    let before = engine.document().to_bytes();
    let likely = |engine: &crate::Engine| {
        let roadmap = engine.roadmap(today(), Plan::default());
        let step = roadmap.steps.iter().find(|step| step.node.id == "A.5.9").unwrap();
        step.work.range.ends()
    };
    assert_eq!(likely(&engine), [100, 200, 400]);
    let own = |cd| Some((cd, "Ann".to_owned(), "The lists exist".to_owned()));
    let done = engine.set_effort(StepKind::Item, "A.5.9", own(75)).unwrap();
    assert_eq!(likely(&engine), [37, 75, 150]);
    let bytes = engine.document().to_bytes();
    let read = crate::Document::from_bytes(engine.document().catalogue().clone(), &bytes).unwrap();
    assert_eq!(read.to_bytes(), bytes, "it comes back as it was written");
    // Saying the same again changes nothing.
    assert!(engine.set_effort(StepKind::Item, "A.5.9", own(75)).unwrap().undo.is_empty());
    engine.apply(done.undo);
    assert_eq!(engine.document().to_bytes(), before);
    for (kind, id, cd) in [
        (StepKind::Item, "A.9.99", 75),
        (StepKind::Risk, "A.5.9", 75),
        (StepKind::Document, "D.9.99", 75),
        (StepKind::Item, "A.5.9", 200_001),
    ] {
        assert!(engine.set_effort(kind, id, own(cd)).is_err(), "{id}");
    }
    engine.set_effort(StepKind::Item, "A.5.9", own(75)).unwrap();
    engine.set_effort(StepKind::Item, "A.5.9", None).unwrap();
    assert_eq!(engine.document().to_bytes(), before);
}
