//! Ranges, and how they add up.

use super::tables::{ALONE_BP, TOGETHER_BP};

/// Effort in cd: the likely values add up, the ends do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Range {
    /// If things go well.
    pub low_cd: u64,
    /// As many expect more as expect less.
    pub likely_cd: u64,
    /// If things go badly.
    pub high_cd: u64,
}

impl Range {
    /// The range of one thing: half and double, since effort is missed by factors.
    pub fn of_likely(likely_cd: u32) -> Range {
        let likely_cd = u64::from(likely_cd);
        Range { low_cd: likely_cd / 2, likely_cd, high_cd: likely_cd * 2 }
    }

    /// Low, likely and high.
    pub fn ends(&self) -> [u64; 3] {
        [self.low_cd, self.likely_cd, self.high_cd]
    }

    /// What people are shown, in tenths of a day: half days up to twenty days, whole days above;
    /// the low end rounded down, the high end up, the likely value to the nearest, halves up.
    pub fn shown_tenths(&self) -> [u64; 3] {
        let step = |cd: u64| if cd <= 2_000 { 50 } else { 100 };
        let down = |cd: u64| cd / step(cd) * step(cd);
        let near = |cd: u64| (cd + step(cd) / 2) / step(cd) * step(cd);
        let up = |cd: u64| cd.div_ceil(step(cd)) * step(cd);
        [down(self.low_cd) / 10, near(self.likely_cd) / 10, up(self.high_cd) / 10]
    }
}

/// The range of many things together: narrower than the sum of the ends, since not everything goes
/// wrong at once, and wider than pure chance, since the same people do it all.
pub fn sum(ranges: impl IntoIterator<Item = Range>) -> Range {
    let (mut likely_cd, mut below, mut above) =
        (0_u64, Deviations::default(), Deviations::default());
    for range in ranges {
        likely_cd = likely_cd.saturating_add(range.likely_cd);
        below.add(range.likely_cd.saturating_sub(range.low_cd));
        above.add(range.high_cd.saturating_sub(range.likely_cd));
    }
    Range {
        low_cd: likely_cd.saturating_sub(below.together()),
        likely_cd,
        high_cd: likely_cd.saturating_add(above.together()),
    }
}

/// Deviations to one side, with their sum and the sum of their squares. Ten thousand controls of a
/// large organization would overflow 64 bits.
#[derive(Default)]
struct Deviations {
    sum: u128,
    squares: u128,
}

impl Deviations {
    fn add(&mut self, deviation: u64) {
        let deviation = u128::from(deviation);
        self.sum += deviation;
        self.squares += deviation * deviation;
    }

    fn together(&self) -> u64 {
        let weighted = ALONE_BP * self.squares + TOGETHER_BP * self.sum * self.sum;
        let root = root_up(weighted.div_ceil(ALONE_BP + TOGETHER_BP));
        u64::try_from(root).unwrap_or(u64::MAX)
    }
}

/// The smallest integer whose square is not below `square`.
fn root_up(square: u128) -> u128 {
    let root = square.isqrt();
    if root * root < square { root + 1 } else { root }
}
