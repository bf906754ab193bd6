//! The scores of all groups, kept up to date one item at a time.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::Score;
use crate::catalogue::{Catalogue, ScoreKey};
use crate::facts::{Facts, ItemFacts};

/// What one item adds to each of its groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) in_scope: bool,
    /// The points in basis points; `None` while nobody has looked.
    pub(crate) points_bp: Option<u16>,
}

impl Share {
    /// What an item with these facts adds.
    pub(crate) fn of(facts: &ItemFacts) -> Share {
        let in_scope = facts.is_in_scope();
        Share { in_scope, points_bp: facts.implementation.points_bp().filter(|_| in_scope) }
    }
}

/// A score for each group of a catalogue.
#[derive(Debug, Clone)]
pub(crate) struct Scores {
    catalogue: Arc<Catalogue>,
    scores: Vec<Score>,
}

impl Scores {
    /// The scores of the facts, in one pass over the groups.
    pub(crate) fn of(catalogue: Arc<Catalogue>, facts: &Facts) -> Scores {
        let groups = catalogue.groups().iter().zip(0..);
        let scores = groups.map(|(group, place)| {
            let mut score = Score::new(ScoreKey(place));
            group.members().for_each(|member| score.add(Share::of(facts.item(member))));
            score
        });
        Scores { scores: scores.collect(), catalogue }
    }

    /// Replaces what an item adds; the changed scores go to `changed`.
    pub(crate) fn replace(
        &mut self,
        item: usize,
        old: Share,
        new: Share,
        changed: &mut Vec<Score>,
    ) {
        if old == new {
            return;
        }
        let groups = self.catalogue.memberships(item);
        changed.reserve_exact(groups.len());
        for group in groups {
            if let Some(score) = self.scores.get_mut(usize::from(*group)) {
                score.take(old);
                score.add(new);
                changed.push(*score);
            }
        }
    }

    /// The scores in the order of the catalogue's groups.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Score> {
        self.scores.iter()
    }

    /// The score of a group.
    pub(crate) fn get(&self, key: ScoreKey) -> Option<&Score> {
        self.scores.get(key.index())
    }
}

impl Score {
    fn add(&mut self, share: Share) {
        self.in_scope += u32::from(share.in_scope);
        self.assessed += u32::from(share.points_bp.is_some());
        self.points_bp += u32::from(share.points_bp.unwrap_or(0));
    }

    fn take(&mut self, share: Share) {
        self.in_scope -= u32::from(share.in_scope);
        self.assessed -= u32::from(share.points_bp.is_some());
        self.points_bp -= u32::from(share.points_bp.unwrap_or(0));
    }
}
