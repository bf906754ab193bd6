//! States of an assessment: kept, compared with each other, and followed over time.
//!
//! A [`State`] is what a document says on a day without people's words, or what a snapshot holds.
//! Two of them are compared by order and never by distance: what nobody had assessed is neither
//! better nor worse. `docs/rules-compare.md` gives every rule.

mod class;
mod compare;
mod edition;
mod kept;
mod state;
mod trend;

pub use class::{Class, Note, Subject};
pub use compare::{Change, Comparison, Counts, Figure, Part, ScoreFigure, compare};
pub use state::{ItemState, Remaining, RiskState, ScoreState, State};
pub use trend::{Break, Direction, Point, Series, Trend, Way, trend};

pub(crate) use kept::{problems, snapshot};

#[cfg(test)]
mod tests;
