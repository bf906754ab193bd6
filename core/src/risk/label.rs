//! Labels: their order, and how one is shown that stands twice.

use crate::proven::Proven as _;
use alloc::format;
use alloc::string::{String, ToString};
use core::cmp::Ordering;

/// Compares runs of digits as numbers and the rest as bytes: `R-9` is before `R-10`.
pub fn label_order(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    loop {
        let (digits, digits_other) = (digits(one), digits(other));
        if digits > 0 && digits_other > 0 {
            let (number, rest) = one.split_at_checked(digits).proven("so many are digits");
            let (number_other, rest_other) =
                other.split_at_checked(digits_other).proven("so many are digits");
            match by_number(number, number_other) {
                Ordering::Equal => (one, other) = (rest, rest_other),
                order => return order,
            }
            continue;
        }
        match (one, other) {
            ([first, rest @ ..], [first_other, rest_other @ ..]) if first == first_other => {
                (one, other) = (rest, rest_other);
            }
            _ => return one.first().cmp(&other.first()),
        }
    }
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Numbers of any length; zeros ahead say nothing.
fn by_number(one: &[u8], other: &[u8]) -> Ordering {
    let (one, other) = (without_zeros(one), without_zeros(other));
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

fn without_zeros(mut digits: &[u8]) -> &[u8] {
    while let [b'0', rest @ ..] = digits {
        digits = rest;
    }
    digits
}

/// What is shown of an entry: its label, or its id where it has none. A label that stands twice
/// is told apart by the beginning of what follows the id's last hyphen.
pub fn shown(id: &str, label: &str, is_twice: bool) -> String {
    match label {
        "" => id.to_string(),
        label if is_twice => match id.rsplit_once('-') {
            Some((_, tail)) => format!("{label}~{}", tail.chars().take(4).collect::<String>()),
            None => format!("{label}~{id}"),
        },
        label => label.to_string(),
    }
}
