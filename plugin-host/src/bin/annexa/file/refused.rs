//! Why a file is not written although the system would let us. What it says stands in the words of
//! `E-WRITE`.

use std::io::{self, ErrorKind};

/// A reason of our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is a pipe, a device or a socket, not a file.
    Special,
    /// It belongs to somebody else and would become ours.
    Owner,
    /// Other programs take every unfinished file away.
    Swept,
}

/// The reasons with the words by which an error of the system carries them.
const WORDS: [(&str, Refused); 3] =
    [("special", Refused::Special), ("owner", Refused::Owner), ("swept", Refused::Swept)];

impl Refused {
    /// The reason, where an error has one.
    pub(crate) fn of(error: &io::Error) -> Option<Refused> {
        let carried = error.get_ref()?.to_string();
        WORDS.iter().find(|(word, _)| *word == carried).map(|(_, refused)| *refused)
    }
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> io::Error {
        let kind = match refused {
            Refused::Special => ErrorKind::InvalidInput,
            Refused::Owner => ErrorKind::PermissionDenied,
            Refused::Swept => ErrorKind::Other,
        };
        let word = WORDS.iter().find(|(_, it)| *it == refused).map_or("", |(word, _)| word);
        io::Error::new(kind, word)
    }
}
