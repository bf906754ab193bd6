//! The types that cross to JavaScript. Their TypeScript declarations are made from here; those of
//! what a file holds are made from the core's declaration, in `www/src/document.ts`.

use annexa_core as core;
use annexa_wasm_shared::{Applicability, Implementation, mirror};
use js_sys::Int32Array;
use serde::Serialize;
use tsify::Tsify;

mirror! {
    /// The answer to a question.
    Response = core::Response { Yes, Partly, No, NotApplicable, Unknown }
    /// Whether a text binds or advises.
    Force = core::catalogue::Force { Requirement, Guidance }
}

/// Defines wire structs: public fields, camel case, declarations for TypeScript.
macro_rules! wire {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Tsify)]
        #[serde(rename_all = "camelCase")]
        pub(crate) struct $name {
            $($(#[$field_meta])* #[doc = stringify!($field)] pub(crate) $field: $type,)*
        }
    )+};
}

wire! {
    /// The catalogue's questions.
    #[derive(Serialize)]
    CatalogueFacts {
        id: String,
        chapters: Vec<ChapterFacts>,
        items: Vec<ItemFacts>,
        attributes: Vec<AttributeFacts>,
    }
    /// A part that is answered as a whole: a clause, or a theme of controls, with its score's key.
    #[derive(Serialize)]
    ChapterFacts { id: String, force: Force, score: String, items: Vec<String>, }
    /// A requirement or control.
    #[derive(Serialize)]
    ItemFacts {
        id: String,
        kind: ItemKind,
        force: Force,
        chapter: String,
        #[tsify(optional)]
        amendment: Option<AmendmentForce>,
        documents: Vec<DocumentFacts>,
        new_in_2022: bool,
        attributes: Vec<AttributeValues>,
    }
    /// Documented information that a requirement asks for.
    #[derive(Serialize)]
    DocumentFacts { id: String, source: String, needed: NeededFrom, }
    /// The values of one attribute of a control.
    #[derive(Serialize)]
    AttributeValues { attribute: String, values: Vec<String>, }
    /// An attribute with its values.
    #[derive(Serialize)]
    AttributeFacts { id: String, values: Vec<String>, }
    /// What the engine makes of an answer.
    #[derive(Serialize)]
    ItemStateView {
        index: usize,
        id: String,
        implementation: Implementation,
        applicability: Applicability,
        overridden: bool,
    }
    /// A score beside its coverage, in basis points.
    #[derive(Serialize)]
    ScoreView {
        key: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[tsify(optional)]
        score_bp: Option<u32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[tsify(optional)]
        coverage_bp: Option<u32>,
        assessed: u32,
        in_scope: u32,
        points_bp: u32,
    }
    /// What a loaded file holds that the catalogue does not know.
    #[derive(Serialize)]
    Loaded { unknown: Vec<String>, }
    /// The values of closed sets in the order of the numbers that stand for them.
    #[derive(Serialize)]
    Codes {
        implementation: Vec<Implementation>,
        applicability: Vec<Applicability>,
        response: Vec<Response>,
    }
    /// The state of one item as a plugin sees it.
    #[derive(Serialize)]
    FindingRecord {
        id: String,
        applicability: Applicability,
        implementation: Implementation,
        #[tsify(optional)]
        maturity: Option<u8>,
    }
}

/// What a whole answer changed: the packed delta, and the answer as a file has it, as JSON; ids
/// and dates are made inside.
#[derive(Debug, Serialize, Tsify)]
pub(crate) struct SetDelta {
    /// The packed delta, as `Engine.respond` gives it.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Int32Array")]
    pub(crate) packed: Int32Array,
    /// The answer; none where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    pub(crate) answer: Option<String>,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ItemKind {
    /// A clause requirement.
    Requirement,
    /// An Annex A control.
    Control,
}

/// Who needs a document, and from when.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NeededFrom {
    /// Looked for at stage 1 of a certification audit.
    Stage1,
    /// Looked for at stage 2.
    Stage2,
    /// Only if the organization determines that it needs it.
    Organization,
}

/// What an amendment's sentence is.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AmendmentForce {
    /// A requirement.
    Requirement,
    /// A note.
    Note,
}
