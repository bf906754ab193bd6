//! The checks ahead of reading: size, encoding, and whether it is JSON at all.

use super::kind;
use crate::problem::Problem;
use alloc::format;

/// What is read, and how much of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// What the file should be, with its article: `an assessment`.
    pub(crate) what: &'static str,
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
            return Err(Problem::new(
                "E-TOO-LARGE",
                "",
                format!("the file has {} bytes, the limit is {}", bytes.len(), self.size_max_bytes),
                "check that this is the right file; move long notes into linked documents",
            ));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Problem::new(
                "E-EMPTY",
                "",
                "the file is empty",
                "choose a file that was saved by Annexa",
            ));
        }
        if let Some(kind) = kind::by_beginning(bytes) {
            return Err(self.another_kind(kind));
        }
        core::str::from_utf8(bytes).map_err(|error| match kind::of_unreadable(bytes) {
            Some(kind) => self.another_kind(kind),
            None => Problem::new(
                "E-ENCODING",
                format!("byte {}", error.valid_up_to()),
                "the file is not UTF-8",
                "save it again as UTF-8",
            ),
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

    fn another_kind(&self, kind: &str) -> Problem {
        Problem::new(
            "E-NOT-JSON",
            "",
            format!("this is {kind}, not {}", self.what),
            "choose the `.json` file that was saved by Annexa",
        )
    }
}
