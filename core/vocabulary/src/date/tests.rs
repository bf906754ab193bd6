//! Days since 1970 as dates.

use alloc::borrow::ToOwned as _;
use alloc::string::ToString as _;

use super::Date;
use expect_test::{Expect, expect};

#[track_caller]
fn check(days: i64, expected: Expect) {
    let date = Date::from_days(days).map_or("no date".to_owned(), |date| date.to_string());
    expected.assert_eq(&date);
}

#[test]
fn known_days() {
    check(0, expect!["1970-01-01"]);
    check(-1, expect!["1969-12-31"]);
    check(59, expect!["1970-03-01"]);
    check(11_016, expect!["2000-02-29"]);
    check(20_780, expect!["2026-11-23"]);
    check(-25_567, expect!["1900-01-01"]);
    check(-25_568, expect!["no date"]);
    check(2_932_896, expect!["9999-12-31"]);
    check(2_932_897, expect!["no date"]);
    check(i64::MAX, expect!["no date"]);
    check(i64::MIN, expect!["no date"]);
}

#[test]
fn no_day_is_skipped() {
    let mut days = 0;
    for year in 1970..=2400 {
        for month in 1..=12 {
            for day in 1..=31 {
                let Some(date) = Date::new(year, month, day) else { continue };
                assert_eq!(Date::from_days(days), Some(date));
                days += 1;
            }
        }
    }
    assert_eq!(days, 157_420);
}

#[test]
fn days_are_counted_forth_and_back() {
    for days in (-25_567..2_932_896).step_by(97) {
        assert_eq!(Date::from_days(days).unwrap().days(), days);
    }
    let date = |text: &str| text.parse::<Date>().unwrap().days();
    assert_eq!(date("2028-03-01") - date("2028-02-28"), 2);
    assert_eq!(date("1970-01-01"), 0);
}
