//! The catalogue with its words, as canonical JSON and as tables.

use crate::catalogue::{Catalogue, DocumentedInformation, Item, Kind};
use crate::csv::{CsvWriter, joined};
use crate::json::Writer;
use crate::words::Words;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// Items with their words as canonical JSON; `items` are places in the catalogue.
pub fn items_json(catalogue: &Catalogue, words: &Words, items: &[usize]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.object(|w| {
        w.text("format", "annexa-items");
        w.int("version", 1);
        w.text("catalogue", catalogue.id());
        w.text("catalogue_sha256", &catalogue.digest());
        w.text("title", words.framework(catalogue));
        w.member_list("items", |w| {
            for index in items {
                if let Some(item) = catalogue.items().get(*index) {
                    w.entry_object(|w| item_json(w, catalogue, words, *index, item));
                }
            }
        });
    });
    writer.finish()
}

fn item_json(w: &mut Writer, catalogue: &Catalogue, words: &Words, index: usize, item: &Item) {
    w.text("id", item.id());
    w.text("kind", item.kind().word());
    w.text("force", item.force().word());
    w.text("title", words.title_of(catalogue, index));
    if let Some(parent) = item.parent().and_then(|parent| catalogue.items().get(parent)) {
        w.text("parent", parent.id());
    }
    w.text_unless_empty("theme", theme(catalogue, item));
    for (place, attribute) in catalogue.attributes().iter().enumerate() {
        let mut values = catalogue.values(item, place).peekable();
        if values.peek().is_some() {
            w.member_list(attribute.id(), |w| values.for_each(|value| w.entry_text(value)));
        }
    }
    let mut documents = documents_of(catalogue, index).peekable();
    if documents.peek().is_some() {
        w.member_list("documents", |w| {
            documents.for_each(|it| w.entry_object(|w| document(w, catalogue, words, it)));
        });
    }
    let it = words.item_of(catalogue, index);
    w.text_unless_empty("amendment", it.amendment);
    if !it.question.is_empty() {
        w.text("question", it.question);
        w.text("purpose", it.purpose);
        w.text("good", it.good);
        w.member_list("guidance", |w| it.guidance.iter().for_each(|text| w.entry_text(text)));
        w.member_list("evidence", |w| it.evidence.iter().for_each(|text| w.entry_text(text)));
    }
}

/// Items with their questions as CSV: a column for each attribute that has scores.
pub fn items_csv(catalogue: &Catalogue, words: &Words, items: &[usize]) -> Vec<u8> {
    let scored = || catalogue.attributes().iter().enumerate().filter(|(_, it)| it.is_scored());
    let mut columns = vec!["id", "kind", "title", "theme"];
    columns.extend(scored().map(|(_, attribute)| attribute.id()));
    columns.push("question");
    let mut csv = CsvWriter::new(&columns);
    for index in items {
        let Some(item) = catalogue.items().get(*index) else { continue };
        let values = scored().map(|(place, _)| joined(catalogue.values(item, place), ";"));
        let values: Vec<String> = values.collect();
        let first = [
            item.id(),
            item.kind().word(),
            words.title_of(catalogue, *index),
            theme(catalogue, item),
        ];
        let question = words.item_of(catalogue, *index).question;
        let values = values.iter().map(String::as_str);
        csv.row(first.into_iter().chain(values).chain([question]));
    }
    csv.finish()
}

/// The documents that a catalogue names, as canonical JSON.
pub fn documents_json(catalogue: &Catalogue, words: &Words) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.object(|w| {
        w.text("format", "annexa-documents");
        w.int("version", 1);
        w.text("catalogue", catalogue.id());
        w.text("catalogue_sha256", &catalogue.digest());
        w.text("title", words.framework(catalogue));
        w.member_list("documents", |w| {
            for it in catalogue.documents() {
                w.entry_object(|w| document(w, catalogue, words, it));
            }
        });
    });
    writer.finish()
}

/// The documents that a catalogue names, as CSV.
pub fn documents_csv(catalogue: &Catalogue, words: &Words) -> Vec<u8> {
    let columns = ["source", "clause", "title", "needed_from", "note", "id"];
    let mut csv = CsvWriter::new(&columns);
    for it in catalogue.documents() {
        let (title, note) = words.document(it.id());
        let id = |index: usize| catalogue.items().get(index).map_or("", Item::id);
        csv.row([id(it.source()), id(it.question()), title, it.needed().word(), note, it.id()]);
    }
    csv.finish()
}

/// What an item with its parts asks for, or a part alone.
pub fn documents_of(
    catalogue: &Catalogue,
    index: usize,
) -> impl Iterator<Item = &DocumentedInformation> {
    let documents = catalogue.documents().iter();
    documents.filter(move |it| it.question() == index || it.source() == index)
}

fn document(w: &mut Writer, catalogue: &Catalogue, words: &Words, it: &DocumentedInformation) {
    let id = |index: usize| catalogue.items().get(index).map_or("", Item::id);
    let (title, note) = words.document(it.id());
    w.text("id", it.id());
    w.text("source", id(it.source()));
    w.text("clause", id(it.question()));
    w.text("title", title);
    w.text("needed_from", it.needed().word());
    w.text_unless_empty("note", note);
}

/// The word of a control's chapter, as its score has it: `Organizational`.
fn theme<'c>(catalogue: &'c Catalogue, item: &Item) -> &'c str {
    let chapter = item.chapter().and_then(|chapter| catalogue.chapters().get(chapter));
    let group = chapter.filter(|_| item.kind() == Kind::Control);
    let id = group.and_then(|chapter| catalogue.group(chapter.score())).map_or("", |it| it.id());
    id.split_once(':').map_or(id, |(_, word)| word)
}
