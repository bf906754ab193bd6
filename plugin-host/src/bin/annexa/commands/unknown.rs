//! Answers to ids that the catalogue does not know: kept in the file, counted nowhere, and never
//! passed over in silence.

use crate::{
    output::Done,
    say::{Say as _, int},
    show::{FAIR, line as safe, paint},
};
use annexa_core::{Engine, words::Words};

/// One line for people, or nothing.
pub(super) fn line(engine: &Engine, words: &Words) -> String {
    note(engine, words, |unknown| paint(FAIR, unknown)).map(|it| it + "\n").unwrap_or_default()
}

/// A table for spreadsheets, which has no room for a note: it goes to standard error.
pub(super) fn csv(engine: &Engine, words: &Words, bytes: Vec<u8>) -> Done {
    Done { note: note(engine, words, str::to_owned), ..Done::bytes(bytes) }
}

fn note(engine: &Engine, words: &Words, show: fn(&str) -> String) -> Option<String> {
    let ids: Vec<&str> = engine.document().unknown_ids().map(|id| id.as_str()).collect();
    let unknown = safe(&words.say_with("unknown", &[("count", int(ids.len()))]));
    let values = [("unknown", show(&unknown).into()), ("ids", ids.join(", ").into())];
    (!ids.is_empty()).then(|| words.say_with("unknownIds", &values))
}
