//! Tests that need more than one package, and tests of the project's own order.
//!
//! `tidy` holds what a reader of the project may rely on without looking: which package depends on
//! which, what every file begins with, that every text is complete.

#[cfg(test)]
mod tidy;
#[cfg(test)]
mod vocabulary;
