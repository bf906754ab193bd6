//! The one shape of an answer that may be a refusal.

use annexa_core::Problem;
use serde::{Serialize, Serializer};
use tsify::Tsify;
use wasm_bindgen::{JsError, JsValue};

/// What an exported function returns. An error here is a fault of the binding, not of the
/// input.
pub type Js = Result<JsValue, JsError>;

/// What can fail and never throws.
#[derive(Debug, Serialize, Tsify)]
#[serde(untagged)]
pub enum Outcome<T> {
    /// It worked.
    Done {
        /// Always true.
        #[tsify(type = "true")]
        ok: bool,
        /// The result.
        value: T,
    },
    /// It did not; nothing has changed.
    Failed {
        /// Always false.
        #[tsify(type = "false")]
        ok: bool,
        /// All that is wrong.
        problems: Vec<ProblemView>,
    },
}

/// Bytes that cross as a `Uint8Array`.
#[derive(Debug)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

/// What is wrong with an input.
#[derive(Debug, Serialize, Tsify)]
pub struct ProblemView {
    /// A stable code.
    pub code: String,
    /// Where it is.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

/// Problems of the core for the page.
pub fn problems(all: &[Problem]) -> Vec<ProblemView> {
    let view = |it: &Problem| ProblemView {
        code: it.code.to_owned(),
        place: it.place.clone(),
        message: it.message.clone(),
        fix: it.fix.clone(),
    };
    all.iter().map(view).collect()
}

/// A result as `{ ok: true, value } | { ok: false, problems }`.
///
/// # Errors
///
/// Only if the value cannot be represented in JavaScript, which none of ours does.
pub fn outcome<T: Serialize>(result: Result<T, Vec<ProblemView>>) -> Js {
    to_js(&match result {
        Ok(value) => Outcome::Done { ok: true, value },
        Err(problems) => Outcome::Failed { ok: false, problems },
    })
}

/// A value as a JavaScript object.
///
/// # Errors
///
/// As [`outcome`].
pub fn to_js(value: &impl Serialize) -> Js {
    serde_wasm_bindgen::to_value(value).map_err(JsError::from)
}
