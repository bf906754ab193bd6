//! Questions of an assessment in a file of their own, for somebody else to answer.

use alloc::string::String;
use alloc::sync::Arc;
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
    /// A pack that somebody answers: its name, what it asks, how many risks are in it, whether it
    /// asks if controls apply, whether the assessment is the one that was opened from it, and the
    /// assessment that it opens as.
    OpenedPackView {
        name: String,
        items: Vec<String>,
        risks: usize,
        applicability: bool,
        here: bool,
        file: String,
    }
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

    /// A pack as whoever answers it sees it.
    #[wasm_bindgen(js_name = openPack, unchecked_return_type = "Outcome<OpenedPackView>")]
    pub fn open_pack(&self, engine: &Engine, bytes: &[u8]) -> JsValue {
        let document = engine.core().document();
        outcome(Pack::from_bytes(bytes).and_then(|pack| {
            let opened = pack.opened(Arc::clone(document.catalogue()))?;
            Ok(OpenedPackView {
                items: ids(&pack.items),
                risks: pack.base_risks.len(),
                applicability: pack.allow.applicability,
                here: pack.is_opened_in(document),
                file: text(opened.to_bytes()),
                name: pack.name,
            })
        }))
    }

    /// The file of a pack with the answers of the assessment that was opened from it.
    #[wasm_bindgen(js_name = answeredPack, unchecked_return_type = "Outcome<string>")]
    pub fn answered_pack(&self, engine: &Engine, bytes: &[u8]) -> JsValue {
        let document = engine.core().document();
        outcome(Pack::from_bytes(bytes).map(|pack| text(pack.answered(document).to_bytes())))
    }
}

fn view(pack: &Pack) -> PackView {
    PackView {
        items: ids(&pack.items),
        risks: pack.base_risks.iter().map(|risk| risk.id.as_str().into()).collect(),
        file: text(pack.to_bytes()),
    }
}

fn ids(ids: &[Id]) -> Vec<String> {
    ids.iter().map(|id| id.as_str().into()).collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}
