//! The catalogue with its words, as canonical JSON and as tables.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{bare, written_bare};
use crate::catalogue::{Catalogue, DocumentedInformation, Force, Item, Kind, Needed};
use crate::csv::{CsvWriter, joined};
use crate::record::{self, Digest, Lists, Name, Texts, Top, output, said};
use crate::words::Words;

pub(super) const ITEMS: Top = bare::<Items<'_>>("annexa-items");
pub(super) const DOCUMENTS: Top = bare::<Documents<'_>>("annexa-documents");

output! {
    /// Items of a catalogue with their words.
    struct Items<'a> {
        /// The catalogue.
        catalogue: Name<'a>,
        /// The digest of the catalogue's facts.
        catalogue_sha256: Digest<'a>,
        /// The framework's name.
        title: &'a str,
        /// The items that were asked for, in the catalogue's order.
        items: Vec<ItemEntry<'a>>,
    }

    /// The documents and records that a catalogue names.
    struct Documents<'a> {
        /// The catalogue.
        catalogue: Name<'a>,
        /// The digest of the catalogue's facts.
        catalogue_sha256: Digest<'a>,
        /// The framework's name.
        title: &'a str,
        /// The documents in the catalogue's order.
        documents: Vec<DocumentEntry<'a>>,
    }

    /// One item with its words.
    struct ItemEntry<'a> {
        /// The item's id.
        id: record::Item<'a>,
        /// What it is.
        kind: Kind,
        /// Whether it binds or advises.
        force: Force,
        /// Its short title, or that of what it is a part of.
        title: &'a str,
        /// The item of which it is a part.
        parent: Option<record::Item<'a>>,
        /// The word of a control's chapter.
        theme: Option<&'a str>,
        /// The values that it has, by the attribute's id.
        attributes: Option<Lists<'a>>,
        /// The documents that it asks for.
        documents: Option<Vec<DocumentEntry<'a>>>,
        /// What an amendment adds.
        amendment: Option<&'a str>,
        /// The question.
        question: Option<&'a str>,
        /// Why it matters.
        purpose: Option<&'a str>,
        /// What good looks like.
        good: Option<&'a str>,
        /// How to get there.
        guidance: Option<Texts<'a>>,
        /// Typical evidence.
        evidence: Option<Texts<'a>>,
    }

    /// A document or record that the framework names.
    struct DocumentEntry<'a> {
        /// The document's id.
        id: Name<'a>,
        /// The item that asks for it.
        source: record::Item<'a>,
        /// The requirement or control that holds the source, or is it.
        clause: record::Item<'a>,
        /// Its title.
        title: &'a str,
        /// The audit stage that first looks for it, or who determines whether it is needed.
        needed_from: Needed,
        /// A remark.
        note: Option<&'a str>,
    }
}

/// Items with their words as canonical JSON; `items` are places in the catalogue.
pub fn items_json(catalogue: &Catalogue, words: &Words, items: &[usize]) -> Vec<u8> {
    let digest = catalogue.digest();
    let entry = |index: &usize| {
        let item = catalogue.items().get(*index)?;
        Some(item_of(catalogue, words, *index, item))
    };
    let own = Items {
        catalogue: Name(catalogue.id()),
        catalogue_sha256: Digest(&digest),
        title: words.framework(catalogue),
        items: items.iter().filter_map(entry).collect(),
    };
    written_bare("annexa-items", &own).finish()
}

fn item_of<'a>(
    catalogue: &'a Catalogue,
    words: &'a Words,
    index: usize,
    item: &'a Item,
) -> ItemEntry<'a> {
    let attributes = catalogue.attributes().iter().enumerate().map(|(place, attribute)| {
        (attribute.id(), catalogue.values(item, place).collect::<Vec<_>>())
    });
    let attributes: Vec<_> = attributes.filter(|(_, values)| !values.is_empty()).collect();
    let documents: Vec<_> =
        catalogue.documents_of(index).map(|it| document(catalogue, words, it)).collect();
    let its = words.item_of(catalogue, index);
    let parent = item.parent().and_then(|parent| catalogue.items().get(parent));
    let is_asked = !its.question.is_empty();
    ItemEntry {
        id: record::Item(item.id()),
        kind: item.kind(),
        force: item.force(),
        title: its.title,
        parent: parent.map(|parent| record::Item(parent.id())),
        theme: said(theme(catalogue, item)),
        attributes: Some(attributes).filter(|it| !it.is_empty()).map(Lists),
        documents: Some(documents).filter(|it| !it.is_empty()),
        amendment: said(its.amendment),
        question: said(its.question),
        purpose: is_asked.then_some(its.purpose),
        good: is_asked.then_some(its.good),
        guidance: is_asked.then_some(Texts(its.guidance)),
        evidence: is_asked.then_some(Texts(its.evidence)),
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
    let digest = catalogue.digest();
    let documents = catalogue.documents().iter();
    let own = Documents {
        catalogue: Name(catalogue.id()),
        catalogue_sha256: Digest(&digest),
        title: words.framework(catalogue),
        documents: documents.map(|it| document(catalogue, words, it)).collect(),
    };
    written_bare("annexa-documents", &own).finish()
}

/// The documents that a catalogue names, as CSV.
pub fn documents_csv(catalogue: &Catalogue, words: &Words) -> Vec<u8> {
    let columns = ["source", "clause", "title", "needed_from", "note", "id"];
    let mut csv = CsvWriter::new(&columns);
    for it in catalogue.documents() {
        let (title, note) = words.document_of(catalogue, it.id());
        let id = |index: usize| catalogue.id_at(index);
        csv.row([id(it.source()), id(it.question()), title, it.needed().word(), note, it.id()]);
    }
    csv.finish()
}

fn document<'a>(
    catalogue: &'a Catalogue,
    words: &'a Words,
    it: &'a DocumentedInformation,
) -> DocumentEntry<'a> {
    let id = |index: usize| record::Item(catalogue.id_at(index));
    let (title, note) = words.document_of(catalogue, it.id());
    DocumentEntry {
        id: Name(it.id()),
        source: id(it.source()),
        clause: id(it.question()),
        title,
        needed_from: it.needed(),
        note: said(note),
    }
}

/// The word of a control's chapter, as its score has it: `Organizational`.
fn theme<'c>(catalogue: &'c Catalogue, item: &Item) -> &'c str {
    let chapter = item.chapter().and_then(|chapter| catalogue.chapters().get(chapter));
    let group = chapter.filter(|_| item.kind() == Kind::Control);
    let id = group.and_then(|chapter| catalogue.group(chapter.score())).map_or("", |it| it.id());
    id.split_once(':').map_or(id, |(_, word)| word)
}
