//! `annexa ready`, `risks` and `docs`: what stands beside the answers, on a day.

use crate::driver::Folder;
use expect_test::expect;

fn software(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.stdout(&["new", "s.json", "--sample", "software"]);
    folder
}

#[test]
fn ready_names_what_blocks() {
    let folder = software("ready");
    folder.check(&["ready", "s.json", "--today", "2026-11-24"], expect![[r#"
        Before stage 1: is the system designed, and do its documents stand?
        On 2026-11-24: blocked

        Verdict  Condition    What it asks for                                Where to go
        met      S1-SCOPE     The scope is written down                       the scope
        blocks   S1-DOCS      The documents that stage 1 reads are approved   the documents
        [36 lines]
            Takes 4.5 to 11 days, likely 6.5.
            Waits for 4.4, 6.2, 8.3.
        met      S2-CONTROLS  Controls are in place, or somebody brings them until some  the questions
                              day

        This page never says that you are ready. It says what is known to block, and what that rests on; an auditor may find more.
        exit code 0
    "#]]);
    let csv = folder.stdout(&["ready", "s.json", "--today", "2026-11-24", "--format", "csv"]);
    assert!(csv.starts_with("condition,verdict,reason,ids,text,place,low_cd,"), "{csv}");
    assert_eq!(csv.lines().filter(|line| line.contains(",blocks,")).count(), 5);
    let json = folder.stdout(&["ready", "s.json", "--today", "2026-11-24", "--format", "json"]);
    assert!(json.contains("\"format\": \"annexa-gates\""), "{json}");
}

#[test]
fn there_are_no_gates_without_clauses() {
    let folder = Folder::new("ready-without");
    let text = folder.stdout(&["new", "-", "--origin", "test"]);
    let own = text.replacen("\"answers\"", "\"mode\": \"guidance\", \"answers\"", 1);
    assert_ne!(own, text);
    let folder = folder.with("g.json", own);
    folder.check(
        &["ready", "g.json", "--today", "2026-11-24"],
        expect![[r#"
        the standards are used without clauses here, so there are no gates before an audit
        exit code 0
    "#]],
    );
    let csv = folder.stdout(&["ready", "g.json", "--today", "2026-11-24", "--format", "csv"]);
    assert_eq!(csv, "condition,verdict,reason,ids,text,place,low_cd,likely_cd,high_cd,waits_for\n");
}

#[test]
fn risks_lists_the_most_urgent_first() {
    let folder = software("risks");
    folder.check(&["risks", "s.json", "--today", "2026-11-24"], expect![[r#"
        Risk  What could happen                                 Today     Planned  State       Owner
        R-1   A phished password opens the cloud account        critical  medium   planned     Tom Hendriks
        R-2   Production and its copies are deleted together    high      medium   planned     Bram Kooi
        R-4   An association sees another one's tenants         high      medium   planned     Tom Hendriks
        R-15  Nobody sees an intrusion for weeks                high      medium   planned     Tom Hendriks
        R-6   The cloud region is down for more than a day      high      high     accepted    Noor Dekker
        R-5   A hole in a library is used before we have        high      medium   planned     Yusuf Aydin
              patched it
        R-7   Bram is away when only Bram knows                 high      medium   planned     Noor Dekker
        R-11  The text-message gateway loses our messages to    high      medium   planned     Ilse Vermeer
              others
        R-13  Real tenants in the staging environment           high      low      planned     Yusuf Aydin
        R-9   Support sends a file to the wrong association     high      medium   planned     Sanne Visser
        R-10  A key lies in the repository                      medium    low      acceptable  Tom Hendriks
        R-12  Somebody who left can still log in                medium    medium   acceptable  Ilse Vermeer
        R-3   A release wipes or mangles repair orders          medium    medium   acceptable  Tom Hendriks
        R-14  A flood of requests takes the planner down on a   medium    medium   acceptable  Bram Kooi
              storm night
        R-8   A laptop with tenants' data stays in the train    low       low      acceptable  Sanne Visser
        R-16  The water main in the street bursts               low       low      acceptable  Ilse Vermeer
        R-17  The new office in Ghent opens before anybody      -         -        draft       Joost van Dam
              looked at its door
            missing: what would happen, how likely, how bad

        17 risks, 9 open, 1 not evaluated yet, on 2026-11-24
        exit code 0
    "#]]);
    let csv = folder.stdout(&["risks", "s.json", "--today", "2026-11-24", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 18);
    folder.check(
        &["risks", "a.json", "--today", "2026-11-24"],
        expect![[r#"
        no risks yet
        exit code 0
    "#]],
    );
    folder.check(
        &["risks", "s.json", "--today", "2026-02-30"],
        expect![[r#"
        ! error[E-DATE]: --today: `2026-02-30` is not a date
        !   fix: write a day that exists as `2026-11-23`
        exit code 2
    "#]],
    );
}

#[test]
fn docs_says_how_far_documents_are() {
    let folder = Folder::new("docs");
    folder.stdout(&["new", "h.json", "--sample", "hospital"]);
    folder.check(&["docs", "h.json", "--today", "2026-11-24"], expect![[r#"
        State     Id                 Document or record  Owner               Version      Approved    Needed
        a draft   D.4.3              Scope of the ISMS   Dr. Katrin Albers   0.2          2026-10-08  from stage 1
            Waits for 4.3.
        approved  D.5.2e             Information         Dr. Katrin Albers   2021         2021-05-03  from stage 1
                                     security policy
            its review was due on 2024-05-03
        [63 lines]
                                     emergency plan,
                                     annex 6
        approved                     Restart order of    Prof. Dr. Lena      1.1          2026-04-13
                                     medicine            Hofmann

        3 of 19 are approved on 2026-11-24
        exit code 0
    "#]]);
    let csv = folder.stdout(&["docs", "h.json", "--today", "2026-11-24", "--format", "csv"]);
    assert!(csv.contains("\nD.4.3,Scope of the ISMS,4.3,stage_1,draft,"), "{csv}");
    let json = folder.stdout(&["docs", "h.json", "--today", "2026-11-24", "--format", "json"]);
    assert!(json.contains("\"overdue\": true"), "{json}");
}
