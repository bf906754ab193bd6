//! What the rules know of actions and obligations: to what they belong, and on which days they hold.

use alloc::vec::Vec;

use super::ledger::ControlPlace;
use crate::problem::Date;

/// What the rules know of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionFacts {
    /// Until when.
    pub due: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
    /// Whether somebody does it.
    pub has_owner: bool,
    /// The risks that it serves.
    pub risks: Vec<usize>,
    /// The controls that it brings about.
    pub controls: Vec<ControlPlace>,
}

impl ActionFacts {
    /// Whether it is done on a day: what is dated later does not count.
    pub fn is_done(&self, today: Date) -> bool {
        self.done.is_some_and(|done| done <= today)
    }

    /// Whether it should have been done before a day, and was not.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.due.is_some_and(|due| due < today) && !self.is_done(today)
    }
}

/// What the rules know of an obligation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObligationFacts {
    /// The first day on which it binds.
    pub since: Option<Date>,
    /// The last day on which it binds.
    pub until: Option<Date>,
    /// The controls that it asks for.
    pub controls: Vec<ControlPlace>,
}

impl ObligationFacts {
    /// Whether it binds no more.
    pub fn is_ended(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }

    /// Whether it does not bind yet.
    pub fn is_upcoming(&self, today: Date) -> bool {
        !self.is_ended(today) && self.since.is_some_and(|since| today < since)
    }

    /// Whether it binds on a day.
    pub fn is_in_force(&self, today: Date) -> bool {
        !self.is_ended(today) && !self.is_upcoming(today)
    }
}
