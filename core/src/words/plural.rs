//! Which form of a sentence a number takes: the cardinal rules of CLDR for whole numbers.
//!
//! A language that is not listed has the rule of English. Rules that speak of fractions or
//! of compact numbers are left out, since no sentence counts in them.

/// The form of a counted sentence, by CLDR's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// Every form with the name that files use.
    pub(crate) const NAMES: [(&'static str, Plural); 6] = [
        ("zero", Plural::Zero),
        ("one", Plural::One),
        ("two", Plural::Two),
        ("few", Plural::Few),
        ("many", Plural::Many),
        ("other", Plural::Other),
    ];
}

/// The form of `number` in a language, named by its tag such as `de` or `pt-BR`.
pub(crate) fn plural(language: &str, number: i64) -> Plural {
    let n = number.unsigned_abs();
    let (ones, tens) = (n % 10, n % 100);
    let millions = n != 0 && n.is_multiple_of(1_000_000);
    let teens = (11..=19).contains(&tens);
    let slavic_few = (2..=4).contains(&ones) && !(12..=14).contains(&tens);
    // Portugal counts as Italy does, Brazil as France.
    let language = if language == "pt-PT" { "it" } else { language };
    match language.split('-').next().unwrap_or(language) {
        "ar" => match n {
            0 => Plural::Zero,
            1 => Plural::One,
            2 => Plural::Two,
            _ if (3..=10).contains(&tens) => Plural::Few,
            _ if tens >= 11 => Plural::Many,
            _ => Plural::Other,
        },
        "cs" | "sk" => match n {
            1 => Plural::One,
            2..=4 => Plural::Few,
            _ => Plural::Other,
        },
        "es" | "it" => match n {
            1 => Plural::One,
            _ if millions => Plural::Many,
            _ => Plural::Other,
        },
        "fr" | "pt" => match n {
            0 | 1 => Plural::One,
            _ if millions => Plural::Many,
            _ => Plural::Other,
        },
        "ga" => match n {
            1 => Plural::One,
            2 => Plural::Two,
            3..=6 => Plural::Few,
            7..=10 => Plural::Many,
            _ => Plural::Other,
        },
        "bs" | "hr" | "sr" => match ones {
            1 if tens != 11 => Plural::One,
            _ if slavic_few => Plural::Few,
            _ => Plural::Other,
        },
        "ja" | "ko" | "th" | "vi" | "zh" => Plural::Other,
        "lt" => match ones {
            1 if !teens => Plural::One,
            2..=9 if !teens => Plural::Few,
            _ => Plural::Other,
        },
        "lv" => match ones {
            _ if ones == 0 || teens => Plural::Zero,
            1 => Plural::One,
            _ => Plural::Other,
        },
        "mt" => match n {
            1 => Plural::One,
            2 => Plural::Two,
            _ if n == 0 || (3..=10).contains(&tens) => Plural::Few,
            _ if teens => Plural::Many,
            _ => Plural::Other,
        },
        "pl" => match n {
            1 => Plural::One,
            _ if slavic_few => Plural::Few,
            _ => Plural::Many,
        },
        "ro" => match n {
            1 => Plural::One,
            _ if n == 0 || (1..=19).contains(&tens) => Plural::Few,
            _ => Plural::Other,
        },
        "ru" | "uk" => match ones {
            1 if tens != 11 => Plural::One,
            _ if slavic_few => Plural::Few,
            _ => Plural::Many,
        },
        "sl" => match tens {
            1 => Plural::One,
            2 => Plural::Two,
            3 | 4 => Plural::Few,
            _ => Plural::Other,
        },
        _ if n == 1 => Plural::One,
        _ => Plural::Other,
    }
}
