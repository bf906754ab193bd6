//! The checks ahead of reading: size, encoding, and whether it is JSON at all.

use super::kind;
use super::words::FileKind;
use super::write::Writer;
use crate::join::together;
use crate::problem::{Problem, problem};

/// What is read, and how much of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// What the file should be.
    pub(crate) what: FileKind,
    /// The largest file, in bytes.
    pub(crate) size_max_bytes: usize,
    /// How deep values may nest.
    pub(crate) depth_max: usize,
    /// The most values in one file: members, entries and what holds them.
    pub(crate) values_max: usize,
}

impl Limits {
    /// The text of a file, without a byte order mark.
    pub(super) fn text<'a>(&self, bytes: &'a [u8]) -> Result<&'a str, Problem> {
        if bytes.len() > self.size_max_bytes {
            return Err(too_large(bytes.len(), self.size_max_bytes));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(problem!("E-EMPTY", "file"));
        }
        if let Some(kind) = kind::by_beginning(bytes) {
            return Err(self.another_kind(kind));
        }
        core::str::from_utf8(bytes).map_err(|error| match kind::of_unreadable(bytes) {
            Some(kind) => self.another_kind(kind),
            None => {
                problem!("E-ENCODING").at(together(&["byte ", &Writer::count(error.valid_up_to())]))
            }
        })
    }

    /// What to say of a text that is no JSON: that it is something else, where that is plain,
    /// and the syntax problem otherwise.
    pub(super) fn no_json(&self, text: &str, syntax: Problem) -> Problem {
        match kind::of_unreadable(text.as_bytes()) {
            Some(kind) => self.another_kind(kind),
            None => syntax,
        }
    }

    fn another_kind(&self, found: FileKind) -> Problem {
        problem!("E-NOT-JSON", found = found, wanted = self.what)
    }
}

/// A file with more bytes than are read.
pub(crate) fn too_large(size_bytes: usize, limit_bytes: usize) -> Problem {
    problem!("E-TOO-LARGE", "file", count = size_bytes, limit = limit_bytes)
}
