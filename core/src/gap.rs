//! The gap list: what stands below target, and what would help.

use crate::assessment::{Applicability, Document, Finding, FindingKind, Implementation};
use crate::catalogue::Force;
use crate::engine::{Engine, ItemState};
use crate::messages::{self, fill};
use crate::words::Words;

/// A requirement or applicable control below its target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The item's id.
    pub id: String,
    /// The item's short title.
    pub title: String,
    /// Whether closing the gap is required or advised.
    pub force: Force,
    /// How far the item is in place.
    pub implementation: Implementation,
    /// What is missing, in words.
    pub missing: String,
    /// How to get there.
    pub guidance: Vec<String>,
    /// Who answers for the item, or empty.
    pub owner: String,
    /// When it is due, as `2026-11-23`, or empty.
    pub due: String,
}

impl Engine {
    /// Every requirement and every control that is not excluded, below its target, in the
    /// catalogue's order. An item that nobody has looked at is a gap in knowledge, and its
    /// words say so.
    pub fn gaps(&self) -> Vec<Gap> {
        let words = Words::english();
        self.states().filter_map(|state| gap(self.document(), &words, state)).collect()
    }
}

fn gap(document: &Document, words: &Words, state: ItemState) -> Option<Gap> {
    if state.applicability == Applicability::Excluded {
        return None;
    }
    let item = document.catalogue().items().get(state.index)?;
    let answer = document.answer_at(state.index);
    let mut missing: Vec<String> = Vec::new();
    missing.extend(below_target(state.implementation).map(str::to_owned));
    if let Some(maturity) = answer.and_then(|answer| answer.maturity)
        && let Some(target) = maturity.target
        && maturity.level < target
    {
        let (level, target) = (maturity.level.to_string(), target.to_string());
        missing.push(fill(messages::GAP_MATURITY, &[("level", &level), ("target", &target)]));
    }
    let nonconformity = |finding: &&Finding| {
        matches!(finding.kind, FindingKind::MinorNonconformity | FindingKind::MajorNonconformity)
    };
    if let Some(finding) = answer.and_then(|answer| answer.finding.as_ref()).filter(nonconformity) {
        let kind = finding.kind.word().replace('_', " ");
        missing.push(fill(messages::GAP_FINDING, &[("kind", &kind)]));
    }
    if missing.is_empty() {
        return None;
    }
    let words = words.item_of(document.catalogue(), state.index);
    let guidance = words.guidance.into_iter();
    Some(Gap {
        id: item.id().to_owned(),
        title: words.title.to_owned(),
        force: item.force(),
        implementation: state.implementation,
        missing: missing.join(" "),
        guidance: guidance.map(str::to_owned).collect(),
        owner: answer.map(|answer| answer.owner.clone()).unwrap_or_default(),
        due: answer.and_then(|answer| answer.due).map(|due| due.to_string()).unwrap_or_default(),
    })
}

fn below_target(implementation: Implementation) -> Option<&'static str> {
    match implementation {
        Implementation::NotAssessed => Some(messages::GAP_NOT_ASSESSED),
        Implementation::NotImplemented => Some(messages::GAP_NOT_IMPLEMENTED),
        Implementation::Planned => Some(messages::GAP_PLANNED),
        Implementation::Partly => Some(messages::GAP_PARTLY),
        Implementation::Implemented => None,
    }
}
