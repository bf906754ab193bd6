//! The one shape of an answer that may be a refusal.

use annexa_core::json::Writer;
use annexa_core::words::Value;
use annexa_core::{Problem, Problems};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Wire, member};

#[wasm_bindgen(typescript_custom_section)]
const DECLARATION: &str = r#"
/** What can fail and never throws: what is refused changes nothing. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: ProblemData[] };

/** What is wrong with an input, as data; the page has the sentences of its language. */
export interface ProblemData {
  /** A stable code. */
  code: string;
  /** Which of the code's sentences fits; empty where it has one. */
  case: string;
  /** Where it is. */
  place: string;
  /** What the sentences name. */
  values: [string, ProblemValue][];
}

/** A value that a problem's sentences name: a text, a number, names in order, a value of a closed set. */
export type ProblemValue = string | number | string[] | { set: string; word: string };
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(text: &str) -> JsValue;
}

/// A value as JavaScript has it.
pub fn to_js(value: &dyn Wire) -> JsValue {
    let mut writer = Writer::compact();
    value.write(&mut writer);
    parse(&writer.into_text())
}

/// A result as `{ ok: true, value } | { ok: false, problems }`.
pub fn outcome<T: Wire>(result: Result<T, Problems>) -> JsValue {
    match result {
        Ok(value) => to_js(&Done(&value)),
        Err(all) => problems(&all.0),
    }
}

/// A refusal as `{ ok: false, problems }`.
pub fn problems(all: &[Problem]) -> JsValue {
    to_js(&Failed(all))
}

struct Done<'v>(&'v dyn Wire);

impl Wire for Done<'_> {
    fn write(&self, w: &mut Writer) {
        w.object(|w| {
            member(w, "ok", &true);
            member(w, "value", self.0);
        });
    }
}

struct Failed<'p>(&'p [Problem]);

impl Wire for Failed<'_> {
    fn write(&self, w: &mut Writer) {
        w.object(|w| {
            member(w, "ok", &false);
            w.member("problems");
            w.list(|w| {
                for problem in self.0 {
                    w.entry();
                    write_problem(w, problem);
                }
            });
        });
    }
}

fn write_problem(w: &mut Writer, problem: &Problem) {
    w.object(|w| {
        member(w, "code", &problem.code);
        member(w, "case", &problem.case);
        member(w, "place", &problem.place);
        w.member("values");
        w.list(|w| {
            for (name, value) in &problem.values {
                w.entry();
                w.list(|w| {
                    w.entry();
                    w.value_text(name);
                    w.entry();
                    write_value(w, value);
                });
            }
        });
    });
}

fn write_value(w: &mut Writer, value: &Value) {
    match value {
        Value::Int(number) => w.value_int(*number),
        Value::Ids(names) => names.write(w),
        Value::Word { set, word } => w.object(|w| {
            member(w, "set", set);
            member(w, "word", word);
        }),
        Value::Text(text) => w.value_text(text),
        Value::Date(date) => w.value_text(&date.text()),
        Value::Share(share_bp) => write_number(w, (*share_bp).into(), " bp"),
        Value::Tenths(tenths) => {
            write_number(w, i64::try_from(*tenths).unwrap_or(i64::MAX), " tenths");
        }
    }
}

fn write_number(w: &mut Writer, number: i64, unit: &str) {
    let mut text = Writer::number(number);
    text.push_str(unit);
    w.value_text(&text);
}
