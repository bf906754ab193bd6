//! The words that every part of the project shares.
//!
//! Engine, hosts, browser modules, the plugin SDK and its build script say the same things in the
//! same words: what is wrong with an input ([`Problem`]), how far something is in place
//! ([`Implementation`]), how sources relate to a target ([`crosswalk::Relation`]). Each is defined
//! here, once; so are the records of a crosswalk's table and the rules that it has to keep.
//!
//! This crate depends on nothing and needs no more than an allocator, so that a plugin can carry it.

#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod crosswalk;
mod date;
mod hidden;
mod problem;
mod state;
mod value;
mod words;

pub use date::Date;
pub use hidden::{HIDDEN, is_hidden};
pub use problem::{Problem, Problems, escaped, escaped_line, quoted};
pub use state::{Applicability, Implementation};
pub use value::Value;
