//! What is kept is what an engine says that was made anew, and a delta names every risk of which
//! something else holds.

use crate::assessment::{About, Answer, Entry, Mode, Register};
use crate::engine::{Delta, Engine, Unit};
use crate::next::steps;
use crate::problem::{Date, Problems};
use crate::risk::tests::random::{self, CONTROLS, Dice};
use crate::words::Words;

const DAYS: [&str; 3] = ["2026-07-01", "2026-11-24", "2027-04-01"];

/// What a step did.
enum Step {
    Answered(Result<Delta, Problems>),
    Changed(Option<Unit>),
}

fn step(dice: &mut Dice, engine: &mut Engine, undo: Option<Unit>) -> Step {
    let number = 1 + dice.below(8);
    let entry = |register, text: String| Entry::from_json(register, text.as_bytes()).unwrap();
    let put = match dice.below(16) {
        0..=5 => {
            let id = dice.one(CONTROLS);
            let answer = random::answer(dice, id);
            return Step::Answered(engine.set(Answer::from_json(answer.as_bytes()).unwrap()));
        }
        6..=8 => {
            let response = ["yes", "partly", "no"][dice.below(3)];
            let response = crate::Response::WORDS.iter().find(|(word, _)| *word == response);
            let delta = engine.respond(dice.one(CONTROLS), response.map(|(_, it)| *it));
            return Step::Answered(delta.map_err(Problems::from));
        }
        9 => engine.put_entry(entry(Register::Risk, random::risk(dice, number))),
        10 => engine.put_entry(entry(Register::Action, random::action(dice, number))),
        11 => engine.put_entry(entry(Register::Obligation, random::obligation(dice, number))),
        12 => engine.delete_entry(Register::Risk, &format!("r-{number}"), true),
        13 => match dice.below(4) {
            0 => engine.set_mode(Some(Mode::Guidance)),
            1 => engine.set_mode(None),
            2 => engine.set_soa_approval(None),
            _ => engine.approve_soa("Ada", "1"),
        },
        14 => {
            let about =
                About { scope: ["", "All of it"][dice.below(2)].into(), ..About::default() };
            engine.set_about(about).unwrap();
            return Step::Changed(None);
        }
        _ => {
            engine.set_today(DAYS[dice.below(3)].parse().unwrap());
            return Step::Changed(undo.map(|undo| engine.apply(undo)));
        }
    };
    Step::Changed(put.ok().map(|done| done.undo))
}

fn compare(engine: &Engine, asked: &Engine, today: Date, words: &Words) {
    assert_eq!(engine.content_hash(), asked.content_hash());
    assert_eq!(engine.soa(), asked.soa());
    assert_eq!(engine.evaluations(today), asked.evaluations(today));
    assert_eq!(engine.soa_approved(today), asked.soa_approved(today));
    assert_eq!(engine.gates(today), asked.gates(today));
    assert_eq!(engine.lint(), asked.lint());
    assert_eq!(engine.lint_records(today, words), asked.lint_records(today, words));
    assert_eq!(steps(engine, today), steps(asked, today));
}

#[test]
fn what_is_kept_is_what_holds() {
    let (mut dice, words) = (Dice(41), Words::empty());
    let (mut answers, mut touched, mut changes) = (0, 0, 0);
    for _ in 0..60 {
        let mut engine = Engine::from_document(random::document(&random::file(&mut dice)));
        engine.set_today(DAYS[1].parse().unwrap());
        let (mut undo, mut day) = (None, engine.today.unwrap());
        for _ in 0..25 {
            let before = engine.evaluations(day);
            match step(&mut dice, &mut engine, undo.take()) {
                Step::Answered(Ok(delta)) => {
                    let after = engine.evaluations(day);
                    let other = (0..before.len()).filter(|risk| before[*risk] != after[*risk]);
                    for risk in other {
                        assert!(delta.risks.contains(&risk), "nobody told of risk {risk}");
                        touched += 1;
                    }
                    assert!(delta.risks.is_sorted_by(|one, other| one < other));
                    answers += 1;
                }
                Step::Answered(Err(_)) => {}
                Step::Changed(unit) => {
                    changes += usize::from(unit.is_some());
                    undo = unit;
                }
            }
            // Now and then for another day than the engine was told.
            day = if dice.below(4) == 0 { DAYS[0].parse().unwrap() } else { engine.today.unwrap() };
            let mut anew = Engine::from_document(engine.document().clone());
            anew.set_today(engine.today.unwrap());
            compare(&engine, &anew, day, &words);
        }
    }
    assert!(answers > 600 && touched > 100 && changes > 200, "{answers} {touched} {changes}");
}
