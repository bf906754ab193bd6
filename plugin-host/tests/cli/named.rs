//! What people call things: labels in refusals, names that can be explained, titles that belong to
//! the catalogue in use.

use crate::driver::Folder;
use annexa_core::samples::SAMPLES;
use expect_test::expect;

fn software(name: &str) -> Folder {
    Folder::new(name).with("s.json", SAMPLES[0].text)
}

#[test]
fn a_name_that_nothing_has_is_told_what_it_could_be() {
    let folder = software("explain_wrong");
    for (key, code) in [
        ("R-99", "called nearly so: `R-9`"),
        ("claus:4", "called nearly so: `clause:4`"),
        ("S1-RISK", "called nearly so: `S1-RISKS`"),
        ("nothing of all this", "is no score, risk, condition or row"),
        ("A.8.13", "is a control, which has no score of its own"),
        ("4.1", "is an item of the catalogue"),
        ("D.4.3", "is a document"),
        ("O-1", "is an entry of `obligations`"),
        ("L-UNKNOWN-ID", "is the code of a check"),
        ("soa:4.1", "it is no control"),
        ("soa:A.8.133", "called nearly so: `A.8.13`"),
        ("soa:cupboard", "is no control"),
    ] {
        let output = folder.run(&["explain", "s.json", key]);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{key}: {text}");
        assert!(text.contains(code), "{key}: {text}");
        assert!(text.contains("fix: "), "{key}: {text}");
        assert_eq!(text.lines().count(), 2, "{key}: {text}");
    }
    folder.check(&["explain", "s.json", "R-99"], expect![[r#"
        ! error[E-SCORE-KEY]: KEY: `R-99` is no score, risk, condition or row of this assessment; called nearly so: `R-9`
        !   fix: `annexa assess s.json` lists the scores, `annexa risks s.json` the risks, `annexa ready s.json` the conditions, `annexa soa s.json` the rows, which are written `soa:A.8.13`
        exit code 2
    "#]]);
    folder.check(&["explain", "s.json", "A.8.13"], expect![[r#"
        ! error[E-SCORE-KEY]: KEY: `A.8.13` is a control, which has no score of its own
        !   fix: write `soa:A.8.13` for its row, or a score in which it counts: `controls`, `theme:Technological`, `control_type:Corrective`; `annexa catalog A.8.13` shows what it asks, `annexa soa s.json` all rows
        exit code 2
    "#]]);
}

#[test]
fn a_refusal_names_a_risk_by_its_label() {
    let folder = software("labels");
    folder.check(
        &["risks", "approve", "s.json", "--owner", "Nobody", "R-3"],
        expect![[r#"
        ! error[E-APPROVE]: s.json: risks/R-3: the risk has another owner
        !   fix: let its owner approve
        exit code 2
    "#]],
    );
    folder.check(
        &["risks", "accept", "s.json", "R-1", "--by", "Ada", "--role", "clerk"],
        expect![[r#"
            ! error[E-MISSING]: s.json: risks/R-1/acceptance/until: above the line an acceptance ends on a day
            !   fix: give the last day
            ! error[E-ACCEPT]: s.json: risks/R-1/acceptance: this role may not accept a risk at this level
            !   fix: see the criteria for who may
            exit code 2
        "#]],
    );
    folder.check(
        &["obligations", "remove", "s.json", "O-1"],
        expect![[r#"
        ! error[E-REFERENCED]: s.json: answers/A.5.5/inclusion: here stands a reference to `O-1`
        !   fix: remove it first, or delete the entry together with what refers to it
        ! error[E-REFERENCED]: s.json: answers/A.5.28/inclusion: here stands a reference to `O-1`
        !   fix: remove it first, or delete the entry together with what refers to it
        ! error[E-REFERENCED]: s.json: answers/A.7.14/inclusion: here stands a reference to `O-1`
        !   fix: remove it first, or delete the entry together with what refers to it
        exit code 2
    "#]],
    );
}

#[test]
fn a_risk_is_found_from_an_asset_as_well_as_from_an_event() {
    let folder = software("asset");
    let day = ["--today", "2026-11-24", "--origin", "test"];
    let asset = [
        &["risks", "add", "s.json", "--title", "Lost laptop", "--basis", "asset"][..],
        &["--asset", "Laptops", "--asset-kind", "hardware", "--threat", "theft on a train"],
        &["--vulnerability", "The disk is not encrypted", "--source", "a thief"],
        &["--source-kind", "deliberate", "--owner", "Ada", "--likelihood", "l2"],
        &["--consequence", "c=c3", "--consequence", "a=c1", "--why", "One in four years"],
        &day,
    ]
    .concat();
    folder.check(
        &asset,
        expect![[r#"
        wrote s.json
        R-18 (r-bgsy7b59sc) Lost laptop: medium, at or below the line; acceptable
        exit code 0
    "#]],
    );
    // The group is there now, and is taken again by its name.
    let again = [
        &["risks", "add", "s.json", "--title", "Broken laptop", "--basis", "asset"][..],
        &["--asset", "laptops", "--threat", "M-1", "--output", "t.json"],
        &day,
    ]
    .concat();
    folder.check(&again, expect![[r#"
        wrote t.json
        R-19 (r-rtnaq2b753) Broken laptop: cannot be evaluated yet; missing: what makes it possible, how likely, how bad
        exit code 0
    "#]]);
    let text = String::from_utf8(folder.read("s.json")).unwrap();
    for member in [
        r#""basis": "asset""#,
        r#""name": "Laptops""#,
        r#""vulnerability": "The disk is not encrypted""#,
        r#""threat": "theft on a train""#,
        r#""source_kind": "deliberate""#,
    ] {
        assert!(text.contains(member), "{member}");
    }
    assert_eq!(text.matches(r#""name": "Laptops""#).count(), 1);
    let event = ["risks", "add", "s.json", "--title", "A", "--basis", "cause"];
    let refused = folder.run(&event);
    assert_eq!(refused.status.code(), Some(2));
}

/// A catalogue of one's own with ids of the built-in one, which mean something else there.
const HOUSE: &str = r#"{
  "format": "annexa-catalogue", "version": 1, "id": "house",
  "chapters": [{ "id": "4", "group": "clause:4" }, { "id": "A.5", "group": "theme:Organizational" }],
  "items": [
    { "id": "4.1", "kind": "requirement", "chapter": "4" },
    { "id": "A.5.1", "kind": "control", "chapter": "A.5" },
    { "id": "A.5.2", "kind": "control", "chapter": "A.5" }
  ],
  "documents": [{ "id": "D.4.3", "source": "4.1", "needed_from": "stage_1" }]
}"#;

const RULES: &str = r#"{
  "format": "annexa-words", "version": 1, "language": "en",
  "labels": { "catalogue": { "house": "Rules of the house" } },
  "items": { "A.5.1": { "title": "Bring the keys back" } }
}"#;

#[test]
fn no_title_of_another_catalogue_is_shown() {
    let folder = Folder::new("house").with("house.json", HOUSE).with("rules.json", RULES).with(
        "h.json",
        r#"{ "format": "annexa-assessment", "version": 1, "catalogue": "house",
             "answers": [{ "id": "4.1", "response": "no" }, { "id": "A.5.1", "response": "partly" }] }"#,
    );
    let commands: [&[&str]; 9] = [
        &["gaps", "h.json"],
        &["lint", "h.json", "--today", "2026-11-24"],
        &["ready", "h.json", "--today", "2026-11-24"],
        &["soa", "h.json", "--today", "2026-11-24"],
        &["docs", "h.json", "--today", "2026-11-24"],
        &["assess", "h.json", "--today", "2026-11-24"],
        &["catalog"],
        &["catalog", "A.5.1"],
        &["catalog", "--documents"],
    ];
    let ours = [
        "Understanding the organization",
        "Context of the organization",
        "Policies for information security",
        "Information security roles",
        "Scope of the ISMS",
        "ISO",
    ];
    for words in [&[][..], &["--words", "rules.json"]] {
        for format in ["text", "json", "csv"] {
            for command in commands {
                let front = ["--catalogue", "house.json"];
                let args = [&front, words, command, &["--format", format]].concat();
                let output = folder.run(&args);
                let text = String::from_utf8(output.stdout).unwrap();
                for title in ours {
                    assert!(!text.contains(title), "{args:?}: {text}");
                }
                let names_it = text.contains("Bring the keys back");
                assert!(!names_it || !words.is_empty(), "{args:?}: {text}");
            }
        }
    }
    let own = ["--catalogue", "house.json", "--words", "rules.json", "gaps", "h.json"];
    assert!(folder.stdout(&own).contains("Bring the keys back"));
    // The built-in catalogue keeps its titles beside such words.
    assert!(
        folder.stdout(&["--words", "rules.json", "catalog"]).contains("Policies for information")
    );
}
