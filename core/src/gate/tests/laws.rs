//! A better answer, an approval or a done action never turns `met` into `blocks`.

use super::*;
use crate::assessment::{
    Action, DocumentState, Entry, EventKind, Implementation, Paper, Register, YesNo,
};
use crate::record::Record as _;
use crate::{Answer, Id};

/// A small generator in the place of randomness, so that a failure repeats.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn chance(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}

const BETTER: [Implementation; 4] = [
    Implementation::NotImplemented,
    Implementation::Planned,
    Implementation::Partly,
    Implementation::Implemented,
];

/// An assessment in which everything may be in some state.
fn random(dice: &mut Dice) -> Engine {
    let days = ["2025-01-01", "2025-12-01", "2026-06-01", "2026-11-24"];
    let mut parts = vec![risk(&format!(
        r#"{HIGH}, "treatment": {{"option": "modify", "controls": ["A.8.13"], "residual": {{"likelihood": "l1", "c": "c1"}}}}"#
    ))];
    let due = days[dice.below(4)];
    parts.push(format!(
        r#""actions": [{{"id": "t-1", "what": "x", "owner": "Ada", "due": "{due}", "serves": ["r-1", "n-1"], "controls": ["A.5.1"]}}]"#
    ));
    let grade = if dice.chance(3) { "major" } else { "minor" };
    parts.push(format!(
        r#""nonconformities": [{{"id": "n-1", "grade": "{grade}", "what": "x", "root_cause": "haste"}}]"#
    ));
    let mut engine = engine(&parts.join(", "));
    engine.set_today(today());
    let easy = dice.chance(3);
    for item in Catalogue::iso27001_2022().questions() {
        let mut answer = Answer::new(item.id().parse().unwrap());
        let place = if easy { 1 + dice.below(3) } else { dice.below(4) };
        answer.implementation = Some(BETTER[place]).filter(|_| !dice.chance(40));
        engine.set(answer).unwrap();
    }
    for document in engine.document().catalogue().clone().documents() {
        if !dice.chance(8) {
            let id = Some(document.id().parse().unwrap());
            let state =
                [DocumentState::Draft, DocumentState::Approved][usize::from(!dice.chance(8))];
            engine.set_document(Paper { id, state, ..Paper::blank() }).unwrap();
        }
    }
    for kind in [EventKind::InternalAudit, EventKind::ManagementReview] {
        let day = Some(days[dice.below(4)].parse().unwrap());
        let event =
            crate::assessment::Event { kind, done: day, ..crate::assessment::Event::blank() };
        engine.put_entry(event.into()).unwrap();
    }
    engine
}

/// One step for the better.
fn improve(dice: &mut Dice, engine: &mut Engine) -> String {
    match dice.below(5) {
        0 => {
            engine.approve("Ada", None).unwrap();
            "an approval".to_owned()
        }
        1 => {
            let Some(Entry::Action(action)) = engine.system().entry(Register::Action, "t-1") else {
                panic!("the action is gone")
            };
            let done = Some(today());
            engine.put_entry(Action { done, ..*action }.into()).unwrap();
            "a done action".to_owned()
        }
        2 => {
            let documents = engine.document().catalogue().clone();
            let documents = documents.documents();
            let id: Option<Id> = documents[dice.below(documents.len())].id().parse().ok();
            let state = DocumentState::Approved;
            engine.set_document(Paper { id, state, ..Paper::blank() }).unwrap();
            "an approved document".to_owned()
        }
        3 => {
            let entry = engine.system().nonconformities[0].clone();
            let (checked, effective) = (Some(today()), Some(YesNo::Yes));
            let entry = crate::assessment::Nonconformity { checked, effective, ..entry };
            engine.put_entry(entry.into()).unwrap();
            "a closed nonconformity".to_owned()
        }
        _ => {
            let catalogue = engine.document().catalogue().clone();
            let questions: Vec<&str> = catalogue.questions().map(|item| item.id()).collect();
            let id = questions[dice.below(questions.len())];
            let Some(answer) = engine.document().answer(id).cloned() else { return String::new() };
            let place = BETTER.iter().position(|it| Some(*it) == answer.implementation);
            let better = place.map_or(3, |place| (place + 1).min(3));
            engine.set(Answer { implementation: Some(BETTER[better]), ..answer }).unwrap();
            format!("a better answer to {id}")
        }
    }
}

#[test]
fn what_is_better_never_closes_a_gate() {
    let mut dice = Dice(11);
    let (mut steps, mut opened) = (0, 0);
    for _ in 0..25 {
        let mut engine = random(&mut dice);
        for _ in 0..60 {
            let before = engine.gates(today()).unwrap();
            let step = improve(&mut dice, &mut engine);
            let after = engine.gates(today()).unwrap();
            steps += 1;
            for (old, new) in before.conditions().zip(after.conditions()) {
                let closes = old.verdict == Verdict::Met && new.verdict == Verdict::Blocks;
                assert!(!closes, "{step} closes {}: {:?}", new.id, new.grounds);
                opened += usize::from(old.verdict > new.verdict);
            }
        }
    }
    assert!(steps == 1_500 && opened > 40, "{steps} steps opened {opened} conditions");
}
