//! The Annexa assessment engine.
//!
//! It knows ISO/IEC 27001:2022 (clauses 4 to 10 and the 93 controls of Annex A) as data,
//! holds a person's answers, and derives from them scores, gaps, the Statement of
//! Applicability, lint findings and the conclusions of crosswalks.
//!
//! ```text
//!  JSON bytes -> Document -> Engine -> scores, delta
//!                   |          |----> gaps, Statement of Applicability, lint
//!  plugin table -> Crosswalk --'----> conclusion
//! ```
//!
//! Without the feature `whole` it knows answers and scores and nothing else: that is what a page's
//! first view needs. A file that has more is refused with `E-WHOLE`, never read in part.
//!
//! What this crate does not do: it has no standard library, so that it opens no file and reads
//! no clock; it uses no floating point
//! and iterates no hash table. Today's date is an argument. The same input gives the same
//! bytes on every target.
//!
//! ```
//! use annexa_core::{Answer, Catalogue, Engine, Response};
//!
//! let mut engine = Engine::new(Catalogue::iso27001_2022());
//! let delta = engine.set(Answer::new("4.1".parse()?).respond(Response::Partly))?;
//! assert_eq!(delta.scores.len(), 2); // the requirements, and among them clause 4
//! # Ok::<(), annexa_core::Problems>(())
//! ```

#![cfg_attr(not(test), no_std)]
#![deny(clippy::float_arithmetic)]
#![cfg_attr(
    not(feature = "whole"),
    expect(
        dead_code,
        unused_macros,
        unused_imports,
        reason = "the declarations know more kinds than answers have"
    )
)]

extern crate alloc;

pub mod assessment;
pub mod catalogue;
#[cfg(feature = "whole")]
pub mod chooser;
#[cfg(feature = "whole")]
pub mod context;
#[cfg(feature = "whole")]
pub mod crosswalk;
#[cfg(feature = "whole")]
pub mod csv;
pub mod digest;
#[cfg(feature = "whole")]
pub mod effort;
pub mod engine;
pub mod facts;
#[cfg(feature = "whole")]
pub mod gap;
#[cfg(feature = "whole")]
pub mod gate;
#[cfg(feature = "whole")]
pub mod history;
mod id;
mod join;
pub mod json;
#[cfg(feature = "whole")]
pub mod lint;
#[cfg(feature = "whole")]
pub mod measure;
#[cfg(feature = "whole")]
pub mod merge;
#[cfg(feature = "whole")]
pub mod method;
mod names;
#[cfg(feature = "whole")]
pub mod next;
mod order;
#[cfg(feature = "whole")]
pub mod over;
#[cfg(feature = "whole")]
pub mod pack;
#[cfg(feature = "whole")]
pub mod papers;
#[cfg(feature = "whole")]
mod proven;
mod record;
#[cfg(feature = "whole")]
pub mod report;
#[cfg(feature = "whole")]
pub mod risk;
#[cfg(feature = "whole")]
pub mod roadmap;
#[cfg(feature = "whole")]
pub mod samples;
#[cfg(feature = "whole")]
pub mod schema;
#[cfg(feature = "whole")]
pub mod scope;
pub mod score;
#[cfg(feature = "whole")]
pub mod soa;
#[cfg(feature = "whole")]
mod text;
#[cfg(feature = "whole")]
pub mod threat;
pub mod words;

pub use annexa_vocabulary as problem;

pub use assessment::{Answer, Document, Response};
pub use catalogue::Catalogue;
pub use engine::{Delta, Engine};
pub use id::Id;
pub use problem::{Date, Problem, Problems};
