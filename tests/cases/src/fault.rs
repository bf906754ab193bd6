//! What is wrong with a file of cases, and where.

use std::fmt;

/// One thing that is wrong with a file of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, from the folder of cases.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: What,
}

/// Everything that can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The file is no text of UTF-8.
    NotRead,
    /// A text in quotes has no end in its line.
    OpenText,
    /// A line stands where no such line may stand.
    Misplaced(String),
    /// No sentence begins or goes on like this.
    NotUnderstood(String),
    /// A case without a rule that it belongs to.
    NoRule,
    /// There is no such rule.
    UnknownRule(String),
    /// There is neither a control, a requirement, a document nor an entry of this name.
    UnknownName(String),
    /// The criteria have no such step or level.
    UnknownStep(String),
    /// There is no such day.
    NoDay(String),
    /// A case that asks for nothing: no `given`, no `when` or no `then`.
    Incomplete(&'static str),
    /// No expectation of the case is about its rule.
    OtherRule(String),
    /// Two cases have one title.
    SameTitle(String),
    /// What is given is no assessment.
    Refused(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { file, line, what } = self;
        write!(f, "tests/cases/{file}:{line}: ")?;
        match what {
            What::NotRead => f.write_str("the file cannot be read as UTF-8"),
            What::OpenText => f.write_str("a quotation mark has no partner in its line"),
            What::Misplaced(word) => write!(f, "`{word}` must not stand here"),
            What::NotUnderstood(rest) => {
                write!(f, "not understood from here: `{rest}`; GRAMMAR.md has every sentence")
            }
            What::NoRule => f.write_str("a line `rule …` must stand before the first case"),
            What::UnknownRule(rule) => write!(f, "there is no rule `{rule}`"),
            What::UnknownName(name) => write!(
                f,
                "nothing is called `{name}`; in quotation marks it stands for what there is not"
            ),
            What::UnknownStep(step) => write!(
                f,
                "the criteria that are given have no `{step}`; in quotation marks it stands for what there is not"
            ),
            What::NoDay(day) => write!(f, "there is no day `{day}`"),
            What::Incomplete(part) => write!(f, "the case has no `{part}`"),
            What::OtherRule(rule) => write!(f, "no `then` of the case is about `{rule}`"),
            What::SameTitle(title) => write!(f, "another case is called `{title}` too"),
            What::Refused(problems) => write!(f, "what is given is no assessment: {problems}"),
        }
    }
}
