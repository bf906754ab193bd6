//! `annexa measures`: figures for clause 9.1, and which of them are the organization's own.

use super::change;
use crate::{
    cli::{self, Dated, Edit, Format, Input, MeasureCommand},
    failure::Failure,
    input,
    output::Done,
    say::{Say as _, int},
    show::{BAD, DIM, GOOD, PLAIN, heading, line},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Date, Engine,
    assessment::{Measure, Watched},
    history::{Direction, Way, trend},
    measure::{Unit, measures, unit, unknowns},
    report::{Changed, measure_figures, measure_words, measures_csv, measures_json},
    words::{Value, Words},
};
use std::sync::Arc;

pub(crate) fn run(
    args: cli::Measures,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    match args.command {
        Some(MeasureCommand::Watch { edit, measure, owner, every, why }) => {
            let measure = Measure::from_word(&measure).unwrap_or(Measure::Coverage);
            let watched = Watched { measure, owner, interval_months: every, why };
            return watch(&edit, watched, catalogue, words);
        }
        Some(MeasureCommand::Unwatch { edit, measure }) => {
            return unwatch(&edit, &measure, catalogue, words);
        }
        None => {}
    }
    // The grammar asks for a file where there is no other command.
    let input = Input { file: args.file.unwrap_or_default(), form: args.form };
    let dated = Dated { input, today: args.today };
    let (engine, today) = input::dated(&dated, catalogue, words)?;
    Ok(match dated.input.form.format {
        Format::Json => Done::bytes(measures_json(&engine, today, args.trend, words)),
        Format::Csv => Done::bytes(measures_csv(&engine, today, args.trend)),
        Format::Text if args.trend => Done::text(over_time(&engine, today, words)),
        Format::Text => Done::text(text(&engine, today, words)),
    })
}

fn text(engine: &Engine, today: Date, words: &Words) -> String {
    let columns = [
        Column::Left("id"),
        Column::Words("title"),
        Column::Words("figure"),
        Column::Words("owner"),
    ];
    let mut table = Table::new(words, "measured", &columns);
    for it in measures(engine, today) {
        let watched = engine.system().measures.iter().find(|own| own.measure == it.measure);
        let owner = watched.map(|own| match own.interval_months {
            Some(months) => {
                let values =
                    [("owner", own.owner.as_str().into()), ("count", int(usize::from(months)))];
                words.say_with("measured.every", &values)
            }
            None => own.owner.clone(),
        });
        table.row([
            cell(it.measure.word()),
            cell(measure_words(it.measure, "title", words)),
            cell(measure_figures(&it, engine, words)),
            cell(owner.unwrap_or_default()),
        ]);
        table.below(&measure_words(it.measure, "cannot", words), DIM);
    }
    format!("{}{}", table.show(), unknown(engine, words))
}

/// Where people do not know, and what finding out would lift.
fn unknown(engine: &Engine, words: &Words) -> String {
    let catalogue = engine.document().catalogue();
    let mut text = String::new();
    for it in unknowns(engine).into_iter().filter(|it| !it.items.is_empty()) {
        let (before, then) = it.coverage_bp();
        let ids: Vec<String> = it.items.iter().map(|at| catalogue.id_at(*at).to_owned()).collect();
        let values = [
            ("chapter", catalogue.chapters().get(it.chapter).map_or("", |it| it.id()).into()),
            ("share", words.percent(it.share_bp()).into()),
            ("before", words.percent(before).into()),
            ("then", words.percent(then).into()),
            ("ids", Value::Ids(ids)),
        ];
        text += &format!("{}\n", line(&words.say_with("measured.unknown", &values)));
    }
    if text.is_empty() { text } else { heading(&words.say("measured.unknownTitle")) + &text }
}

fn over_time(engine: &Engine, today: Date, words: &Words) -> String {
    let trend = trend(engine.states(today));
    let mut text = String::new();
    for point in &trend.points {
        let name = match point.name.as_str() {
            "" => words.say("measured.now"),
            name => name.to_owned(),
        };
        let values = [("day", point.on.into()), ("name", line(&name).into())];
        let key = match (point.breaks.edition, point.breaks.criteria) {
            (true, _) => "measured.pointEdition",
            (_, true) => "measured.pointCriteria",
            _ => "measured.point",
        };
        text += &format!("{}\n", words.say_with(key, &values));
    }
    let columns = [
        Column::Left("key"),
        Column::Left("part"),
        Column::Words("values"),
        Column::Left("first"),
        Column::Left("before"),
    ];
    let mut table = Table::new(words, "measured", &columns);
    for series in &trend.series {
        let measure = Measure::from_word(&series.key);
        let days = matches!(series.part.as_str(), "most_days" | "median_days");
        let is_share = measure.is_none_or(|it| unit(it, 0) == Unit::Share) && !days;
        let value = |value: &Option<u32>| match value {
            Some(value) if !is_share => value.to_string(),
            share => words.percent(*share),
        };
        let values: Vec<String> = series.values.iter().map(value).collect();
        let part = words.label("measure_part", &series.part);
        let way = |it: Direction| {
            let style = match it.way {
                Way::Worse => BAD,
                Way::Better => GOOD,
                Way::Same | Way::Unknown => PLAIN,
            };
            (line(words.label("way", it.way.word())), style)
        };
        table.row([
            cell(&series.key),
            cell(part),
            cell(values.join("  ")),
            way(series.since_first),
            way(series.since_before),
        ]);
    }
    format!("{text}\n{}", table.show())
}

fn watch(
    edit: &Edit,
    watched: Watched,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(edit, catalogue, words)?;
    let measure = watched.measure;
    open.engine.watch(watched).map_err(|it| open.refused(it))?;
    let title = measure_words(measure, "title", words);
    let values = [("id", measure.word().into()), ("title", line(&title).into())];
    let said = words.say_with("measured.watched", &values) + "\n";
    open.finish(edit, &changed(measure), &said, words)
}

fn unwatch(
    edit: &Edit,
    measure: &str,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(edit, catalogue, words)?;
    let measure = Measure::from_word(measure).unwrap_or(Measure::Coverage);
    open.engine.unwatch(measure).map_err(|it| open.refused(it))?;
    let said = words.say_with("measured.unwatched", &[("id", measure.word().into())]) + "\n";
    open.finish(edit, &changed(measure), &said, words)
}

fn changed(measure: Measure) -> Vec<Changed> {
    [Changed { register: "measures", id: measure.word().to_owned() }].into()
}
