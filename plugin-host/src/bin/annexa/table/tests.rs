//! Alignment and line breaks.

use super::{Column, Table, cell};
use crate::show::{DIM, GOOD, PLAIN};
use annexa_core::words::Words;
use expect_test::{Expect, expect};

fn words() -> Words {
    let words = br#"{"format":"annexa-words","version":1,"language":"en","messages":{
        "command.t.id":"Id","command.t.share":"Share","command.t.open":"What is open",
        "command.t.result":"Result","command.t.a":"A","command.t.b":"B"}}"#;
    Words::from_bytes(words).unwrap()
}

#[track_caller]
fn check(width: usize, rows: &[[&str; 3]], expected: Expect) {
    let columns = [Column::Left("id"), Column::Right("share"), Column::Words("open")];
    let mut table = Table::new(&words(), "t", &columns);
    for row in rows {
        table.row(row.map(cell));
    }
    expected.assert_eq(&anstream::adapter::strip_str(&table.show_within(width)).to_string());
}

#[test]
fn columns_are_as_wide_as_their_widest_cell() {
    check(
        80,
        &[],
        expect![[r#"
        Id  Share  What is open
    "#]],
    );
    check(
        80,
        &[["A.5.1", "50.00 %", "A part is in place."], ["4.1", "-", ""], ["", "", "Only words."]],
        expect![[r#"
            Id       Share  What is open
            A.5.1  50.00 %  A part is in place.
            4.1          -
                            Only words.
        "#]],
    );
}

#[test]
fn words_are_broken_where_the_terminal_is_narrow() {
    check(
        34,
        &[["A.5.1", "1", "Long words are broken: Donaudampfschifffahrtsgesellschaft."]],
        expect![[r#"
            Id     Share  What is open
            A.5.1      1  Long words are
                          broken:
                          Donaudampfschifffahr
                          tsgesellschaft.
        "#]],
    );
    // A column of words keeps a width that can be read.
    check(
        1,
        &[["A.5.1", "1", "One two three four five six"]],
        expect![[r#"
        Id     Share  What is open
        A.5.1      1  One two three four
                      five six
    "#]],
    );
}

#[test]
fn words_below_a_row_are_as_wide_as_the_table() {
    let mut table = Table::new(&words(), "t", &[Column::Left("id"), Column::Left("result")]);
    table.below("Nothing is above.", PLAIN);
    table.row([cell("T.1"), cell("met")]);
    table.row([cell("T.2"), cell("partial")]);
    table.below("A.5.1  equal  partly", DIM);
    table.below("", DIM);
    table.below("Open in the assessment: A.5.1.", PLAIN);
    let shown = anstream::adapter::strip_str(&table.show_within(30)).to_string();
    expect![[r#"
        Id   Result
        T.1  met
        T.2  partial
            A.5.1  equal  partly
            Open in the assessment:
            A.5.1.
    "#]]
    .assert_eq(&shown);
}

#[test]
fn wide_characters_keep_the_columns_aligned() {
    check(
        40,
        &[["\u{8cc7}\u{7523}", "1", "x"], ["a", "2", "y"]],
        expect![[r#"
        Id    Share  What is open
        資産      1  x
        a         2  y
    "#]],
    );
}

#[test]
fn what_acts_on_a_terminal_is_written_out() {
    check(
        60,
        &[["a\u{1b}[2J", "1", "b\u{202e}c\nd"]],
        expect![[r#"
            Id          Share  What is open
            a\u{1b}[2J      1  b\u{202e}c d
        "#]],
    );
}

#[test]
fn styles_do_not_count_as_width() {
    let mut table = Table::new(&words(), "t", &[Column::Left("a"), Column::Left("b")]);
    table.row([("x".to_owned(), GOOD), cell("y")]);
    expect![[r#""\u{1b}[1mA\u{1b}[0m  \u{1b}[1mB\u{1b}[0m\n\u{1b}[32mx\u{1b}[0m  y\n""#]]
        .assert_eq(&format!("{:?}", table.show_within(80)));
}
