//! The Statement of Applicability, derived from answers, risks and obligations, and never typed
//! twice.

mod approval;
mod compare;
mod driver;
mod plan;
mod rows;
mod text;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::assessment::{
    Applicability, ExclusionReason, Implementation, InclusionReason, OwnControl, System,
};
use crate::catalogue::{Catalogue, Kind};
use crate::facts::{ControlPlace, Facts, ItemFacts, Ledger, Source};
use crate::problem::Date;
use crate::risk::label_order;
use crate::words::Words;

pub use approval::{Approved, approved, content_digest, status_digest};
pub use compare::{Comparison, Contradiction};
pub use driver::{Driver, Reason, reason_of};
pub use plan::{Due, Serving};
pub(crate) use rows::Rows;
pub use text::inclusion_text;

/// The Statement of Applicability: a row for each control, totals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementOfApplicability {
    /// A row for each of the catalogue's controls, in order, then one for each own control, by
    /// label.
    pub rows: Vec<Arc<SoaRow>>,
    /// Counted from the rows of the catalogue.
    pub totals: SoaTotals,
    /// Counted from the rows of own controls.
    pub own_totals: SoaTotals,
}

/// One control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoaRow {
    /// The control's place: in [`Catalogue::items`], or behind all items.
    pub item: ControlPlace,
    /// The control's id.
    pub id: String,
    /// The title of an own control, or empty.
    pub own_title: String,
    /// Whether it is applicable, excluded or inherited.
    pub applicability: Applicability,
    /// Why it is included: what follows from risks and obligations, then what a person adds.
    pub reasons: Vec<Reason>,
    /// What a person says of the inclusion.
    pub inclusion_words: String,
    /// Why it is excluded.
    pub exclusion: Option<ExclusionReason>,
    /// The justification for exclusion or inheritance, or empty.
    pub justification: String,
    /// Who operates an inherited control, or empty.
    pub provider: String,
    /// How far it is in place.
    pub implementation: Implementation,
    /// Until when what is missing is planned, the earliest first.
    pub plan: Vec<Due>,
    /// Who answers for it, or empty.
    pub owner: String,
    /// Labels of the evidence, or the links of evidence without a label.
    pub evidence: Vec<String>,
    /// Where it stands in the comparison with the catalogue; of an own control nothing is
    /// compared.
    pub comparison: Option<Comparison>,
    /// What contradicts the row.
    pub contradictions: Vec<Contradiction>,
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
        let mut reasons: Vec<String> = Vec::new();
        for reason in &self.reasons {
            let word = match reason.reference.as_str() {
                "" => reason.reason.word().to_owned(),
                reference => format!("{} ({reference})", reason.reason.word()),
            };
            // A risk may both be treated by a control and be held by it.
            if reasons.last() != Some(&word) {
                reasons.push(word);
            }
        }
        reasons
    }

    /// The kinds of reasons, each once, in their order.
    pub fn reason_kinds(&self) -> Vec<InclusionReason> {
        let mut kinds: Vec<InclusionReason> = self.reasons.iter().map(|it| it.reason).collect();
        kinds.dedup();
        kinds
    }

    /// Whether something other than a person's word calls for the control.
    pub fn is_driven(&self) -> bool {
        self.reasons.iter().any(|reason| reason.driver != Driver::Stated)
    }

    /// The control's short title.
    pub fn title<'a>(&'a self, catalogue: &'a Catalogue, words: &'a Words) -> &'a str {
        if self.is_own() { &self.own_title } else { words.title_of(catalogue, self.item) }
    }

    /// Whether it is a control of one's own.
    pub fn is_own(&self) -> bool {
        self.comparison.is_none()
    }

    fn of(statement: &Statement<'_, impl Source>, item: ControlPlace, id: &str) -> SoaRow {
        let Statement { facts, ledger, source, ref labels, today, .. } = *statement;
        let its = ledger.control(facts, item);
        let is = |state| its.applicability == state;
        let text =
            |is_shown: bool, text: &str| if is_shown { text.to_owned() } else { String::new() };
        let is_applicable = is(Applicability::Applicable);
        let reasons = driver::reasons(ledger, labels, item, source.inclusion(item), today);
        SoaRow {
            item,
            id: id.to_owned(),
            own_title: String::new(),
            applicability: its.applicability,
            inclusion_words: text(!is(Applicability::Excluded), source.inclusion_words(item)),
            exclusion: its.reason.filter(|_| is(Applicability::Excluded)),
            justification: text(!is_applicable, source.justification(item)),
            provider: text(is(Applicability::Inherited), source.provider(item)),
            implementation: its.implementation,
            plan: plan::plan(statement, item),
            owner: source.owner(item).to_owned(),
            evidence: source.evidence(item).map(|it| it.name.to_owned()).collect(),
            comparison: None,
            contradictions: contradictions(its, &reasons),
            changed: its.changed,
            reasons,
        }
    }
}

/// What contradicts an exclusion.
fn contradictions(its: &ItemFacts, reasons: &[Reason]) -> Vec<Contradiction> {
    let mut contradictions = Vec::new();
    if its.applicability != Applicability::Excluded {
        return contradictions;
    }
    let has = |drivers: &[Driver]| reasons.iter().any(|it| drivers.contains(&it.driver));
    if has(&[Driver::Treats, Driver::Holds]) {
        contradictions.push(Contradiction::ExcludedUsed);
    }
    if has(&[Driver::Obliged]) {
        contradictions.push(Contradiction::ExcludedObliged);
    }
    contradictions
}

/// What a statement is derived from.
struct Statement<'a, S: Source> {
    facts: &'a Facts,
    ledger: &'a Ledger,
    source: &'a S,
    system: &'a System,
    labels: driver::Labels<'a>,
    today: Option<Date>,
}

/// Derives the Statement of Applicability for a day; without one no obligation has ended.
pub fn soa(
    catalogue: &Catalogue,
    facts: &Facts,
    ledger: &Ledger,
    source: &impl Source,
    today: Option<Date>,
) -> StatementOfApplicability {
    soa_with(catalogue, facts, ledger, source, today, &Rows::default())
}

/// The same, with the rows that were made of the same and for the same day already.
pub(crate) fn soa_with(
    catalogue: &Catalogue,
    facts: &Facts,
    ledger: &Ledger,
    source: &impl Source,
    today: Option<Date>,
    known: &Rows,
) -> StatementOfApplicability {
    let system = source.system();
    let labels = driver::Labels::of(system, known);
    let statement = Statement { facts, ledger, source, system, labels, today };
    let controls = facts.questions(catalogue).filter(|(_, item, _)| item.kind() == Kind::Control);
    let mut rows: Vec<Arc<SoaRow>> = Vec::new();
    for (index, item, its) in controls {
        rows.push(known.row(ledger, index, || {
            let row = SoaRow::of(&statement, index, item.id());
            SoaRow { comparison: Some(compare::compare(&row, its)), ..row }
        }));
    }
    let mut own: Vec<(usize, &OwnControl)> = system.own_controls.iter().enumerate().collect();
    own.sort_by(|(_, one), (_, other)| {
        label_order(&one.label, &other.label).then_with(|| one.id.cmp(&other.id))
    });
    for (place, control) in own {
        let index = ledger.own_place(place);
        rows.push(known.row(ledger, index, || {
            let row = SoaRow::of(&statement, index, control.id.as_str());
            SoaRow { own_title: control.title.clone(), ..row }
        }));
    }
    let mut own_totals = SoaTotals::default();
    ledger.own.iter().for_each(|its| own_totals.count(its));
    StatementOfApplicability { rows, totals: SoaTotals::of(catalogue, facts), own_totals }
}

impl StatementOfApplicability {
    /// Totals of the catalogue's controls and of own ones together.
    pub fn all_totals(&self) -> SoaTotals {
        let (one, other) = (&self.totals, &self.own_totals);
        SoaTotals {
            applicable: one.applicable + other.applicable,
            excluded: one.excluded + other.excluded,
            inherited: one.inherited + other.inherited,
            implemented: one.implemented + other.implemented,
            partly: one.partly + other.partly,
            planned: one.planned + other.planned,
            not_implemented: one.not_implemented + other.not_implemented,
            not_assessed: one.not_assessed + other.not_assessed,
        }
    }

    /// How many of the catalogue's controls are compared, how many of them nobody decided about,
    /// and how many contradictions there are.
    pub fn compared(&self) -> (usize, usize, usize) {
        let compared = self.rows.iter().filter(|row| !row.is_own());
        let undecided =
            self.rows.iter().filter(|row| row.comparison == Some(Comparison::Undecided));
        let contradictions = self.rows.iter().map(|row| row.contradictions.len()).sum();
        (compared.count(), undecided.count(), contradictions)
    }
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

#[cfg(test)]
mod tests;
