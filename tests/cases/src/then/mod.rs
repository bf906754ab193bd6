//! What must be found: each sentence becomes checks over what an engine writes.

mod gate;
mod lint;
mod risk;
mod roadmap;
mod soa;

use serde_json::{Value, json};

use crate::check::{Check, Op, Output, Step};
use crate::fault::What;
use crate::given::{Given, not_understood};
use crate::template::{Gaps, best};
use crate::token::Token;

/// When one looks.
pub(crate) const WHEN: &str = "the checks run on <day>";

/// What a sentence expects.
type Expected = fn(&Gaps) -> Vec<Check>;

/// The sentences of each part.
const TABLES: [&[(&str, Expected)]; 5] =
    [lint::SENTENCES, gate::SENTENCES, soa::SENTENCES, risk::SENTENCES, roadmap::SENTENCES];

/// Every sentence about what must be found.
pub(crate) fn sentences() -> Vec<&'static str> {
    let all = TABLES.into_iter().flatten().map(|(sentence, _)| *sentence);
    [WHEN].into_iter().chain(all).chain(soa::REASONS.iter().copied()).collect()
}

/// The checks of a sentence.
pub(crate) fn expected(words: &[Token], given: &Given) -> Result<Vec<Check>, What> {
    if let Some(result) = soa::lists(words) {
        return result;
    }
    for table in TABLES {
        let Some((taken, gaps, expect)) = best(table, words) else { continue };
        if taken < words.len() {
            continue;
        }
        let gaps = crate::given::in_words(gaps, given.file.get("criteria"))?;
        let unknown = gaps.all_names().find(|name| !name.is_quoted && !given.is_known(&name.text));
        if let Some(name) = unknown {
            return Err(What::UnknownName(name.text.clone()));
        }
        known_rule(&gaps)?;
        return Ok(expect(&gaps));
    }
    Err(not_understood(words))
}

/// Codes, conditions and grounds are those that there are.
fn known_rule(gaps: &Gaps) -> Result<(), What> {
    let rules = crate::rules::rules();
    for gap in ["code", "condition"] {
        let Some(name) = gaps.said(gap) else { continue };
        let rule = rules.iter().find(|rule| rule.name == name);
        let rule = rule.ok_or_else(|| What::UnknownRule(name.to_owned()))?;
        if let Some(ground) = gaps.said("ground text").map(ground)
            && !rule.grounds.contains(&ground)
        {
            return Err(What::UnknownRule(format!("{name} {ground}")));
        }
    }
    Ok(())
}

/// The word of a ground, which has `_` where a case has a space.
fn ground(text: &str) -> String {
    text.replace(' ', "_")
}

/// A check in the making.
fn check(output: Output, path: Vec<Step>, op: Op, values: Vec<Value>) -> Check {
    Check { output, path, op, values, about: Vec::new() }
}

impl Check {
    /// The same about a rule.
    fn about(mut self, rule: impl Into<String>, finds: bool) -> Check {
        self.about.push((rule.into(), finds));
        self
    }
}

fn member(name: &'static str) -> Step {
    Step::Member(name)
}

fn is(name: &'static str, value: &str) -> Step {
    Step::Where(vec![(name, value.to_owned())])
}

fn named(gaps: &Gaps) -> Vec<Value> {
    gaps.ids("names").into_iter().map(Value::from).collect()
}

/// A member of the entry of a list with this id has these values.
fn of_entry(
    output: Output,
    list: &'static str,
    id: &str,
    path: &[&'static str],
    values: Vec<Value>,
) -> Check {
    let mut steps = vec![member(list), is("id", id)];
    steps.extend(path.iter().map(|name| member(name)));
    check(output, steps, Op::Same, values)
}

/// A text as the only value.
fn one(text: &str) -> Vec<Value> {
    vec![json!(text)]
}
