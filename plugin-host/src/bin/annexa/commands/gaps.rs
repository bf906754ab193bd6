//! `annexa gaps`: what stands below its target.

use super::unknown;
use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    say::Say as _,
    show::implementation,
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
    let engine = input::engine(&args.input.file, catalogue, words)?;
    let mut gaps = engine.gap_records(words);
    if args.assessed_only {
        gaps.retain(|gap| gap.implementation != Implementation::NotAssessed);
    }
    Ok(match args.input.form.format {
        Format::Text => Done::text(text(&gaps, words) + &unknown::line(&engine, words)),
        Format::Json => Done::bytes(gaps_json(&engine, &gaps)),
        Format::Csv => unknown::csv(&engine, words, gaps_csv(&gaps)),
    })
}

fn text(gaps: &[GapRecord], words: &Words) -> String {
    if gaps.is_empty() {
        return words.say("gaps.none") + "\n";
    }
    let mut table = Table::new(
        words,
        "gaps",
        &[
            Column::Left("id"),
            Column::Words("title"),
            Column::Left("force"),
            Column::Left("state"),
            Column::Words("missing"),
            Column::Words("owner"),
            Column::Left("due"),
        ],
    );
    for gap in gaps {
        table.row([
            cell(&gap.id),
            cell(&gap.title),
            cell(words.label("force", gap.force.word())),
            implementation(gap.implementation, words),
            cell(&gap.missing),
            cell(&gap.owner),
            cell(gap.due.map(|due| due.to_string()).unwrap_or_default()),
        ]);
    }
    let total = [("gaps", words.count(gaps.len(), "gaps").into())];
    format!("{}\n{}\n", table.show(), words.say_with("gaps.total", &total))
}
