//! `annexa explain`: the arithmetic behind a score.

use super::unknown;
use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    say::Say as _,
    show::{BOLD, implementation, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{
    Catalogue, Engine,
    catalogue::Item,
    problem::{problem, quoted},
    report::{explanation_csv, explanation_json},
    score::Explanation,
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(
    args: &cli::Explain,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let engine = input::engine(&args.input.file, catalogue, words)?;
    let key = engine.document().catalogue().score_key(&args.key);
    let key = key.map_err(|problem| Failure::bad("KEY", problem))?;
    let explanation = engine.explain(key).ok_or_else(|| {
        Failure::bad("KEY", problem!("E-SCORE-KEY", "empty", id = quoted(&args.key)))
    })?;
    Ok(match args.input.form.format {
        Format::Text => Done::text(
            text(&args.key, &engine, &explanation, words) + &unknown::line(&engine, words),
        ),
        Format::Json => Done::bytes(explanation_json(&engine, &explanation, words)),
        Format::Csv => unknown::csv(&engine, words, explanation_csv(&engine, &explanation, words)),
    })
}

fn text(key: &str, engine: &Engine, explanation: &Explanation, words: &Words) -> String {
    let score = &explanation.score;
    let head = [
        ("key", paint(BOLD, key).into()),
        ("conformity", words.percent(score.score_bp()).into()),
        ("coverage", words.percent(score.coverage_bp()).into()),
    ];
    let head = words.say_with("explain.head", &head);
    let mut text = format!("{head}\n\n{}\n", explanation.arithmetic(words));
    for line in wrap(&Explanation::rule(words), width()) {
        text.push_str(&format!("{line}\n"));
    }
    text.push('\n');
    let columns =
        [Column::Left("id"), Column::Left("state"), Column::Right("points"), Column::Words("why")];
    let mut table = Table::new(words, "explain", &columns);
    let items = engine.document().catalogue().items();
    for input in &explanation.inputs {
        let points =
            input.points_bp.map_or_else(|| words.say("explain.notCounted"), |it| it.to_string());
        table.row([
            cell(items.get(input.item).map_or("", Item::id)),
            implementation(input.implementation, words),
            cell(points),
            cell(input.why(words)),
        ]);
    }
    text.push_str(&table.show());
    text
}
