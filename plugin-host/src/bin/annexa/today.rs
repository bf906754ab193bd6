//! The system's date, which only this program reads; the engine is told.

use crate::failure::Failure;
use annexa_core::{Date, Problem};
use std::time::{SystemTime, UNIX_EPOCH};

const DAY_S: u64 = 86_400;

/// The date of the argument, or the system's in UTC.
pub(crate) fn or_today(given: Option<&str>) -> Result<Date, Failure> {
    if let Some(given) = given {
        return given.parse().map_err(|problem: Problem| Failure::bad("--today", problem));
    }
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    let today = since_1970.ok().and_then(|since| date_after_days(since.as_secs() / DAY_S));
    today.ok_or_else(|| {
        let message = "the system's clock shows no date from 1970 to 9999";
        let fix = "set the clock, or give `--today 2026-11-23`";
        Failure::bad("--today", Problem::new("E-DATE", "", message, fix))
    })
}

/// The date so many days after 1 January 1970.
fn date_after_days(days: u64) -> Option<Date> {
    // In 400 years the calendar repeats itself, and from March on leap days come last.
    let from_march_0 = days.checked_add(719_468)?;
    let (era, day_of_era) = (from_march_0 / 146_097, from_march_0 % 146_097);
    let leap_days = day_of_era / 1_460 + day_of_era / 146_096;
    let year_of_era = (day_of_era + day_of_era / 36_524 - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

#[cfg(test)]
mod tests;
