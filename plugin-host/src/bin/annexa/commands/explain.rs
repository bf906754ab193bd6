//! `annexa explain`: the arithmetic behind a score.

use super::unknown;
use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    json::Json,
    output::Done,
    show::{BOLD, implementation, maybe_percent, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{Catalogue, CsvWriter, Engine, Explanation, Problem, quoted};
use std::sync::Arc;

pub(crate) fn run(args: &cli::Explain, catalogue: Arc<Catalogue>) -> Result<Done, Failure> {
    let engine = input::engine(&args.input.file, catalogue)?;
    let key = engine.document().catalogue().score_key(&args.key);
    let key = key.map_err(|problem| Failure::bad("KEY", problem))?;
    let explanation = engine.explain(key).ok_or_else(|| {
        let message = format!("nothing is in the score {}", quoted(&args.key));
        let fix = "`annexa assess` lists the scores";
        Failure::bad("KEY", Problem::new("E-SCORE-KEY", "", message, fix))
    })?;
    Ok(match args.input.form.format {
        Format::Text => Done::text(text(&args.key, &explanation) + &unknown::line(&engine)),
        Format::Json => Done::json(&json(&args.key, &engine, &explanation))?,
        Format::Csv => unknown::csv(&engine, csv(&explanation)),
    })
}

fn text(key: &str, explanation: &Explanation) -> String {
    let score = &explanation.score;
    let mut text = format!(
        "{}: conformity {}, coverage {}\n\n{}\n",
        paint(BOLD, key),
        maybe_percent(score.score_bp()),
        maybe_percent(score.coverage_bp()),
        explanation.arithmetic,
    );
    for line in wrap(explanation.rule, width()) {
        text.push_str(&format!("{line}\n"));
    }
    text.push('\n');
    let mut table = Table::new(&[
        Column::Left("Id"),
        Column::Left("State"),
        Column::Right("Points"),
        Column::Words("Why"),
    ]);
    for input in &explanation.inputs {
        let points =
            if input.counted { input.points_bp.to_string() } else { "not counted".to_owned() };
        table.row([
            cell(&input.id),
            implementation(input.implementation),
            cell(points),
            cell(&input.why),
        ]);
    }
    text.push_str(&table.show());
    text
}

fn csv(explanation: &Explanation) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["id", "implementation", "counted", "points_bp", "why"]);
    for input in &explanation.inputs {
        csv.row([
            input.id.as_str(),
            input.implementation.word(),
            if input.counted { "yes" } else { "no" },
            &input.points_bp.to_string(),
            &input.why,
        ]);
    }
    csv.finish()
}

fn json(key: &str, engine: &Engine, explanation: &Explanation) -> Json {
    let score = &explanation.score;
    let inputs = explanation.inputs.iter().map(|input| {
        Json::Object(vec![
            ("id", Json::text(&input.id)),
            ("implementation", Json::text(input.implementation.word())),
            ("counted", Json::Bool(input.counted)),
            ("points_bp", Json::int(input.points_bp)),
            ("why", Json::text(&input.why)),
        ])
    });
    Json::Object(vec![
        ("key", Json::text(key)),
        ("score_bp", Json::optional_int(score.score_bp())),
        ("coverage_bp", Json::optional_int(score.coverage_bp())),
        ("assessed", Json::int(score.assessed)),
        ("in_scope", Json::int(score.in_scope)),
        ("points_bp", Json::int(score.points_bp)),
        ("rule", Json::text(explanation.rule)),
        ("arithmetic", Json::text(&explanation.arithmetic)),
        ("inputs", inputs.collect()),
        ("unknown_ids", unknown::json(engine)),
    ])
}
