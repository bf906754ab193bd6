//! Registers: lists of entries that are known by an id or a name, and stand in that order.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::system::System;
use crate::id::{Id, Origin};
use crate::names::Names;
use crate::order;
use crate::record::{Key, Listed};

/// An entry of a register of [`System`].
pub(crate) trait Entry: Listed + Clone {
    /// How an id begins that the engine makes; nothing where people give what it is known by.
    const PREFIX: Option<&'static str>;
    /// The member of a file.
    const REGISTER: &'static str;

    /// The letter with which the labels begin that the engine makes, where entries have labels.
    const LETTER: Option<&'static str> = None;

    /// What people call it.
    fn label(&self) -> &str {
        ""
    }
    /// Says what people call it.
    fn set_label(&mut self, _: String) {}
    /// Its own id, where it has one.
    fn own_id(&self) -> Option<&Id>;
    /// Gives it an id.
    fn set_id(&mut self, id: Id);
    /// Its register.
    fn list(system: &System) -> &Vec<Self>;
    /// Its register, to change it.
    fn list_mut(system: &mut System) -> &mut Vec<Self>;
}

/// Sorts by what the entries are known by. What is known by nothing yet keeps its place, since it
/// gets its id in the order of the file.
pub(crate) fn sort<E: Listed>(entries: &mut [E]) {
    if entries.iter().all(|entry| entry.key().is_some()) {
        order::sort(entries, |one, other| one.key() < other.key());
    }
}

/// The entry that is known by a key.
pub(crate) fn named<'s, E: Entry>(system: &'s System, key: &Key) -> Option<&'s E> {
    E::list(system).iter().find(|entry| entry.key().as_ref() == Some(key))
}

/// Puts an entry in the place of the one that is known by a key, or takes that away; gives what
/// stood there.
pub(crate) fn replace_named<E: Entry>(
    system: &mut System,
    key: &Key,
    entry: Option<E>,
) -> Option<E> {
    let list = E::list_mut(system);
    let place = list.iter().position(|other| other.key().as_ref() == Some(key));
    match (place, entry) {
        (Some(place), Some(entry)) => list.get_mut(place).map(|slot| mem::replace(slot, entry)),
        (Some(place), None) => Some(list.remove(place)),
        (None, Some(entry)) => {
            list.push(entry);
            sort(list);
            None
        }
        (None, None) => None,
    }
}

/// Makes the ids that a register of a file lacks, in its order.
pub(crate) fn identify<E: Entry>(system: &mut System) {
    let Some(prefix) = E::PREFIX else { return };
    let entries = E::list_mut(system);
    if entries.iter().all(|entry| entry.key().is_some()) {
        return;
    }
    let mut taken = Names::default();
    for (_, id) in entries.iter().filter_map(E::key) {
        taken.note(&id, 0);
    }
    let mut origin = Origin::file();
    for entry in entries.iter_mut().filter(|entry| entry.own_id().is_none()) {
        let id = origin.make(prefix, &mut |id| taken.has(id));
        taken.note(id.as_str(), 0);
        entry.set_id(id);
    }
    sort(entries);
}

/// Registers whose entries have ids of their own.
macro_rules! register {
    ($($name:ident $prefix:literal $member:ident $(labelled $letter:literal)?,)+) => {$(
        impl $crate::record::Listed for $name {
            fn key(&self) -> Option<$crate::record::Key> {
                self.id.as_ref().map(|id| (0, id.as_str().into()))
            }

            fn settle(entries: &mut Vec<$name>) {
                $crate::assessment::listed::sort(entries);
            }
        }

        impl $crate::assessment::listed::Entry for $name {
            const PREFIX: Option<&'static str> = Some($prefix);
            const REGISTER: &'static str = stringify!($member);
            $(
                const LETTER: Option<&'static str> = Some($letter);

                fn label(&self) -> &str {
                    &self.label
                }

                fn set_label(&mut self, label: alloc::string::String) {
                    self.label = label;
                }
            )?

            fn own_id(&self) -> Option<&$crate::id::Id> {
                self.id.as_ref()
            }

            fn set_id(&mut self, id: $crate::id::Id) {
                self.id = Some(id);
            }

            fn list(system: &System) -> &Vec<$name> {
                &system.$member
            }

            fn list_mut(system: &mut System) -> &mut Vec<$name> {
                &mut system.$member
            }
        }
    )+};
}

pub(crate) use register;
