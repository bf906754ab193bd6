//! Catalogues of any size, to show that the cost of an answer does not follow the size.

use alloc::boxed::Box;
use alloc::format;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use super::assemble::{Draft, DraftItem, Faults};
use super::{Attribute, Catalogue, Kind};

/// How many values the attributes have, as in Annex A.
const VALUES: [usize; 5] = [3, 3, 5, 15, 4];

/// Controls that share chapters and attribute values in the proportions of Annex A: each
/// belongs to one chapter and one to two values of each attribute.
pub(super) fn catalogue(questions: usize) -> Arc<Catalogue> {
    let attributes = VALUES.iter().enumerate().map(|(index, count)| Attribute {
        id: attribute(index),
        values: (0..*count).map(|value| format!("v{value}").into()).collect(),
        is_scored: true,
    });
    let chapters = (5..9).take(questions);
    let chapters = chapters.map(|n| (format!("A.{n}").into(), format!("theme:{n}").into()));
    let draft = Draft {
        id: "synthetic".into(),
        attributes: attributes.collect(),
        chapters: chapters.collect(),
        items: (0..questions).map(item).collect(),
        documents: Vec::new(),
    };
    Arc::new(draft.assemble(&mut Faults::default()))
}

fn attribute(index: usize) -> Box<str> {
    format!("attribute_{index}").into()
}

fn item(index: usize) -> DraftItem {
    let values = VALUES.iter().enumerate().map(|(place, count)| {
        let (first, second) = (index % count, (index / 3) % count);
        let mut words = vec![format!("v{first}").into()];
        if second != first {
            words.push(format!("v{second}").into());
        }
        (attribute(place), words)
    });
    DraftItem {
        id: format!("A.{}.{}", 5 + index % 4, index + 1).into(),
        kind: Kind::Control,
        chapter: Some(format!("A.{}", 5 + index % 4).into()),
        parent: None,
        attributes: values.collect(),
        checks: Vec::new(),
    }
}
