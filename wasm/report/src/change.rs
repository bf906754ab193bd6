//! Changing the registers: each command is checked whole.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use annexa_core::assessment::{Entry, Register};
use annexa_core::engine::Done;
use annexa_core::problem::{problem, quoted};
use annexa_core::{Id, Problem, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::outcome;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Report, wire};

#[wasm_bindgen]
impl Report {
    /// Puts an entry, the JSON of its record, into the register that a file has under this name: in
    /// the place of the one with the same id, or as a new one with an id and a label of its own.
    #[wasm_bindgen(js_name = putEntry, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn put_entry(&mut self, engine: &mut Engine, register: &str, record: &str) -> JsValue {
        let entry = known(register)
            .map_err(Problems::from)
            .and_then(|register| Entry::from_json(register, record.as_bytes()));
        self.changed(entry.and_then(|entry| engine.core_mut().put_entry(entry)))
    }

    /// Changes some members of an entry: JSON with those that change, `null` for one that is emptied.
    #[wasm_bindgen(js_name = patchEntry, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn patch_entry(
        &mut self,
        engine: &mut Engine,
        register: &str,
        id: &str,
        members: &str,
    ) -> JsValue {
        let register = known(register).map_err(Problems::from);
        self.changed(
            register.and_then(|register| {
                engine.core_mut().patch_entry(register, id, members.as_bytes())
            }),
        )
    }

    /// Deletes an entry; with `cascade` what refers to it is changed in the same step.
    #[wasm_bindgen(js_name = deleteEntry, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn delete_entry(
        &mut self,
        engine: &mut Engine,
        register: &str,
        id: &str,
        cascade: bool,
    ) -> JsValue {
        let register = known(register).map_err(Problems::from);
        self.changed(
            register.and_then(|register| engine.core_mut().delete_entry(register, id, cascade)),
        )
    }
}

impl Report {
    /// Tells what a command did; the engine keeps what takes it back.
    pub(crate) fn changed(&self, done: Result<Done, Problems>) -> JsValue {
        outcome(done.map(|Done { ids, dropped, .. }| wire::ChangedView {
            ids: texts(&ids),
            dropped: texts(&dropped),
        }))
    }
}

/// The register that a file has under this name.
fn known(name: &str) -> Result<Register, Problem> {
    let found = Register::ALL.iter().find(|register| register.name() == name);
    found.copied().ok_or_else(|| {
        let words: Vec<String> = Register::ALL.iter().map(|it| it.name().to_string()).collect();
        problem!("E-VALUE", "word", word = quoted(name), words = words).at("register")
    })
}

fn texts(ids: &[Id]) -> Vec<String> {
    ids.iter().map(Id::to_string).collect()
}
