//! Tables with aligned columns that keep within the terminal.

use crate::{
    say::Say as _,
    show::{BOLD, PLAIN, line, paint},
};
use annexa_core::words::Words;
use anstyle::Style;
use std::io::{IsTerminal as _, stdout};
use terminal_size::{Width, terminal_size_of};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Where no terminal says how wide it is.
const WIDTH: usize = 100;
/// A narrower column of words is hard to read.
const WORDS_MIN: usize = 18;
const BETWEEN: &str = "  ";
/// Before words below a row.
const INDENT: &str = "    ";

/// A column: the key of its title, and how it stands.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    /// Text that stays on one line.
    Left(&'static str),
    /// Numbers.
    Right(&'static str),
    /// Words that are broken into lines where the terminal is too narrow.
    Words(&'static str),
}

/// Rows under columns.
pub(crate) struct Table {
    columns: Vec<Column>,
    titles: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    cells: Vec<(String, Style)>,
    /// Words below the row, as wide as the table.
    below: Vec<(String, Style)>,
}

/// A text that is a cell; what acts on a terminal is written out.
pub(crate) fn cell(text: impl AsRef<str>) -> (String, Style) {
    (line(text.as_ref()), PLAIN)
}

impl Table {
    /// A table without rows. The titles are words of `of`: `gaps.id` for the column `id` of gaps.
    pub(crate) fn new(words: &Words, of: &str, columns: &[Column]) -> Table {
        let titles =
            columns.iter().map(|column| line(&words.say(&format!("{of}.{}", column.key()))));
        Table { columns: columns.to_vec(), titles: titles.collect(), rows: Vec::new() }
    }

    /// Adds a row; cells are safe texts with a style.
    pub(crate) fn row<const N: usize>(&mut self, cells: [(String, Style); N]) {
        self.rows.push(Row { cells: cells.into(), below: Vec::new() });
    }

    /// Puts words below the last row, on lines of their own.
    pub(crate) fn below(&mut self, words: &str, style: Style) {
        if let Some(row) = self.rows.last_mut().filter(|_| !words.is_empty()) {
            row.below.push((line(words), style));
        }
    }

    /// The table as wide as the terminal lets it be.
    pub(crate) fn show(&self) -> String {
        self.show_within(width())
    }

    fn show_within(&self, width_max: usize) -> String {
        let titles: Vec<(String, Style)> =
            self.titles.iter().map(|title| (title.clone(), BOLD)).collect();
        let widths = self.widths(width_max);
        let mut text = String::new();
        self.push_row(&mut text, &titles, &widths);
        for row in &self.rows {
            self.push_row(&mut text, &row.cells, &widths);
            let width = width_max.saturating_sub(INDENT.len()).max(WORDS_MIN);
            for (words, style) in &row.below {
                // Wide spaces set parts apart; breaking the words into lines takes them out.
                let fits = words.width() <= width;
                let lines = if fits { vec![words.clone()] } else { wrap(words, width) };
                for line in lines {
                    text.push_str(&format!("{INDENT}{}\n", styled(*style, &line)));
                }
            }
        }
        text
    }

    /// The width of each column. Where all do not fit, columns of words share what is left.
    fn widths(&self, width_max: usize) -> Vec<usize> {
        let natural = self.titles.iter().enumerate().map(|(index, title)| {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(index));
            cells.map(|(text, _)| text.width()).fold(title.width(), usize::max)
        });
        let mut widths: Vec<usize> = natural.collect();
        let gaps = BETWEEN.len() * self.columns.len().saturating_sub(1);
        loop {
            let total = gaps + widths.iter().sum::<usize>();
            let columns = self.columns.iter().zip(&mut widths);
            let widest = columns
                .filter(|(column, width)| matches!(column, Column::Words(_)) && **width > WORDS_MIN)
                .max_by_key(|(_, width)| **width);
            match widest {
                Some((_, width)) if total > width_max => *width -= 1,
                _ => return widths,
            }
        }
    }

    fn push_row(&self, text: &mut String, row: &[(String, Style)], widths: &[usize]) {
        let cells: Vec<Vec<String>> = row
            .iter()
            .zip(&self.columns)
            .zip(widths)
            .map(|(((cell, _), column), width)| match column {
                Column::Words(_) => wrap(cell, *width),
                Column::Left(_) | Column::Right(_) => vec![cell.clone()],
            })
            .collect();
        for index in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut shown = String::new();
            let mut open = 0;
            for (((lines, (_, style)), column), width) in
                cells.iter().zip(row).zip(&self.columns).zip(widths)
            {
                let part = lines.get(index).map_or("", String::as_str);
                let missing = width.saturating_sub(part.width());
                let before = if matches!(column, Column::Right(_)) { missing } else { 0 };
                shown.push_str(&" ".repeat(if part.is_empty() { 0 } else { open + before }));
                if part.is_empty() {
                    open += width;
                } else {
                    shown.push_str(&styled(*style, part));
                    open = missing - before;
                }
                open += BETWEEN.len();
            }
            text.push_str(&shown);
            text.push('\n');
        }
    }
}

impl Column {
    fn key(self) -> &'static str {
        let (Column::Left(key) | Column::Right(key) | Column::Words(key)) = self;
        key
    }
}

fn styled(style: Style, text: &str) -> String {
    if style == PLAIN { text.to_owned() } else { paint(style, text) }
}

/// How wide standard output is.
pub(crate) fn width() -> usize {
    let terminal = terminal_size_of(stdout()).filter(|_| stdout().is_terminal());
    terminal.map_or(WIDTH, |(Width(width), _)| usize::from(width))
}

/// Breaks a text at its spaces into lines; a word that is too long is broken itself.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in text.split_whitespace() {
        if !current.is_empty() && current.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut current));
        }
        if !current.is_empty() {
            current.push(' ');
        }
        for character in word.chars() {
            if !current.is_empty() && current.width() + character.width().unwrap_or(0) > width {
                lines.push(std::mem::take(&mut current));
            }
            current.push(character);
        }
    }
    lines.push(current);
    lines
}

#[cfg(test)]
mod tests;
