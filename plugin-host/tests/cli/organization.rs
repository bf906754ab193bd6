//! `annexa context` and `annexa choose`: the organization, and which standard it needs.

use crate::driver::{Folder, shown};
use annexa_core::samples::SAMPLES;
use expect_test::expect;

const DAY: [&str; 2] = ["--today", "2026-11-24"];

#[test]
fn answers_suggest_and_a_person_decides() {
    let folder = Folder::new("context").with("s.json", SAMPLES[0].text);
    folder.check(&["context", "s.json"], expect![[r#"
        Mode: get certified. You go for a certificate. What blocks stage 1 and stage 2 is shown first;
        clauses and controls are asked for what a gate still lacks.

        Question          What is asked                              Answer
        people            How many people work in the scope?         12
        it                Who runs your IT?                          mostly cloud services, no server room
        sector            How much is your sector regulated?         we are not, but our customers are
        start             What is in place today?                    usual practice, hardly anything written
        sites             How many sites are in the scope?           1
        suppliers         How many suppliers matter to your          14
                          security?
        systems           How many systems are in the scope?         22
        premises          Do you have premises?                      rented
        remote            Do people work away from the premises?     some do, or sometimes
        development       Do you develop software, or have it        yes, with our own people
                          developed?
        cloud_services    Do you use cloud services?                 yes
        personal_data     Do you process personal data?              yes
        ot                Do you run operational technology:         no
                          machines, building control, medical
                          devices?
        certificate       Is a certificate wanted or demanded?       it is demanded of us
        isms              Is there a management system for           yes, not certified
                          information security already?
        capacity_cd_week  How many days of work a week can you find  4 days, written as 400
                          for this?

        What the answers suggest
        You develop with your own people only. Consider excluding the supervision of outside developers,
        until the first one writes a line for you.
          A.8.30 Outsourced development: accepted, and excluded
        exit code 0
    "#]]);
    let before = folder.read("a.json");
    folder.check(
        &[
            "context",
            "a.json",
            "--set",
            "people=0",
            "--set",
            "it=mine",
            "--set",
            "colour=red",
            "--accept",
            "A.9.9",
        ],
        expect![[r#"
            ! error[E-RANGE]: a.json: --set: `0` is out of range
            !   fix: write a whole number from 1 to 1000000
            ! error[E-VALUE]: a.json: --set: `mine` is not a value of this field
            !   fix: write one of `own`, `cloud`, `provider`
            ! error[E-VALUE]: a.json: --set: `colour` is not a value of this field
            !   fix: write one of `people`, `it`, `sector`, `start`, `sites`, `suppliers`, `systems`, `premises`, `remote`, `development`, `cloud_services`, `personal_data`, `ot`, `certificate`, `isms`, `capacity_cd_week`
            ! error[E-UNKNOWN-ID]: a.json: --accept: `A.9.9` is no control
            !   fix: write the id of a control such as `A.5.1`, or the label of one of your own
            exit code 2
        "#]],
    );
    folder.check(
        &["context", "a.json", "--accept", "A.8.30"],
        expect![[r#"
        ! error[E-SUGGESTION]: a.json: --accept: the answers do not suggest to exclude `A.8.30`
        !   fix: see the suggestions for what may be decided, or exclude it by its own answer
        exit code 2
    "#]],
    );
    assert_eq!(folder.read("a.json"), before);
    let set = [
        "context",
        "a.json",
        "--set",
        "people=12",
        "--set",
        "development=own",
        "--set",
        "it=cloud",
    ];
    let written = folder.stdout(&[&set[..], &DAY].concat());
    assert!(written.starts_with("wrote a.json\n"), "{written}");
    assert!(written.contains("A.8.30 Outsourced development: open"), "{written}");
    let accept = ["context", "a.json", "--accept", "A.8.30", "--why", "Nobody else writes a line."];
    let accepted = folder.stdout(&[&accept[..], &DAY].concat());
    assert!(accepted.contains("A.8.30 Outsourced development: accepted"), "{accepted}");
    let soa = folder.stdout(&["soa", "a.json"]);
    assert!(soa.contains("Nobody else writes"), "{soa}");
    let csv = folder.stdout(&["context", "a.json", "--set", "people=", "--format", "csv"]);
    assert!(
        csv.starts_with(
            "kind,id,text,answer,decision\nquestion,people,How many people work in the scope?,,\n"
        ),
        "{csv}"
    );
    folder.stdout(&["fmt", "--check", "a.json"]);
}

#[test]
fn the_chooser_names_answers_and_costs() {
    let folder = Folder::new("choose");
    folder.check(&["choose"], expect![[r#"
        No recommendation yet: every question is still open. One answer is enough to begin with; the first two decide most.
        Answer with `--yes` and `--no`, or begin with `--start`; in a terminal the questions are asked.
        exit code 0
    "#]]);
    folder.check(
        &["choose", "--yes", "certificate_demanded,isms_exists", "--no", "isms_exists"],
        expect![[r#"
            ! error[E-VALUE]: arguments: --yes: `isms_exists` is answered with yes and with no
            !   fix: keep one of the two
            exit code 2
        "#]],
    );
    let choose = ["choose", "--yes", "certificate_demanded", "--set", "people=12"];
    let plain = folder.stdout(&choose);
    assert!(plain.contains("a certificate is demanded of you"), "{plain}");
    assert!(!plain.contains("EUR"), "{plain}");
    let money = ["--day-rate", "800", "--bought-day-rate", "1400", "--currency", "EUR"];
    folder.check(&[&choose[..], &money].concat(), expect![[r#"
        ISO/IEC 27001 with a certificate as the aim. Clauses 4 to 10 are requirements, and an auditor will
        ask for each of them; which controls you need follows from your risks.

        What led there
        - a certificate is demanded of you

        [48 lines]
        - Auditing all 93 controls in depth every year: about 4 days more, and 4 each year. Enough is: a
          sample by risk, and everything once in three years.
        - Signatures, forms and a system of its own for documents: about 4 days more, and 1.5 each year.
          Enough is: the file store that you have, with versions.
        - The whole group in the first scope. Enough is: one service first; the scope is widened at a
          surveillance audit.
        exit code 0
    "#]]);
    let csv = folder.stdout(&[&choose[..], &["--format", "csv"]].concat());
    assert!(csv.starts_with("part,text\nrecommendation,"), "{csv}");
    // What is piped is no terminal: nobody is asked.
    assert_eq!(shown(&folder.run_with(&["choose"], "y\ny\n")), shown(&folder.run(&["choose"])));
}
