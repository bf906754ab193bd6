//! The engine for the browser: a thin binding, no logic of its own.
//!
//! Small values cross to JavaScript as objects; whatever a person wrote crosses as JSON and is
//! read by the core's own reader, so that a page and a file obey the same rules. Nothing throws
//! for bad input: what can fail answers `{ ok: true, value } | { ok: false, problems }`.
//! Every method is synchronous and calls nothing back.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod convert;
mod wire;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use annexa_core::{
    Answer, Catalogue, Problem, Problems, Response, assessment::About, problem::problem,
};
use annexa_wasm_shared::{Writer, outcome, problems, to_js};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

annexa_wasm_shared::runtime!();

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Int32Array, js_name = from)]
    fn numbers(numbers: &[i32]) -> JsValue;
}

/// An assessment over ISO/IEC 27001:2022 and everything that follows from it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    core: annexa_core::Engine,
}

impl Engine {
    /// The same engine over any catalogue, for measurements.
    pub fn over(catalogue: Arc<Catalogue>) -> Engine {
        Engine { core: annexa_core::Engine::new(catalogue) }
    }

    /// The engine without the browser.
    pub fn core(&self) -> &annexa_core::Engine {
        &self.core
    }

    /// The same, to be changed.
    pub fn core_mut(&mut self) -> &mut annexa_core::Engine {
        &mut self.core
    }
}

#[wasm_bindgen]
impl Engine {
    /// An engine with an empty assessment.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript only sees the constructor")]
    pub fn new() -> Engine {
        Engine::over(Catalogue::iso27001_2022())
    }

    /// The questions, by chapter; their words come from a language's files.
    #[wasm_bindgen(unchecked_return_type = "CatalogueFacts")]
    pub fn catalogue(&self) -> JsValue {
        to_js(&convert::catalogue(self.core.document().catalogue()))
    }

    /// The whole answer to an item as the JSON of an `AnswerRecord`, if there is one.
    pub fn answer(&self, id: &str) -> Option<String> {
        self.core.document().answer(id).map(Answer::to_json)
    }

    /// Replaces the whole answer to an item by the JSON of an `AnswerRecord`.
    #[wasm_bindgen(unchecked_return_type = "Outcome<SetDelta>")]
    pub fn set(&mut self, answer: &str) -> JsValue {
        outcome(Answer::from_json(answer.as_bytes()).and_then(|answer| {
            let id = answer.id.clone();
            let packed = convert::packed(&self.core.set(answer)?);
            Ok(wire::SetDelta { packed, answer: self.answer(id.as_str()) })
        }))
    }

    /// Changes only the response to the question of the item at a place, to the one at a place of
    /// `codes().response`; -1 takes it back. What an answer costs is crossing, so what changed
    /// comes as numbers, and an object only tells of problems.
    #[wasm_bindgen(unchecked_return_type = "Int32Array | Outcome<never>")]
    pub fn respond(&mut self, index: usize, response: i32) -> JsValue {
        let response = response_from(response);
        match response.and_then(|response| self.core.respond_at(index, response)) {
            Ok(delta) => numbers(&convert::packed(&delta)),
            Err(problem) => problems(&[problem]),
        }
    }

    /// The values of closed sets in the order of the numbers that stand for them.
    #[wasm_bindgen(unchecked_return_type = "Codes")]
    pub fn codes(&self) -> JsValue {
        to_js(&convert::codes())
    }

    /// Tells the day (`2026-11-23`), at the start and at midnight: answers are dated with it.
    #[wasm_bindgen(js_name = setToday, unchecked_return_type = "Outcome<undefined>")]
    pub fn set_today(&mut self, today: &str) -> JsValue {
        let today = today.parse().map_err(Problems::from);
        outcome(today.map(|today| self.core.set_today(today)))
    }

    /// The state of every requirement and control.
    #[wasm_bindgen(unchecked_return_type = "ItemStateView[]")]
    pub fn states(&self) -> JsValue {
        let questions = self.core.facts().questions(self.core.document().catalogue());
        let states = questions.map(|(index, item, facts)| convert::state(index, item, facts));
        to_js(&states.collect::<Vec<_>>())
    }

    /// Every score.
    #[wasm_bindgen(unchecked_return_type = "ScoreView[]")]
    pub fn scores(&self) -> JsValue {
        let catalogue = self.core.document().catalogue();
        to_js(&self.core.scores().map(|it| convert::score(catalogue, it)).collect::<Vec<_>>())
    }

    /// What the assessment is about, as the JSON of an `AboutRecord`.
    pub fn about(&self) -> String {
        self.core.document().about.to_json()
    }

    /// Sets what the assessment is about from the JSON of an `AboutRecord`.
    #[wasm_bindgen(js_name = setAbout, unchecked_return_type = "Outcome<undefined>")]
    pub fn set_about(&mut self, about: &str) -> JsValue {
        let about = About::from_json(about.as_bytes());
        outcome(about.and_then(|about| self.core.set_about(about)))
    }

    /// Says where entries are made from now on, so that their ids differ from those of every other
    /// copy: a text that the page draws anew for each copy that is opened.
    #[wasm_bindgen(js_name = setOrigin, unchecked_return_type = "Outcome<undefined>")]
    pub fn set_origin(&mut self, origin: &str) -> JsValue {
        outcome(self.core.set_origin(origin).map_err(Problems::from))
    }

    /// Replaces the assessment by a file's; on a problem nothing changes.
    #[wasm_bindgen(unchecked_return_type = "Outcome<Loaded>")]
    pub fn load(&mut self, bytes: &[u8]) -> JsValue {
        outcome(self.core.load(bytes).map(|()| wire::Loaded {
            unknown: self.core.document().unknown_ids().map(|id| id.as_str()).collect(),
        }))
    }

    /// The assessment as canonical JSON.
    pub fn save(&self) -> Vec<u8> {
        self.core.document().to_bytes()
    }

    /// The SHA-256 of the assessment as canonical JSON without white space.
    pub fn hash(&self) -> String {
        self.core.document().content_hash()
    }
}

fn response_from(code: i32) -> Result<Option<Response>, Problem> {
    if code == -1 {
        return Ok(None);
    }
    let known = usize::try_from(code).ok().and_then(|place| Response::WORDS.get(place));
    let unknown =
        || problem!("E-VALUE", "response", number = Writer::number(code.into())).at("response");
    known.map(|(_, response)| Some(*response)).ok_or_else(unknown)
}
