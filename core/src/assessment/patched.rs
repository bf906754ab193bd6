//! Records that stand once in a file, changed in part.

use super::context::Context;
use super::limits::FILE;
use super::statement::ScopeParts;
use crate::json::Reader;
use crate::problem::Problems;
use crate::record::{Record, patch};

impl Context {
    /// The same answers with some of them replaced: JSON with those that change, `null` for one
    /// that is taken back.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn patched(&self, bytes: &[u8]) -> Result<Context, Problems> {
        patched(self, bytes)
    }
}

impl ScopeParts {
    /// The same parts with some of them replaced; `null` empties one.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn patched(&self, bytes: &[u8]) -> Result<ScopeParts, Problems> {
        patched(self, bytes)
    }
}

fn patched<R: Record + Clone>(record: &R, bytes: &[u8]) -> Result<R, Problems> {
    Reader::whole(bytes, FILE, |reader| {
        let mut record = record.clone();
        patch(reader, &mut record)?;
        Ok(record)
    })
}
