//! The documents and records that the catalogue names.

use crate::{
    cli::Format,
    failure::Failure,
    json::Json,
    output::Done,
    show::DIM,
    table::{Column, Table, cell},
};
use annexa_core::{Catalogue, CsvWriter, DocumentedInformation, Item, Stage};

/// The columns that scripts rely on. The order and the names stay.
const COLUMNS: [&str; 5] = ["source", "clause", "title", "needed_from", "note"];

/// What a clause with its lettered items asks for, or a lettered item alone.
pub(super) fn of<'c>(
    catalogue: &Catalogue,
    item: &'c Item,
) -> impl Iterator<Item = &'static DocumentedInformation> + use<'c> {
    let documents = catalogue.documents().iter();
    documents.filter(|it| it.clause == item.id() || it.source == item.id())
}

/// Every document, by clause.
pub(super) fn list(catalogue: &Catalogue, format: Format) -> Result<Done, Failure> {
    let documents = catalogue.documents();
    Ok(match format {
        Format::Text => Done::text(table(documents)),
        Format::Json => {
            let members = vec![
                ("catalogue", Json::text(catalogue.id())),
                ("title", Json::text(catalogue.title())),
                ("documents", documents.iter().map(json).collect()),
            ];
            Done::json(&Json::Object(members))?
        }
        Format::Csv => Done::bytes(csv(documents)),
    })
}

/// One document in words.
pub(super) fn sentence(it: &DocumentedInformation) -> String {
    let text = format!("{} ({}): {}.", it.title, it.source, needed(it));
    if it.note.is_empty() { text } else { format!("{text} {}", it.note) }
}

/// One document for programs.
pub(super) fn json(it: &DocumentedInformation) -> Json {
    Json::Object(vec![
        ("source", Json::text(it.source)),
        ("clause", Json::text(it.clause)),
        ("title", Json::text(it.title)),
        ("needed_from", Json::text(needed_word(it))),
        ("note", Json::text(it.note)),
    ])
}

fn needed(it: &DocumentedInformation) -> &'static str {
    match it.mandatory_from {
        Some(Stage::One) => "needed from stage 1 on",
        Some(Stage::Two) => "needed from stage 2 on",
        None => "determined by the organization",
    }
}

fn needed_word(it: &DocumentedInformation) -> &'static str {
    match it.mandatory_from {
        Some(Stage::One) => "stage_1",
        Some(Stage::Two) => "stage_2",
        None => "organization",
    }
}

fn table(documents: &[DocumentedInformation]) -> String {
    let mut table =
        Table::new(&[Column::Left("Source"), Column::Words("Document"), Column::Left("When")]);
    for it in documents {
        table.row([cell(it.source), cell(it.title), cell(needed(it))]);
        table.below(it.note, DIM);
    }
    table.show()
}

fn csv(documents: &[DocumentedInformation]) -> Vec<u8> {
    let mut csv = CsvWriter::new(&COLUMNS);
    for it in documents {
        csv.row([it.source, it.clause, it.title, needed_word(it), it.note]);
    }
    csv.finish()
}
