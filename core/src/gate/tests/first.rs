//! What stage 1 asks of risks and of the Statement of Applicability.

use expect_test::expect;

use super::{HIGH, check, engine, risk, shown, today};
use crate::catalogue::Catalogue;

#[test]
fn criteria_and_risks() {
    check("S1-CRITERIA", "", expect!["blocks No criteria are set, so no risk can be judged."]);
    check(
        "S1-CRITERIA",
        &risk(""),
        expect!["met There are scales, a matrix, and a line up to which a risk is acceptable."],
    );
    check("S1-RISKS", "", expect!["blocks No risk can be evaluated yet."]);
    check("S1-RISKS", &risk(""), expect!["blocks No risk can be evaluated yet."]);
    check("S1-RISKS", &risk(HIGH), expect!["blocks Nothing is decided about R-1."]);
    let nobody = HIGH.replace("Ada", " ");
    check(
        "S1-RISKS",
        &risk(&nobody),
        expect!["blocks Nothing is decided about R-1. | R-1 has no owner."],
    );
    let treated = |residual: &str| {
        let treatment = format!(
            r#"{HIGH}, "treatment": {{"option": "modify", "controls": ["A.8.13"], "residual": {residual}}}"#
        );
        format!(
            r#"{}, "answers": [{{"id": "A.8.13", "implementation": "planned"}}]"#,
            risk(&treatment)
        )
    };
    check(
        "S1-RISKS",
        &treated(r#"{"likelihood": "l2", "c": "c2"}"#),
        expect!["blocks What is decided about R-1 leaves it above the line."],
    );
    check(
        "S1-RISKS",
        &treated(r#"{"likelihood": "l1", "c": "c1"}"#),
        expect!["met One risk can be evaluated, and something sufficient is decided: R-1."],
    );
    check(
        "S1-APPROVED",
        "",
        expect![
            "unknown No risk can be evaluated yet, so nobody can tell what has to be approved."
        ],
    );
    check(
        "S1-APPROVED",
        &risk(HIGH),
        expect!["met Every decision about a risk above the line is approved or accepted."],
    );
    check(
        "S1-APPROVED",
        &treated(r#"{"likelihood": "l1", "c": "c1"}"#),
        expect![
            "blocks The plan for R-1 is not approved by its owner, or has changed since. | The residual risk of R-1 is not approved by its owner, or has changed since."
        ],
    );
    let mut approved = engine(&treated(r#"{"likelihood": "l1", "c": "c1"}"#));
    approved.set_today(today());
    approved.approve("Ada", None).unwrap();
    expect!["met Every decision about a risk above the line is approved or accepted."]
        .assert_eq(&shown(&approved, "S1-APPROVED"));
    let retained = format!(r#"{HIGH}, "treatment": {{"option": "retain"}}"#);
    check(
        "S1-APPROVED",
        &risk(&retained),
        expect!["blocks R-1 is kept above the line, and no valid acceptance says so."],
    );
}

#[test]
fn the_statement_of_applicability() {
    check(
        "S1-SOA",
        "",
        expect![
            "blocks 93 controls are included, and nothing says why: A.5.1, A.5.2, A.5.3, A.5.4, A.5.5, A.5.6, A.5.7, A.5.8, …."
        ],
    );
    let reasons = |more: &str| {
        let catalogue = Catalogue::iso27001_2022();
        let controls = catalogue.questions().filter(|item| item.id().starts_with("A."));
        let answers =
            controls.filter(|item| !more.contains(&format!("\"{}\"", item.id()))).map(|item| {
                format!(r#"{{"id": "{}", "inclusion": [{{"reason": "business"}}]}}"#, item.id())
            });
        let answers: Vec<String> =
            answers.chain([more.to_owned()]).filter(|it| !it.is_empty()).collect();
        format!(r#""answers": [{}]"#, answers.join(", "))
    };
    check(
        "S1-SOA",
        &reasons(""),
        expect![
            "met Every control has a reason or a justification, and no exclusion contradicts a risk or an obligation."
        ],
    );
    check(
        "S1-SOA",
        &reasons(r#"{"id": "A.7.1", "applicability": {"state": "excluded"}}"#),
        expect!["blocks A.7.1 is excluded without a justification."],
    );
    check(
        "S1-SOA",
        &reasons(
            r#"{"id": "A.7.1", "applicability": {"state": "inherited"}, "inclusion": [{"reason": "business"}]}"#,
        ),
        expect!["blocks A.7.1 is inherited, and no provider is named."],
    );
    let excluded = reasons(
        r#"{"id": "A.7.1", "applicability": {"state": "excluded", "justification": "none"}}"#,
    );
    check(
        "S1-SOA",
        &excluded,
        expect![
            "met Every control has a reason or a justification, and no exclusion contradicts a risk or an obligation."
        ],
    );
    let obliged = |days: &str| {
        format!(
            r#"{excluded}, "obligations": [{{"id": "o-1", "kind": "law", "title": "Act", "controls": ["A.7.1"]{days}}}]"#
        )
    };
    check(
        "S1-SOA",
        &obliged(""),
        expect!["blocks A.7.1 is excluded, and a risk or an obligation rests on it."],
    );
    check(
        "S1-SOA",
        &obliged(r#", "since": "2026-11-24""#),
        expect![
            "met Every control has a reason or a justification, and no exclusion contradicts a risk or an obligation."
        ],
    );
    check(
        "S1-SOA",
        &obliged(r#", "until": "2026-11-22""#),
        expect![
            "met Every control has a reason or a justification, and no exclusion contradicts a risk or an obligation."
        ],
    );
    check(
        "S1-SOA",
        &format!(r#"{excluded}, "risks": [{{"id": "r-1", "title": "x", "existing": ["A.7.1"]}}]"#),
        expect!["blocks A.7.1 is excluded, and a risk or an obligation rests on it."],
    );
}

#[test]
fn nothing_to_approve_is_about_nothing() {
    let gates = engine("").gates(today()).unwrap();
    let grounds = &gates.condition("S1-APPROVED").unwrap().grounds;
    assert!(grounds.iter().all(|ground| ground.named.is_empty()), "{grounds:?}");
}
