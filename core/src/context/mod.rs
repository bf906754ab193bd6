//! The questions about the organization, and the exclusions that their answers suggest.
//!
//! A suggestion changes nothing: a person accepts or refuses it, one by one or together for a
//! question, and only that decision is stored. `docs/rules-context.md` gives the rules.

mod questions;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assessment::{
    Applicability, Context, Decision, ExclusionReason, Question, System, Verdict,
};
use crate::catalogue::Catalogue;
use crate::facts::Facts;
use crate::method::{Condition, Method, SuggestionRule};
use crate::record::{Record, Value};

pub use questions::{AnswerKind, questions};

/// A control that an answer makes doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The control's place in [`Catalogue::items`].
    pub item: usize,
    /// The question whose answer led to it.
    pub question: Question,
    /// By what its words are found.
    pub rule: &'static str,
    /// The typed reason of the exclusion.
    pub reason: ExclusionReason,
    /// What was decided; nothing while it is open.
    pub decision: Option<Verdict>,
    /// Whether the control is excluded now.
    pub is_excluded: bool,
}

impl Suggestion {
    /// Whether it is offered: nobody has decided, and the control is not excluded anyway.
    pub fn is_open(&self) -> bool {
        self.decision.is_none() && !self.is_excluded
    }
}

/// Every suggestion that the answers make, with what was decided, by rule and control.
pub fn suggestions(catalogue: &Catalogue, facts: &Facts, system: &System) -> Vec<Suggestion> {
    let mut all = Vec::new();
    let rules = Method::of(catalogue).map_or(&[][..], |method| method.rules);
    for rule in rules.iter().filter(|rule| holds(rule, &system.context)) {
        let Some(question) = Question::from_word(rule.question) else { continue };
        for control in rule.controls {
            let Some(item) = catalogue.index_of(control) else { continue };
            all.push(Suggestion {
                item,
                question,
                rule: rule.id,
                reason: ExclusionReason::from_word(rule.reason).unwrap_or(ExclusionReason::Other),
                decision: decision(system, control, question).map(|it| it.decision),
                is_excluded: facts.item(item).applicability == Applicability::Excluded,
            });
        }
    }
    all
}

/// What was decided about a control and a question.
pub(crate) fn decision<'s>(
    system: &'s System,
    control: &str,
    question: Question,
) -> Option<&'s Decision> {
    let is_it = |it: &&Decision| it.control.as_str() == control && it.question == question;
    system.suggestions.iter().find(is_it)
}

/// Whether a question's answers still suggest a control.
pub(crate) fn is_suggested(
    catalogue: &Catalogue,
    context: &Context,
    control: &str,
    question: Question,
) -> bool {
    let rules = Method::of(catalogue).map_or(&[][..], |method| method.rules);
    rules.iter().any(|rule| {
        rule.question == question.word() && rule.controls.contains(&control) && holds(rule, context)
    })
}

/// The questions under which suggestions rest on the answer to a question.
pub(crate) fn resting_on(catalogue: &Catalogue, changed: &str) -> Vec<Question> {
    let rules = Method::of(catalogue).map_or(&[][..], |method| method.rules);
    let rules = rules.iter().filter(|rule| rule.when.iter().any(|it| it.question == changed));
    rules.filter_map(|rule| Question::from_word(rule.question)).collect()
}

/// The questions whose answers differ.
pub(crate) fn changed(old: &Context, new: &Context) -> Vec<&'static str> {
    let names = Context::SHAPE.fields.iter().map(|field| field.name);
    names.filter(|name| text(old, name) != text(new, name)).collect()
}

fn holds(rule: &SuggestionRule, context: &Context) -> bool {
    let is = |condition: &Condition| word(context, condition.question) == Some(condition.word);
    rule.when.iter().all(|condition| is(condition) == condition.is_wanted)
}

/// The answer to a question as a file has it.
pub fn answer_text(context: &Context, question: Question) -> Option<String> {
    Some(match text(context, question.word())? {
        Answered::Word(word) => word.into(),
        Answered::Number(number) => number.to_string(),
    })
}

/// The word that answers a question.
fn word(context: &Context, question: &str) -> Option<&'static str> {
    match text(context, question) {
        Some(Answered::Word(word)) => Some(word),
        _ => None,
    }
}

#[derive(PartialEq, Eq)]
enum Answered {
    Word(&'static str),
    Number(i64),
}

fn text(context: &Context, question: &str) -> Option<Answered> {
    let place = Context::SHAPE.fields.iter().position(|field| field.name == question)?;
    let context: &dyn Record = context;
    match context.value(place) {
        Value::Word(word) => Some(Answered::Word(word)),
        Value::Int(number) => Some(Answered::Number(number)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
