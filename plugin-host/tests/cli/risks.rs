//! `annexa risks` and its commands: what they print, what they write, and what they leave alone.

use crate::driver::{Folder, shown};
use annexa_core::samples::SAMPLES;
use expect_test::expect;

const DAY: [&str; 2] = ["--today", "2026-11-24"];

fn software(name: &str) -> Folder {
    let text = SAMPLES.iter().find(|sample| sample.name == "software").unwrap().text;
    Folder::new(name).with("s.json", text)
}

/// Runs on the day of the sample's story.
fn dated<'a>(args: &[&'a str]) -> Vec<&'a str> {
    [args, &DAY, &["--origin", "test"]].concat()
}

#[test]
fn the_matrix_shows_levels_counts_and_the_line() {
    let folder = software("matrix");
    folder.check(
        &[&["risks", "s.json", "--matrix"], &DAY[..]].concat(),
        expect![[r#"
        With the controls that run
                   minor       noticeable  serious     grave
        frequent   M          ┃H 1         C           C
                              ┗━━━━━━━━━━━┓
        likely     L 1         M 2        ┃H 4         C 1
                                          ┗━━━━━━━━━━━┓
        possible   L 1         M           M 2        ┃H 3
        rare       L           L           M          ┃H 1
        17 risks, 0 gone, 1 not evaluated yet

        What counts today
                   minor       noticeable  serious     grave
        frequent   M          ┃H 1         C           C
                              ┗━━━━━━━━━━━┓
        likely     L 1         M 2        ┃H 4         C 1
                                          ┗━━━━━━━━━━━┓
        possible   L 1         M           M 2        ┃H 3
        rare       L           L           M          ┃H 1
        17 risks, 0 gone, 1 not evaluated yet

        When all plans have succeeded
                   minor       noticeable  serious     grave
        frequent   M          ┃H           C           C
                              ┗━━━━━━━━━━━┓
        likely     L 1         M 3        ┃H           C
                                          ┗━━━━━━━━━━━┓
        possible   L 1         M 3         M 1        ┃H
        rare       L           L 2         M 4        ┃H 1
        17 risks, 0 gone, 1 not evaluated yet

        A number is how many risks stand in a cell.
        Acceptable by the criteria: L low, M medium. Beyond the line ━ ┃: H high, C critical.
        exit code 0
    "#]],
    );
    // A staircase with the line elsewhere, with long names, and with a line above everything.
    let criteria = folder.stdout(&["risks", "criteria", "s.json"]);
    assert!(criteria.contains("Who may accept a risk there"), "{criteria}");
    folder.stdout(&dated(&["risks", "criteria", "s.json", "--line", "low"]));
    folder.check(&["risks", "criteria", "s.json"], expect![[r#"
                   minor       noticeable  serious     grave
        frequent   M           H           C           C
                  ━━━━━━━━━━━━┓
        likely     L          ┃M           H           C
        possible   L          ┃M           M           H
                              ┗━━━━━━━━━━━┓
        rare       L           L          ┃M           H

        Acceptable by the criteria: L low. Beyond the line ━ ┃: M medium, H high, C critical.

        How likely  Written as  What it means
        rare        l1          less than once in ten years
        possible    l2          once in three to ten years
        likely      l3          once in one to three years
        frequent    l4          every year or oftener

        How bad     Written as  What it means
        minor       c1          a day of extra calls, no association complains in writing
        noticeable  c2          an association complains in writing, or two weeks of work are lost
        serious     c3          a report to the data protection authority, a lost customer, or up to 60,000
                                euros
        grave       c4          two big customers leave, or we cannot pay salaries for a quarter

        Level     Line                  Who may accept a risk there
        low       at or below the line  nobody has to
        medium    above the line        nobody
        high      above the line        managing director
        critical  above the line        nobody
        exit code 0
    "#]]);
    let top = folder.stdout(&dated(&["risks", "criteria", "s.json", "--line", "critical"]));
    assert!(top.contains("there is nothing beyond the line"), "{top}");
    folder.check(
        &["risks", "s.json", "--matrix", "--format", "csv"],
        expect![[r#"
            ! error: the argument `--matrix` cannot be used with `--format <FORMAT>`
            !
            ! Usage: annexa risks --matrix <FILE>
            !
            ! For more information, try `--help`.
            exit code 2
        "#]],
    );
    folder.check(&["risks", "a.json", "--matrix"], expect![[r#"
        no criteria yet; `annexa risks criteria FILE --default` sets the matrix that is offered ready
        exit code 0
    "#]]);
}

#[test]
fn a_risk_from_a_threat_to_its_acceptance() {
    let folder = software("risk_life");
    let add = ["risks", "add", "s.json", "--threat", "ma16", "--group", "G-1", "--owner", "Mira"];
    let judged = ["--likelihood", "likely", "--consequence", "c3", "--consequence", "a=grave"];
    folder.check(&dated(&[&add[..], &judged].concat()), expect![[r#"
        wrote s.json
        R-18 (r-bgsy7b59sc) Equipment malfunction or failure – Tenants' and repair data: critical, above the line; untreated
          usually: A server, disk or switch breaks, and what ran on it stops or is damaged. Say with `--event` what would happen to you.
          `annexa catalog MA16` shows the controls that help
        exit code 0
    "#]]);
    let decide = ["risks", "decide", "s.json", "r-18", "--option", "modify"];
    folder.check(&dated(&decide), expect![[r#"
        wrote s.json
        R-18 (r-bgsy7b59sc) Equipment malfunction or failure – Tenants' and repair data: critical, above the line; untreated
          modify: when the plan is done it is critical, above the line
          not decided yet: a chosen control, or an action that serves the risk, needs an owner and a day
          nothing says what will be left; say it with `--residual-likelihood` and `--residual-consequence`
        exit code 0
    "#]]);
    let treat = ["--controls", "A.8.13,A.5.30", "--residual-likelihood", "rare"];
    let treat = [&decide[..], &treat, &["--residual-consequence", "a=noticeable"]].concat();
    folder.check(&dated(&treat), expect![[r#"
        wrote s.json
        R-18 (r-bgsy7b59sc) Equipment malfunction or failure – Tenants' and repair data: critical, above the line; planned
          modify: when the plan is done it is medium, at or below the line
        exit code 0
    "#]]);
    let before = folder.read("s.json");
    folder.check(&dated(&treat), expect![[r#"
        nothing changes; s.json stays as it is
        R-18 (r-bgsy7b59sc) Equipment malfunction or failure – Tenants' and repair data: critical, above the line; planned
          modify: when the plan is done it is medium, at or below the line
        exit code 0
    "#]]);
    assert_eq!(folder.read("s.json"), before);
    folder.check(&dated(&["risks", "approve", "s.json", "--owner", "Mira"]), expect![[r#"
        wrote s.json
        R-18 (r-bgsy7b59sc) Equipment malfunction or failure – Tenants' and repair data: critical, above the line; planned
        1 risk approved by Mira: plan and what is left
        exit code 0
    "#]]);
    folder.check(
        &dated(&["risks", "approve", "s.json", "--owner", "Mira"]),
        expect![[r#"
        nothing changes; s.json stays as it is
        Mira answers for no decided risk that is not approved already
        exit code 0
    "#]],
    );
    folder.check(
        &dated(&["risks", "approve", "s.json", "--owner", "Mira", "R-1", "R-18", "R-99"]),
        expect![[r#"
            ! error[E-UNKNOWN-ID]: s.json: RISK: `R-99` is no entry of `risks`
            !   fix: see the register for what it holds
            ! error[E-APPROVE]: s.json: risks/R-1: the risk has another owner
            !   fix: let its owner approve
            exit code 2
        "#]],
    );
    let accept = ["risks", "accept", "s.json", "R-18", "--by", "Noor Dekker", "--role"];
    folder.check(&dated(&[&accept[..], &["clerk"]].concat()), expect![[r#"
        ! error[E-MISSING]: s.json: risks/R-18/acceptance/until: above the line an acceptance ends on a day
        !   fix: give the last day
        ! error[E-ACCEPT]: s.json: risks/R-18/acceptance: this role may not accept a risk at this level
        !   fix: see the criteria for who may
        exit code 2
    "#]]);
    let may = [&accept[..], &["Managing director", "--until", "2027-05-31", "--level", "high"]];
    folder.check(
        &dated(&may.concat()),
        expect![[r#"
        ! error[E-ACCEPT]: s.json: risks/R-18/acceptance: the risk is higher than what is accepted
        !   fix: accept its level
        exit code 2
    "#]],
    );
    folder.stdout(&["fmt", "--check", "s.json"]);
}

/// A label that stands twice names nobody; the form in which it is shown does.
#[test]
fn two_equal_labels_are_told_apart() {
    let text = SAMPLES[0].text.replace("\"label\": \"R-2\"", "\"label\": \"R-1\"");
    let folder = Folder::new("risk_labels").with("s.json", text);
    folder.check(&dated(&["risks", "decide", "s.json", "R-1", "--why", "a"]), expect![[r#"
        ! error[E-UNKNOWN-ID]: s.json: RISK: the label `R-1` stands several times: R-1~k5x0, R-1~v1hx
        !   fix: write the one that is meant as it stands here, or its id
        exit code 2
    "#]]);
}

#[test]
fn criteria_are_shown_before_they_are_set() {
    let folder = software("criteria");
    let before = folder.read("s.json");
    let preview = ["risks", "criteria", "s.json", "--set", "3x3", "--preview"];
    folder.check(&dated(&preview), expect![[r#"
        what would change; nothing was written

                   minor       noticeable  grave
        frequent   M           H           H
                  ━━━━━━━━━━━━┓
        possible   L          ┃M           H
        [30 lines]
              more than a day
        R-15  Nobody sees an intrusion for    high → -       medium → -       not readable
              weeks

        17 risks, on 2026-11-24: 5 above the line that were not, 0 no longer above it, 6 not readable any more
        a step goes that risks use: say which one stands for it, with `--map OLD=NEW` for each
        exit code 0
    "#]]);
    let mapped = [&preview[..], &["--map", "l4=l3", "--map", "c4=c3"]].concat();
    let table = folder.stdout(&dated(&[&mapped[..], &["--format", "csv"]].concat()));
    assert!(table.lines().count() == 18, "{table}");
    assert_eq!(folder.read("s.json"), before);
    let mapped: Vec<&str> = mapped.iter().copied().filter(|it| *it != "--preview").collect();
    folder.check(&dated(&mapped), expect![[r#"
        wrote s.json

                   minor       noticeable  grave
        frequent   M           H           H
                  ━━━━━━━━━━━━┓
        possible   L          ┃M           H
        [29 lines]
        R-6   The cloud region is down for   high → medium    high → medium    another level
              more than a day
        R-15  Nobody sees an intrusion for   high             medium → high    when the plan is done: comes
              weeks                                                            above the line

        17 risks, on 2026-11-24: 5 above the line that were not, 0 no longer above it, 0 not readable any more
        exit code 0
    "#]]);
    let risks = folder.stdout(&[&["risks", "s.json"], &DAY[..]].concat());
    assert!(risks.contains("1 not evaluated yet"), "{risks}");
    // The first criteria of an assessment.
    folder.check(&["risks", "criteria", "a.json"], expect![[r#"
        no criteria yet; `annexa risks criteria FILE --default` sets the matrix that is offered ready
        exit code 0
    "#]]);
    folder.check(
        &dated(&["risks", "criteria", "a.json", "--default"]),
        expect![[r#"
        wrote a.json

                   minor       noticeable  serious     grave
        frequent   M           H           C           C
                  ━━━━━━━━━━━━┓
        likely     L          ┃M           H           C
        possible   L          ┃M           M           H
                              ┗━━━━━━━━━━━┓
        rare       L           L          ┃M           H

        Acceptable by the criteria: L low. Beyond the line ━ ┃: M medium, H high, C critical.
        exit code 0
    "#]],
    );
    let own = r#"{"likelihood": [], "levels": 7}"#;
    let folder = folder.with("own.json", own);
    folder.check(
        &["risks", "criteria", "a.json", "--file", "own.json"],
        expect![[r#"
        ! error[E-MISSING]: own.json: likelihood: the field `likelihood` says nothing
        !   fix: fill it in
        ! error[E-MISSING]: own.json: consequence: the field `consequence` is missing
        !   fix: add it
        ! error[E-TYPE]: own.json: levels: here stands a number
        !   fix: write a list
        ! error[E-MISSING]: own.json: matrix: the field `matrix` is missing
        !   fix: add it
        ! error[E-MISSING]: own.json: accept_up_to: the field `accept_up_to` is missing
        !   fix: add it
        exit code 2
    "#]],
    );
}

/// A change goes to where it is asked for, and what is printed with it to the other stream.
#[test]
fn a_change_is_written_elsewhere() {
    let folder = software("risk_elsewhere");
    let before = folder.read("s.json");
    let add = ["risks", "add", "s.json", "--title", "A leak", "--output"];
    folder.check(&dated(&[&add[..], &["b.json"]].concat()), expect![[r#"
        wrote b.json
        R-18 (r-bgsy7b59sc) A leak: cannot be evaluated yet; missing: what would happen, how likely, how bad
        exit code 0
    "#]]);
    assert_eq!(folder.read("s.json"), before);
    let to_stream = folder.run(&dated(&[&add[..], &["-"]].concat()));
    assert_eq!(to_stream.stdout, folder.read("b.json"));
    let text = std::str::from_utf8(&before).unwrap();
    let piped = folder.run_with(&dated(&["risks", "add", "-", "--title", "A leak"]), text);
    assert_eq!(shown(&piped), shown(&to_stream));
    assert!(String::from_utf8(piped.stderr).unwrap().starts_with("note: R-18 (r-"));
    folder.check(
        &dated(&["risks", "add", "s.json", "--title", "A leak", "--format", "csv"]),
        expect![[r#"
        register,id,label,title,state,exposure,planned,above_line
        risks,r-bgsy7b59sc,R-18,A leak,draft,,,
        exit code 0
    "#]],
    );
    assert_eq!(folder.read("s.json"), folder.read("b.json"));
    let none = ["risks", "add", "s.json", "--title", "", "--format", "json"];
    assert_eq!(folder.run(&none).status.code(), Some(2));
}
