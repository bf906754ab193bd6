//! The chain of factors of a row: size, IT, sector, and what is left to do.

use super::situation::Situation;
use super::tables::{PEOPLE, SITES_BP, SUPPLIERS, SYSTEMS, it_bp, sector_bp, size_bp, start_bp};
use super::{Driver, Range};
use crate::assessment::{Applicability, Implementation};
use crate::facts::ItemFacts;

/// The whole, in basis points.
const WHOLE_BP: u32 = 10_000;

/// The factors of one row, one after the other; each is the product so far, rounded half up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    /// The size alone.
    pub size_bp: u32,
    /// Times the IT's factor.
    pub it_bp: u32,
    /// Times the sector's factor: the whole chain of the effort of a year.
    pub sector_bp: u32,
    /// Times what is left to do: the whole chain of the initial effort.
    pub left_bp: u32,
}

/// What is left to do of an item or document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Somebody has looked: so much is left, in basis points.
    Known(u32),
    /// Nobody has looked: the starting maturity counts.
    Assumed,
    /// It is not done at all, this year or later.
    Excluded,
}

impl Left {
    /// What is left of an item.
    pub fn of_item(facts: &ItemFacts) -> Left {
        let state_bp = match facts.implementation {
            Implementation::NotAssessed => None,
            Implementation::NotImplemented => Some(10_000),
            Implementation::Planned => Some(9_000),
            Implementation::Partly => Some(5_000),
            Implementation::Implemented => Some(0),
        };
        match (facts.applicability, state_bp) {
            (Applicability::Excluded, _) => Left::Excluded,
            // The provider does it; what is left is to know that it is done.
            (Applicability::Inherited, state_bp) => {
                Left::Known(state_bp.unwrap_or(10_000).min(2_000))
            }
            (Applicability::Applicable, Some(state_bp)) => Left::Known(state_bp),
            (Applicability::Applicable, None) => Left::Assumed,
        }
    }
}

/// The factors of a row that grows with `driver`.
pub fn chain(situation: &Situation, driver: Driver, left: Left) -> Chain {
    let size_bp = size(situation, driver);
    let it_bp = mul(size_bp, it_bp(situation.it, driver));
    let sector_bp = mul(it_bp, sector_bp(situation.sector, driver));
    let left_bp = match left {
        Left::Known(left_bp) => mul(sector_bp, left_bp),
        Left::Assumed => mul(sector_bp, start_bp(situation.start)),
        Left::Excluded => 0,
    };
    let sector_bp = if left == Left::Excluded { 0 } else { sector_bp };
    Chain { size_bp, it_bp, sector_bp, left_bp }
}

impl Chain {
    /// The initial effort of a class.
    pub fn initial(&self, class: super::Class) -> Range {
        Range::of_likely(mul(class.initial_cd(), self.left_bp))
    }

    /// The effort of a year after.
    pub fn running(&self, class: super::Class) -> Range {
        Range::of_likely(mul(class.running_cd(), self.sector_bp))
    }
}

/// `a` times `b` basis points, rounded half up.
pub(super) fn mul(a: u32, b: u32) -> u32 {
    let product = (u64::from(a) * u64::from(b) + u64::from(WHOLE_BP / 2)) / u64::from(WHOLE_BP);
    u32::try_from(product).unwrap_or(u32::MAX)
}

fn size(situation: &Situation, driver: Driver) -> u32 {
    let by_people = interpolated(situation.people, &size_bp(driver));
    match driver {
        Driver::Fixed | Driver::People => by_people,
        Driver::Systems => counted(situation.systems, &SYSTEMS, driver).unwrap_or(by_people),
        Driver::Suppliers => counted(situation.suppliers, &SUPPLIERS, driver).unwrap_or(by_people),
        Driver::Sites => match situation.sites {
            None => by_people,
            Some(0) => 0,
            Some(1) => by_people.min(WHOLE_BP),
            Some(sites) => {
                let step = SITES_BP.iter().find(|(to, _)| sites <= *to);
                step.map_or(by_people, |(_, factor_bp)| *factor_bp)
            }
        },
    }
}

/// The factor of the first anchor that is not below a number that was typed.
fn counted(count: Option<u32>, anchors: &[u32; 5], driver: Driver) -> Option<u32> {
    let count = count?;
    let factors = size_bp(driver);
    let first = anchors.iter().zip(factors).find(|(anchor, _)| count <= **anchor);
    first.map(|(_, factor_bp)| factor_bp).or_else(|| factors.last().copied())
}

/// A value between those of the typical numbers of people, rounded down; flat beyond them.
pub(super) fn interpolated(people: u32, values: &[u32; 5]) -> u32 {
    let mut last: Option<(u32, u32)> = None;
    for (anchor, value) in PEOPLE.into_iter().zip(*values) {
        if people <= anchor {
            let Some((from, base)) = last else { return value };
            let rise = u64::from(value.saturating_sub(base)) * u64::from(people - from);
            let part = rise / u64::from(anchor - from);
            return base + u32::try_from(part).unwrap_or(0);
        }
        last = Some((anchor, value));
    }
    last.map_or(0, |(_, value)| value)
}
