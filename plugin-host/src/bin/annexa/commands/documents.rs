//! The documents and records that the catalogue names.

use crate::{
    cli::Format,
    output::Done,
    say::Say as _,
    show::DIM,
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue,
    catalogue::DocumentedInformation,
    report::{documents_csv, documents_json},
    words::Words,
};

/// Every document, by clause.
pub(super) fn list(catalogue: &Catalogue, words: &Words, format: Format) -> Done {
    match format {
        Format::Text => Done::text(table(catalogue, words)),
        Format::Json => Done::bytes(documents_json(catalogue, words)),
        Format::Csv => Done::bytes(documents_csv(catalogue, words)),
    }
}

/// One document in words.
pub(super) fn sentence(catalogue: &Catalogue, words: &Words, it: &DocumentedInformation) -> String {
    let (title, note) = words.document_of(catalogue, it.id());
    let values = [
        ("title", title.into()),
        ("source", source(catalogue, it).into()),
        ("when", needed(it, words).into()),
        ("note", note.into()),
    ];
    let key = if note.is_empty() { "documents.sentence" } else { "documents.sentenceNote" };
    words.say_with(key, &values)
}

fn source<'c>(catalogue: &'c Catalogue, it: &DocumentedInformation) -> &'c str {
    catalogue.id_at(it.source())
}

fn needed(it: &DocumentedInformation, words: &Words) -> String {
    words.say(&format!("documents.{}", it.needed().word()))
}

fn table(catalogue: &Catalogue, words: &Words) -> String {
    let columns = [Column::Left("source"), Column::Words("title"), Column::Left("when")];
    let mut table = Table::new(words, "documents", &columns);
    for it in catalogue.documents() {
        let (title, note) = words.document_of(catalogue, it.id());
        table.row([cell(source(catalogue, it)), cell(title), cell(needed(it, words))]);
        table.below(note, DIM);
    }
    table.show()
}
