//! When a figure is over its target, and how the table shows it.

use expect_test::{Expect, expect};

use super::{Bound, Figure, table};

#[track_caller]
fn check(value: f64, bound: Bound, expected: Expect) {
    expected.assert_eq(if Figure::new("", value, "", bound).is_ok() { "ok" } else { "over" });
}

#[test]
fn a_bound_holds_at_its_edge_as_its_sign_says() {
    check(10.0, Bound::AtMost(10.0), expect!["ok"]);
    check(10.1, Bound::AtMost(10.0), expect!["over"]);
    check(2.0, Bound::Below(2.0), expect!["over"]);
    check(1.9, Bound::Below(2.0), expect!["ok"]);
    check(100.0, Bound::AtLeast(100.0), expect!["ok"]);
    check(99.0, Bound::AtLeast(100.0), expect!["over"]);
}

#[test]
fn what_is_not_a_number_reaches_nothing() {
    check(f64::NAN, Bound::AtMost(10.0), expect!["over"]);
    check(f64::NAN, Bound::AtLeast(10.0), expect!["over"]);
}

#[test]
fn the_table_has_a_verdict_in_each_row() {
    let figures = [
        Figure::new("one answer", 1.234, "µs", Bound::AtMost(10.0)),
        Figure::new("ratio", 2.5, "", Bound::Below(2.0)),
    ];
    expect![[r#"
        figure                                 target        reached
        one answer                            ≤ 10 µs        1.23 µs  ok
        ratio                                     < 2           2.50  over
    "#]]
    .assert_eq(&table(&figures));
}
