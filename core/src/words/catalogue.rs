//! The words for a catalogue, which holds none itself.

use alloc::vec::Vec;

use super::{Entry, ItemWords, Words, joined};
use crate::catalogue::{Catalogue, Group};

impl Words {
    /// The framework's name; its id where no language has one.
    pub fn framework<'w>(&'w self, catalogue: &'w Catalogue) -> &'w str {
        self.label("catalogue", catalogue.id())
    }

    /// The words of an item. A part has the title of what it is a part of. Words of another
    /// catalogue are not shown, since its ids may mean something else.
    pub fn item_of<'w>(&'w self, catalogue: &'w Catalogue, index: usize) -> ItemWords<'w> {
        let (id, item) = (catalogue.id_at(index), catalogue.items().get(index));
        let entry = |field| self.find_of(catalogue, &joined(&["item", id, field]));
        let text = |field| entry(field).and_then(Entry::text).unwrap_or_default();
        let list = |field| entry(field).map_or_else(Vec::new, Entry::list);
        let mut title = id;
        let mut above = item;
        while let Some(it) = above {
            let key = joined(&["item", it.id(), "title"]);
            if let Some(text) = self.find_of(catalogue, &key).and_then(Entry::text) {
                title = text;
                break;
            }
            above = it.parent().and_then(|parent| catalogue.items().get(parent));
        }
        ItemWords {
            title,
            question: text("question"),
            purpose: text("purpose"),
            good: text("good"),
            guidance: list("guidance"),
            evidence: list("evidence"),
            amendment: text("amendment"),
        }
    }

    /// The title of an item, as [`Words::item_of`] has it.
    pub fn title_of<'w>(&'w self, catalogue: &'w Catalogue, index: usize) -> &'w str {
        self.item_of(catalogue, index).title
    }

    /// The name of a group; without one the last part of its id.
    pub fn group_of<'w>(&'w self, catalogue: &Catalogue, group: &'w Group) -> &'w str {
        self.value_of(catalogue, group.id())
    }

    /// The name of an attribute's value, by the id of its group.
    pub fn value_of<'w>(&'w self, catalogue: &Catalogue, group: &'w str) -> &'w str {
        let last = || group.split_once(':').map_or(group, |(_, word)| word);
        self.text_of(catalogue, &["label", "group", group]).unwrap_or_else(last)
    }

    /// The name of an attribute.
    pub fn attribute_of<'w>(&'w self, catalogue: &Catalogue, id: &'w str) -> &'w str {
        self.text_of(catalogue, &["label", "group_kind", id]).unwrap_or(id)
    }

    /// The title of a document, and a remark or nothing.
    pub fn document_of<'w>(&'w self, catalogue: &Catalogue, id: &'w str) -> (&'w str, &'w str) {
        let text = |field: &str| self.text_of(catalogue, &["document", id, field]);
        (text("title").unwrap_or(id), text("note").unwrap_or_default())
    }

    fn text_of(&self, catalogue: &Catalogue, key: &[&str]) -> Option<&str> {
        self.find_of(catalogue, &joined(key)).and_then(Entry::text)
    }

    /// An entry of the words that speak of a catalogue. Those of another one are passed over, even
    /// where an id is the same in both.
    fn find_of(&self, catalogue: &Catalogue, key: &str) -> Option<&Entry> {
        let own = || self.own(key).filter(|_| self.speaks_of(catalogue));
        own().or_else(|| self.base.as_ref()?.find_of(catalogue, key))
    }

    /// Whether these words are about a catalogue: they name it, or they name none and stand before
    /// some that do. English is about the facts that are carried along, not about others under the
    /// same id.
    fn speaks_of(&self, catalogue: &Catalogue) -> bool {
        let names_it = || self.own(&joined(&["label", "catalogue", catalogue.id()])).is_some();
        let Some(base) = &self.base else {
            return names_it() && !catalogue.is_other();
        };
        if names_it() {
            return true;
        }
        let names_any = self.entries.iter().any(|(key, _)| key.starts_with("label.catalogue."));
        !names_any && base.speaks_of(catalogue)
    }
}
