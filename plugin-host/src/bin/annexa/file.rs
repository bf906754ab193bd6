//! Writes a file as a whole: its name holds the old bytes or the new ones, whenever the program or
//! the machine stops.
//!
//! ```text
//!  bytes -> unfinished file beside the target -> owner and mode -> disk -> rename -> folder to disk
//! ```

use crate::failure::Failure;
use rustix::io::Errno;
use std::{
    fs::{self, File, Metadata},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
};

mod refused;
mod unfinished;

pub(crate) use refused::Refused;

/// As many links in a row as Linux follows.
const LINKS_MAX: usize = 40;

/// Writes a file, or the file that a link leads to. Without `force` nothing is ever replaced.
pub(crate) fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    write(path, bytes, force).map_err(|cause| Failure::unwritten(path, &cause))
}

fn write(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    let target = target(path)?;
    let old = old(&target, force)?;
    let folder = folder(&target);
    unfinished::sweep(folder);
    let mut file = unfinished::make(folder, old.is_none())?;
    file.write_all(bytes)?;
    if let Some(old) = &old {
        keep(file.as_file(), old)?;
    }
    file.as_file().sync_all()?;
    // Whatever fails up to here takes the unfinished file away.
    let renamed = if force { file.persist(&target) } else { file.persist_noclobber(&target) };
    renamed.map_err(|failed| failed.error)?;
    sync(folder)
}

/// The file that a name stands for, at the end of all links; it need not exist.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..LINKS_MAX {
        match fs::read_link(&target) {
            Ok(link) => target = folder(&target).join(link),
            // No link, or nothing at all.
            Err(cause) if matches!(cause.kind(), ErrorKind::InvalidInput | ErrorKind::NotFound) => {
                return Ok(target);
            }
            Err(cause) => return Err(cause),
        }
    }
    Err(Errno::LOOP.into())
}

/// The file that stands there already and may be replaced.
fn old(target: &Path, force: bool) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(target) {
        Ok(old) if old.is_dir() => Err(Errno::ISDIR.into()),
        Ok(old) if !old.is_file() => Err(Refused::Special.into()),
        Ok(old) if force => Ok(Some(old)),
        Ok(_) => Err(Errno::EXIST.into()),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// The folder in which a name stands.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Gives the new file the owner and the mode of the old one.
#[cfg(unix)]
fn keep(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        fchown(file, Some(old.uid()), Some(old.gid())).map_err(|_| Refused::Owner)?;
    }
    file.set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn keep(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

/// A rename is on the disk when its folder is.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    match synced.as_ref().map_err(io::Error::kind) {
        // A folder that may be written and not read, and file systems without this call.
        Err(ErrorKind::PermissionDenied | ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            Ok(())
        }
        _ => synced,
    }
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
