//! The gates before the two stages of a certification audit: conditions with a verdict, what each
//! rests on, and where to go.
//!
//! A gate never says that an organization is ready. It says that nothing known blocks, and what
//! that rests on. `docs/rules-gates.md` gives every condition.

mod ground;
mod later;
mod stage_1;
mod stage_2;
mod work;

use alloc::vec::Vec;

use crate::assessment::Mode;
use crate::method::Method;
use crate::proven::Proven as _;
use crate::risk::{Evaluation, Risks};
use annexa_vocabulary::words;

pub use ground::{Ground, Named};
pub use work::{Takes, waits};

words! {
    /// What is known of a condition. The order is that of how much it weighs.
    Verdict {
        /// It is met, as far as is known.
        Met = "met",
        /// Nobody has said enough to tell.
        Unknown = "unknown",
        /// It keeps the stage from being passed.
        Blocks = "blocks",
    }
}

words! {
    /// What is known of a gate.
    State {
        /// A condition blocks.
        Blocked = "blocked",
        /// It waits for the stage before, which is blocked.
        Waits = "waits",
        /// None blocks, and of one or more nobody has said enough.
        Unknown = "unknown",
        /// Nothing known blocks.
        NothingKnownBlocks = "nothing_known_blocks",
    }
}

words! {
    /// Where a person goes to change a condition.
    Place {
        /// The scope statement and its parts.
        Scope = "scope",
        /// Documents and records.
        Documents = "documents",
        /// The criteria of risk.
        Criteria = "criteria",
        /// The register of risks.
        Risks = "risks",
        /// The Statement of Applicability.
        Statement = "soa",
        /// The questions.
        Questions = "questions",
        /// Audits and reviews.
        Events = "events",
        /// Nonconformities.
        Nonconformities = "nonconformities",
    }
}

/// What the conditions look at.
#[derive(Debug, Clone, Copy)]
pub struct Known<'d> {
    /// Registers, facts and the day.
    pub risks: Risks<'d>,
    /// The scope as a person wrote it, or nothing.
    pub scope: &'d str,
    /// Every risk on that day.
    pub evaluations: &'d [Evaluation],
    /// Whether the approval of the Statement of Applicability holds.
    pub is_soa_approved: bool,
}

/// Both gates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gates {
    /// The one before stage 1.
    pub stage_1: Gate,
    /// The one before stage 2, which includes stage 1.
    pub stage_2: Gate,
}

/// A gate on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// What is known of it.
    pub state: State,
    /// Its own conditions, in a fixed order.
    pub conditions: Vec<Condition>,
}

/// One condition on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Its stable id, such as `S1-SCOPE`.
    pub id: &'static str,
    /// What is known of it: the gravest of what it rests on.
    pub verdict: Verdict,
    /// What that rests on, at least one.
    pub grounds: Vec<Ground>,
    /// Where to go.
    pub place: Place,
}

/// The gates of an assessment; none where the standards are used without clauses, and for a
/// framework of which nothing more is known than its items.
pub fn gates(known: &Known<'_>) -> Option<Gates> {
    let method = Method::of(known.risks.catalogue)?;
    if !known.risks.system.mode().has_clauses() {
        return None;
    }
    let first = stage_1::conditions(known, method);
    let second = stage_2::conditions(known, method);
    let worst = |conditions: &[Condition]| {
        conditions.iter().map(|it| it.verdict).max().proven("a stage has conditions")
    };
    let (one, two) = (worst(&first), worst(&second));
    let state = |verdict| match verdict {
        Verdict::Blocks => State::Blocked,
        Verdict::Unknown => State::Unknown,
        Verdict::Met => State::NothingKnownBlocks,
    };
    let second_state = if one == Verdict::Blocks { State::Waits } else { state(one.max(two)) };
    Some(Gates {
        stage_1: Gate { state: state(one), conditions: first },
        stage_2: Gate { state: second_state, conditions: second },
    })
}

impl Gates {
    /// Every condition, stage 1 first.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.stage_1.conditions.iter().chain(&self.stage_2.conditions)
    }

    /// The condition of an id.
    pub fn condition(&self, id: &str) -> Option<&Condition> {
        self.conditions().find(|condition| condition.id == id)
    }
}

/// What leads in a mode: the first part that a result shows.
pub fn leads(mode: Mode) -> Lead {
    match mode {
        Mode::Establish => Lead::Way,
        Mode::Certify => Lead::Gates,
        Mode::ManageByRisk => Lead::Risks,
        Mode::Demonstrate => Lead::Statement,
        Mode::Guidance => Lead::Guidance,
        Mode::Improve => Lead::Gaps,
        Mode::Reference => Lead::Map,
        Mode::NoCertificate => Lead::Helps,
    }
}

words! {
    /// What a result leads with.
    Lead {
        /// The way to a management system, step by step.
        Way = "way",
        /// What blocks the stages.
        Gates = "gates",
        /// The risks.
        Risks = "risks",
        /// The Statement of Applicability.
        Statement = "soa",
        /// The guidance of each control.
        Guidance = "guidance",
        /// What stands furthest below its target.
        Gaps = "gaps",
        /// The map of all controls.
        Map = "map",
        /// The controls that help most.
        Helps = "helps",
    }
}

#[cfg(test)]
mod tests;
