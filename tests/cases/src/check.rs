//! What a case expects, as data: where to look in what an engine writes, and what must be there.
//!
//! The same few operations are carried out here and by the scripts that ask other engines.

use annexa_core::problem::words;
use serde_json::{Map, Value, json};

words! {
    /// Which result is looked at.
    Output {
        /// What the checks find.
        Lint = "lint",
        /// The gates.
        Gates = "gates",
        /// The Statement of Applicability.
        Soa = "soa",
        /// The register of risks.
        Risks = "risks",
        /// The roadmap.
        Roadmap = "roadmap",
        /// What could be simplified.
        Over = "over",
    }
}

words! {
    /// How what is found is compared with what is expected.
    Op {
        /// The same values, in any order.
        Same = "same",
        /// The same values in this order; of an object the members that are named, `null` being a
        /// member that is not there.
        List = "list",
        /// All of these, and perhaps more.
        Has = "has",
        /// All of these in this order, and perhaps others between them.
        Order = "order",
        /// None of these.
        Lacks = "lacks",
    }
}

/// One step on the way to the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A member of each object; of a list each entry is taken.
    Member(&'static str),
    /// Those objects whose members have these values.
    Where(Vec<(&'static str, String)>),
}

/// One thing that a case expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The result.
    pub output: Output,
    /// The way from the result to the values.
    pub path: Vec<Step>,
    /// The comparison.
    pub op: Op,
    /// What is expected.
    pub values: Vec<Value>,
    /// The rule that it is about, and whether the rule finds something.
    pub about: Vec<(String, bool)>,
}

impl Check {
    /// Whether what an engine wrote is as expected: nothing, or what was found instead.
    pub fn fails(&self, output: &Value) -> Option<Vec<Value>> {
        let found = self.found(output);
        let has = |value: &Value| found.contains(&value);
        let is_met = match self.op {
            Op::Same => {
                self.values.iter().all(has) && found.iter().all(|it| self.values.contains(*it))
            }
            Op::List => {
                found.len() == self.values.len()
                    && found.iter().zip(&self.values).all(|(found, value)| is_like(found, value))
            }
            Op::Has => self.values.iter().all(has),
            Op::Order => {
                found.iter().copied().filter(|it| self.values.contains(it)).eq(&self.values)
            }
            Op::Lacks => !self.values.iter().any(has),
        };
        (!is_met).then(|| found.into_iter().cloned().collect())
    }

    fn found<'o>(&self, output: &'o Value) -> Vec<&'o Value> {
        let mut values = vec![output];
        for step in &self.path {
            values = values.into_iter().flat_map(|value| taken(step, value)).collect();
        }
        values
    }

    /// The check as the scripts read it, with its line.
    pub fn to_json(&self, line: usize) -> Value {
        let path = self.path.iter().map(|step| match step {
            Step::Member(name) => json!(name),
            Step::Where(members) => {
                let members =
                    members.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
                Value::Object(members.collect::<Map<_, _>>())
            }
        });
        json!({
            "line": line,
            "in": self.output.word(),
            "path": path.collect::<Vec<_>>(),
            "op": self.op.word(),
            "values": self.values,
        })
    }
}

fn taken<'o>(step: &Step, value: &'o Value) -> Vec<&'o Value> {
    match step {
        Step::Member(name) => match value.get(name) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(entries)) => entries.iter().collect(),
            Some(value) => vec![value],
        },
        Step::Where(members) => {
            let is = |(name, expected): &(&str, String)| {
                value.get(name).and_then(Value::as_str) == Some(expected)
            };
            if members.iter().all(is) { vec![value] } else { Vec::new() }
        }
    }
}

/// Whether an object has the members that are named.
fn is_like(found: &Value, value: &Value) -> bool {
    match value {
        Value::Object(members) => members
            .iter()
            .all(|(name, expected)| found.get(name).unwrap_or(&Value::Null) == expected),
        value => found == value,
    }
}
