//! What two states are to each other, over small ones written by hand and over random documents.

use std::collections::BTreeMap;

use super::class::{Class, Subject, class};
use super::*;
use crate::assessment::{Implementation, Snapshot};
use crate::catalogue::Catalogue;
use crate::problem::Date;
use crate::risk::tests::random::{Dice, document, file};
use crate::words::in_english;
use crate::{Answer, Engine, Response};
use expect_test::{Expect, expect};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn today() -> Date {
    day("2026-11-24")
}

/// An engine over a random assessment, with findings and maturity besides.
fn random(dice: &mut Dice) -> Engine {
    let mut engine = Engine::from_document(document(&file(dice)));
    engine.set_today(today());
    for id in ["4.1", "6.1.2", "A.5.2", "A.5.3", "A.8.8"] {
        let mut answer = Answer::new(id.parse().unwrap());
        answer.response =
            [None, Some(Response::Yes), Some(Response::Partly), Some(Response::Unknown)]
                [dice.below(4)];
        answer.maturity = (dice.below(2) == 0).then(|| crate::assessment::Maturity {
            level: u8::try_from(dice.below(6)).unwrap(),
            target: None,
        });
        engine.set(answer).unwrap();
    }
    engine
}

fn kept(engine: &mut Engine, name: &str, on: &str) -> Snapshot {
    let done = engine.take_snapshot(name, "", day(on)).unwrap();
    engine.kept(done.ids[0].as_str()).unwrap().clone()
}

/// A state of a catalogue with these items.
fn state(catalogue: &str, items: &[(&str, Implementation)]) -> State {
    let engine = Engine::new(Catalogue::iso27001_2022());
    let item = |(id, implementation): &(&str, Implementation)| {
        (id.to_string(), ItemState { implementation: *implementation, ..ItemState::BLANK })
    };
    State {
        catalogue: catalogue.into(),
        items: items.iter().map(item).collect(),
        ..State::of(&engine, today())
    }
}

/// What a comparison says, a line for each change.
#[track_caller]
fn check(from: &State, to: &State, expected: Expect) {
    let comparison = compare(from, to).unwrap();
    let mut text = String::new();
    for it in &comparison.changes {
        let (from, to) = (it.from.join(" and "), it.to.join(" and "));
        let made_from = it.made_from.join(" and ");
        let (subject, class) = (it.subject.word(), it.class.word());
        text += &format!("{} [{made_from}] {subject}: {from} -> {to}: {class}\n", it.id);
    }
    expected.assert_eq(&text);
}

#[test]
fn what_nobody_knew_is_neither_better_nor_worse() {
    assert_eq!(class(&[Some(1)], Some(2)), Some(Class::Better));
    assert_eq!(class(&[Some(2)], Some(1)), Some(Class::Worse));
    assert_eq!(class(&[None], Some(0)), Some(Class::NowKnown));
    assert_eq!(class(&[Some(3)], None), Some(Class::NoLongerKnown));
    assert_eq!(class(&[None], None), None);
    // Several that became one: above all, below all, or neither.
    assert_eq!(class(&[Some(0), Some(3)], Some(2)), Some(Class::Changed));
    assert_eq!(class(&[Some(0), Some(1)], Some(2)), Some(Class::Better));
    assert_eq!(class(&[Some(2), Some(3)], Some(1)), Some(Class::Worse));
    assert_eq!(class(&[Some(2), Some(3)], Some(3)), Some(Class::Changed));
    assert_eq!(class(&[None, Some(3)], Some(3)), Some(Class::NowKnown));
    assert_eq!(class(&[None, Some(3)], None), Some(Class::NoLongerKnown));
}

#[test]
fn the_worse_stands_first() {
    use Implementation::{Implemented, NotImplemented, Partly, Planned};
    let from =
        state("iso27001-2022", &[("4.1", Partly), ("A.5.9", Implemented), ("A.5.10", Planned)]);
    let to =
        state("iso27001-2022", &[("4.1", Implemented), ("A.5.9", NotImplemented), ("5.1", Partly)]);
    check(
        &from,
        &to,
        expect![[r#"
        A.5.9 [] implementation: implemented -> not_implemented: worse
        A.5.10 [] implementation: planned -> not_assessed: no_longer_known
        4.1 [] implementation: partly -> implemented: better
        5.1 [] implementation: not_assessed -> partly: now_known
    "#]],
    );
}

#[test]
fn an_edition_is_followed_by_its_table() {
    use Implementation::{Implemented, NotImplemented, Partly};
    let old = [
        ("A.5.1.1", Implemented),
        ("A.5.1.2", NotImplemented),
        ("A.6.1.1", Partly),
        ("A.18.2.3", Partly),
        ("A.18.2.2", Partly),
        ("10.1", Implemented),
        ("9.2", Partly),
    ];
    let new = [
        ("A.5.1", Partly),
        ("A.5.2", Implemented),
        ("A.5.36", Implemented),
        ("A.8.8", Partly),
        ("A.5.7", Partly),
        ("10.2", Partly),
        ("9.2.1", Partly),
        ("9.2.2", Implemented),
        ("6.3", Partly),
    ];
    let (old, new) = (state("iso27001-2013", &old), state("iso27001-2022", &new));
    let expected = expect![[r#"
        10.2 [10.1] implementation: implemented -> partly: worse
        9.2.2 [9.2] implementation: partly -> implemented: better
        A.5.2 [A.6.1.1] implementation: partly -> implemented: better
        A.5.36 [A.18.2.2 and A.18.2.3] implementation: partly and partly -> implemented: better
        A.8.8 [A.12.6.1 and A.18.2.3] implementation: not_assessed and partly -> partly: now_known
        A.5.1 [A.5.1.1 and A.5.1.2] implementation: implemented and not_implemented -> partly: changed
        6.3 [] implementation:  -> partly: new_in_edition
        A.5.7 [] implementation:  -> partly: new_in_edition
    "#]];
    check(&old, &new, expected);
    let comparison = compare(&old, &new).unwrap();
    assert!(comparison.notes.contains(&Note::OtherEdition));
    assert!(comparison.scores.iter().all(|score| score.score_difference().is_none()));
    swapped(&old, &new);
}

#[test]
fn what_nobody_can_compare_is_refused() {
    let (one, other) = (state("iso27001-2022", &[]), state("tea-house", &[]));
    let problem = compare(&one, &other).unwrap_err();
    assert_eq!(problem.code, "E-COMPARE");
    expect!["E-COMPARE: states of `iso27001-2022` and of `tea-house` cannot be compared: nothing says what became of what; compare states of one catalogue, or of two editions of which a table is carried along"]
        .assert_eq(&in_english(&[problem]));
}

/// Swapping the sides swaps every class and every difference.
#[track_caller]
fn swapped(one: &State, other: &State) {
    let (there, back) = (compare(one, other).unwrap(), compare(other, one).unwrap());
    let key = |it: &Change| (it.subject, it.id.clone());
    let mut swapped: Vec<Change> = there
        .changes
        .iter()
        .cloned()
        .map(|it| Change { class: it.class.swapped(), from: it.to, to: it.from, ..it })
        .collect();
    let mut back_changes = back.changes.clone();
    swapped.sort_by_key(key);
    back_changes.sort_by_key(key);
    // A risk's label is that of the later state.
    let bare = |changes: Vec<Change>| -> Vec<Change> {
        changes.into_iter().map(|it| Change { label: String::new(), ..it }).collect()
    };
    assert_eq!(bare(swapped), bare(back_changes));
    for counts in &there.counts {
        for (class, count) in &counts.classes {
            assert_eq!(back.count(counts.part, class.swapped()), *count, "{class:?}");
        }
    }
    let figures: BTreeMap<_, _> =
        back.figures.iter().map(|it| ((it.measure, it.part.clone()), it)).collect();
    for it in &there.figures {
        let other = figures[&(it.measure, it.part.clone())];
        assert_eq!((it.from, it.to), (other.to, other.from));
        assert_eq!(it.difference, other.difference.map(|difference| -difference));
    }
}

#[test]
fn states_of_random_assessments_keep_the_laws() {
    let mut dice = Dice(7);
    let mut differing = 0;
    for _ in 0..300 {
        let (mut one, mut other) = (random(&mut dice), random(&mut dice));
        let (a, b) = (State::of(&one, today()), State::of(&other, today()));
        // Equal states have nothing to say.
        let same = compare(&a, &a).unwrap();
        assert_eq!(same.changes, []);
        assert!(same.figures.iter().all(|it| it.difference.is_none_or(|by| by == 0)));
        assert!(same.counts.iter().all(|it| it.classes.iter().all(|(_, count)| *count == 0)));
        swapped(&a, &b);
        differing += usize::from(!compare(&a, &b).unwrap().changes.is_empty());
        // What is kept is the state, and taking it away leaves every byte as it was.
        for engine in [&mut one, &mut other] {
            let before = engine.document().to_bytes();
            let content = engine.document().content_hash_without_kept();
            let state = State::of(engine, today());
            let done = engine.take_snapshot("K", "n", today()).unwrap();
            let kept = engine.kept("K").unwrap();
            let read = State::kept(kept, engine.document().lineage.as_ref()).unwrap();
            assert_eq!(compare(&state, &read).unwrap().changes, []);
            assert_eq!(
                (&read.items, &read.gates, &read.measures, &read.nonconformities),
                (&state.items, &state.gates, &state.measures, &state.nonconformities),
            );
            let labels =
                |state: &State| -> Vec<RiskState> { state.risks.values().cloned().collect() };
            assert_eq!(labels(&read), labels(&state));
            assert_eq!(content, engine.document().content_hash_without_kept());
            let bytes = engine.document().to_bytes();
            let again = crate::Document::from_bytes(Catalogue::iso27001_2022(), &bytes).unwrap();
            assert_eq!(again.to_bytes(), bytes);
            let redo = engine.apply(done.undo);
            assert_eq!(engine.document().to_bytes(), before);
            engine.apply(redo);
            assert_eq!(engine.document().to_bytes(), bytes);
        }
    }
    assert!(differing > 250, "{differing}");
}

#[test]
fn what_is_kept_is_small() {
    for sample in crate::samples::SAMPLES {
        let catalogue = Catalogue::iso27001_2022();
        let mut engine = Engine::from_document(
            crate::Document::from_bytes(catalogue, sample.text.as_bytes()).unwrap(),
        );
        engine.set_today(today());
        let kept = kept(&mut engine, "Size", "2026-11-24");
        assert!(kept.items.len() > 100 && kept.risks.len() > 10, "{}", sample.name);
        assert!(kept.items.iter().all(|line| line.len() <= 100), "{}", sample.name);
        assert!(kept.risks.iter().all(|line| line.len() <= 200), "{}", sample.name);
        let before = engine.document().to_bytes().len();
        engine.remove_snapshot("Size").unwrap();
        let bytes = before - engine.document().to_bytes().len();
        assert!(bytes < 20_000, "{}: {bytes} bytes", sample.name);
    }
}

#[test]
fn what_cannot_be_kept_changes_nothing() {
    let mut engine = random(&mut Dice(3));
    kept(&mut engine, "Twice", "2026-10-01");
    kept(&mut engine, "Twice", "2026-11-01");
    let before = engine.document().to_bytes();
    let mut refused = |name: &str, on: &str, expected: Expect| {
        let problems = engine.take_snapshot(name, "", day(on)).unwrap_err();
        expected.assert_eq(&problems.to_string());
        assert_eq!(engine.document().to_bytes(), before);
    };
    refused("Later", "2026-11-25", expect!["E-SNAPSHOT future: date 2026-11-25, today 2026-11-24"]);
    refused("", "2026-11-24", expect!["E-MISSING words at snapshots.name: field name"]);
    let code = |problem: crate::Problem| format!("{} {}", problem.code, problem.case);
    assert_eq!(code(engine.kept("Twice").unwrap_err()), "E-SNAPSHOT ambiguous");
    assert_eq!(code(engine.kept("Never").unwrap_err()), "E-UNKNOWN-ID entry");
    assert_eq!(engine.remove_snapshot("s-1").unwrap_err().first().code, "E-UNKNOWN-ID");
    assert_eq!(engine.document().to_bytes(), before);
}

#[test]
fn a_line_that_nobody_can_read_is_refused() {
    let mut engine = random(&mut Dice(5));
    kept(&mut engine, "K", "2026-11-01");
    let text = String::from_utf8(engine.document().to_bytes()).unwrap();
    for (good, bad) in [
        ("\"S1-SCOPE blocks\"", "\"S1-SCOPE perhaps\""),
        ("\"M02 ", "\"M77 "),
        ("\"M02 ", "\"M02 1 "),
        ("\"clause:4 ", "\"clause:4 12000 "),
    ] {
        if !text.contains(good) {
            continue;
        }
        let bytes = text.replacen(good, bad, 1);
        let problems =
            crate::Document::from_bytes(Catalogue::iso27001_2022(), bytes.as_bytes()).unwrap_err();
        assert_eq!(problems.first().code, "E-SNAPSHOT", "{bad}");
        assert!(problems.first().place.starts_with("snapshots[0]."), "{}", problems.first().place);
    }
    assert!(text.contains("\"M02 "));
}

#[test]
fn a_series_has_gaps_and_breaks() {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    engine.set_today(today());
    kept(&mut engine, "Empty", "2026-09-01");
    engine.respond("4.1", Some(Response::Partly)).unwrap();
    kept(&mut engine, "Begun", "2026-10-01");
    engine.respond("4.1", Some(Response::Yes)).unwrap();
    let trend = trend(engine.states(today()));
    let names: Vec<&str> = trend.points.iter().map(|point| point.name.as_str()).collect();
    assert_eq!(names, ["Empty", "Begun", ""]);
    let of = |key: &str| trend.series.iter().find(|series| series.key == key).unwrap();
    let requirements = of("M02");
    assert_eq!(requirements.values, [None, Some(5_000), Some(10_000)]);
    assert_eq!(requirements.since_first, Direction { difference: None, way: Way::Unknown });
    assert_eq!(requirements.since_before, Direction { difference: Some(5_000), way: Way::Better });
    assert_eq!(of("M09").since_first, Direction { difference: Some(0), way: Way::Same });
    // Another edition breaks the line of what hangs on it, and of nothing else.
    let mut states = engine.states(today());
    states[0].2.catalogue = "iso27001-2013".into();
    states[1].2.catalogue = "iso27001-2013".into();
    let trend = super::trend(states);
    assert!(trend.points[2].breaks.edition && !trend.points[1].breaks.edition);
    let of = |key: &str| trend.series.iter().find(|series| series.key == key).unwrap();
    assert_eq!(of("M02").since_before.way, Way::Unknown);
    assert_eq!(of("M09").since_before.way, Way::Same);
}

#[test]
fn what_counts_as_one_subject() {
    assert_eq!(Subject::Exposure.part(), Part::Risks);
    assert_eq!(Subject::Finding.part(), Part::Items);
}
