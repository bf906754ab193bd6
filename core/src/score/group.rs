//! The groups of a catalogue, kept up to date one item at a time.

use super::{Score, ScoreKey};
use crate::assessment::{Answer, Applicability};
use crate::catalogue::{Attribute, Catalogue, Item, Kind, Theme};

/// What one item adds to each of its groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) in_scope: bool,
    /// The points in basis points; `None` while nobody has looked.
    pub(crate) points_bp: Option<u16>,
}

/// What an item with this answer adds. Only a control can be out of scope: a requirement
/// always applies, whatever a file says.
pub(crate) fn part(item: &Item, answer: Option<&Answer>) -> Part {
    let excluded = item.kind() == Kind::Control
        && answer.is_some_and(|answer| answer.applicability.state == Applicability::Excluded);
    let points_bp = answer.and_then(|answer| answer.effective_implementation().points_bp());
    Part { in_scope: !excluded, points_bp: points_bp.filter(|_| !excluded) }
}

/// The scores of all groups, and which groups each item belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Groups {
    scores: Vec<Score>,
    /// For each item of the catalogue, indexes into `scores`.
    memberships: Vec<Box<[u16]>>,
}

impl Groups {
    /// The groups that have items, with every item in scope and none assessed.
    pub(crate) fn new(catalogue: &Catalogue) -> Groups {
        let items = catalogue.items();
        let used = keys().into_iter().filter(|key| items.iter().any(|item| belongs(item, *key)));
        let mut scores: Vec<Score> =
            used.zip(0..).map(|(key, place)| Score::new(key, place)).collect();
        let memberships: Vec<Box<[u16]>> = items
            .iter()
            .map(|item| {
                let groups = scores.iter().filter(|score| belongs(item, score.key));
                groups.map(|score| score.place).collect()
            })
            .collect();
        for place in memberships.iter().flatten() {
            if let Some(score) = scores.get_mut(usize::from(*place)) {
                score.in_scope += 1;
            }
        }
        Groups { scores, memberships }
    }

    /// Replaces what an item adds; the changed scores go to `changed`.
    pub(crate) fn replace(&mut self, item: usize, old: Part, new: Part, changed: &mut Vec<Score>) {
        if old == new {
            return;
        }
        for index in self.memberships.get(item).map(|groups| &**groups).unwrap_or_default() {
            let Some(score) = self.scores.get_mut(usize::from(*index)) else { continue };
            score.in_scope = score.in_scope - u32::from(old.in_scope) + u32::from(new.in_scope);
            score.assessed = score.assessed - u32::from(old.points_bp.is_some())
                + u32::from(new.points_bp.is_some());
            score.points_bp = score.points_bp - u32::from(old.points_bp.unwrap_or(0))
                + u32::from(new.points_bp.unwrap_or(0));
            changed.push(*score);
        }
    }

    /// The scores in a fixed order.
    pub(crate) fn scores(&self) -> impl Iterator<Item = &Score> {
        self.scores.iter()
    }

    /// The indexes of the items of a group.
    pub(crate) fn members(&self, key: ScoreKey) -> impl Iterator<Item = usize> {
        let group = self.score(key).map(|score| score.place);
        self.memberships
            .iter()
            .enumerate()
            .filter(move |(_, groups)| group.is_some_and(|group| groups.contains(&group)))
            .map(|(item, _)| item)
    }

    /// The score of a group.
    pub(crate) fn score(&self, key: ScoreKey) -> Option<&Score> {
        self.scores.iter().find(|score| score.key == key)
    }
}

fn keys() -> Vec<ScoreKey> {
    let mut keys = vec![ScoreKey::Requirements, ScoreKey::Controls];
    keys.extend((4..=10).map(ScoreKey::Clause));
    keys.extend(Theme::ALL.map(ScoreKey::Theme));
    keys.extend(Attribute::ALL.into_iter().flat_map(Attribute::values).map(ScoreKey::Attribute));
    keys
}

fn belongs(item: &Item, key: ScoreKey) -> bool {
    match (item.kind(), key) {
        (Kind::Requirement, ScoreKey::Requirements) | (Kind::Control, ScoreKey::Controls) => true,
        (Kind::Requirement, ScoreKey::Clause(clause)) => item.chapter() == clause.to_string(),
        (Kind::Control, ScoreKey::Theme(theme)) => item.theme() == Some(theme),
        (Kind::Control, ScoreKey::Attribute(value)) => {
            item.attribute(value.attribute()).any(|other| other == value)
        }
        _ => false,
    }
}
