//! `annexa roadmap`: everything that is to be done in one order, with days and weeks.

use super::pick::Picked;
use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    say::{Say as _, int},
    show::{BAD, BOLD, DIM, GOOD, PLAIN, heading, line, paint},
    table::{Column, Table, cell, width, wrap},
    today,
};
use annexa_core::{
    Catalogue, Engine, Problem, Problems,
    engine::Plan,
    facts::Source as _,
    problem::{problem, quoted},
    report::{roadmap_csv, roadmap_json},
    roadmap::{Rate, Roadmap, Step, StepKind, Told, days},
    words::Words,
};
use anstyle::Style;
use std::sync::Arc;

/// The most days of work in a week that the document format knows.
const CAPACITY_MAX_CD: u32 = 200_000;
/// How many reasons stand in a row.
const WHY_SHOWN: usize = 2;

pub(crate) fn run(
    args: &cli::Roadmap,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut picked = Picked::default();
    let capacity = args.capacity.as_deref().map(capacity_cd);
    let capacity_cd_week = capacity.and_then(|it| picked.keep("--capacity", it));
    let rate = match args.rate.as_slice() {
        [money, currency] => picked.keep("--rate", rate(money, currency)),
        _ => None,
    };
    if !picked.0.is_empty() {
        return Err(Failure::bad(words.say("arguments"), Problems(picked.0)));
    }
    let given = today::given(args.today.today.as_deref())?;
    let engine = input::engine(&args.input.file, catalogue, words)?;
    let today = today::or_now(given)?;
    let plan = Plan { lifts: &[], capacity_cd_week };
    if args.input.form.format == Format::Json {
        return Ok(Done::bytes(roadmap_json(&engine, today, plan, rate.as_ref(), words)));
    }
    let roadmap = engine.roadmap(today, plan);
    Ok(match args.input.form.format {
        Format::Csv => Done::bytes(roadmap_csv(&engine, &roadmap, words)),
        _ => Done::text(text(&engine, &roadmap, rate.as_ref(), words)),
    })
}

/// Days a week with at most two decimals, as hundredths.
fn capacity_cd(text: &str) -> Result<u32, Problem> {
    let (days, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let whole: Option<u32> = Some(days).filter(|it| is_number(it)).and_then(|it| it.parse().ok());
    let part = match part.len() {
        0 => Some(0),
        1 if is_number(part) => part.parse::<u32>().ok().map(|tenths| tenths * 10),
        2 if is_number(part) => part.parse().ok(),
        _ => None,
    };
    let capacity =
        whole.zip(part).and_then(|(days, part)| days.checked_mul(100)?.checked_add(part));
    capacity
        .filter(|cd| (1..=CAPACITY_MAX_CD).contains(cd))
        .ok_or_else(|| problem!("E-VALUE", "capacity", word = quoted(text)))
}

fn rate(money: &str, currency: &str) -> Result<Rate, Problem> {
    let own: Option<u32> = money.parse().ok().filter(|own| *own > 0);
    let own = own.ok_or_else(|| problem!("E-VALUE", "rate", word = quoted(money)))?;
    Ok(Rate { own: own.into(), currency: currency.trim().to_owned() })
}

fn text(engine: &Engine, roadmap: &Roadmap<'_>, rate: Option<&Rate>, words: &Words) -> String {
    let (catalogue, system) = (engine.document().catalogue(), engine.system());
    let told = Told { roadmap, catalogue, system, words };
    if roadmap.steps.is_empty() {
        return words.say("roadmap.none") + "\n";
    }
    let totals = &roadmap.totals;
    let mut text = wrapped(&told.total("total", &totals.whole), BOLD);
    if totals.stage_1.steps > 0 {
        text.push_str(&wrapped(&told.total("opens_stage_1", &totals.stage_1), PLAIN));
    }
    text.push('\n');
    text.push_str(&phases(&told, words));
    text.push('\n');
    told.calendar().iter().for_each(|it| text.push_str(&wrapped(it, PLAIN)));
    if let Some(rate) = rate {
        text.push_str(&wrapped(&told.money(rate), PLAIN));
    }
    for circle in &roadmap.circles {
        let names: Vec<&str> = circle.iter().map(|node| told.name(node)).collect();
        let values = [("names", names.join(", ").into())];
        text.push_str(&wrapped(&words.say_with("roadmap.circle", &values), BAD));
    }
    text.push_str(&heading(&words.say("roadmap.steps")));
    text.push_str(&steps(engine, &told, words));
    text.push_str(&heading(&words.say("roadmap.assumptions")));
    told.assumptions().iter().for_each(|it| text.push_str(&wrapped(it, DIM)));
    text
}

fn wrapped(text: &str, style: Style) -> String {
    wrap(&line(text), width()).iter().map(|it| format!("{}\n", paint(style, it))).collect()
}

fn phases(told: &Told<'_, '_>, words: &Words) -> String {
    let columns = [
        Column::Right("number"),
        Column::Left("phase"),
        Column::Words("note"),
        Column::Right("count"),
        Column::Right("days"),
        Column::Right("likely"),
    ];
    let mut table = Table::new(words, "roadmap", &columns);
    let likely = |range: &annexa_core::effort::Range| {
        let [_, likely, _] = range.shown_tenths();
        words.say_with("roadmap.tenths", &[("days", annexa_core::words::Value::Tenths(likely))])
    };
    let totals = &told.roadmap.totals;
    for (phase, total) in &totals.phases {
        table.row([
            cell(phase.number().to_string()),
            cell(told.say(&format!("phase.{}", phase.word()), &[])),
            cell(told.say(&format!("phase_note.{}", phase.word()), &[])),
            cell(total.steps.to_string()),
            cell(days(&total.range, words)),
            cell(likely(&total.range)),
        ]);
    }
    table.row([
        cell(""),
        (line(&words.say("roadmap.together")), BOLD),
        cell(words.say("roadmap.ends")),
        cell(totals.whole.steps.to_string()),
        cell(days(&totals.whole.range, words)),
        cell(likely(&totals.whole.range)),
    ]);
    table.show()
}

fn steps(engine: &Engine, told: &Told<'_, '_>, words: &Words) -> String {
    let columns = [
        Column::Right("position"),
        Column::Left("step"),
        Column::Words("title"),
        Column::Left("when"),
        Column::Right("days"),
        Column::Words("why"),
        Column::Left("owner"),
    ];
    let mut table = Table::new(words, "roadmap", &columns);
    for (position, step) in told.roadmap.steps.iter().enumerate() {
        let why = told.why(step);
        let why: Vec<&str> = why.iter().take(WHY_SHOWN).map(String::as_str).collect();
        let own = match step.node.kind {
            StepKind::Item => engine.document().owner(step.node.place),
            _ => "",
        };
        let owner = told.owner(&step.node, own);
        let nobody = || words.say("roadmap.nobody");
        table.row([
            cell(words.say_with("roadmap.number_of", &[("position", int(position + 1))])),
            cell(told.name(&step.node)),
            cell(told.title(&step.node)),
            when(step, words),
            cell(days(&step.work.range, words)),
            cell(why.join(" ")),
            if owner.is_empty() { (line(&nobody()), DIM) } else { cell(owner) },
        ]);
    }
    table.show()
}

/// Whether a step can begin, and by when it is due.
fn when(step: &Step<'_>, words: &Words) -> (String, Style) {
    let (key, style) = match (step.priority.days_left, step.waits_for.is_empty()) {
        (Some(..0), _) => ("overdue", BAD),
        (_, false) => ("waits", DIM),
        (_, true) if step.priority.is_stage_1 => ("now", BAD),
        (Some(_), true) => ("due", PLAIN),
        (None, true) => ("ready", GOOD),
    };
    let day = step.node.due.map_or_else(|| "".into(), Into::into);
    (line(&words.say_with(&format!("roadmap.{key}"), &[("day", day)])), style)
}
