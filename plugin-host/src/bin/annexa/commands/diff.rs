//! `annexa diff`: two states beside each other, the worse first.

use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    say::Say as _,
    show::{BAD, DIM, FAIR, GOOD, PLAIN, heading, line},
    table::{Column, Table, cell},
    today,
};
use annexa_core::{
    Catalogue, Date, Engine,
    assessment::Snapshot,
    history::{Change, Class, Comparison, Note, Part, State, Subject, compare},
    report::{Side, change_title, comparison_csv, comparison_json},
    words::{Value, Words},
};
use anstyle::Style;
use std::{path::Path, sync::Arc};

pub(crate) fn run(
    args: &cli::Diff,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let given = today::given(args.today.today.as_deref())?;
    let one = input::engine(&args.file, Arc::clone(&catalogue), words)?;
    let other = match &args.other {
        Some(file) => Some(input::engine(file, Arc::clone(&catalogue), words)?),
        None => None,
    };
    let today = today::or_now(given)?;
    let second = other.as_ref().unwrap_or(&one);
    let second_file = args.other.as_ref().unwrap_or(&args.file);
    // One file alone is compared with what was kept of it last.
    let last = match (&args.from, &args.other) {
        (None, None) => {
            let last = one.kept_last(today);
            Some(last.map_err(|it| Failure::bad(input::name(&args.file, words), it))?)
        }
        _ => None,
    };
    let from = picked(&one, args.from.as_deref(), "--from")?.or(last);
    let to = picked(second, args.to.as_deref(), "--to")?;
    let states = (state(&one, from, today), state(second, to, today));
    let file = |file: &Path| line(&input::name(file, words));
    let files = (file(&args.file), file(second_file));
    let sides = (
        Side { state: &states.0, kept: from, file: &files.0 },
        Side { state: &states.1, kept: to, file: &files.1 },
    );
    let it = compare(&states.0, &states.1).map_err(|it| Failure::bad(files.1.as_str(), it))?;
    Ok(match args.form.format {
        Format::Json => Done::bytes(comparison_json(second, sides, &it, words)),
        Format::Csv => Done::bytes(comparison_csv(second, &it, words)),
        Format::Text => Done::text(text(second, sides, &it, words)),
    })
}

fn picked<'e>(
    engine: &'e Engine,
    name: Option<&str>,
    argument: &'static str,
) -> Result<Option<&'e Snapshot>, Failure> {
    let kept = name.map(|name| engine.kept(name)).transpose();
    kept.map_err(|problem| Failure::bad(argument, problem))
}

fn state(engine: &Engine, kept: Option<&Snapshot>, today: Date) -> State {
    let lineage = engine.document().lineage.as_ref();
    kept.and_then(|kept| State::kept(kept, lineage)).unwrap_or_else(|| State::of(engine, today))
}

fn text(
    engine: &Engine,
    (from, to): (Side<'_>, Side<'_>),
    it: &Comparison,
    words: &Words,
) -> String {
    let side = |side: &Side<'_>| {
        let name = side.kept.map_or(side.file, |kept| kept.name.as_str());
        let values = [("name", line(name).into()), ("day", side.state.on.into())];
        words.say_with("diff.side", &values)
    };
    let sides = [("from", side(&from).into()), ("to", side(&to).into())];
    let mut text = format!("{}\n{}\n", words.say_with("diff.head", &sides), lead(it, words));
    for note in it.notes.iter().filter(|note| **note != Note::SameContent) {
        text += &format!("{}\n", line(words.label("comparison_note", note.word())));
    }
    if it.changes.is_empty() {
        return text;
    }
    let columns = [
        Column::Left("class"),
        Column::Left("id"),
        Column::Words("title"),
        Column::Left("subject"),
        Column::Words("change"),
    ];
    let mut table = Table::new(words, "diff", &columns);
    for change in &it.changes {
        let class = line(words.label("comparison_class", change.class.word()));
        let name = if change.label.is_empty() { &change.id } else { &change.label };
        table.row([
            (class, style(change.class)),
            cell(name),
            cell(change_title(engine, change, words).unwrap_or_default()),
            cell(words.label("comparison_subject", change.subject.word())),
            cell(values(change, words)),
        ]);
        if !change.made_from.is_empty() {
            let ids = Value::Ids(change.made_from.clone());
            table.below(&words.say_with("diff.made_from", &[("ids", ids)]), DIM);
        }
    }
    text += &format!("\n{}", table.show());
    text + &chapters(engine, it, words)
}

/// How many are what, in one line.
fn lead(it: &Comparison, words: &Words) -> String {
    let mut parts = Vec::new();
    for class in [Class::Better, Class::Worse, Class::NowKnown, Class::NoLongerKnown, Class::Mixed]
    {
        let count = it.count(Part::Items, class);
        if count > 0 || matches!(class, Class::Better | Class::Worse) {
            let label = words.label("comparison_class", class.word());
            let values = [("count", Value::Int(count.into())), ("class", label.into())];
            parts.push(words.say_with("diff.count", &values));
        }
    }
    let (opened, all) = (it.count(Part::Conditions, Class::Better), parts.join(", "));
    let risks = [
        ("lower", Value::Int(it.count(Part::Risks, Class::Better).into())),
        ("higher", Value::Int(it.count(Part::Risks, Class::Worse).into())),
        ("added", Value::Int(it.count(Part::Risks, Class::Added).into())),
        ("removed", Value::Int(it.count(Part::Risks, Class::Removed).into())),
    ];
    let opened = words.say_with("diff.opened", &[("count", Value::Int(opened.into()))]);
    format!("{}. {opened} {}", line(&all), words.say_with("diff.risks", &risks))
}

fn chapters(engine: &Engine, it: &Comparison, words: &Words) -> String {
    let columns = [
        Column::Words("chapter"),
        Column::Right("then"),
        Column::Right("now"),
        Column::Right("points"),
    ];
    let mut table = Table::new(words, "diff", &columns);
    for score in &it.scores {
        let share = |state: &Option<annexa_core::history::ScoreState>| {
            words.percent(state.as_ref().and_then(|it| it.score_bp))
        };
        let points = score.score_difference().map_or_else(
            || "-".to_owned(),
            |it| {
                let sign = if it < 0 { "−" } else { "+" };
                format!("{sign}{}", words.two_places(u32::try_from(it.abs()).unwrap_or(u32::MAX)))
            },
        );
        let catalogue = engine.document().catalogue();
        let key = catalogue.score_key(&score.key).ok();
        let name = key
            .and_then(|key| catalogue.group(key))
            .map_or(&*score.key, |it| words.group_of(catalogue, it));
        table.row([cell(name), cell(share(&score.from)), cell(share(&score.to)), cell(points)]);
    }
    format!("{}{}", heading(&words.say("diff.chapters")), table.show())
}

fn values(change: &Change, words: &Words) -> String {
    let set = match change.subject {
        Subject::Implementation => "implementation",
        Subject::Applicability => "applicability",
        Subject::Finding => "finding_kind",
        Subject::Document => "document_state",
        Subject::Maturity | Subject::Exposure | Subject::Condition => "",
    };
    let word = |word: &String| match (change.subject, word.as_str()) {
        (_, "") => words.say("diff.nothing"),
        (Subject::Condition, word) => words.message(&format!("gates.verdict.{word}"), &[]),
        (_, "excluded") => words.label("applicability", word).to_owned(),
        (_, word) if set.is_empty() => word.to_owned(),
        (_, word) => words.label(set, word).to_owned(),
    };
    let side = |side: &[String]| match side {
        [] => words.say("diff.nothing"),
        words => words.iter().map(word).collect::<Vec<_>>().join(", "),
    };
    let sides = [("from", side(&change.from).into()), ("to", side(&change.to).into())];
    words.say_with("diff.values", &sides)
}

fn style(class: Class) -> Style {
    match class {
        Class::Worse | Class::NoLongerKnown => BAD,
        Class::Better | Class::NowKnown => GOOD,
        Class::Mixed | Class::Changed | Class::NotComparable => FAIR,
        Class::Added | Class::Removed | Class::NewInEdition | Class::Gone => PLAIN,
    }
}
