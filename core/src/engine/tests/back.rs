//! What stands beside the answers can be taken back, byte for byte, and made again.

use super::engine;
use crate::assessment::{
    Context, Decision, Development, DocumentState, It, Mode, Paper, Premises, Question, ScopeParts,
};
use crate::engine::{Done, Engine};
use crate::problem::Problems;
use crate::record::Record as _;

type Command = fn(&mut Engine) -> Result<Done, Problems>;

fn no_premises() -> Context {
    Context { premises: Some(Premises::None), it: Some(It::Cloud), ..Context::default() }
}

/// A person's way through the start, each step resting on those before.
const WAY: &[(&str, Command)] = &[
    ("mode", |engine| engine.set_mode(Some(Mode::Certify))),
    ("context", |engine| engine.set_context(no_premises())),
    ("accept", |engine| {
        engine.accept_suggestions(Question::Premises, &["A.7.1", "A.7.6"], "We have none.")
    }),
    ("refuse", |engine| engine.refuse_suggestions(Question::Premises, &["A.7.2"], "We have one.")),
    ("other answers open what was refused", |engine| {
        let development = Some(Development::None);
        engine.set_context(Context {
            ot: Some(crate::assessment::YesNo::No),
            development,
            ..no_premises()
        })
    }),
    ("reopen", |engine| engine.reopen_suggestion(Question::Premises, "A.7.1")),
    ("accept again", |engine| {
        engine.accept_suggestions(Question::Premises, &["A.7.1"], "We have none.")
    }),
    ("withdraw", |engine| engine.withdraw_suggestion(Question::Premises, "A.7.1")),
    ("scope parts", |engine| {
        engine.set_scope_parts(ScopeParts { sites: "Kiel".into(), ..ScopeParts::default() })
    }),
    ("a document", |engine| {
        engine.set_document(Paper { title: "Handbook".into(), ..Paper::blank() })
    }),
    ("the same document", |engine| {
        let state = DocumentState::Draft;
        engine.set_document(Paper { title: "Handbook".into(), state, ..Paper::blank() })
    }),
    ("without the document", |engine| engine.remove_document("Handbook")),
    ("approval", |engine| engine.approve_soa("Ada", "1.0")),
    ("no approval", |engine| engine.set_soa_approval(None)),
];

#[test]
fn every_step_is_taken_back_and_made_again() {
    let mut engine = engine();
    engine.set_today("2026-11-23".parse().unwrap());
    let begin = (engine.document().to_bytes(), engine.clone());
    let mut undos = Vec::new();
    for (name, command) in WAY {
        let before = engine.document().to_bytes();
        let undo = command(&mut engine).unwrap().undo;
        assert!(!undo.is_empty(), "{name} changed something");
        let after = engine.document().to_bytes();
        assert_ne!(before, after, "{name}");
        let redo = engine.apply(undo);
        assert_eq!(engine.document().to_bytes(), before, "{name} is taken back");
        undos.push(engine.apply(redo));
        assert_eq!(engine.document().to_bytes(), after, "{name} is made again");
        let fresh = Engine::from_document(engine.document().clone());
        assert_eq!(engine.facts(), fresh.facts(), "{name}");
        assert_eq!(engine.document().size_bound_bytes(), read(&engine), "{name}");
    }
    for undo in undos.into_iter().rev() {
        engine.apply(undo);
    }
    assert_eq!(engine.document().to_bytes(), begin.0);
    assert_eq!(engine.facts(), begin.1.facts());
    assert!(engine.scores().eq(begin.1.scores()));
}

fn read(engine: &Engine) -> usize {
    let bytes = engine.document().to_bytes();
    let catalogue = engine.document().catalogue().clone();
    crate::Document::from_bytes(catalogue, &bytes).unwrap().size_bound_bytes()
}

#[test]
fn what_is_withdrawn_leaves_nothing_behind() {
    let mut engine = engine();
    engine.set_context(no_premises()).unwrap();
    let before = engine.document().to_bytes();
    engine.accept_suggestions(Question::Premises, &["A.7.1"], "We have none.").unwrap();
    engine.withdraw_suggestion(Question::Premises, "A.7.1").unwrap();
    assert_eq!(engine.document().to_bytes(), before);
    assert!(engine.withdraw_suggestion(Question::Premises, "A.7.1").is_err());
}

#[test]
fn what_says_the_same_again_gives_nothing_to_take_back() {
    let mut engine = engine();
    engine.set_context(no_premises()).unwrap();
    assert!(engine.set_context(no_premises()).unwrap().undo.is_empty());
    assert!(engine.set_mode(None).unwrap().undo.is_empty());
    engine.refuse_suggestions(Question::Premises, &["A.7.2"], "").unwrap();
    let again = engine.refuse_suggestions(Question::Premises, &["A.7.2"], "").unwrap();
    assert!(again.undo.is_empty());
}

#[test]
fn several_controls_are_decided_together_or_not_at_all() {
    let mut engine = engine();
    engine.set_context(no_premises()).unwrap();
    let before = engine.document().to_bytes();
    let long = "x".repeat(70_000);
    assert!(engine.refuse_suggestions(Question::Premises, &["A.7.1"], &long).is_err());
    assert!(engine.accept_suggestions(Question::Premises, &["A.7.1", "A.5.1"], "none").is_err());
    assert_eq!(engine.document().to_bytes(), before);
    let done = engine.accept_suggestions(Question::Premises, &["A.7.1", "A.7.2"], "none").unwrap();
    let decided = |engine: &Engine| -> Vec<String> {
        let decided = engine.system().suggestions.iter();
        decided.map(|Decision { control, .. }| control.to_string()).collect()
    };
    assert_eq!(decided(&engine), ["A.7.1", "A.7.2"]);
    engine.apply(done.undo);
    assert_eq!(decided(&engine), Vec::<String>::new());
    assert_eq!(engine.document().to_bytes(), before);
}
