//! Measures of how well the management system works: figures for clause 9.1, each with what it was
//! counted from. `docs/rules-compare.md` gives every rule, and says what none of them can tell.

mod answers;
mod registers;
mod unknown;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::assessment::Measure;
use crate::engine::Engine;
use crate::id::Id;
use crate::problem::Date;

pub use unknown::{Unknowns, unknowns};

/// The figures of a measure in their order; nothing where there is none.
pub type Figures = Vec<Option<u32>>;

/// A measure on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// What is measured.
    pub measure: Measure,
    /// Its figures.
    pub figures: Figures,
    /// Of a share, how many points or things of how many.
    pub of: Option<(u32, u32)>,
    /// What was counted, in order.
    pub counted: Vec<Counted>,
}

/// One thing that a measure was counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The member of a file in which it stands.
    pub register: &'static str,
    /// Its id.
    pub id: String,
    /// What people call it, or its id.
    pub label: String,
    /// Whether it adds to the figure.
    pub is_hit: bool,
    /// The day that it turns on.
    pub day: Option<Date>,
}

/// What a figure counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Basis points.
    Share,
    /// Things.
    Count,
    /// Days.
    Days,
}

/// Every measure on a day, in order.
pub fn measures(engine: &Engine, today: Date) -> Vec<Measured> {
    let soa = engine.soa_on_day(today);
    let risks = engine.risks(today);
    let evaluations = risks.evaluations();
    let registers = registers::Registers { risks, evaluations: &evaluations };
    Measure::all()
        .map(|measure| match measure {
            Measure::Coverage => answers::coverage(engine),
            Measure::Requirements => answers::conformity(engine, measure, "requirements"),
            Measure::Controls => answers::conformity(engine, measure, "controls"),
            Measure::Decided => answers::decided(&soa),
            Measure::Fresh => answers::fresh(engine, today),
            Measure::Evaluated => registers.evaluated(),
            Measure::OpenRisks => registers.open(),
            Measure::Answered => registers.answered(),
            Measure::OnTime => registers.on_time(),
            Measure::Overdue => registers.overdue(),
            Measure::Acceptances => registers.acceptances(),
            Measure::Reviewed => registers.reviewed(),
            Measure::Nonconformities => registers.nonconformities(),
            Measure::Effective => registers.effective(),
        })
        .collect()
}

/// How many figures a measure has where there are so many levels of risk.
pub fn len(measure: Measure, levels: usize) -> usize {
    match measure {
        Measure::OpenRisks => levels,
        Measure::Overdue => 2,
        Measure::Nonconformities => 3,
        _ => 1,
    }
}

/// The names of a measure's figures; a single one has none.
pub fn parts(measure: Measure, levels: &[Id]) -> Vec<String> {
    let named = |names: &[&str]| names.iter().map(|name| name.to_string()).collect();
    match measure {
        Measure::OpenRisks => levels.iter().map(|word| word.to_string()).collect(),
        Measure::Overdue => named(&["actions", "most_days"]),
        Measure::Nonconformities => named(&["minor", "major", "median_days"]),
        _ => named(&[""]),
    }
}

/// What a figure counts in.
pub fn unit(measure: Measure, place: usize) -> Unit {
    match (measure, place) {
        (Measure::Overdue, 1) | (Measure::Nonconformities, 2) => Unit::Days,
        (Measure::OpenRisks | Measure::Overdue, _)
        | (Measure::Acceptances | Measure::Nonconformities, _) => Unit::Count,
        _ => Unit::Share,
    }
}

/// Whether more is better.
pub fn is_better_up(measure: Measure) -> bool {
    unit(measure, 0) == Unit::Share
}

/// Whether it hangs on the criteria of risk.
pub(crate) fn is_of_risk(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::Evaluated
            | Measure::OpenRisks
            | Measure::Answered
            | Measure::Acceptances
            | Measure::Reviewed
    )
}

/// Whether it hangs on the edition of the framework.
pub(crate) fn is_of_edition(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::Coverage
            | Measure::Requirements
            | Measure::Controls
            | Measure::Decided
            | Measure::Fresh
    )
}

impl Measured {
    /// A share of what was counted.
    fn share(measure: Measure, counted: Vec<Counted>) -> Measured {
        let hits = count(counted.iter().filter(|it| it.is_hit).count());
        let whole = count(counted.len());
        Measured { measure, figures: [share(hits, whole)].into(), of: Some((hits, whole)), counted }
    }

    /// Counts.
    fn counts(measure: Measure, figures: Figures, counted: Vec<Counted>) -> Measured {
        Measured { measure, figures, of: None, counted }
    }
}

/// `part` of `whole` in basis points, half up; nothing of nothing.
pub(crate) fn share(part: u32, whole: u32) -> Option<u32> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    let share = (20_000 * part + whole).checked_div(2 * whole)?;
    u32::try_from(share).ok()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
