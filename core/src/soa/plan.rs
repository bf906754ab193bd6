//! Until when what a control lacks is planned.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::Statement;
use crate::assessment::{Implementation, Register};
use crate::facts::{ControlPlace, Source};
use crate::problem::Date;
use crate::risk::label_order;

/// A day until which something is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub date: Date,
    /// Who carries it out.
    pub owner: String,
    /// What says so.
    pub serving: Serving,
}

/// What says that something is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Serving {
    /// The answer itself.
    Answer,
    /// An action, by what is shown of it.
    Action(String),
}

/// The answer's own day while it is not implemented, and the days of open actions that name the
/// control; the earliest first.
pub(super) fn plan(statement: &Statement<'_, impl Source>, control: ControlPlace) -> Vec<Due> {
    let its = statement.ledger.control(statement.facts, control);
    let mut plan = Vec::new();
    if let Some(date) = its.due
        && its.implementation != Implementation::Implemented
    {
        let owner = statement.source.owner(control).to_owned();
        plan.push(Due { date, owner, serving: Serving::Answer });
    }
    for place in &statement.ledger.uses(control).acted {
        let (Some(facts), Some(action)) =
            (statement.ledger.actions.get(*place), statement.system.actions.get(*place))
        else {
            continue;
        };
        let is_done = match statement.today {
            Some(today) => facts.is_done(today),
            None => facts.done.is_some(),
        };
        if let (Some(date), false) = (facts.due, is_done) {
            let serving = Serving::Action(statement.labels.name(Register::Action, *place));
            plan.push(Due { date, owner: action.owner.clone(), serving });
        }
    }
    plan.sort_by(|one, other| {
        one.date.cmp(&other.date).then_with(|| match (&one.serving, &other.serving) {
            (Serving::Action(one), Serving::Action(other)) => label_order(one, other),
            (one, other) => (*one != Serving::Answer).cmp(&(*other != Serving::Answer)),
        })
    });
    plan
}
