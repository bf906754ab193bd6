//! The Statement of Applicability as canonical JSON and as CSV.

use alloc::string::String;
use alloc::vec::Vec;

use super::{day, top, written};
use crate::assessment::{Applicability, ExclusionReason, Implementation, InclusionReason};
use crate::csv::{CsvWriter, joined};
use crate::engine::Engine;
use crate::problem::Date;
use crate::record::{Item, Texts, Top, output, said, word_members};
use crate::soa::{SoaRow, SoaTotals, StatementOfApplicability};
use crate::words::Words;

pub(super) const SOA: Top = top::<Soa<'_>>("annexa-soa");

word_members! { Applicability ExclusionReason InclusionReason }

output! {
    /// The Statement of Applicability with its cover.
    struct Soa<'a> {
        /// The cover.
        about: Cover<'a>,
        /// Numbers of rows.
        totals: Totals,
        /// A row for each control, in the catalogue's order.
        rows: Vec<Row<'a>>,
    }

    /// The cover of the Statement of Applicability.
    struct Cover<'a> {
        /// The id of the assessed party.
        id: Option<Item<'a>>,
        /// The organization's name.
        organization: Option<&'a str>,
        /// The scope of the management system.
        scope: Option<&'a str>,
        /// The version of the Statement of Applicability.
        version: Option<&'a str>,
        /// The day for which it stands.
        date: Option<Date>,
        /// Who approves it.
        approver: Option<&'a str>,
    }

    /// Numbers of rows. The first three add up to all rows, the other five to those in scope.
    pub(super) struct Totals {
        /// Applicable, and operated by the organization.
        applicable: u32,
        /// Excluded.
        excluded: u32,
        /// Operated by a provider.
        inherited: u32,
        /// In scope and implemented.
        implemented: u32,
        /// In scope and partly implemented.
        partly: u32,
        /// In scope and planned.
        planned: u32,
        /// In scope and not implemented.
        not_implemented: u32,
        /// In scope, and nobody has looked at it.
        not_assessed: u32,
    }

    /// One control.
    struct Row<'a> {
        /// The control.
        id: Item<'a>,
        /// Its short title.
        title: &'a str,
        /// Whether it is applicable, excluded or inherited.
        applicability: Applicability,
        /// Why it is included.
        inclusion: Vec<Reason<'a>>,
        /// Why it is excluded.
        exclusion: Option<ExclusionReason>,
        /// The justification in words, of an excluded or inherited control.
        justification: Option<&'a str>,
        /// Who operates an inherited control.
        provider: Option<&'a str>,
        /// How far it is in place.
        implementation: Implementation,
        /// Who answers for it.
        owner: Option<&'a str>,
        /// Labels of the evidence, or the links of evidence without a label.
        evidence: Texts<'a>,
        /// When the answer last changed.
        changed: Option<Date>,
    }

    /// A reason to include a control.
    struct Reason<'a> {
        /// The typed reason.
        reason: InclusionReason,
        /// The risk, law or contract that it points at.
        reference: Option<&'a str>,
    }
}

impl Totals {
    pub(super) fn of(totals: &SoaTotals) -> Totals {
        Totals {
            applicable: totals.applicable,
            excluded: totals.excluded,
            inherited: totals.inherited,
            implemented: totals.implemented,
            partly: totals.partly,
            planned: totals.planned,
            not_implemented: totals.not_implemented,
            not_assessed: totals.not_assessed,
        }
    }
}

/// The Statement of Applicability as canonical JSON, with its cover.
pub fn soa_json(engine: &Engine, soa: &StatementOfApplicability, words: &Words) -> Vec<u8> {
    let about = &engine.document().about;
    let catalogue = engine.document().catalogue();
    let own = Soa {
        about: Cover {
            id: about.id.as_ref().map(|id| Item(id.as_str())),
            organization: said(&about.organization),
            scope: said(&about.scope),
            version: said(&about.version),
            date: about.date,
            approver: said(&about.approver),
        },
        totals: Totals::of(&soa.totals),
        rows: soa.rows.iter().map(|row| row_of(row, words.title_of(catalogue, row.item))).collect(),
    };
    written("annexa-soa", engine, &own).finish()
}

fn row_of<'a>(row: &'a SoaRow, title: &'a str) -> Row<'a> {
    let reasons = row.inclusion.iter();
    Row {
        id: Item(&row.id),
        title,
        applicability: row.applicability,
        inclusion: reasons
            .map(|(reason, reference)| Reason { reason: *reason, reference: said(reference) })
            .collect(),
        exclusion: row.exclusion,
        justification: said(&row.justification),
        provider: said(&row.provider),
        implementation: row.implementation,
        owner: said(&row.owner),
        evidence: Texts(row.evidence.iter().map(String::as_str).collect()),
        changed: row.changed,
    }
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
