//! `annexa gaps`: what stands below its target.

use super::unknown;
use crate::{
    cli::{self, Format},
    failure::Failure,
    input,
    json::Json,
    output::Done,
    show::{count, implementation},
    table::{Column, Table, cell},
};
use annexa_core::{Catalogue, Engine, Gap, Implementation, gaps_csv};
use std::sync::Arc;

pub(crate) fn run(args: &cli::Gaps, catalogue: Arc<Catalogue>) -> Result<Done, Failure> {
    let engine = input::engine(&args.input.file, catalogue)?;
    let mut gaps = engine.gaps();
    if args.assessed_only {
        gaps.retain(|gap| gap.implementation != Implementation::NotAssessed);
    }
    Ok(match args.input.form.format {
        Format::Text => Done::text(text(&gaps) + &unknown::line(&engine)),
        Format::Json => Done::json(&json(&engine, &gaps))?,
        Format::Csv => unknown::csv(&engine, gaps_csv(&gaps)),
    })
}

fn text(gaps: &[Gap]) -> String {
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
            cell(&gap.due),
        ]);
    }
    let total = count(gaps.len(), "gap");
    format!("{}\n{total}; `annexa catalog ID` shows how to close one\n", table.show())
}

fn json(engine: &Engine, gaps: &[Gap]) -> Json {
    let gaps = gaps.iter().map(|gap| {
        Json::Object(vec![
            ("id", Json::text(&gap.id)),
            ("title", Json::text(&gap.title)),
            ("force", Json::text(gap.force.word())),
            ("implementation", Json::text(gap.implementation.word())),
            ("missing", Json::text(&gap.missing)),
            ("owner", Json::text(&gap.owner)),
            ("due", Json::text(&gap.due)),
            ("guidance", Json::texts(gap.guidance.iter().map(String::as_str))),
        ])
    });
    Json::Object(vec![
        ("format", Json::text("annexa-gaps")),
        ("version", Json::int(1)),
        ("catalogue", Json::text(engine.document().catalogue().id())),
        ("assessment_sha256", Json::text(engine.document().content_hash())),
        ("gaps", gaps.collect()),
        ("unknown_ids", unknown::json(engine)),
    ])
}
