//! `annexa explain`: how a score, a risk, a row of the Statement of Applicability, a condition of
//! a gate or a measure came about.

mod derived;
mod over;
mod plan;
mod wrong;

use super::unknown;
use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    say::Say as _,
    show::{BOLD, DIM, implementation, line, paint},
    table::{Column, Table, cell, width, wrap},
    today,
};
use annexa_core::{
    Catalogue, Date, Engine,
    gate::{Condition, Verdict},
    problem::{problem, quoted},
    report::{
        Derivation, condition_csv, condition_json, derivation_csv, derivation_json,
        explanation_csv, explanation_json, measure_derivation, over_csv, over_json,
    },
    score::Explanation,
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(
    args: &cli::Explain,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let given = today::given(args.today.today.as_deref())?;
    let mut engine = input::engine(&args.input.file, catalogue, words)?;
    let today = today::or_now(given)?;
    engine.set_today(today);
    let format = args.input.form.format;
    if args.key.get(..derived::SOA.len()).is_some_and(|it| it.eq_ignore_ascii_case(derived::SOA)) {
        let it = derived::control(&engine, &args.key, words);
        let problem = |_| Failure::bad("KEY", wrong::row(&engine, &args.key));
        return Ok(derivation(&engine, today, &it.map_err(problem)?, format, words));
    }
    let begins =
        |with: &str| args.key.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with));
    let rest = args.key.get(plan::ROADMAP.len()..).unwrap_or_default();
    if begins(plan::ROADMAP) && (rest.is_empty() || rest.starts_with(':')) {
        let it = plan::plan(&engine, today, &args.key, words);
        let it = it.map_err(|problem| Failure::bad("KEY", problem))?;
        return Ok(derivation(&engine, today, &it, format, words));
    }
    if args.key.eq_ignore_ascii_case("over") {
        return Ok(match format {
            Format::Text => Done::text(over::text(&engine, today, words)),
            Format::Json => Done::bytes(over_json(&engine, today, words)),
            Format::Csv => Done::bytes(over_csv(&engine, today, words)),
        });
    }
    if begins(over::OVER) {
        let it = over::control(&engine, today, &args.key, words);
        let it = it.map_err(|problem| Failure::bad("KEY", problem))?;
        return Ok(derivation(&engine, today, &it, format, words));
    }
    if let Some(it) = derived::risk(&engine, today, &args.key, words) {
        let it = it.map_err(|problem| Failure::bad("KEY", problem))?;
        return Ok(derivation(&engine, today, &it, format, words));
    }
    if let Some(it) = measure_derivation(&engine, today, &args.key, words) {
        return Ok(derivation(&engine, today, &it, format, words));
    }
    let gates = engine.gates(today);
    let mut conditions = gates.iter().flat_map(|gates| gates.conditions());
    if let Some(it) = conditions.find(|it| it.id.eq_ignore_ascii_case(&args.key)) {
        return Ok(format.done(
            || condition(&engine, today, it, words),
            || condition_json(&engine, it, today, words),
            || condition_csv(&engine, it, today, words),
        ));
    }
    let key = engine.document().catalogue().score_key(&args.key);
    let key = key.map_err(|_| Failure::bad("KEY", wrong::problem(&engine, today, args, words)))?;
    let explanation = engine.explain(key).ok_or_else(|| {
        Failure::bad("KEY", problem!("E-SCORE-KEY", "empty", id = quoted(&args.key)))
    })?;
    Ok(match format {
        Format::Text => Done::text(
            text(&args.key, &engine, &explanation, words) + &unknown::line(&engine, words),
        ),
        Format::Json => Done::bytes(explanation_json(&engine, &explanation, words)),
        Format::Csv => unknown::csv(&engine, words, explanation_csv(&engine, &explanation, words)),
    })
}

fn derivation(
    engine: &Engine,
    today: Date,
    it: &Derivation,
    format: Format,
    words: &Words,
) -> Done {
    format.done(
        || derived::text(it, words),
        || derivation_json(engine, Some(today), it),
        || derivation_csv(it),
    )
}

/// A condition with everything that its verdict rests on.
fn condition(engine: &Engine, today: Date, it: &Condition, words: &Words) -> String {
    let verdict =
        |verdict: Verdict| line(&words.message(&format!("gates.verdict.{}", verdict.word()), &[]));
    let head = [
        ("key", paint(BOLD, it.id).into()),
        ("title", line(&it.title(words)).into()),
        ("result", verdict(it.verdict).into()),
    ];
    let mut text = format!("{}\n\n", words.say_with("derived.head", &head));
    for line in wrap(&words.say("derived.ruleCondition"), width()) {
        text.push_str(&format!("{line}\n"));
    }
    let columns = [Column::Left("verdict"), Column::Words("ground")];
    let mut table = Table::new(words, "derived", &columns);
    for ground in &it.grounds {
        table.row([cell(verdict(ground.verdict)), cell(ground.sentence(it.id, words))]);
    }
    let takes = it.takes(engine.document().catalogue(), &engine.open_work(today));
    takes.sentences(words).iter().for_each(|text| table.below(text, DIM));
    let place = words.message(&format!("gates.place.{}", it.place.word()), &[]);
    format!("{text}\n{}\n{}: {}\n", table.show(), words.say("derived.place"), line(&place))
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
    let catalogue = engine.document().catalogue();
    for input in &explanation.inputs {
        let points =
            input.points_bp.map_or_else(|| words.say("explain.notCounted"), |it| it.to_string());
        table.row([
            cell(catalogue.id_at(input.item)),
            implementation(input.implementation, words),
            cell(points),
            cell(input.why(words)),
        ]);
    }
    text.push_str(&table.show());
    text
}
