//! Lists: sets, and registers whose entries are known by an id or another key.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::choice::Take;
use super::conflict::{ChangeKind, ConflictKind, Part, Side};
use super::sides::Sides;
use super::walk::Walk;
use crate::assessment::{Answer, Document};
use crate::record::{
    Entries, Key, Place, Record, Value, key_of, put_all, read_record, same_but_for_changes,
    same_records, settle_ids, settle_lines,
};

/// The entries of one version, in the order of its file.
type Rows<'d> = Vec<(Key, &'d dyn Record)>;
/// An entry as three versions have it.
type Row<'d> = Sides<Option<&'d dyn Record>>;

/// How entries are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listing {
    /// Member by member.
    Register,
    /// As a whole.
    Frozen,
    /// Member by member; what only lost something is no edit, since no answer is an answer without
    /// anything in it.
    Answers,
}

impl<'d> Walk<'d, '_> {
    /// A set: what both kept, and what either added.
    pub(super) fn set(&mut self, values: Sides<Value<'d>>, into: Place<'_>) {
        let is_changed = match into {
            Place::Ids(into) => {
                let ids = values.map(|value| match value {
                    Value::Ids(ids) => ids,
                    _ => &[],
                });
                united(&ids, &mut |id| into.push(id.clone()));
                settle_ids(into);
                into.as_slice() != ids.base
            }
            Place::Lines(into) => {
                let lines = values.map(|value| match value {
                    Value::Lines(lines) => lines,
                    _ => &[],
                });
                united(&lines, &mut |line| into.push(line.clone()));
                settle_lines(into);
                into.as_slice() != lines.base
            }
            Place::List(into) => {
                let rows = values.map(|value| records(value.list()));
                let has = |list: &[&dyn Record], entry: &dyn Record| {
                    list.iter().any(|other| same_records(*other, entry))
                };
                for entry in rows.ours.iter().chain(&rows.theirs) {
                    let everywhere = has(&rows.ours, *entry) && has(&rows.theirs, *entry);
                    if everywhere || !has(&rows.base, *entry) {
                        put_all(into.grow(), *entry);
                    }
                }
                into.settle();
                let merged = records(Some(&*into));
                merged.len() != rows.base.len() || !merged.iter().all(|it| has(&rows.base, *it))
            }
            _ => false,
        };
        let which = super::sides::which(&values);
        if is_changed && (self.has_base || which != super::sides::Which::Both) {
            self.change(ChangeKind::Changed, which.side());
        }
    }

    /// A register.
    pub(super) fn list(
        &mut self,
        lists: Sides<Option<&'d dyn Entries>>,
        into: &mut dyn Entries,
        is_frozen: bool,
    ) {
        let how = if is_frozen { Listing::Frozen } else { Listing::Register };
        self.rows(&lists.map(rows), how, &mut |_| false, into);
        into.settle();
    }

    /// The answers. That to an own control which goes with its control is decided with it.
    pub(super) fn answers(
        &mut self,
        base: Option<&'d Document>,
        ours: &'d Document,
        theirs: &'d Document,
    ) -> Vec<Answer> {
        let rows = |document: &'d Document| -> Rows<'d> {
            let answers = document.answers();
            answers.map(|it| ((0, it.id.as_str().into()), it as &dyn Record)).collect()
        };
        let is_own = |document: &Document, id: &str| document.system().own_control(id).is_some();
        let mut merged = Vec::new();
        let sides = Sides {
            base: base.map(rows).unwrap_or_default(),
            ours: rows(ours),
            theirs: rows(theirs),
        };
        // Whoever deleted the control deleted the answer with it, and the other side has both.
        let mut goes_with_control = |key: &Key| {
            let both = |side: &Document| !is_own(side, &key.1) && side.answer(&key.1).is_none();
            base.is_some_and(|base| is_own(base, &key.1))
                && (both(ours) && is_own(theirs, &key.1) || both(theirs) && is_own(ours, &key.1))
        };
        self.path.enter("answers");
        self.rows(&sides, Listing::Answers, &mut goes_with_control, &mut merged);
        self.path.leave();
        merged
    }

    fn rows(
        &mut self,
        sides: &Sides<Rows<'d>>,
        how: Listing,
        is_decided_elsewhere: &mut dyn FnMut(&Key) -> bool,
        into: &mut dyn Entries,
    ) {
        let mut all: BTreeMap<&Key, Row<'d>> = BTreeMap::new();
        let none = Sides { base: None, ours: None, theirs: None };
        for (key, entry) in &sides.base {
            all.entry(key).or_insert(none).base = Some(*entry);
        }
        for (key, entry) in &sides.ours {
            all.entry(key).or_insert(none).ours = Some(*entry);
        }
        for (key, entry) in &sides.theirs {
            all.entry(key).or_insert(none).theirs = Some(*entry);
        }
        for key in in_order(sides) {
            let Some(row) = all.remove(key) else { continue };
            self.path.enter_entry(key);
            self.row(row, how, &mut || is_decided_elsewhere(key), into);
            self.path.leave();
        }
    }

    fn row(
        &mut self,
        row: Row<'d>,
        how: Listing,
        is_decided_elsewhere: &mut dyn FnMut() -> bool,
        into: &mut dyn Entries,
    ) {
        match (row.ours, row.theirs) {
            (Some(ours), Some(theirs)) if how == Listing::Frozen => {
                let is_base = |it| row.base.is_some_and(|base| same_records(base, it));
                if same_records(ours, theirs) || is_base(theirs) {
                    put_all(into.grow(), ours);
                } else if is_base(ours) {
                    put_all(into.grow(), theirs);
                } else {
                    self.frozen(row, ours, theirs, into);
                }
            }
            (Some(ours), Some(theirs)) => {
                let is_same = same_records(ours, theirs)
                    && row.base.is_none_or(|base| same_records(base, ours));
                if is_same && (row.base.is_some() || !self.has_base) {
                    return put_all(into.grow(), ours);
                }
                self.record(ours.shape(), row, into.grow());
            }
            (Some(one), None) | (None, Some(one)) => {
                let by = if row.ours.is_some() { Side::Ours } else { Side::Theirs };
                let other = if by == Side::Ours { Side::Theirs } else { Side::Ours };
                let Some(base) = row.base else {
                    self.change(ChangeKind::Added, by);
                    return put_all(into.grow(), one);
                };
                if !is_edited(base, one, how) {
                    return self.change(ChangeKind::Removed, other);
                }
                if is_decided_elsewhere() {
                    return put_all(into.grow(), one);
                }
                let parts = row.map(Part::entry);
                let taken = self.conflict(ConflictKind::DeleteEdit, parts, None);
                if taken.is_none_or(|(_, take)| take != Take::Delete) {
                    put_all(into.grow(), one);
                }
            }
            (None, None) => {
                if row.base.is_some() {
                    self.change(ChangeKind::Removed, Side::Both);
                }
            }
        }
    }

    /// An entry that is never edited, and yet both have another.
    fn frozen(
        &mut self,
        row: Row<'d>,
        ours: &'d dyn Record,
        theirs: &'d dyn Record,
        into: &mut dyn Entries,
    ) {
        let taken = self.conflict(ConflictKind::Value, row.map(Part::entry), None);
        match taken {
            Some((_, Take::Theirs)) => put_all(into.grow(), theirs),
            Some((_, Take::Base)) => {
                if let Some(base) = row.base {
                    put_all(into.grow(), base);
                }
            }
            Some((choice, Take::Value)) => {
                let entry = into.grow();
                self.read_choice(choice, &mut |reader| read_record(reader, &mut *entry));
                // An id never changes.
                if let Some(place) = ours.shape().place("id") {
                    crate::record::put(entry, place, ours.value(place));
                }
            }
            _ => put_all(into.grow(), ours),
        }
    }
}

/// Whether an entry was edited since the ancestor. That it was saved again is no edit.
fn is_edited(base: &dyn Record, one: &dyn Record, how: Listing) -> bool {
    if how != Listing::Answers {
        return !same_but_for_changes(base, one);
    }
    one.shape().fields.iter().enumerate().any(|(place, field)| {
        let value = one.value(place);
        field.merge != crate::record::Merge::Changed
            && !value.is_absent()
            && !crate::record::same(value, base.value(place))
    })
}

/// The keys of all entries in the order of the merged list: that of the side which has another one
/// than the ancestor; where both have, the ancestor's, and what was added in the order of keys.
fn in_order<'k>(sides: &'k Sides<Rows<'_>>) -> Vec<&'k Key> {
    let keys = |rows: &'k Rows<'_>| -> Vec<&'k Key> { rows.iter().map(|(key, _)| key).collect() };
    let (base, ours, theirs) = (keys(&sides.base), keys(&sides.ours), keys(&sides.theirs));
    let mut rest: Vec<&Key> = ours.iter().chain(&theirs).chain(&base).copied().collect();
    rest.sort_unstable();
    rest.dedup();
    let mut first = if ours == theirs || theirs == base {
        ours
    } else if ours == base {
        theirs
    } else {
        base
    };
    let known: alloc::collections::BTreeSet<&Key> = first.iter().copied().collect();
    first.extend(rest.into_iter().filter(|key| !known.contains(key)));
    first
}

fn rows(list: Option<&dyn Entries>) -> Rows<'_> {
    let Some(list) = list else { return Vec::new() };
    let rows = (0..list.len()).filter_map(|index| Some((key_of(list, index)?, list.get(index)?)));
    rows.collect()
}

fn records(list: Option<&dyn Entries>) -> Vec<&dyn Record> {
    let Some(list) = list else { return Vec::new() };
    (0..list.len()).filter_map(|index| list.get(index)).collect()
}

/// Gives what is in all sets, and what either version added.
fn united<'s, T: PartialEq>(sets: &Sides<&'s [T]>, give: &mut dyn FnMut(&'s T)) {
    for member in sets.ours.iter().chain(sets.theirs) {
        let is_everywhere = sets.ours.contains(member) && sets.theirs.contains(member);
        if is_everywhere || !sets.base.contains(member) {
            give(member);
        }
    }
}
