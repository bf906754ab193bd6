//! What holds of every roadmap, tried over random assessments.

use std::collections::BTreeSet;

use super::super::{Phase, Roadmap, StepKind};
use super::today;
use crate::assessment::{Document, Ready};
use crate::catalogue::Catalogue;
use crate::engine::{Engine, Plan};
pub(super) use crate::risk::tests::random::Dice;
use crate::risk::tests::random::risk;

const ITEMS: &[&str] = &[
    "4.1", "4.3", "5.1", "5.2", "6.1.2", "6.1.3", "8.1", "8.2", "9.2.1", "9.3.1", "10.2", "A.5.9",
    "A.5.12", "A.5.15", "A.5.18", "A.8.13", "A.8.15", "A.8.16", "A.8.17", "c-1",
];
const DOCUMENTS: &[&str] =
    &["D.4.3", "D.6.1.2", "D.6.1.3d", "D.7.5.3", "D.9.1", "D.10.2f", "D.10.2g"];
const DAYS: &[&str] = &["2026-01-10", "2026-11-24", "2026-12-20", "2027-02-01", "2028-01-01"];
const MODES: &[&str] =
    &["certify", "establish", "manage_by_risk", "demonstrate", "improve", "reference"];

/// A random assessment: the members of its file, each with its entries.
pub(super) fn random(dice: &mut Dice) -> Vec<(&'static str, Vec<String>)> {
    let answers = ITEMS.iter().filter_map(|id| {
        let state = dice.one(&[
            "not_implemented",
            "planned",
            "partly",
            "implemented",
            "implemented",
            "not_assessed",
        ]);
        let due = if dice.below(3) == 0 {
            format!(r#", "due": "{}""#, dice.one(DAYS))
        } else {
            String::new()
        };
        let finding = if dice.below(12) == 0 {
            r#", "finding": {"kind": "minor_nonconformity"}"#
        } else {
            ""
        };
        let maturity =
            if dice.below(8) == 0 { r#", "maturity": {"level": 1, "target": 3}"# } else { "" };
        let out = if dice.below(9) == 0 && (id.starts_with('A') || id.starts_with('c')) {
            r#", "applicability": {"state": "excluded", "justification": "none"}"#
        } else {
            ""
        };
        (dice.below(5) > 0).then(|| {
            format!(r#"{{"id": "{id}", "implementation": "{state}"{due}{finding}{maturity}{out}}}"#)
        })
    });
    let answers: Vec<String> = answers.collect();
    let documents = DOCUMENTS.iter().filter_map(|id| {
        let state = dice.one(&["missing", "draft", "approved"]);
        (dice.below(3) > 0).then(|| format!(r#"{{"id": "{id}", "state": "{state}"}}"#))
    });
    let documents: Vec<String> = documents.collect();
    let risks = (0..dice.below(6)).map(|number| risk(dice, number)).collect();
    let ids = ["t-0", "t-1", "t-2", "t-3", "t-4", "t-5"];
    let actions = (0..dice.below(6)).map(|number| {
        let serves = dice.some(&["r-0", "r-1", "r-2", "n-0", "n-1", "o-1"], 3);
        let controls = dice.some(&["A.5.9", "A.5.12", "A.8.13", "A.8.16", "c-1", "A.5.99"], 2);
        let (items, after) = (dice.some(&["6.1.2", "8.1", "9.2.1", "4.3"], 2), dice.some(&ids, 2));
        let effort = if dice.below(2) == 0 { format!(r#", "effort_cd": {}"#, dice.below(900)) } else { String::new() };
        let due = if dice.below(2) == 0 { format!(r#", "due": "{}""#, dice.one(DAYS)) } else { String::new() };
        let done = if dice.below(5) == 0 { format!(r#", "done": "{}""#, dice.one(DAYS)) } else { String::new() };
        format!(
            r#"{{"id": "t-{number}", "label": "T-{}", "what": "Do", "owner": "Ann", "serves": [{serves}], "controls": [{controls}], "items": [{items}], "after": [{after}]{effort}{due}{done}}}"#,
            number / 2
        )
    });
    let actions = actions.collect();
    let nonconformities = (0..dice.below(4)).map(|number| {
        let grade = dice.one(&["minor", "major"]);
        let item = if dice.below(3) == 0 { String::new() } else { format!(r#", "item": "{}""#, dice.one(ITEMS)) };
        let closed = if dice.below(4) == 0 { r#", "checked": "2026-10-01", "effective": "yes""# } else { "" };
        format!(r#"{{"id": "n-{number}", "label": "N-{number}", "grade": "{grade}", "what": "Wrong"{item}{closed}}}"#)
    });
    let nonconformities = nonconformities.collect();
    let efforts = (0..dice.below(3)).map(|number| {
        let (kind, id) = [("item", "A.5.9"), ("act", "t-1"), ("doc", "D.4.3")][number];
        format!(r#"{{"kind": "{kind}", "id": "{id}", "likely_cd": {}}}"#, dice.below(800))
    });
    let efforts = efforts.collect();
    vec![
        ("answers", answers),
        ("documents", documents),
        ("risks", risks),
        ("actions", actions),
        ("nonconformities", nonconformities),
        ("efforts", efforts),
        ("own_controls", vec![r#"{"id": "c-1", "label": "C-1", "title": "Own"}"#.into()]),
        ("obligations", vec![r#"{"id": "o-1", "kind": "law", "title": "Act"}"#.into()]),
    ]
}

pub(super) fn engine(members: &[(&str, Vec<String>)], head: &str) -> Engine {
    let members = members.iter().map(|(name, list)| format!(r#""{name}": [{}]"#, list.join(", ")));
    let criteria = String::from_utf8(Ready::Four.criteria().unwrap().to_json()).unwrap();
    let file = format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", {head}"criteria": {criteria}, {}}}"#,
        members.collect::<Vec<_>>().join(", ")
    );
    let document = Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes());
    Engine::from_document(document.unwrap_or_else(|problems| panic!("{problems}: {file}")))
}

/// What tells a step from every other.
type Key = (StepKind, String);

fn keys(roadmap: &Roadmap<'_>) -> Vec<Key> {
    roadmap.steps.iter().map(|step| (step.node.kind, step.node.id.to_owned())).collect()
}

#[test]
fn an_order_is_valid_and_its_figures_are_in_order() {
    let mut dice = Dice(11);
    let mut circles = 0;
    for _ in 0..250 {
        let mode = format!(r#""mode": "{}", "#, dice.one(MODES));
        let engine = engine(&random(&mut dice), &mode);
        let roadmap = engine.roadmap(today(), Plan::default());
        circles += roadmap.circles.len();
        let mut phase = Phase::Foundation;
        for (position, step) in roadmap.steps.iter().enumerate() {
            assert!(step.waits_for.iter().all(|link| link.step < position));
            assert!(step.unlocks.iter().all(|link| link.step > position));
            assert!(step.phase >= phase && step.phase >= step.node.base);
            assert_eq!(step.phase > step.node.base, step.phase_by.is_some());
            assert_eq!(step.inherited > step.priority.sum(), step.pulled_by.is_some());
            assert!(step.inherited >= step.priority.sum());
            phase = step.phase;
        }
        let totals = &roadmap.totals;
        let of_steps = roadmap.steps.iter().map(|step| step.work.range);
        let of_phases = totals.phases.iter().map(|(_, total)| total.range);
        for range in of_steps.chain(of_phases.clone()).chain([totals.whole.range]) {
            assert!(range.low_cd <= range.likely_cd && range.likely_cd <= range.high_cd);
        }
        assert_eq!(of_phases.map(|it| it.likely_cd).sum::<u64>(), totals.whole.range.likely_cd);
        let counts = totals.phases.iter().map(|(_, total)| total.steps);
        assert_eq!(counts.sum::<usize>(), roadmap.steps.len());
    }
    assert!(circles > 10, "people make circles: {circles}");
}

#[test]
fn the_order_of_a_file_changes_nothing() {
    let mut dice = Dice(12);
    for _ in 0..80 {
        let mut members = random(&mut dice);
        let one = engine(&members, "");
        members.reverse();
        members.iter_mut().for_each(|(_, list)| list.reverse());
        let other = engine(&members, "");
        let (one, other) =
            (one.roadmap(today(), Plan::default()), other.roadmap(today(), Plan::default()));
        assert_eq!(one, other);
    }
}

/// The assessment with one step finished, in the way that its kind is finished.
fn finished(
    members: &[(&'static str, Vec<String>)],
    key: &Key,
) -> Option<Vec<(&'static str, Vec<String>)>> {
    let (kind, id) = key;
    let (name, entry) = match kind {
        StepKind::Item => {
            ("answers", format!(r#"{{"id": "{id}", "implementation": "implemented"}}"#))
        }
        StepKind::Document if id != "D.6.1.3d" => {
            ("documents", format!(r#"{{"id": "{id}", "state": "approved"}}"#))
        }
        StepKind::Action => ("actions", String::new()),
        StepKind::Nonconformity => (
            "nonconformities",
            format!(
                r#"{{"id": "{id}", "grade": "minor", "what": "Wrong", "checked": "2026-11-01", "effective": "yes"}}"#
            ),
        ),
        StepKind::Document | StepKind::Risk => return None,
    };
    let mut members = members.to_vec();
    let list = &mut members.iter_mut().find(|(own, _)| *own == name)?.1;
    let is_it = |text: &&mut String| text.starts_with(&format!(r#"{{"id": "{id}","#));
    match list.iter_mut().find(is_it) {
        Some(text) if *kind == StepKind::Action => {
            *text = text
                .replace("}", r#", "done": "2026-11-01"}"#)
                .replace(r#", "done": "2028-01-01", "done""#, r#", "done""#);
            for day in DAYS {
                *text = text.replace(&format!(r#", "done": "{day}""#), "");
            }
        }
        Some(text) => *text = entry,
        None => list.push(entry),
    }
    Some(members)
}

#[test]
fn a_finished_step_never_comes_back_by_finishing_another() {
    let mut dice = Dice(13);
    let mut tried = 0;
    for _ in 0..24 {
        let members = random(&mut dice);
        let before = keys(&engine(&members, "").roadmap(today(), Plan::default()));
        let known: BTreeSet<Key> = before.iter().cloned().collect();
        for key in &before {
            if dice.below(6) > 0 {
                continue;
            }
            let Some(members) = finished(&members, key) else { continue };
            let after = keys(&engine(&members, "").roadmap(today(), Plan::default()));
            assert!(!after.contains(key), "{key:?} is not finished");
            let back: Vec<&Key> = after.iter().filter(|it| !known.contains(*it)).collect();
            assert!(back.is_empty(), "{key:?} brings {back:?} back");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn the_same_input_gives_the_same_roadmap_twice() {
    let engine = engine(&random(&mut Dice(14)), "");
    assert_eq!(engine.roadmap(today(), Plan::default()), engine.roadmap(today(), Plan::default()));
}
