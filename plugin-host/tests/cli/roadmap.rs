//! `annexa roadmap`, and what explains it.

use crate::driver::{Folder, shown};
use expect_test::expect;

const DAY: [&str; 2] = ["--today", "2026-11-24"];

fn software(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.stdout(&["new", "s.json", "--sample", "software"]);
    folder
}

fn with_day<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &DAY].concat()
}

#[test]
fn the_roadmap_in_three_forms() {
    let folder = software("roadmap");
    let asked = with_day(&["roadmap", "s.json", "--capacity", "2.5", "--rate", "600", "EUR"]);
    folder.check(&asked, expect![[r#"
        71 steps, 48 to 103 days, likely 66.
        1 step opens stage 1 and takes 0 to 0.5 days.

        No  Phase              What belongs there                     Steps        Days  Likely
         1  Foundation         context, roles, method                     7    1.5 to 4       2
         2  Decide             risks, treatment, objectives               3    0.5 to 2       1
        [297 lines]
        The likely days add up. The range is narrower than the sum of all ranges because not everything goes
        wrong at once, and wider than pure chance because the same people do it all.
        What 1 step takes nobody knows: it counts nothing.
        Older equipment widens the range further than shown; where you know better, set your own days.
        These figures are a starting point for a plan and no benchmark: little has been published about days
        that were really spent, and most of it by sellers.
        exit code 0
    "#]]);
    let json = folder.stdout(&[asked.as_slice(), &["--format", "json"]].concat());
    assert!(json.contains("\"format\": \"annexa-roadmap\""), "{json}");
    assert!(json.contains("\"capacity_cd_week\": 250"), "{json}");
    assert!(json.contains("\"currency\": \"EUR\""), "{json}");
    let csv = folder.stdout(&[asked.as_slice(), &["--format", "csv"]].concat());
    assert!(csv.starts_with("position,kind,id,label,title,phase,owner,due,low_cd,"), "{csv}");
    assert_eq!(csv.lines().count(), 72);
    // Without a rate nobody speaks of money.
    let plain = folder.stdout(&with_day(&["roadmap", "s.json", "--format", "json"]));
    assert!(!plain.contains("amount") && !plain.contains("EUR"), "{plain}");
}

#[test]
fn what_cannot_be_reckoned_with_is_refused() {
    let folder = software("roadmap-refused");
    for capacity in ["0", "-1", "0.00", "x", "1.234", "2001", ""] {
        let told = shown(&folder.run(&["roadmap", "s.json", "--capacity", capacity]));
        assert!(told.contains("E-VALUE") && told.contains("exit code 2"), "{capacity}: {told}");
    }
    for money in ["0", "x", "1.5"] {
        let told = shown(&folder.run(&["roadmap", "s.json", "--rate", money, "EUR"]));
        assert!(told.contains("E-VALUE") && told.contains("exit code 2"), "{money}: {told}");
    }
}

#[test]
fn a_position_explains_itself() {
    let folder = software("roadmap-explain");
    folder.check(&with_day(&["explain", "s.json", "roadmap:D.6.2"]), expect![[r#"
        roadmap:D.6.2 Information security objectives: position 9 of 71. It blocks stage 1: S1-DOCS. It waits for 6.2.

        4000 + 0 + 0 + 1000 + 0 = 5,000. 6.3 comes after it because less comes of it and of what waits for
        it.
        Of the steps that wait for nothing any more, always the first by phase, by the largest priority
        among it and what waits for it, by its own, by the effort if things go badly, by kind, and by the
        order of the catalogue or of labels. Priority is a convention for sorting and no amount of risk.

        Input                 Value                                                          Where it stands
        phase                 It belongs to phase 2, Decide.                                 documents/D.6.2
        part of its priority  what it opens: 1,000 × 4 = 4,000                               documents/D.6.2
        part of its priority  what it does about risk: 0 × 3 = 0                             documents/D.6.2
        part of its priority  what it does for other frameworks: 0 × 1 = 0                   documents/D.6.2
        part of its priority  how little it takes: 1,000 × 1 = 1,000                         documents/D.6.2
        part of its priority  how soon it is due: 0 × 1 = 0                                  documents/D.6.2
        condition             S1-DOCS                                                        S1-DOCS
        waits for             6.2: One page, renewed with the management review              answers/6.2
        effort                Class XS is 50 hundredths of a day, growing hardly with        effort/D.6.2
                              anything: × 78.40 % with size, × 78.40 % with IT, × 86.24 %
                              with the sector, × 43.12 % with what is left to do.
        days                  0 to 0.5                                                       effort/D.6.2
        exit code 0
    "#]]);
    folder.check(&with_day(&["explain", "s.json", "roadmap"]), expect![[r#"
        roadmap everything that is to be done: 71 steps, 48 to 103 days, likely 66.

        4,821 to 10,203 hundredths of a person-day, likely 6,618. Likely values add up; the ends are the
        root of three quarters of the sum of the squares and a quarter of the square of the sum of what each
        may be off.
        A step counts its row of the model, or what a person reckons with; what an action says that it takes
        stands for what it brings about; deciding and correcting are counted where they belong. Nothing is
        counted twice.

        Input       Value                                                                    Where it stands
        phase       Foundation: 7 steps, 1.5 to 4 days, likely 2.                            roadmap
        phase       Decide: 3 steps, 0.5 to 2 days, likely 1.                                roadmap
        phase       Build: 44 steps, 37 to 81 days, likely 52.                               roadmap
        phase       Operate: 7 steps, 3.5 to 9.5 days, likely 5.5.                           roadmap
        phase       Check and improve: 10 steps, 3.5 to 9 days, likely 5.5.                  roadmap
        weeks       5.8 to 7.6 months until an auditor could come for stage 2, likely 6.5,   context
                    with 4 days of work in a week.
        weeks       What decides is the three months of records that an auditor wants to     context
                    see.
        weeks       One day more in each week would bring it to 6 months.                    context
        assumption  Reckoned for 12 people in the scope, and with one's own work only:       context
                    purchases and the days of others are not in it.
        assumption  The likely days add up. The range is narrower than the sum of all        context
                    ranges because not everything goes wrong at once, and wider than pure
                    chance because the same people do it all.
        assumption  What 1 step takes nobody knows: it counts nothing.                       context
        assumption  Older equipment widens the range further than shown; where you know      context
                    better, set your own days.
        assumption  These figures are a starting point for a plan and no benchmark: little   context
                    has been published about days that were really spent, and most of it by
                    sellers.
        exit code 0
    "#]]);
    folder.check(&with_day(&["explain", "s.json", "over:A.8.16"]), expect![[r#"
        over:A.8.16 Monitoring activities: nothing to simplify is known

        Something strong calls for it.
        Strong are an obligation, a risk that relies on the control, and a risk above the line that it
        treats; weak are other risks that it treats, and legal, contractual or business reasons. Nothing is
        said while fewer than twelve risks are evaluated.

        Input             Value                                                              Where it stands
        looked for        No obligation asks for it.                                         answers/A.8.16
        looked for        No assessment of a risk relies on it.                              answers/A.8.16
        looked for        It treats a risk that is or was above the line, or is not          answers/A.8.16
                          evaluated.
        looked for        It treats no other risk.                                           answers/A.8.16
        looked for        No legal, contractual or business reason is stated.                answers/A.8.16
        usually overdone  Collecting every log and watching around the clock without a       answers/A.8.16
                          reason: about 17.5 days more, and 53 each year. Enough is: logs
                          that answer a question, and a managed service for the rest.
        exit code 0
    "#]]);
    folder.check(
        &with_day(&["explain", "s.json", "over"]),
        expect![[r#"
        14 controls take little and have no driver; leave them.
        exit code 0
    "#]],
    );
    folder.check(
        &with_day(&["explain", "s.json", "roadmap:5.1"]),
        expect![[r#"
        ! error[E-UNKNOWN-ID]: KEY: `5.1` is no step of the roadmap
        !   fix: see `annexa roadmap FILE`; what is finished is no step any more
        exit code 2
    "#]],
    );
}

#[test]
fn nothing_to_do_and_too_little_known() {
    let folder = Folder::new("roadmap-empty");
    folder.stdout(&["new", "e.json", "--origin", "test"]);
    folder.check(
        &with_day(&["explain", "e.json", "over"]),
        expect![[r#"
        Over-engineering is not judged yet: there are no criteria of risk.
        exit code 0
    "#]],
    );
    let text = folder.stdout(&with_day(&["roadmap", "e.json"]));
    assert!(text.starts_with("140 steps, 131 to 267 days, likely 177."), "{text}");
}
