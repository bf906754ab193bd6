//! The register of risks as canonical JSON, as the command line writes it.

use alloc::vec::Vec;

use annexa_core::report::risks_json;
use annexa_wasm::Engine;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Report;

#[wasm_bindgen]
impl Report {
    /// The register of risks on a day; nothing for a day that is none.
    #[wasm_bindgen(js_name = risksJson)]
    pub fn risks_json(&self, engine: &Engine, today: &str) -> Option<Vec<u8>> {
        Some(risks_json(engine.core(), today.parse().ok()?, &self.words))
    }
}
