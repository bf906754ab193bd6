//! Answers to ids that the catalogue does not know: kept in the file, counted nowhere, and never
//! passed over in silence.

use crate::{
    output::Done,
    show::{FAIR, count, paint},
};
use annexa_core::Engine;

/// One line for people, or nothing.
pub(super) fn line(engine: &Engine) -> String {
    note(engine).map(|(words, ids)| format!("{}: {ids}\n", paint(FAIR, &words))).unwrap_or_default()
}

/// A table for spreadsheets, which has no room for a note: it goes to standard error.
pub(super) fn csv(engine: &Engine, bytes: Vec<u8>) -> Done {
    let note = note(engine).map(|(words, ids)| format!("{words}: {ids}"));
    Done { note, ..Done::bytes(bytes) }
}

fn note(engine: &Engine) -> Option<(String, String)> {
    let ids: Vec<&str> = engine.document().unknown_ids().map(|id| id.as_str()).collect();
    let words = format!("{}, kept and not counted", count(ids.len(), "unknown id"));
    (!ids.is_empty()).then(|| (words, ids.join(", ")))
}
