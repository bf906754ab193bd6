//! `annexa merge`: two versions of one assessment, by hand and by Git.

use crate::driver::Folder;
use expect_test::expect;
use std::process::Command;

const BASE: &str = r#"{
  "format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "lineage": "d-1",
  "risks": [{"id": "r-3", "label": "R-3", "title": "Fire", "notes": "First."}],
  "answers": [
    {"id": "4.1", "response": "yes"},
    {"id": "A.5.1", "response": "no", "notes": "Old."}
  ]
}"#;

fn ours() -> String {
    BASE.replace("\"no\"", "\"partly\"").replace("\"Fire\"", "\"Blaze\"")
}

/// What fits to ours.
fn theirs() -> String {
    BASE.replace("Old.", "New.").replace("\"yes\"", "\"no\"")
}

/// What does not.
fn other() -> String {
    theirs().replace("\"Fire\"", "\"Big fire\"")
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name).with("base", BASE).with("ours", ours());
    folder.with("theirs", theirs()).with("other", other())
}

#[test]
fn what_fits_is_merged_in_place() {
    let folder = folder("merge");
    folder.check(
        &["merge", "ours", "theirs", "--base", "base"],
        expect![[r#"
            wrote ours

            What is new in ours
            What     Where                 From
            changed  answers/4.1/response  theirs
            changed  answers/A.5.1/notes   theirs
            exit code 0
        "#]],
    );
    let merged = String::from_utf8(folder.read("ours")).unwrap();
    for part in ["Blaze", "New.", "\"partly\"", "\"no\""] {
        assert!(merged.contains(part), "{merged}");
    }
    folder.check(
        &["merge", "ours", "theirs", "--base", "base"],
        expect![[r#"
            nothing changes; ours stays as it is
            exit code 0
        "#]],
    );
    let again = folder.stdout(&["merge", "ours", "theirs", "--base", "base", "-o", "-"]);
    assert_eq!(again, merged);
    folder.check(&["merge", "ours", "theirs", "-o", "base"], expect![[r#"
        merged without an ancestor: what one side deleted comes back

        Conflicts
        answers/A.5.1/response  both have another value
            ancestor: nothing
            ours: "partly"
            theirs: "no"
        risks/r-3/title (R-3)  both have another value
            ancestor: nothing
            ours: "Blaze"
            theirs: "Fire"

        2 conflicts are open, and nothing was written
        print the list with `--format json`, fill in each `take`, and give it to `--resolve`; or let `--take` decide all that is left
        exit code 1
    "#]]);
}

#[test]
fn a_conflict_writes_nothing_but_its_list() {
    let folder = folder("merge-conflict");
    let merge = ["merge", "ours", "other", "--base", "base"];
    folder.check(&merge, expect![[r#"

        Conflicts
        risks/r-3/title (R-3)  both have another value
            ancestor: "Fire"
            ours: "Blaze"
            theirs: "Big fire"

        1 conflict is open, and nothing was written
        print the list with `--format json`, fill in each `take`, and give it to `--resolve`; or let `--take` decide all that is left
        exit code 1
    "#]]);
    folder.check(
        &[&merge[..], &["--format", "csv"]].concat(),
        expect![[r#"
        what,path,kind,by,other,take,base,ours,theirs,suggestion
        conflict,risks/r-3/title,value,,,,"""Fire""","""Blaze""","""Big fire""",
        change,answers/4.1/response,changed,theirs,,,,,,
        change,answers/A.5.1/response,changed,ours,,,,,,
        change,answers/A.5.1/notes,changed,theirs,,,,,,
        exit code 1
    "#]],
    );
    let list = folder.run(&[&merge[..], &["--format", "json"]].concat());
    assert_eq!(list.status.code(), Some(1));
    let list = String::from_utf8(list.stdout).unwrap();
    assert_eq!(String::from_utf8(folder.read("ours")).unwrap(), ours());
    let folder = folder.with("list", &list);
    let resolve = [&merge[..], &["--resolve", "list"]].concat();
    folder.check(&resolve, expect![[r#"
        ! error[E-RESOLUTION-PATH]: list: choices: nothing is decided about the conflict at `risks/r-3/title`
        !   fix: fill in what is taken, or let one side have all that is left
        exit code 2
    "#]]);
    folder.check(
        &[&resolve[..], &["--take", "theirs", "-o", "-"]].concat(),
        expect![[r#"
        {
          "format": "annexa-assessment",
          "version": 1,
          "catalogue": "iso27001-2022",
          "lineage": "d-1",
          "risks": [
            {
              "id": "r-3",
              "label": "R-3",
              "title": "Big fire",
              "notes": "First."
            }
          ],
          "answers": [
            {
              "id": "4.1",
              "response": "no"
            },
            {
              "id": "A.5.1",
              "response": "partly",
              "notes": "New."
            }
          ]
        }
        ! note: 1 conflict was decided by --take theirs: risks/r-3/title (R-3)
        exit code 0
    "#]],
    );
    let value = r#""take": "value", "value": "Flames""#;
    let folder = folder.with("filled", list.replace(r#""take": """#, value));
    folder.check(
        &[&merge[..], &["--resolve", "filled", "-o", "merged"]].concat(),
        expect![[r#"
            wrote merged
            1 conflict, decided

            Conflicts
            risks/r-3/title (R-3)  both have another value
                ancestor: "Fire"
                ours: "Blaze"
                theirs: "Big fire"
                takes value

            What is new in merged
            What     Where                 From
            changed  answers/4.1/response  theirs
            changed  answers/A.5.1/notes   theirs
            exit code 0
        "#]],
    );
    let merged = String::from_utf8(folder.read("merged")).unwrap();
    assert!(merged.contains("Flames") && merged.contains("New."), "{merged}");
    // Choices about other contents are none.
    let stale = ["merge", "ours", "theirs", "--base", "base", "--resolve", "filled"];
    folder.check(&stale, expect![[r#"
        ! error[E-RESOLUTION-STALE]: filled: theirs: the choices were made about another version of `theirs`
        !   fix: merge again and decide about the conflicts that there are now
        exit code 2
    "#]]);
}

#[test]
fn choices_that_are_none_are_refused() {
    let folder = folder("merge-choices")
        .with("empty", "")
        .with("half", "{\"format\": \"annexa-resolution\",")
        .with("wrong", BASE);
    let before = folder.read("ours");
    let merge = ["merge", "ours", "other", "--base", "base", "--resolve"];
    for (file, code) in
        [("empty", "E-EMPTY"), ("half", "E-SYNTAX"), ("wrong", "E-NOT-OURS"), ("none", "E-READ")]
    {
        let output = folder.run(&[&merge[..], &[file]].concat());
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.starts_with(&format!("error[{code}]: {file}: ")), "{told}");
    }
    let base = folder.run(&["merge", "ours", "other", "--base", "half"]);
    assert_eq!(base.status.code(), Some(2));
    assert_eq!(folder.read("ours"), before);
}

#[test]
fn what_is_not_of_one_assessment_is_merged_by_name_alone() {
    let folder = folder("merge-unrelated")
        .with("foreign", BASE.replace("d-1", "d-2"))
        .with("nameless", BASE.replace(" \"lineage\": \"d-1\",", ""));
    folder.check(&["merge", "base", "foreign"], expect![[r#"
        ! error[E-UNRELATED]: foreign: lineage: the files are of different assessments: `d-1` and `d-2`
        !   fix: choose two versions of one assessment, or ask for a merge without an ancestor by name
        exit code 2
    "#]]);
    folder.check(&["merge", "base", "foreign", "--two-way"], expect![[r#"
        merged without an ancestor: what one side deleted comes back

        Conflicts
        lineage  both have another value
            ancestor: nothing
            ours: "d-1"
            theirs: "d-2"

        1 conflict is open, and nothing was written
        print the list with `--format json`, fill in each `take`, and give it to `--resolve`; or let `--take` decide all that is left
        exit code 1
    "#]]);
    folder.check(
        &["merge", "base", "nameless", "--two-way"],
        expect![[r#"
        nothing changes; base stays as it is
        merged without an ancestor: what one side deleted comes back
        exit code 0
    "#]],
    );
    folder.check(
        &["merge", "ours", "theirs", "--base", "foreign"],
        expect![[r#"
        ! error[E-UNRELATED]: theirs: base: the ancestor is of another assessment, `d-2`
        !   fix: give the version that both went out from, or none
        exit code 2
    "#]],
    );
}

/// Git asks for the merge, takes what was merged, and leaves a conflict to its user.
#[test]
fn git_merges_by_it() {
    if Command::new("git").arg("--version").output().is_err() {
        return;
    }
    let folder = Folder::new("merge-git").with("acme.annexa.json", BASE);
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(args);
        command.current_dir(folder.path(""));
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(name);
        }
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").output().unwrap()
    };
    let write = |text: &str| std::fs::write(folder.path("acme.annexa.json"), text).unwrap();
    let done = |args: &[&str]| {
        let output = git(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    done(&["init", "-q", "-b", "main"]);
    std::fs::write(folder.path(".gitattributes"), "*.annexa.json merge=annexa\n").unwrap();
    let driver = format!("\"{}\" merge %A %B --base %O", env!("CARGO_BIN_EXE_annexa"));
    done(&["config", "merge.annexa.driver", &driver]);
    let commit = |text: &str| {
        write(text);
        done(&["add", "-A"]);
        done(&["commit", "-q", "-m", "A version"]);
    };
    commit(BASE);
    for (branch, text) in [("fits", theirs()), ("conflicts", other())] {
        done(&["switch", "-q", "-c", branch, "main"]);
        commit(&text);
    }
    done(&["switch", "-q", "main"]);
    commit(&ours());
    done(&["merge", "-q", "--no-edit", "fits"]);
    let merged = String::from_utf8(folder.read("acme.annexa.json")).unwrap();
    assert!(merged.contains("Blaze") && merged.contains("New."), "{merged}");
    let refused = git(&["merge", "--no-edit", "conflicts"]);
    assert!(!refused.status.success());
    let told = String::from_utf8(refused.stdout).unwrap();
    assert!(told.contains("risks/r-3/title (R-3)"), "{told}");
    assert!(told.contains("CONFLICT"), "{told}");
    // What was there stays there.
    assert_eq!(String::from_utf8(folder.read("acme.annexa.json")).unwrap(), merged);
}
