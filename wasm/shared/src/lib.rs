//! How values and problems cross to JavaScript: what both modules of the page share.

mod file;
mod mirror;
mod outcome;
mod words;

pub use file::file;
pub use outcome::{Bytes, Js, Outcome, ProblemData, ProblemValue, outcome, problems, to_js};
pub use words::words;
pub use {serde, tsify};

mirror! {
    /// How far something is in place.
    Implementation = annexa_core::assessment::Implementation {
        NotAssessed, NotImplemented, Planned, Partly, Implemented,
    }
    /// Whether an item belongs to the management system.
    Applicability = annexa_core::assessment::Applicability { Applicable, Excluded, Inherited }
}
