//! Findings that depend on the day: a rule is asked once for each span of days in which nothing
//! it looks at changes, and what it finds carries the days between which it holds.

use alloc::vec::Vec;

use super::Lint;
use super::rules::Found;
use crate::problem::Date;

/// The day for a rule that no day changes.
pub(super) const ANY_DAY: Date = Date::FIRST;

/// Days on which something changes: the first of each new span.
#[derive(Debug, Clone, Default)]
pub(super) struct Days(Vec<Date>);

impl Days {
    /// Something holds from a day on.
    pub(super) fn from(&mut self, day: Option<Date>) {
        self.0.extend(day);
    }

    /// Something holds up to and with a day.
    pub(super) fn until(&mut self, day: Option<Date>) {
        self.0.extend(day.and_then(Date::next));
    }

    /// Something holds until so many months after a day.
    pub(super) fn months_after(&mut self, day: Option<Date>, months: u8) {
        self.until(day.map(|day| day.plus_months(u16::from(months))));
    }

    /// The spans, each with its first and last day, and one of its days.
    fn spans(mut self) -> Vec<(Option<Date>, Option<Date>, Date)> {
        crate::order::sort(&mut self.0, |one, other| one < other);
        self.0.dedup();
        let mut spans = Vec::new();
        let first = self.0.first();
        match first.map(|first| first.previous()) {
            None => spans.push((None, None, ANY_DAY)),
            Some(Some(ahead)) => spans.push((None, Some(ahead), ahead)),
            // Nothing is ahead of the first day that there is.
            Some(None) => {}
        }
        for (place, first) in self.0.iter().enumerate() {
            let last = self.0.get(place + 1).and_then(|next| next.previous());
            spans.push((Some(*first), last, *first));
        }
        spans
    }
}

impl Found {
    /// Asks a rule for each span of days, and joins what it finds in neighbouring ones.
    pub(super) fn over(&mut self, days: Days, rule: &mut dyn FnMut(&mut Found, Date)) {
        let mut joined: Vec<Lint> = Vec::new();
        for (from, until, day) in days.spans() {
            let mut part = Found { lints: Vec::new(), subject: self.subject, mode: self.mode };
            rule(&mut part, day);
            for lint in part.lints {
                let is_same = |other: &&mut Lint| {
                    other.rule == lint.rule
                        && other.severity == lint.severity
                        && other.subject == lint.subject
                        && other.values == lint.values
                        && from.is_some()
                        && other.holds_until == from.and_then(Date::previous)
                };
                match joined.iter_mut().find(is_same) {
                    Some(other) => other.holds_until = until,
                    None => joined.push(Lint { holds_from: from, holds_until: until, ..lint }),
                }
            }
        }
        self.lints.extend(joined);
    }
}
