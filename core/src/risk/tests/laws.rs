//! What holds of every register, tried on random ones.

use super::random::{CONTROLS, Dice, document, estimate, file, risk};
use super::{TODAY, told};
use crate::assessment::{Answer, Document, Entry, Implementation, Register};
use crate::engine::Engine;
use crate::facts::{Facts, Ledger, Scale, Steps};
use crate::problem::Date;
use crate::risk::{Evaluation, Risks, figures};

fn today() -> Date {
    TODAY.parse().unwrap()
}

fn evaluations(document: &Document) -> Vec<Evaluation> {
    let (facts, ledger) = (Facts::of(document), Ledger::of(document));
    let risks = Risks::of(document, &facts, &ledger, today());
    let evaluations = risks.evaluations();
    let figures = figures(&risks, &evaluations);
    for grid in [&figures.current, &figures.exposure, &figures.planned] {
        assert_eq!(grid.sum() as usize, evaluations.len());
    }
    evaluations
}

/// A random table in which nothing falls to the right or upwards.
fn table(dice: &mut Dice) -> Vec<Vec<usize>> {
    let size = 3 + dice.below(3);
    let mut rows = vec![vec![0_usize; size]; size];
    for row in 0..size {
        for cell in 0..size {
            let left = cell.checked_sub(1).map_or(0, |left| rows[row][left]);
            let lower = row.checked_sub(1).map_or(0, |lower| rows[lower][cell]);
            rows[row][cell] = (left.max(lower) + dice.below(2)).min(3);
        }
    }
    rows
}

/// The same as criteria.
fn scale(rows: &[Vec<usize>]) -> Scale {
    let steps = |letter: &str| -> Vec<String> {
        let steps = 1..=rows.len();
        steps.map(|it| format!(r#"{{"word": "{letter}{it}", "name": "n"}}"#)).collect()
    };
    let levels: Vec<String> =
        (0..4).map(|it| format!(r#"{{"word": "v{it}", "name": "n"}}"#)).collect();
    let matrix: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"v{cell}\"")).collect();
            format!("[{}]", cells.join(","))
        })
        .collect();
    let text = format!(
        r#"{{"likelihood": [{}], "consequence": [{}], "levels": [{}], "matrix": [{}], "accept_up_to": "v1"}}"#,
        steps("l").join(","),
        steps("c").join(","),
        levels.join(","),
        matrix.join(",")
    );
    Scale::of(&crate::assessment::Criteria::from_json(text.as_bytes()).unwrap())
}

/// An assessment by its places on both scales.
fn steps(likelihood: usize, consequence: usize) -> Steps {
    Steps {
        likelihood: likelihood as u8,
        consequence: consequence as u8,
        dimensions: [Some(consequence as u8), None, None, None],
        on: None,
    }
}

#[test]
fn a_matrix_that_is_nowhere_lower_lowers_no_level() {
    let mut dice = Dice(12);
    let mut raised = 0;
    for _ in 0..300 {
        let below = table(&mut dice);
        // Nowhere lower: of two tables that never fall the higher cells never fall either.
        let mut other = table(&mut dice);
        while other.len() != below.len() {
            other = table(&mut dice);
        }
        let above: Vec<Vec<usize>> = (below.iter().zip(&other))
            .map(|(row, other)| row.iter().zip(other).map(|(one, two)| *one.max(two)).collect())
            .collect();
        let (lower, higher) = (scale(&below), scale(&above));
        for likelihood in 0..below.len() {
            for consequence in 0..below.len() {
                let it = steps(likelihood, consequence);
                let (before, after) = (lower.key(&it), higher.key(&it));
                assert!(before.level <= after.level && before <= after);
                raised += usize::from(before.level < after.level);
            }
        }
    }
    assert!(raised > 300, "{raised}");
}

#[test]
fn more_likely_or_graver_is_never_lower() {
    let mut dice = Dice(11);
    for _ in 0..300 {
        let scale = scale(&table(&mut dice));
        let (rows, columns) = scale.size();
        for _ in 0..20 {
            let (likelihood, consequence) = (dice.below(rows), dice.below(columns));
            let here = scale.key(&steps(likelihood, consequence));
            let up = scale.key(&steps((likelihood + 1).min(rows - 1), consequence));
            let right = scale.key(&steps(likelihood, (consequence + 1).min(columns - 1)));
            assert!(here.level <= up.level && here.level <= right.level);
            assert!(here <= up && here <= right);
        }
    }
}

#[test]
fn progress_never_raises_an_exposure() {
    let mut dice = Dice(5);
    let mut lower = 0;
    for _ in 0..200 {
        let mut engine = Engine::from_document(document(&file(&mut dice)));
        for _ in 0..8 {
            let was = evaluations(engine.document());
            advance(&mut dice, &mut engine);
            for (before, after) in was.iter().zip(evaluations(engine.document())) {
                assert!(after.exposure <= before.exposure, "{}", told(engine.document()));
                lower += u32::from(after.exposure < before.exposure);
            }
        }
    }
    assert!(lower > 10, "{lower} exposures fell; the law was hardly tried");
}

/// Makes one answer better, or finishes one action.
fn advance(dice: &mut Dice, engine: &mut Engine) {
    let order = [
        Implementation::NotAssessed,
        Implementation::NotImplemented,
        Implementation::Planned,
        Implementation::Partly,
        Implementation::Implemented,
    ];
    let system = engine.document().system();
    let action = system.entry(Register::Action, &format!("t-{}", 1 + dice.below(5)));
    match action {
        Some(Entry::Action(mut action)) if dice.below(2) == 0 => {
            if action.done.is_none_or(|done| done > today()) {
                action.done = Some(today());
            }
            engine.put_entry(Entry::Action(action)).unwrap();
        }
        _ => {
            let id = CONTROLS[dice.below(CONTROLS.len() - 1)];
            let answer = engine.document().answer(id).cloned();
            let answer = answer.unwrap_or_else(|| Answer::new(id.parse().unwrap()));
            let now = answer.effective_implementation();
            let place = order.iter().position(|it| *it == now).unwrap();
            let better = order[place + dice.below(order.len() - place)];
            let better = if dice.below(2) == 0 { Implementation::Implemented } else { better };
            engine.set(Answer { implementation: Some(better), ..answer }).unwrap();
        }
    }
}

#[test]
fn a_plan_that_is_not_complete_changes_no_exposure() {
    let mut dice = Dice(23);
    for _ in 0..400 {
        let mut engine = Engine::from_document(document(&file(&mut dice)));
        let Some(Entry::Risk(mut risk)) = engine.document().system().entry(Register::Risk, "r-1")
        else {
            continue;
        };
        let was = evaluations(engine.document());
        let text = format!(r#"{{"title": "x", "current": {}}}"#, estimate(&mut dice));
        let Entry::Risk(other) = Entry::from_json(Register::Risk, text.as_bytes()).unwrap() else {
            continue;
        };
        let gone = crate::assessment::TreatmentOption::Avoid;
        if was[0].is_complete || risk.treatment.option == Some(gone) {
            continue;
        }
        risk.treatment.residual = other.current;
        if engine.put_entry(Entry::Risk(risk)).is_ok() {
            assert_eq!(evaluations(engine.document())[0].exposure, was[0].exposure);
        }
    }
}

#[test]
fn the_order_of_a_file_means_nothing() {
    let mut dice = Dice(77);
    for seed in 0..150 {
        let mut one = Dice(seed);
        let text = file(&mut one);
        let document = document(&text);
        // The same entries, read from a file in another order.
        let mut engine = Engine::new(document.catalogue().clone());
        engine.set_criteria(document.system().criteria.clone(), &Default::default()).unwrap();
        let mut entries: Vec<Entry> = Vec::new();
        for register in Register::ALL {
            for (id, _) in document.system().names(*register) {
                entries.extend(document.system().entry(*register, id.as_str()));
            }
        }
        while !entries.is_empty() {
            let entry = entries.remove(dice.below(entries.len()));
            if document.system().criteria.is_none() && entry.register() == Register::Risk {
                continue;
            }
            engine.put_entry(entry).unwrap();
        }
        for id in ["A.5.1", "A.8.7", "A.8.13", "A.7.1", "c-1"] {
            if let Some(answer) = document.answer(id) {
                engine.set(answer.clone()).unwrap();
            }
        }
        if document.system().criteria.is_some() {
            assert_eq!(told(engine.document()), told(&document));
            assert_eq!(
                String::from_utf8(engine.document().to_bytes()),
                String::from_utf8(document.to_bytes())
            );
        }
        assert_eq!(*engine.ledger(), Ledger::of(engine.document()));
    }
}

#[test]
fn one_risk_more_changes_no_other() {
    let mut dice = Dice(41);
    for _ in 0..250 {
        let before = document(&file(&mut dice));
        if before.system().criteria.is_none() {
            continue;
        }
        let mut engine = Engine::from_document(before.clone());
        let text = risk(&mut dice, 90);
        engine.put_entry(Entry::from_json(Register::Risk, text.as_bytes()).unwrap()).unwrap();
        let order = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| !line.starts_with("R-45"));
            // Why a risk stands ahead of the next may change with the next.
            lines.map(|line| line.split("; next").next().unwrap().to_owned()).collect()
        };
        let states = |evaluations: Vec<Evaluation>| -> Vec<Evaluation> { evaluations };
        let after = evaluations(engine.document());
        let was = states(evaluations(&before));
        let ids = |document: &Document| -> Vec<String> {
            document.system().risks.iter().map(|risk| risk.id.to_string()).collect()
        };
        for (id, before) in ids(&before).iter().zip(&was) {
            let place = ids(engine.document()).iter().position(|other| other == id).unwrap();
            let after = Evaluation { risk: before.risk, ..after[place].clone() };
            assert_eq!(after, *before);
        }
        let (one, other) = (told(&before), told(engine.document()));
        let needs = |line: &&String| !line.starts_with("  needs");
        assert_eq!(
            order(&one).iter().filter(needs).collect::<Vec<_>>(),
            order(&other).iter().filter(needs).collect::<Vec<_>>()
        );
    }
}

#[test]
fn what_is_taken_back_leaves_the_bytes_as_they_were() {
    let mut dice = Dice(99);
    let mut made = 0;
    for _ in 0..400 {
        let mut engine = Engine::from_document(document(&file(&mut dice)));
        engine.set_today(today());
        let before = engine.document().to_bytes();
        let was = evaluations(engine.document());
        let id = format!("r-{}", 1 + dice.below(5));
        let done = match dice.below(7) {
            0 => engine.delete_entry(Register::Risk, &id, true),
            1 => engine.delete_entry(Register::OwnControl, "c-1", true),
            2 => engine.delete_entry(Register::Obligation, "o-1", true),
            3 => engine.approve("Ann", None),
            4 => engine.adopt(&id),
            5 => engine.set_criteria(
                Some(crate::assessment::Ready::Five.criteria().unwrap()),
                &Default::default(),
            ),
            _ => {
                let text = risk(&mut dice, 3);
                engine.put_entry(Entry::from_json(Register::Risk, text.as_bytes()).unwrap())
            }
        };
        let Ok(done) = done else {
            assert_eq!(engine.document().to_bytes(), before, "a refused command changes nothing");
            continue;
        };
        made += 1;
        let after = engine.document().to_bytes();
        let size_bytes = engine.document().size_bound_bytes();
        let redo = engine.apply(done.undo);
        assert_eq!(engine.document().to_bytes(), before);
        assert_eq!(evaluations(engine.document()), was, "approvals are valid again");
        engine.apply(redo);
        assert_eq!(engine.document().to_bytes(), after);
        assert_eq!(engine.document().size_bound_bytes(), size_bytes);
        assert_eq!(*engine.facts(), Facts::of(engine.document()));
        assert_eq!(*engine.ledger(), Ledger::of(engine.document()));
        // What was written can be read back.
        assert_eq!(document(&String::from_utf8(after).unwrap()), *engine.document());
    }
    assert!(made > 120, "{made} commands were made");
}
