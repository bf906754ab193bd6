//! `annexa risks`: the register of risks, the most urgent first, and what is done about it.

mod add;
mod criteria;
mod decide;
mod matrix;
mod sign;
mod told;

use crate::{
    cli::{self, Dated, Input, RiskCommand},
    failure::Failure,
    input,
    output::Done,
    say::{Say as _, int},
    show::{BAD, DIM, FAIR, GOOD, line},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Date,
    assessment::Criteria,
    facts::Remains,
    report::{risks_csv, risks_json},
    risk::{Evaluation, Risks, State, rank},
    words::Words,
};
use anstyle::Style;
use std::sync::Arc;

pub(crate) fn run(
    args: cli::Risks,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    match args.command {
        Some(RiskCommand::Add(args)) => return add::run(&args, catalogue, words),
        Some(RiskCommand::Decide(args)) => return decide::run(&args, catalogue, words),
        Some(RiskCommand::Approve(args)) => return sign::approve(&args, catalogue, words),
        Some(RiskCommand::Accept(args)) => return sign::accept(&args, catalogue, words),
        Some(RiskCommand::Criteria(args)) => return criteria::run(&args, catalogue, words),
        None => {}
    }
    // The grammar asks for a file where there is no other command.
    let input = Input { file: args.file.unwrap_or_default(), form: args.form };
    let dated = Dated { input, today: args.today };
    let (engine, today) = input::dated(&dated, catalogue, words)?;
    if args.matrix {
        return Ok(Done::text(matrix::text(&engine.risks(today), words)));
    }
    Ok(dated.input.form.format.done(
        || text(&engine.risks(today), today, words),
        || risks_json(&engine, today, words),
        || risks_csv(&engine, today, words),
    ))
}

fn text(risks: &Risks<'_>, today: Date, words: &Words) -> String {
    let evaluations = risks.evaluations();
    if evaluations.is_empty() {
        return words.say("risks.none") + "\n";
    }
    let columns = [
        Column::Left("label"),
        Column::Words("title"),
        Column::Left("exposure"),
        Column::Left("planned"),
        Column::Left("state"),
        Column::Words("owner"),
    ];
    let mut table = Table::new(words, "risks", &columns);
    for place in rank(risks, &evaluations) {
        let (Some(risk), Some(it)) =
            (risks.system.risks.get(place.risk), evaluations.get(place.risk))
        else {
            continue;
        };
        table.row([
            cell(told::called(risk)),
            cell(&risk.title),
            cell(level(risks, it.exposure, words)),
            cell(level(risks, it.planned, words)),
            state(it.state, words),
            cell(&risk.owner),
        ]);
        if !it.missing.is_empty() {
            let missing = it.missing.iter().map(|it| words.label("risk_missing", it.word()));
            let missing = missing.collect::<Vec<_>>().join(", ");
            table.below(&words.say_with("risks.missing", &[("what", missing.into())]), DIM);
        }
    }
    format!("{}\n{}\n", table.show(), total(&evaluations, today, words))
}

fn total(evaluations: &[Evaluation], today: Date, words: &Words) -> String {
    let open = evaluations.iter().filter(|it| it.state.is_open()).count();
    let drafts = evaluations.iter().filter(|it| it.state == State::Draft).count();
    let values = [
        ("risks", words.count(evaluations.len(), "risks").into()),
        ("open", int(open)),
        ("drafts", int(drafts)),
        ("day", today.into()),
    ];
    words.say_with("risks.total", &values)
}

/// The name of a level as the criteria give it; what has gone away has none.
fn level(risks: &Risks<'_>, remains: Option<Remains>, words: &Words) -> String {
    level_name(risks.system.criteria.as_ref(), remains, words)
}

fn level_name(criteria: Option<&Criteria>, remains: Option<Remains>, words: &Words) -> String {
    let Some(remains) = remains else { return "-".to_owned() };
    let Some(level) = remains.level() else { return words.say("risks.gone") };
    let level = criteria.and_then(|criteria| criteria.levels.get(usize::from(level)));
    level.map_or_else(|| "-".to_owned(), |level| named(level.word.as_str(), &level.name).to_owned())
}

/// The name, or the word of what has none.
fn named<'n>(word: &'n str, name: &'n str) -> &'n str {
    if name.is_empty() { word } else { name }
}

fn state(state: State, words: &Words) -> (String, Style) {
    let style = match state {
        State::Draft => DIM,
        State::Avoided | State::Acceptable | State::Accepted => GOOD,
        State::Planned => FAIR,
        State::Insufficient | State::Untreated => BAD,
    };
    (line(words.label("risk_state", state.word())), style)
}
