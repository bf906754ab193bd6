//! Money, which appears only where a person has typed a day rate.

use super::range::Range;

/// The amount of a range at a day rate, from and to, in the smallest unit of the rate's currency:
/// the lower end rounded down, the upper end up. Nothing is converted.
pub fn amount(range: &Range, day_rate: u64) -> (u64, u64) {
    let times = |cd: u64| u128::from(cd) * u128::from(day_rate);
    let fit = |amount: u128| u64::try_from(amount).unwrap_or(u64::MAX);
    (fit(times(range.low_cd) / 100), fit(times(range.high_cd).div_ceil(100)))
}
