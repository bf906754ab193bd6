//! Undo and redo: what is taken back leaves the bytes of before, what is made again those of after.

use expect_test::expect;

use super::{answer, engine};
use crate::assessment::{
    About, Answer, Context, Document, Entry, Mode, Paper, Premises, Question, Ready, Register,
    Response, ScopeParts,
};
use crate::engine::{Deed, Engine, Mapping};
use crate::facts::{Facts, Ledger};
use crate::problem::Problems;
use crate::record::Record as _;

/// Numbers that look drawn and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

const ITEMS: &[&str] = &["4.1", "6.1.2", "A.5.1", "A.7.1", "A.8.13", "c-1"];

fn entry(register: Register, json: &str) -> Entry {
    Entry::from_json(register, json.as_bytes()).unwrap()
}

/// One command out of all that there are, on the same few things over and over.
fn command(engine: &mut Engine, dice: &mut Dice) -> Result<(), Problems> {
    let id = *dice.of(ITEMS);
    let number = dice.below(4);
    match dice.below(20) {
        0..=3 => {
            let response =
                *dice.of(&[None, Some(Response::Yes), Some(Response::No), Some(Response::Partly)]);
            engine.respond(id, response)?;
        }
        4 | 5 => {
            let old = engine.document().answer(id).cloned();
            let notes = ["", "one", "two", "three"][number].into();
            engine.set(Answer { notes, ..old.unwrap_or_else(|| answer(id)) })?;
        }
        6 => {
            let owner: String = ["", "Ann"][number % 2].into();
            let of = |engine: &Engine, id: &str| engine.document().answer(id).cloned();
            let several = ["A.5.1", "A.5.2"].map(|id| of(engine, id).unwrap_or_else(|| answer(id)));
            engine.put_answers(
                several.map(|answer| Answer { owner: owner.clone(), ..answer }).into(),
            )?;
        }
        7 => {
            let scope = ["", "All of it", "Some"][number % 3].into();
            engine.set_about(About { scope, version: number.to_string(), ..About::default() })?;
        }
        8 | 9 => {
            let risk = format!(
                r#"{{"id": "r-{number}", "title": "Fire", "event": "Fire", "existing": ["A.8.13"],
                "treatment": {{"option": "modify", "controls": ["A.5.1", "c-1"]}},
                "current": {{"likelihood": "l{}", "a": "c{}"}}}}"#,
                1 + dice.below(4),
                1 + dice.below(4)
            );
            engine.put_entry(entry(Register::Risk, &risk))?;
        }
        10 => {
            let action =
                format!(r#"{{"what": "Do", "serves": ["r-{number}"], "controls": ["A.5.1"]}}"#);
            engine.put_entry(entry(Register::Action, &action))?;
        }
        11 => {
            let own = r#"{"id": "c-1", "title": "Own"}"#;
            engine.put_entry(entry(Register::OwnControl, own))?;
        }
        12 => {
            let law = format!(
                r#"{{"id": "o-1", "title": "Law {number}", "kind": "law", "controls": ["A.7.1"]}}"#
            );
            engine.put_entry(entry(Register::Obligation, &law))?;
        }
        13 => {
            let (register, id) = *dice.of(&[
                (Register::Risk, "r-1"),
                (Register::OwnControl, "c-1"),
                (Register::Obligation, "o-1"),
            ]);
            engine.delete_entry(register, id, number > 0)?;
        }
        14 => {
            engine.set_criteria(
                Some(dice.of(&[Ready::Four, Ready::Five]).criteria()?),
                &Mapping::default(),
            )?;
        }
        15 => {
            let premises = *dice.of(&[Some(Premises::None), None]);
            engine.set_context(Context { premises, ..Context::default() })?;
        }
        16 => {
            engine.accept_suggestions(Question::Premises, &["A.7.1", "A.7.6"], "We have none.")?;
        }
        17 => {
            engine.set_mode(*dice.of(&[None, Some(Mode::Certify)]))?;
            engine.set_scope_parts(ScopeParts {
                sites: number.to_string(),
                ..ScopeParts::default()
            })?;
        }
        18 => {
            let paper =
                Paper { title: "Handbook".into(), owner: number.to_string(), ..Paper::blank() };
            engine.set_document(paper)?;
        }
        _ => {
            engine.in_one_step(|step| {
                let group = entry(Register::Group, r#"{"name": "Rota"}"#);
                step.then(|engine| engine.put_entry(group))?;
                let risk = r#"{"id": "r-9", "title": "Flood", "event": "Flood", "current": {"likelihood": "l1"}}"#;
                step.then(|engine| engine.put_entry(entry(Register::Risk, risk)))?;
                Ok(())
            })?;
        }
    }
    Ok(())
}

#[track_caller]
fn is_kept_up(engine: &Engine) {
    let fresh = Engine::from_document(engine.document().clone());
    assert_eq!(*engine.facts(), Facts::of(engine.document()));
    assert_eq!(*engine.ledger(), Ledger::of(engine.document()));
    assert!(engine.scores().eq(fresh.scores()));
    let catalogue = engine.document().catalogue().clone();
    let read = Document::from_bytes(catalogue, &engine.document().to_bytes()).unwrap();
    assert_eq!(engine.document().size_bound_bytes(), read.size_bound_bytes());
}

#[test]
fn whatever_is_done_is_taken_back_and_made_again() {
    let mut made = 0;
    for seed in 0..24 {
        let mut dice = Dice(seed);
        let mut engine = engine();
        engine.set_origin("copy-1").unwrap();
        let days = ["2026-11-23", "2026-11-24", "2027-02-01"];
        let mut bytes = vec![engine.document().to_bytes()];
        for _ in 0..40 {
            engine.set_today(dice.of(&days).parse().unwrap());
            let before = bytes.last().unwrap().clone();
            let len = engine.undoable_len();
            let was = (engine.undoable().cloned(), engine.redoable().cloned());
            let done = command(&mut engine, &mut dice);
            let after = engine.document().to_bytes();
            if after == before {
                assert_eq!(
                    engine.undoable_len(),
                    len,
                    "what changes nothing makes no unit: {done:?}"
                );
                assert_eq!((engine.undoable().cloned(), engine.redoable().cloned()), was);
                continue;
            }
            // Two commands of one turn of the dice are two units.
            let units = engine.undoable_len() - len;
            assert!((1..=2).contains(&units) && engine.redoable().is_none());
            for _ in 0..units {
                engine.undo().unwrap();
            }
            assert_eq!(engine.document().to_bytes(), before, "taken back");
            is_kept_up(&engine);
            for _ in 0..units {
                engine.redo().unwrap();
            }
            assert_eq!(engine.document().to_bytes(), after, "made again");
            is_kept_up(&engine);
            for _ in 1..units {
                bytes.push(Vec::new());
            }
            bytes.push(after);
            made += 1;
        }
        assert_eq!(engine.undoable_len(), bytes.len() - 1);
        for before in bytes.iter().rev().skip(1) {
            let turned = engine.undo().unwrap();
            assert!(before.is_empty() || engine.document().to_bytes() == *before, "{turned:?}");
        }
        assert!(engine.undo().is_none());
        is_kept_up(&engine);
        for after in bytes.iter().skip(1) {
            engine.redo().unwrap();
            assert!(after.is_empty() || engine.document().to_bytes() == *after);
        }
        assert!(engine.redo().is_none());
    }
    assert!(made > 450, "{made} commands changed something");
}

#[test]
fn a_new_command_empties_what_could_be_made_again_and_a_refused_one_touches_nothing() {
    let mut engine = engine();
    engine.respond("4.1", Some(Response::Yes)).unwrap();
    engine.respond("4.2", Some(Response::Yes)).unwrap();
    engine.undo().unwrap();
    let stacks = |engine: &Engine| (engine.undoable().cloned(), engine.redoable().cloned());
    let before = stacks(&engine);
    engine.respond("no such", Some(Response::Yes)).unwrap_err();
    engine.set(Answer { notes: "x".repeat(70_000), ..answer("4.1") }).unwrap_err();
    engine.delete_entry(Register::Risk, "r-1", true).unwrap_err();
    engine.respond("4.1", Some(Response::Yes)).unwrap();
    assert_eq!(stacks(&engine), before);
    engine.respond("4.3", Some(Response::Yes)).unwrap();
    assert!(engine.redoable().is_none());
    engine.load(&engine.document().to_bytes()).unwrap();
    assert_eq!(stacks(&engine), (None, None), "another assessment is on the screen");
}

#[test]
fn typing_in_one_field_is_one_unit_until_the_field_is_left() {
    let mut engine = engine();
    let type_in = |engine: &mut Engine, notes: &str| {
        let old = engine.document().answer("4.1").cloned().unwrap_or_else(|| answer("4.1"));
        engine.set(Answer { notes: notes.into(), ..old }).unwrap();
    };
    engine.respond("4.1", Some(Response::Yes)).unwrap();
    let before = engine.document().to_bytes();
    engine.type_in("4.1 notes");
    for notes in ["h", "ha", "half"] {
        type_in(&mut engine, notes);
    }
    assert_eq!(engine.undoable_len(), 2);
    engine.typed();
    engine.type_in("4.1 notes");
    type_in(&mut engine, "half of it");
    assert_eq!(engine.undoable_len(), 3, "it was left in between");
    engine.undo();
    assert_eq!(engine.document().answer("4.1").unwrap().notes, "half");
    engine.undo();
    assert_eq!(engine.document().to_bytes(), before);
    engine.type_in("4.1 notes");
    type_in(&mut engine, "x");
    type_in(&mut engine, "");
    assert_eq!(engine.undoable_len(), 1, "what was typed and deleted again is nothing");
    engine.type_in("4.2 notes");
    engine.set(Answer { notes: "other".into(), ..answer("4.2") }).unwrap();
    type_in(&mut engine, "in another field");
    assert_eq!(engine.undoable_len(), 3);
}

#[test]
fn the_oldest_units_go_and_one_that_is_too_large_is_kept_alone() {
    let mut engine = engine();
    for turn in 0..450 {
        engine
            .respond("4.1", Some(if turn % 2 == 0 { Response::Yes } else { Response::No }))
            .unwrap();
    }
    assert_eq!(engine.undoable_len(), 200);
    let large = |letter: &str| Answer { notes: letter.repeat(60_000), ..answer("4.2") };
    for turn in 0..200 {
        engine.set(large(["a", "b"][turn % 2])).unwrap();
    }
    let len = engine.undoable_len();
    assert!(
        (65..=75).contains(&len),
        "a text counts as what it may take in a file, twice its length: {len}"
    );
    while engine.undo().is_some() {}
    assert!(engine.redoable().is_some());
    let answers = |letter: &str| -> Vec<Answer> {
        let items = engine_items();
        items
            .iter()
            .map(|id| Answer {
                notes: letter.repeat(60_000),
                inclusion_words: letter.repeat(60_000),
                ..answer(id)
            })
            .collect()
    };
    engine.put_answers(answers("a")).unwrap();
    let before = engine.document().to_bytes();
    engine.put_answers(answers("b")).unwrap();
    assert_eq!(engine.undoable_len(), 1, "what is larger than the limit is kept alone");
    engine.undo().unwrap();
    assert_eq!(engine.document().to_bytes(), before);
}

fn engine_items() -> Vec<String> {
    let engine = engine();
    let items = engine.document().catalogue().items().iter();
    items.filter(|item| item.is_assessed()).map(|item| item.id().to_string()).take(65).collect()
}

#[test]
fn what_an_engine_of_answers_did_is_taken_over() {
    let mut engine = engine();
    engine.respond("4.1", Some(Response::Yes)).unwrap();
    let first = engine.document().answer("4.1").cloned();
    let states = [engine.document().to_bytes()];
    engine.respond("4.1", Some(Response::No)).unwrap();
    let bytes = engine.document().to_bytes();
    engine.load(&bytes).unwrap();
    engine.recall_answer("4.1", None).unwrap();
    engine.recall_answer("4.1", first).unwrap();
    engine.recall_about(About::default());
    engine.recall_answer("no such", None).unwrap_err();
    assert_eq!(engine.document().to_bytes(), bytes, "nothing is changed by that");
    engine.undo();
    engine.undo();
    assert_eq!(engine.document().to_bytes(), states[0]);
    engine.undo();
    assert!(engine.document().answer("4.1").is_none() && engine.undo().is_none());
}

#[test]
fn what_was_done_has_a_name() {
    let mut engine = engine();
    engine.set_today("2026-11-23".parse().unwrap());
    let mut said = String::new();
    let mut say = |engine: &Engine| {
        let Deed { did, what, name, count } = engine.undoable().unwrap();
        said.push_str(&format!("{} {what} {name:?} {count}\n", did.word()));
    };
    engine.respond("4.1", Some(Response::Yes)).unwrap();
    say(&engine);
    engine.set_about(About { scope: "All".into(), ..About::default() }).unwrap();
    say(&engine);
    engine.set_criteria(Some(Ready::Four.criteria().unwrap()), &Mapping::default()).unwrap();
    say(&engine);
    engine
        .in_one_step(|step| {
            let group = entry(Register::Group, r#"{"name": "Rota"}"#);
            step.then(|engine| engine.put_entry(group))?;
            let risk = entry(Register::Risk, r#"{"id": "r-1", "title": "Fire", "event": "x"}"#);
            step.then(|engine| engine.put_entry(risk))?;
            Ok(())
        })
        .unwrap();
    say(&engine);
    engine.patch_entry(Register::Risk, "r-1", br#"{"title": "Flood"}"#).unwrap();
    say(&engine);
    engine.put_entry(entry(Register::Action, r#"{"what": "Do", "serves": ["r-1"]}"#)).unwrap();
    say(&engine);
    engine.delete_entry(Register::Risk, "r-1", true).unwrap();
    say(&engine);
    engine.set_context(Context { premises: Some(Premises::None), ..Context::default() }).unwrap();
    say(&engine);
    engine.accept_suggestions(Question::Premises, &["A.7.1", "A.7.6"], "none").unwrap();
    say(&engine);
    engine.set_mode(Some(Mode::Certify)).unwrap();
    say(&engine);
    engine.set_document(Paper { title: "Handbook".into(), ..Paper::blank() }).unwrap();
    say(&engine);
    engine.remove_document("Handbook").unwrap();
    say(&engine);
    engine
        .put_answers(vec![
            answer("A.5.1").respond(Response::Yes),
            answer("A.5.2").respond(Response::No),
        ])
        .unwrap();
    say(&engine);
    let turned = engine.undo().unwrap();
    said.push_str(&format!("{:?}\n", turned.ids));
    expect![[r#"
        change answers "4.1" 1
        change about "" 1
        add criteria "" 1
        add risks "R-1" 1
        change risks "R-1" 1
        add actions "T-1" 1
        delete risks "R-1" 1
        change context "" 1
        change suggestions "A.7.1" 2
        change mode "" 1
        add documents "Handbook" 1
        delete documents "Handbook" 1
        change answers "A.5.1" 2
        ["A.5.2", "A.5.1"]
    "#]]
    .assert_eq(&said);
}
