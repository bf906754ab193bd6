//! The whole engine for the browser: the first module's, and what follows from an assessment.
//!
//! A module of its own: a page loads it when somebody asks for what follows, and not before. From
//! then on the assessment lives here, so that an answer is followed at once by everything that is
//! shown. What it makes has the same bytes as the command line's.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod canonical;
mod catalogue;
mod certification;
mod change;
mod convert;
mod criteria;
mod history;
mod merge;
mod next;
mod pack;
mod risk;
mod roadmap;
mod setup;
mod treat;
mod undo;
mod wire;

use alloc::vec::Vec;

use annexa_core::words::Words;
use annexa_core::{
    Problems,
    report::{explanation_json, gaps_csv, gaps_json, lint_json, report_json, soa_csv, soa_json},
};
pub use annexa_wasm::Engine;
use annexa_wasm_shared::{file, outcome, to_js, words};
pub use catalogue::{catalogue_hash, source_states, use_catalogue};
use js_sys::Uint8Array;
pub use merge::Merging;
pub use undo::{recall_about, recall_answer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Blob;

/// The type of a table's file.
const CSV: &str = "text/csv";

/// What follows from an assessment, in the words of a language.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Report {
    words: Words,
}

#[wasm_bindgen]
impl Report {
    /// A report without words.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript only sees the constructor")]
    pub fn new() -> Report {
        Report { words: Words::empty() }
    }

    /// Takes a language: its files, and words that lie over them, which may be of another language.
    #[wasm_bindgen(js_name = setWords, unchecked_return_type = "Outcome<undefined>")]
    pub fn set_words(&mut self, files: Vec<Uint8Array>, own: Option<Uint8Array>) -> JsValue {
        outcome(words(&files, own).map(|words| self.words = words))
    }

    /// The arithmetic behind a score.
    #[wasm_bindgen(unchecked_return_type = "ExplanationView | undefined")]
    pub fn explain(&self, engine: &Engine, key: &str) -> JsValue {
        let catalogue = engine.core().document().catalogue();
        let explanation = catalogue.score_key(key).ok().and_then(|key| engine.core().explain(key));
        let Some(explanation) = explanation else { return JsValue::UNDEFINED };
        to_js(&convert::explanation(catalogue, &explanation, &self.words))
    }

    /// What stands below target.
    #[wasm_bindgen(unchecked_return_type = "GapView[]")]
    pub fn gaps(&self, engine: &Engine) -> JsValue {
        let gaps = engine.core().gap_records(&self.words).into_iter();
        to_js(&gaps.map(convert::gap).collect::<Vec<_>>())
    }

    /// The Statement of Applicability.
    #[wasm_bindgen(unchecked_return_type = "SoaView")]
    pub fn soa(&self, engine: &Engine) -> JsValue {
        let catalogue = engine.core().document().catalogue();
        to_js(&convert::soa(catalogue, &engine.core().soa(), &self.words))
    }

    /// What an auditor would stop at or ask about, as of `today` (`2026-11-23`).
    #[wasm_bindgen(unchecked_return_type = "Outcome<LintView[]>")]
    pub fn lint(&self, engine: &Engine, today: &str) -> JsValue {
        outcome(today.parse().map_err(Problems::from).map(|today| {
            let records = engine.core().lint_records(today, &self.words).into_iter();
            records.map(convert::lint).collect::<Vec<_>>()
        }))
    }

    /// The Statement of Applicability as a file of CSV for the person.
    #[wasm_bindgen(js_name = soaCsv)]
    pub fn soa_csv(&self, engine: &Engine) -> Result<Blob, JsValue> {
        file(&soa_csv(engine.core(), &engine.core().soa(), &self.words), CSV)
    }

    /// The gap list as a file of CSV for the person.
    #[wasm_bindgen(js_name = gapsCsv)]
    pub fn gaps_csv(&self, engine: &Engine) -> Result<Blob, JsValue> {
        file(&gaps_csv(&engine.core().gap_records(&self.words)), CSV)
    }

    /// The gap list as canonical JSON: the records of the report.
    #[wasm_bindgen(js_name = gapsJson)]
    pub fn gaps_json(&self, engine: &Engine) -> Vec<u8> {
        gaps_json(engine.core(), &engine.core().gap_records(&self.words))
    }

    /// The Statement of Applicability as canonical JSON.
    #[wasm_bindgen(js_name = soaJson)]
    pub fn soa_json(&self, engine: &Engine) -> Vec<u8> {
        soa_json(engine.core(), &engine.core().soa(), &self.words)
    }

    /// What was found for `today` (`2026-11-23`) as canonical JSON; nothing for a day that is none.
    #[wasm_bindgen(js_name = lintJson)]
    pub fn lint_json(&self, engine: &Engine, today: &str) -> Option<Vec<u8>> {
        let today = today.parse().ok()?;
        Some(lint_json(engine.core(), &engine.core().lint_records(today, &self.words), today))
    }

    /// The arithmetic behind a score as canonical JSON; nothing for a key that is none.
    #[wasm_bindgen(js_name = explanationJson)]
    pub fn explanation_json(&self, engine: &Engine, key: &str) -> Option<Vec<u8>> {
        let key = engine.core().document().catalogue().score_key(key).ok()?;
        let explanation = engine.core().explain(key)?;
        Some(explanation_json(engine.core(), &explanation, &self.words))
    }

    /// Scores, gaps and totals as canonical JSON.
    pub fn report(&self, engine: &Engine) -> Vec<u8> {
        report_json(engine.core(), &self.words)
    }
}
