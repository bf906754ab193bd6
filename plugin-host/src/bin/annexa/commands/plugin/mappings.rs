//! `annexa plugin mappings`: the table of a plugin.

use crate::{
    cli::Format,
    failure::Failure,
    input,
    json::Json,
    output::Done,
    show::maybe_percent,
    table::{Column, Table, cell},
};
use annexa_core::{
    crosswalk::Mapping,
    csv::{CsvWriter, joined},
};
use std::path::Path;

/// The columns that scripts rely on. The order and the names stay.
const COLUMNS: [&str; 6] =
    ["target", "relation", "sources", "coverage_bp", "confidence_bp", "rationale"];

pub(super) fn run(plugin: &Path, format: Format) -> Result<Done, Failure> {
    let plugin = input::plugin(&input::host()?, plugin)?;
    let rows = plugin.crosswalk().mappings();
    Ok(match format {
        Format::Text => Done::text(text(rows)),
        Format::Json => {
            let about = plugin.crosswalk().description();
            let members = vec![
                ("plugin", Json::text(&about.id)),
                ("version", Json::text(&about.version)),
                ("digest_sha256", Json::text(&plugin.admitted().digest_sha256)),
                ("mappings", rows.iter().map(json).collect()),
            ];
            Done::json(&Json::Object(members))?
        }
        Format::Csv => Done::bytes(csv(rows)),
    })
}

/// What the judgement rests on, and why.
fn rationale(row: &Mapping) -> String {
    format!("{}: {}", row.basis.word(), row.rationale)
}

fn text(rows: &[Mapping]) -> String {
    let mut table = Table::new(&[
        Column::Left("Target"),
        Column::Left("Relation"),
        Column::Words("Sources"),
        Column::Right("Coverage"),
        Column::Right("Confidence"),
        Column::Words("Rationale"),
    ]);
    for row in rows {
        table.row([
            cell(&row.target),
            cell(row.relation.word()),
            cell(row.sources.join(", ")),
            cell(maybe_percent(row.coverage_bp)),
            cell(maybe_percent(Some(row.confidence_bp))),
            cell(rationale(row)),
        ]);
    }
    table.show()
}

fn csv(rows: &[Mapping]) -> Vec<u8> {
    let mut csv = CsvWriter::new(&COLUMNS);
    for row in rows {
        csv.row([
            row.target.as_str(),
            row.relation.word(),
            &joined(&row.sources, ";"),
            &row.coverage_bp.map(|bp| bp.to_string()).unwrap_or_default(),
            &row.confidence_bp.to_string(),
            &rationale(row),
        ]);
    }
    csv.finish()
}

fn json(row: &Mapping) -> Json {
    Json::Object(vec![
        ("target", Json::text(&row.target)),
        ("relation", Json::text(row.relation.word())),
        ("sources", Json::texts(&row.sources)),
        ("coverage_bp", Json::optional_int(row.coverage_bp)),
        ("confidence_bp", Json::int(row.confidence_bp)),
        ("basis", Json::text(row.basis.word())),
        ("rationale", Json::text(&row.rationale)),
    ])
}
