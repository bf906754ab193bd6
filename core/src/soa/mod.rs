//! The Statement of Applicability, derived from the answers and never typed twice.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::{Applicability, ExclusionReason, Implementation, InclusionReason};
use crate::catalogue::{Catalogue, Kind};
use crate::facts::{Facts, ItemFacts, Source};
use crate::problem::Date;

/// The Statement of Applicability: a row for each control, totals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementOfApplicability {
    /// A row for each of the catalogue's controls, in order.
    pub rows: Vec<SoaRow>,
    /// Counted from the rows.
    pub totals: SoaTotals,
}

/// One control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoaRow {
    /// The control's place in [`Catalogue::items`].
    pub item: usize,
    /// The control's id.
    pub id: String,
    /// Whether it is applicable, excluded or inherited.
    pub applicability: Applicability,
    /// Why it is included, each reason with its reference or an empty text.
    pub inclusion: Vec<(InclusionReason, String)>,
    /// Why it is excluded.
    pub exclusion: Option<ExclusionReason>,
    /// The justification for exclusion or inheritance, or empty.
    pub justification: String,
    /// Who operates an inherited control, or empty.
    pub provider: String,
    /// How far it is in place.
    pub implementation: Implementation,
    /// Who answers for it, or empty.
    pub owner: String,
    /// Labels of the evidence, or the links of evidence without a label.
    pub evidence: Vec<String>,
    /// When the answer last changed.
    pub changed: Option<Date>,
}

/// Numbers of rows. `applicable`, `excluded` and `inherited` add up to all rows; the other
/// five add up to the rows that are not excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SoaTotals {
    /// Rows that are applicable and operated by the organization.
    pub applicable: u32,
    /// Rows that are excluded.
    pub excluded: u32,
    /// Rows that a provider operates.
    pub inherited: u32,
    /// Rows in scope that are implemented.
    pub implemented: u32,
    /// Rows in scope that are partly implemented.
    pub partly: u32,
    /// Rows in scope that are planned.
    pub planned: u32,
    /// Rows in scope that are not implemented.
    pub not_implemented: u32,
    /// Rows in scope that nobody has looked at.
    pub not_assessed: u32,
}

impl SoaRow {
    /// The reasons in words, for instance `risk (R-7)` or `no_activity`.
    pub fn reasons(&self) -> Vec<String> {
        if self.applicability == Applicability::Excluded {
            return self.exclusion.map(|reason| reason.word().to_owned()).into_iter().collect();
        }
        self.inclusion
            .iter()
            .map(|(reason, reference)| match reference.as_str() {
                "" => reason.word().to_owned(),
                reference => format!("{} ({reference})", reason.word()),
            })
            .collect()
    }
}

/// Derives the Statement of Applicability.
pub fn soa(catalogue: &Catalogue, facts: &Facts, source: &impl Source) -> StatementOfApplicability {
    let controls = facts.questions(catalogue).filter(|(_, item, _)| item.kind() == Kind::Control);
    let rows = controls.map(|(index, item, its)| row(index, item.id(), its, source));
    StatementOfApplicability { rows: rows.collect(), totals: SoaTotals::of(catalogue, facts) }
}

impl SoaTotals {
    /// The totals alone.
    pub fn of(catalogue: &Catalogue, facts: &Facts) -> SoaTotals {
        let mut totals = SoaTotals::default();
        let controls =
            facts.questions(catalogue).filter(|(_, item, _)| item.kind() == Kind::Control);
        controls.for_each(|(_, _, its)| totals.count(its));
        totals
    }

    /// Every total with its name, in order.
    pub fn named(&self) -> [(&'static str, u32); 8] {
        [
            ("applicable", self.applicable),
            ("excluded", self.excluded),
            ("inherited", self.inherited),
            ("implemented", self.implemented),
            ("partly", self.partly),
            ("planned", self.planned),
            ("not_implemented", self.not_implemented),
            ("not_assessed", self.not_assessed),
        ]
    }

    fn count(&mut self, its: &ItemFacts) {
        match its.applicability {
            Applicability::Applicable => self.applicable += 1,
            Applicability::Inherited => self.inherited += 1,
            Applicability::Excluded => {
                self.excluded += 1;
                return;
            }
        }
        match its.implementation {
            Implementation::NotAssessed => self.not_assessed += 1,
            Implementation::NotImplemented => self.not_implemented += 1,
            Implementation::Planned => self.planned += 1,
            Implementation::Partly => self.partly += 1,
            Implementation::Implemented => self.implemented += 1,
        }
    }
}

fn row(item: usize, id: &str, its: &ItemFacts, source: &impl Source) -> SoaRow {
    let is = |state| its.applicability == state;
    let text = |is_shown: bool, text: &str| if is_shown { text.to_owned() } else { String::new() };
    let is_applicable = is(Applicability::Applicable);
    let inclusion = source.inclusion(item).map(|it| (it.reason, it.reference.to_owned()));
    SoaRow {
        item,
        id: id.to_owned(),
        applicability: its.applicability,
        inclusion: inclusion.collect(),
        exclusion: its.reason.filter(|_| is(Applicability::Excluded)),
        justification: text(!is_applicable, source.justification(item)),
        provider: text(is(Applicability::Inherited), source.provider(item)),
        implementation: its.implementation,
        owner: source.owner(item).to_owned(),
        evidence: source.evidence(item).map(|it| it.name.to_owned()).collect(),
        changed: its.changed,
    }
}

#[cfg(test)]
mod tests;
