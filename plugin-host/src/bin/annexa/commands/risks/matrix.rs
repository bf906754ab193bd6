//! The matrix as text: levels by their letters, counts, and the line, to be seen without colour.
//!
//! ```text
//!              minor       noticeable  serious     grave
//!  frequent     M          ┃ H 1       ┃ ...
//!              ━━━━━━━━━━━━┛
//! ```

use super::named;
use crate::{
    say::{Say as _, int},
    show::{heading, line, padded},
    table::{width, wrap},
};
use annexa_core::{
    assessment::{Criteria, Step},
    risk::{Grid, Risks, figures},
    words::{Value, Words},
};
use unicode_width::UnicodeWidthStr as _;

/// A name that is longer stands in the legend, and its word in the matrix.
const NAME_MAX: usize = 11;
const CELL_MIN: usize = 7;

/// The three grids of a register: with the controls that run, today, and when all plans succeed.
pub(super) fn text(risks: &Risks<'_>, words: &Words) -> String {
    let Some(criteria) = &risks.system.criteria else {
        return words.say("criteria.none") + "\n";
    };
    let figures = figures(risks, &risks.evaluations());
    let grids = [
        ("current", &figures.current),
        ("exposure", &figures.exposure),
        ("planned", &figures.planned),
    ];
    let mut text = String::new();
    for (key, grid) in grids {
        text.push_str(&heading(&words.say(&format!("matrix.{key}"))));
        text.push_str(&drawn(criteria, Some(grid)));
        let values = [
            ("count", int(usize::try_from(grid.sum()).unwrap_or(usize::MAX))),
            ("gone", Value::Int(grid.gone.into())),
            ("drafts", Value::Int(grid.drafts.into())),
        ];
        text.push_str(&format!("{}\n", words.say_with("matrix.total", &values)));
    }
    text.push_str(&format!("\n{}", words.say("matrix.number")));
    format!("{}\n{}", text.trim_start_matches('\n'), legend(criteria, words))
}

/// The matrix of criteria without counts.
pub(super) fn of_criteria(criteria: &Criteria, words: &Words) -> String {
    format!("{}\n{}", drawn(criteria, None), legend(criteria, words))
}

fn drawn(criteria: &Criteria, grid: Option<&Grid>) -> String {
    let letters = letters(criteria);
    let (rows, columns) = (criteria.likelihood.len(), criteria.consequence.len());
    let left = criteria.likelihood.iter().map(|step| name(step).width()).max().unwrap_or(0) + 2;
    let names: Vec<String> = criteria.consequence.iter().map(name).collect();
    let cell_width = names.iter().map(|name| name.width() + 1).fold(CELL_MIN, usize::max);
    let cell = |row: usize, column: usize| {
        let letter = criteria.cell(row, column).and_then(|level| letters.get(level));
        let count = grid.and_then(|grid| grid.cells.get(row)?.get(column).copied());
        let count = count.filter(|count| *count > 0).map_or(String::new(), |it| format!(" {it}"));
        format!("{}{count}", letter.map_or("", String::as_str))
    };
    let is_above = |row: usize, column: usize| criteria.cell(row, column) > Some(criteria.line());
    let mut text = String::new();
    let mut push = |line: String| text.push_str(&format!("{}\n", line.trim_end()));
    // One column stands before each cell, in which the line may run.
    let head: String = names.iter().map(|name| format!(" {}", padded(name, cell_width))).collect();
    push(format!("{}{head}", " ".repeat(left)));
    for row in (0..rows).rev() {
        let mut shown = padded(&criteria.likelihood.get(row).map(name).unwrap_or_default(), left);
        for column in 0..columns {
            let is_edge = column > 0 && is_above(row, column) != is_above(row, column - 1);
            shown.push(if is_edge { '┃' } else { ' ' });
            shown.push_str(&padded(&cell(row, column), cell_width));
        }
        push(shown);
        let Some(below) = row.checked_sub(1) else { break };
        if (0..columns).any(|column| is_above(row, column) != is_above(below, column)) {
            push(border(left, cell_width, columns, &is_above, row, below));
        }
    }
    text
}

/// What runs between two rows: the line where it changes its side, with its corners.
fn border(
    left: usize,
    cell_width: usize,
    columns: usize,
    is_above: &impl Fn(usize, usize) -> bool,
    row: usize,
    below: usize,
) -> String {
    let crosses = |column: usize| is_above(row, column) != is_above(below, column);
    let turns = |row: usize, column: usize| {
        column > 0 && is_above(row, column) != is_above(row, column - 1)
    };
    let mut text = " ".repeat(left);
    for column in 0..columns {
        let before = column > 0 && crosses(column - 1);
        let (up, down) = (turns(row, column), turns(below, column));
        text.push(match (up, down, before, crosses(column)) {
            (true, true, true, true) => '╋',
            (true, true, true, false) => '┫',
            (true, true, false, true) => '┣',
            (true, true, false, false) => '┃',
            (true, false, true, true) => '┻',
            (true, false, true, false) => '┛',
            (true, false, false, _) => '┗',
            (false, true, true, true) => '┳',
            (false, true, true, false) => '┓',
            (false, true, false, _) => '┏',
            (false, false, false, false) => ' ',
            (false, false, _, _) => '━',
        });
        let fill = if crosses(column) { "━" } else { " " };
        text.push_str(&fill.repeat(cell_width));
    }
    text
}

/// What the letters stand for, and which of them are on this side of the line.
fn legend(criteria: &Criteria, words: &Words) -> String {
    let letters = letters(criteria);
    let level = |place: usize| {
        let level = criteria.levels.get(place)?;
        let name = line(named(level.word.as_str(), &level.name));
        Some(format!("{} {name}", letters.get(place)?))
    };
    let side = |is_above: bool| {
        let places = 0..criteria.levels.len();
        let its = places.filter(|place| (*place > criteria.line()) == is_above);
        Value::Ids(its.filter_map(level).collect())
    };
    let key = if criteria.line() + 1 < criteria.levels.len() { "legend" } else { "legendAll" };
    let values = [("below", side(false)), ("above", side(true))];
    let mut lines = vec![words.say_with(&format!("matrix.{key}"), &values)];
    for (key, steps) in
        [("likelihood", &criteria.likelihood), ("consequence", &criteria.consequence)]
    {
        let long = steps.iter().filter(|step| step.name.width() > NAME_MAX);
        let long = long.map(|step| format!("{} {}", step.word, line(&step.name)));
        let long: Vec<String> = long.collect();
        if !long.is_empty() {
            lines.push(words.say_with(&format!("matrix.{key}"), &[("steps", Value::Ids(long))]));
        }
    }
    let lines = lines.iter().flat_map(|line| wrap(line, width()));
    lines.map(|line| format!("{line}\n")).collect()
}

/// The name of a step, or its word where that is too long for a matrix.
fn name(step: &Step) -> String {
    let is_short = (1..=NAME_MAX).contains(&step.name.width());
    line(if is_short { &step.name } else { step.word.as_str() })
}

/// For each level the shortest beginning of its name that no other level has, in capitals.
fn letters(criteria: &Criteria) -> Vec<String> {
    let names: Vec<String> = criteria
        .levels
        .iter()
        .map(|level| line(named(level.word.as_str(), &level.name)).to_uppercase())
        .collect();
    let beginning = |name: &str, length: usize| name.chars().take(length).collect::<String>();
    let letter = |(place, name): (usize, &String)| {
        let is_own = |length: &usize| {
            let own = beginning(name, *length);
            names.iter().enumerate().all(|(other, it)| other == place || !it.starts_with(&own))
        };
        let length = (1..4).find(is_own);
        length.map_or_else(|| (place + 1).to_string(), |length| beginning(name, length))
    };
    names.iter().enumerate().map(letter).collect()
}
