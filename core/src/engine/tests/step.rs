//! Several commands make one step, which is taken back as one.

use expect_test::expect;

use super::engine;
use crate::Date;
use crate::assessment::{Entry, Ready, Register};
use crate::engine::{Engine, Mapping};
use crate::risk::State;

#[test]
fn several_commands_are_one_step_or_nothing() {
    let today: Date = "2026-12-31".parse().unwrap();
    let mut engine = engine();
    engine.set_origin("copy-1").unwrap();
    engine.set_today(today);
    let empty = engine.document().to_bytes();
    let judged = r#"{"title": "One", "event": "x", "current": {"likelihood": "l3", "a": "c3"}}"#;
    let all = |engine: &mut Engine, more: &str| {
        let risk = Entry::from_json(Register::Risk, judged.as_bytes())?;
        engine.in_one_step(|step| {
            let criteria = Ready::Four.criteria()?;
            let group = Entry::from_json(Register::Group, br#"{"name": "Rota"}"#)?;
            step.then(|engine| engine.set_criteria(Some(criteria), &Mapping::default()))?;
            let ids = step.then(|engine| engine.put_entry(group))?;
            assert_eq!(step.engine().system().groups.len(), 1);
            let Entry::Risk(mut risk) = risk else { panic!("a risk") };
            risk.groups.extend(ids);
            risk.title.push_str(more);
            step.then(|engine| engine.put_entry(Entry::Risk(risk)))?;
            Ok(())
        })
    };
    let done = all(&mut engine, "").unwrap();
    assert_eq!(done.ids.len(), 2, "the group and the risk");
    assert_eq!(engine.risks(today).evaluate(0).unwrap().state, State::Untreated);
    let full = engine.document().to_bytes();
    let redo = engine.apply(done.undo);
    assert_eq!(engine.document().to_bytes(), empty, "all of it is taken back at once");
    engine.apply(redo);
    assert_eq!(engine.document().to_bytes(), full);
    let mut engine = super::engine();
    let problems = all(&mut engine, &"long ".repeat(500)).unwrap_err();
    assert_eq!(engine.document().to_bytes(), super::engine().document().to_bytes());
    expect![
        "E-TOO-LARGE at risks.title: the text has 2,503 bytes, the limit is 2,048; shorten it, or link a document"
    ]
    .assert_eq(&crate::words::in_english(&problems.0));
}
