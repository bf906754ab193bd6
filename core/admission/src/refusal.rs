//! Why a file is not admitted.

use annexa_vocabulary::Problem;

/// Collects refusals; the same trouble in many places of one kind becomes one.
#[derive(Debug, Default)]
pub(super) struct Report {
    entries: Vec<(Problem, u32)>,
}

impl Report {
    pub(super) fn add(&mut self, place: impl Into<String>, problem: Problem) {
        let new = problem.at(place);
        let kind = |refusal: &Problem| {
            let place = refusal.place.split(' ').next().map(str::to_owned);
            (refusal.code, refusal.case, place)
        };
        let known = self.entries.iter_mut().find(|(old, _)| kind(old) == kind(&new));
        match known {
            Some((_, others)) => *others = others.saturating_add(1),
            None => self.entries.push((new, 0)),
        }
    }

    /// Adds a refusal when `found` is above `limit`.
    pub(super) fn at_most(
        &mut self,
        place: impl Into<String>,
        (found, limit): (u64, u64),
        problem: impl FnOnce(u64, u64) -> Problem,
    ) {
        if found > limit {
            self.add(place, problem(found, limit));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn finish(self) -> Vec<Problem> {
        let entries = self.entries.into_iter();
        entries
            .map(|(mut refusal, others)| {
                if others > 0 {
                    refusal.place = format!("{} and {others} more", refusal.place);
                }
                refusal
            })
            .collect()
    }
}
