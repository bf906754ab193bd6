//! What follows for the Statement of Applicability from risks and obligations, and what holds of
//! every one of them, tried on random assessments.

use expect_test::{Expect, expect};

use crate::assessment::{Applicability, Entry, Register};
use crate::engine::Engine;
use crate::report::{soa_csv, soa_json};
use crate::risk::tests::random::{Dice, document, file, risk};
use crate::risk::tests::{TODAY, with};
use crate::soa::{Comparison, Driver, Serving, SoaRow, StatementOfApplicability, inclusion_text};
use crate::words::Words;

fn engine(members: &str, answers: &str) -> Engine {
    let mut engine = Engine::from_document(with(members, answers));
    engine.set_today(TODAY.parse().unwrap());
    engine
}

#[track_caller]
fn check(members: &str, answers: &str, controls: &[&str], expected: Expect) {
    let engine = engine(members, answers);
    let words = Words::english();
    let mut text = String::new();
    for row in engine.soa().rows.iter().filter(|row| controls.contains(&row.id.as_str())) {
        let comparison = row.comparison.map_or("own", Comparison::word);
        let contradictions: Vec<&str> = row.contradictions.iter().map(|it| it.word()).collect();
        // A snapshot holds no white space at the end of a line.
        let words = inclusion_text(row, &words);
        let words = if words.is_empty() { String::new() } else { format!("  {words}\n") };
        text.push_str(&format!(
            "{} {} [{}] {} {:?}\n{}",
            row.id,
            row.applicability.word(),
            row.reasons().join(", "),
            comparison,
            contradictions,
            words,
        ));
    }
    expected.assert_eq(&text);
}

const RISKS: &str = r#""risks": [
    {"id": "r-3", "label": "R-3", "title": "a", "treatment": {"controls": ["A.8.7", "c-1"]}},
    {"id": "r-7", "label": "R-7", "title": "a", "existing": ["A.8.7", "A.8.20"], "treatment": {"controls": ["A.7.1"]}},
    {"id": "r-10", "label": "R-10", "title": "a", "existing": ["A.8.7"], "treatment": {"controls": ["A.8.7"]}}],
    "obligations": [
    {"id": "o-2", "label": "O-2", "kind": "law", "title": "Law", "controls": ["A.8.7", "A.7.2"]},
    {"id": "o-3", "label": "O-3", "kind": "contract", "title": "C", "controls": ["A.8.7"], "until": "2026-12-30"},
    {"id": "o-4", "label": "O-4", "kind": "customer", "title": "C", "controls": ["A.8.7"], "since": "2027-01-01"},
    {"id": "o-5", "label": "O-5", "kind": "policy", "title": "P", "controls": ["A.5.1"]}],
    "actions": [{"id": "t-1", "label": "T-1", "what": "x", "owner": "Ann", "due": "2027-02-01", "controls": ["A.8.7"]},
    {"id": "t-2", "label": "T-2", "what": "x", "due": "2027-01-01", "done": "2026-12-01", "controls": ["A.8.7"]}],
    "own_controls": [{"id": "c-1", "label": "C-1", "title": "Own"}]"#;

const ANSWERS: &str = r#"
    {"id": "A.8.7", "implementation": "planned", "owner": "Dan", "due": "2027-03-01", "inclusion_words": "We said so.",
     "inclusion": [{"reason": "legal", "reference": "O-2"}, {"reason": "risk", "reference": "R-99"}, {"reason": "good_practice"}]},
    {"id": "A.7.1", "applicability": {"state": "excluded", "reason": "no_asset", "justification": "no premises"}},
    {"id": "A.7.2", "applicability": {"state": "excluded"}},
    {"id": "A.7.3", "applicability": {"state": "inherited", "provider": "Cloud", "justification": "they do it"}},
    {"id": "A.5.2", "implementation": "partly"}, {"id": "A.5.3", "response": "no", "inclusion": [{"reason": "business"}]},
    {"id": "A.5.4", "response": "no"}, {"id": "c-1", "response": "yes", "owner": "Eve"}"#;

#[test]
fn reasons_follow_from_risks_and_obligations() {
    check(
        RISKS,
        ANSWERS,
        &["A.5.1", "A.5.2", "A.5.3", "A.5.4", "A.7.1", "A.7.2", "A.7.3", "A.8.7", "A.8.20", "c-1"],
        expect![[r#"
            A.5.1 applicable [business (O-5)] chosen []
              required by O-5 (policy)
            A.5.2 applicable [] already_there []
            A.5.3 applicable [business] chosen []
              business
            A.5.4 applicable [] undecided []
            A.7.1 excluded [no_asset] not_necessary ["excluded_used"]
            A.7.2 excluded [] undecided ["excluded_obliged"]
            A.7.3 inherited [] already_there []
            A.8.7 applicable [risk (R-3), risk (R-7), risk (R-10), risk (R-99), legal (O-2), contractual (O-4), good_practice] chosen []
              treats R-3, R-10; holds R-7; required by O-2 (law); required by O-4 (customer demand) from 2027-01-01; risk assessment (R-99); good practice. We said so.
            A.8.20 applicable [risk (R-7)] already_there []
              holds R-7
            c-1 applicable [risk (R-3)] own []
              treats R-3
        "#]],
    );
}

#[test]
fn a_row_has_its_links_and_days() {
    let engine = engine(RISKS, ANSWERS);
    let words = Words::english();
    let csv = String::from_utf8(soa_csv(&engine, &engine.soa(), &words)).unwrap();
    let rows: Vec<&str> = csv
        .lines()
        .filter(|row| ["id,", "A.8.7,", "A.7.1,", "c-1,"].iter().any(|it| row.starts_with(it)))
        .collect();
    expect![[r#"
        id,title,applicability,reasons,justification,provider,implementation,owner,evidence,changed,theme,links,plan,comparison,contradictions
        A.7.1,Physical security perimeters,excluded,no_asset,no premises,,not_assessed,,,,Physical,treats R-7,,not_necessary,excluded_used
        A.8.7,Protection against malware,applicable,"risk (R-3);risk (R-7);risk (R-10);risk (R-99);legal (O-2);contractual (O-4);good_practice",,,planned,Dan,,,Technological,"treats R-3;holds R-7;treats R-10;obliged O-2;obliged O-4 from 2027-01-01","2027-02-01 T-1 Ann;2027-03-01 Dan",chosen,
        c-1,Own,applicable,risk (R-3),,,implemented,Eve,,,,treats R-3,,,"#]].assert_eq(&rows.join("\n"));
    let json = String::from_utf8(soa_json(&engine, &engine.soa(), &words)).unwrap();
    let compared =
        json.split_once("\"compared\": ").unwrap().1.split_once('}').unwrap().0.trim_end();
    expect![[r#"
        {
            "controls": 93,
            "undecided": 86,
            "contradictions": 2,
            "text": "93 controls compared, 86 undecided, 2 contradictions""#]]
    .assert_eq(compared);
    let totals = engine.soa();
    assert_eq!(totals.own_totals.applicable, 1);
    assert_eq!(totals.all_totals().applicable, totals.totals.applicable + 1);
}

fn row<'s>(soa: &'s StatementOfApplicability, id: &str) -> &'s SoaRow {
    soa.rows.iter().find(|row| row.id == id).unwrap()
}

fn derived(row: &SoaRow) -> Vec<(Driver, Option<(Register, String)>)> {
    let derived = row.reasons.iter().filter(|reason| reason.driver != Driver::Stated);
    derived.map(|reason| (reason.driver, reason.link.clone())).collect()
}

#[test]
fn what_holds_of_every_statement() {
    let mut dice = Dice(7);
    for _ in 0..250 {
        let before = document(&file(&mut dice));
        let mut engine = Engine::from_document(before);
        engine.set_today(TODAY.parse().unwrap());
        let was = engine.soa();
        assert_eq!(was.rows.len(), 93 + engine.document().system().own_controls.len());
        let totals = was.all_totals();
        let sum = totals.applicable + totals.excluded + totals.inherited;
        assert_eq!(sum as usize, was.rows.len(), "totals equal rows");
        links_resolve(&engine, &was);
        if engine.document().system().criteria.is_none() {
            continue;
        }
        // A risk more that chooses controls takes no driver away and makes nothing less decided.
        let more = Entry::from_json(Register::Risk, risk(&mut dice, 90).as_bytes()).unwrap();
        engine.put_entry(more.patched(br#"{"existing": null}"#).unwrap()).unwrap();
        let now = engine.soa();
        for before in &was.rows {
            let after = row(&now, &before.id);
            let drivers = derived(after);
            assert!(derived(before).iter().all(|driver| drivers.contains(driver)));
            assert_eq!(before.applicability, after.applicability);
            match (before.comparison, after.comparison) {
                (one, other) if one == other => {}
                (
                    Some(Comparison::Undecided | Comparison::AlreadyThere),
                    Some(Comparison::Chosen),
                ) => {}
                other => panic!("{}: {other:?}", before.id),
            }
        }
    }
}

/// Every link leads from the row to an entry that names the control, and back.
fn links_resolve(engine: &Engine, soa: &StatementOfApplicability) {
    let system = engine.document().system();
    let mut links = 0;
    for row in &soa.rows {
        for reason in row.reasons.iter().filter(|reason| reason.driver != Driver::Stated) {
            let (register, id) = reason.link.as_ref().unwrap();
            let names = match system.entry(*register, id).unwrap() {
                Entry::Risk(risk) => {
                    [risk.existing.clone(), risk.treatment.controls.clone()].concat()
                }
                Entry::Obligation(obligation) => obligation.controls.clone(),
                other => panic!("{other:?}"),
            };
            assert!(names.iter().any(|control| control.as_str() == row.id));
            links += usize::from(*register == Register::Risk);
        }
    }
    let catalogue = engine.document().catalogue();
    let is_known = |id: &crate::Id| {
        catalogue.index_of(id.as_str()).is_some() || system.own_control(id.as_str()).is_some()
    };
    let named: usize = system
        .risks
        .iter()
        .map(|risk| {
            let chosen = risk.treatment.controls.iter().filter(|id| is_known(id));
            let existing = risk.existing.iter().filter(|id| is_known(id));
            let twice = existing.clone().filter(|id| risk.treatment.controls.contains(id)).count();
            chosen.count() + existing.count() - twice
        })
        .sum();
    assert_eq!(links, named);
    let excluded = soa.rows.iter().filter(|row| row.applicability == Applicability::Excluded);
    assert!(excluded.into_iter().all(|row| row.reasons().len() <= 1));
}

#[test]
fn a_stated_reason_stands_once_and_an_action_is_shown_as_what_it_is() {
    let members = r#""risks": [{"id": "r-1", "label": "R-1", "title": "a"}],
        "actions": [{"id": "t-aaaab", "label": "T-1", "what": "x", "due": "2027-01-01", "controls": ["A.5.1"]},
            {"id": "t-bbbbc", "label": "T-1", "what": "x", "due": "2027-01-01", "controls": ["A.5.1"]}]"#;
    let answers = r#"{"id": "A.5.1", "inclusion": [
        {"reason": "legal", "reference": "R-1"}, {"reason": "legal", "reference": " r-1 "},
        {"reason": "business"}, {"reason": "business", "reference": " "},
        {"reason": "contractual", "reference": "x"}, {"reason": "contractual", "reference": "x "}]}"#;
    let soa = engine(members, answers).soa();
    let row = row(&soa, "A.5.1");
    assert_eq!(row.reasons(), ["legal (R-1)", "contractual (x)", "business"]);
    assert!(row.reasons.iter().all(|reason| !reason.is_also_stated));
    let shown: Vec<&Serving> = row.plan.iter().map(|due| &due.serving).collect();
    let action = |shown: &str| Serving::Action(shown.to_owned());
    assert_eq!(shown, [&action("T-1~aaaa"), &action("T-1~bbbb")]);
}

/// The findings of severity error, each with its place.
fn errors(engine: &Engine) -> Vec<(&'static str, String)> {
    let records = engine.lint_records(TODAY.parse().unwrap(), &Words::empty());
    let records = records.iter().filter(|record| record.severity.word() == "error");
    records.flat_map(|it| it.ids().into_iter().map(|id| (it.rule.code, id.to_owned()))).collect()
}

#[test]
fn taking_an_exclusion_back_adds_no_error_but_three() {
    let added = ["L-APPLICABLE-NO-REASON", "L-SOA-UNTOUCHED", "L-SOA-APPROVAL-VOID"];
    let (mut dice, mut tried) = (Dice(77), 0);
    for _ in 0..400 {
        let mut engine = Engine::from_document(document(&file(&mut dice)));
        engine.set_today(TODAY.parse().unwrap());
        if dice.below(2) == 0 {
            engine.approve_soa("Ann", "1").unwrap();
        }
        let ids = ["A.5.1", "A.8.7", "A.8.13", "A.7.1", "c-1"];
        let answers = ids.map(|id| engine.document().answer(id).cloned());
        for mut answer in answers.into_iter().flatten() {
            if answer.applicability.state != Applicability::Excluded {
                continue;
            }
            let before = errors(&engine);
            answer.applicability.state = Applicability::Applicable;
            engine.set(answer).unwrap();
            // A risk that nothing was decided about may become one that is not decided enough.
            let decided = |it: &(&str, String)| {
                ["L-RISK-INSUFFICIENT", "L-RESIDUAL-MISSING"].contains(&it.0)
                    && before.contains(&("L-RISK-UNTREATED", it.1.clone()))
            };
            let now = errors(&engine).into_iter();
            let new: Vec<_> = now.filter(|it| !before.contains(it) && !decided(it)).collect();
            assert!(new.iter().all(|(code, _)| added.contains(code)), "{new:?}");
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
}
