//! The Statement of Applicability as canonical JSON and as CSV.

use alloc::vec::Vec;

use super::{day, totals_json, written};
use crate::csv::{CsvWriter, joined};
use crate::engine::Engine;
use crate::json::Writer;
use crate::soa::{SoaRow, StatementOfApplicability};
use crate::words::Words;

/// The Statement of Applicability as canonical JSON, with its cover.
pub fn soa_json(engine: &Engine, soa: &StatementOfApplicability, words: &Words) -> Vec<u8> {
    written("annexa-soa", engine, |w| {
        let about = &engine.document().about;
        w.member_object("about", |w| {
            w.text_unless_empty("id", about.id.as_ref().map_or("", |id| id.as_str()));
            w.text_unless_empty("organization", &about.organization);
            w.text_unless_empty("scope", &about.scope);
            w.text_unless_empty("version", &about.version);
            w.text_unless_empty("date", &day(about.date));
            w.text_unless_empty("approver", &about.approver);
        });
        w.member_object("totals", |w| totals_json(w, &soa.totals));
        w.member_list("rows", |w| {
            for row in &soa.rows {
                let title = words.title_of(engine.document().catalogue(), row.item);
                w.entry_object(|w| row_json(w, row, title));
            }
        });
    })
}

fn row_json(w: &mut Writer, row: &SoaRow, title: &str) {
    w.text("id", &row.id);
    w.text("title", title);
    w.text("applicability", row.applicability.word());
    w.member_list("inclusion", |w| {
        for (reason, reference) in &row.inclusion {
            w.entry_object(|w| {
                w.text("reason", reason.word());
                w.text_unless_empty("reference", reference);
            });
        }
    });
    w.text_unless_empty("exclusion", row.exclusion.map_or("", |reason| reason.word()));
    w.text_unless_empty("justification", &row.justification);
    w.text_unless_empty("provider", &row.provider);
    w.text("implementation", row.implementation.word());
    w.text_unless_empty("owner", &row.owner);
    w.member_list("evidence", |w| row.evidence.iter().for_each(|name| w.entry_text(name)));
    w.text_unless_empty("changed", &day(row.changed));
}

/// The Statement of Applicability as CSV.
pub fn soa_csv(engine: &Engine, soa: &StatementOfApplicability, words: &Words) -> Vec<u8> {
    let columns = [
        "id",
        "title",
        "applicability",
        "reasons",
        "justification",
        "provider",
        "implementation",
        "owner",
        "evidence",
        "changed",
    ];
    let mut csv = CsvWriter::new(&columns);
    for row in &soa.rows {
        csv.row([
            row.id.as_str(),
            words.title_of(engine.document().catalogue(), row.item),
            row.applicability.word(),
            &joined(row.reasons(), ";"),
            &row.justification,
            &row.provider,
            row.implementation.word(),
            &row.owner,
            &joined(&row.evidence, ";"),
            &day(row.changed),
        ]);
    }
    csv.finish()
}
