//! What became of an item in the next edition of its framework.

use alloc::vec::Vec;

include!(concat!(env!("OUT_DIR"), "/editions.rs"));

/// Which items of one edition were made from which of the one before.
#[derive(Debug)]
pub(super) struct Edition {
    /// The catalogue of the edition before.
    pub(super) from: &'static str,
    /// The catalogue of this one.
    pub(super) to: &'static str,
    /// For an item of this edition those that it was made from; none for one that is new. What is
    /// not listed has the same id in both.
    pub(super) made_from: &'static [(&'static str, &'static [&'static str])],
}

impl Edition {
    /// The table from one catalogue to another.
    pub(super) fn between(from: &str, to: &str) -> Option<&'static Edition> {
        EDITIONS.iter().find(|edition| edition.from == from && edition.to == to)
    }

    /// What an item was made from.
    pub(super) fn before<'i>(&self, id: &'i str) -> Vec<&'i str> {
        match self.made_from.iter().find(|(new, _)| *new == id) {
            Some((_, old)) => old.to_vec(),
            None if self.is_old(id) => Vec::new(),
            None => [id].into(),
        }
    }

    /// What was made from an item.
    pub(super) fn after<'i>(&self, id: &'i str) -> Vec<&'i str> {
        let made = self.made_from.iter().filter(|(_, old)| old.contains(&id));
        let mut made: Vec<&'i str> = made.map(|(new, _)| *new).collect();
        if made.is_empty() && !self.made_from.iter().any(|(new, _)| *new == id) {
            made.push(id);
        }
        made
    }

    fn is_old(&self, id: &str) -> bool {
        self.made_from.iter().any(|(_, old)| old.contains(&id))
    }
}
