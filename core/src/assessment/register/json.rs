//! Entries and criteria by themselves, as JSON.

use alloc::vec::Vec;

use super::{Criteria, Entry, Register};
use crate::assessment::limits::FILE;
use crate::assessment::papers::Paper;
use crate::assessment::{read, write};
use crate::json::Reader;
use crate::problem::Problems;
use crate::record::{patch, read_record};

impl Entry {
    /// Reads one entry of a register.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn from_json(register: Register, bytes: &[u8]) -> Result<Entry, Problems> {
        Reader::whole(bytes, FILE, |reader| {
            let mut entry = register.blank();
            read_record(reader, entry.record_mut())?;
            Ok(entry)
        })
    }

    /// The same entry with some members of it replaced; `null` empties one.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn patched(&self, bytes: &[u8]) -> Result<Entry, Problems> {
        Reader::whole(bytes, FILE, |reader| {
            let mut entry = self.clone();
            patch(reader, entry.record_mut())?;
            Ok(entry)
        })
    }

    /// The entry as a file has it in its register.
    pub fn to_json(&self) -> Vec<u8> {
        write::single(self.record()).into_bytes()
    }
}

impl Paper {
    /// Reads one document as an entry of a file's `documents`.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn from_json(bytes: &[u8]) -> Result<Paper, Problems> {
        read::single(bytes)
    }
}

impl Criteria {
    /// Reads what a file has under `criteria`.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn from_json(bytes: &[u8]) -> Result<Criteria, Problems> {
        let criteria: Criteria = read::single(bytes)?;
        let problems = criteria.problems();
        if problems.is_empty() { Ok(criteria) } else { Err(Problems(problems)) }
    }

    /// The criteria as a file has them under `criteria`.
    pub fn to_json(&self) -> Vec<u8> {
        write::single(self).into_bytes()
    }
}
