//! What follows from an assessment, for the browser: reports, checks, explanations.
//!
//! A module of its own: a page loads it when somebody asks for a report, and not before. It is
//! given the bytes of the assessment and of the words, and makes the same bytes as the command line.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod convert;
mod wire;

use alloc::vec::Vec;

use annexa_core::words::Words;
use annexa_core::{
    Catalogue, Engine, Problems,
    report::{explanation_json, gaps_csv, gaps_json, lint_json, report_json, soa_csv, soa_json},
};
use annexa_wasm_shared::{file, outcome, to_js, words};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Blob;

/// The type of a table's file.
const CSV: &str = "text/csv";

annexa_wasm_shared::runtime!();

/// An assessment with the words of a language.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Report {
    core: Engine,
    words: Words,
}

#[wasm_bindgen]
impl Report {
    /// A report on nothing yet, without words.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript only sees the constructor")]
    pub fn new() -> Report {
        Report { core: Engine::new(Catalogue::iso27001_2022()), words: Words::empty() }
    }

    /// Takes another catalogue and starts an empty assessment over it; on a problem nothing changes.
    #[wasm_bindgen(js_name = useCatalogue, unchecked_return_type = "Outcome<undefined>")]
    pub fn use_catalogue(&mut self, bytes: &[u8]) -> JsValue {
        let taken = Catalogue::from_bytes(bytes);
        outcome(taken.map(|it| self.core = Engine::new(it)))
    }

    /// Takes a language: its files, and words that lie over them, which may be of another language.
    #[wasm_bindgen(js_name = setWords, unchecked_return_type = "Outcome<undefined>")]
    pub fn set_words(&mut self, files: Vec<Uint8Array>, own: Option<Uint8Array>) -> JsValue {
        outcome(words(&files, own).map(|words| self.words = words))
    }

    /// Takes an assessment; on a problem nothing changes.
    #[wasm_bindgen(unchecked_return_type = "Outcome<undefined>")]
    pub fn load(&mut self, bytes: &[u8]) -> JsValue {
        outcome(self.core.load(bytes))
    }

    /// The arithmetic behind a score.
    #[wasm_bindgen(unchecked_return_type = "ExplanationView | undefined")]
    pub fn explain(&self, key: &str) -> JsValue {
        let catalogue = self.core.document().catalogue();
        let explanation = catalogue.score_key(key).ok().and_then(|key| self.core.explain(key));
        let Some(explanation) = explanation else { return JsValue::UNDEFINED };
        to_js(&convert::explanation(catalogue, &explanation, &self.words))
    }

    /// What stands below target.
    #[wasm_bindgen(unchecked_return_type = "GapView[]")]
    pub fn gaps(&self) -> JsValue {
        let gaps = self.core.gap_records(&self.words).into_iter();
        to_js(&gaps.map(convert::gap).collect::<Vec<_>>())
    }

    /// The Statement of Applicability.
    #[wasm_bindgen(unchecked_return_type = "SoaView")]
    pub fn soa(&self) -> JsValue {
        let catalogue = self.core.document().catalogue();
        to_js(&convert::soa(catalogue, self.core.soa(), &self.words))
    }

    /// What an auditor would stop at or ask about, as of `today` (`2026-11-23`).
    #[wasm_bindgen(unchecked_return_type = "Outcome<LintView[]>")]
    pub fn lint(&self, today: &str) -> JsValue {
        outcome(today.parse().map_err(Problems::from).map(|today| {
            let records = self.core.lint_records(today, &self.words).into_iter();
            records.map(convert::lint).collect::<Vec<_>>()
        }))
    }

    /// The Statement of Applicability as a file of CSV for the person.
    #[wasm_bindgen(js_name = soaCsv)]
    pub fn soa_csv(&self) -> Result<Blob, JsValue> {
        file(&soa_csv(&self.core, &self.core.soa(), &self.words), CSV)
    }

    /// The gap list as a file of CSV for the person.
    #[wasm_bindgen(js_name = gapsCsv)]
    pub fn gaps_csv(&self) -> Result<Blob, JsValue> {
        file(&gaps_csv(&self.core.gap_records(&self.words)), CSV)
    }

    /// The gap list as canonical JSON: the records of the report.
    #[wasm_bindgen(js_name = gapsJson)]
    pub fn gaps_json(&self) -> Vec<u8> {
        gaps_json(&self.core, &self.core.gap_records(&self.words))
    }

    /// The Statement of Applicability as canonical JSON.
    #[wasm_bindgen(js_name = soaJson)]
    pub fn soa_json(&self) -> Vec<u8> {
        soa_json(&self.core, &self.core.soa(), &self.words)
    }

    /// What was found for `today` (`2026-11-23`) as canonical JSON; nothing for a day that is none.
    #[wasm_bindgen(js_name = lintJson)]
    pub fn lint_json(&self, today: &str) -> Option<Vec<u8>> {
        let today = today.parse().ok()?;
        Some(lint_json(&self.core, &self.core.lint_records(today, &self.words), today))
    }

    /// The arithmetic behind a score as canonical JSON; nothing for a key that is none.
    #[wasm_bindgen(js_name = explanationJson)]
    pub fn explanation_json(&self, key: &str) -> Option<Vec<u8>> {
        let key = self.core.document().catalogue().score_key(key).ok()?;
        let explanation = self.core.explain(key)?;
        Some(explanation_json(&self.core, &explanation, &self.words))
    }

    /// Scores, gaps and totals as canonical JSON.
    pub fn report(&self) -> Vec<u8> {
        report_json(&self.core, &self.words)
    }
}
