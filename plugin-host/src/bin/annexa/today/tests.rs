//! The day by the calendar of a time zone.

use super::local_day;
use expect_test::{Expect, expect};
use jiff::tz::TimeZone;

#[track_caller]
fn check(now: &str, zone: &str, expected: Expect) {
    let zone = TimeZone::posix(zone).unwrap();
    let day = local_day(now.parse().unwrap(), &zone);
    expected.assert_eq(&day.map_or("no date".to_owned(), |day| day.to_string()));
}

#[test]
fn the_day_is_that_of_the_place() {
    check("2026-11-23T23:30:00Z", "UTC0", expect!["2026-11-23"]);
    check("2026-11-23T23:30:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", expect!["2026-11-24"]);
    check("2026-07-23T22:30:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", expect!["2026-07-24"]);
    check("2026-11-23T04:30:00Z", "EST5EDT,M3.2.0,M11.1.0", expect!["2026-11-22"]);
    check("1969-12-31T23:59:59Z", "UTC0", expect!["1969-12-31"]);
    check("1899-12-31T12:00:00Z", "UTC0", expect!["no date"]);
}
