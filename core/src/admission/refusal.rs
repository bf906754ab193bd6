//! Why a file is not admitted.

use core::fmt;

/// One reason why a plugin file is not admitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A stable code, for instance `E-IMPORTS`.
    pub code: &'static str,
    /// Where in the file, for instance `function 12`; further places are counted.
    pub place: String,
    /// What is wrong: a lower-case sentence without a full stop.
    pub message: String,
    /// What to do about it, in the same form.
    pub fix: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}; {}", self.code, self.place, self.message, self.fix)
    }
}

impl core::error::Error for Refusal {}

/// Collects refusals; the same trouble in many places of one kind becomes one.
#[derive(Debug, Default)]
pub(super) struct Report {
    entries: Vec<(Refusal, u32)>,
}

impl Report {
    pub(super) fn add(
        &mut self,
        code: &'static str,
        place: impl Into<String>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let new = Refusal { code, place: place.into(), message: message.into(), fix: fix.into() };
        let kind = |refusal: &Refusal| refusal.place.split(' ').next().map(str::to_owned);
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

    pub(super) fn finish(self) -> Vec<Refusal> {
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
