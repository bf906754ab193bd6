//! The roadmap and what could be simplified, as canonical JSON, as the command line writes it.

use alloc::string::String;
use alloc::vec::Vec;

use annexa_core::Problems;
use annexa_core::assessment::StepKind;
use annexa_core::engine::Plan;
use annexa_core::problem::{problem, quoted};
use annexa_core::report::{over_json, roadmap_csv, roadmap_json};
use annexa_core::roadmap::Rate;
use annexa_wasm::Engine;
use annexa_wasm_shared::file;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Blob;

use crate::Report;

#[wasm_bindgen]
impl Report {
    /// Everything that is to be done on a day (`2026-11-23`), in order; nothing for a day that is
    /// none. `capacity` is what can be done in a week, in hundredths of a person-day, where it is
    /// another than the context says; `rate` and `currency` are those of one's own day, if it was
    /// typed.
    #[wasm_bindgen(js_name = roadmapJson)]
    pub fn roadmap_json(
        &self,
        engine: &Engine,
        today: &str,
        capacity: Option<u32>,
        rate: Option<u32>,
        currency: Option<String>,
    ) -> Option<Vec<u8>> {
        let today = today.parse().ok()?;
        let plan = Plan { lifts: &[], capacity_cd_week: capacity.filter(|it| *it > 0) };
        let rate = rate.map(|own| Rate { own: own.into(), currency: currency.unwrap_or_default() });
        Some(roadmap_json(engine.core(), today, plan, rate.as_ref(), &self.words))
    }

    /// The steps of the roadmap as a file of CSV for the person; nothing for a day that is none.
    #[wasm_bindgen(js_name = roadmapCsv)]
    pub fn roadmap_csv(&self, engine: &Engine, today: &str) -> Result<Option<Blob>, JsValue> {
        let Ok(today) = today.parse() else { return Ok(None) };
        let roadmap = engine.core().roadmap(today, Plan::default());
        file(&roadmap_csv(engine.core(), &roadmap, &self.words), super::CSV).map(Some)
    }

    /// What could be simplified on a day, and what is left alone; nothing for a day that is none.
    #[wasm_bindgen(js_name = overJson)]
    pub fn over_json(&self, engine: &Engine, today: &str) -> Option<Vec<u8>> {
        Some(over_json(engine.core(), today.parse().ok()?, &self.words))
    }

    /// Sets what a person reckons with for a step, in hundredths of a person-day, or takes that
    /// back where nothing is given.
    #[wasm_bindgen(js_name = setEffort, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn set_effort(
        &mut self,
        engine: &mut Engine,
        kind: &str,
        id: &str,
        likely_cd: Option<u32>,
        by: Option<String>,
        why: Option<String>,
    ) -> JsValue {
        let reckoned = likely_cd.map(|cd| (cd, by.unwrap_or_default(), why.unwrap_or_default()));
        let kind = StepKind::from_word(kind)
            .ok_or_else(|| problem!("E-UNKNOWN-ID", "step", id = quoted(id)));
        self.changed(
            kind.map_err(Problems::from)
                .and_then(|kind| engine.core_mut().set_effort(kind, id, reckoned)),
        )
    }
}
