//! Texts as people compare them.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A text with its white space made one space, and none at its ends.
pub(crate) fn collapsed(text: &str) -> Cow<'_, str> {
    // Nearly every text is as it should be already.
    let mut was_space = true;
    let is_collapsed = text.chars().all(|it| {
        let is_space = it.is_whitespace();
        let is_fine = !is_space || (it == ' ' && !was_space);
        was_space = is_space;
        is_fine
    });
    if is_collapsed && (!was_space || text.is_empty()) {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// A text without white space at its ends, whatever its ASCII case.
pub(crate) fn folded(text: &str) -> String {
    text.trim().to_ascii_lowercase()
}

/// Whether two texts are the same to [`folded`].
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

#[cfg(test)]
mod tests {
    use super::{collapsed, folded, is_same};
    use alloc::borrow::Cow;

    #[test]
    fn white_space_becomes_one_space_and_none_at_the_ends() {
        let pieces = ["", " ", "  ", "a", "\t", "\n", "\u{a0}", "\u{2003}", "ä", "\u{200b}"];
        for one in pieces {
            for two in pieces {
                for three in pieces {
                    for four in pieces {
                        let text = [one, two, three, four].concat();
                        let words: Vec<&str> = text.split_whitespace().collect();
                        assert_eq!(collapsed(&text), words.join(" "), "{text:?}");
                    }
                }
            }
        }
        assert!(matches!(collapsed("as it should be"), Cow::Borrowed(_)));
    }

    #[test]
    fn names_are_the_same_whatever_their_ascii_case_and_ends() {
        let names = ["Ann", " ann\n", "ANN", "Ännä", "ännä", "", "  ", "Ann B"];
        for one in names {
            for other in names {
                assert_eq!(is_same(one, other), folded(one) == folded(other), "{one:?} {other:?}");
            }
        }
    }
}
