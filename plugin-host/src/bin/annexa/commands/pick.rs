//! What a person names in an argument: entries by label or id, controls, days, words of a set.

use super::labels::label;
use annexa_core::{
    Catalogue, Date, Engine, Id, Problem,
    assessment::{Criteria, Register, Step},
    catalogue::Kind,
    problem::{problem, quoted},
    risk::shown,
};

/// The problems of several arguments, so that all are said at once.
#[derive(Default)]
pub(super) struct Picked(pub(super) Vec<Problem>);

impl Picked {
    /// The value, or nothing and its problem kept.
    pub(super) fn keep<T>(&mut self, argument: &str, value: Result<T, Problem>) -> Option<T> {
        value.map_err(|problem| self.0.push(problem.at(argument))).ok()
    }

    /// The same for several values of one argument.
    pub(super) fn keep_all<T>(
        &mut self,
        argument: &str,
        values: impl IntoIterator<Item = Result<T, Problem>>,
    ) -> Vec<T> {
        values.into_iter().filter_map(|value| self.keep(argument, value)).collect()
    }

    /// A day that may be left out.
    pub(super) fn day(&mut self, argument: &str, text: Option<&str>) -> Option<Date> {
        self.keep(argument, text?.parse())
    }
}

/// The id of an entry that is named by its id, its label, or the form in which one of two equal
/// labels is shown.
pub(super) fn entry(engine: &Engine, register: Register, text: &str) -> Result<Id, Problem> {
    let names = engine.system().names(register);
    let text = text.trim();
    if let Some((id, _)) = names.iter().find(|(id, _)| id.as_str() == text) {
        return Ok((*id).clone());
    }
    let labelled: Vec<&Id> = names
        .iter()
        .filter(|(id, label)| {
            label.eq_ignore_ascii_case(text) || shown(id.as_str(), label, true) == text
        })
        .map(|(id, _)| *id)
        .collect();
    match labelled.as_slice() {
        [id] => Ok((*id).clone()),
        [] => {
            let register = register.name();
            Err(problem!("E-UNKNOWN-ID", "entry", id = quoted(text), register = register))
        }
        several => {
            let system = engine.system();
            let ids = several.iter().filter_map(|id| label(system, register, id.as_str()));
            let ids: Vec<String> = ids.collect();
            Err(problem!("E-UNKNOWN-ID", "label_twice", id = quoted(text), ids = ids.join(", ")))
        }
    }
}

/// A control of the catalogue, or one of the organization's own by id or label.
pub(super) fn control(engine: &Engine, text: &str) -> Result<Id, Problem> {
    item(engine.document().catalogue(), Kind::Control, text)
        .or_else(|_| entry(engine, Register::OwnControl, text))
        .map_err(|_| problem!("E-UNKNOWN-ID", "control", id = quoted(text)))
}

/// A requirement of the catalogue.
pub(super) fn requirement(engine: &Engine, text: &str) -> Result<Id, Problem> {
    item(engine.document().catalogue(), Kind::Requirement, text)
        .map_err(|_| problem!("E-UNKNOWN-ID", "requirement", id = quoted(text)))
}

fn item(catalogue: &Catalogue, kind: Kind, text: &str) -> Result<Id, Problem> {
    let text = text.trim();
    let is_it = |id: &str| id.eq_ignore_ascii_case(text);
    let found = catalogue.items().iter().find(|item| item.kind() == kind && is_it(item.id()));
    found.map_or_else(
        || Err(problem!("E-UNKNOWN-ID", "catalog", id = quoted(text))),
        |item| item.id().parse(),
    )
}

/// A step of a scale, by its word or its name.
pub(super) fn step(steps: &[Step], text: &str) -> Result<Id, Problem> {
    named(steps.iter().map(|step| (&step.word, step.name.as_str())), text)
}

/// A level of the criteria, by its word or its name.
pub(super) fn level(criteria: &Criteria, text: &str) -> Result<Id, Problem> {
    named(criteria.levels.iter().map(|level| (&level.word, level.name.as_str())), text)
}

fn named<'s>(
    all: impl Iterator<Item = (&'s Id, &'s str)> + Clone,
    text: &str,
) -> Result<Id, Problem> {
    let text = text.trim();
    let is_word = |word: &Id| word.as_str() == text;
    let by_word = all.clone().find(|(word, _)| is_word(word));
    let by_name = || all.clone().find(|(_, name)| name.eq_ignore_ascii_case(text));
    by_word.or_else(by_name).map(|(word, _)| word.clone()).ok_or_else(|| {
        let words = all.map(|(word, name)| match name == word.as_str() {
            true => quoted(name),
            false => format!("{} ({name})", quoted(word.as_str())),
        });
        let words = words.collect::<Vec<_>>().join(", ");
        problem!("E-VALUE", "word", word = quoted(text), words = words)
    })
}
