//! `annexa soa`: the Statement of Applicability.

use super::{scores::cover, unknown};
use crate::{
    cli::{Format, Input},
    failure::Failure,
    input,
    json::Json,
    output::Done,
    show::{applicability, implementation, spaced},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Engine, SoaRow, SoaTotals, StatementOfApplicability, joined, soa_csv,
};
use std::sync::Arc;

pub(crate) fn run(args: &Input, catalogue: Arc<Catalogue>) -> Result<Done, Failure> {
    let engine = input::engine(&args.file, catalogue)?;
    let soa = engine.soa();
    Ok(match args.form.format {
        Format::Text => Done::text(text(&engine, &soa) + &unknown::line(&engine)),
        Format::Json => Done::json(&json(&engine, &soa))?,
        Format::Csv => unknown::csv(&engine, soa_csv(&soa)),
    })
}

fn text(engine: &Engine, soa: &StatementOfApplicability) -> String {
    let mut text = cover(engine);
    let totals = named(&soa.totals);
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
            cell(&row.title),
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

fn named(totals: &SoaTotals) -> [(&'static str, u32); 8] {
    [
        ("applicable", totals.applicable),
        ("excluded", totals.excluded),
        ("inherited", totals.inherited),
        ("implemented", totals.implemented),
        ("partly", totals.partly),
        ("planned", totals.planned),
        ("not_implemented", totals.not_implemented),
        ("not_assessed", totals.not_assessed),
    ]
}

fn json(engine: &Engine, soa: &StatementOfApplicability) -> Json {
    let about = &soa.about;
    let date = about.date.map_or(Json::Null, |date| Json::text(date.to_string()));
    let rows = soa.rows.iter().map(row_json).collect();
    let totals = named(&soa.totals).into_iter().map(|(name, count)| (name, Json::int(count)));
    Json::Object(vec![
        ("format", Json::text("annexa-soa")),
        ("version", Json::int(1)),
        ("catalogue", Json::text(engine.document().catalogue().id())),
        ("assessment_sha256", Json::text(engine.document().content_hash())),
        (
            "about",
            Json::Object(vec![
                ("organization", Json::text(&about.organization)),
                ("scope", Json::text(&about.scope)),
                ("version", Json::text(&about.version)),
                ("date", date),
                ("approver", Json::text(&about.approver)),
            ]),
        ),
        ("totals", Json::Object(totals.collect())),
        ("rows", rows),
        ("unknown_ids", unknown::json(engine)),
    ])
}

fn row_json(row: &SoaRow) -> Json {
    let inclusion = row.inclusion.iter().map(|(reason, reference)| {
        Json::Object(vec![
            ("reason", Json::text(reason.word())),
            ("reference", Json::text(reference)),
        ])
    });
    Json::Object(vec![
        ("id", Json::text(&row.id)),
        ("title", Json::text(&row.title)),
        ("applicability", Json::text(row.applicability.word())),
        ("inclusion", inclusion.collect()),
        ("exclusion", row.exclusion.map_or(Json::Null, |reason| Json::text(reason.word()))),
        ("justification", Json::text(&row.justification)),
        ("provider", Json::text(&row.provider)),
        ("implementation", Json::text(row.implementation.word())),
        ("owner", Json::text(&row.owner)),
        ("evidence", Json::texts(&row.evidence)),
        ("changed", Json::text(&row.changed)),
    ])
}
