//! How a language writes numbers, shares, days and lists.

use alloc::format;
use alloc::string::{String, ToString};

use crate::problem::Date;

/// A language's habits. The defaults are those of English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Style {
    /// Between whole and fraction.
    pub(super) decimal: String,
    /// Between groups of three digits.
    pub(super) group: String,
    /// The smallest number that is written in groups.
    pub(super) group_from: u64,
    /// A share in per cent, with the place `{number}`.
    pub(super) share: String,
    /// A day, with the places `{year}`, `{month}` and `{day}`.
    pub(super) date: String,
    /// Between the entries of a list.
    pub(super) list: String,
}

impl Default for Style {
    fn default() -> Style {
        Style {
            decimal: ".".into(),
            group: ",".into(),
            group_from: 1_000,
            share: "{number} %".into(),
            date: "{year}-{month}-{day}".into(),
            list: ", ".into(),
        }
    }
}

impl Style {
    pub(super) fn number(&self, text: &mut String, number: i64) {
        let digits = number.unsigned_abs().to_string();
        if number < 0 {
            text.push('-');
        }
        for (place, digit) in digits.chars().enumerate() {
            let left = digits.len() - place;
            if place > 0 && left.is_multiple_of(3) && number.unsigned_abs() >= self.group_from {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
    }

    /// Exactly and without needless zeros: 3 950 is `39.5 %`.
    pub(super) fn share(&self, text: &mut String, share_bp: u16) {
        let (whole, tenths, hundredths) = (share_bp / 100, share_bp / 10 % 10, share_bp % 10);
        let mut number = whole.to_string();
        if !share_bp.is_multiple_of(100) {
            number.push_str(&self.decimal);
            number.push_str(&tenths.to_string());
        }
        if hundredths != 0 {
            number.push_str(&hundredths.to_string());
        }
        text.push_str(&self.share.replace("{number}", &number));
    }

    /// A whole number where there are no tenths: 95 is `9.5`, and 90 is `9`.
    pub(super) fn tenths(&self, text: &mut String, tenths: u64) {
        self.number(text, i64::try_from(tenths / 10).unwrap_or(i64::MAX));
        if !tenths.is_multiple_of(10) {
            text.push_str(&self.decimal);
            text.push_str(&(tenths % 10).to_string());
        }
    }

    /// With two places, as figures in a column have it: 3 950 is `39.50 %`.
    pub(super) fn two_places(&self, share_bp: u32) -> String {
        let number = format!("{}{}{:02}", share_bp / 100, self.decimal, share_bp % 100);
        self.share.replace("{number}", &number)
    }

    pub(super) fn date(&self, text: &mut String, date: Date) {
        // A day is written `2026-11-23`, so its parts are between the hyphens.
        let iso = date.to_string();
        let mut day = self.date.clone();
        for (place, part) in ["{year}", "{month}", "{day}"].into_iter().zip(iso.split('-')) {
            day = day.replace(place, part);
        }
        text.push_str(&day);
    }
}
