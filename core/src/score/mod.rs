//! Scores: conformity over what was assessed, always beside how much was assessed.
//!
//! All numbers are integers in basis points, 10 000 being the whole. A share is rounded
//! half up.

mod explain;
mod group;

pub use explain::{Explanation, Input};

pub use crate::catalogue::ScoreKey;

pub(crate) use explain::explain;
pub(crate) use group::{Scores, Share};

/// The score of one group of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// Which group of the catalogue.
    pub key: ScoreKey,
    /// How many items of the group are in scope: all but excluded controls.
    pub in_scope: u32,
    /// How many of them have been assessed.
    pub assessed: u32,
    /// The points of the assessed items together, 0 to 10 000 for each.
    pub points_bp: u32,
}

impl Score {
    pub(crate) fn new(key: ScoreKey) -> Score {
        Score { key, in_scope: 0, assessed: 0, points_bp: 0 }
    }

    /// The conformity of what was assessed, 0 to 10 000; `None` while nothing is.
    pub fn score_bp(&self) -> Option<u32> {
        (self.assessed > 0).then(|| share(self.points_bp, self.assessed))
    }

    /// How much of the scope was assessed, 0 to 10 000; `None` where nothing is in scope.
    pub fn coverage_bp(&self) -> Option<u32> {
        (self.in_scope > 0).then(|| share(self.assessed.saturating_mul(10_000), self.in_scope))
    }
}

/// `part / whole`, rounded half up; 0 for a whole of 0.
fn share(part: u32, whole: u32) -> u32 {
    (part.saturating_add(whole / 2)).checked_div(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests;
