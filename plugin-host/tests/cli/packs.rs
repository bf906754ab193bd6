//! `annexa split`, and packs that `annexa merge` takes back.

use crate::driver::Folder;
use expect_test::expect;

const FILE: &str = r#"{
  "format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "lineage": "d-1",
  "risks": [{"id": "r-3", "label": "R-3", "title": "Fire", "notes": "Secret."}],
  "own_controls": [{"id": "c-1", "label": "C-1", "title": "Guard dogs"}],
  "answers": [
    {"id": "4.1", "response": "yes"},
    {"id": "A.6.1", "response": "partly", "owner": "HR", "notes": "Old."},
    {"id": "A.6.2", "response": "no", "owner": "HR"}
  ]
}"#;

fn folder(name: &str) -> Folder {
    Folder::new(name).with("f.json", FILE)
}

#[test]
fn questions_go_out_and_answers_come_back() {
    let folder = folder("pack");
    folder.check(
        &["split", "f.json", "--owner", "hr", "--name", "For HR", "-o", "hr.json"],
        expect![[r#"
            wrote hr.json
            asks 2 questions and 0 risks
            have its `answers` and `risks` written, and take them back with `annexa merge f.json hr.json`
            exit code 0
        "#]],
    );
    let pack = String::from_utf8(folder.read("hr.json")).unwrap();
    assert!(!pack.contains("Old.") && !pack.contains("4.1"), "{pack}");
    folder.check(
        &["merge", "f.json", "hr.json"],
        expect![[r#"
        nothing changes; f.json stays as it is
        exit code 0
    "#]],
    );
    assert_eq!(String::from_utf8(folder.read("f.json")).unwrap(), FILE);
    let (head, answers) = pack.split_at(pack.rfind("\"answers\"").unwrap());
    let yes = answers.replace("\"partly\"", "\"yes\", \"notes\": \"All.\"");
    let folder = folder.with("hr.json", format!("{head}{yes}"));
    folder.check(
        &["merge", "f.json", "hr.json"],
        expect![[r#"
            wrote f.json

            What is new in f.json
            What     Where                   From
            changed  answers/A.6.1/response  theirs
            changed  answers/A.6.1/notes     theirs
            exit code 0
        "#]],
    );
    let merged = String::from_utf8(folder.read("f.json")).unwrap();
    assert!(merged.contains("Old.\\n\\nAll.") && merged.contains("Secret."), "{merged}");
    // A second time nothing changes; without the pack's own ancestor nothing is asked for.
    folder.check(
        &["merge", "f.json", "hr.json"],
        expect![[r#"
            nothing changes; f.json stays as it is
            exit code 0
        "#]],
    );
    folder.check(&["merge", "f.json", "hr.json", "--two-way"], expect![[r#"
        ! error[E-UNRELATED]: hr.json: a pack carries the version that it went out from, so that there is no other ancestor
        !   fix: leave `--base` and `--two-way` out
        exit code 2
    "#]]);
    let no = answers.replace("\"partly\"", "\"no\"");
    let folder = folder.with("hr.json", format!("{head}{no}"));
    folder.check(&["merge", "f.json", "hr.json"], expect![[r#"

        Conflicts
        answers/A.6.1/response  both have another value
            ancestor: "partly"
            ours: "yes"
            theirs: "no"

        1 conflict is open, and nothing was written
        print the list with `--format json`, fill in each `take`, and give it to `--resolve`; or let `--take` decide all that is left
        exit code 1
    "#]]);
    let out = folder.stdout(&["merge", "f.json", "hr.json", "--take", "theirs", "-o", "-"]);
    assert!(out.contains("Old.\\n\\nAll."), "{out}");
}

#[test]
fn everything_that_is_named_is_taken() {
    let folder = folder("pack-pick");
    let split = ["split", "f.json", "--chapter", "4,A.6", "--theme", "physical", "--items", "c-1"];
    folder.check(
        &[&split[..], &["--risks", "R-3", "--allow", "applicability", "-o", "p.json"]].concat(),
        expect![[r#"
            wrote p.json
            asks 27 questions and 1 risk
            have its `answers` and `risks` written, and take them back with `annexa merge f.json p.json`
            exit code 0
        "#]],
    );
    let pack = String::from_utf8(folder.read("p.json")).unwrap();
    assert!(pack.contains("Fire") && !pack.contains("Secret."), "{pack}");
    folder.check(
        &[&split[..], &["-o", "p.json"]].concat(),
        expect![[r#"
        ! error[E-WRITE]: p.json: cannot be written: file exists
        !   fix: choose another name, or add `--force` to replace it
        exit code 2
    "#]],
    );
    let same =
        folder.stdout(&[&split[..], &["--risks", "r-3", "--allow", "applicability"]].concat());
    assert_eq!(same, pack);
}

#[test]
fn what_names_nothing_is_refused() {
    let folder = folder("pack-refused");
    folder.check(
        &["split", "f.json"],
        expect![[r#"
        ! error[E-PACK-EMPTY]: f.json: nothing was picked
        !   fix: pick by another owner, chapter, theme, item or risk
        exit code 2
    "#]],
    );
    folder.check(
        &["split", "f.json", "--owner", "Nobody"],
        expect![[r#"
        ! error[E-PACK-EMPTY]: f.json: nothing was picked
        !   fix: pick by another owner, chapter, theme, item or risk
        exit code 2
    "#]],
    );
    folder.check(
        &["split", "f.json", "--chapter", "44", "--theme", "Nature", "--items", "A.5,x"],
        expect![[r#"
            ! error[E-UNKNOWN-ID]: f.json: `44` is not an item of `iso27001-2022`
            !   fix: see the catalogue for the ids
            ! error[E-UNKNOWN-ID]: f.json: `Nature` is no theme of controls; there are `Organizational`, `People`, `Physical`, `Technological`
            !   fix: write one of these
            ! error[E-UNKNOWN-ID]: f.json: `A.5` is not an item of `iso27001-2022`
            !   fix: see the catalogue for the ids
            ! error[E-UNKNOWN-ID]: f.json: `x` is not an item of `iso27001-2022`
            !   fix: see the catalogue for the ids
            exit code 2
        "#]],
    );
    folder.check(
        &["split", "f.json", "--risks", "R-9"],
        expect![[r#"
        ! error[E-UNKNOWN-ID]: f.json: --risks: `R-9` is no entry of `risks`
        !   fix: see the register for what it holds
        exit code 2
    "#]],
    );
    folder.check(
        &["split", "f.json", "--items", "A.5.1", "--allow", "all"],
        expect![[r#"
        ! error: `all` is no value of `--allow <ALLOW>`
        !   [possible values: applicability, risks]
        !
        ! For more information, try `--help`.
        exit code 2
    "#]],
    );
}

#[test]
fn a_pack_of_something_else_changes_nothing() {
    let folder = folder("pack-foreign")
        .with("other.json", FILE.replace("d-1", "d-2"))
        .with("plain.json", FILE);
    folder.check(&["split", "other.json", "--owner", "HR", "-o", "hr.json"], expect![[r#"
        wrote hr.json
        asks 2 questions and 0 risks
        have its `answers` and `risks` written, and take them back with `annexa merge other.json hr.json`
        exit code 0
    "#]]);
    folder.check(
        &["merge", "f.json", "hr.json"],
        expect![[r#"
        ! error[E-PACK-FOREIGN]: hr.json: lineage: the pack was made from another assessment
        !   fix: choose the assessment from which it was made
        exit code 2
    "#]],
    );
    let pack = String::from_utf8(folder.read("hr.json")).unwrap();
    let folder = folder.with("damaged.json", pack.replacen("A.6.1", "A.6.3", 1));
    folder.check(&["merge", "other.json", "damaged.json"], expect![[r#"
        ! error[E-PACK-DAMAGED]: damaged.json: digest: something was changed in the pack that is not to be written: its digest does not fit
        !   fix: take the pack as it was made, and write in `answers` and `risks` alone
        exit code 2
    "#]]);
    let (head, answers) = pack.split_at(pack.rfind("\"answers\"").unwrap());
    let beyond = answers.replace("\"partly\"", "\"yes\", \"owner\": \"Me\"");
    let beyond = beyond.replace("A.6.2", "4.1");
    let folder = folder.with("beyond.json", format!("{head}{beyond}"));
    folder.check(&["merge", "other.json", "beyond.json"], expect![[r#"
        ! error[E-PACK-FIELD]: beyond.json: answers[0].owner: the pack does not ask for `owner` of `A.6.1`
        !   fix: take the field out, or make a pack that allows it
        ! error[E-PACK-ITEM]: beyond.json: answers[1]: `4.1` is not asked in this pack
        !   fix: take the answer out, or make a pack that asks it
        exit code 2
    "#]]);
    assert_eq!(folder.read("f.json"), FILE.as_bytes());
    folder.check(
        &["lint", "hr.json"],
        expect![[r#"
        ! error[E-NOT-OURS]: hr.json: format: the file does not say that it is an Annexa assessment
        !   fix: choose a file that was saved by Annexa; it has `"format": "annexa-assessment"`
        exit code 2
    "#]],
    );
}
