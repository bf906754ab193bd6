//! What answers suggest, and what becomes of a decision.

use expect_test::{Expect, expect};

use super::*;
use crate::assessment::{Context, Development, It, Premises, Remote, YesNo};
use crate::engine::Engine;
use crate::words::Words;

fn engine(context: Context) -> Engine {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    engine.set_today("2026-11-23".parse().unwrap());
    engine.set_context(context).unwrap();
    engine
}

fn shown(engine: &Engine) -> String {
    let items = engine.document().catalogue().items();
    let lines = engine.suggestions().into_iter().map(|it| {
        let decision = match (it.decision, it.is_open()) {
            (Some(decision), _) => decision.word(),
            (None, true) => "open",
            (None, false) => "excluded anyway",
        };
        format!("{} {} {} {decision}", items[it.item].id(), it.rule, it.reason.word())
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(context: Context, expected: Expect) {
    expected.assert_eq(&shown(&engine(context)));
}

fn no_premises() -> Context {
    Context { premises: Some(Premises::None), it: Some(It::Cloud), ..Context::default() }
}

#[test]
fn answers_suggest_and_open_questions_do_not() {
    check(Context::default(), expect![[""]]);
    check(
        no_premises(),
        expect![[r#"
        A.7.1 premises no_asset open
        A.7.2 premises no_asset open
        A.7.3 premises no_asset open
        A.7.4 premises no_asset open
        A.7.5 premises no_asset open
        A.7.6 premises no_asset open
        A.7.11 premises no_asset open
        A.7.12 premises no_asset open"#]],
    );
    check(Context { ot: Some(YesNo::Yes), ..no_premises() }, expect![[""]]);
    check(Context { it: Some(It::Own), ..no_premises() }, expect![[""]]);
    check(
        Context { development: Some(Development::None), ..Context::default() },
        expect![[r#"
        A.8.4 development no_activity open
        A.8.25 development no_activity open
        A.8.28 development no_activity open
        A.8.30 development no_activity open
        A.8.33 development no_activity open"#]],
    );
    check(
        Context {
            development: Some(Development::Own),
            remote: Some(Remote::None),
            cloud_services: Some(YesNo::No),
            ..Context::default()
        },
        expect![[r#"
            A.8.30 outsourcing no_activity open
            A.6.7 remote no_activity open
            A.5.23 cloud no_activity open"#]],
    );
    let cloud =
        Context { cloud_services: Some(YesNo::No), it: Some(It::Cloud), ..Context::default() };
    check(cloud, expect![[""]]);
}

#[test]
fn accepting_excludes_with_reason_text_and_a_day_to_look_again() {
    let mut engine = engine(no_premises());
    let text = "We have none.";
    engine.accept_suggestions(Question::Premises, &["A.7.1", "A.7.2"], text).unwrap();
    engine.refuse_suggestions(Question::Premises, &["A.7.3"], "We keep paper.").unwrap();
    expect![[r#"
        A.7.1 premises no_asset accepted
        A.7.2 premises no_asset accepted
        A.7.3 premises no_asset refused
        A.7.4 premises no_asset open
        A.7.5 premises no_asset open
        A.7.6 premises no_asset open
        A.7.11 premises no_asset open
        A.7.12 premises no_asset open"#]]
    .assert_eq(&shown(&engine));
    let answer = engine.document().answer("A.7.1").unwrap();
    expect![[r#"
        {
          "id": "A.7.1",
          "applicability": {
            "state": "excluded",
            "reason": "no_asset",
            "justification": "We have none.",
            "review": "2027-11-23"
          },
          "changed": "2026-11-23"
        }
    "#]]
    .assert_eq(&answer.to_json());
    // One text for controls of one question is no repetition, but one that strays is.
    let today = "2026-11-23".parse().unwrap();
    let codes = |engine: &Engine| {
        let records = engine.lint_records(today, &Words::english());
        records
            .iter()
            .map(|it| it.rule.code)
            .filter(|it| *it != "L-SOA-UNTOUCHED")
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&engine), Vec::<&str>::new());
    let mut stray = crate::Answer::new("A.6.7".parse().unwrap());
    stray.applicability = engine.document().answer("A.7.1").unwrap().applicability.clone();
    engine.set(stray).unwrap();
    assert_eq!(codes(&engine), ["L-JUSTIFICATION-REPEATED"]);
}

#[test]
fn another_answer_opens_what_was_refused_and_questions_what_was_accepted() {
    let mut engine = engine(no_premises());
    engine.accept_suggestions(Question::Premises, &["A.7.1"], "none").unwrap();
    engine.refuse_suggestions(Question::Premises, &["A.7.2"], "").unwrap();
    let same = Context { people: Some(5), ..no_premises() };
    engine.set_context(same.clone()).unwrap();
    assert_eq!(engine.system().suggestions.len(), 2, "another question changes nothing");
    engine.set_context(Context { premises: Some(Premises::Rented), ..same.clone() }).unwrap();
    assert_eq!(engine.system().suggestions.len(), 1);
    assert_eq!(shown(&engine), "");
    let today = "2026-11-23".parse().unwrap();
    let records = engine.lint_records(today, &Words::english());
    assert!(records.iter().any(|it| it.rule.code == "L-CONTEXT-CHANGED"));
    assert!(engine.document().answer("A.7.1").is_some(), "nothing is included silently either");
    engine.set_context(same).unwrap();
    let open = engine.suggestions().into_iter().filter(Suggestion::is_open).count();
    assert_eq!(open, 7, "A.7.2 is offered again");
    engine.reopen_suggestion(Question::Premises, "A.7.1").unwrap();
    assert!(shown(&engine).contains("A.7.1 premises no_asset excluded anyway"));
}

#[test]
fn what_is_not_suggested_cannot_be_decided() {
    let mut engine = engine(no_premises());
    let before = engine.document().to_bytes();
    let accepted = engine.accept_suggestions(Question::Premises, &["A.7.1", "A.5.1"], "none");
    expect!["E-SUGGESTION: control `A.5.1`"].assert_eq(&accepted.unwrap_err().to_string());
    assert!(engine.refuse_suggestions(Question::Remote, &["A.7.1"], "").is_err());
    assert!(
        engine.accept_suggestions(Question::Premises, &["A.7.1"], &"x".repeat(70_000)).is_err()
    );
    assert!(engine.reopen_suggestion(Question::Premises, "A.7.1").is_err());
    assert_eq!(engine.document().to_bytes(), before);
}

#[test]
fn every_question_option_and_rule_has_its_words() {
    let words = Words::english();
    let mut keys = Vec::new();
    let mut count = 0;
    for (question, kind) in questions() {
        count += 1;
        keys.push(format!("context.question.{}", question.word()));
        keys.push(format!("context.help.{}", question.word()));
        if let AnswerKind::Words(options) = kind {
            keys.extend(
                options.iter().map(|it| format!("context.option.{}_{it}", question.word())),
            );
        }
    }
    assert_eq!(count, 16);
    let method = Method::of(&Catalogue::iso27001_2022()).unwrap();
    for rule in method.rules {
        keys.push(format!("context.suggest.{}", rule.id));
        keys.push(format!("context.justification.{}", rule.id));
        assert!(Question::from_word(rule.question).is_some());
        assert!(ExclusionReason::from_word(rule.reason).is_some());
        for condition in rule.when {
            let known = questions().find(|(it, _)| it.word() == condition.question).unwrap();
            assert!(matches!(known.1, AnswerKind::Words(words) if words.contains(&condition.word)));
        }
    }
    for (word, _) in crate::assessment::Mode::WORDS {
        keys.push(format!("context.mode.{word}"));
        keys.push(format!("label.mode.{word}"));
    }
    for key in keys {
        assert_eq!(words.language_of(&key), Some("en"), "{key}");
    }
}
