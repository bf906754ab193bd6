//! The catalogue: what there is to assess, and the words that explain it.

mod attribute;
mod builtin;
mod item;
mod synthetic;

use std::sync::{Arc, OnceLock};

use annexa_vocabulary::crosswalk::Sources;

pub use attribute::{Attribute, AttributeValue};
pub use item::{Amendment, DocumentedInformation, Force, Item, Kind, Stage, Texts, Theme};

/// The items of one framework in the framework's order.
///
/// The built-in one is ISO/IEC 27001:2022 with Amendment 1:2024: 41 clause ids (11 headings
/// and 30 requirements), 120 lettered items and 93 controls.
#[derive(Debug)]
pub struct Catalogue {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) items: Vec<Item>,
    /// Indexes into `items`, sorted by id, to find an item without a hash table.
    by_id: Vec<u16>,
    pub(crate) documents: &'static [DocumentedInformation],
}

impl Catalogue {
    /// ISO/IEC 27001:2022 with Amendment 1:2024, and the attributes of ISO/IEC 27002:2022.
    pub fn iso27001_2022() -> Arc<Catalogue> {
        static BUILTIN: OnceLock<Arc<Catalogue>> = OnceLock::new();
        Arc::clone(BUILTIN.get_or_init(|| Arc::new(builtin::catalogue())))
    }

    /// A catalogue of `questions` controls without meaning, to measure how cost grows.
    /// At most 10 000.
    pub fn synthetic(questions: usize) -> Arc<Catalogue> {
        Arc::new(synthetic::catalogue(questions.min(10_000)))
    }

    /// The framework's id, which documents name: `iso27001-2022`.
    pub fn id(&self) -> &str {
        self.id
    }

    /// The framework's name for people.
    pub fn title(&self) -> &str {
        self.title
    }

    /// Every item: headings, requirements, lettered items, controls.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The items that carry a question at the standard depth, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.is_assessed())
    }

    /// Documented information that the standard asks for or lets the organization determine.
    pub fn documents(&self) -> &'static [DocumentedInformation] {
        self.documents
    }

    /// Finds an item by id.
    pub fn find(&self, id: &str) -> Option<&Item> {
        self.index_of(id).and_then(|index| self.items.get(index))
    }

    /// The place of an item in [`Catalogue::items`].
    pub(crate) fn index_of(&self, id: &str) -> Option<usize> {
        let name = |index: u16| self.items.get(usize::from(index)).map_or("", |item| item.id());
        let found = self.by_id.binary_search_by(|index| name(*index).cmp(id)).ok()?;
        self.by_id.get(found).map(|index| usize::from(*index))
    }

    fn new(
        id: &'static str,
        title: &'static str,
        items: Vec<Item>,
        documents: &'static [DocumentedInformation],
    ) -> Catalogue {
        let mut by_id: Vec<(&str, u16)> =
            items.iter().zip(0..).map(|(item, index)| (item.id(), index)).collect();
        by_id.sort_unstable();
        let by_id = by_id.into_iter().map(|(_, index)| index).collect();
        Catalogue { id, title, items, by_id, documents }
    }
}

/// What a crosswalk maps from.
impl Sources for Catalogue {
    fn framework(&self) -> &str {
        self.id()
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        let index = self.index_of(id)?;
        self.items.get(index).filter(|item| item.is_assessed()).map(|_| index)
    }
}

#[cfg(test)]
mod tests;
