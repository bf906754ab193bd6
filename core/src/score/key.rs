//! The groups that have a score.

use std::fmt;
use std::str::FromStr;

use crate::catalogue::{Attribute, AttributeValue, Theme};
use crate::problem::{Problem, quoted};

/// A group of items. Requirements and controls are never mixed in one score, because one
/// binds and the other advises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScoreKey {
    /// All 30 requirements; written `requirements`.
    Requirements,
    /// All controls; written `controls`.
    Controls,
    /// The requirements of one clause from 4 to 10; written `clause:4`.
    Clause(u8),
    /// The controls of one theme; written `theme:People`.
    Theme(Theme),
    /// The controls with one attribute value; written `control_type:Preventive`.
    Attribute(AttributeValue),
}

impl fmt::Display for ScoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScoreKey::Requirements => f.write_str("requirements"),
            ScoreKey::Controls => f.write_str("controls"),
            ScoreKey::Clause(clause) => write!(f, "clause:{clause}"),
            ScoreKey::Theme(theme) => write!(f, "theme:{}", theme.word()),
            ScoreKey::Attribute(value) => write!(f, "{}:{}", value.attribute().id(), value.id()),
        }
    }
}

impl FromStr for ScoreKey {
    type Err = Problem;

    fn from_str(text: &str) -> Result<ScoreKey, Problem> {
        parse(text).filter(|key| key.to_string() == text).ok_or_else(|| {
            Problem::new(
                "E-SCORE-KEY",
                "",
                format!("{} is not a score", quoted(text)),
                "write `requirements`, `controls`, `clause:4`, `theme:People` or `control_type:Preventive`",
            )
        })
    }
}

fn parse(text: &str) -> Option<ScoreKey> {
    match text {
        "requirements" => return Some(ScoreKey::Requirements),
        "controls" => return Some(ScoreKey::Controls),
        _ => {}
    }
    let (group, value) = text.split_once(':')?;
    match group {
        "clause" => {
            let clause: u8 = value.parse().ok()?;
            (4..=10).contains(&clause).then_some(ScoreKey::Clause(clause))
        }
        "theme" => Theme::ALL.into_iter().find(|theme| theme.word() == value).map(ScoreKey::Theme),
        _ => Attribute::ALL
            .into_iter()
            .filter(|attribute| attribute.id() == group)
            .flat_map(Attribute::values)
            .find(|known| known.id() == value)
            .map(ScoreKey::Attribute),
    }
}
