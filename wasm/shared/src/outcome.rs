//! The one shape of an answer that may be a refusal.

use annexa_core::{Problem, words::Value};
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
        problems: Vec<ProblemData>,
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

/// What is wrong with an input, as data; the page has the sentences of its language.
#[derive(Debug, Serialize, Tsify)]
pub struct ProblemData {
    /// A stable code.
    pub code: &'static str,
    /// Which of the code's sentences fits; empty where it has one.
    pub case: &'static str,
    /// Where it is.
    pub place: String,
    /// What the sentences name.
    pub values: Vec<(&'static str, ProblemValue)>,
}

/// A value that a problem's sentences name.
#[derive(Debug, Serialize, Tsify)]
#[serde(untagged)]
pub enum ProblemValue {
    /// A text, shown as it is.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Names, in order.
    List(Vec<String>),
    /// A value of a closed set.
    Word {
        /// The set.
        set: &'static str,
        /// The value.
        word: &'static str,
    },
}

impl From<&Value> for ProblemValue {
    fn from(value: &Value) -> ProblemValue {
        match value {
            Value::Int(number) => ProblemValue::Number(*number),
            Value::Ids(names) => ProblemValue::List(names.clone()),
            Value::Word { set, word } => ProblemValue::Word { set, word },
            Value::Text(_) | Value::Date(_) | Value::Share(_) | Value::Tenths(_) => {
                ProblemValue::Text(value.to_string())
            }
        }
    }
}

/// Problems of the core for the page.
pub fn problems(all: &[Problem]) -> Vec<ProblemData> {
    let data = |it: &Problem| ProblemData {
        code: it.code,
        case: it.case,
        place: it.place.clone(),
        values: it.values.iter().map(|(name, value)| (*name, value.into())).collect(),
    };
    all.iter().map(data).collect()
}

/// A result as `{ ok: true, value } | { ok: false, problems }`.
///
/// # Errors
///
/// Only if the value cannot be represented in JavaScript, which none of ours does.
pub fn outcome<T: Serialize>(result: Result<T, Vec<ProblemData>>) -> Js {
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
