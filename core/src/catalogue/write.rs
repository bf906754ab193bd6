//! A catalogue as canonical JSON, and the digest of its facts.

use super::{Catalogue, Item, file};
use crate::json::Writer;
use alloc::string::String;
use alloc::vec::Vec;

impl Catalogue {
    /// The canonical JSON bytes, in the format that [`Catalogue::from_bytes`] reads.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.object(|w| self.write(w));
        writer.finish()
    }

    /// The SHA-256 of the canonical bytes without white space. It stands for the facts, whatever language their
    /// words are in, and results name it.
    pub fn digest(&self) -> String {
        Writer::digest(|w| self.write(w))
    }

    fn write(&self, w: &mut Writer) {
        w.text("format", file::FORMAT);
        w.int("version", file::VERSION);
        w.text("id", &self.id);
        w.member_list("attributes", |w| self.write_attributes(w));
        w.member_list("chapters", |w| {
            for chapter in &self.chapters {
                w.entry_object(|w| {
                    w.text("id", &chapter.id);
                    w.text("group", self.score_id(chapter.score));
                });
            }
        });
        w.member_list("items", |w| {
            for item in &self.items {
                w.entry_object(|w| self.write_item(w, item));
            }
        });
        w.member_list("documents", |w| {
            for document in &self.documents {
                w.entry_object(|w| {
                    w.text("id", &document.id);
                    w.text("source", self.id_at(document.source()));
                    w.text("needed_from", document.needed.word());
                });
            }
        });
    }

    fn write_attributes(&self, w: &mut Writer) {
        for attribute in &self.attributes {
            w.entry_object(|w| {
                w.text("id", &attribute.id);
                w.member_list("values", |w| {
                    attribute.values().for_each(|value| w.entry_text(value));
                });
                if !attribute.is_scored {
                    w.bool("scored", false);
                }
            });
        }
    }

    fn write_item(&self, w: &mut Writer, item: &Item) {
        w.text("id", &item.id);
        w.text("kind", item.kind.word());
        if let Some(chapter) = item.chapter().and_then(|chapter| self.chapters.get(chapter)) {
            w.text("chapter", &chapter.id);
        }
        if let Some(parent) = item.parent().and_then(|parent| self.items.get(parent)) {
            w.text("parent", &parent.id);
        }
        if !item.checks.is_empty() {
            w.member_list("checks", |w| item.checks().for_each(|check| w.entry_text(check)));
        }
        if item.values.is_empty() {
            return;
        }
        w.member_object("attributes", |w| {
            for (index, attribute) in self.attributes.iter().enumerate() {
                let mut values = self.values(item, index).peekable();
                if values.peek().is_some() {
                    w.member_list(&attribute.id, |w| values.for_each(|value| w.entry_text(value)));
                }
            }
        });
    }
}
