//! `annexa snapshot`, `annexa diff`, `annexa measures`, and what they refuse.

use crate::driver::Folder;
use annexa_core::samples::SAMPLES;
use expect_test::expect;

const DAY: [&str; 2] = ["--today", "2026-11-24"];

#[test]
fn a_state_is_kept_and_taken_away() {
    let folder = Folder::new("history");
    let take = ["snapshot", "take", "a.json", "--name", "First", "--origin", "x"];
    folder.check(&["snapshot", "a.json"], expect![[r#"
        nothing was kept yet; `annexa snapshot take FILE --name NAME` keeps the assessment as it is, to compare with later
        exit code 0
    "#]]);
    folder.check(
        &[&take[..], &["--note", "why", "--on", "2026-11-01"], &DAY].concat(),
        expect![[r#"
            wrote a.json
            kept First (s-sfghgcpx21), the state of 2026-11-01
            exit code 0
        "#]],
    );
    folder.check(
        &["snapshot", "list", "a.json"],
        expect![[r#"
        Day         Name   Id            Items  Risks
        2026-11-01  First  s-sfghgcpx21      6      0
            why

        1 state is kept
        exit code 0
    "#]],
    );
    let before = folder.read("a.json");
    folder.check(
        &[&take[..], &["--on", "2026-11-25"], &DAY].concat(),
        expect![[r#"
        ! error[E-SNAPSHOT]: a.json: 2026-11-25 is still to come; today is 2026-11-24
        !   fix: keep the state of today or of an earlier day
        exit code 2
    "#]],
    );
    folder.check(
        &[&["snapshot", "remove", "a.json", "Second"], &DAY[..]].concat(),
        expect![[r#"
        ! error[E-UNKNOWN-ID]: a.json: `Second` is no entry of `snapshots`
        !   fix: see the register for what it holds
        exit code 2
    "#]],
    );
    folder.check(
        &["diff", "a.json", "--from", "Second"],
        expect![[r#"
        ! error[E-UNKNOWN-ID]: --from: `Second` is no entry of `snapshots`
        !   fix: see the register for what it holds
        exit code 2
    "#]],
    );
    assert_eq!(folder.read("a.json"), before);
    folder.check(&[&["diff", "a.json"], &DAY[..]].concat(), expect![[r#"
        First, 2026-11-01 → a.json, 2026-11-24
        0 better, 0 worse. 0 conditions of the gates opened. Risks: 0 lower, 0 higher, 0 added, 0 removed.
        exit code 0
    "#]]);
    folder.check(
        &[&["snapshot", "remove", "a.json", "First"], &DAY[..]].concat(),
        expect![[r#"
        wrote a.json
        took away First
        exit code 0
    "#]],
    );
    folder.check(
        &[&["diff", "a.json"], &DAY[..]].concat(),
        expect![[r#"
        ! error[E-SNAPSHOT]: a.json: no state of this assessment was kept up to this day
        !   fix: keep one with `annexa snapshot take`, or name a second file
        exit code 2
    "#]],
    );
}

#[test]
fn a_sample_tells_a_story() {
    let folder = Folder::new("history-sample").with("s.json", SAMPLES[2].text);
    folder.check(
        &["snapshot", "s.json"],
        expect![[r#"
        Day         Name                         Id            Items  Risks
        2026-05-29  Before the internal audit    s-d5sv3qy6ys    109     18
            What we believed of ourselves before anybody came with a list.
        2026-07-10  After the management review  s-ee5k9vfn1r    121     19
            With the findings of June in the register.

        2 states are kept
        exit code 0
    "#]],
    );
    folder.check(&[&["diff", "s.json"], &DAY[..]].concat(), expect![[r#"
        After the management review, 2026-07-10 → s.json, 2026-11-24
        22 better, 3 worse, 4 now known. 3 conditions of the gates opened. Risks: 3 lower, 0 higher, 1 added, 0 removed.

        What       Id            Title                          In              Then and now
        worse      A.5.11        Return of assets               finding         – → minor nonconformity
        worse      A.7.2         Physical entry                 implementation  implemented → partly
        [103 lines]
        Performance evaluation       100.00 %  100.00 %     +0.00 %
        Improvement                   50.00 %  100.00 %    +50.00 %
        Organizational                90.28 %   98.65 %     +8.37 %
        People                        93.75 %  100.00 %     +6.25 %
        Physical                      96.43 %   96.43 %     +0.00 %
        Technological                 89.06 %   96.97 %     +7.91 %
        exit code 0
    "#]]);
    folder.check(&[&["measures", "s.json"], &DAY[..]].concat(), expect![[r#"
        Id   Measure                          Figure                          Watched by
        M01  Coverage                         100 %
            That somebody has looked says nothing of what was found.
        M02  Conformity of the requirements   100 %
            It rests on your own answers, and the requirements that nobody looked at are not in it.
        M03  Conformity of the controls       97.83 %
            A control that is in place may still miss what it was meant for.
        M04  Controls decided                 100 %
            It does not say whether the decision was a good one.
        M05  Risks that can be evaluated      100 %
            Risks that nobody has thought of are in neither number.
        M06  Open risks by level              low: 0, medium: 4, high: 4,
                                              critical: 0
            Ten small risks are not one large one; never add these numbers up to an amount of risk.
        M07  High risks with owner and        100 %
             decision
            A decision lowers nothing before somebody has carried it out.
        M08  Plan on time                     100 %                           Ivana Dvořáková, every month
            On time says nothing about effect, and a date that was moved looks punctual.
        M09  Overdue actions                  actions: 0, the latest: no
                                              figure
            An action without a date is never late.
        M10  Acceptances that end             0
            It does not say whether the reasons for accepting still hold before that day.
        M11  Reviews in time                  100 %                           Martin Kolář, every 6 months
            A date is quickly set; nobody sees here how carefully somebody looked.
        M12  Fresh evidence                   99.24 %
            Fresh evidence may show the wrong thing, and evidence without a date is in neither number.
        M13  Open nonconformities             minor: 1, major: 0, open for:   Ivana Dvořáková, every month
                                              63 days
            Few may mean that little is wrong, or that nobody looks.
        M14  Corrective actions found         100 %                           Ivana Dvořáková, every 6
             effective                                                        months
            Where nobody has checked, nothing is known; those are in neither number.
        exit code 0
    "#]]);
    folder.check(&[&["explain", "s.json", "m08"], &DAY[..]].concat(), expect![[r#"
        M08 Plan on time: 100 %

        9 / 9 = 10,000 bp
        Of the actions that are due by today: those that were done on the day they were due or before. On
        time says nothing about effect, and a date that was moved looks punctual.

        Input   Value                     Where it stands
        counts  T-2, 2026-09-30: counts   actions/t-0qn8epk4ny
        counts  T-15, 2026-07-31: counts  actions/t-5w6dvxh6p6
        counts  T-16, 2026-08-31: counts  actions/t-68zmksb9bf
        counts  T-13, 2026-10-31: counts  actions/t-79azv009jg
        counts  T-7, 2026-10-16: counts   actions/t-8z0teaf8gz
        counts  T-17, 2026-08-31: counts  actions/t-91jyztas46
        counts  T-8, 2026-09-30: counts   actions/t-jqvtc0b4m5
        counts  T-9, 2026-08-31: counts   actions/t-ptmaa07473
        counts  T-5, 2026-10-30: counts   actions/t-wygy1995xr
        exit code 0
    "#]]);
    let csv =
        folder.stdout(&[&["measures", "s.json", "--trend", "--format", "csv"], &DAY[..]].concat());
    assert!(csv.starts_with("on,name,key,part,value\n"), "{csv}");
    let trend = folder.stdout(&[&["measures", "s.json", "--trend"], &DAY[..]].concat());
    assert!(trend.contains("M08"), "{trend}");
}

#[test]
fn two_files_are_compared_and_what_is_swapped_is_said() {
    let folder =
        Folder::new("history-two").with("s.json", SAMPLES[0].text).with("m.json", SAMPLES[2].text);
    let json = |files: [&str; 2]| {
        folder.stdout(&[&["diff"], &files[..], &["--format", "json"], &DAY].concat())
    };
    let (there, back) = (json(["s.json", "m.json"]), json(["m.json", "s.json"]));
    assert!(there.contains("other_lineage"), "{there}");
    let count = |text: &str, class: &str| text.matches(&format!("\"class\": \"{class}\"")).count();
    for (class, other) in
        [("better", "worse"), ("now_known", "no_longer_known"), ("added", "removed")]
    {
        assert_eq!(count(&there, class), count(&back, other), "{class}");
    }
    assert!(count(&there, "better") > 0);
    let csv = folder.stdout(&[&["diff", "s.json", "m.json", "--format", "csv"], &DAY[..]].concat());
    assert!(csv.starts_with("class,subject,id,label,title,made_from,from,to\n"), "{csv}");
}

#[test]
fn a_measure_is_chosen() {
    let folder = Folder::new("history-watch");
    let watch = ["measures", "watch", "a.json", "M07", "--owner", "Mara", "--every", "3"];
    folder.check(
        &[&watch[..], &DAY].concat(),
        expect![[r#"
        wrote a.json
        M07 High risks with owner and decision: watched for 9.1
        exit code 0
    "#]],
    );
    folder.check(
        &[&["measures", "unwatch", "a.json", "M08"], &DAY[..]].concat(),
        expect![[r#"
        ! error[E-UNKNOWN-ID]: a.json: `M08` is no entry of `measures`
        !   fix: see the register for what it holds
        exit code 2
    "#]],
    );
    folder.check(
        &[&["measures", "unwatch", "a.json", "M07"], &DAY[..]].concat(),
        expect![[r#"
        wrote a.json
        M07 is not watched any more
        exit code 0
    "#]],
    );
}
