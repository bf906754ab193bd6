//! `annexa risks`: the register of risks, the most urgent first.

use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    say::{Say as _, int},
    show::{BAD, DIM, FAIR, GOOD, line},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Date,
    facts::Remains,
    report::{risks_csv, risks_json},
    risk::{Evaluation, Risks, State, rank},
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
    Ok(match args.input.form.format {
        Format::Json => Done::bytes(risks_json(&engine, today, words)),
        Format::Csv => Done::bytes(risks_csv(&engine, today, words)),
        Format::Text => Done::text(text(&engine.risks(today), today, words)),
    })
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
            cell(if risk.label.is_empty() { risk.id.as_str() } else { &risk.label }),
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
    let Some(remains) = remains else { return "-".to_owned() };
    let Some(level) = remains.level() else { return words.say("risks.gone") };
    let levels = risks.system.criteria.as_ref().map(|criteria| &criteria.levels);
    match levels.and_then(|levels| levels.get(usize::from(level))) {
        Some(level) if !level.name.is_empty() => level.name.clone(),
        Some(level) => level.word.as_str().to_owned(),
        None => "-".to_owned(),
    }
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
