//! `annexa gaps`: what stands below its target.

use super::unknown;
use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    show::{count, implementation},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue,
    assessment::Implementation,
    gap::GapRecord,
    report::{gaps_csv, gaps_json},
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(
    args: &cli::Gaps,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let engine = input::engine(&args.input.file, catalogue)?;
    let mut gaps = engine.gap_records(words);
    if args.assessed_only {
        gaps.retain(|gap| gap.implementation != Implementation::NotAssessed);
    }
    Ok(match args.input.form.format {
        Format::Text => Done::text(text(&gaps) + &unknown::line(&engine)),
        Format::Json => Done::bytes(gaps_json(&engine, &gaps)),
        Format::Csv => unknown::csv(&engine, gaps_csv(&gaps)),
    })
}

fn text(gaps: &[GapRecord]) -> String {
    if gaps.is_empty() {
        return "no gaps\n".to_owned();
    }
    let mut table = Table::new(&[
        Column::Left("Id"),
        Column::Words("Title"),
        Column::Left("Force"),
        Column::Left("State"),
        Column::Words("What is missing"),
        Column::Words("Owner"),
        Column::Left("Due"),
    ]);
    for gap in gaps {
        table.row([
            cell(&gap.id),
            cell(&gap.title),
            cell(gap.force.word()),
            implementation(gap.implementation),
            cell(&gap.missing),
            cell(&gap.owner),
            cell(gap.due.map(|due| due.to_string()).unwrap_or_default()),
        ]);
    }
    let total = count(gaps.len(), "gap");
    format!("{}\n{total}; `annexa catalog ID` shows how to close one\n", table.show())
}
