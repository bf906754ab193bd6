//! The engine for the browser: a thin binding, no logic of its own.
//!
//! Small values cross to JavaScript as objects; whatever a person wrote crosses as JSON and is
//! read by the core's own reader, so that a page and a file obey the same rules. Nothing throws
//! for bad input: what can fail answers `{ ok: true, value } | { ok: false, problems }`.
//! Every method is synchronous and calls nothing back.

mod convert;
mod wire;

use annexa_core::{
    About, Answer, Catalogue, Problem, Response, gaps_csv, quoted, report_json, soa_csv,
};
use annexa_wasm_shared::{Js, outcome, problems, to_js};
use wasm_bindgen::prelude::wasm_bindgen;

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

    /// The whole answer to an item as the JSON of an `AnswerRecord`, if there is one.
    pub fn answer(&self, id: &str) -> Option<String> {
        self.0.document().answer(id).map(|answer| text(answer.to_json()))
    }

    /// Replaces the whole answer to an item by the JSON of an `AnswerRecord`.
    #[wasm_bindgen(unchecked_return_type = "Outcome<Delta>")]
    pub fn set(&mut self, answer: &str) -> Js {
        let delta = Answer::from_json(answer.as_bytes()).and_then(|answer| self.0.set(answer));
        let catalogue = self.0.document().catalogue();
        outcome(delta.map(|it| convert::delta(catalogue, &it)).map_err(|all| problems(&all.0)))
    }

    /// Changes only the response to an item's question; leaving it out takes it back.
    #[wasm_bindgen(unchecked_return_type = "Outcome<Delta>")]
    pub fn respond(
        &mut self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "Response | undefined")] response: Option<String>,
    ) -> Js {
        let delta =
            response_from(response.as_deref()).and_then(|response| self.0.respond(id, response));
        let catalogue = self.0.document().catalogue();
        outcome(delta.map(|it| convert::delta(catalogue, &it)).map_err(|one| problems(&[one])))
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
        let catalogue = self.0.document().catalogue();
        to_js(&self.0.scores().map(|it| convert::score(catalogue, it)).collect::<Vec<_>>())
    }

    /// The arithmetic behind a score.
    #[wasm_bindgen(unchecked_return_type = "ExplanationView | undefined")]
    pub fn explain(&self, key: &str) -> Js {
        let catalogue = self.0.document().catalogue();
        let explanation = catalogue.score_key(key).ok().and_then(|key| self.0.explain(key));
        to_js(&explanation.as_ref().map(|it| convert::explanation(catalogue, it)))
    }

    /// What the assessment is about, as the JSON of an `AboutRecord`.
    pub fn about(&self) -> String {
        text(self.0.document().about.to_json())
    }

    /// Sets what the assessment is about from the JSON of an `AboutRecord`.
    #[wasm_bindgen(js_name = setAbout, unchecked_return_type = "Outcome<undefined>")]
    pub fn set_about(&mut self, about: &str) -> Js {
        let set = About::from_json(about.as_bytes()).and_then(|about| self.0.set_about(about));
        outcome(set.map_err(|all| problems(&all.0)))
    }

    /// Says where entries are made from now on, so that their ids differ from those of every other
    /// copy: a text that the page draws anew for each copy that is opened.
    #[wasm_bindgen(js_name = setOrigin, unchecked_return_type = "Outcome<undefined>")]
    pub fn set_origin(&mut self, origin: &str) -> Js {
        outcome(self.0.set_origin(origin).map_err(|one| problems(&[one])))
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

    /// The SHA-256 of the assessment as canonical JSON without white space.
    pub fn hash(&self) -> String {
        self.0.document().content_hash()
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

    /// What a plugin is given.
    #[wasm_bindgen(unchecked_return_type = "FindingRecord[]")]
    pub fn findings(&self) -> Js {
        to_js(&self.0.source_states().into_iter().map(convert::finding).collect::<Vec<_>>())
    }
}

fn response_from(word: Option<&str>) -> Result<Option<Response>, Problem> {
    let Some(word) = word else { return Ok(None) };
    Response::from_word(word).map(Some).ok_or_else(|| {
        let message = format!("{} is not a response", quoted(word));
        Problem::new("E-VALUE", "response", message, "pass a value of the type `Response`")
    })
}

/// Canonical JSON is UTF-8; nothing is lost here.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}
