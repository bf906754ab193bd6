//! Catalogues of any size, to show that the cost of an answer does not follow the size.

use super::builtin;
use super::item::{Item, Kind, Theme};
use super::{Attribute, Catalogue};

/// Controls that share themes and attribute values in the proportions of Annex A: each
/// belongs to one theme and one to two values of each attribute.
pub(super) fn catalogue(questions: usize) -> Catalogue {
    let items = (0..questions).map(item).collect();
    Catalogue::new("synthetic", "Synthetic catalogue", items, &[])
}

fn item(index: usize) -> Item {
    let theme = Theme::ALL.iter().cycle().nth(index % 4).copied();
    let attributes = Attribute::ALL.map(|attribute| {
        let count = builtin::attribute(attribute).values.len();
        1_u16 << (index % count) | 1 << ((index / 3) % count)
    });
    Item {
        id: format!("A.{}.{}", 5 + index % 4, index + 1).into(),
        kind: Kind::Control,
        title: format!("Control {}", index + 1).into(),
        theme,
        new_in_2022: false,
        attributes,
        documented_information: Vec::new(),
        amendment: None,
        texts: None,
    }
}
