//! Questions of an assessment in a file of their own, for somebody else to answer.

use alloc::string::String;
use alloc::vec::Vec;

use annexa_core::pack::{Allow, Pack, Pick, split};
use annexa_core::{Id, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::{outcome, wire};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Report;

wire! {
    /// A pack: what it asks, and the file.
    PackView { items: Vec<String>, risks: Vec<String>, file: String, }
}

#[wasm_bindgen]
impl Report {
    /// A pack of the questions of an owner and below headings, with the risks of this owner where
    /// `risks` says so.
    #[expect(clippy::too_many_arguments, reason = "what is picked and what is allowed stay apart")]
    #[wasm_bindgen(js_name = packOf, unchecked_return_type = "Outcome<PackView>")]
    pub fn pack_of(
        &self,
        engine: &Engine,
        owner: &str,
        chapters: Vec<String>,
        items: Vec<String>,
        applicability: bool,
        risks: bool,
        name: &str,
    ) -> JsValue {
        let items: Result<Vec<Id>, _> = items.iter().map(|id| id.parse()).collect();
        let pack = items.map_err(Problems::from).and_then(|items| {
            let (owner, themes, risks_by_id) = (owner.into(), Vec::new(), Vec::new());
            let pick = Pick { owner, chapters, themes, items, risks: risks_by_id };
            split(engine.core().document(), &pick, &Allow { applicability, risks }, name)
        });
        outcome(pack.map(|pack| view(&pack)))
    }
}

fn view(pack: &Pack) -> PackView {
    PackView {
        items: pack.items.iter().map(|id| id.as_str().into()).collect(),
        risks: pack.base_risks.iter().map(|risk| risk.id.as_str().into()).collect(),
        file: String::from_utf8(pack.to_bytes()).unwrap_or_default(),
    }
}
