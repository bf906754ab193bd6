//! JSON as the engine reads and writes it.
//!
//! Reading goes through a tree that keeps the order of members, so that a duplicate key is
//! seen and every problem of a file can be reported with its place, not only the first.
//! Writing is canonical: one layout, one order, no choice left to a library.

mod node;
mod read;
mod write;

pub(crate) use node::{Node, parse};
pub(crate) use read::{Fields, Reader};
pub(crate) use write::Writer;

#[cfg(test)]
mod tests;
