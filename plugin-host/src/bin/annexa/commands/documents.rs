//! The documents and records that the catalogue names.

use crate::{
    cli::Format,
    output::Done,
    show::DIM,
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue,
    catalogue::{DocumentedInformation, Item, Needed},
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
    let (title, note) = words.document(it.id());
    let text = format!("{title} ({}): {}.", source(catalogue, it), needed(it));
    if note.is_empty() { text } else { format!("{text} {note}") }
}

fn source<'c>(catalogue: &'c Catalogue, it: &DocumentedInformation) -> &'c str {
    catalogue.items().get(it.source()).map_or("", Item::id)
}

fn needed(it: &DocumentedInformation) -> &'static str {
    match it.needed() {
        Needed::StageOne => "needed from stage 1 on",
        Needed::StageTwo => "needed from stage 2 on",
        Needed::Organization => "determined by the organization",
    }
}

fn table(catalogue: &Catalogue, words: &Words) -> String {
    let mut table =
        Table::new(&[Column::Left("Source"), Column::Words("Document"), Column::Left("When")]);
    for it in catalogue.documents() {
        let (title, note) = words.document(it.id());
        table.row([cell(source(catalogue, it)), cell(title), cell(needed(it))]);
        table.below(note, DIM);
    }
    table.show()
}
