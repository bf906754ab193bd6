//! Why a file is not written although the system would let us. What it says stands in the words of
//! `E-WRITE`.

use std::{
    error, fmt,
    io::{self, ErrorKind},
};

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

impl Refused {
    /// The reason, where an error has one.
    pub(crate) fn of(error: &io::Error) -> Option<Refused> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> io::Error {
        let kind = match refused {
            Refused::Special => ErrorKind::InvalidInput,
            Refused::Owner => ErrorKind::PermissionDenied,
            Refused::Swept => ErrorKind::Other,
        };
        io::Error::new(kind, refused)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refused::Special => "special",
            Refused::Owner => "owner",
            Refused::Swept => "swept",
        })
    }
}

impl error::Error for Refused {}
