//! Criteria and assessments as places on scales: a table and nothing else. Steps are ordinal, so
//! no product, sum or mean of them is ever made.

use alloc::string::String;
use alloc::vec::Vec;

use super::ledger::{Missing, RiskFacts};
use crate::assessment::{Basis, Criteria, Estimate, Risk};
use crate::id::Id;
use crate::problem::Date;
use crate::proven::Proven as _;
use crate::text::folded;

/// How many months until a risk is looked at again where the criteria say nothing.
const REVIEW_MONTHS: u8 = 12;
/// The same at the highest level.
const REVIEW_MONTHS_TOP: u8 = 6;
/// How many months an acceptance may last where the criteria say nothing.
const ACCEPT_MONTHS_MAX: u8 = 12;

/// By what risks are judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    likelihood: Vec<Id>,
    consequence: Vec<Id>,
    /// The level in each cell, row by row.
    cells: Vec<u8>,
    /// How many levels there are.
    pub levels: u8,
    /// The highest level that is acceptable by the criteria themselves.
    pub line: u8,
    review_months: Vec<u8>,
    /// For each level the roles that may accept there, trimmed and in lowercase.
    may_accept: Vec<Vec<String>>,
    /// How many months an acceptance may last.
    pub accept_months_max: u8,
}

/// An assessment as places on the scales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// How likely.
    pub likelihood: u8,
    /// How grave: the highest that is given.
    pub consequence: u8,
    /// How grave for confidentiality, integrity, availability and the dimension of one's own.
    pub dimensions: [Option<u8>; 4],
    /// The day for which it holds.
    pub on: Option<Date>,
}

/// How high a risk is: level, then consequence, then likelihood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The level of the cell.
    pub level: u8,
    /// The step of consequence.
    pub consequence: u8,
    /// The step of likelihood.
    pub likelihood: u8,
}

/// What is left of a risk; gone is below everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remains {
    /// Nothing: what brings it about is given up.
    Gone,
    /// A risk this high.
    At(Key),
}

impl Remains {
    /// The level; nothing of what is gone.
    pub fn level(self) -> Option<u8> {
        match self {
            Remains::Gone => None,
            Remains::At(key) => Some(key.level),
        }
    }
}

impl Steps {
    /// In how many dimensions it is as grave as it is.
    pub fn dimensions_at_highest(&self) -> usize {
        self.dimensions.iter().filter(|step| **step == Some(self.consequence)).count()
    }
}

impl Scale {
    /// The scale of criteria that hang together.
    pub fn of(criteria: &Criteria) -> Scale {
        let small = |place: usize| u8::try_from(place).ok().proven("criteria have few steps");
        let rows = criteria.likelihood.len();
        let columns = criteria.consequence.len();
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let levels = criteria.levels.iter().enumerate().map(|(place, level)| {
            let is_top = place + 1 == criteria.levels.len();
            let default = if is_top { REVIEW_MONTHS_TOP } else { REVIEW_MONTHS };
            let own = criteria.review_months.iter().find(|it| it.level == level.word);
            own.map_or(default, |own| own.months)
        });
        let may_accept = criteria.levels.iter().map(|level| {
            let own = criteria.may_accept.iter().filter(|it| it.level == level.word);
            own.flat_map(|it| &it.roles).map(|role| folded(role)).collect()
        });
        Scale {
            likelihood: criteria.likelihood.iter().map(|step| step.word.clone()).collect(),
            consequence: criteria.consequence.iter().map(|step| step.word.clone()).collect(),
            cells: cells
                .map(|(row, column)| {
                    small(criteria.cell(row, column).proven("a matrix with a hole is refused"))
                })
                .collect(),
            levels: small(criteria.levels.len()),
            line: small(criteria.line()),
            review_months: levels.collect(),
            may_accept: may_accept.collect(),
            accept_months_max: criteria.accept_months_max.unwrap_or(ACCEPT_MONTHS_MAX),
        }
    }

    /// An assessment on the scales; nothing where it is not whole, or names a step that there is
    /// not.
    pub fn steps(&self, estimate: &Estimate) -> Option<Steps> {
        if self.unknown(estimate).next().is_some() {
            return None;
        }
        let consequence = |word: &Option<Id>| step(&self.consequence, word.as_ref()?);
        let dimensions = [&estimate.c, &estimate.i, &estimate.a, &estimate.x].map(consequence);
        Some(Steps {
            likelihood: step(&self.likelihood, estimate.likelihood.as_ref()?)?,
            consequence: dimensions.iter().flatten().copied().max()?,
            dimensions,
            on: estimate.on,
        })
    }

    /// The words of an assessment that the criteria do not know.
    pub fn unknown<'e>(&'e self, estimate: &'e Estimate) -> impl Iterator<Item = &'e Id> {
        let likelihood = estimate.likelihood.iter();
        let likelihood = likelihood.filter(|word| step(&self.likelihood, word).is_none());
        let consequences = estimate.consequences();
        likelihood.chain(consequences.filter(|word| step(&self.consequence, word).is_none()))
    }

    /// How high an assessment is.
    pub fn key(&self, steps: &Steps) -> Key {
        Key {
            level: self.level(steps.likelihood, steps.consequence),
            consequence: steps.consequence,
            likelihood: steps.likelihood,
        }
    }

    /// The level in a cell.
    pub fn level(&self, likelihood: u8, consequence: u8) -> u8 {
        let cell = usize::from(likelihood) * self.consequence.len() + usize::from(consequence);
        self.cells.get(cell).copied().proven("the steps are of this scale")
    }

    /// How many steps likelihood and consequence have.
    pub fn size(&self) -> (usize, usize) {
        (self.likelihood.len(), self.consequence.len())
    }

    /// The words of the steps of likelihood and of consequence.
    pub fn words(&self) -> (&[Id], &[Id]) {
        (&self.likelihood, &self.consequence)
    }

    /// After how many months a risk at a level is looked at again.
    pub fn review_months(&self, level: u8) -> u8 {
        let months = self.review_months.get(usize::from(level)).copied();
        months.proven("the level is of this scale")
    }

    /// Whether a role may accept at a level.
    pub fn may_accept(&self, level: u8, role: &str) -> bool {
        let roles = self.may_accept.get(usize::from(level));
        roles.is_some_and(|roles| roles.contains(&folded(role)))
    }

    /// Whether what is left is above the line.
    pub fn is_above(&self, remains: Remains) -> bool {
        remains.level().is_some_and(|level| level > self.line)
    }
}

/// What a risk lacks to be evaluated, in order.
pub(super) fn missing(scale: Option<&Scale>, risk: &Risk, facts: &RiskFacts) -> Vec<Missing> {
    let is_blank = |text: &str| text.trim().is_empty();
    let mut missing = Vec::new();
    let mut note = |is_missing: bool, what: Missing| {
        if is_missing {
            missing.push(what);
        }
    };
    note(scale.is_none(), Missing::Criteria);
    match risk.basis() {
        Basis::Event => {
            note(is_blank(&risk.event) && is_blank(&risk.threat), Missing::Event);
        }
        Basis::Asset => {
            note(is_blank(&risk.threat), Missing::Threat);
            note(is_blank(&risk.vulnerability), Missing::Vulnerability);
            note(facts.groups.is_empty(), Missing::Groups);
        }
    }
    let current = risk.current.as_ref();
    note(current.is_none_or(|it| it.likelihood.is_none()), Missing::Likelihood);
    note(current.is_none_or(|it| it.consequences().next().is_none()), Missing::Consequence);
    let is_unknown =
        |scale: &Scale| current.is_some_and(|current| scale.unknown(current).next().is_some());
    note(scale.is_some_and(is_unknown), Missing::KnownStep);
    missing
}

fn step(words: &[Id], word: &Id) -> Option<u8> {
    u8::try_from(words.iter().position(|known| known == word)?).ok()
}
