//! `annexa soa`: the Statement of Applicability.

use super::{scores::cover, unknown};
use crate::{
    cli::{Dated, Format},
    failure::Failure,
    input,
    output::Done,
    say::Say as _,
    show::{applicability, implementation},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Engine,
    assessment::Applicability,
    csv::joined,
    report::{soa_csv, soa_json},
    soa::{SoaRow, StatementOfApplicability},
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(args: &Dated, catalogue: Arc<Catalogue>, words: &Words) -> Result<Done, Failure> {
    let (mut engine, today) = input::dated(args, catalogue, words)?;
    engine.set_today(today);
    let soa = engine.soa();
    Ok(match args.input.form.format {
        Format::Text => Done::text(text(&engine, &soa, words) + &unknown::line(&engine, words)),
        Format::Json => Done::bytes(soa_json(&engine, &soa, words)),
        Format::Csv => unknown::csv(&engine, words, soa_csv(&engine, &soa, words)),
    })
}

fn text(engine: &Engine, soa: &StatementOfApplicability, words: &Words) -> String {
    let mut text = cover(engine, words);
    let totals = soa.totals.named();
    let (states, implementations) = totals.split_at(3);
    for part in [states, implementations] {
        let part = part.iter().map(|(name, count)| {
            words.say_with(&format!("totals.{name}"), &[("count", (*count).into())])
        });
        text.push_str(&format!("{}\n", part.collect::<Vec<_>>().join(" · ")));
    }
    text.push('\n');
    let mut table = Table::new(
        words,
        "soa",
        &[
            Column::Left("control"),
            Column::Words("title"),
            Column::Left("applicability"),
            Column::Words("why"),
            Column::Left("implementation"),
            Column::Words("owner"),
            Column::Words("evidence"),
        ],
    );
    for row in &soa.rows {
        table.row([
            cell(&row.id),
            cell(row.title(engine.document().catalogue(), words)),
            applicability(row.applicability, words),
            cell(why(row, words)),
            implementation(row.implementation, words),
            cell(&row.owner),
            cell(joined(&row.evidence, "; ")),
        ]);
    }
    text.push_str(&table.show());
    text
}

/// Reasons, provider and justification in one cell.
fn why(row: &SoaRow, words: &Words) -> String {
    let reason = |word: &str| words.say(&format!("reason.{word}"));
    let mut reasons: Vec<String> = match row.applicability {
        Applicability::Excluded => row.exclusion.iter().map(|it| reason(it.word())).collect(),
        Applicability::Applicable | Applicability::Inherited => {
            let reasons = row.reasons.iter();
            reasons.map(|it| inclusion(&reason(it.reason.word()), &it.reference, words)).collect()
        }
    };
    // A risk may both be treated by a control and be held by it.
    reasons.dedup();
    let provider = match row.provider.as_str() {
        "" => String::new(),
        provider => words.say_with("soa.provider", &[("provider", provider.into())]),
    };
    let parts = [reasons.join(", "), provider, row.justification.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn inclusion(reason: &str, reference: &str, words: &Words) -> String {
    if reference.is_empty() {
        return reason.to_owned();
    }
    let values = [("reason", reason.into()), ("reference", reference.into())];
    words.say_with("soa.reference", &values)
}
