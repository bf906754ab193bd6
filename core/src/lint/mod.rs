//! Lint: what an auditor would stop at, ask about, or want to know.
//!
//! The rules' codes, severities and words are data in `data/words/en/messages.toml`; what they
//! look for is in [`rules`].

mod rules;

use crate::date::Date;
use crate::engine::Engine;
use crate::messages::{RULES, fill};

/// How grave a lint is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// An auditor would stop here.
    Error,
    /// An auditor would ask.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The word that files use.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// A rule as the data file has it.
#[derive(Debug, PartialEq, Eq)]
pub struct LintRule {
    /// A stable code such as `L-EXCLUDED-NO-JUSTIFICATION`.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The sentence, with places to fill.
    pub message: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

impl LintRule {
    /// Every rule.
    pub fn all() -> &'static [&'static LintRule] {
        RULES
    }
}

/// One place where a rule found something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lint {
    /// The rule.
    pub rule: &'static LintRule,
    /// The item.
    pub id: String,
    /// What is the matter, in words.
    pub message: String,
}

impl Lint {
    fn new(rule: &'static LintRule, id: &str, values: &[(&str, &str)]) -> Lint {
        let values: Vec<(&str, &str)> =
            [("id", id)].into_iter().chain(values.iter().copied()).collect();
        Lint { rule, id: id.to_owned(), message: fill(rule.message, &values) }
    }
}

impl Engine {
    /// Checks the assessment as of `today`, in the catalogue's order.
    pub fn lint(&self, today: Date) -> Vec<Lint> {
        rules::run(self.document(), today)
    }
}

#[cfg(test)]
mod tests;
