//! The model's numbers: the tables and worked examples that its description gives.

mod laws;

use expect_test::{Expect, expect};

use super::*;
use crate::assessment::{Context, Implementation, It, Question, Sector, Start};
use crate::chooser::Standard;
use crate::facts::ItemFacts;

const NOTHING: fn() -> Context = Context::default;

fn people(people: u32) -> Context {
    Context { people: Some(people), ..Context::default() }
}

fn whole(context: &Context, standard: Standard) -> Effort {
    total(&Catalogue::iso27001_2022(), &Situation::of(context), standard, None)
}

fn days(range: &Range) -> String {
    let shown = range.shown_tenths().map(|tenths| match tenths % 10 {
        0 => format!("{}", tenths / 10),
        rest => format!("{}.{rest}", tenths / 10),
    });
    shown.join(" · ")
}

fn ends(range: &Range) -> String {
    format!("{} / {} / {}", range.low_cd, range.likely_cd, range.high_cd)
}

#[test]
fn there_is_a_row_for_each_requirement_document_and_control() {
    let rows = rows(&Catalogue::iso27001_2022());
    let count = |is: fn(&&Row) -> bool| rows.iter().filter(is).count();
    assert_eq!(rows.len(), 140);
    assert_eq!(count(|row| row.is_control()), 93);
    assert_eq!(count(|row| row.is_document()), 17);
    let drivers = Driver::WORDS.iter().map(|(word, driver)| {
        format!("{word} {}", rows.iter().filter(|row| row.driver == *driver).count())
    });
    let of = |class: fn(&Row) -> Class| {
        let classes = Class::WORDS.iter().map(move |(word, it)| {
            format!("{word} {}", rows.iter().filter(|row| class(row) == *it).count())
        });
        classes.collect::<Vec<_>>().join(", ")
    };
    let (initial, running) = (of(|row| row.initial), of(|row| row.running));
    let text = format!("{}\n{initial}\n{running}", drivers.collect::<Vec<_>>().join(", "));
    expect![[r#"
        fixed 42, people 31, systems 49, sites 11, suppliers 7
        0 0, XS 39, S 65, M 26, L 10, XL 0
        0 4, XS 75, S 41, M 18, L 2, XL 0"#]]
    .assert_eq(&text);
}

/// One row with its chain of factors.
#[track_caller]
fn check_row(context: &Context, id: &str, state: Implementation, expected: Expect) -> Range {
    let rows = rows(&Catalogue::iso27001_2022());
    let row = rows.iter().find(|row| row.id == id).unwrap();
    let facts = ItemFacts { implementation: state, ..ItemFacts::NONE };
    let chain = chain(&Situation::of(context), row.driver, Left::of_item(&facts));
    let range = chain.initial(row.initial);
    expected.assert_eq(&format!(
        "{} {} {} {} {} {}: {}",
        row.initial.word(),
        row.driver.word(),
        chain.size_bp,
        chain.it_bp,
        chain.sector_bp,
        chain.left_bp,
        ends(&range)
    ));
    range
}

#[test]
fn the_worked_example() {
    let context =
        Context { it: Some(It::Cloud), sector: Some(Sector::CustomersRegulated), ..people(45) };
    let ranges = [
        check_row(
            &context,
            "A.5.9",
            Implementation::Partly,
            expect![["L systems 11333 9066 9973 4987: 99 / 199 / 398"]],
        ),
        check_row(
            &context,
            "A.6.3",
            Implementation::NotImplemented,
            expect![["L people 11666 11666 12833 12833: 256 / 513 / 1026"]],
        ),
        check_row(
            &context,
            "6.1.2",
            Implementation::NotImplemented,
            expect![["M fixed 10500 10500 11550 11550: 115 / 231 / 462"]],
        ),
    ];
    let together = sum(ranges);
    assert_eq!(ends(&together), "592 / 943 / 1643");
    assert_eq!(days(&together), "5.5 · 9.5 · 16.5");
}

#[test]
fn totals_by_size() {
    let lines = [5, 30, 120, 500, 2_000].map(|number| {
        let effort = whole(&people(number), Standard::Iso27001);
        let share = (effort.running.likely_cd * 200 + 22_000) / 44_000;
        format!(
            "{number}: {} = {}; a year {} = {}; {}.{:02} posts",
            ends(&effort.initial),
            days(&effort.initial),
            ends(&effort.running),
            days(&effort.running),
            share / 100,
            share % 100
        )
    });
    expect![[r#"
        5: 7576 / 10173 / 15341 = 75 · 102 · 154; a year 2726 / 3682 / 5562 = 27 · 37 · 56; 0.17 posts
        30: 13166 / 17650 / 26618 = 131 · 177 · 267; a year 4789 / 6440 / 9732 = 47 · 64 · 98; 0.29 posts
        120: 22328 / 29950 / 45181 = 223 · 300 · 452; a year 8226 / 11068 / 16734 = 82 · 111 · 168; 0.50 posts
        500: 42283 / 56725 / 85598 = 422 · 567 · 856; a year 15737 / 21167 / 32020 = 157 · 212 · 321; 0.96 posts
        2000: 84235 / 113025 / 170599 = 842 · 1130 · 1706; a year 31597 / 42515 / 64341 = 315 · 425 · 644; 1.93 posts"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn totals_from_good_practice() {
    let lines = [5, 30, 120, 500, 2_000].map(|number| {
        let context = Context { start: Some(Start::Good), ..people(number) };
        days(&whole(&context, Standard::Iso27001).initial)
    });
    assert_eq!(
        lines.join("; "),
        "49 · 66 · 101; 85 · 115 · 174; 145 · 195 · 294; 274 · 369 · 557; 547 · 735 · 1110"
    );
    let guidance_only = whole(&people(30), Standard::Iso27002);
    assert_eq!(days(&guidance_only.initial), "96 · 130 · 197");
}

#[test]
fn totals_by_chapter() {
    let sum_of = |number: u32, is: &dyn Fn(&str) -> bool| {
        let effort = whole(&people(number), Standard::Iso27001);
        let rows = effort.rows.iter().filter(|row| is(row.row.id));
        let rows: Vec<(u64, u64)> =
            rows.map(|row| (row.initial.likely_cd, row.running.likely_cd)).collect();
        let total = |pick: fn(&(u64, u64)) -> u64| rows.iter().map(pick).sum::<u64>();
        format!("{} / {}", total(|it| it.0), total(|it| it.1))
    };
    let line =
        |is: &dyn Fn(&str) -> bool| [5, 30, 120, 500, 2_000].map(|n| sum_of(n, is)).join(" | ");
    let lines = [
        line(&|id| !id.starts_with("A.")),
        line(&|id| id.starts_with("A.5.")),
        line(&|id| id.starts_with("A.6.")),
        line(&|id| id.starts_with("A.7.")),
        line(&|id| id.starts_with("A.8.")),
    ];
    expect![[r#"
        2929 / 1111 | 4650 / 1810 | 7165 / 2894 | 12405 / 5165 | 22925 / 9774
        3175 / 1134 | 5550 / 2010 | 9400 / 3458 | 17660 / 6598 | 35000 / 13264
        500 / 123 | 1000 / 245 | 2000 / 490 | 4000 / 980 | 8000 / 1960
        635 / 168 | 1100 / 290 | 1785 / 467 | 3570 / 934 | 7575 / 1985
        2934 / 1146 | 5350 / 2085 | 9600 / 3759 | 19090 / 7490 | 39525 / 15532"#]]
    .assert_eq(&lines.join("\n"));
    let clauses = ["4.", "5.", "6.", "7.", "8.", "9.", "10.", "D."].map(|chapter| {
        sum_of(30, &|id: &str| id.starts_with(chapter)).split(' ').next().unwrap().to_owned()
    });
    assert_eq!(clauses.join(" "), "400 250 600 550 800 700 150 1200");
}

/// Months to stage 2, low, likely and high, and what decides.
#[track_caller]
fn check_months(context: &Context, expected: &str) -> Calendar {
    let effort = whole(context, Standard::Iso27001);
    let calendar = calendar(&Situation::of(context), &effort.initial);
    let months = calendar.stage_2_weeks.map(|weeks| {
        let tenths = months_tenths(weeks);
        format!("{}.{}", tenths / 10, tenths % 10)
    });
    let terms: Vec<&str> = calendar.decided_by.iter().map(|term| term.word()).collect();
    assert_eq!(format!("{} {}", months.join(" · "), terms.join("+")), expected);
    calendar
}

#[test]
fn months_by_size_and_start() {
    let with = |number, start| Context { start: Some(start), ..people(number) };
    check_months(&with(5, Start::Good), "7.4 · 8.8 · 12.7 capacity+records");
    check_months(&with(30, Start::Good), "7.2 · 8.1 · 11.1 records");
    check_months(&with(30, Start::Usual), "8.5 · 11.3 · 16.4 capacity");
    check_months(&with(120, Start::Good), "6.9 · 7.8 · 10.6 records");
    check_months(&with(120, Start::Usual), "8.5 · 10.8 · 15.9 capacity");
    check_months(&with(500, Start::Usual), "9.2 · 12.0 · 17.5 capacity");
    check_months(&with(2_000, Start::Usual), "10.8 · 14.1 · 20.8 capacity");
}

#[test]
fn waiting_remains_however_many_people_help() {
    let weeks = [5, 30, 120, 500, 2_000].map(|number| {
        let context = Context { capacity_cd_week: Some(200_000), ..people(number) };
        let effort = whole(&context, Standard::Iso27001);
        calendar(&Situation::of(&context), &effort.initial).stage_2_weeks[1]
    });
    assert_eq!(weeks, [21, 22, 25, 28, 33]);
}

#[test]
fn a_software_company_of_twelve_misses_nine_months_by_a_day_a_week() {
    let context = Context { it: Some(It::Cloud), start: Some(Start::Good), ..people(12) };
    let effort = whole(&context, Standard::Iso27001);
    assert_eq!(days(&effort.initial), "53 · 72 · 109");
    let calendar = check_months(&context, "6.9 · 8.1 · 10.8 records");
    assert_eq!((calendar.certificate_weeks[1], months_tenths(40)), (40, 92));
    let more = Context { capacity_cd_week: Some(calendar.capacity_cd_week + 100), ..context };
    let faster = super::calendar(&Situation::of(&more), &effort.initial);
    assert_eq!((faster.certificate_weeks[1], months_tenths(35)), (35, 81));
}

#[test]
fn whole_projects_that_the_model_was_held_against() {
    let cloud =
        |number, start| Context { it: Some(It::Cloud), start: Some(start), ..people(number) };
    let effort = |context: &Context| days(&whole(context, Standard::Iso27001).initial);
    assert_eq!(effort(&cloud(8, Start::Good)), "48 · 65 · 98");
    check_months(&cloud(8, Start::Good), "7.2 · 8.1 · 11.1 records");
    let hurried = Context { capacity_cd_week: Some(400), ..cloud(8, Start::Good) };
    let months = calendar(&Situation::of(&hurried), &whole(&hurried, Standard::Iso27001).initial);
    assert_eq!(months_tenths(months.stage_2_weeks[1]), 65);
    assert_eq!(effort(&cloud(40, Start::Good)), "82 · 111 · 168");
    let hundred = Context { start: Some(Start::Good), ..people(110) };
    assert_eq!(effort(&hundred), "138 · 186 · 281");
    check_months(&hundred, "6.9 · 7.8 · 10.8 records");
    let regulated = Context { sector: Some(Sector::Regulated), ..people(200) };
    assert_eq!(effort(&regulated), "331 · 445 · 671");
    let hospital = Context { sector: Some(Sector::RegulatedOt), ..people(600) };
    assert_eq!(effort(&hospital), "601 · 807 · 1218");
    check_months(&hospital, "12.0 · 15.9 · 23.5 capacity");
    // 62 % of the controls in place, no document of the system: controls at 3,800 bp.
    let situation = Situation::of(&Context { it: Some(It::Cloud), ..people(20) });
    let rows = rows(&Catalogue::iso27001_2022()).iter().map(|row| {
        let left = Left::Known(if row.is_control() { 3_800 } else { 10_000 });
        chain(&situation, row.driver, left).initial(row.initial)
    });
    assert_eq!(days(&sum(rows)), "54 · 74 · 112");
}

#[test]
fn tasks_of_a_public_plan() {
    let situation = Situation::of(&Context { it: Some(It::Cloud), ..people(20) });
    let all = rows(&Catalogue::iso27001_2022());
    let tasks: [(&str, &[&str]); 19] = [
        ("top policy", &["5.2", "D.5.2e"]),
        ("scope", &["4.3", "D.4.3"]),
        ("inventory", &["A.5.9"]),
        ("risk method", &["6.1.2", "D.6.1.2"]),
        ("first assessment", &["8.2", "D.8.2"]),
        ("suppliers", &["A.5.19", "A.5.20", "A.5.22"]),
        ("staff rules", &["A.6.1", "A.6.2", "A.6.5", "A.6.6"]),
        ("awareness programme", &["A.6.3"]),
        ("remote work", &["A.6.7"]),
        ("operations manual", &["A.5.37"]),
        ("capacity", &["A.8.6"]),
        ("test data", &["A.8.33"]),
        ("office", &["A.7.1", "A.7.2", "A.7.3"]),
        ("devices", &["A.8.1", "A.7.9"]),
        ("retention, deletion", &["A.5.33", "A.8.10"]),
        ("masking", &["A.8.11"]),
        ("internal audit", &["9.2.1", "D.9.2.2-results"]),
        ("management review", &["9.3.1", "9.3.2", "9.3.3", "D.9.3.3"]),
        ("evidence", &["D.8.1", "D.8.3", "D.9.1"]),
    ];
    let mut text = String::new();
    let mut together = 0;
    for (task, ids) in tasks {
        let rows = all.iter().filter(|row| ids.contains(&row.id));
        let cd: u64 = rows
            .map(|row| chain(&situation, row.driver, Left::Known(10_000)).initial(row.initial))
            .map(|range| range.likely_cd)
            .sum();
        together += cd;
        text.push_str(&format!("{task} {cd}\n"));
    }
    text.push_str(&format!("together {together}"));
    expect![[r#"
        top policy 132
        scope 132
        inventory 262
        risk method 220
        first assessment 295
        suppliers 480
        staff rules 280
        awareness programme 320
        remote work 80
        operations manual 262
        capacity 66
        test data 66
        office 125
        devices 400
        retention, deletion 132
        masking 66
        internal audit 240
        management review 264
        evidence 132
        together 3954"#]]
    .assert_eq(&text);
}

#[test]
fn outside_days_and_money() {
    let situation = |number| Situation::of(&people(number));
    let audit = |number| {
        audit_days(&situation(number)).map(|days| {
            [
                days.low_tenths,
                days.initial_tenths,
                days.high_tenths,
                days.surveillance_tenths,
                days.recertification_tenths,
                days.stage_1_tenths,
            ]
        })
    };
    assert_eq!(audit(10), Some([35, 50, 75, 15, 33, 10]));
    assert_eq!(audit(11), Some([42, 60, 90, 20, 40, 15]));
    assert_eq!(audit(600), Some([116, 165, 248, 55, 110, 40]));
    assert_eq!(audit(1_175), Some([130, 185, 278, 65, 123, 45]));
    assert_eq!(audit(1_176), None);
    assert_eq!(audited_cd(50), 750);
    assert_eq!((audience_cd(&situation(30)), audience_cd(&situation(2_000))), (750, 50_000));
    assert_eq!((documents(&situation(10)), pages(&situation(11))), ((20, 28), (80, 160)));
    assert_eq!(
        (adviser_days(&situation(250)), adviser_days(&situation(251))),
        ((15, 40), (30, 80))
    );
    let tested = Context { development: Some(crate::assessment::Development::Own), ..people(12) };
    assert_eq!(tester_days(&situation(12), &tested), Some((3, 6)));
    assert_eq!(tester_days(&situation(12), &NOTHING()), None);
    // 5.92 to 16.43 days at 650.00 a day, in cents.
    let range = Range { low_cd: 592, likely_cd: 943, high_cd: 1_643 };
    assert_eq!(amount(&range, 65_000), (384_800, 1_067_950));
    assert_eq!(amount(&Range { low_cd: 1, likely_cd: 1, high_cd: 1 }, 150), (1, 2));
}

#[test]
fn typed_counts_stand_in_the_place_of_people() {
    let size =
        |context: Context, driver| chain(&Situation::of(&context), driver, Left::Assumed).size_bp;
    let sites = |sites| size(Context { sites: Some(sites), ..people(120) }, Driver::Sites);
    let expected = [0, 10_000, 15_000, 15_000, 30_000, 30_000, 65_000];
    assert_eq!([0, 1, 2, 3, 4, 10, 11].map(sites), expected);
    let one = Context { sites: Some(1), ..people(5) };
    assert_eq!(size(one, Driver::Sites), 6_000);
    let systems = |systems| size(Context { systems: Some(systems), ..people(5) }, Driver::Systems);
    assert_eq!([0, 10, 11, 150, 2_001].map(systems), [5_500, 5_500, 10_000, 18_000, 75_000]);
    let suppliers =
        |suppliers| size(Context { suppliers: Some(suppliers), ..people(5) }, Driver::Suppliers);
    assert_eq!([5, 6, 300, 900].map(suppliers), [5_000, 10_000, 65_000, 65_000]);
    assert!(Situation::of(&people(2_001)).is_beyond_model());
    assert!(!Situation::of(&people(2_000)).is_beyond_model());
}

#[test]
fn both_standards_take_reading_and_save_rework() {
    let one = whole(&people(30), Standard::Iso27001);
    let both = whole(&people(30), Standard::Both);
    assert_eq!((one.rows.len(), both.rows.len(), both.guidance_cd), (140, 140, 400));
    assert_eq!(both.initial.likely_cd, one.initial.likely_cd + 400);
    let above = |effort: &Effort| effort.initial.high_cd - effort.initial.likely_cd;
    assert!(above(&both) < above(&one));
    assert_eq!(both.running, one.running);
}

#[test]
fn counts_have_steps_without_gaps_that_hold_what_stands_for_them() {
    let shown = |question| {
        let steps = count_steps(question).into_iter().map(|step| {
            assert!(step.typical >= step.from && step.to.is_none_or(|to| step.typical <= to));
            let to = step.to.map_or(String::new(), |to| to.to_string());
            format!("{}-{to}: {}", step.from, step.typical)
        });
        steps.collect::<Vec<_>>().join(", ")
    };
    expect!["1-10: 5, 11-50: 30, 51-250: 120, 251-1000: 500, 1001-: 2000"]
        .assert_eq(&shown(Question::People));
    expect!["0-0: 0, 1-1: 1, 2-3: 2, 4-10: 4, 11-: 11"].assert_eq(&shown(Question::Sites));
    expect!["0-5: 5, 6-15: 15, 16-40: 40, 41-100: 100, 101-: 300"]
        .assert_eq(&shown(Question::Suppliers));
    expect!["0-10: 10, 11-40: 40, 41-150: 150, 151-500: 500, 501-: 2000"]
        .assert_eq(&shown(Question::Systems));
    expect!["200-200: 200, 400-400: 400, 700-700: 700, 1200-1200: 1200, 2000-2000: 2000"]
        .assert_eq(&shown(Question::Capacity));
    assert_eq!(count_steps(Question::It), []);
}

#[test]
fn a_number_within_a_step_is_reckoned_like_the_one_that_stands_for_it() {
    for question in [Question::Sites, Question::Suppliers, Question::Systems] {
        for step in count_steps(question) {
            let with = |count| {
                let mut context = NOTHING();
                let place = match question {
                    Question::Sites => &mut context.sites,
                    Question::Suppliers => &mut context.suppliers,
                    _ => &mut context.systems,
                };
                *place = Some(count);
                whole(&context, Standard::Iso27001).initial
            };
            for count in [step.from, step.to.unwrap_or(5_000)] {
                assert_eq!(with(count), with(step.typical), "{question:?} {count}");
            }
        }
    }
}
