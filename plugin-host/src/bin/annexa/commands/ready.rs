//! `annexa ready`: what is known to block the stages of a certification audit.

use crate::{
    cli,
    failure::Failure,
    input,
    output::Done,
    say::Say as _,
    show::{BAD, DIM, FAIR, GOOD, heading, line},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Date, Engine,
    gate::{Condition, Gate, Gates, Takes, Verdict},
    report::{gates_csv, gates_json},
    words::Words,
};
use anstyle::Style;
use std::sync::Arc;

pub(crate) fn run(
    args: &cli::Dated,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let (engine, today) = input::dated(args, catalogue, words)?;
    let shown = || match engine.gates(today) {
        Some(gates) => text(&gates, &engine, today, words),
        None => words.say("ready.none") + "\n",
    };
    Ok(args.input.form.format.done(
        shown,
        || gates_json(&engine, today, words),
        || gates_csv(&engine, today, words),
    ))
}

fn text(gates: &Gates, engine: &Engine, today: Date, words: &Words) -> String {
    let open = engine.open_work(today);
    let takes = |it: &Condition| it.takes(engine.document().catalogue(), &open);
    let stage = |key: &str, gate: &Gate| {
        let title = words.message(&format!("gates.stage.{key}"), &[]);
        let state = words.message(&format!("gates.state.{}", gate.state.word()), &[]);
        let values = [("day", today.into()), ("state", state.into())];
        let state = line(&words.say_with("ready.state", &values));
        format!("{}{state}\n\n{}", heading(&line(&title)), conditions(gate, takes, words))
    };
    let first = stage("stage_1", &gates.stage_1);
    let second = stage("stage_2", &gates.stage_2);
    let never = words.message("gates.stage.never", &[]);
    format!("{}{second}\n{}\n", first.trim_start_matches('\n'), line(&never))
}

fn conditions(gate: &Gate, takes: impl Fn(&Condition) -> Takes, words: &Words) -> String {
    let columns = [
        Column::Left("verdict"),
        Column::Left("id"),
        Column::Words("title"),
        Column::Left("place"),
    ];
    let mut table = Table::new(words, "ready", &columns);
    for it in &gate.conditions {
        let place = words.message(&format!("gates.place.{}", it.place.word()), &[]);
        let verdict = words.message(&format!("gates.verdict.{}", it.verdict.word()), &[]);
        table.row([
            (line(&verdict), style(it.verdict)),
            cell(it.id),
            cell(it.title(words)),
            cell(place),
        ]);
        for ground in it.grounds.iter().filter(|ground| ground.verdict != Verdict::Met) {
            table.below(&ground.sentence(it.id, words), DIM);
        }
        takes(it).sentences(words).iter().for_each(|text| table.below(text, DIM));
    }
    table.show()
}

fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Met => GOOD,
        Verdict::Unknown => FAIR,
        Verdict::Blocks => BAD,
    }
}
