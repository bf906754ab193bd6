//! Catalogues of any size, to show that the cost of an answer does not follow the size.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use super::groups::Linked;
use super::{Attribute, Catalogue, Item, Kind};

/// How many values the attributes have, as in Annex A.
const VALUES: [u8; 5] = [3, 3, 5, 15, 4];

/// Controls that share chapters and attribute values in the proportions of Annex A: each
/// belongs to one chapter and one to two values of each attribute.
pub(super) fn catalogue(questions: u16) -> Catalogue {
    let attributes = VALUES.iter().enumerate().map(|(index, count)| Attribute {
        id: format!("attribute_{index}").into(),
        values: (0..*count).map(|value| format!("v{value}").into()).collect(),
        is_scored: true,
    });
    let chapters = (5..9).take(questions.into());
    let chapters = chapters.map(|n| (format!("A.{n}").into(), format!("theme:{n}").into()));
    Linked {
        id: "synthetic".into(),
        attributes: attributes.collect(),
        chapters: chapters.collect(),
        items: (0..questions).map(item).collect(),
        documents: Vec::new(),
    }
    .complete()
}

fn item(index: u16) -> Item {
    let mut values = Vec::new();
    for (place, count) in (0..).zip(VALUES) {
        let mut its = [index % u16::from(count), (index / 3) % u16::from(count)];
        its.sort_unstable();
        let [first, second] = its.map(|value| (place, value as u8));
        values.push(first);
        if second != first {
            values.push(second);
        }
    }
    Item {
        id: format!("A.{}.{}", 5 + index % 4, index + 1).into(),
        kind: Kind::Control,
        parent: None,
        chapter: Some(index % 4),
        values: values.into(),
        checks: Box::default(),
    }
}
