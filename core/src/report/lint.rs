//! What the rules found, as canonical JSON and as CSV.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{top, written};
use crate::csv::{CsvWriter, joined};
use crate::engine::Engine;
use crate::json::Writer;
use crate::lint::{Record, RecordItem, Severity};
use crate::problem::Date;
use crate::record::{Kind, Member, Name, Texts, Top, output, word_members};
use crate::words::Value;

pub(super) const LINT: Top = top::<Lint<'_>>("annexa-lint");

word_members! { Severity }

output! {
    /// What an auditor would stop at, ask about, or want to know.
    struct Lint<'a> {
        /// The day for which was looked.
        today: Date,
        /// Numbers of findings.
        totals: Totals,
        /// What was found.
        findings: Vec<Finding<'a>>,
    }

    /// Numbers of findings by how grave they are.
    struct Totals {
        /// An auditor would stop here.
        error: u32,
        /// An auditor would ask.
        warning: u32,
        /// Worth knowing.
        info: u32,
    }

    /// What one rule found, at one item or more.
    struct Finding<'a> {
        /// How grave it is.
        severity: Severity,
        /// The rule's stable code.
        code: Name<'a>,
        /// The items and entries, each once.
        ids: Texts<'a>,
        /// What is the matter, in words.
        message: &'a str,
        /// What to do about it, in words.
        fix: &'a str,
        /// Every place where the rule found something.
        items: Vec<Place<'a>>,
    }

    /// One place where a rule found something.
    struct Place<'a> {
        /// The item or entry; of a document of one's own its title.
        id: &'a str,
        /// What is the matter with this item, in words.
        message: &'a str,
        /// The values of its sentence, by their names.
        values: Option<Values<'a>>,
        /// The first day on which it holds; always until then where there is none.
        holds_from: Option<Date>,
        /// The last day on which it holds; for ever where there is none.
        holds_until: Option<Date>,
    }
}

/// The values of a sentence.
#[derive(Debug)]
struct Values<'a>(&'a [(&'static str, Value)]);

impl Member for Values<'_> {
    const KIND: Kind = Kind::Values;

    fn write(&self, w: &mut Writer, key: &str) {
        w.member_object(key, |w| {
            for (name, value) in self.0 {
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
}

/// What was found for a day as canonical JSON.
pub fn lint_json(engine: &Engine, records: &[Record], today: Date) -> Vec<u8> {
    let count = |severity| {
        let count = records.iter().filter(|record| record.severity == severity).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let own = Lint {
        today,
        totals: Totals {
            error: count(Severity::Error),
            warning: count(Severity::Warning),
            info: count(Severity::Info),
        },
        findings: records.iter().map(finding).collect(),
    };
    written("annexa-lint", engine, &own).finish()
}

fn finding(record: &Record) -> Finding<'_> {
    Finding {
        severity: record.severity,
        code: Name(record.rule.code),
        ids: Texts(record.ids()),
        message: &record.message,
        fix: &record.fix,
        items: record.items.iter().map(place).collect(),
    }
}

fn place(item: &RecordItem) -> Place<'_> {
    Place {
        id: &item.id,
        message: &item.message,
        values: Some(item.values.as_slice()).filter(|it| !it.is_empty()).map(Values),
        holds_from: item.holds_from,
        holds_until: item.holds_until,
    }
}

/// What was found as CSV: a row for each record, its ids with `;` between them.
pub fn lint_csv(records: &[Record]) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["severity", "code", "id", "message", "fix"]);
    for record in records {
        csv.row([
            record.severity.word(),
            record.rule.code,
            &joined(record.ids(), ";"),
            &record.message,
            &record.fix,
        ]);
    }
    csv.finish()
}
