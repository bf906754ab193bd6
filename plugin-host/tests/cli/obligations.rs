//! `annexa obligations` and its commands.

use crate::driver::Folder;
use annexa_core::samples::SAMPLES;
use expect_test::expect;

const DAY: [&str; 2] = ["--today", "2026-11-24"];

#[test]
fn obligations() {
    let folder = Folder::new("obligations").with("s.json", SAMPLES[0].text);
    folder.check(
        &["obligations", "a.json"],
        expect![[r#"
        no obligations yet
        exit code 0
    "#]],
    );
    folder.check(&[&["obligations", "s.json"], &DAY[..]].concat(), expect![[r#"
        Obligation  Kind             What binds           What follows from   Binds            Owner
                                                          it
        O-1         law              General Data         4.2, A.5.24,        now              Ilse Vermeer
                                     Protection           A.5.26, A.5.31,
                                     Regulation and the   A.5.34, A.8.10,
                                     Dutch act that       A.8.13, A.8.24
                                     carries it out
            European law on data protection with its Dutch act: processors, security, breaches
        O-2         law              Bookkeeping duties   A.5.33              now              Noor Dekker
                                     of a Dutch company
            Dutch tax law, on keeping books
        O-3         contract         Framework contract   9.2.1, A.5.24,      now              Noor Dekker
                                     with Woonkracht      A.6.1, A.8.29,
                                     Midden and           A.8.5
                                     Stadsherstel Oost
            Contract 2024-117, annex on information security, in its version of March 2026
        O-4         customer demand  Tender of the        A.5.21, A.8.8       from 2027-07-01  Joost van Dam
                                     purchasing group of
                                     nineteen
                                     associations
            Announcement of 14 September 2026, selection criteria 3 and 4
        O-5         contract         Insurance against    A.8.13, A.8.5,      now              Noor Dekker
                                     cyber incidents      A.8.8
            Policy CY-88213, conditions of 2026

        5 obligations on 2026-11-24, 1 upcoming, 0 ended
        exit code 0
    "#]]);
    let csv = folder.stdout(&[&["obligations", "s.json", "--format", "csv"], &DAY[..]].concat());
    assert!(csv.starts_with("id,label,kind,title,binds,source,demands,controls,items,explicit,"));
    let add = ["obligations", "add", "s.json", "--kind", "law", "--title", "NIS2", "--origin", "x"];
    let more = ["--controls", "a.5.24, A.8.8", "--items", "4.2", "--since", "2027-01-01"];
    folder.check(
        &[&add[..], &more, &DAY].concat(),
        expect![[r#"
        wrote s.json
        O-6 (o-2dgk17g9td) NIS2: binds from 2027-01-01
        exit code 0
    "#]],
    );
    let before = folder.read("s.json");
    let bad = ["--controls", "A.5.99", "--items", "A.5.1", "--since", "2027-02-30"];
    folder.check(
        &[&add[..], &bad].concat(),
        expect![[r#"
        ! error[E-UNKNOWN-ID]: s.json: --controls: `A.5.99` is no control
        !   fix: write the id of a control such as `A.5.1`, or the label of one of your own
        ! error[E-UNKNOWN-ID]: s.json: --items: `A.5.1` is no requirement
        !   fix: write the id of a requirement such as `6.1.2`
        ! error[E-DATE]: s.json: --since: `2027-02-30` is not a date
        !   fix: write a day that exists as `2026-11-23`
        exit code 2
    "#]],
    );
    folder.check(
        &["obligations", "remove", "s.json", "O-2"],
        expect![[r#"
        ! error[E-REFERENCED]: s.json: answers/A.5.33/inclusion: here stands a reference to `O-2`
        !   fix: remove it first, or delete the entry together with what refers to it
        exit code 2
    "#]],
    );
    folder.check(
        &["obligations", "remove", "s.json", "O-99"],
        expect![[r#"
        ! error[E-UNKNOWN-ID]: s.json: OBLIGATION: `O-99` is no entry of `obligations`
        !   fix: see the register for what it holds
        exit code 2
    "#]],
    );
    assert_eq!(folder.read("s.json"), before);
    folder.check(
        &["obligations", "remove", "s.json", "O-6"],
        expect![[r#"
        wrote s.json
        removed NIS2 (o-2dgk17g9td)
        exit code 0
    "#]],
    );
    let remove = ["obligations", "remove", "s.json", "O-2", "--cascade", "--format", "csv"];
    folder.check(
        &[&remove[..], &DAY].concat(),
        expect![[r#"
        register,id,label,title,state,exposure,planned,above_line
        obligations,o-edexw65ytf,,,,,,
        exit code 0
    "#]],
    );
    folder.stdout(&["fmt", "--check", "s.json"]);
}
