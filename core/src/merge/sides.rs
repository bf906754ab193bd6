//! The ancestor and both versions of one thing.

use super::choice::Take;
use super::conflict::{Conflict, ConflictKind, Part, Side};
use crate::assessment::Document;
use crate::record::{Entries, Record, Value, same};

/// One thing as three files have it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sides<T> {
    pub(crate) base: T,
    pub(crate) ours: T,
    pub(crate) theirs: T,
}

/// Which version a value is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Both have the same.
    Both,
    /// The other one has what the ancestor has.
    Ours,
    /// Ours has what the ancestor has.
    Theirs,
    /// Each has its own.
    Conflict,
}

impl Which {
    pub(super) fn side(self) -> Side {
        match self {
            Which::Ours => Side::Ours,
            Which::Theirs => Side::Theirs,
            Which::Both | Which::Conflict => Side::Both,
        }
    }
}

/// From which version a value comes.
pub(super) fn which(values: &Sides<Value<'_>>) -> Which {
    if same(values.ours, values.theirs) {
        Which::Both
    } else if same(values.ours, values.base) {
        Which::Theirs
    } else if same(values.theirs, values.base) {
        Which::Ours
    } else {
        Which::Conflict
    }
}

impl<T> Sides<T> {
    /// The same of each.
    pub(crate) fn map<U>(self, mut each: impl FnMut(T) -> U) -> Sides<U> {
        let Sides { base, ours, theirs } = self;
        Sides { base: each(base), ours: each(ours), theirs: each(theirs) }
    }
}

impl<'d> Sides<Option<&'d dyn Record>> {
    /// A record of each document.
    pub(super) fn of(
        base: Option<&'d Document>,
        ours: &'d Document,
        theirs: &'d Document,
        record: impl Fn(&'d Document) -> &'d dyn Record,
    ) -> Sides<Option<&'d dyn Record>> {
        Sides { base: base.map(&record), ours: Some(record(ours)), theirs: Some(record(theirs)) }
    }
}

impl<'d> Sides<Value<'d>> {
    /// What each has, as a conflict names it.
    pub(super) fn parts(self, part: impl Fn(Value<'d>) -> Part<'d>) -> Sides<Part<'d>> {
        self.map(part)
    }

    /// The value that fits.
    pub(super) fn clean(&self, which: Which) -> Value<'d> {
        if which == Which::Theirs { self.theirs } else { self.ours }
    }

    /// The value that was chosen; ours while nothing is.
    pub(super) fn taken(&self, take: Option<Take>) -> Value<'d> {
        match take {
            Some(Take::Theirs) => self.theirs,
            Some(Take::Base) => self.base,
            _ => self.ours,
        }
    }
}

impl<'r> Value<'r> {
    pub(crate) fn record(self) -> Option<&'r dyn Record> {
        match self {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }

    pub(super) fn list(self) -> Option<&'r dyn Entries> {
        match self {
            Value::List(list) => Some(list),
            _ => None,
        }
    }
}

impl core::fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?}", Part::Value(*self))
    }
}

impl Conflict<'_> {
    /// What is taken where a side is taken for all that nobody decided.
    pub(super) fn rest(&self, side: Take) -> Take {
        if !self.is_about_entry() {
            return side;
        }
        let part = if side == Take::Theirs { &self.theirs } else { &self.ours };
        if matches!(part, Part::Value(Value::Absent)) { Take::Delete } else { Take::Keep }
    }

    /// Whether a choice is one that the conflict has.
    pub(super) fn knows(&self, take: Take) -> bool {
        let is_about_entry =
            matches!(self.kind, ConflictKind::DeleteEdit | ConflictKind::Reference);
        matches!(take, Take::Keep | Take::Delete) == is_about_entry
    }
}
