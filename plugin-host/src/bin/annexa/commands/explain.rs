//! `annexa explain`: the arithmetic behind a score.

use super::unknown;
use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    show::{BOLD, implementation, maybe_percent, paint},
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
    let engine = input::engine(&args.input.file, catalogue)?;
    let key = engine.document().catalogue().score_key(&args.key);
    let key = key.map_err(|problem| Failure::bad("KEY", problem))?;
    let explanation = engine.explain(key).ok_or_else(|| {
        Failure::bad("KEY", problem!("E-SCORE-KEY", "empty", id = quoted(&args.key)))
    })?;
    Ok(match args.input.form.format {
        Format::Text => {
            Done::text(text(&args.key, &engine, &explanation, words) + &unknown::line(&engine))
        }
        Format::Json => Done::bytes(explanation_json(&engine, &explanation, words)),
        Format::Csv => unknown::csv(&engine, explanation_csv(&engine, &explanation, words)),
    })
}

fn text(key: &str, engine: &Engine, explanation: &Explanation, words: &Words) -> String {
    let score = &explanation.score;
    let mut text = format!(
        "{}: conformity {}, coverage {}\n\n{}\n",
        paint(BOLD, key),
        maybe_percent(score.score_bp()),
        maybe_percent(score.coverage_bp()),
        explanation.arithmetic(words),
    );
    for line in wrap(&Explanation::rule(words), width()) {
        text.push_str(&format!("{line}\n"));
    }
    text.push('\n');
    let mut table = Table::new(&[
        Column::Left("Id"),
        Column::Left("State"),
        Column::Right("Points"),
        Column::Words("Why"),
    ]);
    let items = engine.document().catalogue().items();
    for input in &explanation.inputs {
        let points =
            input.points_bp.map_or_else(|| "not counted".to_owned(), |points| points.to_string());
        table.row([
            cell(items.get(input.item).map_or("", Item::id)),
            implementation(input.implementation),
            cell(points),
            cell(input.why(words)),
        ]);
    }
    text.push_str(&table.show());
    text
}
