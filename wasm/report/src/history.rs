//! States that are kept, two states beside each other, and measures over time.

use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;

use annexa_core::assessment::{Measure, Snapshot, Watched};
use annexa_core::history::{State, compare};
use annexa_core::problem::{problem, quoted};
use annexa_core::report::{Side, comparison_json, measures_json, snapshots_json};
use annexa_core::{Date, Document, Engine as Core, Problem, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::outcome;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Report;

#[wasm_bindgen]
impl Report {
    /// Keeps the assessment as it is, as the state of a day.
    #[wasm_bindgen(js_name = takeSnapshot, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn take_snapshot(
        &mut self,
        engine: &mut Engine,
        name: &str,
        note: &str,
        on: &str,
    ) -> JsValue {
        let on: Result<Date, Problems> = on.parse().map_err(Problems::from);
        self.changed(on.and_then(|on| engine.core_mut().take_snapshot(name, note, on)))
    }

    /// Takes away a state that was kept.
    #[wasm_bindgen(js_name = removeSnapshot, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn remove_snapshot(&mut self, engine: &mut Engine, name: &str) -> JsValue {
        self.changed(engine.core_mut().remove_snapshot(name))
    }

    /// What was kept, as canonical JSON.
    #[wasm_bindgen(js_name = snapshotsJson)]
    pub fn snapshots_json(&self, engine: &Engine) -> Vec<u8> {
        snapshots_json(engine.core())
    }

    /// Two states beside each other, as canonical JSON: each what was kept under a name, or else
    /// the assessment as it is; with the bytes of another file, the second is of that.
    #[wasm_bindgen(unchecked_return_type = "Outcome<string>")]
    pub fn compare(
        &self,
        engine: &Engine,
        from: Option<String>,
        to: Option<String>,
        file: Option<Vec<u8>>,
        today: &str,
    ) -> JsValue {
        outcome(
            self.compared(engine.core(), (from, to), file, today)
                .map(|bytes| String::from_utf8(bytes).unwrap_or_default()),
        )
    }

    /// Measures on a day, with their trend, as canonical JSON; nothing for a day that is none.
    #[wasm_bindgen(js_name = measuresJson)]
    pub fn measures_json(&self, engine: &Engine, today: &str, trend: bool) -> Option<Vec<u8>> {
        Some(measures_json(engine.core(), today.parse().ok()?, trend, &self.words))
    }

    /// Chooses a measure for clause 9.1.
    #[wasm_bindgen(unchecked_return_type = "Outcome<ChangedView>")]
    pub fn watch(
        &mut self,
        engine: &mut Engine,
        measure: &str,
        owner: &str,
        months: Option<u8>,
        why: &str,
    ) -> JsValue {
        let (owner, why) = (owner.to_string(), why.to_string());
        let done = known(measure).map_err(Problems::from).and_then(|measure| {
            engine.core_mut().watch(Watched { measure, owner, interval_months: months, why })
        });
        self.changed(done)
    }

    /// Chooses a measure no longer.
    #[wasm_bindgen(unchecked_return_type = "Outcome<ChangedView>")]
    pub fn unwatch(&mut self, engine: &mut Engine, measure: &str) -> JsValue {
        let measure = known(measure).map_err(Problems::from);
        self.changed(measure.and_then(|measure| engine.core_mut().unwatch(measure)))
    }
}

impl Report {
    fn compared(
        &self,
        core: &Core,
        (from, to): (Option<String>, Option<String>),
        file: Option<Vec<u8>>,
        today: &str,
    ) -> Result<Vec<u8>, Problems> {
        let today: Date = today.parse()?;
        let other = match file {
            Some(bytes) => {
                let catalogue = Arc::clone(core.document().catalogue());
                Some(Core::from_document(Document::from_bytes(catalogue, &bytes)?))
            }
            None => None,
        };
        let second = other.as_ref().unwrap_or(core);
        let from = from.map(|name| core.kept(&name)).transpose()?;
        let to = to.map(|name| second.kept(&name)).transpose()?;
        let states = (state(core, from, today), state(second, to, today));
        let sides = (
            Side { state: &states.0, kept: from, file: "" },
            Side { state: &states.1, kept: to, file: "" },
        );
        let it = compare(&states.0, &states.1)?;
        Ok(comparison_json(second, sides, &it, &self.words))
    }
}

fn state(core: &Core, kept: Option<&Snapshot>, today: Date) -> State {
    let lineage = core.document().lineage.as_ref();
    kept.and_then(|kept| State::kept(kept, lineage)).unwrap_or_else(|| State::of(core, today))
}

fn known(measure: &str) -> Result<Measure, Problem> {
    Measure::from_word(measure).ok_or_else(|| {
        problem!("E-UNKNOWN-ID", "entry", id = quoted(measure), register = "measures")
    })
}
