//! The scope statement: written by a person, or put together from its parts.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::{ScopeDigests, ScopeParts, System};
use crate::digest::sha256_hex;
use crate::text::collapsed;
use crate::words::Words;

/// What stands as the scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement<'a> {
    /// Nothing is said of it.
    Blank,
    /// A person wrote it; with the parts that have changed since.
    Written(&'a str, Vec<&'static str>),
    /// It is put together from its parts, which is done for display and never stored.
    Composed(Vec<(&'static str, &'a str)>),
}

/// The statement of an assessment.
pub fn statement<'a>(scope: &'a str, system: &'a System) -> Statement<'a> {
    if !scope.trim().is_empty() {
        return Statement::Written(scope, changed(&system.scope_parts));
    }
    let filled: Vec<(&'static str, &str)> = filled(&system.scope_parts).collect();
    if filled.is_empty() { Statement::Blank } else { Statement::Composed(filled) }
}

impl Statement<'_> {
    /// The text that stands on the Statement of Applicability and on reports.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Statement::Blank => String::new(),
            Statement::Written(text, _) => (*text).into(),
            Statement::Composed(parts) => {
                let line = |(name, text): &(&'static str, &str)| {
                    [words.label("scope_part", name), ": ", text].concat()
                };
                parts.iter().map(line).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// The parts that say something, in order, without white space at their ends.
pub(crate) fn filled(parts: &ScopeParts) -> impl Iterator<Item = (&'static str, &str)> {
    let all = named(parts).into_iter().map(|(name, text)| (name, text.trim()));
    all.filter(|(_, text)| !text.is_empty())
}

/// The digests of the parts as they are: of what a statement is written from now.
pub(crate) fn digests(parts: &ScopeParts) -> ScopeDigests {
    let of = |text: &str| match &*collapsed(text) {
        "" => String::new(),
        text => sha256_hex(text.as_bytes()),
    };
    ScopeDigests {
        boundaries: of(&parts.boundaries),
        sites: of(&parts.sites),
        interfaces: of(&parts.interfaces),
        run_by_others: of(&parts.run_by_others),
        left_out: of(&parts.left_out),
    }
}

/// The parts that have changed since the statement was written. White space is no change.
fn changed(parts: &ScopeParts) -> Vec<&'static str> {
    let (now, then) = (digests(parts), &parts.edited_from);
    let pairs = [
        ("boundaries", now.boundaries == then.boundaries),
        ("sites", now.sites == then.sites),
        ("interfaces", now.interfaces == then.interfaces),
        ("run_by_others", now.run_by_others == then.run_by_others),
        ("left_out", now.left_out == then.left_out),
    ];
    pairs.into_iter().filter(|(_, is_same)| !is_same).map(|(name, _)| name).collect()
}

fn named(parts: &ScopeParts) -> [(&'static str, &str); 5] {
    [
        ("boundaries", &parts.boundaries),
        ("sites", &parts.sites),
        ("interfaces", &parts.interfaces),
        ("run_by_others", &parts.run_by_others),
        ("left_out", &parts.left_out),
    ]
}

#[cfg(test)]
mod tests;
