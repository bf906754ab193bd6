//! An assessment in its canonical form.

use crate::driver::{ASSESSMENT, Folder, shown};
use expect_test::expect;

#[test]
fn a_file_is_written_back_canonically() {
    let folder = Folder::new("fmt");
    folder.check(
        &["fmt", "a.json", "--check"],
        expect![[r#"
            a.json is not canonical; `annexa fmt` writes it anew
            exit code 1
        "#]],
    );
    assert_eq!(folder.read("a.json"), ASSESSMENT.as_bytes(), "`--check` wrote something");
    let report = folder.stdout(&["assess", "a.json", "--format", "json"]);
    folder.check(
        &["fmt", "a.json"],
        expect![[r#"
            wrote a.json
            exit code 0
        "#]],
    );
    let canonical = folder.read("a.json");
    assert_eq!(folder.stdout(&["assess", "a.json", "--format", "json"]), report);
    folder.check(
        &["fmt", "a.json"],
        expect![[r#"
            a.json is canonical already
            exit code 0
        "#]],
    );
    folder.check(
        &["fmt", "a.json", "--check"],
        expect![[r#"
            a.json is canonical
            exit code 0
        "#]],
    );
    assert_eq!(folder.read("a.json"), canonical);
}

#[test]
fn it_is_a_filter() {
    let folder = Folder::new("fmt_filter").with("b.json", ASSESSMENT);
    folder.stdout(&["fmt", "b.json"]);
    let output = folder.run_with(&["fmt", "-"], ASSESSMENT);
    assert_eq!((output.status.code(), output.stdout), (Some(0), folder.read("b.json")));
    expect![[r#"
        standard input is not canonical; `annexa fmt` writes it anew
        exit code 1
    "#]]
    .assert_eq(&shown(&folder.run_with(&["fmt", "-", "--check"], ASSESSMENT)));
}

#[test]
fn what_cannot_be_read_stays_as_it_is() {
    let folder = Folder::new("fmt_bad").with("bad.json", "{");
    folder.check(
        &["fmt", "bad.json"],
        expect![[r#"
            ! error[E-SYNTAX]: bad.json: line 1, column 1: the file ends too early
            !   fix: the file was cut off; use another copy
            exit code 2
        "#]],
    );
    assert_eq!(folder.read("bad.json"), b"{");
    folder.check(
        &["fmt", "missing.json", "--check"],
        expect![[r#"
            ! error[E-READ]: missing.json: cannot be read: no such file or directory
            !   fix: check the path
            exit code 2
        "#]],
    );
}
