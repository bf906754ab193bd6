//! The register of risks as canonical JSON and as CSV: in the order of rank, each risk with what
//! it was judged by.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{day, top, written};
use crate::assessment::{Criteria, Risk, TreatmentOption};
use crate::csv::{CsvWriter, joined};
use crate::engine::Engine;
use crate::facts::{Missing, Remains};
use crate::problem::{Date, Value};
use crate::proven::Proven as _;
use crate::record::{Item, Texts, Top, output, said, word_members};
use crate::risk::{
    ApprovalState, Counted, Evaluation, Grid, Ranked, Risks, State, Why, figures, rank,
};
use crate::words::Words;

pub(super) const RISKS: Top = top::<Register<'_>>("annexa-risks");

word_members! { State Why ApprovalState TreatmentOption }

output! {
    /// The register of risks on a day.
    struct Register<'a> {
        /// The day.
        today: Date,
        /// How many risks stand in each cell with the controls that run.
        current: Cells<'a>,
        /// The same of what counts today.
        exposure: Cells<'a>,
        /// The same when all plans have succeeded.
        planned: Cells<'a>,
        /// By owner.
        owners: Vec<Counts<'a>>,
        /// By group of assets.
        groups: Vec<Counts<'a>>,
        /// Every risk, the highest first.
        risks: Vec<Row<'a>>,
    }

    /// How many risks stand where.
    struct Cells<'a> {
        /// The cells in which risks stand.
        cells: Vec<Cell<'a>>,
        /// Risks of which nothing is left.
        gone: u32,
        /// Risks that cannot be evaluated yet.
        drafts: u32,
    }

    /// A cell of the matrix.
    struct Cell<'a> {
        /// The step of likelihood.
        likelihood: &'a str,
        /// The step of consequence.
        consequence: &'a str,
        /// How many risks.
        count: u32,
    }

    /// The risks of one owner or group.
    struct Counts<'a> {
        /// The owner's name or the group's id; left out for risks without owner.
        name: Option<&'a str>,
        /// How many.
        number: u32,
        /// How many of them are open.
        open: u32,
        /// The highest level that counts today.
        highest: Option<&'a str>,
    }

    /// One risk.
    struct Row<'a> {
        /// Its id.
        id: Item<'a>,
        /// What people call it.
        label: Option<&'a str>,
        /// What it is.
        title: &'a str,
        /// Who answers for it.
        owner: Option<&'a str>,
        /// Where it stands.
        state: State,
        /// Whether it came to the line by treatment.
        by_treatment: bool,
        /// What is done about it.
        option: Option<TreatmentOption>,
        /// The level with the controls that run.
        current: Option<&'a str>,
        /// The level that is planned, or `gone`.
        planned: Option<&'a str>,
        /// The level that counts today, or `gone`.
        exposure: Option<&'a str>,
        /// How much of the plan is done.
        done: u32,
        /// Of how much.
        of: u32,
        /// Whether it should have been looked at again.
        stale: bool,
        /// Whether its acceptance is valid.
        accepted: bool,
        /// What has become of the approval of the plan.
        plan_approval: ApprovalState,
        /// What has become of the approval of what is left.
        residual_approval: ApprovalState,
        /// What it lacks to be evaluated.
        missing: Texts<'a>,
        /// In what it differs first from the next one.
        ahead_by: Why,
        /// By what it was judged, in words.
        explanation: String,
    }
}

/// The register of risks as canonical JSON.
pub fn risks_json(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    let risks = engine.risks(today);
    let evaluations = engine.evaluations(today);
    let figures = figures(&risks, &evaluations);
    let ranked = rank(&risks, &evaluations);
    let rows = ranked.iter().filter_map(|it| row(&risks, &evaluations, it, words));
    let own = Register {
        today,
        current: cells(&risks, &figures.current),
        exposure: cells(&risks, &figures.exposure),
        planned: cells(&risks, &figures.planned),
        owners: figures.owners.iter().map(|it| counts(&risks, it)).collect(),
        groups: figures.groups.iter().map(|it| counts(&risks, it)).collect(),
        risks: rows.collect(),
    };
    written("annexa-risks", engine, &own).finish()
}

/// The register of risks as CSV.
pub fn risks_csv(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    let columns = [
        "id",
        "label",
        "title",
        "owner",
        "state",
        "option",
        "current",
        "planned",
        "exposure",
        "done",
        "of",
        "controls",
        "existing",
        "reviewed",
        "accepted_until",
        "missing",
        "explanation",
    ];
    let risks = engine.risks(today);
    let evaluations = engine.evaluations(today);
    let mut csv = CsvWriter::new(&columns);
    for ranked in rank(&risks, &evaluations) {
        let (Some(risk), Some(row)) =
            (risks.system.risks.get(ranked.risk), row(&risks, &evaluations, &ranked, words))
        else {
            continue;
        };
        let ids = |ids: &[crate::Id]| joined(ids.iter().map(crate::Id::as_str), ";");
        csv.row([
            row.id.0,
            row.label.unwrap_or_default(),
            row.title,
            row.owner.unwrap_or_default(),
            row.state.word(),
            row.option.map_or("", TreatmentOption::word),
            row.current.unwrap_or_default(),
            row.planned.unwrap_or_default(),
            row.exposure.unwrap_or_default(),
            &row.done.to_string(),
            &row.of.to_string(),
            &ids(&risk.treatment.controls),
            &ids(&risk.existing),
            &day(risk.reviewed),
            &day(risk.acceptance.as_ref().and_then(|it| it.until)),
            &joined(&row.missing.0, ";"),
            &row.explanation,
        ]);
    }
    csv.finish()
}

fn row<'a>(
    risks: &Risks<'a>,
    evaluations: &[Evaluation],
    ranked: &Ranked,
    words: &Words,
) -> Option<Row<'a>> {
    let it = evaluations.get(ranked.risk)?;
    let risk = risks.system.risks.get(ranked.risk)?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Some(Row {
        id: Item(risk.id.as_str()),
        label: said(&risk.label),
        title: &risk.title,
        owner: said(&risk.owner),
        state: it.state,
        by_treatment: it.is_by_treatment,
        option: risk.treatment.option,
        current: it.current.map(|remains| level(risks, remains)),
        planned: it.planned.map(|remains| level(risks, remains)),
        exposure: it.exposure.map(|remains| level(risks, remains)),
        done: count(it.taken.done),
        of: count(it.taken.of),
        stale: it.is_stale,
        accepted: it.is_accepted,
        plan_approval: it.plan,
        residual_approval: it.residual,
        missing: Texts(it.missing.iter().map(|missing| missing.word()).collect()),
        ahead_by: ranked.why,
        explanation: explain_risk(risks, it, risk, words),
    })
}

/// The word of the level of what is left.
pub(super) fn level<'a>(risks: &Risks<'a>, remains: Remains) -> &'a str {
    level_word(risks.system.criteria.as_ref(), remains)
}

/// The word of the level of what is left, in criteria.
pub(super) fn level_word(criteria: Option<&Criteria>, remains: Remains) -> &str {
    let Some(level) = remains.level() else { return "gone" };
    let level = criteria.and_then(|criteria| criteria.levels.get(usize::from(level)));
    level.proven("what is left has a level of the criteria by which it is judged").word.as_str()
}

/// By what a risk is judged: the steps, the cell, the line, what is done of the plan, and the
/// state that follows.
pub fn explain_risk(risks: &Risks<'_>, it: &Evaluation, risk: &Risk, words: &Words) -> String {
    let label = |set: &'static str, word: &'static str| Value::Word { set, word };
    let state = ("state", label("risk_state", it.state.word()));
    let (Some(current), Some(planned), Some(exposure)) = (it.current, it.planned, it.exposure)
    else {
        let missing = it
            .missing
            .iter()
            .map(|missing: &Missing| words.label("risk_missing", missing.word()).to_string());
        return words.message("risk.explain.draft", &[("missing", Value::Ids(missing.collect()))]);
    };
    let cell = |remains: Remains| match remains {
        Remains::Gone => words.message("risk.explain.gone", &[]),
        Remains::At(key) => {
            let (likelihood, consequence) = steps(risks, key.likelihood, key.consequence);
            format!("{likelihood} and {consequence} → {}", level(risks, remains))
        }
    };
    let line = risks.system.criteria.as_ref().map_or("", |it| it.accept_up_to.as_str());
    let count = |number: usize| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
    let option = match risk.treatment.option {
        Some(option) => words.label("treatment", option.word()).to_string(),
        None => words.message("risk.explain.no_option", &[]),
    };
    words.message(
        "risk.explain.rule",
        &[
            ("current", cell(current).into()),
            ("planned", cell(planned).into()),
            ("exposure", cell(exposure).into()),
            ("line", line.into()),
            ("option", option.into()),
            ("done", count(it.taken.done)),
            ("of", count(it.taken.of)),
            state,
        ],
    )
}

/// The words of two steps.
fn steps<'a>(risks: &Risks<'a>, likelihood: u8, consequence: u8) -> (&'a str, &'a str) {
    let scale = risks.ledger.scale.as_ref().proven("only what was judged has steps");
    let (rows, columns) = scale.words();
    let word = |words: &'a [crate::Id], place: u8| {
        words.get(usize::from(place)).proven("the steps are of this scale").as_str()
    };
    (word(rows, likelihood), word(columns, consequence))
}

fn cells<'a>(risks: &Risks<'a>, grid: &Grid) -> Cells<'a> {
    let mut cells = Vec::new();
    for (row, counts) in (0_u8..).zip(&grid.cells) {
        for (column, count) in (0_u8..).zip(counts).filter(|(_, count)| **count > 0) {
            let (likelihood, consequence) = steps(risks, row, column);
            cells.push(Cell { likelihood, consequence, count: *count });
        }
    }
    Cells { cells, gone: grid.gone, drafts: grid.drafts }
}

fn counts<'a>(risks: &Risks<'a>, counted: &'a Counted) -> Counts<'a> {
    Counts {
        name: said(&counted.name),
        number: counted.number,
        open: counted.open,
        highest: counted.highest.map(|remains| level(risks, remains)),
    }
}
