//! What it takes to meet a condition, and what that waits for.

use alloc::string::String;
use alloc::vec::Vec;

use super::ground::shortened;
use super::{Condition, Gate, Verdict};
use crate::catalogue::Catalogue;
use crate::effort::{Open, Range};
use crate::method::Method;
use crate::words::{Value, Words};

/// What it takes to meet a condition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Takes {
    /// The effort of what blocks; nothing of a condition that does not, and where no row of effort
    /// has the work.
    pub effort: Option<Range>,
    /// What has to be finished before that, and is not.
    pub waits_for: Vec<&'static str>,
}

impl Takes {
    /// The same in sentences: what it takes, and what it waits for.
    pub fn sentences(&self, words: &Words) -> Vec<String> {
        let effort = self.effort.map(|range| {
            let [low, likely, high] = range.shown_tenths().map(Value::Tenths);
            let values = [("low", low), ("likely", likely), ("high", high)];
            words.message("gates.takes.effort", &values)
        });
        effort.into_iter().chain(waits(&self.waits_for, words)).collect()
    }
}

/// What something waits for as a sentence; none where it waits for nothing.
pub fn waits(ids: &[&str], words: &Words) -> Option<String> {
    let names = || Value::Ids(shortened(ids.iter().map(|id| String::from(*id)), ids.len()));
    (!ids.is_empty()).then(|| words.message("gates.takes.waits", &[("names", names())]))
}

impl Gate {
    /// What all conditions that block take together, each row once; nothing where none blocks or
    /// nothing is known of the work.
    pub fn effort(&self, catalogue: &Catalogue, open: &Open) -> Option<Range> {
        let mut rows: Vec<&str> = Vec::new();
        for row in self.conditions.iter().flat_map(|it| it.rows(catalogue)) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        open.effort(rows)
    }
}

impl Condition {
    /// What it takes to meet it, from what is left to do.
    pub fn takes(&self, catalogue: &Catalogue, open: &Open) -> Takes {
        let rows = self.rows(catalogue);
        let mut waits_for: Vec<&'static str> = Vec::new();
        for awaited in rows.iter().flat_map(|row| open.waits_for(row)) {
            if !rows.contains(&awaited) && !waits_for.contains(&awaited) {
                waits_for.push(awaited);
            }
        }
        Takes { effort: open.effort(rows.iter().copied()), waits_for }
    }

    /// The rows of effort in which the work of what blocks lies, each once.
    fn rows(&self, catalogue: &Catalogue) -> Vec<&str> {
        let known = Method::of(catalogue).map_or(&[][..], |method| method.ground_rows);
        let mut rows: Vec<&str> = Vec::new();
        for ground in self.grounds.iter().filter(|it| it.verdict == Verdict::Blocks) {
            let listed = known
                .iter()
                .find(|it| it.condition == self.id && it.grounds.contains(&ground.word));
            let of = match listed {
                Some(listed) => listed.rows.to_vec(),
                None => ground.named.iter().map(|named| named.id.as_str()).collect(),
            };
            for row in of {
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
        }
        rows
    }
}
