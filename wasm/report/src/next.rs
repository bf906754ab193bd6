//! What is to be done next, and where the assessment stands on its way.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use annexa_core::context::{answer_text, questions};
use annexa_core::gate::{Gate, State as GateState, Verdict};
use annexa_core::next::steps;
use annexa_core::risk::{Evaluation, State, rank};
use annexa_core::soa::Comparison;
use annexa_wasm::Engine;
use annexa_wasm_shared::{to_js, wire};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Report;

wire! {
    /// The way to the goal: everything that is to be done, the next step first, and how far each
    /// part is. `asked` and `told` count questions about the organization; `aboveLabels` names the
    /// risks above the line, `open` counts those for which something is still to be done.
    WayView {
        steps: Vec<StepView>,
        mode: &'static str,
        has_clauses: bool,
        asked: usize,
        told: usize,
        risks: usize,
        drafts: usize,
        open: usize,
        above: usize,
        above_planned: usize,
        above_labels: Vec<String>,
        highest: Option<HighestView>,
        compared: usize,
        rows: usize,
        stage_1: Option<StageView>,
        stage_2: Option<StageView>,
    }
    /// Something to do: the rule that names it, what it is about, how many there are of the kind.
    StepView {
        rule: &'static str,
        about: String,
        label: String,
        count: usize,
        half_minutes: usize,
        day: String,
    }
    /// The highest risk of those above the line, with its level.
    HighestView { title: String, level: String, }
    /// How many conditions of a stage are met, how many block, of how many.
    StageView { state: &'static str, met: usize, blocks: usize, of: usize, }
}

#[wasm_bindgen]
impl Report {
    /// What is to be done on a day (`2026-11-23`), and how far each part is; nothing for a day that
    /// is none.
    #[wasm_bindgen(unchecked_return_type = "WayView | undefined")]
    pub fn way(&self, engine: &Engine, today: &str) -> JsValue {
        let Ok(today) = today.parse() else { return JsValue::UNDEFINED };
        let core = engine.core();
        let risks = core.risks(today);
        let evaluations = core.evaluations(today);
        let is_above = |left| risks.ledger.scale.as_ref().is_some_and(|it| it.is_above(left));
        let is_over = |it: &&Evaluation| it.exposure.is_some_and(is_above);
        let above: Vec<&Evaluation> = evaluations.iter().filter(is_over).collect();
        let entries = &core.document().system().risks;
        let labels = above.iter().filter_map(|it| entries.get(it.risk));
        let labels =
            labels.map(
                |risk| if risk.label.is_empty() { risk.title.clone() } else { risk.label.clone() },
            );
        let first = rank(&risks, &evaluations).first().map(|ranked| ranked.risk);
        let highest = above.iter().find(|it| Some(it.risk) == first).and_then(|it| {
            let criteria = core.document().system().criteria.as_ref()?;
            let level = criteria.levels.get(usize::from(it.exposure?.level()?))?;
            let level = if level.name.is_empty() { level.word.as_str() } else { &level.name };
            Some(HighestView { title: entries.get(it.risk)?.title.clone(), level: level.into() })
        });
        let drafts = evaluations.iter().filter(|it| it.state == State::Draft).count();
        let statement = core.soa();
        let rows = &statement.rows;
        let undecided = rows.iter().filter(|row| row.comparison == Some(Comparison::Undecided));
        let gates = core.gates(today);
        let mode = core.document().system().mode;
        let context = &core.document().system().context;
        to_js(&WayView {
            steps: steps(core, today).into_iter().map(step).collect(),
            mode: mode.map_or("", |mode| mode.word()),
            has_clauses: core.document().system().mode().has_clauses(),
            asked: questions().count(),
            told: questions().filter(|(it, _)| answer_text(context, *it).is_some()).count(),
            risks: evaluations.len() - drafts,
            drafts,
            open: evaluations.iter().filter(|it| it.state.is_open()).count(),
            above: above.len(),
            above_planned: evaluations.iter().filter(|it| it.planned.is_some_and(is_above)).count(),
            above_labels: labels.collect(),
            highest,
            compared: rows.len() - undecided.count(),
            rows: rows.len(),
            stage_1: gates.as_ref().map(|gates| stage(&gates.stage_1)),
            stage_2: gates.as_ref().map(|gates| stage(&gates.stage_2)),
        })
    }
}

fn step(it: annexa_core::next::Step) -> StepView {
    StepView {
        rule: it.rule.word(),
        about: it.about,
        label: it.label,
        count: it.count,
        half_minutes: it.half_minutes,
        day: it.day.map(|day| day.to_string()).unwrap_or_default(),
    }
}

fn stage(gate: &Gate) -> StageView {
    let count = |verdict| gate.conditions.iter().filter(|it| it.verdict == verdict).count();
    StageView {
        state: GateState::word(gate.state),
        met: count(Verdict::Met),
        blocks: count(Verdict::Blocks),
        of: gate.conditions.len(),
    }
}
