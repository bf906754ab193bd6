//! Names with their places, to find one among many: one piece of code for every kind of list.
//!
//! The library's maps are made anew for each type of key and value, some kilobytes of a page's first
//! view each time. This is a tree of the bits in which names differ: finding a name takes no longer
//! than the name is, whatever names there are, and nothing has to be kept in balance.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// Names, each with the place at which it stood first.
#[derive(Debug, Default)]
pub(crate) struct Names {
    names: Vec<(Box<str>, usize)>,
    forks: Vec<Fork>,
    /// Where the way to every name begins; nowhere while there is none.
    root: Option<Way>,
}

/// Where names part: some have a bit in a symbol, the others have not.
#[derive(Debug)]
struct Fork {
    at: usize,
    bit: u16,
    without: Way,
    with: Way,
}

/// The place of a name, or of a fork ahead of names.
#[derive(Debug, Clone, Copy)]
enum Way {
    Name(u32),
    Fork(u32),
}

impl Fork {
    /// Whether a name has the bit.
    fn has(&self, name: &str) -> bool {
        symbol(name, self.at) & self.bit != 0
    }

    /// The way that a name takes.
    fn way(&self, name: &str) -> Way {
        if self.has(name) { self.with } else { self.without }
    }

    /// The same, to change it.
    fn way_mut(&mut self, name: &str) -> &mut Way {
        if self.has(name) { &mut self.with } else { &mut self.without }
    }
}

/// A byte of a name; what stands behind its end is like no byte.
fn symbol(name: &str, at: usize) -> u16 {
    name.as_bytes().get(at).map_or(0, |byte| u16::from(*byte) + 1)
}

impl Names {
    /// Notes a name; where it is there already, nothing changes and its place is the answer.
    #[inline(never)]
    pub(crate) fn note(&mut self, name: &str, place: usize) -> Option<usize> {
        let new = Way::Name(self.names.len() as u32);
        match self.nearest(name) {
            None => self.root = Some(new),
            Some((other, first)) => {
                let part = |at: usize| (at, symbol(name, at) ^ symbol(other, at));
                let parts = (0..=name.len()).map(part).find(|(_, bits)| *bits != 0);
                let Some((at, bits)) = parts else { return Some(*first) };
                self.fork(name, at, 1 << bits.ilog2(), new);
            }
        }
        self.names.push((name.into(), place));
        None
    }

    /// Lets the way to a new name part from the others at its symbol.
    fn fork(&mut self, name: &str, at: usize, bit: u16, new: Way) {
        let next = Way::Fork(self.forks.len() as u32);
        let (mut above, mut rest) = (None, self.root);
        // Forks stand in the order of symbols, and of the bits in them from the highest.
        while let Some(Way::Fork(place)) = rest
            && let Some(fork) = self.forks.get(place as usize)
            && (fork.at < at || fork.at == at && fork.bit > bit)
        {
            above = Some(place);
            rest = Some(fork.way(name));
        }
        let Some(rest) = rest else { return };
        let mut fork = Fork { at, bit, without: rest, with: rest };
        *fork.way_mut(name) = new;
        self.forks.push(fork);
        match above.and_then(|place| self.forks.get_mut(place as usize)) {
            Some(above) => *above.way_mut(name) = next,
            None => self.root = Some(next),
        }
    }

    /// Where a name stood first.
    #[inline(never)]
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        let (found, place) = self.nearest(name)?;
        (**found == *name).then_some(*place)
    }

    /// Whether a name was noted.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// The name at the end of the way that a name would take; if that was noted, it is this.
    fn nearest(&self, name: &str) -> Option<&(Box<str>, usize)> {
        let mut way = self.root?;
        loop {
            match way {
                Way::Name(place) => return self.names.get(place as usize),
                Way::Fork(place) => {
                    way = self.forks.get(place as usize)?.way(name);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use std::collections::BTreeMap;

    #[test]
    fn names_are_found_as_a_map_finds_them() {
        let mut number = 7_u32;
        for letters in [1, 2, 26, 250] {
            let (mut names, mut map) = (Names::default(), BTreeMap::new());
            for place in 0..3_000 {
                let mut name = String::new();
                number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                for _ in 0..number >> 29 {
                    number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    name.extend(char::from_u32((number >> 16) % letters));
                }
                assert_eq!(names.place(&name), map.get(&name).copied());
                assert_eq!(names.note(&name, place), map.get(&name).copied());
                map.entry(name).or_insert(place);
            }
            for (name, place) in &map {
                assert_eq!(names.place(name), Some(*place));
                assert_eq!(
                    names.place(&format!("{name}\0")),
                    map.get(&format!("{name}\0")).copied()
                );
            }
        }
    }
}
