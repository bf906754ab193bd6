//! What `annexa risks` and its commands refuse: everything is said at once, and no byte is written.

use crate::driver::Folder;
use annexa_core::samples::SAMPLES;
use expect_test::expect;

#[test]
fn what_is_refused_is_said_at_once_and_leaves_the_file() {
    let folder = Folder::new("risk_refused").with("s.json", SAMPLES[0].text);
    let before = folder.read("s.json");
    for (args, expected) in [
        (
            vec![
                "risks",
                "add",
                "s.json",
                "--threat",
                "XX",
                "--likelihood",
                "soon",
                "--consequence",
                "3",
                "--consequence",
                "grave",
                "--group",
                "G-99",
                "--existing",
                "A.9.9,A.5.1",
                "--owner",
                "a\u{7}",
            ],
            expect![[r#"
                ! error[E-UNKNOWN-ID]: s.json: --threat: `XX` is no starter threat
                !   fix: see `annexa catalog threats`, or write a title of your own with `--title`, beside which it is a word of yours
                ! error[E-UNKNOWN-ID]: s.json: --group: `G-99` is no entry of `groups`
                !   fix: see the register for what it holds
                ! error[E-UNKNOWN-ID]: s.json: --existing: `A.9.9` is no control
                !   fix: write the id of a control such as `A.5.1`, or the label of one of your own
                ! error[E-VALUE]: s.json: --likelihood: `soon` is not a value of this field
                !   fix: write one of `l1` (rare), `l2` (possible), `l3` (likely), `l4` (frequent)
                ! error[E-VALUE]: s.json: --consequence: `3` is not a value of this field
                !   fix: write one of `c1` (minor), `c2` (noticeable), `c3` (serious), `c4` (grave)
                ! error[E-VALUE]: s.json: --consequence: `grave` does not say of what the consequence is
                !   fix: write one of `c=grave` (confidentiality), `i=grave` (integrity), `a=grave` (availability)
                ! error[E-CONTROL-CHARACTER]: s.json: risks.owner: the text holds the control character \u{7}
                !   fix: remove it
                exit code 2
            "#]],
        ),
        (
            vec![
                "risks",
                "decide",
                "s.json",
                "R-99",
                "--controls",
                "A.5.77",
                "--residual-likelihood",
                "soon",
                "--share-basis",
                "O-77",
            ],
            expect![[r#"
                ! error[E-UNKNOWN-ID]: s.json: RISK: `R-99` is no entry of `risks`
                !   fix: see the register for what it holds
                ! error[E-UNKNOWN-ID]: s.json: --controls: `A.5.77` is no control
                !   fix: write the id of a control such as `A.5.1`, or the label of one of your own
                ! error[E-UNKNOWN-ID]: s.json: --share-basis: `O-77` is no entry of `obligations`
                !   fix: see the register for what it holds
                ! error[E-VALUE]: s.json: --residual-likelihood: `soon` is not a value of this field
                !   fix: write one of `l1` (rare), `l2` (possible), `l3` (likely), `l4` (frequent)
                exit code 2
            "#]],
        ),
        (
            vec![
                "risks", "accept", "s.json", "R-1", "--by", "a", "--role", "b", "--until", "soon",
                "--level", "awful",
            ],
            expect![[r#"
                ! error[E-DATE]: s.json: --until: `soon` is not a date
                !   fix: write a day that exists as `2026-11-23`
                ! error[E-VALUE]: s.json: --level: `awful` is not a value of this field
                !   fix: write one of `low`, `medium`, `high`, `critical`
                exit code 2
            "#]],
        ),
        (
            vec!["risks", "criteria", "s.json", "--set", "3x3"],
            expect![[r#"
            ! error[E-STEP-IN-USE]: s.json: criteria.likelihood: the step `l4` goes, and 1 values of risks use it
            !   fix: say which step of the new criteria stands for it
            ! error[E-STEP-IN-USE]: s.json: criteria.consequence: the step `c4` goes, and 6 values of risks use it
            !   fix: say which step of the new criteria stands for it
            exit code 2
        "#]],
        ),
        (
            vec!["risks", "criteria", "s.json", "--set", "3x3", "--map", "l9=l1", "--map", "x"],
            expect![[r#"
            ! error[E-CRITERIA]: s.json: --map: `l9` is no step of today's criteria
            !   fix: name one of their steps first, then the new one
            ! error[E-CRITERIA]: s.json: --map: `x` does not say which step stands for which
            !   fix: write the old step, `=` and the new one, such as `l5=l4`
            exit code 2
        "#]],
        ),
        (
            vec!["risks", "criteria", "s.json", "--file", "a.json"],
            expect![[r#"
            ! error[E-MISSING]: a.json: likelihood: the field `likelihood` is missing
            !   fix: add it
            ! error[E-MISSING]: a.json: consequence: the field `consequence` is missing
            !   fix: add it
            ! error[E-MISSING]: a.json: levels: the field `levels` is missing
            !   fix: add it
            ! error[E-MISSING]: a.json: matrix: the field `matrix` is missing
            !   fix: add it
            ! error[E-MISSING]: a.json: accept_up_to: the field `accept_up_to` is missing
            !   fix: add it
            ! error[E-FIELD]: a.json: `format`: the field `format` is not known
            !   fix: remove it, or open the file with the version of Annexa that wrote it
            ! error[E-FIELD]: a.json: `version`: the field `version` is not known
            !   fix: remove it, or open the file with the version of Annexa that wrote it
            ! error[E-FIELD]: a.json: `catalogue`: the field `catalogue` is not known
            !   fix: remove it, or open the file with the version of Annexa that wrote it
            ! error[E-FIELD]: a.json: `about`: the field `about` is not known
            !   fix: remove it, or open the file with the version of Annexa that wrote it
            ! error[E-FIELD]: a.json: `answers`: the field `answers` is not known
            !   fix: remove it, or open the file with the version of Annexa that wrote it
            exit code 2
        "#]],
        ),
        (
            vec!["risks", "add", "a.json", "--title", "A", "--likelihood", "l1"],
            expect![[r#"
            ! error[E-NO-CRITERIA]: a.json: risks: there are no criteria by which a risk could be judged
            !   fix: set criteria first; the 4×4 matrix is offered ready
            exit code 2
        "#]],
        ),
        (
            vec!["risks", "add", "s.json", "--title", "A", "--force"],
            expect![[r#"
                ! error: these arguments are required, and were not given: --output <FILE>
                !
                ! Usage: annexa risks add --output <FILE> --title <TEXT> --force <FILE>
                !
                ! For more information, try `--help`.
                exit code 2
            "#]],
        ),
        (
            vec!["risks", "add", "s.json", "--title", "A", "--output", "a.json"],
            expect![[r#"
            ! error[E-WRITE]: a.json: cannot be written: file exists
            !   fix: choose another name, or add `--force` to replace it
            exit code 2
        "#]],
        ),
        (
            vec!["risks", "add", "s.json", "--title", "A", "--today", "soon"],
            expect![[r#"
            ! error[E-DATE]: --today: `soon` is not a date
            !   fix: write a day that exists as `2026-11-23`
            exit code 2
        "#]],
        ),
        (
            vec!["risks", "add", "s.json", "--title", "A", "--origin", "ä"],
            expect![[r#"
            ! error[E-ORIGIN]: --origin: `ä` is not an origin of ids
            !   fix: give 1 to 64 printable ASCII characters
            exit code 2
        "#]],
        ),
        (
            vec!["risks", "add", "s.json"],
            expect![[r#"
                ! error: these arguments are required, and were not given: --title <TEXT>
                !
                ! Usage: annexa risks add --title <TEXT> <FILE>
                !
                ! For more information, try `--help`.
                exit code 2
            "#]],
        ),
    ] {
        folder.check(&args, expected);
        assert_eq!(folder.read("s.json"), before, "{args:?}");
    }
    assert_eq!(folder.read("a.json"), crate::driver::ASSESSMENT.as_bytes());
}
