//! CSV that a spreadsheet opens without running anything.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use annexa_vocabulary::is_hidden;

/// Text that is safe as a cell: a spreadsheet reads it as text and never as a formula, whichever
/// separator it is told to split at.
///
/// Quotes protect a cell from the separator that the file is written for. For a spreadsheet that
/// splits at `;` or at tabs they stand within a line and protect nothing, so every place after a
/// separator or a line feed is the start of a cell. A start whose first visible character begins
/// a formula in some spreadsheet gets an apostrophe in front. So does one that has an apostrophe
/// already, so that a reader can take exactly one away again. This is the only way text gets into
/// CSV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell(String);

impl Cell {
    /// Makes a cell of any text.
    pub fn new(text: &str) -> Cell {
        // Some spreadsheets drop white space at the beginning, and with it a separator.
        let mut guarded = if text.starts_with(['\t', '\r', '\n']) { "'" } else { "" }.to_owned();
        for start in text.split_inclusive(SEPARATORS) {
            let first = start.chars().find(|c| !is_passed_over(*c));
            let is_formula = first.is_some_and(|c| FORMULA_STARTS.contains(&c));
            if is_formula || start.starts_with('\'') {
                guarded.push('\'');
            }
            guarded.push_str(start);
        }
        Cell(guarded)
    }

    /// The cell as it is written between the quotes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The characters that begin a formula, with their full-width twins.
const FORMULA_STARTS: [char; 10] =
    ['=', '+', '-', '@', '|', '%', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// What begins a cell in one spreadsheet or another.
const SEPARATORS: [char; 5] = [',', ';', '\t', '\r', '\n'];

/// What a spreadsheet, or the eye, passes over before the first character of a cell: space, what
/// cannot be seen, and the quotes around it.
fn is_passed_over(character: char) -> bool {
    character.is_whitespace() || is_hidden(character) || character == '"'
}

/// Several texts in one cell. A separator or a backslash within a text has a backslash before it,
/// so that `a;b` and the two texts `a` and `b` differ.
pub fn joined<T: AsRef<str>>(texts: impl IntoIterator<Item = T>, separator: &str) -> String {
    let mut cell = String::new();
    for (index, text) in texts.into_iter().enumerate() {
        if index > 0 {
            cell.push_str(separator);
        }
        for character in text.as_ref().chars() {
            if character == '\\' || character == ';' {
                cell.push('\\');
            }
            cell.push(character);
        }
    }
    cell
}

/// Writes rows with `,` between cells and a line feed at their ends.
#[derive(Debug, Default)]
pub struct CsvWriter {
    text: String,
}

impl CsvWriter {
    /// A table with its header row.
    pub fn new(columns: &[&str]) -> CsvWriter {
        let mut writer = CsvWriter::default();
        writer.row(columns.iter().copied());
        writer
    }

    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.cell(&Cell::new(cell));
        }
        self.text.push('\n');
    }

    /// The bytes of the table.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn cell(&mut self, cell: &Cell) {
        let text = cell.as_str();
        if text.contains('"') || text.contains(SEPARATORS) {
            // Writing to a string does not fail.
            let _ = write!(self.text, "\"{}\"", text.replace('"', "\"\""));
        } else {
            self.text.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests;
