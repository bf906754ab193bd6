//! Crosswalks: what the state of one framework says about another.
//!
//! A plugin gives a table and words; the engine alone draws conclusions, by the same rules
//! for every plugin:
//!
//! * `equal`, `equivalent` and `superset` give full evidence, `subset` and `intersects`
//!   partial evidence, `none` gives nothing.
//! * Partial mappings with a stated coverage add up, and no source counts twice. Without a
//!   stated coverage they stay "partial, verify".
//! * Below [`CONFIDENCE_MET_BP`] nothing is "met": it is "supported, verify".
//! * A failing source that covers only a part leaves a possible gap, not a gap.
//! * A better answer or one more mapping never lowers a result.
//! * Nothing is concluded about a target that no row maps.

mod compile;
mod conclude;
mod gap;
mod table;
mod union;

pub use annexa_vocabulary::crosswalk::{
    Basis, Description, Extension, Mapping, Provenance, Relation, Remark, SourceState, Sources,
    Target,
};
pub use annexa_vocabulary::{Applicability, Implementation};
pub use compile::CompiledCrosswalk;
pub use conclude::{Conclusion, Contribution, Effect, Outcome, TargetResult, Totals};
pub use gap::Shortfall;
pub use table::Crosswalk;

/// The confidence from which a result may be "met", in basis points.
pub const CONFIDENCE_MET_BP: u16 = 7_000;

#[cfg(test)]
mod tests;
