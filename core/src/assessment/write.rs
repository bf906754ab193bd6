//! Writing an assessment as canonical JSON. Defaults are left out.

use super::about::About;
use super::answer::Answer;
use super::document::Document;
use super::file::{FORMAT, VERSION};
use crate::catalogue::Catalogue;
use crate::json::Writer;
use crate::record::{Record, write_members};
use alloc::string::String;
use alloc::vec::Vec;

/// The file's bytes.
pub(super) fn bytes(document: &Document) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.object(|w| members(w, document));
    writer.finish()
}

/// The SHA-256 of the canonical text without white space.
pub(super) fn digest(document: &Document) -> String {
    Writer::digest(|w| members(w, document))
}

/// The same without the states that were kept: what a state is known by.
#[cfg(feature = "whole")]
pub(super) fn digest_without_kept(document: &Document) -> String {
    let mut bare = document.clone();
    bare.system.snapshots.clear();
    digest(&bare)
}

fn members(w: &mut Writer, document: &Document) {
    head(w, document.catalogue(), document.lineage.as_ref().map(|id| id.as_str()));
    if document.about != About::default() {
        w.member_object("about", |w| write_members(w, &document.about));
    }
    document.system.write(w);
    w.member_list("answers", |w| {
        for answer in document.answers() {
            w.entry_object(|w| write_members(w, answer));
        }
    });
}

fn head(w: &mut Writer, catalogue: &Catalogue, lineage: Option<&str>) {
    w.text("format", FORMAT);
    w.int("version", VERSION);
    w.text("catalogue", catalogue.id());
    if let Some(lineage) = lineage {
        w.text("lineage", lineage);
    }
}

#[cfg(feature = "whole")]
impl Document {
    /// Writes what a file says of itself.
    pub(crate) fn write_head(w: &mut Writer, catalogue: &Catalogue, lineage: Option<&str>) {
        head(w, catalogue, lineage);
    }
}

impl Answer {
    /// The answer as an entry of a file's `answers`.
    pub fn to_json(&self) -> String {
        single(self)
    }
}

impl About {
    /// The cover as a file has it under `about`.
    pub fn to_json(&self) -> String {
        single(self)
    }
}

pub(super) fn single(record: &dyn Record) -> String {
    let mut writer = Writer::default();
    writer.object(|w| write_members(w, record));
    let mut text = writer.into_text();
    text.push('\n');
    text
}
