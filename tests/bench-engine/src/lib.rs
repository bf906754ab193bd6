//! The page's engine over a synthetic catalogue, behind the page's own boundary.
//!
//! It answers one question: does an answer cost more when there are more questions?

#![cfg_attr(target_arch = "wasm32", no_std)]

use annexa_core::Catalogue;
use annexa_wasm::Engine;
use wasm_bindgen::prelude::wasm_bindgen;

/// An engine without answers over so many questions.
#[wasm_bindgen]
pub fn sized(questions: usize) -> Engine {
    Engine::over(Catalogue::synthetic(questions))
}
