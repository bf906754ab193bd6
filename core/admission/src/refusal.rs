//! Why a file is not admitted.

use annexa_vocabulary::Problem;

/// Collects refusals; the same trouble in many places of one kind becomes one.
#[derive(Debug, Default)]
pub(super) struct Report {
    entries: Vec<(Problem, u32)>,
}

impl Report {
    pub(super) fn add(
        &mut self,
        code: &'static str,
        place: impl Into<String>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let new = Problem::new(code, place, message, fix);
        let kind = |refusal: &Problem| refusal.place.split(' ').next().map(str::to_owned);
        let known = self
            .entries
            .iter_mut()
            .find(|(old, _)| old.code == new.code && old.fix == new.fix && kind(old) == kind(&new));
        match known {
            Some((_, others)) => *others = others.saturating_add(1),
            None => self.entries.push((new, 0)),
        }
    }

    /// Adds a refusal when `found` is above `limit`.
    pub(super) fn at_most(
        &mut self,
        code: &'static str,
        place: impl Into<String>,
        what: &str,
        (found, limit): (u64, u64),
        fix: &str,
    ) {
        if found > limit {
            let message = format!("{found} {what}, at most {limit} are admitted");
            self.add(code, place, message, fix);
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
