//! What the rules found, as canonical JSON and as CSV.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{day, written};
use crate::csv::{CsvWriter, joined};
use crate::date::Date;
use crate::engine::Engine;
use crate::json::Writer;
use crate::lint::{Record, RecordItem, Severity};
use crate::words::Value;

/// What was found for a day as canonical JSON.
pub fn lint_json(engine: &Engine, records: &[Record], today: Date) -> Vec<u8> {
    written("annexa-lint", engine, |w| {
        w.text("today", &today.to_string());
        w.member_object("totals", |w| {
            for (word, severity) in Severity::WORDS {
                let count = records.iter().filter(|record| record.rule.severity == *severity);
                w.int(word, i64::try_from(count.count()).unwrap_or(i64::MAX));
            }
        });
        w.member_list("findings", |w| {
            records.iter().for_each(|record| w.entry_object(|w| record_json(w, record)));
        });
    })
}

fn record_json(w: &mut Writer, record: &Record) {
    w.text("severity", record.rule.severity.word());
    w.text("code", record.rule.code);
    w.member_list("ids", |w| record.ids().into_iter().for_each(|id| w.entry_text(id)));
    w.text("message", &record.message);
    w.text("fix", &record.fix);
    w.member_list("items", |w| {
        record.items.iter().for_each(|item| w.entry_object(|w| item_json(w, item)));
    });
}

fn item_json(w: &mut Writer, item: &RecordItem) {
    w.text("id", &item.id);
    w.text("message", &item.message);
    if !item.values.is_empty() {
        w.member_object("values", |w| {
            for (name, value) in &item.values {
                match value {
                    Value::Text(text) => w.text(name, text),
                    Value::Int(number) => w.int(name, *number),
                    Value::Date(date) => w.text(name, &date.to_string()),
                    Value::Word { word, .. } => w.text(name, word),
                    Value::Share(share) => w.int(name, *share),
                    Value::Tenths(tenths) => {
                        w.int(name, i64::try_from(*tenths).unwrap_or(i64::MAX));
                    }
                    Value::Ids(ids) => {
                        w.member_list(name, |w| ids.iter().for_each(|id| w.entry_text(id)));
                    }
                }
            }
        });
    }
    w.text_unless_empty("holds_from", &day(item.holds_from));
    w.text_unless_empty("holds_until", &day(item.holds_until));
}

/// What was found as CSV: a row for each record, its ids with `;` between them.
pub fn lint_csv(records: &[Record]) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["severity", "code", "id", "message", "fix"]);
    for record in records {
        csv.row([
            record.rule.severity.word(),
            record.rule.code,
            &joined(record.ids(), ";"),
            &record.message,
            &record.fix,
        ]);
    }
    csv.finish()
}
