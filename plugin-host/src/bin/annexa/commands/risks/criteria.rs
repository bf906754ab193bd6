//! `annexa risks criteria`: by what risks are judged, and what other criteria would change, before
//! anything is written.

use super::{level_name, matrix, named, told};
use crate::{
    cli::{Format, RiskCriteria},
    commands::{change, pick},
    failure::{Exit, Failure},
    input,
    output::{Done, Output},
    say::{Say as _, int},
    show::{BAD, DIM, GOOD, PLAIN, line},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Date, Engine, Id, Problem, Problems,
    assessment::{Criteria, Ready, Step, System},
    engine::Mapping,
    facts::Remains,
    problem::{problem, quoted},
    report::{criteria_csv, criteria_json, crossings_csv},
    risk::{Crossing, Move},
    words::Words,
};
use std::sync::Arc;

pub(super) fn run(
    args: &RiskCriteria,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(&args.edit, catalogue, words)?;
    let (today, before) = (open.today, open.engine.system().clone());
    let Some(proposed) = proposed(args, &open, words)? else {
        return Ok(shown(args, &open.engine, today, words));
    };
    let mapping = mapping(args, before.criteria.as_ref()).map_err(|it| open.refused(it))?;
    let crossings = open.engine.preview_criteria(proposed.clone(), &mapping, today);
    let crossings = crossings.map_err(|it| open.refused(it))?;
    let is_preview = args.preview;
    if !is_preview {
        let done = open.engine.set_criteria(Some(proposed.clone()), &mapping);
        done.map_err(|it| open.refused(it))?;
    }
    let seen = Seen { before: &before, after: &proposed, crossings: &crossings, today };
    let format = args.edit.form.format;
    let print = |engine: &Engine, wrote: &str| match format {
        Format::Json => {
            Output::Bytes(criteria_json(engine, today, Some(&proposed), &before, &crossings))
        }
        Format::Csv => Output::Bytes(crossings_csv(engine, &proposed, &before, &crossings)),
        Format::Text => Output::Text(format!("{wrote}{}", seen.text(engine, words))),
    };
    if is_preview {
        let said = words.say("criteria.preview") + "\n";
        return Ok(Done::of(print(&open.engine, &said), Exit::Done));
    }
    open.finish_with(&args.edit, print, words)
}

/// The criteria of the assessment as they are.
fn shown(args: &RiskCriteria, engine: &Engine, today: Date, words: &Words) -> Done {
    let system = engine.system();
    match (args.edit.form.format, &system.criteria) {
        (Format::Json, _) => Done::bytes(criteria_json(engine, today, None, system, &[])),
        (Format::Csv, criteria) => Done::bytes(criteria_csv(criteria.as_ref())),
        (Format::Text, Some(criteria)) => Done::text(text(criteria, words)),
        (Format::Text, None) => Done::text(words.say("criteria.none") + "\n"),
    }
}

/// The criteria that are asked for; nothing where none are.
fn proposed(
    args: &RiskCriteria,
    open: &change::Open,
    words: &Words,
) -> Result<Option<Criteria>, Failure> {
    let ready = match (&args.set, args.default) {
        (Some(name), _) => Ready::NAMES.iter().find(|(known, _)| known == name).map(|(_, it)| *it),
        (None, true) => Some(Ready::default()),
        (None, false) => None,
    };
    let mut criteria = match (ready, &args.criteria_file) {
        (Some(ready), _) => Some(ready.criteria().map_err(|it| open.refused(it))?),
        (None, Some(file)) => {
            let read = Criteria::from_json(&input::bytes(file, words)?);
            Some(read.map_err(|it| Failure::bad(input::name(file, words), it))?)
        }
        (None, None) => None,
    };
    if let Some(level) = &args.line {
        let own = criteria.or_else(|| open.engine.system().criteria.clone());
        let own = own.ok_or_else(|| open.refused(problem!("E-NO-CRITERIA").at("--line")))?;
        let line = pick::level(&own, level).map_err(|it| open.refused(it.at("--line")))?;
        criteria = Some(Criteria { accept_up_to: line, ..own });
    }
    Ok(criteria)
}

/// Which step stands for which: a step is looked for in both scales of today.
fn mapping(args: &RiskCriteria, old: Option<&Criteria>) -> Result<Mapping, Problems> {
    let mut mapping = Mapping::default();
    let mut picked = pick::Picked::default();
    for text in &args.maps {
        let pair = text.split_once('=').and_then(|(old, new)| {
            Some((old.trim().parse::<Id>().ok()?, new.trim().parse::<Id>().ok()?))
        });
        let Some((from, to)) = pair else {
            picked.0.push(problem!("E-CRITERIA", "pair", text = quoted(text)).at("--map"));
            continue;
        };
        let has = |of: fn(&Criteria) -> &Vec<Step>| {
            old.is_some_and(|old| of(old).iter().any(|step| step.word == from))
        };
        let (likelihood, consequence) = (has(|it| &it.likelihood), has(|it| &it.consequence));
        if !likelihood && !consequence {
            let gone: Problem = problem!("E-CRITERIA", "no_step", word = quoted(from.as_str()));
            picked.0.push(gone.at("--map"));
        }
        if likelihood {
            mapping.likelihood.push((from.clone(), to.clone()));
        }
        if consequence {
            mapping.consequence.push((from, to));
        }
    }
    if picked.0.is_empty() { Ok(mapping) } else { Err(Problems(picked.0)) }
}

/// Criteria for people: matrix, steps, levels.
fn text(criteria: &Criteria, words: &Words) -> String {
    let mut text = matrix::of_criteria(criteria, words);
    for (title, steps) in
        [("likelihood", &criteria.likelihood), ("consequence", &criteria.consequence)]
    {
        let columns = [Column::Left(title), Column::Left("word"), Column::Words("anchor")];
        let mut table = Table::new(words, "criteria", &columns);
        for step in steps {
            let name = named(step.word.as_str(), &step.name);
            table.row([cell(name), cell(step.word.as_str()), cell(&step.anchor)]);
        }
        text.push_str(&format!("\n{}", table.show()));
    }
    let columns = [Column::Left("level"), Column::Left("side"), Column::Words("mayAccept")];
    let mut table = Table::new(words, "criteria", &columns);
    for (place, level) in criteria.levels.iter().enumerate() {
        let is_above = place > criteria.line();
        let roles = criteria.may_accept.iter().filter(|it| it.level == level.word && is_above);
        let roles: Vec<&str> = roles.flat_map(|it| &it.roles).map(String::as_str).collect();
        let roles = match (is_above, roles.is_empty()) {
            (false, _) => words.say("criteria.nobodyNeeds"),
            (true, true) => words.say("criteria.nobody"),
            (true, false) => roles.join(", "),
        };
        table.row([
            cell(named(level.word.as_str(), &level.name)),
            cell(words.say(if is_above { "risks.above" } else { "risks.below" })),
            cell(roles),
        ]);
    }
    format!("{text}\n{}", table.show())
}

/// What a change of criteria does.
struct Seen<'a> {
    before: &'a System,
    after: &'a Criteria,
    crossings: &'a [Crossing],
    today: Date,
}

impl Seen<'_> {
    fn text(&self, engine: &Engine, words: &Words) -> String {
        let mut text = format!("\n{}", matrix::of_criteria(self.after, words));
        let others: Vec<&Crossing> = self.crossings.iter().filter(|it| !is_same(it)).collect();
        if !others.is_empty() {
            let columns = [
                Column::Left("risk"),
                Column::Words("title"),
                Column::Left("today"),
                Column::Left("planned"),
                Column::Words("change"),
            ];
            let mut table = Table::new(words, "criteria", &columns);
            for it in &others {
                let Some(risk) = engine.system().risks.get(it.risk) else { continue };
                table.row([
                    cell(told::called(risk)),
                    cell(&risk.title),
                    cell(self.step(it.exposure, words)),
                    cell(self.step(it.planned, words)),
                    change(it, words),
                ]);
            }
            text.push_str(&format!("\n{}", table.show()));
        }
        if self.crossings.is_empty() {
            return text;
        }
        let of = |change: Move| int(others.iter().filter(|it| it.exposure.2 == change).count());
        let values = [
            ("count", int(self.crossings.len())),
            ("up", of(Move::CrossesUp)),
            ("down", of(Move::CrossesDown)),
            ("unreadable", of(Move::NotReadable)),
            ("day", self.today.into()),
        ];
        text.push_str(&format!("\n{}\n", words.say_with("criteria.total", &values)));
        if others.iter().any(|it| it.exposure.2 == Move::NotReadable) {
            text.push_str(&format!("{}\n", words.say("criteria.map")));
        }
        text
    }

    fn step(
        &self,
        (before, after, change): (Option<Remains>, Option<Remains>, Move),
        words: &Words,
    ) -> String {
        let old = level_name(self.before.criteria.as_ref(), before, words);
        let new = level_name(Some(self.after), after, words);
        if change == Move::Same && old == new { old } else { format!("{old} → {new}") }
    }
}

fn is_same(it: &Crossing) -> bool {
    [it.exposure, it.current, it.planned].iter().all(|(_, _, change)| *change == Move::Same)
}

/// What changes first: of what counts today, or else of what is planned.
fn change(it: &Crossing, words: &Words) -> (String, anstyle::Style) {
    let (change, is_later) = match it.exposure.2 {
        Move::Same => (it.planned.2, true),
        change => (change, false),
    };
    let style = match change {
        Move::CrossesUp | Move::NotReadable => BAD,
        Move::CrossesDown => GOOD,
        Move::LevelChanged => PLAIN,
        Move::Same => DIM,
    };
    let label = words.label("level_move", change.word());
    let later = [("change", label.into())];
    let text = if is_later { words.say_with("criteria.later", &later) } else { label.to_owned() };
    (line(&text), style)
}
