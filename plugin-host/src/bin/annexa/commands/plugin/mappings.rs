//! `annexa plugin mappings`: the table of a plugin.

use crate::{
    cli::Format,
    failure::Failure,
    input,
    output::Done,
    show::maybe_percent,
    table::{Column, Table, cell},
};
use annexa_core::{
    crosswalk::Mapping,
    report::{mappings_csv, mappings_json},
};
use std::path::Path;

pub(super) fn run(plugin: &Path, format: Format) -> Result<Done, Failure> {
    let plugin = input::plugin(&input::host()?, plugin)?;
    let rows = plugin.crosswalk().mappings();
    Ok(match format {
        Format::Text => Done::text(text(rows)),
        Format::Json => {
            let digest = &plugin.admitted().digest_sha256;
            Done::bytes(mappings_json(plugin.crosswalk(), digest))
        }
        Format::Csv => Done::bytes(mappings_csv(rows)),
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
