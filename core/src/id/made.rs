//! Ids that the engine makes.
//!
//! The engine has neither clock nor randomness: an id follows from where an entry was made (the
//! origin, drawn once for each opened copy by whoever holds the engine) and from how many were
//! made there before. So the same steps give the same ids, and two copies never make the same.

use super::Id;
use crate::digest::Sha256;
use crate::join::together;
use crate::json::Writer;
use crate::problem::{Problem, problem, quoted};
use alloc::borrow::ToOwned;
use alloc::string::String;

/// How long an id is that was made: its prefix, a hyphen and ten characters.
pub(crate) const MADE_BYTES: usize = 12;
/// The digits of a made id; none looks like another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// The longest origin.
const ORIGIN_MAX_BYTES: usize = 64;

/// Where entries are made, and how many were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    text: String,
    made: u64,
}

impl Default for Origin {
    /// Where nobody said where.
    fn default() -> Origin {
        Origin { text: "edit".to_owned(), made: 0 }
    }
}

impl Origin {
    /// Where ids are made that a file lacks.
    pub(crate) fn file() -> Origin {
        Origin { text: "file".to_owned(), made: 0 }
    }

    /// Another origin: 1 to 64 printable ASCII characters.
    ///
    /// # Errors
    ///
    /// `E-ORIGIN` for any other text.
    pub(crate) fn new(text: &str) -> Result<Origin, Problem> {
        let is_short = (1..=ORIGIN_MAX_BYTES).contains(&text.len());
        if is_short && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return Ok(Origin { text: text.to_owned(), made: 0 });
        }
        Err(problem!("E-ORIGIN", "text", origin = quoted(text)))
    }

    /// The next id with this prefix that is not taken.
    pub(crate) fn make(&mut self, prefix: &str, is_taken: &mut dyn FnMut(&str) -> bool) -> Id {
        loop {
            self.made += 1;
            let text = made(prefix, &self.text, self.made);
            if !is_taken(&text) {
                return Id(text.into());
            }
        }
    }
}

/// The id with a prefix that an origin gives to its entry of a number.
fn made(prefix: &str, origin: &str, number: u64) -> String {
    let mut hash = Sha256::default();
    let digits = Writer::number(i64::try_from(number).unwrap_or(i64::MAX));
    for part in ["annexa-id-1", "\n", prefix, "\n", origin, "\n", &digits] {
        hash.update(part.as_bytes());
    }
    let mut bits = 0_u64;
    for byte in hash.bytes().iter().take(8) {
        bits = (bits << 8) | u64::from(*byte);
    }
    let mut text = together(&[prefix, "-"]);
    for digit in 0..10 {
        let index = (bits >> (59 - 5 * digit)) & 31;
        text.extend(ALPHABET.get(index as usize).map(|digit| char::from(*digit)));
    }
    text
}
