//! The worked cases of merging.

mod decided;
mod laws;
pub(crate) mod random;
mod taken;
mod told;
mod whole;

use expect_test::{Expect, expect};
use std::fmt::Write as _;

use super::{Choice, Decided, Merged, Resolution, Take, Versions, merge};
use crate::assessment::{Document, Register};
use crate::engine::Mapping;
use crate::problem::Problems;
use crate::words::in_english;
use crate::{Answer, Catalogue, Engine};

/// What all cases go out from.
const BASE: &str = r#"{
  "format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "lineage": "d-1",
  "groups": [{"id": "g-1", "label": "G-1", "name": "Servers"}, {"id": "g-2", "label": "G-2", "name": "Laptops"}],
  "risks": [
    {"id": "r-3", "label": "R-3", "title": "Fire", "event": "It burns.", "groups": ["g-1"], "owner": "Ada",
     "existing": ["A.8.13"], "current": {"likelihood": "l2", "c": "c2"}, "notes": "First."}
  ],
  "actions": [{"id": "t-1", "label": "T-1", "what": "Buy extinguishers", "serves": ["r-3"]}],
  "answers": [
    {"id": "4.1", "response": "yes", "notes": "Known.", "changed": "2026-01-01"},
    {"id": "A.5.1", "response": "no", "evidence": [{"id": "e-1", "label": "Policy"}]},
    {"id": "A.7.1", "response": "no"}
  ]
}"#;

pub(crate) fn document(text: &str) -> Document {
    Document::from_bytes(Catalogue::iso27001_2022(), text.as_bytes()).unwrap()
}

fn base() -> Document {
    let mut engine = Engine::from_document(document(BASE));
    let criteria = crate::assessment::Ready::Four.criteria().unwrap();
    engine.set_criteria(Some(criteria), &Mapping::default()).unwrap();
    engine.document().clone()
}

/// A version of the base, after some commands.
fn version(commands: impl FnOnce(&mut Engine)) -> Document {
    let mut engine = Engine::from_document(base());
    commands(&mut engine);
    engine.document().clone()
}

fn answer(engine: &mut Engine, id: &str, change: impl FnOnce(&mut Answer)) {
    let old = engine.document().answer(id).cloned();
    let mut answer = old.unwrap_or_else(|| Answer::new(id.parse().unwrap()));
    change(&mut answer);
    engine.set(answer).unwrap();
}

fn patch(engine: &mut Engine, register: Register, id: &str, json: &str) {
    engine.patch_entry(register, id, json.as_bytes()).unwrap();
}

/// What a merge says: conflicts, notes, and what fits.
fn said(merged: Result<Merged<'_>, Problems>) -> String {
    let merged = match merged {
        Ok(merged) => merged,
        Err(problems) => return in_english(&problems.0),
    };
    let mut text = String::new();
    for it in &merged.conflicts {
        let taken = it.taken.map(|take| format!(" takes {}", take.word())).unwrap_or_default();
        writeln!(text, "{} at {}{taken}", it.kind.word(), it.path).unwrap();
        let side = |side| it.text(side).unwrap_or_else(|| "-".into());
        let short = |text: String| text.chars().take(160).collect::<String>();
        let [base, ours, theirs] =
            [super::Side::Both, super::Side::Ours, super::Side::Theirs].map(side).map(short);
        writeln!(text, "  {base} | {ours} | {theirs}").unwrap();
        it.suggestion.iter().for_each(|it| writeln!(text, "  suggested: {it:?}").unwrap());
    }
    for it in &merged.notes {
        let other = it.other.as_ref().map(|it| format!(" and {it}")).unwrap_or_default();
        writeln!(text, "note {} {}{other}", it.kind.word(), it.path).unwrap();
    }
    for it in &merged.changes {
        writeln!(text, "{} {} by {}", it.kind.word(), it.path, it.by.word()).unwrap();
    }
    if merged.document.is_none() {
        text.push_str("nothing is merged\n");
    }
    text
}

#[track_caller]
fn check(ours: impl FnOnce(&mut Engine), theirs: impl FnOnce(&mut Engine), expected: Expect) {
    let (base, ours, theirs) = (base(), version(ours), version(theirs));
    let versions = three(&base, &ours, &theirs);
    expected.assert_eq(&said(merge(versions, &Decided::default())));
}

pub(super) fn three<'d>(
    base: &'d Document,
    ours: &'d Document,
    theirs: &'d Document,
) -> Versions<'d> {
    Versions { base: Some(base), ours, theirs, may_be_unrelated: false }
}

#[test]
fn different_members_of_one_answer_fit() {
    check(
        |engine| answer(engine, "A.5.1", |it| it.response = Some(crate::Response::Partly)),
        |engine| answer(engine, "A.5.1", |it| it.notes = "Half of it.".into()),
        expect![[r#"
            changed answers/A.5.1/response by ours
            added answers/A.5.1/notes by theirs
        "#]],
    );
}

#[test]
fn an_estimate_is_one_value() {
    let json = |likelihood: &str, c: &str| {
        format!(r#"{{"current": {{"likelihood": "{likelihood}", "c": "{c}"}}}}"#)
    };
    check(
        |engine| patch(engine, Register::Risk, "r-3", &json("l4", "c2")),
        |engine| patch(engine, Register::Risk, "r-3", &json("l2", "c4")),
        expect![[r#"
            value at risks/r-3/current
              {"likelihood":"l2","c":"c2"} | {"likelihood":"l4","c":"c2"} | {"likelihood":"l2","c":"c4"}
            nothing is merged
        "#]],
    );
}

#[test]
fn whether_a_control_applies_is_one_value() {
    use crate::assessment::{Applicability, Scope};
    check(
        |engine| {
            answer(engine, "A.7.1", |it| {
                let state = Applicability::Excluded;
                it.applicability =
                    Scope { state, justification: "No rooms.".into(), ..Scope::default() };
            });
        },
        |engine| {
            answer(engine, "A.7.1", |it| {
                let state = Applicability::Inherited;
                it.applicability = Scope { state, provider: "Landlord".into(), ..Scope::default() };
                it.owner = "Bo".into();
            });
        },
        expect![[r#"
            value at answers/A.7.1/applicability
              - | {"state":"excluded","justification":"No rooms."} | {"state":"inherited","provider":"Landlord"}
            added answers/A.7.1/owner by theirs
            nothing is merged
        "#]],
    );
}

#[test]
fn what_is_excluded_here_and_chosen_there_fits() {
    use crate::assessment::{Applicability, Scope};
    check(
        |engine| {
            answer(engine, "A.8.12", |it| {
                let state = Applicability::Excluded;
                it.applicability = Scope { state, justification: "No.".into(), ..Scope::default() };
            });
        },
        |engine| patch(engine, Register::Risk, "r-3", r#"{"treatment": {"controls": ["A.8.12"]}}"#),
        expect![[r#"
            changed risks/r-3/treatment/controls by theirs
            added answers/A.8.12 by ours
        "#]],
    );
}

#[test]
fn what_was_deleted_and_only_saved_again_is_gone() {
    check(
        |engine| answer(engine, "4.1", |it| (it.response, it.notes) = (None, String::new())),
        |engine| answer(engine, "4.1", |it| it.changed = "2026-02-02".parse().ok()),
        expect![[r#"
            removed answers/4.1 by ours
        "#]],
    );
}

#[test]
fn what_was_deleted_and_edited_is_a_conflict() {
    check(
        |engine| drop(engine.delete_entry(Register::Risk, "r-3", true).unwrap()),
        |engine| patch(engine, Register::Risk, "r-3", r#"{"notes": "Second."}"#),
        expect![[r#"
            delete-edit at risks/r-3
              {"id":"r-3","label":"R-3","title":"Fire","event":"It burns.","groups":["g-1"],"owner":"Ada","existing":["A.8.13"],"current":{"likelihood":"l2","c":"c2"},"notes" | - | {"id":"r-3","label":"R-3","title":"Fire","event":"It burns.","groups":["g-1"],"owner":"Ada","existing":["A.8.13"],"current":{"likelihood":"l2","c":"c2"},"notes"
            changed actions/t-1/serves by ours
            nothing is merged
        "#]],
    );
}

#[test]
fn what_was_deleted_and_is_used_elsewhere_is_a_conflict() {
    check(
        |engine| drop(engine.delete_entry(Register::Group, "g-2", false).unwrap()),
        |engine| patch(engine, Register::Risk, "r-3", r#"{"groups": ["g-1", "g-2"]}"#),
        expect![[r#"
            reference at groups/g-2
              {"id":"g-2","label":"G-2","name":"Laptops"} | - | {"id":"g-2","label":"G-2","name":"Laptops"}
            changed risks/r-3/groups by theirs
            nothing is merged
        "#]],
    );
}

fn new_risk(engine: &mut Engine, origin: &str, json: &str) {
    engine.set_origin(origin).unwrap();
    let entry = crate::assessment::Entry::from_json(Register::Risk, json.as_bytes()).unwrap();
    engine.put_entry(entry).unwrap();
}

#[test]
fn two_risks_with_one_label_are_two() {
    check(
        |engine| new_risk(engine, "one", r#"{"title": "Theft", "threat": "theft"}"#),
        |engine| new_risk(engine, "two", r#"{"title": "Theft", "threat": "theft"}"#),
        expect![[r#"
            note label_twice risks/r-pj6af5jxmf and risks/r-cagb4bts5c
            added risks/r-cagb4bts5c by ours
            added risks/r-pj6af5jxmf by theirs
        "#]],
    );
}

#[test]
fn sets_lose_what_one_removed_and_have_what_the_other_added() {
    check(
        |engine| patch(engine, Register::Risk, "r-3", r#"{"existing": []}"#),
        |engine| patch(engine, Register::Risk, "r-3", r#"{"existing": ["A.8.13", "A.8.14"]}"#),
        expect![[r#"
            note both_changed risks/r-3
            changed risks/r-3/existing by both
        "#]],
    );
}

#[test]
fn an_approval_of_what_the_other_changed_is_void() {
    let plan = r#"{"current": {"likelihood": "l4", "c": "c4"}, "treatment": {"option": "modify", "controls": ["A.8.13"], "residual": {"likelihood": "l1", "c": "c1"}}}"#;
    let base = version(|engine| patch(engine, Register::Risk, "r-3", plan));
    let mut ours = Engine::from_document(base.clone());
    ours.set_today("2026-11-24".parse().unwrap());
    let planned = r#"{"due": "2027-01-01", "owner": "Ada"}"#;
    patch(&mut ours, Register::Action, "t-1", planned);
    ours.approve("Ada", None).unwrap();
    let mut theirs = Engine::from_document(base.clone());
    patch(&mut theirs, Register::Risk, "r-3", r#"{"treatment": {"controls": ["A.8.14"]}}"#);
    let versions = three(&base, ours.document(), theirs.document());
    expect![[r#"
        note both_changed risks/r-3
        note approval_void risks/r-3/approvals/a-0a5xcbcyqy
        note approval_void risks/r-3/approvals/a-97wj1t2kar
        changed risks/r-3/treatment/controls by theirs
        added risks/r-3/approvals/a-0a5xcbcyqy by ours
        added risks/r-3/approvals/a-97wj1t2kar by ours
        added actions/t-1/owner by ours
        added actions/t-1/due by ours
    "#]]
    .assert_eq(&said(merge(versions, &Decided::default())));
}

#[test]
fn a_step_that_the_other_criteria_lack_is_a_conflict() {
    check(
        |engine| {
            let criteria = crate::assessment::Ready::Three.criteria().unwrap();
            engine.set_criteria(Some(criteria), &Mapping::default()).unwrap();
        },
        |engine| {
            new_risk(
                engine,
                "two",
                r#"{"title": "Theft", "current": {"likelihood": "l4", "c": "c1"}}"#,
            );
        },
        expect![[r#"
            step at criteria
              {"likelihood":[{"word":"l1","name":"rare","anchor":"less than once in ten years"},{"word":"l2","name":"possible","anchor":"once in three to ten years"},{"word": | {"likelihood":[{"word":"l1","name":"rare","anchor":"less than once in ten years"},{"word":"l2","name":"possible","anchor":"once in one to ten years"},{"word":"l | {"likelihood":[{"word":"l1","name":"rare","anchor":"less than once in ten years"},{"word":"l2","name":"possible","anchor":"once in three to ten years"},{"word":
            step at risks/r-pj6af5jxmf/current
              - | - | {"likelihood":"l4","c":"c1"}
            added risks/r-pj6af5jxmf by theirs
            nothing is merged
        "#]],
    );
}

#[test]
fn two_who_go_on_writing_are_joined_in_a_suggestion() {
    check(
        |engine| patch(engine, Register::Risk, "r-3", r#"{"notes": "First.\nYes."}"#),
        |engine| patch(engine, Register::Risk, "r-3", r#"{"notes": "First.\nAnd more."}"#),
        expect![[r#"
            value at risks/r-3/notes
              "First." | "First.\nYes." | "First.\nAnd more."
              suggested: "First.\nAnd more.\nYes."
            nothing is merged
        "#]],
    );
}

#[test]
fn days_out_of_order_are_one_conflict() {
    let law = r#"{"kind": "law", "title": "Act", "since": "2026-01-01", "until": "2026-12-31"}"#;
    let base = version(|engine| {
        let entry =
            crate::assessment::Entry::from_json(Register::Obligation, law.as_bytes()).unwrap();
        let id = engine.put_entry(entry).unwrap().ids.remove(0);
        assert_eq!(id.as_str().len(), 12);
    });
    let id = base.system().obligations[0].id.to_string();
    let with = |json: &str| {
        let mut engine = Engine::from_document(base.clone());
        patch(&mut engine, Register::Obligation, &id, json);
        engine.document().clone()
    };
    let (ours, theirs) = (with(r#"{"since": "2026-09-01"}"#), with(r#"{"until": "2026-06-30"}"#));
    let said = said(merge(three(&base, &ours, &theirs), &Decided::default()));
    expect![[r#"
        value at obligations/o-1/since
          {"since":"2026-01-01","until":"2026-12-31"} | {"since":"2026-09-01","until":"2026-12-31"} | {"since":"2026-01-01","until":"2026-06-30"}
        nothing is merged
    "#]].assert_eq(&said.replace(&id, "o-1"));
}

#[test]
fn without_an_ancestor_what_was_deleted_comes_back() {
    let (ours, theirs) = (
        version(|engine| drop(engine.delete_entry(Register::Risk, "r-3", true).unwrap())),
        version(|engine| patch(engine, Register::Group, "g-2", r#"{"name": "Notebooks"}"#)),
    );
    let versions = Versions { base: None, ours: &ours, theirs: &theirs, may_be_unrelated: false };
    expect![[r#"
        value at groups/g-2/name
          - | "Laptops" | "Notebooks"
        note only_theirs risks/r-3
        added risks/r-3 by theirs
        changed actions/t-1/serves by theirs
        nothing is merged
    "#]]
    .assert_eq(&said(merge(versions, &Decided::default())));
}
