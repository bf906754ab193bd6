//! The next step: of everything that is to be done, what comes first, and what it comes before.
//!
//! The rules stand in one order, and the first that holds is the next step. Whoever shows it shows
//! the others that hold too, so that the order can be seen and gone against.

mod rules;

#[cfg(test)]
mod tests;

use alloc::string::String;
use alloc::vec::Vec;

use crate::engine::Engine;
use crate::problem::Date;
use annexa_vocabulary::words;

words! {
    /// What makes a step the next one, in order.
    Rule {
        /// Nobody has said how the standards are used.
        Choose = "choose",
        /// Nothing is said of the organization, and nothing is answered.
        Context = "context",
        /// There are too few answers for a first picture.
        Begin = "begin",
        /// There are too few risks that can be evaluated.
        AddRisks = "add_risks",
        /// A risk is above the line, and nobody answers for it or has decided.
        Decide = "decide",
        /// A control is excluded, and something uses it.
        Contradiction = "contradiction",
        /// Questions have no answer.
        Questions = "questions",
        /// Controls have no reason, neither to be there nor to be left out.
        Reasons = "reasons",
        /// The checks find an error in a row of the Statement of Applicability.
        Soa = "soa",
        /// A condition blocks stage 1.
        Gate = "gate",
        /// The roadmap has a step.
        Gap = "gap",
        /// A piece of evidence or an exclusion is to be looked at within 30 days.
        Review = "review",
        /// Nothing is due.
        Nothing = "nothing",
    }
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Why.
    pub rule: Rule,
    /// The item, entry or condition that it is about, by its id, or empty.
    pub about: String,
    /// What people call that, or empty where its id says it.
    pub label: String,
    /// How many there are of the kind.
    pub count: usize,
    /// How long all of them take, in half minutes; an estimate of nobody's time in particular.
    pub half_minutes: usize,
    /// The day for which it is due or planned.
    pub day: Option<Date>,
}

impl Step {
    fn of(rule: Rule, count: usize, half_minutes_each: usize) -> Step {
        let (about, label) = (String::new(), String::new());
        Step { rule, about, label, count, half_minutes: count * half_minutes_each, day: None }
    }

    fn about(self, id: &str, label: &str) -> Step {
        Step { about: id.into(), label: label.into(), ..self }
    }
}

/// Everything that is to be done on a day, the next step first. Never empty: where nothing is due
/// it says so, with the day of the next management review if one is planned.
pub fn steps(engine: &Engine, today: Date) -> Vec<Step> {
    let seen = rules::Seen::of(engine, today);
    let found: Vec<Step> = rules::ORDER.iter().filter_map(|rule| rule(&seen)).collect();
    if found.is_empty() { alloc::vec![rules::nothing(&seen)] } else { found }
}
