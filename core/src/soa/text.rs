//! The justification of an inclusion in words: what follows from risks and obligations, and what
//! the person says. It is built when it is shown and never stored.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Driver, SoaRow};
use crate::assessment::{Applicability, ObligationKind};
use crate::words::{Value, Words};

/// For instance `treats; required by O-2 (law). We said so.`
pub fn inclusion_text(row: &SoaRow, words: &Words) -> String {
    if row.applicability == Applicability::Excluded {
        return String::new();
    }
    let mut parts: Vec<String> = Vec::new();
    for driver in [Driver::Treats, Driver::Holds] {
        let risks = row.reasons.iter().filter(|reason| reason.driver == driver);
        let ids: Vec<String> = risks.map(|reason| reason.reference.clone()).collect();
        if !ids.is_empty() {
            let key = if driver == Driver::Treats { "risk.soa.treats" } else { "risk.soa.holds" };
            parts.push(words.message(key, &[("ids", Value::Ids(ids))]));
        }
    }
    for reason in row.reasons.iter().filter(|reason| reason.driver == Driver::Obliged) {
        let kind = reason.obligation.map_or("", ObligationKind::word);
        let mut values = [
            ("id", reason.reference.as_str().into()),
            ("kind", Value::Word { set: "obligation_kind", word: kind }),
        ]
        .to_vec();
        let key = match reason.from {
            None => "risk.soa.obliged",
            Some(from) => {
                values.push(("date", from.into()));
                "risk.soa.obliged_from"
            }
        };
        parts.push(words.message(key, &values));
    }
    let own = row.inclusion_words.trim();
    for reason in row.reasons.iter().filter(|reason| reason.driver == Driver::Stated) {
        // A stated reason says itself what it is; without words it is the name alone.
        let name = words.label("inclusion_reason", reason.reason.word());
        parts.push(match reason.reference.as_str() {
            "" => name.to_string(),
            reference => words.message(
                "risk.soa.stated",
                &[("reason", name.into()), ("reference", reference.into())],
            ),
        });
    }
    let mut text = parts.join("; ");
    if !own.is_empty() {
        if !text.is_empty() {
            text.push_str(". ");
        }
        text.push_str(own);
    }
    text
}
