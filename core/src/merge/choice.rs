//! What was decided about conflicts.

use alloc::string::String;
use alloc::vec::Vec;

use super::conflict::Conflict;
use super::walk::{Walk, value_place};
use crate::assessment::FILE;
use crate::json::{At, Read, Reader};
use crate::problem::{Problem, problem, quoted};
use crate::record::{Field, Record, read_value, word_members};
use annexa_vocabulary::words;

words! {
    /// What is taken.
    Take {
        /// What ours has.
        Ours = "ours",
        /// What theirs has.
        Theirs = "theirs",
        /// What the ancestor has.
        Base = "base",
        /// What stands beside the choice.
        Value = "value",
        /// The entry stays.
        Keep = "keep",
        /// The entry goes, and what refers to it refers to it no more.
        Delete = "delete",
    }
}

word_members! { Take }

/// What was decided about one conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Where the conflict is.
    pub path: String,
    /// What is taken; nothing where somebody is still to say.
    pub take: Option<Take>,
    /// What is taken where it is none of the versions': JSON as it was written.
    pub value: Option<String>,
}

/// Everything that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decided {
    /// One choice for each conflict.
    pub choices: Vec<Choice>,
    /// What is taken where there is no choice: [`Take::Ours`] or [`Take::Theirs`].
    pub rest: Option<Take>,
}

impl Decided {
    /// The choice about a path, and its place among the choices.
    pub(crate) fn about(&self, path: &str) -> Option<(usize, &Choice)> {
        let mut choices = self.choices.iter().enumerate();
        choices.find(|(_, choice)| choice.path == path && choice.take.is_some())
    }
}

impl<'d> Walk<'d, '_> {
    /// Whether a choice is one that the conflict has; a value that is missing is a problem.
    pub(super) fn may_take(&mut self, conflict: &Conflict<'d>, take: Take, place: usize) -> bool {
        let choice = self.decided.choices.get(place);
        let problem = match take {
            _ if !conflict.knows(take) => {
                let words: &[&str] = match conflict.is_about_entry() {
                    true => &["`keep`", "`delete`"],
                    false => &["`ours`", "`theirs`", "`base`", "`value`"],
                };
                let words: Vec<String> = words.iter().map(|word| String::from(*word)).collect();
                problem!("E-RESOLUTION-TAKE", "other", take = take.word(), words = words)
            }
            Take::Value if choice.is_none_or(|choice| choice.value.is_none()) => {
                problem!("E-RESOLUTION-TAKE", "no_value")
            }
            _ => return true,
        };
        self.problems.push(problem.at(alloc::format!("choices[{place}].take")));
        false
    }

    /// Reads a chosen value into a field; it has to pass what a file's has to.
    pub(super) fn chosen(&mut self, choice: usize, into: &mut dyn Record, place: usize) {
        let Some(field) = into.shape().fields.get(place) else { return };
        self.read_choice(choice, &mut |reader| field_value(reader, field, &mut *into, place));
    }

    /// The same for fields that are one value: an object of these.
    pub(super) fn chosen_fields(
        &mut self,
        choice: usize,
        into: &mut dyn Record,
        group: &[(&'static str, usize)],
    ) {
        let shape = into.shape();
        group.iter().for_each(|(_, place)| into.clear(*place));
        self.read_choice(choice, &mut |reader| {
            let is_object = reader.members(&mut |reader, key| {
                let known = group.iter().find(|(name, _)| *name == key);
                let Some((name, place)) = known else {
                    let not_known = || problem!("E-FIELD", field = quoted(&key)).at(quoted(&key));
                    reader.findings.add(At::Last, not_known);
                    return reader.skip();
                };
                let Some(field) = shape.fields.get(*place) else { return reader.skip() };
                reader.findings.enter_field(name, *place);
                field_value(reader, field, &mut *into, *place)?;
                reader.findings.leave();
                Ok(())
            })?;
            if is_object {
                reader.findings.whole(&*into);
            }
            Ok(())
        });
    }

    /// Reads the value of a choice, and notes what is wrong with it.
    pub(super) fn read_choice(
        &mut self,
        choice: usize,
        read: &mut dyn FnMut(&mut Reader<'_>) -> Read<()>,
    ) {
        let text = self.decided.choices.get(choice).and_then(|choice| choice.value.as_deref());
        let Some(text) = text else { return };
        if let Err(problems) = Reader::whole(text.as_bytes(), FILE, read) {
            for problem in problems.0 {
                let place = match problem.place.as_str() {
                    "" => value_place(choice),
                    place => alloc::format!("{}.{place}", value_place(choice)),
                };
                self.problems.push(Problem { place, ..problem });
            }
        }
    }
}

/// Reads a value, or nothing for `null`.
fn field_value(
    reader: &mut Reader<'_>,
    field: &'static Field,
    into: &mut dyn Record,
    place: usize,
) -> Read<()> {
    into.clear(place);
    if !field.is_required && reader.null()? {
        return Ok(());
    }
    read_value(reader, field, into.place(place))
}
