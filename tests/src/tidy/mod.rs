//! The project's own order, one file for each kind of rule.
//!
//! A rule is a function from text to the list of what is wrong with it; a test runs it over the
//! project's files, and another one shows with a small example that it finds what it should.

mod codes;
mod defaults;
mod errors;
mod files;
mod hygiene;
mod layout;
mod manifests;
mod pictures;
mod plugins;
mod problems;
mod purity;
mod rust;
mod sentences;
mod texts;
mod writers;

pub(crate) use files::{Source, root, sources, text};

/// Fails with every problem at once.
#[track_caller]
fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}
