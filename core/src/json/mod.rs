//! JSON as the engine reads and writes it.
//!
//! Reading pulls values straight out of the bytes, in one pass and without a tree: what a caller
//! asks for is read, what it does not ask for is skipped, and every problem of a file is noted
//! with its place. Writing is canonical: one layout, one order, no choice left to a library.

mod find;
mod findings;
mod kind;
mod read;
mod source;
mod steps;
mod string;
mod token;
mod words;
mod write;

pub(crate) use findings::{At, Findings};
pub(crate) use read::{Raw, Read, Reader, Sort, out_of_range, text_problem, too_long};
pub(crate) use source::{Limits, too_large};
pub(crate) use steps::step;
pub(crate) use words::FileKind;
pub use write::Writer;

#[cfg(test)]
mod tests;
