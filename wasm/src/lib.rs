//! The engine for the browser: a thin binding, no logic of its own.
//!
//! Small values cross as JavaScript objects, documents and results as bytes. Nothing throws
//! for bad input: what can fail answers `{ ok: true, value } | { ok: false, problems }`.
//! Every method is synchronous and calls nothing back.

mod convert;
mod wire;

use annexa_core::admission::{self, Limits};
use annexa_core::crosswalk::Crosswalk;
use annexa_core::{Catalogue, gaps_csv, report_json, sha256_hex, soa_csv};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use crate::convert::{problem, problems};
use crate::wire::{Outcome, ProblemView};

type Js = Result<JsValue, JsError>;

/// An assessment over ISO/IEC 27001:2022 and everything that follows from it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(annexa_core::Engine);

#[wasm_bindgen]
impl Engine {
    /// An engine with an empty assessment.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript only sees the constructor")]
    pub fn new() -> Engine {
        Engine(annexa_core::Engine::new(Catalogue::iso27001_2022()))
    }

    /// The questions with their texts, by chapter.
    #[wasm_bindgen(unchecked_return_type = "CatalogueView")]
    pub fn catalogue(&self) -> Js {
        to_js(&convert::catalogue(self.0.document().catalogue()))
    }

    /// The whole answer to an item, if there is one.
    #[wasm_bindgen(unchecked_return_type = "AnswerRecord | undefined")]
    pub fn answer(&self, id: &str) -> Js {
        to_js(&self.0.document().answer(id).map(convert::answer))
    }

    /// Replaces the whole answer to an item.
    #[wasm_bindgen(unchecked_return_type = "Outcome<Delta>")]
    pub fn set(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "AnswerRecord")] answer: JsValue,
    ) -> Js {
        outcome(from_js(answer).and_then(convert::answer_from).and_then(|answer| {
            let delta = self.0.set(answer).map_err(|all| problems(&all.0))?;
            Ok(convert::delta(self.0.document().catalogue(), &delta))
        }))
    }

    /// Changes only the response to an item's question; leaving it out takes it back.
    #[wasm_bindgen(unchecked_return_type = "Outcome<Delta>")]
    pub fn respond(
        &mut self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "Response | undefined")] response: Option<String>,
    ) -> Js {
        outcome(convert::response_from(response.as_deref()).and_then(|response| {
            let delta = self.0.respond(id, response).map_err(|one| problems(&[one]))?;
            Ok(convert::delta(self.0.document().catalogue(), &delta))
        }))
    }

    /// The state of every requirement and control.
    #[wasm_bindgen(unchecked_return_type = "ItemStateView[]")]
    pub fn states(&self) -> Js {
        let catalogue = self.0.document().catalogue();
        to_js(&self.0.states().map(|s| convert::state(catalogue, &s)).collect::<Vec<_>>())
    }

    /// Every score.
    #[wasm_bindgen(unchecked_return_type = "ScoreView[]")]
    pub fn scores(&self) -> Js {
        to_js(&self.0.scores().map(convert::score).collect::<Vec<_>>())
    }

    /// The arithmetic behind a score.
    #[wasm_bindgen(unchecked_return_type = "ExplanationView | undefined")]
    pub fn explain(&self, key: &str) -> Js {
        let explanation = key.parse().ok().and_then(|key| self.0.explain(key));
        to_js(&explanation.as_ref().map(convert::explanation))
    }

    /// What the assessment is about.
    #[wasm_bindgen(unchecked_return_type = "AboutRecord")]
    pub fn about(&self) -> Js {
        to_js(&convert::about(&self.0.document().about))
    }

    /// Sets what the assessment is about.
    #[wasm_bindgen(js_name = setAbout, unchecked_return_type = "Outcome<null>")]
    pub fn set_about(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "AboutRecord")] about: JsValue,
    ) -> Js {
        outcome(
            from_js(about)
                .and_then(convert::about_from)
                .and_then(|about| self.0.set_about(about).map_err(|all| problems(&all.0))),
        )
    }

    /// Replaces the assessment by a file's; on a problem nothing changes.
    #[wasm_bindgen(unchecked_return_type = "Outcome<Loaded>")]
    pub fn load(&mut self, bytes: &[u8]) -> Js {
        outcome(self.0.load(bytes).map_err(|all| problems(&all.0)).map(|()| wire::Loaded {
            unknown: self.0.document().unknown_ids().map(|id| id.to_string()).collect(),
        }))
    }

    /// The assessment as canonical JSON.
    pub fn save(&self) -> Vec<u8> {
        self.0.document().to_bytes()
    }

    /// The SHA-256 of what `save` returns.
    pub fn hash(&self) -> String {
        sha256_hex(&self.save())
    }

    /// What stands below target.
    #[wasm_bindgen(unchecked_return_type = "GapView[]")]
    pub fn gaps(&self) -> Js {
        to_js(&self.0.gaps().iter().map(convert::gap).collect::<Vec<_>>())
    }

    /// The Statement of Applicability.
    #[wasm_bindgen(unchecked_return_type = "SoaView")]
    pub fn soa(&self) -> Js {
        to_js(&convert::soa(&self.0.soa()))
    }

    /// What an auditor would stop at or ask about, as of `today` (`2026-11-23`).
    #[wasm_bindgen(unchecked_return_type = "Outcome<LintView[]>")]
    pub fn lint(&self, today: &str) -> Js {
        outcome(
            today
                .parse()
                .map_err(|one| problems(&[one]))
                .map(|today| self.0.lint(today).iter().map(convert::lint).collect::<Vec<_>>()),
        )
    }

    /// The Statement of Applicability as CSV.
    #[wasm_bindgen(js_name = soaCsv)]
    pub fn soa_csv(&self) -> Vec<u8> {
        soa_csv(&self.0.soa())
    }

    /// The gap list as CSV.
    #[wasm_bindgen(js_name = gapsCsv)]
    pub fn gaps_csv(&self) -> Vec<u8> {
        gaps_csv(&self.0.gaps())
    }

    /// Scores, gaps and totals as canonical JSON.
    pub fn report(&self) -> Vec<u8> {
        report_json(&self.0)
    }

    /// Looks at a plugin file without running anything of it.
    #[wasm_bindgen(unchecked_return_type = "Outcome<PluginFacts>")]
    pub fn admit(&self, plugin: &[u8]) -> Js {
        let admitted = admission::admit(plugin, &Limits::default());
        outcome(admitted.map(convert::plugin_facts).map_err(|all| convert::refusals(&all)))
    }

    /// What a plugin is given.
    #[wasm_bindgen(unchecked_return_type = "FindingRecord[]")]
    pub fn findings(&self) -> Js {
        to_js(&self.0.findings().into_iter().map(convert::finding).collect::<Vec<_>>())
    }

    /// Checks what a plugin returned and draws the conclusion, as canonical JSON.
    #[wasm_bindgen(unchecked_return_type = "Outcome<Uint8Array>")]
    pub fn conclude(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CrosswalkInput")] input: JsValue,
    ) -> Js {
        let conclusion = from_js(input).and_then(|input| {
            let (digest, description, targets, mappings, remarks) = convert::crosswalk_from(input);
            let crosswalk = Crosswalk::new(description, targets, mappings);
            crosswalk
                .and_then(|crosswalk| crosswalk.conclude(&self.0.findings(), remarks))
                .map(|conclusion| wire::Bytes(conclusion.to_bytes(&digest)))
                .map_err(|all| problems(&all))
        });
        outcome(conclusion)
    }
}

fn outcome<T: Serialize>(result: Result<T, Vec<ProblemView>>) -> Js {
    to_js(&match result {
        Ok(value) => Outcome::Done { ok: true, value },
        Err(problems) => Outcome::Failed { ok: false, problems },
    })
}

fn to_js(value: &impl Serialize) -> Js {
    serde_wasm_bindgen::to_value(value).map_err(JsError::from)
}

/// A value of the wrong shape is the caller's mistake and reported like any other.
fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, Vec<ProblemView>> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| vec![problem("E-TYPE", &error.to_string(), "pass the documented type")])
}
