//! Names with their places, to find one among many: one piece of code for every kind of list.
//!
//! The library's maps are made anew for each type of key and value, some kilobytes of a page's first
//! view each time.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;

/// Names, each with the place at which it stood first.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeMap<Box<str>, usize>);

impl Names {
    /// Notes a name; where it is there already, nothing changes and its place is the answer.
    #[inline(never)]
    pub(crate) fn note(&mut self, name: &str, place: usize) -> Option<usize> {
        let first = self.place(name);
        if first.is_none() {
            self.0.insert(name.into(), place);
        }
        first
    }

    /// Where a name stood first.
    #[inline(never)]
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// Whether a name was noted.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }
}
