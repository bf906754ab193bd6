//! A line is understood, or it is a fault with its file and line.

use expect_test::{Expect, expect};

use crate::{Area, parse};

#[track_caller]
fn check(text: &str, expected: Expect) {
    let faults = match parse(Area::Lint, "lint/x.case", text) {
        Ok(cases) => vec![format!("{} cases", cases.len())],
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    };
    expected.assert_eq(&faults.join("\n"));
}

/// A case whose lines but for one are sound.
fn with(given: &str, then: &str) -> String {
    format!(
        "rule L-EXCLUDED-NO-REASON\n\ncase A\ngiven A.7.4 is excluded\n  and {given}\n\
         when the checks run on 2026-11-24\nthen L-EXCLUDED-NO-REASON names A.7.4\n and {then}\n"
    )
}

#[test]
fn what_is_not_understood_is_said_with_its_place() {
    let sound = ("A.7.4 is owned by \"Ann\"", "L-EXCLUDED-USED says nothing");
    check(&with(sound.0, sound.1), expect!["1 cases"]);
    for (given, then, expected) in [
        (
            "A.7.4 is exclued",
            sound.1,
            expect![
                "tests/cases/lint/x.case:5: not understood from here: `is exclued`; GRAMMAR.md has every sentence"
            ],
        ),
        (
            "A.7.4 is excluded, owned Ann",
            sound.1,
            expect![
                "tests/cases/lint/x.case:5: not understood from here: `owned Ann`; GRAMMAR.md has every sentence"
            ],
        ),
        (
            "A.7.4 is due on 2026-02-30",
            sound.1,
            expect!["tests/cases/lint/x.case:5: there is no day `2026-02-30`"],
        ),
        (
            "A.77.4 is implemented",
            sound.1,
            expect![
                "tests/cases/lint/x.case:5: nothing is called `A.77.4`; in quotation marks it stands for what there is not"
            ],
        ),
        (
            "risk R-1 \"Fire\", today likely and serious",
            sound.1,
            expect![
                "tests/cases/lint/x.case:5: the criteria that are given have no `likely`; in quotation marks it stands for what there is not"
            ],
        ),
        (
            "risk R-1 \"Fire\", resting on T-1",
            sound.1,
            expect![
                "tests/cases/lint/x.case:5: nothing is called `T-1`; in quotation marks it stands for what there is not"
            ],
        ),
        (
            "risk R-1 \"Fire",
            sound.1,
            expect!["tests/cases/lint/x.case:5: a quotation mark has no partner in its line"],
        ),
        (
            sound.0,
            "L-EXCLUDED-UNUSED says nothing",
            expect!["tests/cases/lint/x.case:8: there is no rule `L-EXCLUDED-UNUSED`"],
        ),
        (
            sound.0,
            "S1-SOA blocks as \"reasons\": A.7.4",
            expect!["tests/cases/lint/x.case:8: there is no rule `S1-SOA reasons`"],
        ),
        (
            sound.0,
            "L-EXCLUDED-USED names R-1",
            expect![
                "tests/cases/lint/x.case:8: nothing is called `R-1`; in quotation marks it stands for what there is not"
            ],
        ),
        (
            sound.0,
            "the reasons for A.7.4 are treats",
            expect![
                "tests/cases/lint/x.case:8: not understood from here: `treats`; GRAMMAR.md has every sentence"
            ],
        ),
        (
            "A.7.4 is at maturity 9",
            sound.1,
            expect![
                "tests/cases/lint/x.case:3: what is given is no assessment: E-RANGE number at answers[0].maturity.level: number 9, min 0, max 5"
            ],
        ),
    ] {
        check(&with(given, then), expected);
    }
}

#[test]
fn a_case_asks_for_something() {
    let rule = "rule L-EXCLUDED-NO-REASON\n";
    check(
        "case A\n",
        expect!["tests/cases/lint/x.case:1: a line `rule …` must stand before the first case"],
    );
    check("rule L-NONE\n", expect!["tests/cases/lint/x.case:1: there is no rule `L-NONE`"]);
    check("given nothing\n", expect!["tests/cases/lint/x.case:1: `given` must not stand here"]);
    let begin = format!("{rule}case A\ngiven nothing\n");
    let when = "when the checks run on 2026-11-24\n";
    check(
        &format!("{rule}case A\n"),
        expect![[r#"
        tests/cases/lint/x.case:2: the case has no `given`
        tests/cases/lint/x.case:2: the case has no `when`
        tests/cases/lint/x.case:2: the case has no `then`"#]],
    );
    check(&format!("{begin}{when}"), expect!["tests/cases/lint/x.case:2: the case has no `then`"]);
    check(
        &format!("{begin}then L-EXCLUDED-USED says nothing\n"),
        expect![[r#"
        tests/cases/lint/x.case:2: the case has no `when`
        tests/cases/lint/x.case:2: the case has no `then`
        tests/cases/lint/x.case:4: `then` must not stand here"#]],
    );
    check(
        &format!("{begin}{when}then L-EXCLUDED-USED says nothing\n"),
        expect!["tests/cases/lint/x.case:2: no `then` of the case is about `L-EXCLUDED-NO-REASON`"],
    );
    check(
        &format!("{begin}{when}{when}then L-EXCLUDED-NO-REASON says nothing\n"),
        expect!["tests/cases/lint/x.case:5: `when` must not stand here"],
    );
    let whole = format!("case A\ngiven nothing\n{when}then L-EXCLUDED-NO-REASON says nothing\n");
    check(
        &format!("{rule}{whole}{whole}"),
        expect!["tests/cases/lint/x.case:6: another case is called `A` too"],
    );
}
