//! The built-in catalogue, out of the table that the build writes from its file.

use super::group::Attribute;
use super::groups::Linked;
use super::item::{DocumentedInformation, Item};
use super::{Catalogue, Kind, Needed};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// ISO/IEC 27001:2022. `core/build/table.rs` says what stands where.
pub(super) fn catalogue() -> Catalogue {
    let mut table = Table {
        texts: include_str!(concat!(env!("OUT_DIR"), "/catalogue.texts")),
        numbers: include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.numbers")),
    };
    let table = &mut table;
    Linked {
        id: table.text(),
        attributes: table.list(|table| Attribute {
            id: table.text(),
            values: table.list(Table::text).into(),
            is_scored: table.number() != 0,
        }),
        chapters: table.list(|table| (table.text(), table.text())),
        items: (0..table.number()).map(|index| item(table, index)).collect(),
        documents: table.list(|table| DocumentedInformation {
            id: table.text(),
            source: table.number(),
            question: table.number(),
            needed: value(Needed::WORDS, table.number()).unwrap_or(Needed::Organization),
        }),
    }
    .complete()
}

fn item(table: &mut Table, index: u16) -> Item {
    Item {
        id: table.text(),
        kind: value(Kind::WORDS, table.number()).unwrap_or(Kind::Heading),
        parent: Some(table.number()).filter(|back| *back > 0).map(|back| index - back),
        chapter: table.number().checked_sub(1),
        values: table.list(|table| (table.number() as u8, table.number() as u8)).into(),
        checks: Box::default(),
    }
}

/// The value at a place of its set.
fn value<T: Copy>(words: &[(&str, T)], place: u16) -> Option<T> {
    words.get(usize::from(place)).map(|(_, value)| *value)
}

/// Texts by line, and numbers of seven bits a byte, both in the order in which they are asked for.
struct Table {
    texts: &'static str,
    numbers: &'static [u8],
}

impl Table {
    fn text(&mut self) -> Box<str> {
        let end = self.texts.bytes().take_while(|byte| *byte != b'\n').count();
        let text = self.texts.get(..end).unwrap_or_default();
        self.texts = self.texts.get(end + 1..).unwrap_or_default();
        text.into()
    }

    fn number(&mut self) -> u16 {
        let (mut number, mut shift) = (0, 0);
        while let [byte, rest @ ..] = self.numbers {
            self.numbers = rest;
            number |= u16::from(byte & 127) << shift;
            shift += 7;
            if *byte < 128 {
                break;
            }
        }
        number
    }

    /// As many as the next number says.
    fn list<T>(&mut self, each: impl Fn(&mut Table) -> T) -> Vec<T> {
        (0..self.number()).map(|_| each(self)).collect()
    }
}
