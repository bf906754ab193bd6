//! Ids that are made.

use expect_test::{Expect, expect};

use super::Origin;
use crate::words::in_english;

#[track_caller]
fn check(prefix: &str, origin: &str, taken: &[&str], expected: Expect) {
    let outcome = match Origin::new(origin) {
        Ok(mut origin) => {
            let mut make = || origin.make(prefix, &mut |id| taken.contains(&id)).to_string();
            format!("{} {} {}", make(), make(), make())
        }
        Err(problem) => in_english(&[problem]),
    };
    expected.assert_eq(&outcome);
}

#[test]
fn an_id_follows_from_prefix_origin_and_number() {
    check("e", "file", &[], expect!["e-rfwce9krg0 e-05s5mcqjq4 e-g158sj6h7t"]);
    check("e", "copy-1", &[], expect!["e-4jvf2rkdjb e-g21j4m07j7 e-ny7hs67smx"]);
    check("d", "file", &[], expect!["d-jqsb1des2r d-ahgrqwgfzb d-z2n0japdp5"]);
}

#[test]
fn an_id_that_is_taken_is_skipped() {
    check("e", "file", &["e-05s5mcqjq4"], expect!["e-rfwce9krg0 e-g158sj6h7t e-zt9bt8d7rq"]);
}

#[test]
fn an_origin_is_short_and_printable() {
    check(
        "e",
        "",
        &[],
        expect!["E-ORIGIN: `` is not an origin of ids; give 1 to 64 printable ASCII characters"],
    );
    check(
        "e",
        "a\nb",
        &[],
        expect![[
            r#"E-ORIGIN: `a\u{a}b` is not an origin of ids; give 1 to 64 printable ASCII characters"#
        ]],
    );
    check(
        "e",
        &"x".repeat(65),
        &[],
        expect![
            "E-ORIGIN: `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...` is not an origin of ids; give 1 to 64 printable ASCII characters"
        ],
    );
    check(
        "e",
        "\u{202e}",
        &[],
        expect![[
            r#"E-ORIGIN: `\u{202e}` is not an origin of ids; give 1 to 64 printable ASCII characters"#
        ]],
    );
}
