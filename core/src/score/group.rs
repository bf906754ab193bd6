//! The scores of all groups, kept up to date one item at a time.

use alloc::sync::Arc;

use super::Score;
use crate::assessment::{Answer, Applicability};
use crate::catalogue::{Catalogue, Item, Kind, ScoreKey};

/// What one item adds to each of its groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Share {
    pub(crate) in_scope: bool,
    /// The points in basis points; `None` while nobody has looked.
    pub(crate) points_bp: Option<u16>,
}

/// What an item with this answer adds. Only a control can be out of scope: a requirement
/// always applies, whatever a file says.
pub(crate) fn share_of(item: &Item, answer: Option<&Answer>) -> Share {
    let excluded = item.kind() == Kind::Control
        && answer.is_some_and(|answer| answer.applicability.state == Applicability::Excluded);
    let points_bp = answer.and_then(|answer| answer.effective_implementation().points_bp());
    Share { in_scope: !excluded, points_bp: points_bp.filter(|_| !excluded) }
}

/// A score for each group of a catalogue.
#[derive(Debug, Clone)]
pub(crate) struct Scores {
    catalogue: Arc<Catalogue>,
    scores: Vec<Score>,
}

impl Scores {
    /// The scores of what each item adds, in one pass.
    pub(crate) fn sum(catalogue: Arc<Catalogue>, share: impl Fn(usize) -> Share) -> Scores {
        let groups = catalogue.groups().iter().zip(0..);
        let scores = groups.map(|(group, place)| {
            let mut score = Score::new(ScoreKey(place));
            group.members().for_each(|member| score.add(share(member)));
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
