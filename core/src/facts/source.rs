//! Where a rule finds the words and lists that facts only count.

use crate::assessment::{Document, InclusionReason, System};
use crate::problem::Date;

/// A piece of evidence as a rule sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceFact<'s> {
    /// What it is called: its label, or the link of one without a label.
    pub name: &'s str,
    /// When it was made or last reviewed.
    pub date: Option<Date>,
    /// How long it stays fresh.
    pub review_months: Option<u8>,
}

/// A reason for inclusion as a rule sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InclusionFact<'s> {
    /// The typed reason.
    pub reason: InclusionReason,
    /// What it points at, or empty.
    pub reference: &'s str,
}

/// Gives words and lists by an item's place; own controls have theirs behind all items. What is not there is empty.
pub trait Source {
    /// The justification of an exclusion or inheritance.
    fn justification(&self, item: usize) -> &str;
    /// Who operates an inherited control.
    fn provider(&self, item: usize) -> &str;
    /// Who answers for the item.
    fn owner(&self, item: usize) -> &str;
    /// Its evidence in order.
    fn evidence(&self, item: usize) -> impl Iterator<Item = EvidenceFact<'_>>;
    /// Its reasons for inclusion in order.
    fn inclusion(&self, item: usize) -> impl Iterator<Item = InclusionFact<'_>>;
    /// What is said of the management system beside the answers.
    fn system(&self) -> &System;
    /// What is said of the scope, or nothing.
    fn scope(&self) -> &str;
    /// What a person says of the inclusion of a control.
    fn inclusion_words(&self, item: usize) -> &str;
    /// The ids of answers that the catalogue does not know, in order.
    fn unknown(&self) -> impl Iterator<Item = &str>;
}

impl Source for Document {
    fn justification(&self, item: usize) -> &str {
        self.control_answer(item).map_or("", |answer| &answer.applicability.justification)
    }

    fn provider(&self, item: usize) -> &str {
        self.control_answer(item).map_or("", |answer| &answer.applicability.provider)
    }

    fn owner(&self, item: usize) -> &str {
        self.control_answer(item).map_or("", |answer| &answer.owner)
    }

    fn evidence(&self, item: usize) -> impl Iterator<Item = EvidenceFact<'_>> {
        let evidence = self.control_answer(item).into_iter().flat_map(|answer| &answer.evidence);
        evidence.map(|it| EvidenceFact {
            name: if it.label.is_empty() { &it.link } else { &it.label },
            date: it.date,
            review_months: it.review_months,
        })
    }

    fn inclusion(&self, item: usize) -> impl Iterator<Item = InclusionFact<'_>> {
        let inclusion = self.control_answer(item).into_iter().flat_map(|answer| &answer.inclusion);
        inclusion.map(|it| InclusionFact { reason: it.reason, reference: &it.reference })
    }

    fn inclusion_words(&self, item: usize) -> &str {
        self.control_answer(item).map_or("", |answer| &answer.inclusion_words)
    }

    fn system(&self) -> &System {
        Document::system(self)
    }

    fn scope(&self) -> &str {
        self.about.scope.trim()
    }

    fn unknown(&self) -> impl Iterator<Item = &str> {
        self.unknown_ids().map(|id| id.as_str())
    }
}
