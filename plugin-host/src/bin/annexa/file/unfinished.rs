//! Files that are not whole yet. What a killed run leaves behind bears a name that says so, stands
//! in nobody's way, and is removed by the next run.
//!
//! A lock tells the unfinished file of a running program from one that nobody will finish: the
//! system takes it back when the program ends, however it ends.

use super::Refused;
use std::{
    fs::{self, File},
    io,
    path::Path,
};
use tempfile::{Builder, NamedTempFile};

/// The names: `.annexa-` + 12 letters and digits + `.part`, short whatever the target is called.
const PREFIX: &str = ".annexa-";
const SUFFIX: &str = ".part";
const RANDOM_LENGTH: usize = 12;

/// How often a sweep of another run may be unlucky enough to take the new file away.
const TRIES_MAX: usize = 8;

/// Makes a file under a name of its own. Nobody else may read it, unless it is to become a new
/// file: that has the mode which the system gives to new files.
pub(super) fn make(folder: &Path, is_new: bool) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(RANDOM_LENGTH);
    #[cfg(unix)]
    if is_new {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    for _ in 0..TRIES_MAX {
        let file = builder.tempfile_in(folder)?;
        match file.as_file().try_lock() {
            Ok(()) if is_there(file.as_file())? => return Ok(file),
            // File systems without locks do without the sweep.
            Err(fs::TryLockError::Error(_)) => return Ok(file),
            _ => {}
        }
    }
    Err(Refused::Swept.into())
}

/// Removes the files that killed runs left in a folder. What cannot be removed does no harm.
pub(super) fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_str().is_some_and(is_ours)) {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let Some(file) = File::open(entry.path()).ok().filter(|_| is_file) else { continue };
        // The lock is held until the file is gone, so that nobody takes it up in between.
        if file.try_lock().is_ok() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_ours(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|random| {
        random.len() == RANDOM_LENGTH && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Whether the file still has its name.
#[cfg(unix)]
fn is_there(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    Ok(file.metadata()?.nlink() > 0)
}

#[cfg(not(unix))]
fn is_there(_: &File) -> io::Result<bool> {
    Ok(true)
}
