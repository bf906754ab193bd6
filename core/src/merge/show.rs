//! What came of a merge for people and spreadsheets.

use alloc::string::String;
use alloc::vec::Vec;

use super::choice::Take;
use super::conflict::Side;
use super::path;
use super::{Merged, Versions};
use crate::assessment::Register;
use crate::csv::CsvWriter;

impl Merged<'_> {
    /// Conflicts, notes and what fits, as a table for spreadsheets.
    pub fn to_csv(&self) -> Vec<u8> {
        let columns =
            ["what", "path", "kind", "by", "other", "take", "base", "ours", "theirs", "suggestion"];
        let mut csv = CsvWriter::new(&columns);
        for it in &self.conflicts {
            let side = |side| it.text(side).unwrap_or_default();
            csv.row([
                "conflict",
                &it.path,
                it.kind.word(),
                "",
                "",
                it.taken.map_or("", Take::word),
                &side(Side::Both),
                &side(Side::Ours),
                &side(Side::Theirs),
                it.suggestion.as_deref().unwrap_or_default(),
            ]);
        }
        for it in &self.notes {
            let other = it.other.as_deref().unwrap_or_default();
            csv.row(["note", &it.path, it.kind.word(), "", other, "", "", "", "", ""]);
        }
        for it in &self.changes {
            csv.row(["change", &it.path, it.kind.word(), it.by.word(), "", "", "", "", "", ""]);
        }
        csv.finish()
    }
}

impl Versions<'_> {
    /// The label of the entry in which a path stands; nothing where it has none.
    pub fn label(&self, path: &str) -> Option<String> {
        let mut parts = path.split('/');
        let (member, id) = (parts.next()?, path::part(parts.next()?));
        let register = Register::ALL.iter().find(|register| register.name() == member)?;
        let label = [self.ours, self.theirs].into_iter().find_map(|side| {
            let names = side.system().names(*register);
            let own = names.into_iter().find(|(known, _)| known.as_str() == id);
            own.map(|(_, label)| String::from(label))
        });
        label.filter(|label| !label.is_empty())
    }
}
