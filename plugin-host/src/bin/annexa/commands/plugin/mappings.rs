//! `annexa plugin mappings`: the table of a plugin.

use crate::{
    cli::Format,
    failure::Failure,
    input,
    output::Done,
    say::Say as _,
    table::{Column, Table, cell},
};
use annexa_core::{
    crosswalk::Mapping,
    report::{mappings_csv, mappings_json},
    words::Words,
};
use std::path::Path;

pub(super) fn run(plugin: &Path, format: Format, words: &Words) -> Result<Done, Failure> {
    let plugin = input::plugin(&input::host()?, plugin)?;
    let rows = plugin.crosswalk().mappings();
    Ok(match format {
        Format::Text => Done::text(text(rows, words)),
        Format::Json => {
            let digest = &plugin.admitted().digest_sha256;
            Done::bytes(mappings_json(plugin.crosswalk(), digest))
        }
        Format::Csv => Done::bytes(mappings_csv(rows)),
    })
}

/// What the judgement rests on, and why.
fn why(row: &Mapping, words: &Words) -> String {
    let basis = words.say(&format!("basis.{}", row.basis.word()));
    let values = [("basis", basis.into()), ("rationale", row.rationale.as_str().into())];
    words.say_with("mappings.why", &values)
}

fn text(rows: &[Mapping], words: &Words) -> String {
    let mut table = Table::new(
        words,
        "mappings",
        &[
            Column::Left("target"),
            Column::Left("relation"),
            Column::Words("sources"),
            Column::Right("coverage"),
            Column::Right("confidence"),
            Column::Words("rationale"),
        ],
    );
    for row in rows {
        table.row([
            cell(&row.target),
            cell(words.say(&format!("relation.{}", row.relation.word()))),
            cell(row.sources.join(", ")),
            cell(words.percent(row.coverage_bp)),
            cell(words.percent(Some(row.confidence_bp))),
            cell(why(row, words)),
        ]);
    }
    table.show()
}
