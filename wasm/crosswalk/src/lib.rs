//! Plugin admission and crosswalk conclusions for the browser.
//!
//! A module of its own: a page loads it when somebody asks for a crosswalk, and not before.

mod convert;
mod wire;

use annexa_admission::{Limits, admit as check_file};
use annexa_core::crosswalk::Crosswalk;
use annexa_core::problem::{Problem, problem};
use annexa_core::words::Words;
use annexa_wasm_shared::{problems, words};
use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// What an exported function returns. An error here is a fault of the binding, not of the input.
type Js = Result<JsValue, JsError>;

/// Looks at a plugin file without running anything of it.
#[wasm_bindgen(unchecked_return_type = "Outcome<PluginFacts>")]
pub fn admit(plugin: &[u8]) -> Js {
    let admitted = check_file(plugin, &Limits::default());
    outcome(admitted.map(convert::plugin_facts))
}

/// Checks what a plugin returned and draws the conclusion, as canonical JSON in a language: its
/// files, and words that lie over them.
#[wasm_bindgen(unchecked_return_type = "Outcome<Uint8Array>")]
pub fn conclude(
    #[wasm_bindgen(unchecked_param_type = "CrosswalkInput")] input: JsValue,
    files: Vec<Uint8Array>,
    own: Option<Uint8Array>,
) -> Js {
    let words = words(&files, own).map_err(|all| all.0);
    let concluded = words.and_then(|words| conclusion(input, &words));
    outcome(concluded)
}

fn conclusion(input: JsValue, words: &Words) -> Result<wire::Bytes, Vec<Problem>> {
    let input: wire::CrosswalkInput = serde_wasm_bindgen::from_value(input)
        .map_err(|error| vec![problem!("E-TYPE", "records", cause = error.to_string())])?;
    let parts = convert::crosswalk_from(input);
    let crosswalk =
        Crosswalk::new(&parts.sources, parts.description, parts.targets, parts.mappings)?
            .compile_for(&parts.sources, parts.catalogue_sha256)?;
    let conclusion = crosswalk.conclude(&parts.states, parts.remarks)?;
    Ok(wire::Bytes(conclusion.to_bytes(&parts.digest, words)))
}

/// As of every module, but for values that hold bytes, which cross as they are.
fn outcome<T: Serialize>(result: Result<T, Vec<Problem>>) -> Js {
    match result {
        Ok(value) => Ok(serde_wasm_bindgen::to_value(&wire::Done { ok: true, value })?),
        Err(all) => Ok(problems(&all)),
    }
}
