//! The engine over a synthetic catalogue, behind the same kind of boundary as the widget's.
//!
//! It answers one question: does an answer cost more when there are more questions?

use annexa_core::{Catalogue, Engine, Response};
use js_sys::Int32Array;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// An engine over a catalogue of a given size.
#[wasm_bindgen]
pub struct BenchEngine {
    engine: Engine,
}

#[wasm_bindgen]
impl BenchEngine {
    /// An engine without answers.
    #[wasm_bindgen(constructor)]
    pub fn new(questions: usize) -> BenchEngine {
        BenchEngine { engine: Engine::new(Catalogue::synthetic(questions)) }
    }

    /// Answers the question at a place: 0 is no, 1 is partly, anything else is yes.
    ///
    /// # Errors
    ///
    /// When there is no question at that place.
    pub fn respond(&mut self, index: usize, value: u32) -> Result<Int32Array, JsError> {
        let response = match value {
            0 => Response::No,
            1 => Response::Partly,
            _ => Response::Yes,
        };
        let delta = self.engine.respond_at(index, Some(response))?;
        let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
        let packed: Vec<i32> = delta
            .scores
            .iter()
            .flat_map(|score| {
                [
                    i32::try_from(score.key.index()).unwrap_or(i32::MAX),
                    score.score_bp().map_or(-1, number),
                    score.coverage_bp().map_or(-1, number),
                    number(score.assessed),
                    number(score.in_scope),
                    number(score.points_bp),
                ]
            })
            .collect();
        Ok(Int32Array::from(packed.as_slice()))
    }
}
