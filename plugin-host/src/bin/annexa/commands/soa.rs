//! `annexa soa`: the Statement of Applicability.

use super::{scores::cover, unknown};
use crate::{
    cli::{Format, Input},
    failure::Failure,
    input,
    output::Done,
    show::{applicability, implementation, spaced},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Engine,
    csv::joined,
    report::{soa_csv, soa_json},
    soa::{SoaRow, StatementOfApplicability},
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(args: &Input, catalogue: Arc<Catalogue>, words: &Words) -> Result<Done, Failure> {
    let engine = input::engine(&args.file, catalogue)?;
    let soa = engine.soa();
    Ok(match args.form.format {
        Format::Text => Done::text(text(&engine, &soa, words) + &unknown::line(&engine)),
        Format::Json => Done::bytes(soa_json(&engine, &soa, words)),
        Format::Csv => unknown::csv(&engine, soa_csv(&engine, &soa, words)),
    })
}

fn text(engine: &Engine, soa: &StatementOfApplicability, words: &Words) -> String {
    let mut text = cover(engine, words);
    let totals = soa.totals.named();
    let (states, implementations) = totals.split_at(3);
    for part in [states, implementations] {
        let part: Vec<String> =
            part.iter().map(|(name, count)| format!("{count} {}", spaced(name))).collect();
        text.push_str(&format!("{}\n", part.join(" · ")));
    }
    text.push('\n');
    let mut table = Table::new(&[
        Column::Left("Control"),
        Column::Words("Title"),
        Column::Left("Applicability"),
        Column::Words("Reasons and justification"),
        Column::Left("Implementation"),
        Column::Words("Owner"),
        Column::Words("Evidence"),
    ]);
    for row in &soa.rows {
        table.row([
            cell(&row.id),
            cell(words.title_of(engine.document().catalogue(), row.item)),
            applicability(row.applicability),
            cell(why(row)),
            implementation(row.implementation),
            cell(&row.owner),
            cell(joined(&row.evidence, "; ")),
        ]);
    }
    text.push_str(&table.show());
    text
}

/// Reasons, provider and justification in one cell.
fn why(row: &SoaRow) -> String {
    let reasons = row.reasons().iter().map(|reason| spaced(reason)).collect::<Vec<_>>().join(", ");
    let provider = match row.provider.as_str() {
        "" => String::new(),
        provider => format!("operated by {provider}"),
    };
    let parts = [reasons, provider, row.justification.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
