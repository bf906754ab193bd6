//! Files that are not what they should be: each problem has a code, a place and a fix.

use crate::driver::{Folder, shown};
use expect_test::{Expect, expect};

/// Every command that reads an assessment says the same about a bad one.
#[track_caller]
fn check(name: &str, content: impl AsRef<[u8]>, expected: Expect) {
    let folder = Folder::new(name).with("bad.json", content);
    let outputs = [
        vec!["assess", "bad.json"],
        vec!["soa", "bad.json"],
        vec!["gaps", "bad.json", "--format", "csv"],
        vec!["lint", "bad.json", "--format", "json"],
        vec!["explain", "bad.json", "controls"],
        vec!["plugin", "run", "soc2", "bad.json"],
    ]
    .map(|args| shown(&folder.run(&args)));
    expected.assert_eq(&outputs[0]);
    assert!(outputs.iter().all(|output| *output == outputs[0]), "{outputs:#?}");
}

#[test]
fn contents() {
    check(
        "bad_contents",
        "",
        expect![[r#"
        ! error[E-EMPTY]: bad.json: the file is empty
        !   fix: choose a file that was saved by Annexa
        exit code 2
    "#]],
    );
    check(
        "bad_contents",
        "{\"format\": \"annexa-asse",
        expect![[r#"
        ! error[E-SYNTAX]: bad.json: line 1, column 23: the file ends too early
        !   fix: the file was cut off; use another copy
        exit code 2
    "#]],
    );
    check(
        "bad_contents",
        "[]",
        expect![[r#"
        ! error[E-TYPE]: bad.json: here stands a list
        !   fix: write an object
        exit code 2
    "#]],
    );
    check(
        "bad_contents",
        b"\xff\xfe\x00",
        expect![[r#"
        ! error[E-NOT-JSON]: bad.json: this is UTF-16 text, not an assessment
        !   fix: choose the `.json` file that was saved by Annexa
        exit code 2
    "#]],
    );
    check(
        "bad_contents",
        "\x7fELF",
        expect![[r#"
        ! error[E-SYNTAX]: bad.json: line 1, column 1: this is not valid JSON: expected value
        !   fix: correct the place, or use another copy
        exit code 2
    "#]],
    );
    check(
        "bad_contents",
        "{}",
        expect![[r#"
        ! error[E-NOT-OURS]: bad.json: format: the file does not say that it is an Annexa assessment
        !   fix: choose a file that was saved by Annexa; it has `"format": "annexa-assessment"`
        exit code 2
    "#]],
    );
    check(
        "bad_contents",
        r#"{"format":"annexa-assessment","version":2,"catalogue":"iso27001-2022"}"#,
        expect![[r#"
            ! error[E-VERSION]: bad.json: version: the file has format version 2, this program reads version 1
            !   fix: open it with the newer version of Annexa that wrote it; nothing was changed
            exit code 2
        "#]],
    );
    check(
        "bad_contents",
        vec![b' '; (16 << 20) + 1],
        expect![[r#"
            ! error[E-TOO-LARGE]: bad.json: the file has 16,777,217 bytes, the limit is 16,777,216
            !   fix: check that this is the right file; move long notes into linked documents
            exit code 2
        "#]],
    );
}

#[test]
fn every_problem_is_reported() {
    check(
        "bad_fields",
        r#"{
            "format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022",
            "about": { "organization": 7 },
            "answers": [
                { "id": "A.5.1", "response": "maybe\u001b[2J" },
                { "id": "A.5.1", "maturity": { "level": 9 } },
                { "id": "A.5.2", "due": "2026-02-30", "colour": "red" },
                { "response": "yes" }
            ]
        }"#,
        expect![[r#"
            ! error[E-TYPE]: bad.json: about.organization: here stands a number
            !   fix: write text
            ! error[E-CONTROL-CHARACTER]: bad.json: answers[0].response: the text holds the control character \u{1b}
            !   fix: remove it
            ! error[E-RANGE]: bad.json: answers[1].maturity.level: `9` is out of range
            !   fix: write a whole number from 0 to 5
            ! error[E-DUPLICATE-ANSWER]: bad.json: answers[1]: `A.5.1` is answered here and in answers[0]
            !   fix: keep one of the two
            ! error[E-DATE]: bad.json: answers[2].due: `2026-02-30` is not a date
            !   fix: write a day that exists as `2026-11-23`
            ! error[E-FIELD]: bad.json: answers[2].`colour`: the field `colour` is not known
            !   fix: remove it, or open the file with the version of Annexa that wrote it
            ! error[E-MISSING]: bad.json: answers[3].id: the field `id` is missing
            !   fix: add it
            exit code 2
        "#]],
    );
}

#[test]
fn files_that_cannot_be_read() {
    let folder = Folder::new("unreadable");
    folder.check(
        &["assess", "missing.json"],
        expect![[r#"
        ! error[E-READ]: missing.json: cannot be read: no such file or directory
        !   fix: check the path
        exit code 2
    "#]],
    );
    folder.check(
        &["assess", "."],
        expect![[r#"
        ! error[E-READ]: .: cannot be read: is a directory
        !   fix: name a file, not a folder
        exit code 2
    "#]],
    );
    folder.check(
        &["assess", "\u{1b}[2J\n.json"],
        expect![[r#"
        ! error[E-READ]: \u{1b}[2J\n.json: cannot be read: no such file or directory
        !   fix: check the path
        exit code 2
    "#]],
    );
}

#[test]
fn standard_input_is_named() {
    let folder = Folder::new("stdin");
    expect![[r#"
        ! error[E-SYNTAX]: standard input: line 1, column 1: the file ends too early
        !   fix: the file was cut off; use another copy
        exit code 2
    "#]]
    .assert_eq(&shown(&folder.run_with(&["soa", "-"], "{")));
    let from_stdin = folder.run_with(&["soa", "-"], crate::driver::ASSESSMENT);
    assert_eq!(shown(&from_stdin), shown(&folder.run(&["soa", "a.json"])));
}
