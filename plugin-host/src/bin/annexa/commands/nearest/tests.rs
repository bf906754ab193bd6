//! What is called nearly so.

use super::{distance, nearest};

#[test]
fn letters_that_differ_are_counted() {
    let far = |one: &str, other: &str| {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        distance(&letters(one), &letters(other))
    };
    assert_eq!(far("", ""), 0);
    assert_eq!(far("", "abc"), 3);
    assert_eq!(far("kitten", "sitting"), 3);
    assert_eq!(far("r-99", "r-9"), 1);
}

#[test]
fn the_nearest_come_first_and_the_far_ones_not_at_all() {
    let names = ["R-1", "R-10", "R-9", "clause:4", "r-99x"].map(str::to_owned);
    assert_eq!(nearest("r-99", names.clone().into_iter()), "`R-9`, `r-99x`");
    assert_eq!(nearest("claus:4", names.clone().into_iter()), "`clause:4`");
    assert_eq!(nearest("something", names.into_iter()), "");
}
