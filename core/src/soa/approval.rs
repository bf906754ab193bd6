//! The approval of the Statement of Applicability: what was approved is a digest, and whether an
//! approval holds is derived from it.
//!
//! Approved is what is necessary and why, not how far it has come: implementation has a digest of
//! its own.

use alloc::string::String;
use alloc::vec::Vec;

use super::{SoaRow, StatementOfApplicability};
use crate::assessment::{Applicability, ScopeParts, SoaApproval};
use crate::json::Writer;
use crate::problem::Date;
use crate::scope::filled;
use crate::text::collapsed;

/// What has become of an approval on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approved {
    /// Nobody has approved anything, or only for a day that is still to come.
    Never,
    /// What was approved has changed since.
    Void,
    /// It holds, and implementation is as it was that day.
    Valid,
    /// It holds, and implementation has changed since.
    ValidOtherStatus,
}

impl Approved {
    /// Whether it holds.
    pub fn is_valid(self) -> bool {
        matches!(self, Approved::Valid | Approved::ValidOtherStatus)
    }
}

/// What has become of an approval.
pub fn approved(
    approval: Option<&SoaApproval>,
    scope: &str,
    parts: &ScopeParts,
    soa: &StatementOfApplicability,
    today: Date,
) -> Approved {
    match approval.filter(|it| it.on.is_some_and(|on| on <= today)) {
        None => Approved::Never,
        Some(it) if it.digest != content_digest(scope, parts, soa) => Approved::Void,
        Some(it) if it.status != status_digest(soa) => Approved::ValidOtherStatus,
        Some(_) => Approved::Valid,
    }
}

/// The digest of what is approved: the scope, and of each row applicability, kinds of reasons,
/// typed reason of an exclusion, the person's own words and the provider.
pub fn content_digest(scope: &str, parts: &ScopeParts, soa: &StatementOfApplicability) -> String {
    Writer::digest(|w| {
        match collapsed(scope) {
            scope if scope.is_empty() => w.member_object("scope_parts", |w| {
                filled(parts).for_each(|(name, text)| w.text(name, &collapsed(text)));
            }),
            scope => w.text("scope", &scope),
        }
        w.member_list("rows", |w| {
            soa.rows.iter().for_each(|row| w.entry_object(|w| content(w, row)))
        });
    })
}

/// The digest of how far the controls are in place.
pub fn status_digest(soa: &StatementOfApplicability) -> String {
    Writer::digest(|w| {
        w.member_list("rows", |w| {
            for row in &soa.rows {
                w.entry_object(|w| {
                    w.text("id", &row.id);
                    w.text("implementation", row.implementation.word());
                });
            }
        });
    })
}

fn content(w: &mut Writer, row: &SoaRow) {
    let is_excluded = row.applicability == Applicability::Excluded;
    let mut kinds: Vec<&str> = row.reason_kinds().iter().map(|kind| kind.word()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    w.text("id", &row.id);
    w.text("applicability", row.applicability.word());
    w.member_list("reasons", |w| kinds.iter().for_each(|kind| w.entry_text(kind)));
    let exclusion = row.exclusion.map_or("", |reason| reason.word());
    let words = collapsed(if is_excluded { "" } else { &row.inclusion_words });
    let said = [
        ("exclusion", exclusion),
        ("words", &words),
        ("justification", &collapsed(&row.justification)),
        ("provider", &collapsed(&row.provider)),
    ];
    for (name, text) in said {
        if !text.is_empty() {
            w.text(name, text);
        }
    }
}
