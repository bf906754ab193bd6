//! The criteria of risk as canonical JSON and as CSV, and what others would change.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::risk::level_word;
use super::{top, written};
use crate::assessment::{Criteria, Step, System};
use crate::csv::CsvWriter;
use crate::engine::Engine;
use crate::facts::Remains;
use crate::problem::Date;
use crate::record::{Item, Texts, Top, output, said, word_members};
use crate::risk::{Crossing, Move};

pub(super) const CRITERIA: Top = top::<CriteriaOf<'_>>("annexa-criteria");

word_members! { Move }

output! {
    /// By what risks are judged, and what other criteria would change.
    struct CriteriaOf<'a> {
        /// The day.
        today: Date,
        /// Whether these criteria are in the assessment; otherwise they are proposed only.
        is_set: bool,
        /// The steps of likelihood, from the rarest; none where nobody has set criteria.
        likelihood: Vec<StepEntry<'a>>,
        /// The steps of consequence, from the least.
        consequence: Vec<StepEntry<'a>>,
        /// The levels, from the lowest.
        levels: Vec<LevelEntry<'a>>,
        /// The level of each cell.
        cells: Vec<CellEntry<'a>>,
        /// For how many months an acceptance may last at most.
        accept_months_max: Option<u32>,
        /// What the criteria change, risk by risk; none where there is nothing to compare with.
        crossings: Vec<CrossingEntry<'a>>,
    }

    /// A step of a scale.
    struct StepEntry<'a> {
        /// What names it in assessments.
        word: Item<'a>,
        /// Its name.
        name: &'a str,
        /// By what two people come to the same step.
        anchor: Option<&'a str>,
    }

    /// A level of risk.
    struct LevelEntry<'a> {
        /// What names it.
        word: Item<'a>,
        /// Its name.
        name: &'a str,
        /// Whether it is above the line.
        above_line: bool,
        /// Who may accept a risk there; nobody where the list is empty.
        may_accept: Texts<'a>,
    }

    /// A cell of the matrix.
    struct CellEntry<'a> {
        /// The step of likelihood.
        likelihood: Item<'a>,
        /// The step of consequence.
        consequence: Item<'a>,
        /// The level.
        level: Item<'a>,
    }

    /// What criteria change of one risk.
    struct CrossingEntry<'a> {
        /// The risk.
        id: Item<'a>,
        /// What people call it.
        label: Option<&'a str>,
        /// What it is.
        title: &'a str,
        /// Of what counts today.
        exposure: Moved<'a>,
        /// Of the assessment with the controls that run.
        current: Moved<'a>,
        /// Of what is planned.
        planned: Moved<'a>,
    }

    /// A level before and after.
    struct Moved<'a> {
        /// What that is.
        change: Move,
        /// The level before, or `gone`; left out where there is none.
        before: Option<&'a str>,
        /// The level after.
        after: Option<&'a str>,
    }
}

/// Criteria as canonical JSON: those of the assessment, or `proposed` ones with what they would
/// change. `before` are the registers that the levels before belong to.
pub fn criteria_json(
    engine: &Engine,
    today: Date,
    proposed: Option<&Criteria>,
    before: &System,
    crossings: &[Crossing],
) -> Vec<u8> {
    let own = engine.system().criteria.as_ref();
    let shown = proposed.or(own);
    let steps = |of: fn(&Criteria) -> &Vec<Step>| shown.map_or(&[][..], |it| of(it)).iter();
    let moved = |(one, other, change): (Option<Remains>, Option<Remains>, Move)| Moved {
        change,
        before: one.map(|it| level_word(before.criteria.as_ref(), it)),
        after: other.map(|it| level_word(shown, it)),
    };
    let crossings = crossings.iter().filter_map(|it| {
        let risk = engine.system().risks.get(it.risk)?;
        Some(CrossingEntry {
            id: Item(risk.id.as_str()),
            label: said(&risk.label),
            title: &risk.title,
            exposure: moved(it.exposure),
            current: moved(it.current),
            planned: moved(it.planned),
        })
    });
    let json = CriteriaOf {
        today,
        is_set: shown.is_some() && shown == own,
        likelihood: steps(|it| &it.likelihood).map(step).collect(),
        consequence: steps(|it| &it.consequence).map(step).collect(),
        levels: shown.map_or_else(Vec::new, levels),
        cells: shown.map_or_else(Vec::new, cells),
        accept_months_max: shown.and_then(|it| it.accept_months_max).map(u32::from),
        crossings: crossings.collect(),
    };
    written("annexa-criteria", engine, &json).finish()
}

/// The matrix as CSV: a row for each cell.
pub fn criteria_csv(criteria: Option<&Criteria>) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["likelihood", "consequence", "level", "above_line"]);
    for cell in criteria.map_or_else(Vec::new, cells) {
        let is_above = criteria.is_some_and(|it| it.level(cell.level.0) > Some(it.line()));
        csv.row([
            cell.likelihood.0,
            cell.consequence.0,
            cell.level.0,
            if is_above { "true" } else { "false" },
        ]);
    }
    csv.finish()
}

/// What criteria change, as CSV: a row for each risk.
pub fn crossings_csv(
    engine: &Engine,
    after: &Criteria,
    before: &System,
    crossings: &[Crossing],
) -> Vec<u8> {
    let columns = [
        "id",
        "label",
        "title",
        "change",
        "before",
        "after",
        "current_change",
        "current_before",
        "current_after",
        "planned_change",
        "planned_before",
        "planned_after",
    ];
    let mut csv = CsvWriter::new(&columns);
    for it in crossings {
        let Some(risk) = engine.system().risks.get(it.risk) else { continue };
        let mut row =
            [risk.id.as_str(), &risk.label, &risk.title].map(ToString::to_string).to_vec();
        for (one, other, change) in [it.exposure, it.current, it.planned] {
            let word = |criteria, level: Option<Remains>| {
                level.map_or("", |level| level_word(criteria, level)).to_string()
            };
            row.push(change.word().to_string());
            row.push(word(before.criteria.as_ref(), one));
            row.push(word(Some(after), other));
        }
        csv.row(row.iter().map(String::as_str));
    }
    csv.finish()
}

fn step(step: &Step) -> StepEntry<'_> {
    StepEntry { word: Item(step.word.as_str()), name: &step.name, anchor: said(&step.anchor) }
}

fn levels(criteria: &Criteria) -> Vec<LevelEntry<'_>> {
    let mut entries = Vec::new();
    for (place, level) in criteria.levels.iter().enumerate() {
        let its = criteria.may_accept.iter().filter(|it| it.level == level.word);
        entries.push(LevelEntry {
            word: Item(level.word.as_str()),
            name: &level.name,
            above_line: place > criteria.line(),
            may_accept: Texts(its.flat_map(|it| it.roles.iter().map(String::as_str)).collect()),
        });
    }
    entries
}

fn cells(criteria: &Criteria) -> Vec<CellEntry<'_>> {
    let rows = criteria.likelihood.iter().zip(&criteria.matrix);
    let cells = rows.flat_map(|(likelihood, row)| {
        criteria.consequence.iter().zip(row).map(|(consequence, level)| CellEntry {
            likelihood: Item(likelihood.word.as_str()),
            consequence: Item(consequence.word.as_str()),
            level: Item(level.as_str()),
        })
    });
    cells.collect()
}
