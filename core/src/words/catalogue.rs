//! The words for a catalogue, which holds none itself.

use super::{ItemWords, Words};
use crate::catalogue::{Catalogue, Group};

impl Words {
    /// The framework's name; its id where no language has one.
    pub fn framework<'w>(&'w self, catalogue: &'w Catalogue) -> &'w str {
        self.label("catalogue", catalogue.id())
    }

    /// The words of an item. A part has the title of what it is a part of, and a catalogue
    /// that the language does not name has ids only, since its ids may mean something else.
    pub fn item_of<'w>(&'w self, catalogue: &'w Catalogue, index: usize) -> ItemWords<'w> {
        let (id, item) = (catalogue.id_at(index), catalogue.items().get(index));
        if !self.names(catalogue) {
            return ItemWords { title: id, ..ItemWords::default() };
        }
        let mut words = self.item(id);
        let mut above = item;
        while let Some(it) = above {
            if self.title(it.id()) != it.id() {
                words.title = self.title(it.id());
                break;
            }
            above = it.parent().and_then(|parent| catalogue.items().get(parent));
        }
        words
    }

    /// The title of an item, as [`Words::item_of`] has it.
    pub fn title_of<'w>(&'w self, catalogue: &'w Catalogue, index: usize) -> &'w str {
        self.item_of(catalogue, index).title
    }

    /// The name of a group; without one the last part of its id.
    pub fn group<'w>(&'w self, group: &'w Group) -> &'w str {
        self.value_of(group.id())
    }

    /// The name of an attribute's value, by the id of its group.
    pub fn value_of<'w>(&'w self, group: &'w str) -> &'w str {
        let label = self.label("group", group);
        let last = || group.split_once(':').map_or(group, |(_, word)| word);
        if label == group { last() } else { label }
    }

    /// The name of an attribute.
    pub fn attribute<'w>(&'w self, id: &'w str) -> &'w str {
        self.label("group_kind", id)
    }

    /// The title of a document, and a remark or nothing.
    pub fn document<'w>(&'w self, id: &'w str) -> (&'w str, &'w str) {
        let text = |field: &str| self.text(&super::joined(&["document", id, field]));
        (text("title").unwrap_or(id), text("note").unwrap_or_default())
    }

    /// Whether the words know the catalogue.
    fn names(&self, catalogue: &Catalogue) -> bool {
        self.language_of(&super::joined(&["label", "catalogue", catalogue.id()])).is_some()
    }
}
