//! The two facts of an item that crosswalks conclude from.

use super::ItemFacts;
use crate::assessment::{Applicability, Implementation};

/// Whether an item belongs to the assessed system, and how far it is in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Whether it belongs to the assessed system.
    pub applicability: Applicability,
    /// How far it is in place.
    pub implementation: Implementation,
}

impl State {
    /// The state of what nobody has assessed.
    pub const NONE: State = State {
        applicability: Applicability::Applicable,
        implementation: Implementation::NotAssessed,
    };

    /// The state of an item.
    pub fn of(facts: &ItemFacts) -> State {
        State { applicability: facts.applicability, implementation: facts.implementation }
    }
}
