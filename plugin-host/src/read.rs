//! Reads a file that somebody named: whole or not at all, and without waiting for a writer that
//! never comes.

use std::{
    fs::{File, Metadata},
    io::{self, Read},
    path::Path,
};

/// Why a file was not read.
#[derive(Debug)]
pub enum Unread {
    /// The system does not give it.
    Io(io::Error),
    /// It is a pipe that nothing writes to.
    NobodyWrites,
    /// It is larger than asked for; its size in bytes where that is known, which for a stream it
    /// is not.
    TooLarge(Option<u64>),
}

/// Reads a file of at most so many bytes. A pipe counts as a file when something writes to it.
///
/// # Errors
///
/// What the system says, or that the file is too large.
pub fn read_file(path: &Path, max_bytes: u64) -> Result<Vec<u8>, Unread> {
    let file = open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() && metadata.len() > max_bytes {
        return Err(Unread::TooLarge(Some(metadata.len())));
    }
    let bytes = read_stream(&file, max_bytes)?;
    if bytes.is_empty() && is_pipe(&metadata) {
        return Err(Unread::NobodyWrites);
    }
    Ok(bytes)
}

/// Reads a stream to its end, and one byte beyond the limit at most.
///
/// # Errors
///
/// What the system says, or that there is more.
pub fn read_stream(stream: impl Read, max_bytes: u64) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let found = stream.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    match u64::try_from(found) {
        Ok(found) if found <= max_bytes => Ok(bytes),
        _ => Err(Unread::TooLarge(None)),
    }
}

impl From<io::Error> for Unread {
    fn from(cause: io::Error) -> Unread {
        Unread::Io(cause)
    }
}

/// Opens a pipe without a writer at once instead of waiting for one. Reading waits as ever: a pipe
/// without a writer is at its end, and one with a writer has more to come.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = File::options().read(true).custom_flags(flags).open(path)?;
    fcntl_setfl(&file, fcntl_getfl(&file)?.difference(OFlags::NONBLOCK))?;
    Ok(file)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(unix)]
fn is_pipe(metadata: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    metadata.file_type().is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_: &Metadata) -> bool {
    false
}
