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
//! What this crate does not do: it opens no file, reads no clock, uses no floating point
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

#![deny(clippy::float_arithmetic)]

extern crate alloc;

mod assessment;
mod catalogue;
mod csv;
mod date;
mod digest;
mod engine;
mod facts;
mod gap;
mod id;
mod json;
mod lint;
mod messages;
mod record;
mod report;
pub mod schema;
mod score;
mod soa;

pub mod crosswalk;
pub mod words;

use annexa_vocabulary as problem;
pub use annexa_vocabulary::{Problem, Problems, escaped, quoted};

pub use assessment::{
    About, Answer, Applicability, Document, Evidence, ExclusionReason, Finding, FindingKind,
    Implementation, Inclusion, InclusionReason, LoadError, Maturity, Response, Scope,
};
pub use catalogue::{
    Attribute, Catalogue, Chapter, DocumentedInformation, Force, Group, GroupKind, Item, Kind,
    Needed, ScoreKey,
};
pub use csv::{Cell, CsvWriter, joined};
pub use date::Date;
pub use digest::sha256_hex;
pub use engine::{Delta, Engine};
pub use facts::{EvidenceFact, Facts, InclusionFact, ItemFacts, Source};
pub use gap::{Gap, GapRecord, Missing, gap_records, gaps};
pub use id::Id;
pub use lint::{Lint, LintRule, Record, RecordItem, Severity, Subject, lint, records};
pub use report::{
    documents_csv, documents_json, documents_of, explanation_csv, explanation_json, gaps_csv,
    gaps_json, items_csv, items_json, lint_csv, lint_json, report_json, scores_csv, soa_csv,
    soa_json,
};
pub use score::{Explanation, Input, Score};
pub use soa::{SoaRow, SoaTotals, StatementOfApplicability, soa};
