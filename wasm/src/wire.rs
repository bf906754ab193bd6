//! The records that cross to JavaScript. Their TypeScript declarations are made from here; those of
//! what a file holds are made from the core's declaration, in `www/src/document.ts`.

use alloc::string::String;
use alloc::vec::Vec;
use annexa_core::Response;
use annexa_core::assessment::{Applicability, Implementation};
use annexa_core::catalogue::{Force, Kind, Needed};
use annexa_wasm_shared::wire;

wire! {
    /// The catalogue's questions.
    CatalogueFacts<'c> {
        id: &'c str,
        chapters: Vec<ChapterFacts<'c>>,
        items: Vec<ItemFacts<'c>>,
        attributes: Vec<AttributeFacts<'c>>,
    }
    /// A part that is answered as a whole: a clause, or a theme of controls, with its score's key.
    ChapterFacts<'c> { id: &'c str, force: Force, score: &'c str, items: Vec<&'c str>, }
    /// A requirement or control.
    ItemFacts<'c> {
        id: &'c str,
        kind: Kind,
        force: Force,
        chapter: &'c str,
        amendment: Option<&'c str>,
        documents: Vec<DocumentFacts<'c>>,
        new_in_2022: bool,
        attributes: Vec<AttributeValues<'c>>,
    }
    /// Documented information that a requirement asks for.
    DocumentFacts<'c> { id: &'c str, source: &'c str, needed: Needed, }
    /// The values of one attribute of a control.
    AttributeValues<'c> { attribute: &'c str, values: Vec<&'c str>, }
    /// An attribute with its values.
    AttributeFacts<'c> { id: &'c str, values: Vec<&'c str>, }
    /// What the engine makes of an answer.
    ItemStateView<'c> {
        index: usize,
        id: &'c str,
        implementation: Implementation,
        applicability: Applicability,
        overridden: bool,
        answered: bool,
        has_answer: bool,
    }
    /// A score beside its coverage, in basis points.
    ScoreView<'c> {
        key: &'c str,
        score_bp: Option<u32>,
        coverage_bp: Option<u32>,
        assessed: u32,
        in_scope: u32,
        points_bp: u32,
    }
    /// What a whole answer changed: the packed delta, as `Engine.respond` gives it, and the answer as
    /// a file has it, as JSON; ids and dates are made inside. None where it says nothing.
    SetDelta { packed: Vec<i32>, answer: Option<String>, }
    /// What a loaded file holds that the catalogue does not know.
    Loaded<'d> { unknown: Vec<&'d str>, }
    /// The values of closed sets in the order of the numbers that stand for them.
    Codes {
        implementation: Vec<Implementation>,
        applicability: Vec<Applicability>,
        response: Vec<Response>,
    }
}
