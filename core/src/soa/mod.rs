//! The Statement of Applicability, derived from the answers and never typed twice.

use crate::assessment::{
    About, Answer, Applicability, ExclusionReason, Implementation, InclusionReason,
};
use crate::catalogue::Kind;
use crate::engine::{Engine, ItemState};
use crate::words::Words;

/// The Statement of Applicability: cover, a row for each control, totals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementOfApplicability {
    /// The cover.
    pub about: About,
    /// A row for each of the catalogue's controls, in order.
    pub rows: Vec<SoaRow>,
    /// Counted from the rows.
    pub totals: SoaTotals,
}

/// One control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoaRow {
    /// The control's id.
    pub id: String,
    /// The control's short title.
    pub title: String,
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
    /// When the answer last changed, as `2026-11-23`, or empty.
    pub changed: String,
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

impl Engine {
    /// Derives the Statement of Applicability.
    pub fn soa(&self) -> StatementOfApplicability {
        let catalogue = self.document().catalogue();
        let words = Words::english();
        let mut rows = Vec::new();
        let mut totals = SoaTotals::default();
        for state in self.states() {
            let Some(item) = catalogue.items().get(state.index) else { continue };
            if item.kind() == Kind::Control {
                totals.count(&state);
                let answer = self.document().answer_at(state.index);
                rows.push(row(item.id(), words.title_of(catalogue, state.index), state, answer));
            }
        }
        StatementOfApplicability { about: self.document().about.clone(), rows, totals }
    }
}

impl SoaTotals {
    fn count(&mut self, state: &ItemState) {
        match state.applicability {
            Applicability::Applicable => self.applicable += 1,
            Applicability::Inherited => self.inherited += 1,
            Applicability::Excluded => {
                self.excluded += 1;
                return;
            }
        }
        match state.implementation {
            Implementation::NotAssessed => self.not_assessed += 1,
            Implementation::NotImplemented => self.not_implemented += 1,
            Implementation::Planned => self.planned += 1,
            Implementation::Partly => self.partly += 1,
            Implementation::Implemented => self.implemented += 1,
        }
    }
}

fn row(id: &str, title: &str, state: ItemState, answer: Option<&Answer>) -> SoaRow {
    let mut row = SoaRow {
        id: id.to_owned(),
        title: title.to_owned(),
        applicability: state.applicability,
        inclusion: Vec::new(),
        exclusion: None,
        justification: String::new(),
        provider: String::new(),
        implementation: state.implementation,
        owner: String::new(),
        evidence: Vec::new(),
        changed: String::new(),
    };
    let Some(answer) = answer else { return row };
    match state.applicability {
        Applicability::Applicable => {}
        Applicability::Excluded => {
            row.exclusion = answer.applicability.reason;
            row.justification = answer.applicability.justification.clone();
        }
        Applicability::Inherited => {
            row.provider = answer.applicability.provider.clone();
            row.justification = answer.applicability.justification.clone();
        }
    }
    row.inclusion =
        answer.inclusion.iter().map(|reason| (reason.reason, reason.reference.clone())).collect();
    row.owner = answer.owner.clone();
    row.evidence = answer
        .evidence
        .iter()
        .map(|evidence| {
            if evidence.label.is_empty() { &evidence.link } else { &evidence.label }.clone()
        })
        .collect();
    row.changed = answer.changed.map(|date| date.to_string()).unwrap_or_default();
    row
}

#[cfg(test)]
mod tests;
