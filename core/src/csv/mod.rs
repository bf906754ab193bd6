//! CSV that a spreadsheet opens without running anything.

use std::fmt::Write;

/// Text that is safe as a cell: a spreadsheet reads it as text and never as a formula.
///
/// A cell whose first character, after any space, starts a formula in some spreadsheet gets
/// an apostrophe in front, which is also given to text that begins with an apostrophe, so
/// that a reader can take exactly one away again. This is the only way text gets into CSV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell(String);

impl Cell {
    /// Makes a cell of any text.
    pub fn new(text: &str) -> Cell {
        let first = text.chars().find(|c| !is_invisible_or_space(*c));
        let starts_formula = first.is_some_and(|c| FORMULA_STARTS.contains(&c));
        let starts_control = text.starts_with(['\t', '\r', '\n']);
        if starts_formula || starts_control || text.starts_with('\'') {
            Cell(format!("'{text}"))
        } else {
            Cell(text.to_owned())
        }
    }

    /// The cell as it is written between the quotes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The characters that begin a formula, with their full-width twins.
const FORMULA_STARTS: [char; 10] =
    ['=', '+', '-', '@', '|', '%', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

fn is_invisible_or_space(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
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
        if text.contains(['"', ',', '\r', '\n', ';']) {
            // Writing to a string does not fail.
            let _ = write!(self.text, "\"{}\"", text.replace('"', "\"\""));
        } else {
            self.text.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests;
