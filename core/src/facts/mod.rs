//! What the rules know of an assessment: plain values for each item, and words on request.
//!
//! Scores, gaps, lint and the Statement of Applicability take facts and never a document, so
//! that a rule is written once, whatever the facts were made from.

#[cfg(feature = "whole")]
mod due;
#[cfg(feature = "whole")]
mod ledger;
#[cfg(feature = "whole")]
mod scale;
#[cfg(feature = "whole")]
mod source;
mod state;

use alloc::vec::Vec;

use crate::assessment::{
    Answer, Applicability, Document, ExclusionReason, FindingKind, Implementation, Maturity,
    Response,
};
use crate::catalogue::{Catalogue, Kind};
use crate::problem::Date;

#[cfg(feature = "whole")]
pub use due::{ActionFacts, ObligationFacts};
#[cfg(feature = "whole")]
pub use ledger::{ControlPlace, Ledger, Missing, RiskFacts, Uses};
#[cfg(feature = "whole")]
pub(crate) use ledger::{Digested, control_place, lasts, place_of};
#[cfg(feature = "whole")]
pub use scale::{Key, Remains, Scale, Steps};
#[cfg(feature = "whole")]
pub use source::{EvidenceFact, InclusionFact, Source};
pub use state::State;

/// What is said about one item, without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemFacts {
    /// Whether there is an answer at all.
    pub has_answer: bool,
    /// The answer to the question.
    pub response: Option<Response>,
    /// How far it is in place: the explicit value, or what the response suggests.
    pub implementation: Implementation,
    /// Whether an explicit value differs from what the response suggests.
    pub is_overridden: bool,
    /// Whether it belongs to the management system. A requirement always does, whatever a
    /// file says; see `stated`.
    pub applicability: Applicability,
    /// Applicability as the answer states it.
    pub stated: Applicability,
    /// Why a control is excluded.
    pub reason: Option<ExclusionReason>,
    /// When an exclusion is looked at again.
    pub review: Option<Date>,
    /// How mature the practice is.
    pub maturity: Option<Maturity>,
    /// How grave an auditor's finding is.
    pub finding: Option<FindingKind>,
    /// When what is missing is due.
    pub due: Option<Date>,
    /// When the answer last changed.
    pub changed: Option<Date>,
    /// How many reasons for inclusion there are.
    pub inclusions: u8,
    /// How many pieces of evidence there are.
    pub evidence: u8,
    /// Whether a justification of the exclusion or inheritance is there.
    pub has_justification: bool,
    /// Whether a provider is named.
    pub has_provider: bool,
    /// Whether somebody answers for it.
    pub has_owner: bool,
}

impl ItemFacts {
    /// The facts of an item without an answer.
    pub const NONE: ItemFacts = ItemFacts {
        has_answer: false,
        response: None,
        implementation: Implementation::NotAssessed,
        is_overridden: false,
        applicability: Applicability::Applicable,
        stated: Applicability::Applicable,
        reason: None,
        review: None,
        maturity: None,
        finding: None,
        due: None,
        changed: None,
        inclusions: 0,
        evidence: 0,
        has_justification: false,
        has_provider: false,
        has_owner: false,
    };

    /// The facts of an answer to an item of this kind.
    pub fn of(kind: Kind, answer: Option<&Answer>) -> ItemFacts {
        let Some(answer) = answer else { return ItemFacts::NONE };
        let scope = &answer.applicability;
        let is_control = kind == Kind::Control;
        let len = |len: usize| u8::try_from(len).unwrap_or(u8::MAX);
        ItemFacts {
            has_answer: true,
            response: answer.response,
            implementation: answer.effective_implementation(),
            is_overridden: answer.is_overridden(),
            applicability: if is_control { scope.state } else { Applicability::Applicable },
            stated: scope.state,
            reason: scope.reason,
            review: scope.review,
            maturity: answer.maturity,
            finding: answer.finding.as_ref().map(|finding| finding.kind),
            due: answer.due,
            changed: answer.changed,
            // The limits of a file are below both.
            inclusions: len(answer.inclusion.len()),
            evidence: len(answer.evidence.len()),
            has_justification: !scope.justification.trim().is_empty(),
            has_provider: !scope.provider.trim().is_empty(),
            has_owner: !answer.owner.trim().is_empty(),
        }
    }

    /// Whether a person has looked at the item: "do not know" is an answer too.
    pub fn is_answered(&self) -> bool {
        self.response.is_some()
            || self.implementation != Implementation::NotAssessed
            || self.applicability != Applicability::Applicable
    }

    /// Whether a control is in place: implemented, not excluded, and with a provider where it is
    /// inherited.
    pub fn is_in_place(&self) -> bool {
        self.implementation == Implementation::Implemented
            && match self.applicability {
                Applicability::Applicable => true,
                Applicability::Inherited => self.has_provider,
                Applicability::Excluded => false,
            }
    }

    /// Whether the item is in the scope of the assessment: all but excluded controls.
    pub fn is_in_scope(&self) -> bool {
        self.applicability != Applicability::Excluded
    }
}

/// The facts of each item of a catalogue, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts(Vec<ItemFacts>);

impl Facts {
    /// The facts of a document.
    pub fn of(document: &Document) -> Facts {
        let items = document.catalogue().items().iter().enumerate();
        let facts =
            items.map(|(index, item)| ItemFacts::of(item.kind(), document.answer_at(index)));
        Facts(facts.collect())
    }

    /// The facts of one item.
    pub fn item(&self, index: usize) -> &ItemFacts {
        self.0.get(index).unwrap_or(&ItemFacts::NONE)
    }

    /// Every requirement and control with its place and facts, in the catalogue's order.
    pub fn questions<'f>(
        &'f self,
        catalogue: &'f Catalogue,
    ) -> impl Iterator<Item = (usize, &'f crate::catalogue::Item, &'f ItemFacts)> {
        let items = catalogue.items().iter().zip(&self.0).enumerate();
        items
            .filter(|(_, (item, _))| item.is_assessed())
            .map(|(index, (item, facts))| (index, item, facts))
    }

    /// What a crosswalk concludes from: the state of each item, by its place.
    pub fn states(&self) -> Vec<State> {
        self.0.iter().map(State::of).collect()
    }

    /// Replaces the facts of one item, and gives the old ones.
    pub(crate) fn replace(&mut self, index: usize, new: ItemFacts) -> ItemFacts {
        match self.0.get_mut(index) {
            Some(facts) => core::mem::replace(facts, new),
            None => ItemFacts::NONE,
        }
    }
}

#[cfg(test)]
mod tests;
