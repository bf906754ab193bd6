//! Labels: their order, and how one is shown that stands twice.

use alloc::format;
use alloc::string::{String, ToString};
use core::cmp::Ordering;

/// Compares runs of digits as numbers and the rest as bytes: `R-9` is before `R-10`.
pub fn label_order(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    loop {
        let (digits, digits_other) = (digits(one), digits(other));
        if digits > 0 && digits_other > 0 {
            let (number, rest) = one.split_at_checked(digits).unwrap_or((one, &[]));
            let (number_other, rest_other) =
                other.split_at_checked(digits_other).unwrap_or((other, &[]));
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
    let plain = |digits: &[u8]| digits.iter().take_while(|digit| **digit == b'0').count();
    let (one, other) =
        (one.get(plain(one)..).unwrap_or(&[]), other.get(plain(other)..).unwrap_or(&[]));
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
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
