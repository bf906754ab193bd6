//! Catalogues of a page's own, and what a plugin is told: the whole engine alone knows of both.

use alloc::string::String;
use alloc::vec::Vec;

use annexa_core::Catalogue;
use annexa_core::assessment::{Applicability, Implementation};
use annexa_wasm_shared::{outcome, to_js, wire};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Engine;

wire! {
    /// The state of one item as a plugin sees it.
    SourceStateRecord {
        id: String,
        applicability: Applicability,
        implementation: Implementation,
        maturity: Option<u8>,
    }
}

/// Takes another catalogue and starts an empty assessment over it; on a problem nothing changes.
#[wasm_bindgen(js_name = useCatalogue, unchecked_return_type = "Outcome<undefined>")]
pub fn use_catalogue(engine: &mut Engine, bytes: &[u8]) -> JsValue {
    let taken = Catalogue::from_bytes(bytes);
    outcome(taken.map(|it| *engine.core_mut() = annexa_core::Engine::new(it)))
}

/// The digest of the catalogue, which results name.
#[wasm_bindgen(js_name = catalogueHash)]
pub fn catalogue_hash(engine: &Engine) -> String {
    engine.core().document().catalogue().digest()
}

/// What a plugin is given: the state of each requirement and control.
#[wasm_bindgen(js_name = sourceStates, unchecked_return_type = "SourceStateRecord[]")]
pub fn source_states(engine: &Engine) -> JsValue {
    let states = engine.core().source_states().into_iter().map(|state| SourceStateRecord {
        id: state.id,
        applicability: state.applicability,
        implementation: state.implementation,
        maturity: state.maturity,
    });
    to_js(&states.collect::<Vec<_>>())
}
