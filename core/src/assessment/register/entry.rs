//! The registers whose entries have ids, listed once, so that one command can change several of
//! them.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::*;
use crate::assessment::listed::{Entry as Listing, sort};
use crate::assessment::{Event, Nonconformity, System};
use crate::id::Id;
use crate::record::{Record, settle_ids, settle_lines};

/// Lists the registers: the type of an entry and the member of the file.
macro_rules! entries {
    ($($(#[doc = $meaning:literal])+ $name:ident = $list:ident,)+) => {
        /// A register.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Register {
            $($(#[doc = $meaning])+ $name,)+
        }

        /// An entry of a register.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Entry {
            $($(#[doc = $meaning])+ $name(Box<$name>),)+
        }

        impl Register {
            /// Every register, in the order of a file.
            pub const ALL: &'static [Register] = &[$(Register::$name),+];

            /// The member of a file that holds the register.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Register::$name => stringify!($list),)+
                }
            }

            /// The letter with which ids begin that are made for it.
            pub(crate) const fn prefix(self) -> &'static str {
                match self {
                    $(Register::$name => match <$name as Listing>::PREFIX {
                        Some(prefix) => prefix,
                        None => "",
                    },)+
                }
            }

            /// The letter with which its labels begin, where it has labels.
            pub(crate) const fn letter(self) -> Option<&'static str> {
                match self {
                    $(Register::$name => <$name as Listing>::LETTER,)+
                }
            }

            /// An entry that says nothing.
            pub fn blank(self) -> Entry {
                match self {
                    $(Register::$name => {
                        let blank: $name = Record::blank();
                        Entry::$name(Box::new(blank))
                    })+
                }
            }
        }

        impl Entry {
            /// The register that it stands in.
            pub const fn register(&self) -> Register {
                match self {
                    $(Entry::$name(_) => Register::$name,)+
                }
            }

            /// Its id; nothing where the engine is still to make it.
            pub fn id(&self) -> Option<&Id> {
                match self {
                    $(Entry::$name(entry) => entry.own_id(),)+
                }
            }

            /// What people call it.
            pub fn label(&self) -> &str {
                match self {
                    $(Entry::$name(entry) => entry.label(),)+
                }
            }

            pub(crate) fn set_id(&mut self, id: Id) {
                match self {
                    $(Entry::$name(entry) => entry.set_id(id),)+
                }
            }

            pub(crate) fn set_label(&mut self, label: String) {
                match self {
                    $(Entry::$name(entry) => entry.set_label(label),)+
                }
            }

            pub(crate) fn settle(&mut self) {
                match self {
                    $(Entry::$name(entry) => Settled::settle(entry.as_mut()),)+
                }
            }

            /// Its fields.
            pub(crate) fn record(&self) -> &dyn Record {
                match self {
                    $(Entry::$name(entry) => entry.as_ref(),)+
                }
            }

            pub(crate) fn record_mut(&mut self) -> &mut dyn Record {
                match self {
                    $(Entry::$name(entry) => entry.as_mut(),)+
                }
            }
        }

        impl System {
            /// The entry under an id.
            pub fn entry(&self, register: Register, id: &str) -> Option<Entry> {
                match register {
                    $(Register::$name => {
                        find(&self.$list, id).map(|it| Entry::$name(Box::new(it.clone())))
                    })+
                }
            }

            /// The id and the label of the entry at a place.
            pub fn name(&self, register: Register, place: usize) -> Option<(&Id, &str)> {
                match register {
                    $(Register::$name => {
                        let entry = self.$list.get(place)?;
                        Some((entry.own_id()?, entry.label()))
                    })+
                }
            }

            /// The place of the entry under an id.
            pub fn place(&self, register: Register, id: &str) -> Option<usize> {
                match register {
                    $(Register::$name => place(&self.$list, id).ok(),)+
                }
            }

            /// How many entries a register has.
            pub fn count(&self, register: Register) -> usize {
                match register {
                    $(Register::$name => self.$list.len(),)+
                }
            }

            /// Every id of a register with its label, in the order of ids.
            pub fn names(&self, register: Register) -> Vec<(&Id, &str)> {
                match register {
                    $(Register::$name => names(&self.$list),)+
                }
            }

            /// Puts an entry in the place of the one under this id, or takes that away; gives
            /// what stood there.
            pub(crate) fn replace(
                &mut self,
                register: Register,
                id: &Id,
                entry: Option<Entry>,
            ) -> Option<Entry> {
                match register {
                    $(Register::$name => {
                        let entry = match entry {
                            Some(Entry::$name(entry)) => Some(*entry),
                            _ => None,
                        };
                        let old = replace(&mut self.$list, id, entry);
                        old.map(|old| Entry::$name(Box::new(old)))
                    })+
                }
            }
        }

        $(
            impl From<$name> for Entry {
                fn from(entry: $name) -> Entry {
                    Entry::$name(Box::new(entry))
                }
            }
        )+
    };
}

entries! {
    /// An audit, a review or an exercise.
    Event = events,
    /// A nonconformity.
    Nonconformity = nonconformities,
    /// A group of assets.
    Group = groups,
    /// A risk.
    Risk = risks,
    /// An action.
    Action = actions,
    /// An obligation.
    Obligation = obligations,
    /// A control of one's own.
    OwnControl = own_controls,
}

/// An entry that may say what goes without saying.
trait Settled {
    /// Brings sets in order and leaves out what goes without saying, so that the entry is written
    /// in one way.
    fn settle(&mut self) {}
}

impl Settled for Event {}
impl Settled for Nonconformity {}
impl Settled for Group {}

impl Settled for Action {
    fn settle(&mut self) {
        for list in [&mut self.serves, &mut self.controls, &mut self.items, &mut self.after] {
            settle_ids(list);
        }
    }
}

impl Settled for Obligation {
    fn settle(&mut self) {
        settle_ids(&mut self.controls);
        settle_ids(&mut self.items);
    }
}

impl Settled for OwnControl {
    fn settle(&mut self) {
        settle_ids(&mut self.related);
    }
}

impl Settled for Risk {
    fn settle(&mut self) {
        self.basis = self.basis.filter(|basis| *basis != Basis::Event);
        let Treatment { controls, share_basis, .. } = &mut self.treatment;
        for list in [&mut self.groups, &mut self.existing, controls, share_basis] {
            settle_ids(list);
        }
        settle_lines(&mut self.tags);
    }
}

/// Registers whose entries have an id and a label.
macro_rules! labelled {
    ($($name:ident $prefix:literal $letter:literal $list:ident,)+) => {$(
        impl crate::record::Listed for $name {
            fn key(&self) -> Option<crate::record::Key> {
                (!self.id.is_blank()).then(|| (0, self.id.as_str().into()))
            }

            fn settle(entries: &mut Vec<$name>) {
                entries.iter_mut().for_each(Settled::settle);
                sort(entries);
            }
        }

        impl Listing for $name {
            const PREFIX: Option<&'static str> = Some($prefix);
            const REGISTER: &'static str = stringify!($list);
            const LETTER: Option<&'static str> = Some($letter);

            fn label(&self) -> &str {
                &self.label
            }

            fn set_label(&mut self, label: String) {
                self.label = label;
            }

            fn own_id(&self) -> Option<&Id> {
                Some(&self.id).filter(|id| !id.is_blank())
            }

            fn set_id(&mut self, id: Id) {
                self.id = id;
            }

            fn list(system: &System) -> &Vec<$name> {
                &system.$list
            }

            fn list_mut(system: &mut System) -> &mut Vec<$name> {
                &mut system.$list
            }
        }

        impl Default for $name {
            fn default() -> $name {
                Record::blank()
            }
        }
    )+};
}

labelled! {
    Group "g" "G" groups,
    Risk "r" "R" risks,
    Action "t" "T" actions,
    Obligation "o" "O" obligations,
    OwnControl "c" "C" own_controls,
}

impl System {
    /// The place of an own control in its register.
    pub fn own_control(&self, id: &str) -> Option<usize> {
        place(&self.own_controls, id).ok()
    }
}

fn place<E: Listing>(list: &[E], id: &str) -> Result<usize, usize> {
    list.binary_search_by(|entry| entry.own_id().map_or("", |own| own.as_str()).cmp(id))
}

fn find<'l, E: Listing>(list: &'l [E], id: &str) -> Option<&'l E> {
    list.get(place(list, id).ok()?)
}

fn names<E: Listing>(list: &[E]) -> Vec<(&Id, &str)> {
    list.iter().filter_map(|entry| Some((entry.own_id()?, entry.label()))).collect()
}

fn replace<E: Listing>(list: &mut Vec<E>, id: &Id, entry: Option<E>) -> Option<E> {
    match (place(list, id.as_str()), entry) {
        (Ok(place), Some(entry)) => list.get_mut(place).map(|slot| core::mem::replace(slot, entry)),
        (Ok(place), None) => Some(list.remove(place)),
        (Err(place), Some(entry)) => {
            list.insert(place, entry);
            None
        }
        (Err(_), None) => None,
    }
}
