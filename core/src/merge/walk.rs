//! The walk along the declaration: field by field, each in the way that its declaration names.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::choice::{Decided, Take};
use super::conflict::{Change, ChangeKind, Conflict, ConflictKind, Part, Side};
use super::path::Path;
use super::sides::{Sides, Which, which};
use crate::assessment::{About, Answer, Document, System};
use crate::id::Id;
use crate::problem::Problem;
use crate::record::{Kind, Merge, Place, Record, Shape, Value, put, same};

/// Both versions and their ancestor while they are walked.
#[derive(Debug)]
pub(crate) struct Walk<'d, 'c> {
    pub(super) decided: &'c Decided,
    /// Whether there is an ancestor.
    pub(super) has_base: bool,
    pub(super) path: Path,
    pub(super) conflicts: Vec<Conflict<'d>>,
    pub(super) changes: Vec<Change>,
    /// What is wrong with chosen values.
    pub(super) problems: Vec<Problem>,
}

/// What is merged so far. Where a conflict is open, ours stands for it.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) about: About,
    pub(crate) system: System,
    pub(crate) answers: Vec<Answer>,
}

impl Held {
    /// Everything that stands in two versions, each thing by itself.
    pub(crate) fn of<'d>(
        walk: &mut Walk<'d, '_>,
        base: Option<&'d Document>,
        ours: &'d Document,
        theirs: &'d Document,
    ) -> Held {
        let (mut about, mut system) = (About::blank(), System::blank());
        walk.path.enter("about");
        let abouts = Sides::of(base, ours, theirs, |it| &it.about as &dyn Record);
        walk.record(&About::SHAPE, abouts, &mut about);
        walk.path.leave();
        let systems = Sides::of(base, ours, theirs, |it| it.system() as &dyn Record);
        walk.record(&System::SHAPE, systems, &mut system);
        let answers = walk.answers(base, ours, theirs);
        Held { about, system, answers }
    }
}

impl<'d, 'c> Walk<'d, 'c> {
    pub(crate) fn new(decided: &'c Decided, has_base: bool) -> Walk<'d, 'c> {
        let (conflicts, changes, problems) = (Vec::new(), Vec::new(), Vec::new());
        Walk { decided, has_base, path: Path::default(), conflicts, changes, problems }
    }

    /// Which assessment it is.
    pub(super) fn lineage(
        &mut self,
        base: Option<&'d Document>,
        ours: &'d Document,
        theirs: &'d Document,
    ) -> Option<String> {
        let text = |document: &'d Document| {
            document.lineage.as_ref().map_or(Value::Absent, |id| Value::Text(id.as_str()))
        };
        let sides = Sides {
            base: base.map_or(Value::Absent, text),
            ours: text(ours),
            theirs: text(theirs),
        };
        self.path.enter("lineage");
        let mut chosen = None;
        let taken = match which(&sides) {
            Which::Conflict => {
                // A lineage may stand on one side alone where nobody says that they belong together.
                match (sides.ours, sides.theirs) {
                    (Value::Absent, some) | (some, Value::Absent) if !self.has_base => some,
                    _ => {
                        let parts = sides.parts(Part::Value);
                        chosen = self.conflict(ConflictKind::Value, parts, None);
                        sides.taken(chosen.map(|(_, take)| take))
                    }
                }
            }
            Which::Theirs => sides.theirs,
            Which::Ours | Which::Both => sides.ours,
        };
        let own = chosen.filter(|(_, take)| *take == Take::Value).and_then(|(place, _)| {
            let choice = self.decided.choices.get(place)?;
            let text = choice.value.as_deref()?.trim().trim_matches('"').to_owned();
            match text.parse::<Id>() {
                Ok(id) => Some(id.to_string()),
                Err(problem) => {
                    self.problems.push(problem.at(value_place(place)));
                    None
                }
            }
        });
        self.path.leave();
        own.or_else(|| match taken {
            Value::Text(text) => Some(text.to_owned()),
            _ => None,
        })
    }

    /// A record, member by member.
    pub(crate) fn record(
        &mut self,
        shape: &'static Shape,
        sides: Sides<Option<&'d dyn Record>>,
        into: &mut dyn Record,
    ) {
        let mut done = 0_u64;
        for (place, field) in shape.fields.iter().enumerate() {
            if done & (1 << place) != 0 {
                continue;
            }
            if let Some(group) = self.group(shape, field.name, sides) {
                group.iter().for_each(|(_, place)| done |= 1 << place);
                self.path.enter(field.name);
                self.fields(sides, &group, into);
                self.path.leave();
                continue;
            }
            self.path.enter(field.name);
            let values = sides.map(|side| Value::of(side, place));
            match (field.merge, field.kind) {
                (Merge::Members, Kind::Record(inner)) => {
                    if let Place::Record(into) = into.place(place) {
                        self.record(inner, values.map(Value::record), into);
                    }
                }
                (Merge::Set, _) => self.set(values, into.place(place)),
                (Merge::Register | Merge::Frozen, Kind::List(..)) => {
                    if let Place::List(into) = into.place(place) {
                        self.list(values.map(Value::list), into, field.merge == Merge::Frozen);
                    }
                }
                (Merge::Changed, _) => put(into, place, later(values)),
                _ => self.whole(values, place, field.merge == Merge::Text, into),
            }
            self.path.leave();
        }
    }

    /// One value.
    fn whole(
        &mut self,
        values: Sides<Value<'d>>,
        place: usize,
        is_text: bool,
        into: &mut dyn Record,
    ) {
        let which = which(&values);
        if which != Which::Conflict {
            self.fits(&values, which);
            return put(into, place, values.clean(which));
        }
        let suggestion = if is_text { joined(values, into, place) } else { None };
        let parts = values.parts(Part::Value);
        match self.conflict(ConflictKind::Value, parts, suggestion) {
            Some((choice, Take::Value)) => self.chosen(choice, into, place),
            taken => put(into, place, values.taken(taken.map(|(_, take)| take))),
        }
    }

    /// Fields that are one value.
    fn fields(
        &mut self,
        sides: Sides<Option<&'d dyn Record>>,
        group: &[(&'static str, usize)],
        into: &mut dyn Record,
    ) {
        let parts = sides.map(|side| Part::Fields(side, group.to_vec()));
        let taken = if parts.ours.is(&parts.theirs) || parts.theirs.is(&parts.base) {
            self.fit_parts(&parts);
            Some(Take::Ours)
        } else if parts.ours.is(&parts.base) {
            self.fit_parts(&parts);
            Some(Take::Theirs)
        } else {
            match self.conflict(ConflictKind::Value, parts.clone(), None) {
                Some((choice, Take::Value)) => return self.chosen_fields(choice, into, group),
                taken => taken.map(|(_, take)| take),
            }
        };
        let part = match taken {
            Some(Take::Theirs) => parts.theirs,
            Some(Take::Base) => parts.base,
            _ => parts.ours,
        };
        part.values().for_each(|(_, place, value)| put(into, place, value));
    }

    /// The fields that are one value with this one, which is the first of them.
    fn group(
        &self,
        shape: &'static Shape,
        name: &'static str,
        sides: Sides<Option<&'d dyn Record>>,
    ) -> Option<Vec<(&'static str, usize)>> {
        let places = |names: &[&'static str]| -> Vec<(&'static str, usize)> {
            names.iter().filter_map(|name| Some((*name, shape.place(name)?))).collect()
        };
        if shape.together.first() == Some(&name) {
            return Some(places(shape.together));
        }
        // Days of which one is not before the other, and texts of which one has to say something,
        // are one value where they do not fit together each by itself.
        let pair = shape.in_order.iter().find(|(first, _)| *first == name);
        if let Some((first, second)) = pair {
            let group = places(&[first, second]);
            let merged: Vec<Option<Value<'d>>> =
                group.iter().map(|(_, place)| self.by_itself(sides, *place)).collect();
            let are_both_changed = group.iter().all(|(_, place)| {
                let values = sides.map(|side| Value::of(side, *place));
                which(&values) != Which::Both || !same(values.ours, values.base)
            });
            let is_wrong = match merged.as_slice() {
                [Some(Value::Date(first)), Some(Value::Date(second))] => second < first,
                [Some(_), Some(_)] => false,
                _ => true,
            };
            return Some(group).filter(|_| are_both_changed && is_wrong);
        }
        if shape.one_of.first() == Some(&name) {
            let group = places(shape.one_of);
            let says_nothing = group
                .iter()
                .all(|(_, place)| matches!(self.by_itself(sides, *place), Some(Value::Absent)));
            return Some(group).filter(|_| says_nothing);
        }
        None
    }

    /// What a value is merged to by itself; nothing where it is a conflict.
    fn by_itself(&self, sides: Sides<Option<&'d dyn Record>>, place: usize) -> Option<Value<'d>> {
        let values = sides.map(|side| Value::of(side, place));
        let which = which(&values);
        (which != Which::Conflict).then(|| values.clean(which))
    }

    /// Notes a conflict, and gives what was decided about it, with the place of the choice.
    pub(super) fn conflict(
        &mut self,
        kind: ConflictKind,
        parts: Sides<Part<'d>>,
        suggestion: Option<String>,
    ) -> Option<(usize, Take)> {
        let path = self.path.as_str().to_owned();
        self.conflict_at(path, kind, parts, suggestion)
    }

    /// The same at another path.
    pub(super) fn conflict_at(
        &mut self,
        path: String,
        kind: ConflictKind,
        parts: Sides<Part<'d>>,
        suggestion: Option<String>,
    ) -> Option<(usize, Take)> {
        let Sides { base, ours, theirs } = parts;
        let is_filled = false;
        let mut conflict =
            Conflict { path, kind, taken: None, is_filled, base, ours, theirs, suggestion };
        let taken = match self.decided.about(&conflict.path) {
            Some((place, choice)) => {
                let take = choice.take.filter(|take| self.may_take(&conflict, *take, place));
                take.map(|take| (place, take))
            }
            None => self.decided.rest.map(|rest| (usize::MAX, conflict.rest(rest))),
        };
        conflict.taken = taken.map(|(_, take)| take);
        conflict.is_filled = taken.is_some_and(|(place, _)| place == usize::MAX);
        self.conflicts.push(conflict);
        taken
    }

    /// Notes what fits.
    pub(super) fn fits(&mut self, values: &Sides<Value<'d>>, which: Which) {
        let clean = values.clean(which);
        if !self.has_base && which == Which::Both || same(clean, values.base) {
            return;
        }
        let kind = match (values.base, clean) {
            (Value::Absent, _) => ChangeKind::Added,
            (_, Value::Absent) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        self.change(kind, which.side());
    }

    fn fit_parts(&mut self, parts: &Sides<Part<'d>>) {
        let by = match (parts.ours.is(&parts.base), parts.theirs.is(&parts.base)) {
            (true, true) => return,
            (true, false) => Side::Theirs,
            (false, true) => Side::Ours,
            (false, false) if !self.has_base => return,
            (false, false) => Side::Both,
        };
        self.change(ChangeKind::Changed, by);
    }

    pub(super) fn change(&mut self, kind: ChangeKind, by: Side) {
        let path = self.path.as_str().to_owned();
        self.changes.push(Change { path, kind, by });
    }
}

/// Where a chosen value stands in a resolution.
pub(super) fn value_place(choice: usize) -> String {
    alloc::format!("choices[{choice}].value")
}

/// The day of the side that has another than the ancestor, or the later where both have.
fn later(values: Sides<Value<'_>>) -> Value<'_> {
    match (which(&values), values.ours, values.theirs) {
        (Which::Conflict, Value::Date(ours), Value::Date(theirs)) => Value::Date(ours.max(theirs)),
        (Which::Conflict, Value::Date(day), _) | (Which::Conflict, _, Value::Date(day)) => {
            Value::Date(day)
        }
        (which, ..) => values.clean(which),
    }
}

/// The ancestor's text with what both wrote behind it, where neither changed it and there is room.
fn joined(values: Sides<Value<'_>>, into: &dyn Record, place: usize) -> Option<String> {
    let text = |value| match value {
        Value::Text(text) => Some(text),
        Value::Absent => Some(""),
        _ => None,
    };
    let base = text(values.base)?;
    let mut added =
        [text(values.ours)?.strip_prefix(base)?, text(values.theirs)?.strip_prefix(base)?];
    added.sort_unstable();
    let [first, second] = added;
    if first.is_empty() {
        return None;
    }
    // Two texts where there was none stand in lines of their own.
    let between = if base.is_empty() { "\n" } else { "" };
    let joined = [base, first, between, second].concat();
    let field = into.shape().fields.get(place)?;
    matches!(field.kind, Kind::Text(max_bytes) if joined.len() <= max_bytes).then_some(joined)
}
