//! `annexa context`: the questions about the organization, their answers, and what these suggest.

mod answer;

pub(super) use answer::answered;

use super::{change, pick};
use crate::{
    cli::{self, Format},
    failure::{Exit, Failure},
    output::{Done, Output},
    say::{Say as _, int},
    show::{BOLD, DIM, FAIR, PLAIN, heading, line, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{
    Catalogue, Engine, Id, Problem, Problems,
    assessment::{Mode, Question, Verdict},
    catalogue::Item,
    context::{AnswerKind, Suggestion, answer_text, questions},
    problem::{problem, quoted},
    report::{context_csv, context_json},
    words::{Value, Words},
};
use std::sync::Arc;

pub(crate) fn run(
    args: &cli::Context,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(&args.edit, catalogue, words)?;
    let format = args.edit.form.format;
    let print = |engine: &Engine, wrote: &str| match format {
        Format::Json => Output::Bytes(context_json(engine, words)),
        Format::Csv => Output::Bytes(context_csv(engine, words)),
        Format::Text => Output::Text(format!("{wrote}{}", text(engine, words))),
    };
    let is_asked = args.mode.is_some()
        || [&args.sets, &args.accept, &args.refuse].iter().any(|list| !list.is_empty());
    if !is_asked && args.edit.output.is_none() {
        return Ok(Done::of(print(&open.engine, ""), Exit::Done));
    }
    change(args, &mut open.engine, words).map_err(|it| open.refused(it))?;
    open.finish_with(&args.edit, print, words)
}

/// Answers first, since decisions rest on them.
fn change(args: &cli::Context, engine: &mut Engine, words: &Words) -> Result<(), Problems> {
    let mut picked = pick::Picked::default();
    let context = answered(&engine.system().context, &args.sets, &mut picked);
    engine.set_context(context)?;
    if let Some(mode) = args.mode.as_deref().and_then(Mode::from_word) {
        engine.set_mode(Some(mode))?;
    }
    let why = args.why.as_deref();
    for (name, controls, verdict) in [
        ("--accept", &args.accept, Verdict::Accepted),
        ("--refuse", &args.refuse, Verdict::Refused),
    ] {
        for control in controls {
            let found = suggested(engine, control);
            let Some((question, rule, id)) = picked.keep(name, found) else { continue };
            let done = match verdict {
                Verdict::Accepted => {
                    // The text starts from the question's wording where a person gives none.
                    let key = format!("context.justification.{rule}");
                    let why = why.map_or_else(|| words.message(&key, &[]), str::to_owned);
                    engine.accept_suggestions(question, &[id.as_str()], &why)
                }
                Verdict::Refused => {
                    let why = why.unwrap_or_default();
                    engine.refuse_suggestions(question, &[id.as_str()], why)
                }
            };
            picked.0.extend(done.err().map(|problems| problems.0).unwrap_or_default());
        }
    }
    if picked.0.is_empty() { Ok(()) } else { Err(Problems(picked.0)) }
}

/// The question that suggests to exclude a control, and its rule.
fn suggested(engine: &Engine, text: &str) -> Result<(Question, &'static str, Id), Problem> {
    let id = pick::control(engine, text)?;
    let item = engine.document().catalogue().index_of(id.as_str());
    let found = engine.suggestions().into_iter().find(|it| Some(it.item) == item);
    let found = found.ok_or_else(|| problem!("E-SUGGESTION", control = quoted(text)))?;
    Ok((found.question, found.rule, id))
}

fn text(engine: &Engine, words: &Words) -> String {
    let system = engine.system();
    let mode = words.message(&format!("context.mode.{}", system.mode().word()), &[]);
    let key = if system.mode.is_some() { "context.mode" } else { "context.modeOpen" };
    let values = [
        ("mode", line(words.label("mode", system.mode().word())).into()),
        ("text", line(&mode).into()),
    ];
    let mut text = String::new();
    for line in wrap(&words.say_with(key, &values), width()) {
        text.push_str(&format!("{line}\n"));
    }
    let columns = [Column::Left("id"), Column::Words("question"), Column::Words("answer")];
    let mut table = Table::new(words, "context", &columns);
    let mut open = 0;
    for (question, kind) in questions() {
        let id = question.word();
        let asked = words.message(&format!("context.question.{id}"), &[]);
        let answer = answer_text(&system.context, question);
        open += usize::from(answer.is_none());
        let shown = match (&answer, kind) {
            (Some(word), AnswerKind::Words(_)) => {
                words.message(&format!("context.option.{id}_{word}"), &[])
            }
            (Some(number), AnswerKind::Number(..)) => counted(question, number, words),
            (None, _) => "-".to_owned(),
        };
        table.row([
            cell(id),
            cell(asked),
            (line(&shown), if answer.is_some() { PLAIN } else { DIM }),
        ]);
        if answer.is_none() {
            table.below(&may_be(question, kind, words), DIM);
        }
    }
    text.push_str(&format!("\n{}", table.show()));
    if open > 0 {
        let values = [("count", int(open))];
        text.push_str(&format!("\n{}\n", words.say_with("context.open", &values)));
    }
    text + &suggestions(engine, words)
}

/// A number; one that counts hundredths of a day says how many days that are.
fn counted(question: Question, number: &str, words: &Words) -> String {
    match number.parse::<u64>() {
        Ok(hundredths) if question == Question::Capacity => {
            let days = Value::Tenths((hundredths + 5) / 10);
            words.say_with("context.days", &[("days", days), ("number", number.into())])
        }
        _ => number.to_owned(),
    }
}

/// What may be answered.
fn may_be(question: Question, kind: AnswerKind, words: &Words) -> String {
    match kind {
        AnswerKind::Words(all) => {
            let all = all.iter().map(|word| (*word).to_owned()).collect();
            words.say_with("context.oneOf", &[("words", Value::Ids(all))])
        }
        AnswerKind::Number(min, max) => {
            let is_of_days = question == Question::Capacity;
            let key = if is_of_days { "context.hundredths" } else { "context.number" };
            words.say_with(key, &[("min", min.into()), ("max", max.into())])
        }
    }
}

fn suggestions(engine: &Engine, words: &Words) -> String {
    let all = engine.suggestions();
    let items = engine.document().catalogue().items();
    let mut text = String::new();
    let mut rule = "";
    for it in &all {
        if it.rule != rule {
            rule = it.rule;
            text.push_str(&heading(&words.say("context.suggests")));
            let why = words.message(&format!("context.suggest.{rule}"), &[]);
            for line in wrap(&line(&why), width()) {
                text.push_str(&format!("{line}\n"));
            }
        }
        let id = items.get(it.item).map_or("", Item::id);
        let title = line(words.title_of(engine.document().catalogue(), it.item));
        let (state, style) = state(it);
        let state = paint(style, &words.say(&format!("context.{state}")));
        text.push_str(&format!("  {} {title}: {state}\n", paint(BOLD, id)));
    }
    let open = all.iter().filter(|it| it.is_open()).count();
    if open > 0 {
        text.push_str(&format!(
            "\n{}\n",
            words.say_with("context.decide", &[("count", int(open))])
        ));
    }
    text
}

fn state(it: &Suggestion) -> (&'static str, anstyle::Style) {
    match (it.decision, it.is_excluded) {
        (Some(Verdict::Accepted), _) => ("accepted", PLAIN),
        (Some(Verdict::Refused), _) => ("refused", PLAIN),
        (None, true) => ("excluded", DIM),
        (None, false) => ("undecided", FAIR),
    }
}
