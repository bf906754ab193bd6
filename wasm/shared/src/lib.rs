//! How values and problems cross to JavaScript: what the modules of the page share.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

pub mod declare;
#[cfg(feature = "whole")]
mod file;
mod heap;
mod outcome;
mod runtime;
mod value;
#[cfg(feature = "whole")]
mod words;

pub use annexa_core::json::Writer;
pub use declare::{Name, Text};
#[cfg(feature = "whole")]
pub use file::file;
pub use heap::Heap;
pub use outcome::{outcome, problems, to_js};
pub use value::{Typed, Wire, member};
pub use wasm_bindgen;
#[cfg(feature = "whole")]
pub use words::words;

declare::wire_words! {
    /// How far something is in place.
    Implementation = annexa_core::assessment::Implementation;
    /// Whether an item belongs to the management system.
    Applicability = annexa_core::assessment::Applicability;
    /// The answer to a question.
    Response = annexa_core::Response;
    /// What an item is.
    Kind = annexa_core::catalogue::Kind;
    /// Whether a text binds or advises.
    Force = annexa_core::catalogue::Force;
    /// Who needs a document, and from when.
    Needed = annexa_core::catalogue::Needed;
}

#[cfg(feature = "whole")]
declare::wire_words! {
    /// How grave a lint is.
    Severity = annexa_core::lint::Severity;
    /// How sources relate to a target.
    Relation = annexa_core::crosswalk::Relation;
    /// What a judgement rests on.
    Basis = annexa_core::crosswalk::Basis;
}

#[cfg(test)]
mod tests;
