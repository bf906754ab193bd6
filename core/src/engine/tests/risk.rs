//! Commands on the registers of risk: each makes all of what it says, or nothing.

use expect_test::{Expect, expect};

use super::engine;
use crate::assessment::{Entry, Ready, Register};
use crate::engine::{Accept, Done, Engine, Mapping};
use crate::risk::{ApprovalState, State};
use crate::{Answer, Date, Problems};

const TODAY: &str = "2026-12-31";

fn with_criteria() -> Engine {
    let mut engine = engine();
    engine.set_today(TODAY.parse().unwrap());
    engine.set_criteria(Some(Ready::Four.criteria().unwrap()), &Mapping::default()).unwrap();
    engine
}

fn put(engine: &mut Engine, register: Register, json: &str) -> Result<Done, Problems> {
    engine.put_entry(Entry::from_json(register, json.as_bytes())?)
}

#[track_caller]
fn refused(
    engine: &mut Engine,
    command: impl Fn(&mut Engine) -> Result<Done, Problems>,
    expected: Expect,
) {
    let before = engine.document().to_bytes();
    let problems = command(engine).unwrap_err();
    assert_eq!(engine.document().to_bytes(), before, "what is refused changes nothing");
    expected.assert_eq(&crate::words::in_english(&problems.0));
}

fn state(engine: &Engine, place: usize) -> State {
    engine.risks(today()).evaluate(place).unwrap().state
}

fn today() -> Date {
    TODAY.parse().unwrap()
}

#[test]
fn a_new_entry_gets_id_and_label() {
    let mut engine = with_criteria();
    engine.set_origin("copy-1").unwrap();
    let first = put(&mut engine, Register::Risk, r#"{"title": "One"}"#).unwrap();
    let seventh = put(&mut engine, Register::Risk, r#"{"title": "Two", "label": "R-7"}"#).unwrap();
    put(&mut engine, Register::Risk, r#"{"title": "Three"}"#).unwrap();
    let mut labels: Vec<&str> =
        engine.document().system().risks.iter().map(|risk| risk.label.as_str()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["R-1", "R-7", "R-8"]);
    assert_ne!(first.ids, seventh.ids);
    // An id never comes again, not even where its entry was taken back.
    let third = put(&mut engine, Register::Group, r#"{"name": "G"}"#).unwrap();
    let id = third.ids[0].clone();
    engine.apply(third.undo);
    let fourth = put(&mut engine, Register::Group, r#"{"name": "G"}"#).unwrap();
    assert_ne!(fourth.ids[0], id);
}

#[test]
fn a_part_of_an_entry_is_changed_and_null_empties_it() {
    let mut engine = with_criteria();
    let json = r#"{"id": "r-1", "title": "One", "owner": "Ann", "event": "x",
        "treatment": {"option": "modify", "controls": ["A.8.7"]}}"#;
    put(&mut engine, Register::Risk, json).unwrap();
    let patch =
        br#"{"id": "r-2", "owner": null, "treatment": {"option": "retain"}, "tags": ["b", "a"]}"#;
    engine.patch_entry(Register::Risk, "r-1", patch).unwrap();
    let entry = engine.document().system().entry(Register::Risk, "r-1").unwrap();
    expect![[r#"
        {
          "id": "r-1",
          "label": "R-1",
          "title": "One",
          "event": "x",
          "treatment": {
            "option": "retain",
            "controls": [
              "A.8.7"
            ]
          },
          "tags": [
            "a",
            "b"
          ]
        }
    "#]]
    .assert_eq(&String::from_utf8(entry.to_json()).unwrap());
    let before = engine.document().to_bytes();
    let same = engine.patch_entry(Register::Risk, "r-1", b"{}").unwrap();
    assert!(same.undo.is_empty() && engine.document().to_bytes() == before);
    refused(
        &mut engine,
        |engine| {
            engine.patch_entry(Register::Risk, "r-1", br#"{"title": null, "tags": [1], "x": 1}"#)
        },
        expect![[r#"
            E-TYPE at tags[0]: here stands a number; write text
            E-FIELD at `x`: the field `x` is not known; remove it, or open the file with the version of Annexa that wrote it"#]],
    );
    refused(
        &mut engine,
        |engine| engine.patch_entry(Register::Risk, "r-1", br#"{"title": null}"#),
        expect!["E-MISSING at risks.title: the field `title` says nothing; fill it in"],
    );
    refused(
        &mut engine,
        |engine| engine.patch_entry(Register::Risk, "r-9", b"{}"),
        expect!["E-UNKNOWN-ID: `r-9` is no entry of `risks`; see the register for what it holds"],
    );
}

#[test]
fn values_need_criteria_and_own_controls_an_id_of_their_own() {
    let mut engine = engine();
    refused(
        &mut engine,
        |engine| {
            put(
                engine,
                Register::Risk,
                r#"{"title": "x", "current": {"likelihood": "l1", "c": "c1"}}"#,
            )
        },
        expect![
            "E-NO-CRITERIA at risks: there are no criteria by which a risk could be judged; set criteria first; the 4×4 matrix is offered ready"
        ],
    );
    put(&mut engine, Register::Risk, r#"{"title": "x"}"#).unwrap();
    refused(
        &mut engine,
        |engine| put(engine, Register::OwnControl, r#"{"id": "A.5.1", "title": "x"}"#),
        expect![
            "E-DUPLICATE-ID at own_controls.id: `A.5.1` is an item of the catalogue; give the own control another id, or none; one is made"
        ],
    );
    let controls: Vec<String> = (0..61).map(|number| format!("\"x-{number}\"")).collect();
    let many = format!(r#"{{"title": "x", "existing": [{}]}}"#, controls.join(","));
    refused(
        &mut engine,
        |engine| put(engine, Register::Risk, &many),
        expect![
            "E-TOO-LARGE at existing: the list has 61 entries, the limit is 60; remove entries"
        ],
    );
}

#[test]
fn what_others_refer_to_goes_together_with_the_references() {
    let mut engine = with_criteria();
    for (register, json) in [
        (Register::Obligation, r#"{"id": "o-1", "label": "O-1", "kind": "law", "title": "Law"}"#),
        (Register::OwnControl, r#"{"id": "c-1", "title": "Own"}"#),
        (
            Register::Risk,
            r#"{"id": "r-1", "title": "x", "existing": ["c-1", "A.5.1"],
            "treatment": {"option": "share", "share_basis": ["o-1"], "controls": ["c-1"]}}"#,
        ),
        (
            Register::Action,
            r#"{"id": "t-1", "what": "x", "serves": ["o-1", "r-1"], "controls": ["c-1"]}"#,
        ),
    ] {
        put(&mut engine, register, json).unwrap();
    }
    let answer = br#"{"id": "A.5.1", "inclusion": [{"reason": "legal", "reference": "O-1"}]}"#;
    engine.set(Answer::from_json(answer).unwrap()).unwrap();
    engine.set(Answer::from_json(br#"{"id": "c-1", "response": "yes"}"#).unwrap()).unwrap();
    assert_eq!(engine.document().unknown_ids().count(), 0, "an own control is known");
    refused(
        &mut engine,
        |engine| engine.delete_entry(Register::Obligation, "o-1", false),
        expect![[r#"
            E-REFERENCED at risks/r-1/treatment/share_basis: here stands a reference to `o-1`; remove it first, or delete the entry together with what refers to it
            E-REFERENCED at actions/t-1/serves: here stands a reference to `o-1`; remove it first, or delete the entry together with what refers to it
            E-REFERENCED at answers/A.5.1/inclusion: here stands a reference to `o-1`; remove it first, or delete the entry together with what refers to it"#]],
    );
    refused(
        &mut engine,
        |engine| engine.delete_entry(Register::OwnControl, "c-1", false),
        expect![[r#"
            E-REFERENCED at risks/r-1/existing: here stands a reference to `c-1`; remove it first, or delete the entry together with what refers to it
            E-REFERENCED at risks/r-1/treatment/controls: here stands a reference to `c-1`; remove it first, or delete the entry together with what refers to it
            E-REFERENCED at actions/t-1/controls: here stands a reference to `c-1`; remove it first, or delete the entry together with what refers to it"#]],
    );
    engine.delete_entry(Register::Obligation, "o-1", true).unwrap();
    engine.delete_entry(Register::OwnControl, "c-1", true).unwrap();
    let system = engine.document().system();
    assert!(system.obligations.is_empty() && system.own_controls.is_empty());
    assert!(system.risks[0].treatment.share_basis.is_empty());
    assert_eq!(system.risks[0].existing.len(), 1);
    assert_eq!(system.actions[0].serves.len(), 1);
    assert!(system.actions[0].controls.is_empty());
    assert_eq!(engine.document().answer("A.5.1").unwrap().inclusion[0].reference, "");
    assert!(engine.document().answer("c-1").is_none());
}

#[test]
fn a_step_that_goes_needs_another_in_its_place() {
    let mut engine = with_criteria();
    let json =
        r#"{"id": "r-1", "title": "x", "event": "x", "current": {"likelihood": "l4", "c": "c4"}}"#;
    put(&mut engine, Register::Risk, json).unwrap();
    let three = Ready::Three.criteria().unwrap();
    refused(
        &mut engine,
        |engine| engine.set_criteria(Some(three.clone()), &Mapping::default()),
        expect![[r#"
            E-STEP-IN-USE at criteria.likelihood: the step `l4` goes, and 1 values of risks use it; say which step of the new criteria stands for it
            E-STEP-IN-USE at criteria.consequence: the step `c4` goes, and 1 values of risks use it; say which step of the new criteria stands for it"#]],
    );
    let id = |word: &str| word.parse().unwrap();
    let mapping =
        Mapping { likelihood: vec![(id("l4"), id("l1"))], consequence: vec![(id("c4"), id("c3"))] };
    let preview = engine.preview_criteria(three.clone(), &mapping, today()).unwrap();
    assert_eq!(preview[0].current.2.word(), "level_changed");
    let unread = engine.preview_criteria(three.clone(), &Mapping::default(), today()).unwrap();
    assert_eq!(unread[0].exposure.2.word(), "not_readable");
    let done = engine.set_criteria(Some(three), &mapping).unwrap();
    assert_eq!(done.ids.len(), 1);
    let risk = &engine.document().system().risks[0];
    assert_eq!(risk.current.as_ref().unwrap().likelihood, Some(id("l1")));
    refused(
        &mut engine,
        |engine| {
            let wrong = Mapping { likelihood: vec![(id("l1"), id("l9"))], ..Mapping::default() };
            engine.set_criteria(Some(Ready::Four.criteria().unwrap()), &wrong)
        },
        expect![
            "E-CRITERIA at mapping.likelihood: `l9` is no step of the new criteria; map to one of their steps"
        ],
    );
    refused(
        &mut engine,
        |engine| engine.set_criteria(None, &Mapping::default()),
        expect![[r#"
        E-STEP-IN-USE at criteria.likelihood: the step `l1` goes, and 1 values of risks use it; say which step of the new criteria stands for it
        E-STEP-IN-USE at criteria.consequence: the step `c3` goes, and 1 values of risks use it; say which step of the new criteria stands for it"#]],
    );
}

fn treated() -> Engine {
    let mut engine = with_criteria();
    let json = r#"{"id": "r-1", "title": "x", "event": "x", "owner": "Ann", "current": {"likelihood": "l4", "c": "c4"},
        "treatment": {"option": "modify", "controls": ["A.8.7"], "residual": {"likelihood": "l1", "c": "c2"}}}"#;
    put(&mut engine, Register::Risk, json).unwrap();
    engine.set(Answer::from_json(br#"{"id": "A.8.7", "implementation": "planned", "owner": "Dan", "due": "2027-03-01"}"#).unwrap()).unwrap();
    engine
}

fn approvals(engine: &Engine) -> (ApprovalState, ApprovalState) {
    let it = engine.risks(today()).evaluate(0).unwrap();
    (it.plan, it.residual)
}

#[test]
fn an_approval_holds_until_something_material_changes() {
    use ApprovalState::{Absent, Valid, Void};
    let mut engine = treated();
    assert_eq!(approvals(&engine), (Absent, Absent));
    let done = engine.approve(" ann ", None).unwrap();
    assert_eq!(done.ids.len(), 1);
    assert_eq!(approvals(&engine), (Valid, Valid));
    assert!(engine.approve("Ann", None).unwrap().undo.is_empty(), "it is approved already");
    for (patch, expected) in [
        (
            r#"{"title": "other", "notes": "n", "reviewed": "2026-01-01", "tags": ["t"]}"#,
            (Valid, Valid),
        ),
        (r#"{"event": "  x  "}"#, (Valid, Valid)),
        (r#"{"event": "y"}"#, (Void, Void)),
        (r#"{"owner": "Bob"}"#, (Void, Void)),
        (r#"{"treatment": {"controls": ["A.8.7", "A.8.13"]}}"#, (Void, Void)),
        (r#"{"treatment": {"residual": {"likelihood": "l1", "c": "c1"}}}"#, (Valid, Void)),
        (r#"{"treatment": {"why": "because"}}"#, (Valid, Valid)),
        (r#"{"current": {"likelihood": "l3", "c": "c4"}}"#, (Valid, Void)),
        (r#"{"existing": ["A.5.1"]}"#, (Void, Void)),
    ] {
        let done = engine.patch_entry(Register::Risk, "r-1", patch.as_bytes()).unwrap();
        assert_eq!(approvals(&engine), expected, "{patch}");
        engine.apply(done.undo);
        assert_eq!(approvals(&engine), (Valid, Valid), "taken back: {patch}");
    }
    let due = |engine: &mut Engine, due: &str| {
        let answer =
            format!(r#"{{"id": "A.8.7", "implementation": "planned", "owner": "Dan"{due}}}"#);
        engine.set(Answer::from_json(answer.as_bytes()).unwrap()).unwrap();
        approvals(engine)
    };
    assert_eq!(due(&mut engine, r#", "due": "2027-02-01""#), (Valid, Valid), "earlier");
    assert_eq!(due(&mut engine, r#", "due": "2027-03-02""#), (Void, Valid), "later");
    assert_eq!(due(&mut engine, ""), (Void, Valid), "without a day");
    assert_eq!(due(&mut engine, r#", "due": "2027-03-01""#), (Valid, Valid));
    let action =
        r#"{"id": "t-1", "what": "Do", "serves": ["r-1"], "owner": "x", "due": "2027-01-01"}"#;
    put(&mut engine, Register::Action, action).unwrap();
    assert_eq!(approvals(&engine), (Void, Valid));
    let mut line = engine.document().system().criteria.clone().unwrap();
    line.accept_up_to = "medium".parse().unwrap();
    line.levels[0].name = "green".into();
    engine.set_criteria(Some(line.clone()), &Mapping::default()).unwrap();
    assert_eq!(approvals(&engine), (Void, Valid), "still on the same sides of the line");
    line.accept_up_to = "critical".parse().unwrap();
    engine.set_criteria(Some(line), &Mapping::default()).unwrap();
    assert_eq!(approvals(&engine), (Void, Void));
    refused(
        &mut engine,
        |engine| engine.approve("Bob", Some(&["r-1", "r-9"])),
        expect![[r#"
        E-UNKNOWN-ID: `r-9` is no entry of `risks`; see the register for what it holds
        E-APPROVE at risks/r-1: the risk has another owner; let its owner approve"#]],
    );
    assert!(engine.approve("Bob", None).unwrap().ids.is_empty());
}

#[test]
fn old_approvals_that_are_void_make_room() {
    let mut engine = treated();
    let mut dropped = 0;
    for number in 0..25 {
        let patch = format!(r#"{{"event": "event {number}"}}"#);
        engine.patch_entry(Register::Risk, "r-1", patch.as_bytes()).unwrap();
        dropped += engine.approve("Ann", None).unwrap().dropped.len();
        assert_eq!(approvals(&engine), (ApprovalState::Valid, ApprovalState::Valid));
    }
    assert_eq!(engine.document().system().risks[0].approvals.len(), 40);
    assert_eq!(dropped, 10);
}

#[test]
fn a_finished_plan_is_adopted() {
    let mut engine = treated();
    refused(
        &mut engine,
        |engine| engine.adopt("r-1"),
        expect![
            "E-ADOPT at risks/r-1/treatment: the plan is not complete; put every chosen control in place and finish every action first"
        ],
    );
    assert_eq!(state(&engine, 0), State::Planned);
    engine
        .set(Answer::from_json(br#"{"id": "A.8.7", "implementation": "implemented"}"#).unwrap())
        .unwrap();
    assert_eq!(state(&engine, 0), State::Acceptable);
    engine.adopt("r-1").unwrap();
    let entry = engine.document().system().entry(Register::Risk, "r-1").unwrap();
    expect![[r#"
        {
          "id": "r-1",
          "label": "R-1",
          "title": "x",
          "event": "x",
          "owner": "Ann",
          "existing": [
            "A.8.7"
          ],
          "current": {
            "likelihood": "l1",
            "c": "c2"
          },
          "reviewed": "2026-12-31"
        }
    "#]]
    .assert_eq(&String::from_utf8(entry.to_json()).unwrap());
    put(
        &mut engine,
        Register::Risk,
        r#"{"id": "r-2", "title": "x", "treatment": {"option": "avoid"}}"#,
    )
    .unwrap();
    refused(
        &mut engine,
        |engine| engine.adopt("r-2"),
        expect![
            "E-ADOPT at risks/r-2/treatment: what is avoided leaves no assessment to take over; delete the risk, or give what is left of it"
        ],
    );
}

#[test]
fn a_risk_is_accepted_by_who_may_until_a_day() {
    let mut engine = treated();
    engine
        .patch_entry(
            Register::Risk,
            "r-1",
            br#"{"treatment": {"option": "retain", "controls": null}}"#,
        )
        .unwrap();
    let accept = |role: &str, until: Option<&str>, level: Option<&str>| Accept {
        by: "Cleo".into(),
        role: role.into(),
        until: until.map(|day| day.parse().unwrap()),
        level: level.map(|word| word.parse().unwrap()),
        why: "the market".into(),
    };
    let top = "Top Management";
    for (given, expected) in [
        (
            accept(top, None, None),
            expect![
                "E-MISSING at risks/r-1/acceptance/until: above the line an acceptance ends on a day; give the last day"
            ],
        ),
        (
            accept("intern", Some("2027-06-01"), None),
            expect![
                "E-ACCEPT at risks/r-1/acceptance: this role may not accept a risk at this level; see the criteria for who may"
            ],
        ),
        (
            accept(top, Some("2027-06-01"), Some("medium")),
            expect![
                "E-ACCEPT at risks/r-1/acceptance: the risk is higher than what is accepted; accept its level"
            ],
        ),
        (
            accept(top, Some("2027-06-01"), Some("none")),
            expect![
                "E-ACCEPT at risks/r-1/acceptance: the level is none of the criteria; name one of their levels"
            ],
        ),
        (
            accept(top, Some("2026-06-01"), None),
            expect![
                "E-DATE-ORDER at risks.acceptance: `until` is 2026-06-01, before `on`, which is 2026-12-31; let `until` be on the day of `on` or after it"
            ],
        ),
    ] {
        refused(&mut engine, |engine| engine.accept("r-1", given.clone()), expected);
    }
    engine.accept("r-1", accept(top, Some("2027-06-01"), None)).unwrap();
    assert_eq!(state(&engine, 0), State::Accepted);
    put(&mut engine, Register::Risk, r#"{"id": "r-2", "title": "draft"}"#).unwrap();
    refused(
        &mut engine,
        |engine| engine.accept("r-2", accept(top, Some("2027-06-01"), None)),
        expect![
            "E-ACCEPT at risks/r-2/acceptance: the risk cannot be evaluated yet; complete it first"
        ],
    );
}
