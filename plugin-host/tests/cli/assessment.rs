//! The commands about an assessment, each in every format.

use crate::driver::{ASSESSMENT, Folder};
use annexa_core::{
    Catalogue, Date, Document, Engine,
    report::{gaps_csv, report_json, scores_csv, soa_csv},
    words::Words,
};
use expect_test::expect;

fn engine() -> Engine {
    let document = Document::from_bytes(Catalogue::iso27001_2022(), ASSESSMENT.as_bytes());
    Engine::from_document(document.unwrap())
}

#[test]
fn new_writes_an_assessment_that_can_be_read() {
    let folder = Folder::new("new");
    folder.check(
        &["new", "--organization", "Acme", "--scope", "Head office", "--origin", "test"],
        expect![[r#"
        wrote assessment.json
        answer its questions in the browser page, then run `annexa assess assessment.json`
        exit code 0
    "#]],
    );
    expect![[r#"
        {
          "format": "annexa-assessment",
          "version": 1,
          "catalogue": "iso27001-2022",
          "lineage": "d-hakkdvaxxd",
          "about": {
            "organization": "Acme",
            "scope": "Head office"
          },
          "answers": []
        }
    "#]]
    .assert_eq(std::str::from_utf8(&folder.read("assessment.json")).unwrap());
    folder.check(
        &["new"],
        expect![[r#"
        ! error[E-WRITE]: assessment.json: cannot be written: file exists
        !   fix: choose another name, or add `--force` to replace it
        exit code 2
    "#]],
    );
    assert!(folder.read("assessment.json").len() > 100);
    folder.check(
        &["new", "--force", "--origin", "test"],
        expect![[r#"
        wrote assessment.json
        answer its questions in the browser page, then run `annexa assess assessment.json`
        exit code 0
    "#]],
    );
    let empty = folder.stdout(&["new", "-", "--origin", "test"]);
    assert_eq!(folder.read("assessment.json"), empty.as_bytes());
    folder.stdout(&["assess", "assessment.json"]);
    folder.check(&["new", "b.json", "--scope", "a\u{1b}[2Jb"], expect![[r#"
        ! error[E-CONTROL-CHARACTER]: arguments: about.scope: the text holds the control character \u{1b}
        !   fix: remove it
        exit code 2
    "#]]);
    folder.check(
        &["new", "no/such/folder.json"],
        expect![[r#"
        ! error[E-WRITE]: no/such/folder.json: cannot be written: no such file or directory
        !   fix: check the path
        exit code 2
    "#]],
    );
    assert!(!folder.path("b.json").exists());
}

/// Two new assessments are never taken for one, unless a script asks for it.
#[test]
fn a_new_assessment_has_a_lineage() {
    let folder = Folder::new("new_lineage");
    let lineage = |args: &[&str]| {
        let text = folder.stdout(&[&["new", "-"], args].concat());
        let (_, rest) = text.split_once("\"lineage\": \"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let drawn = lineage(&[]);
    assert!(drawn.starts_with("d-") && drawn.len() == 12, "{drawn}");
    assert_ne!(lineage(&[]), drawn);
    assert_eq!(lineage(&["--origin", "a b"]), lineage(&["--origin", "a b"]));
    assert_ne!(lineage(&["--origin", "a b"]), lineage(&["--origin", "a c"]));
    folder.stdout(&["new", "b.json"]);
    let before = folder.read("b.json");
    folder.stdout(&["fmt", "b.json"]);
    assert_eq!(folder.read("b.json"), before);
    for origin in ["", "ä", "a\nb", &"x".repeat(65)] {
        let output = folder.run(&["new", "c.json", "--origin", origin]);
        assert_eq!(output.status.code(), Some(2), "{origin:?}");
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.starts_with("error[E-ORIGIN]: --origin: "), "{errors}");
        assert!(!folder.path("c.json").exists());
    }
}

#[test]
fn assess() {
    let folder = Folder::new("assess");
    folder.check(
        &["assess", "a.json", "--today", "2026-11-23"],
        expect![[r#"
            Organization  Acme
            Scope         Head office
            Version       3
            Date          2026-11-01
            Framework     ISO/IEC 27001:2022 with Amendment 1:2024
            SHA-256       <sha256>
            [66 lines]
            Resilience                  100.00 %   12.50 %         1         8

            What to look at
            120 gaps: 29 in requirements, 91 in controls; see `annexa gaps a.json`
            lint on 2026-11-23: 3 errors, 4 warnings, 0 worth knowing; see `annexa lint a.json`
            1 unknown id, kept and not counted: X.1
            exit code 0
        "#]],
    );
    let json = folder.stdout(&["assess", "a.json", "--format", "json"]);
    assert_eq!(json.as_bytes(), report_json(&engine(), &Words::english()));
    let csv = folder.stdout(&["assess", "a.json", "--format", "csv"]);
    assert_eq!(csv.as_bytes(), scores_csv(&engine()));
    folder.check(
        &["assess", "a.json", "--today", "2026-02-30"],
        expect![[r#"
        ! error[E-DATE]: --today: `2026-02-30` is not a date
        !   fix: write a day that exists as `2026-11-23`
        exit code 2
    "#]],
    );
    // A date that makes no sense is refused where the format does not need it, too.
    for format in ["text", "json", "csv"] {
        let output = folder.run(&["assess", "a.json", "--format", format, "--today", "garbage"]);
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(output.stdout.is_empty(), "{format}");
    }
}

/// Without `--today` the day is that of the person's calendar: between the two ends of the world
/// lie 26 hours, so it is never the same day in both.
#[test]
fn today_is_the_local_day() {
    let folder = Folder::new("local_day");
    let day = |zone: &str| -> Date {
        let output = folder.command(&["assess", "a.json"]).env("TZ", zone).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let (_, today) = text.split_once("lint on ").unwrap();
        today.split(':').next().unwrap().parse().unwrap()
    };
    let (east, west) = (day("<+14>-14"), day("<-12>12"));
    assert!(east > west, "{east} in the east, {west} in the west");
    assert!(west >= Date::new(2026, 11, 1).unwrap(), "{west}");
}

/// What a file holds beside the catalogue is never passed over in silence.
#[test]
fn unknown_ids_are_mentioned() {
    let folder = Folder::new("unknown_ids");
    for args in [&["soa", "a.json"][..], &["gaps", "a.json"], &["explain", "a.json", "controls"]] {
        let text = folder.stdout(args);
        assert!(text.ends_with("1 unknown id, kept and not counted: X.1\n"), "{args:?}: {text}");
        let json = folder.stdout(&[args, &["--format", "json"]].concat());
        let member = "\"unknown_ids\": [\n    \"X.1\"\n  ]";
        assert!(json.contains(member), "{args:?}: {json}");
        let output = folder.run(&[args, &["--format", "csv"]].concat());
        assert!(!String::from_utf8(output.stdout).unwrap().contains("X.1"), "{args:?}");
        let note = String::from_utf8(output.stderr).unwrap();
        assert_eq!(note, "note: 1 unknown id, kept and not counted: X.1\n", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn soa() {
    let folder = Folder::new("soa");
    folder.check(
        &["soa", "a.json"],
        expect![[r#"
            Organization  Acme
            Scope         Head office
            Version       3
            Date          2026-11-01
            Framework     ISO/IEC 27001:2022 with Amendment 1:2024
            SHA-256       <sha256>
            [225 lines]
            A.8.33   Test information     applicable                         not assessed
            A.8.34   Protection of        applicable                         not assessed
                     information systems
                     during audit
                     testing
            1 unknown id, kept and not counted: X.1
            exit code 0
        "#]],
    );
    folder.check(
        &["soa", "a.json", "--format", "json"],
        expect![[r#"
            {
              "format": "annexa-soa",
              "version": 1,
              "catalogue": "iso27001-2022",
              "catalogue_sha256": "<sha256>",
              "assessment_sha256": "<sha256>",
            [1156 lines]
                }
              ],
              "unknown_ids": [
                "X.1"
              ]
            }
            exit code 0
        "#]],
    );
    let csv = folder.stdout(&["soa", "a.json", "--format", "csv"]);
    assert_eq!(csv.as_bytes(), soa_csv(&engine(), &engine().soa(), &Words::english()));
    assert_eq!(csv.lines().count(), 94);
    assert!(csv.contains(",'=Cloud,"), "a provider became a formula");
}

#[test]
fn gaps() {
    let folder = Folder::new("gaps");
    folder.check(&["gaps", "a.json", "--assessed-only"], expect![[r#"
        Id     Title                 Force        State               What is missing      Owner  Due
        5.1    Leadership and        requirement  partly implemented  It is in place in
               commitment                                             part; the target is
                                                                      what good looks
                                                                      like.
        A.6.1  Screening             guidance     partly implemented  It is in place in    HR     2026-01-01
                                                                      part; the target is
                                                                      what good looks
                                                                      like.
        A.8.1  User end point        guidance     not implemented     Nothing is in
               devices                                                place.

        3 gaps; `annexa catalog ID` shows how to close one
        1 unknown id, kept and not counted: X.1
        exit code 0
    "#]]);
    folder.check(&["gaps", "a.json"], expect![[r#"
        Id      Title                Force        State               What is missing      Owner  Due
        4.2     Understanding the    requirement  not assessed        Nobody has looked
                needs and                                             at it yet.
                expectations of
                interested parties
        4.3     Determining the      requirement  not assessed        Nobody has looked
        [312 lines]
                information systems                                   at it yet.
                during audit
                testing

        120 gaps; `annexa catalog ID` shows how to close one
        1 unknown id, kept and not counted: X.1
        exit code 0
    "#]]);
    folder.check(
        &["gaps", "a.json", "--assessed-only", "--format", "json"],
        expect![[r#"
            {
              "format": "annexa-gaps",
              "version": 1,
              "catalogue": "iso27001-2022",
              "catalogue_sha256": "<sha256>",
              "assessment_sha256": "<sha256>",
            [44 lines]
                }
              ],
              "unknown_ids": [
                "X.1"
              ]
            }
            exit code 0
        "#]],
    );
    let csv = folder.stdout(&["gaps", "a.json", "--format", "csv"]);
    assert_eq!(csv.as_bytes(), gaps_csv(&engine().gap_records(&Words::english())));
    let csv = folder.stdout(&["gaps", "a.json", "--assessed-only", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 4);
}

#[test]
fn lint() {
    let folder = Folder::new("lint").with("empty.json", {
        let catalogue = Catalogue::iso27001_2022();
        Document::new(catalogue).to_bytes()
    });
    folder.check(&["lint", "a.json", "--today", "2026-11-23"], expect![[r#"
        Severity  Code                         What is the matter              What to do
        warning   L-IMPLEMENTED-NO-EVIDENCE    4.1 is implemented, and no      list a document, record or
                                               evidence is listed              sample that shows it
        warning   L-EVIDENCE-STALE             the evidence `Policy` of A.5.1  review it and set its date,
                                               was due for review on           or list newer evidence
                                               2026-01-01
        error     L-APPLICABLE-NO-REASON       2 controls are applicable, and  add a reason for inclusion; a
                                               nothing says why: A.6.1, A.8.1  control without a driver may
                                                                               be over-engineering
        warning   L-PLANNED-OVERDUE            A.6.1 was due on 2026-01-01     finish it, or set a new date
                                               and is partly implemented
        error     L-EXCLUDED-NO-JUSTIFICATION  A.7.1 is excluded without a     write why it is not
                                               justification                   necessary, in your
                                                                               organization's own terms
        error     L-SOA-UNTOUCHED              89 controls are applicable by   decide of each control
                                               default; nobody has looked at   whether it applies, and give
                                               them or said why: A.5.2,        the reason
                                               A.5.3, A.5.4, A.5.5, A.5.6,
                                               A.5.7, A.5.8, A.5.9, …
        warning   L-UNKNOWN-ID                 the answer to X.1 belongs to    correct the id, or open the
                                               no item of this catalogue; it   file with the catalogue it
                                               is kept and not counted         was written for

        3 errors, 4 warnings, 0 worth knowing on 2026-11-23
        Over-engineering is not judged yet: there are no criteria of risk.
        exit code 1
    "#]]);
    folder.check(&["lint", "a.json", "--today", "2026-11-23", "--format", "csv"], expect![[r#"
        severity,code,id,message,fix
        warning,L-IMPLEMENTED-NO-EVIDENCE,4.1,"4.1 is implemented, and no evidence is listed","list a document, record or sample that shows it"
        warning,L-EVIDENCE-STALE,A.5.1,the evidence `Policy` of A.5.1 was due for review on 2026-01-01,"review it and set its date, or list newer evidence"
        error,L-APPLICABLE-NO-REASON,"A.6.1;A.8.1","2 controls are applicable, and nothing says why: A.6.1, A.8.1","add a reason for inclusion; a control without a driver may be over-engineering"
        warning,L-PLANNED-OVERDUE,A.6.1,A.6.1 was due on 2026-01-01 and is partly implemented,"finish it, or set a new date"
        error,L-EXCLUDED-NO-JUSTIFICATION,A.7.1,A.7.1 is excluded without a justification,"write why it is not necessary, in your organization's own terms"
        error,L-SOA-UNTOUCHED,"A.5.2;A.5.3;A.5.4;A.5.5;A.5.6;A.5.7;A.5.8;A.5.9;A.5.10;A.5.11;A.5.12;A.5.13;A.5.14;A.5.15;A.5.16;A.5.17;A.5.18;A.5.19;A.5.20;A.5.21;A.5.22;A.5.23;A.5.24;A.5.25;A.5.26;A.5.27;A.5.28;A.5.29;A.5.30;A.5.31;A.5.32;A.5.33;A.5.34;A.5.35;A.5.36;A.5.37;A.6.2;A.6.3;A.6.4;A.6.5;A.6.6;A.6.7;A.6.8;A.7.2;A.7.3;A.7.4;A.7.5;A.7.6;A.7.7;A.7.8;A.7.9;A.7.10;A.7.11;A.7.12;A.7.13;A.7.14;A.8.2;A.8.3;A.8.4;A.8.5;A.8.6;A.8.7;A.8.8;A.8.9;A.8.10;A.8.11;A.8.12;A.8.13;A.8.14;A.8.15;A.8.16;A.8.17;A.8.18;A.8.19;A.8.20;A.8.21;A.8.22;A.8.23;A.8.24;A.8.25;A.8.26;A.8.27;A.8.28;A.8.29;A.8.30;A.8.31;A.8.32;A.8.33;A.8.34","89 controls are applicable by default; nobody has looked at them or said why: A.5.2, A.5.3, A.5.4, A.5.5, A.5.6, A.5.7, A.5.8, A.5.9, …","decide of each control whether it applies, and give the reason"
        warning,L-UNKNOWN-ID,X.1,"the answer to X.1 belongs to no item of this catalogue; it is kept and not counted","correct the id, or open the file with the catalogue it was written for"
        exit code 1
    "#]]);
    folder.check(
        &["lint", "a.json", "--today", "2025-12-31", "--format", "json"],
        expect![[r#"
        {
          "format": "annexa-lint",
          "version": 1,
          "catalogue": "iso27001-2022",
          "catalogue_sha256": "<sha256>",
          "assessment_sha256": "<sha256>",
        [526 lines]
            }
          ],
          "unknown_ids": [
            "X.1"
          ]
        }
        exit code 1
    "#]],
    );
    folder.check(
        &["lint", "empty.json", "--today", "2026-11-23"],
        expect![[r#"
            Severity  Code             What is the matter                    What to do
            error     L-SOA-UNTOUCHED  93 controls are applicable by         decide of each control whether it
                                       default; nobody has looked at them    applies, and give the reason
                                       or said why: A.5.1, A.5.2, A.5.3,
                                       A.5.4, A.5.5, A.5.6, A.5.7, A.5.8, …

            1 error, 0 warnings, 0 worth knowing on 2026-11-23
            Over-engineering is not judged yet: there are no criteria of risk.
            exit code 1
        "#]],
    );
}

#[test]
fn explain() {
    let folder = Folder::new("explain");
    folder.check(&["explain", "a.json", "clause:5"], expect![[r#"
        clause:5: conformity 50.00 %, coverage 33.33 %

        5,000 points / 1 assessed = 5,000 bp; 1 assessed / 3 in scope = 3,333 bp coverage
        Score = points of the assessed items / number of assessed items. Implemented counts 10,000, partly
        5,000, planned and not implemented 0. Coverage = assessed / in scope. Excluded controls are out of
        scope; items nobody has looked at lower the coverage, not the score.

        Id   State                    Points  Why
        5.1  partly implemented         5000  assessed as partly implemented
        5.2  not assessed        not counted  nobody has looked at it yet; it lowers the coverage, not the
                                              score
        5.3  not assessed        not counted  nobody has looked at it yet; it lowers the coverage, not the
                                              score
        1 unknown id, kept and not counted: X.1
        exit code 0
    "#]]);
    folder.check(
        &["explain", "a.json", "theme:People", "--format", "csv"],
        expect![[r#"
            id,implementation,counted,points_bp,why
            A.6.1,partly,yes,5000,assessed as partly implemented
            A.6.2,not_assessed,no,0,"nobody has looked at it yet; it lowers the coverage, not the score"
            A.6.3,not_assessed,no,0,"nobody has looked at it yet; it lowers the coverage, not the score"
            A.6.4,not_assessed,no,0,"nobody has looked at it yet; it lowers the coverage, not the score"
            A.6.5,not_assessed,no,0,"nobody has looked at it yet; it lowers the coverage, not the score"
            A.6.6,not_assessed,no,0,"nobody has looked at it yet; it lowers the coverage, not the score"
            A.6.7,not_assessed,no,0,"nobody has looked at it yet; it lowers the coverage, not the score"
            A.6.8,not_assessed,no,0,"nobody has looked at it yet; it lowers the coverage, not the score"
            ! note: 1 unknown id, kept and not counted: X.1
            exit code 0
        "#]],
    );
    folder.check(
        &["explain", "a.json", "clause:5", "--format", "json"],
        expect![[r#"
            {
              "format": "annexa-explanation",
              "version": 1,
              "catalogue": "iso27001-2022",
              "catalogue_sha256": "<sha256>",
              "assessment_sha256": "<sha256>",
            [29 lines]
                }
              ],
              "unknown_ids": [
                "X.1"
              ]
            }
            exit code 0
        "#]],
    );
    folder.check(&["explain", "a.json", "clause:3"], expect![[r#"
        ! error[E-SCORE-KEY]: KEY: `clause:3` is no score, risk, condition or row of this assessment; called nearly so: `clause:4`, `clause:5`, `clause:6`
        !   fix: `annexa assess a.json` lists the scores, `annexa risks a.json` the risks, `annexa ready a.json` the conditions, `annexa soa a.json` the rows, which are written `soa:A.8.13`
        exit code 2
    "#]]);
    for score in engine().scores() {
        let engine = engine();
        let key = engine.document().catalogue().group(score.key).unwrap().id();
        let json = folder.stdout(&["explain", "a.json", key, "--format", "json"]);
        assert!(json.contains(&format!("\n  \"key\": \"{key}\",\n")), "{json}");
    }
}
