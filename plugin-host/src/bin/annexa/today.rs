//! Which day it is. Only this program reads the system's clock; the engine is told.

use crate::failure::Failure;
use annexa_core::{Date, Problem, problem::problem};
use jiff::{Timestamp, tz::TimeZone};

const DAY_S: i64 = 86_400;

/// The date of the argument `--today`, where it is given; one that makes no sense is refused also
/// by a command or a format that does not need it.
pub(crate) fn given(argument: Option<&str>) -> Result<Option<Date>, Failure> {
    let parsed = argument.map(str::parse).transpose();
    parsed.map_err(|problem: Problem| Failure::bad("--today", problem))
}

/// The date that was given, or the day on the calendar of the person: that of the system's time
/// zone, as in a browser.
pub(crate) fn or_now(given: Option<Date>) -> Result<Date, Failure> {
    let today = given.or_else(|| local_day(Timestamp::now(), &TimeZone::system()));
    today.ok_or_else(|| {
        Failure::bad("--today", problem!("E-DATE", "clock", first = "1900", last = "9999"))
    })
}

fn local_day(now: Timestamp, zone: &TimeZone) -> Option<Date> {
    let local_s = now.as_second() + i64::from(zone.to_offset(now).seconds());
    Date::from_days(local_s.div_euclid(DAY_S))
}

#[cfg(test)]
mod tests;
