//! The register of risks for a view: every risk with where it stands, and what a risk would come
//! to that is only being typed.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use annexa_core::Problems;
use annexa_core::facts::Remains;
use annexa_core::risk::{Evaluation, Grid, Risks, Why, figures, rank};
use annexa_core::threat::{Role, Threat, likely};
use annexa_wasm::Engine;
use annexa_wasm_shared::{outcome, to_js, wire};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::treat::keep;
use crate::wire::{LintItemView, LintView};
use crate::{Report, convert};

wire! {
    /// The register of risks on a day; each cell that a risk stands in is there once.
    RegisterRows {
        current: GridView,
        exposure: GridView,
        planned: GridView,
        cells: Vec<CellView>,
        risks: Vec<RiskRow>,
    }
    /// How many risks stand where.
    GridView { cells: Vec<CountView>, gone: u32, drafts: u32, }
    /// A cell in which risks stand, by its two steps.
    CountView { likelihood: String, consequence: String, count: u32, }
    /// Where something stands in the matrix, and whether that is above the line.
    CellView { likelihood: String, consequence: String, level: String, is_above: bool, }
    /// What holds of a risk on a day, with the places of its cells; nothing is left of one that is
    /// gone.
    RiskRow {
        id: String,
        state: &'static str,
        is_by_treatment: bool,
        is_decided: bool,
        is_complete: bool,
        is_stale: bool,
        is_accepted: bool,
        current: Option<usize>,
        exposure: Option<usize>,
        planned: Option<usize>,
        is_gone: bool,
        will_be_gone: bool,
        done: usize,
        of: usize,
        plan: &'static str,
        residual: &'static str,
        missing: Vec<&'static str>,
        ahead_by: &'static str,
    }
    /// What would hold of a risk, and what the checks would find of it.
    TriedRow { cells: Vec<CellView>, risk: RiskRow, findings: Vec<LintView>, }
    /// The starter threats, and those to begin with.
    ThreatsView { likely: Vec<LikelyView>, all: Vec<ThreatView>, }
    /// A threat to begin with, and why.
    LikelyView { code: &'static str, because: &'static str, }
    /// A starter threat: what it affects by the letters c, i and a, and the controls in their roles.
    ThreatView {
        code: &'static str,
        category: &'static str,
        affects: String,
        source_kind: Option<&'static str>,
        prevent: Vec<&'static str>,
        notice: Vec<&'static str>,
        recover: Vec<&'static str>,
    }
}

#[wasm_bindgen]
impl Report {
    /// The register of risks as of `today` (`2026-11-23`), in the order of rank.
    #[wasm_bindgen(unchecked_return_type = "Outcome<RegisterRows>")]
    pub fn risks(&self, engine: &Engine, today: &str) -> JsValue {
        outcome(today.parse().map_err(Problems::from).map(|today| {
            let risks = engine.core().risks(today);
            let evaluations = engine.core().evaluations(today);
            let figures = figures(&risks, &evaluations);
            let ranked = rank(&risks, &evaluations);
            let mut cells = Cells::default();
            let rows = ranked.iter().filter_map(|ranked| {
                let it = evaluations.get(ranked.risk)?;
                Some(view(&risks, it, ranked.why, &mut cells))
            });
            let rows = rows.collect();
            RegisterRows {
                current: grid(&risks, &figures.current),
                exposure: grid(&risks, &figures.exposure),
                planned: grid(&risks, &figures.planned),
                cells: cells.views(&risks),
                risks: rows,
            }
        }))
    }

    /// What would hold if `keepRisk` were called with the same. Nothing is changed.
    #[wasm_bindgen(js_name = tryRisk, unchecked_return_type = "Outcome<TriedRow>")]
    pub fn try_risk(
        &self,
        engine: &Engine,
        today: &str,
        risk: &str,
        criteria: &str,
        group: &str,
        action: &str,
    ) -> JsValue {
        let mut core = engine.core().clone();
        let tried = today.parse().map_err(Problems::from).and_then(|today| {
            let (id, _) = keep(&mut core, risk, criteria, group, action)?;
            let risks = core.risks(today);
            let place = risks.system.risks.iter().position(|risk| risk.id == id);
            let found = place.and_then(|place| risks.evaluate(place));
            let lint = core.lint_records(today, &self.words).into_iter().filter_map(|record| {
                let LintView { code, severity, message, fix, items } = convert::lint(record);
                let is_its = |item: &LintItemView| item.id == id.as_str();
                let items: Vec<LintItemView> = items.into_iter().filter(is_its).collect();
                (!items.is_empty()).then_some(LintView { code, severity, message, fix, items })
            });
            let findings = lint.collect();
            let mut cells = Cells::default();
            let risk = found.map(|it| view(&risks, &it, Why::Last, &mut cells));
            let cells = cells.views(&risks);
            Ok(risk.map(|risk| TriedRow { cells, risk, findings }))
        });
        outcome(tried)
    }

    /// The starter threats, and those to begin with by the answers about the organization.
    #[wasm_bindgen(unchecked_return_type = "ThreatsView")]
    pub fn threats(&self, engine: &Engine) -> JsValue {
        let first = likely(&engine.core().system().context);
        let all = Threat::all().iter().map(|threat| ThreatView {
            code: threat.code,
            category: threat.category,
            affects: "cia"
                .chars()
                .zip(threat.affects)
                .filter_map(|(it, is)| is.then_some(it))
                .collect(),
            source_kind: threat.source_kind.map(|it| it.word()),
            prevent: threat.controls(Role::Prevent).to_vec(),
            notice: threat.controls(Role::Notice).to_vec(),
            recover: threat.controls(Role::Recover).to_vec(),
        });
        to_js(&ThreatsView {
            likely: first
                .map(|(threat, why)| LikelyView { code: threat.code, because: why.word() })
                .collect(),
            all: all.collect(),
        })
    }
}

/// The cells that risks stand in, each once.
#[derive(Default)]
struct Cells(Vec<Remains>);

impl Cells {
    /// The place of the cell of what is left; nothing where nothing is left.
    fn place(&mut self, remains: Option<Remains>) -> Option<usize> {
        let remains = remains.filter(|it| *it != Remains::Gone)?;
        let known = self.0.iter().position(|it| *it == remains);
        Some(known.unwrap_or_else(|| {
            self.0.push(remains);
            self.0.len() - 1
        }))
    }

    fn views(&self, risks: &Risks<'_>) -> Vec<CellView> {
        self.0.iter().filter_map(|remains| cell(risks, *remains)).collect()
    }
}

fn view(risks: &Risks<'_>, it: &Evaluation, why: Why, cells: &mut Cells) -> RiskRow {
    RiskRow {
        id: risks.system.risks.get(it.risk).map(|risk| risk.id.to_string()).unwrap_or_default(),
        state: it.state.word(),
        is_by_treatment: it.is_by_treatment,
        is_decided: it.is_decided,
        is_complete: it.is_complete,
        is_stale: it.is_stale,
        is_accepted: it.is_accepted,
        current: cells.place(it.current),
        exposure: cells.place(it.exposure),
        planned: cells.place(it.planned),
        is_gone: it.exposure == Some(Remains::Gone),
        will_be_gone: it.planned == Some(Remains::Gone),
        done: it.taken.done,
        of: it.taken.of,
        plan: it.plan.word(),
        residual: it.residual.word(),
        missing: it.missing.iter().map(|missing| missing.word()).collect(),
        ahead_by: why.word(),
    }
}

/// The cell of what is left; nothing where nothing is left.
fn cell(risks: &Risks<'_>, remains: Remains) -> Option<CellView> {
    let (Remains::At(key), Some(scale), Some(criteria)) =
        (remains, &risks.ledger.scale, &risks.system.criteria)
    else {
        return None;
    };
    let (rows, columns) = scale.words();
    let word = |words: &[annexa_core::Id], place: u8| {
        words.get(usize::from(place)).map(ToString::to_string)
    };
    Some(CellView {
        likelihood: word(rows, key.likelihood)?,
        consequence: word(columns, key.consequence)?,
        level: criteria.levels.get(usize::from(key.level))?.word.as_str().to_owned(),
        is_above: scale.is_above(remains),
    })
}

fn grid(risks: &Risks<'_>, grid: &Grid) -> GridView {
    let mut cells = Vec::new();
    if let Some(scale) = &risks.ledger.scale {
        let (rows, columns) = scale.words();
        for (likelihood, counts) in rows.iter().zip(&grid.cells) {
            for (consequence, count) in columns.iter().zip(counts).filter(|(_, count)| **count > 0)
            {
                cells.push(CountView {
                    likelihood: likelihood.to_string(),
                    consequence: consequence.to_string(),
                    count: *count,
                });
            }
        }
    }
    GridView { cells, gone: grid.gone, drafts: grid.drafts }
}
