//! What was done in the assessment: taken back, made again, and taken over from the first engine.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use annexa_core::assessment::About;
use annexa_core::engine::{Deed, Turned};
use annexa_core::{Answer, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::{outcome, to_js, wire};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Report;

wire! {
    /// What can be taken back next, and made again next.
    HistoryView { undo: Option<DeedView>, redo: Option<DeedView>, }
    /// What was done: what happened, the member of a file in which it stands, what people call it,
    /// and how many of its kind were changed with it.
    DeedView { did: &'static str, what: &'static str, name: String, count: usize, }
    /// What was taken back or made again, with the answers and entries that are as they were.
    TurnedView { deed: Option<DeedView>, ids: Vec<String>, }
}

#[wasm_bindgen]
impl Report {
    /// What can be taken back next, and made again next.
    #[wasm_bindgen(unchecked_return_type = "HistoryView")]
    pub fn history(&self, engine: &Engine) -> JsValue {
        let core = engine.core();
        to_js(&HistoryView { undo: core.undoable().map(deed), redo: core.redoable().map(deed) })
    }

    /// Takes the last thing back; nothing where nothing was done.
    #[wasm_bindgen(unchecked_return_type = "Outcome<TurnedView>")]
    pub fn undo(&self, engine: &mut Engine) -> JsValue {
        turned(engine.core_mut().undo())
    }

    /// Makes again what was taken back last.
    #[wasm_bindgen(unchecked_return_type = "Outcome<TurnedView>")]
    pub fn redo(&self, engine: &mut Engine) -> JsValue {
        turned(engine.core_mut().redo())
    }

    /// Somebody types into a field: until `typed` what changes there is one thing to take back.
    #[wasm_bindgen(js_name = typeIn)]
    pub fn type_in(&self, engine: &mut Engine, field: &str) {
        engine.core_mut().type_in(field);
    }

    /// The field is left.
    pub fn typed(&self, engine: &mut Engine) {
        engine.core_mut().typed();
    }

    /// Replaces several whole answers, each the JSON of an `AnswerRecord`, in one step: all of them
    /// or none.
    #[wasm_bindgen(js_name = putAnswers, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn put_answers(&mut self, engine: &mut Engine, answers: Vec<String>) -> JsValue {
        let answers: Result<Vec<Answer>, Problems> =
            answers.iter().map(|answer| Answer::from_json(answer.as_bytes())).collect();
        self.changed(answers.and_then(|answers| engine.core_mut().put_answers(answers)))
    }
}

/// Takes over what the first engine did, which knows answers alone: the answer that stood there, as
/// the JSON of an `AnswerRecord`, or nothing. Nothing is changed.
#[wasm_bindgen(js_name = recallAnswer, unchecked_return_type = "Outcome<undefined>")]
pub fn recall_answer(engine: &mut Engine, id: &str, former: Option<String>) -> JsValue {
    let former = former.map(|json| Answer::from_json(json.as_bytes())).transpose();
    outcome(former.and_then(|former| Ok(engine.core_mut().recall_answer(id, former)?)))
}

/// The same for what the assessment was about, the JSON of an `AboutRecord`.
#[wasm_bindgen(js_name = recallAbout, unchecked_return_type = "Outcome<undefined>")]
pub fn recall_about(engine: &mut Engine, former: &str) -> JsValue {
    let former = About::from_json(former.as_bytes());
    outcome(former.map(|former| engine.core_mut().recall_about(former)))
}

fn turned(turned: Option<Turned>) -> JsValue {
    let view = match turned {
        Some(Turned { deed: done, ids }) => TurnedView { deed: Some(deed(&done)), ids },
        None => TurnedView { deed: None, ids: Vec::new() },
    };
    outcome(Ok(view))
}

fn deed(deed: &Deed) -> DeedView {
    DeedView {
        did: deed.did.word(),
        what: deed.what,
        name: deed.name.to_string(),
        count: deed.count,
    }
}
