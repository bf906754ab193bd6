//! What a file may hold and what a program may print, for programs that are not this one: JSON
//! Schema and TypeScript.

use crate::record::{self, Top};
use crate::{assessment, catalogue, report};
use alloc::string::String;
use alloc::vec::Vec;

const ASSESSMENT: Top = Top { format: None, around: None, own: &assessment::SHAPE };
const CATALOGUE: Top = Top { format: None, around: None, own: &catalogue::SHAPE };

/// The names of everything that has a schema: files that are read, then what is printed.
pub fn names() -> impl Iterator<Item = &'static str> {
    tops().map(|(name, _)| name)
}

/// The JSON Schema (draft 2020-12) of what has this name, as canonical JSON.
pub fn named(name: &str) -> Option<Vec<u8>> {
    let found = tops().find(|(known, _)| *known == name);
    found.map(|(name, top)| record::schema(top, name))
}

/// The JSON Schema (draft 2020-12) of an assessment file, as canonical JSON.
pub fn assessment() -> Vec<u8> {
    record::schema(&ASSESSMENT, "assessment")
}

/// The TypeScript declarations of what an assessment file holds.
pub fn assessment_types() -> String {
    record::types(&[&assessment::SHAPE])
}

fn tops() -> impl Iterator<Item = (&'static str, &'static Top)> {
    let files = [("assessment", &ASSESSMENT), ("catalogue", &CATALOGUE)];
    files.into_iter().chain(report::TOPS.iter().map(|(name, top)| (*name, top)))
}
