//! Files for the person.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Blob, BlobPropertyBag};

#[wasm_bindgen]
extern "C" {
    /// A list of one view: bytes that are passed to JavaScript are not copied, so the view holds
    /// until the memory grows.
    #[wasm_bindgen(js_namespace = Array, js_name = of)]
    fn view_of(bytes: &[u8]) -> Array;
}

/// A file of this kind. The browser copies the bytes once, out of the module's own memory.
///
/// # Errors
///
/// Where the browser makes no file, its own reason.
pub fn file(bytes: &[u8], kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // Nothing may come between these two that makes the memory grow.
    Blob::new_with_u8_array_sequence_and_options(&view_of(bytes), &options)
}
