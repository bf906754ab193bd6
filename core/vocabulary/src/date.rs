//! A calendar date, the only notion of time that the engine has.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::problem;
use crate::problem::{Problem, quoted};

/// A day of the Gregorian calendar, years 1900 to 9999, written `2026-11-23`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    // INVARIANT: a day that exists.
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day that can be written.
    pub const FIRST: Date = Date { year: 1900, month: 1, day: 1 };

    /// Makes a date; `None` when the day does not exist or the year is out of range.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let exists = (1900..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        exists.then_some(Date { year, month, day })
    }

    /// The day so many days after 1 January 1970, or before it; `None` when its year is out of
    /// range.
    pub fn from_days(days: i64) -> Option<Date> {
        // In 400 years the calendar repeats itself, and from March on leap days come last.
        let from_march_0 = days.checked_add(719_468)?;
        let (era, day_of_era) =
            (from_march_0.div_euclid(146_097), from_march_0.rem_euclid(146_097));
        let leap_days = day_of_era / 1_460 + day_of_era / 146_096;
        let year_of_era = (day_of_era + day_of_era / 36_524 - leap_days) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// The day after; `None` on the last day of the year 9999.
    pub fn next(self) -> Option<Date> {
        let Date { year, month, day } = self;
        Date::new(year, month, day + 1)
            .or_else(|| Date::new(year, month + 1, 1))
            .or_else(|| Date::new(year + 1, 1, 1))
    }

    /// The day before; `None` on the first day of the year 1900.
    pub fn previous(self) -> Option<Date> {
        let Date { year, month, day } = self;
        match (month, day) {
            (1, 1) => Date::new(year - 1, 12, 31),
            (_, 1) => Date::new(year, month - 1, days_in_month(year, month - 1)),
            _ => Date::new(year, month, day - 1),
        }
    }

    /// How many days after 1 January 1970 it is, negative before; [`Date::from_days`] backwards.
    pub fn days(self) -> i64 {
        // In 400 years the calendar repeats itself, and from March on leap days come last.
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
        let leap_days = year_of_era / 4 - year_of_era / 100;
        let day_of_era = year_of_era * 365 + leap_days + day_of_year;
        year.div_euclid(400) * 146_097 + day_of_era - 719_468
    }

    /// The day as one number that sorts like it: `20261123`.
    pub fn number(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    /// The day as it is written: `2026-11-23`.
    pub fn text(self) -> String {
        let mut text = String::with_capacity(10);
        let mut number = self.number();
        for (place, unit) in
            [10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1].into_iter().enumerate()
        {
            if place == 4 || place == 6 {
                text.push('-');
            }
            text.extend(char::from_digit(number / unit, 10));
            number %= unit;
        }
        text
    }

    /// The same day `months` later; the last day of the month where it would not exist.
    pub fn plus_months(self, months: u16) -> Date {
        let total = u32::from(self.year) * 12 + u32::from(self.month) - 1 + u32::from(months);
        let year = u16::try_from((total / 12).min(9999)).unwrap_or(9999);
        let month = u8::try_from(total % 12 + 1).unwrap_or(12);
        Date { year, month, day: self.day.min(days_in_month(year, month)) }
    }
}

impl FromStr for Date {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Date, Problem> {
        parse(text).ok_or_else(|| problem!("E-DATE", "day", date = quoted(text)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

fn parse(text: &str) -> Option<Date> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u16, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0'))
        })
    };
    let month = u8::try_from(number(&[*m0, *m1])?).ok()?;
    let day = u8::try_from(number(&[*d0, *d1])?).ok()?;
    Date::new(number(&[*y0, *y1, *y2, *y3])?, month, day)
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(400) => 29,
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests;
