//! Risk: what a register says on a day, by rules over facts.
//!
//! A risk is judged by its criteria's table, never by arithmetic on steps. What counts today is
//! its exposure: the assessment with the controls that run, or what was planned once all of it is
//! in place. Nothing lowers an assessment but a person.

mod approve;
mod criteria;
mod evaluate;
mod figures;
mod label;
mod rank;

pub use approve::{ApprovalState, plan_digest, residual_digest, scenario_digest};
pub(crate) use approve::{is_as_approved, latest_due};
pub use criteria::{Crossing, Move, crossings};
pub use evaluate::{Evaluation, Risks, State, Taken};
pub use figures::{Counted, Figures, Grid, figures};
pub use label::{label_order, shown};
pub use rank::{Ranked, Why, rank};

#[cfg(test)]
pub(crate) mod tests;
