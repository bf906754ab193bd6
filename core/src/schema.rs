//! What a file may hold, for programs that are not this one: JSON Schema and TypeScript.

use crate::assessment;
use crate::record;
use alloc::string::String;
use alloc::vec::Vec;

/// The JSON Schema (draft 2020-12) of an assessment file, as canonical JSON.
pub fn assessment() -> Vec<u8> {
    record::schema(&assessment::SHAPE, "urn:annexa:schema:assessment:1")
}

/// The TypeScript declarations of what an assessment file holds.
pub fn assessment_types() -> String {
    record::types(&[&assessment::SHAPE])
}
