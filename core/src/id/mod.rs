//! Ids as the field writes them: `6.1.2`, `6.1.2 d) 2)`, `A.5.1`.

mod made;

use alloc::boxed::Box;
use core::fmt;
use core::str::FromStr;

use crate::problem::{Problem, problem, quoted};

pub(crate) use made::{MADE_BYTES, Origin};

/// The id of a clause, a lettered item or a control.
///
/// Any short ASCII id is accepted, so that a document can keep answers to items that this
/// catalogue does not know. Look-alike characters, zero-width characters and the like are
/// refused, because two ids that look the same must be the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(
    // INVARIANT: 1 to 64 of the characters that `is_id_byte` lets through,
    // no space at either end.
    Box<str>,
);

impl Id {
    /// The id's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands where an id was missing or wrong in a file that is refused; no id of a file
    /// is empty.
    pub(crate) fn blank() -> Id {
        Id("".into())
    }

    /// Whether it stands where an id was missing or wrong.
    pub(crate) fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this is the id of an Annex A control.
    pub fn is_control(&self) -> bool {
        self.0.starts_with("A.")
    }
}

impl FromStr for Id {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Id, Problem> {
        let well_formed = (1..=64).contains(&text.len())
            && text.bytes().all(is_id_byte)
            && !text.starts_with(' ')
            && !text.ends_with(' ');
        if well_formed {
            Ok(Id(text.into()))
        } else {
            Err(problem!("E-ID", "item", id = quoted(text)))
        }
    }
}

impl alloc::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b' ' | b'(' | b')')
}

#[cfg(test)]
mod tests;
