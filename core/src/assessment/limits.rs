//! How large the parts of an assessment may be.

use super::Document;
use crate::json::{self, FileKind, Limits};
use crate::problem::{Problem, problem};

/// The largest file that is read, in bytes.
pub(crate) const FILE_MAX_BYTES: usize = 16 << 20;
/// The most that the size bounds of the answers and of [`System`](super::System) may add up to,
/// from a file or from an edit, so that what was accepted can be saved and read again; the rest is
/// for the cover.
pub(crate) const ANSWERS_MAX_BYTES: usize = FILE_MAX_BYTES - (256 << 10);
/// The longest note, in bytes.
pub(crate) const NOTE_MAX_BYTES: usize = 64 << 10;
/// The longest short text, in bytes.
pub(crate) const LINE_MAX_BYTES: usize = 2 << 10;
/// The most answers in one file.
pub(crate) const ANSWERS_MAX: usize = 5_000;
/// The most entries in a list inside an answer.
pub(crate) const ENTRIES_MAX: usize = 100;

/// The most risks.
pub(crate) const RISKS_MAX: usize = 5_000;
/// The most actions.
pub(crate) const ACTIONS_MAX: usize = 10_000;
/// The most groups of assets.
pub(crate) const GROUPS_MAX: usize = 1_000;
/// The most obligations.
pub(crate) const OBLIGATIONS_MAX: usize = 1_000;
/// The most controls of one's own.
pub(crate) const OWN_CONTROLS_MAX: usize = 1_000;
/// The most controls that a risk or an action names in one list.
pub(crate) const CONTROLS_MAX: usize = 60;
/// The most groups that a risk names.
pub(crate) const RISK_GROUPS_MAX: usize = 30;
/// The most approvals that a risk keeps.
pub(crate) const APPROVALS_MAX: usize = 40;
/// The most tags of a risk.
pub(crate) const TAGS_MAX: usize = 100;
/// The most items of a catalogue that an entry names in one list.
pub(crate) const ITEMS_MAX: usize = 500;
/// The most entries that an action serves or follows.
pub(crate) const SERVES_MAX: usize = 5_000;
/// The most states of an assessment that are kept.
pub(crate) const SNAPSHOTS_MAX: usize = 120;
/// The most items of which a state is kept: answers, and controls of one's own.
pub(crate) const SNAPSHOT_ITEMS_MAX: usize = ANSWERS_MAX + OWN_CONTROLS_MAX;
/// The most measures that are watched.
pub(crate) const MEASURES_MAX: usize = 100;
/// The most steps of a scale.
pub(crate) const STEPS_MAX: usize = 5;
/// The most levels of risk.
pub(crate) const LEVELS_MAX: usize = 6;
/// The most roles that may accept at a level.
pub(crate) const ROLES_MAX: usize = 20;

/// What is read of a file at most. The largest assessment has fewer than 400,000 values, in seven
/// levels.
pub(crate) const FILE: Limits = Limits {
    what: FileKind::Assessment,
    size_max_bytes: FILE_MAX_BYTES,
    depth_max: 32,
    values_max: 1_100_000,
};

impl Document {
    /// A file that is larger than what is read, for whoever sees its size before its bytes. Of a
    /// stream nobody knows the size.
    pub fn too_large(size_bytes: Option<u64>) -> Problem {
        match size_bytes {
            Some(size) => {
                json::too_large(usize::try_from(size).unwrap_or(usize::MAX), FILE_MAX_BYTES)
            }
            None => problem!("E-TOO-LARGE", "stream", count = FILE_MAX_BYTES),
        }
    }
}

/// An assessment that could not be read back once it is saved.
pub(crate) fn too_large(size_bytes: usize) -> Problem {
    problem!("E-TOO-LARGE", "answers", count = size_bytes, limit = ANSWERS_MAX_BYTES).at("answers")
}
