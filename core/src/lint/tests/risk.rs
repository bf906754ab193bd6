//! A case for each rule about risks, obligations and what follows from them.

use expect_test::{Expect, expect};

use super::{Record, TODAY};
use crate::assessment::Register;
use crate::engine::Engine;
use crate::risk::tests::with;
use crate::words::Words;

/// What is found of a file with the ready criteria and these members and answers.
fn found(members: &str, answers: &str) -> Vec<Record> {
    let engine = Engine::from_document(with(members, answers));
    engine.lint_records(TODAY.parse().unwrap(), &Words::english())
}

/// A risk above the line with these members.
fn risk(members: &str) -> String {
    format!(
        r#""risks": [{{"id": "r-1", "label": "R-1", "title": "a", "event": "x", "owner": "Ann", "reviewed": "2026-11-01",
            "current": {{"likelihood": "l4", "c": "c4"}}, {members}}}]"#
    )
}

/// Each rule with what it finds: the members of a risk, other members of the file, answers.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("L-RISK-NO-OWNER", r#""owner": """#, "", ""),
    ("L-RISK-UNTREATED", "", "", ""),
    ("L-RISK-INSUFFICIENT", r#""treatment": {"option": "retain"}"#, "", ""),
    ("L-RISK-STALE", r#""reviewed": "2026-05-22""#, "", ""),
    ("L-RISK-TEMPLATE", r#""event": "", "threat": "ME11""#, "", ""),
    ("L-UNKNOWN-STEP", r#""inherent": {"likelihood": "l9", "c": "c1"}"#, "", ""),
    ("L-CONTROL-TWICE", r#""existing": ["A.8.7"], "treatment": {"controls": ["A.8.7"]}"#, "", ""),
    ("L-CURRENT-ABOVE-INHERENT", r#""inherent": {"likelihood": "l1", "c": "c4"}"#, "", ""),
    ("L-EXISTING-NOT-IN-PLACE", r#""existing": ["A.8.7"]"#, "", ""),
    ("L-MODIFY-NO-CONTROL", r#""treatment": {"option": "modify"}"#, "", ""),
    (
        "L-RETAIN-RESIDUAL",
        r#""treatment": {"option": "retain", "residual": {"likelihood": "l1", "c": "c1"}}"#,
        "",
        "",
    ),
    ("L-RETAIN-CONTROLS", r#""treatment": {"option": "retain", "controls": ["A.8.7"]}"#, "", ""),
    ("L-AVOID-NO-ACTION", r#""treatment": {"option": "avoid"}"#, "", ""),
    (
        "L-SHARE-LIKELIHOOD",
        r#""treatment": {"option": "share", "residual": {"likelihood": "l1", "c": "c4"}}"#,
        "",
        "",
    ),
    (
        "L-RESIDUAL-NO-GROUND",
        r#""treatment": {"option": "modify", "controls": ["A.8.7"], "residual": {"likelihood": "l1", "c": "c1"}}"#,
        "",
        "",
    ),
    (
        "L-RESIDUAL-ABOVE",
        r#""current": {"likelihood": "l1", "c": "c1"}, "treatment": {"residual": {"likelihood": "l4", "c": "c4"}}"#,
        "",
        "",
    ),
    (
        "L-RESIDUAL-MISSING",
        r#""treatment": {"option": "modify", "controls": ["A.8.7"]}"#,
        "",
        r#"{"id": "A.8.7", "implementation": "planned"}"#,
    ),
    (
        "L-RESIDUAL-CONSEQUENCE",
        r#""treatment": {"option": "modify", "controls": ["A.7.2"], "residual": {"likelihood": "l4", "c": "c1"}}"#,
        "",
        "",
    ),
    (
        "L-RESIDUAL-BOTH",
        r#""treatment": {"option": "modify", "controls": ["A.8.7"], "residual": {"likelihood": "l2", "c": "c2"}}"#,
        "",
        "",
    ),
    (
        "L-ACCEPT-LONG",
        r#""acceptance": {"by": "x", "role": "y", "on": "2026-01-01", "until": "2027-01-02", "level": "critical", "digest": "d"}"#,
        "",
        "",
    ),
    (
        "L-ACCEPT-EXPIRED",
        r#""acceptance": {"by": "x", "role": "y", "on": "2026-01-01", "until": "2026-11-22", "level": "critical", "digest": "d"}"#,
        "",
        "",
    ),
    (
        "L-ACTION-OVERDUE",
        "",
        r#""actions": [{"id": "t-1", "what": "x", "due": "2026-11-22", "done": "2026-11-24"}]"#,
        "",
    ),
    (
        "L-ROADMAP-CYCLE",
        "",
        r#""actions": [{"id": "t-1", "what": "x", "after": ["t-2"]}, {"id": "t-2", "what": "y", "after": ["t-1"]}]"#,
        "",
    ),
    (
        "L-OBLIGATION-EMPTY",
        "",
        r#""obligations": [{"id": "o-1", "kind": "law", "title": "Law"}]"#,
        "",
    ),
    ("L-DANGLING", r#""existing": ["A.99.1"]"#, "", ""),
    (
        "L-LABEL-TWICE",
        "",
        r#""groups": [{"id": "g-1", "label": "G-1", "name": "a"}, {"id": "g-2", "label": "G-1", "name": "b"}]"#,
        "",
    ),
    (
        "L-EXCLUDED-USED",
        r#""existing": ["A.8.7"]"#,
        "",
        r#"{"id": "A.8.7", "applicability": {"state": "excluded", "reason": "other", "justification": "x"}}"#,
    ),
    (
        "L-EXCLUDED-OBLIGED",
        "",
        r#""obligations": [{"id": "o-1", "kind": "law", "title": "Law", "controls": ["A.8.7"]}]"#,
        r#"{"id": "A.8.7", "applicability": {"state": "excluded", "reason": "other", "justification": "x"}}"#,
    ),
    (
        "L-REASON-RISK-UNUSED",
        "",
        "",
        r#"{"id": "A.8.7", "inclusion": [{"reason": "risk", "reference": "R-1"}]}"#,
    ),
];

/// Rules that have a test of their own below.
const OWN_TESTS: &[&str] = &[
    "L-SCALE-NO-ANCHOR",
    "L-LINE-TRIVIAL",
    "L-MATRIX-JUMP",
    "L-MATRIX-FLAT",
    "L-LEVEL-UNUSED",
    "L-APPROVED-BY-OTHER",
    "L-OVER-NO-DRIVER",
    "L-OVER-MATURITY",
    "L-OVER-EVIDENCE",
    "L-OVER-TREATED",
    "L-OVER-FLOOR",
];

/// Every rule that is tested here.
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    CASES.iter().map(|(code, ..)| *code).chain(OWN_TESTS.iter().copied())
}

#[test]
fn every_rule_about_risk_finds_its_case() {
    for (code, members, others, answers) in CASES {
        let file = match *others {
            "" => risk("\"notes\": \"n\""),
            others => format!("{}, {others}", risk("\"notes\": \"n\"")),
        };
        let mut engine = Engine::from_document(with(&file, answers));
        let patch = format!("{{{members}}}");
        engine.patch_entry(Register::Risk, "r-1", patch.as_bytes()).unwrap();
        let found = engine.lint_records(TODAY.parse().unwrap(), &Words::english());
        assert!(found.iter().any(|lint| lint.rule.code == *code), "{code}: {found:?}");
        for lint in found {
            let sentence = format!("{} {}", lint.message, lint.fix);
            assert!(!sentence.contains('{') && !sentence.contains("L-"), "{code}: {sentence}");
        }
    }
}

#[test]
fn a_risk_that_is_treated_soundly_is_left_alone() {
    let sound = risk(
        r#""existing": ["A.8.20"], "treatment": {"option": "modify", "controls": ["A.8.7", "A.8.13"],
           "residual": {"likelihood": "l2", "c": "c1"}}"#,
    );
    let answers = r#"{"id": "A.8.20", "implementation": "implemented", "evidence": [{"label": "x"}]},
        {"id": "A.8.7", "implementation": "planned"}, {"id": "A.8.13", "implementation": "planned"}"#;
    let codes: Vec<&str> = found(&sound, answers).iter().map(|it| it.rule.code).collect();
    assert_eq!(codes, ["L-SOA-UNTOUCHED"]);
}

#[test]
fn criteria_are_looked_at_too() {
    let text = include_str!("../../../data/criteria/4x4.json");
    let mut jump = crate::assessment::Ready::Four.criteria().unwrap();
    jump.matrix[0][3] = "critical".parse().unwrap();
    jump.matrix[1][3] = "critical".parse().unwrap();
    let jump = String::from_utf8(jump.to_json()).unwrap();
    for (text, codes) in [
        (text.replace("less than once in ten years", " "), &["L-SCALE-NO-ANCHOR"][..]),
        (
            text.replace("\"accept_up_to\": \"low\"", "\"accept_up_to\": \"critical\""),
            &["L-LINE-TRIVIAL"],
        ),
        (jump, &["L-MATRIX-JUMP"]),
    ] {
        let criteria = crate::assessment::Criteria::from_json(text.as_bytes());
        let Ok(criteria) = criteria else { panic!("{}", criteria.unwrap_err()) };
        let mut engine = Engine::from_document(with(r#""groups": []"#, ""));
        engine.set_criteria(Some(criteria), &Default::default()).unwrap();
        let found = engine.lint_records(TODAY.parse().unwrap(), &Words::english());
        for code in codes {
            assert!(found.iter().any(|lint| lint.rule.code == *code), "{code}: {found:?}");
        }
    }
    let mut criteria = crate::assessment::Ready::Three.criteria().unwrap();
    for cell in criteria.matrix.iter_mut().flatten() {
        *cell = "medium".parse().unwrap();
    }
    let mut engine = Engine::from_document(with(r#""groups": []"#, ""));
    engine.set_criteria(Some(criteria), &Default::default()).unwrap();
    let found = engine.lint_records(TODAY.parse().unwrap(), &Words::english());
    let codes: Vec<&str> = found.iter().map(|lint| lint.rule.code).collect();
    assert!(codes.contains(&"L-MATRIX-FLAT") && codes.contains(&"L-LEVEL-UNUSED"), "{codes:?}");
}

#[test]
fn only_the_owner_approves() {
    let mut engine = Engine::from_document(with(&risk(r#""treatment": {"option": "retain"}"#), ""));
    engine.set_today(TODAY.parse().unwrap());
    engine.approve("Ann", None).unwrap();
    let text = String::from_utf8(engine.document().to_bytes()).unwrap();
    let other = text.replace("\"by\": \"Ann\"", "\"by\": \"Bob\"");
    let catalogue = engine.document().catalogue().clone();
    let document = crate::Document::from_bytes(catalogue, other.as_bytes()).unwrap();
    let found =
        Engine::from_document(document).lint_records(TODAY.parse().unwrap(), &Words::english());
    let messages: Vec<&str> = found
        .iter()
        .filter(|lint| lint.rule.code == "L-APPROVED-BY-OTHER")
        .map(|lint| lint.message.as_str())
        .collect();
    assert_eq!(messages.len(), 2);
    expect!["Bob approved the risk R-1 (plan) and is not its owner"].assert_eq(messages[0]);
}

/// Twelve acceptable risks, so that enough is known to say that something is too much.
fn known(more: &str) -> String {
    let risks: Vec<String> = (10..22)
        .map(|number| {
            format!(
                r#"{{"id": "r-{number}", "label": "R-{number}", "title": "a", "event": "x", "owner": "Ann", "reviewed": "2026-11-01",
                    "current": {{"likelihood": "l1", "c": "c1"}}, "treatment": {{"controls": ["A.8.15"]}}}}"#
            )
        })
        .collect();
    format!(r#""risks": [{}{more}]"#, risks.join(", "))
}

#[track_caller]
fn over(members: &str, answers: &str, expected: Expect) {
    let found = found(members, answers);
    let over = found.iter().filter(|lint| lint.rule.code.starts_with("L-OVER"));
    let lines: Vec<String> = over.map(|it| format!("{}: {}", it.rule.code, it.message)).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn what_goes_beyond_every_driver_could_be_simplified() {
    let monitoring = r#"{"id": "A.8.16", "implementation": "implemented"}"#;
    over(
        &known(""),
        monitoring,
        expect![
            "L-OVER-NO-DRIVER: A.8.16 could be simplified: no risk, obligation or reason calls for it"
        ],
    );
    over(&risk("\"notes\": \"n\""), monitoring, expect![""]);
    // Logging carries monitoring, which treats a risk above the line.
    let logging = r#"{"id": "A.8.15", "implementation": "implemented", "maturity": {"level": 4}}"#;
    over(
        &known(""),
        logging,
        expect![
            "L-OVER-MATURITY: A.8.15 could be simplified: it stands at maturity 4, and no obligation asks for it, no risk relies on it, and none that it treats was ever above the line"
        ],
    );
    let treated = r#", {"id": "r-1", "label": "R-1", "title": "a", "event": "x", "owner": "Ann", "reviewed": "2026-11-01",
        "current": {"likelihood": "l4", "c": "c4"}, "treatment": {"controls": ["A.8.16"]}}"#;
    over(&known(treated), logging, expect![""]);
    let law = r#"{"id": "o-1", "kind": "law", "title": "Law", "maturity_floor": 2, "controls": ["A.8.16"]}"#;
    let with_law = format!(r#"{}, "obligations": [{law}]"#, known(""));
    let mature = r#"{"id": "A.8.16", "implementation": "implemented", "maturity": {"level": 5}}"#;
    over(
        &with_law,
        mature,
        expect![
            "L-OVER-FLOOR: A.8.16 could be simplified: it stands at maturity 5, the obligations ask for 2, and no risk and no other reason asks for more"
        ],
    );
    let stated = |reason: &str| {
        format!("{}, \"inclusion\": [{reason}]}}", mature.strip_suffix('}').unwrap())
    };
    over(&with_law, &stated(r#"{"reason": "business", "reference": "a customer"}"#), expect![""]);
    over(
        &with_law,
        &stated(r#"{"reason": "business", "reference": "o-1"}, {"reason": "good_practice"}"#),
        expect![
            "L-OVER-FLOOR: A.8.16 could be simplified: it stands at maturity 5, the obligations ask for 2, and no risk and no other reason asks for more"
        ],
    );
    let evidence: Vec<String> =
        (0..7).map(|number| format!(r#"{{"label": "e{number}", "review_months": 3}}"#)).collect();
    let many =
        format!(r#"{{"id": "A.8.16", "response": "no", "evidence": [{}]}}"#, evidence.join(", "));
    over(
        &known(""),
        &many,
        expect![
            "L-OVER-EVIDENCE: A.8.16 could be simplified: 7 pieces of evidence are reviewed every three months or oftener, and no obligation, no risk that relies on it and none above the line asks for that"
        ],
    );
    let far = r#", {"id": "r-1", "label": "R-1", "title": "a", "event": "x", "owner": "Ann", "reviewed": "2026-11-01",
        "current": {"likelihood": "l4", "c": "c4"}, "treatment": {"option": "modify",
        "controls": ["A.8.16", "A.8.7", "A.8.8", "A.8.9"], "residual": {"likelihood": "l1", "c": "c1"}}}"#;
    let mut engine = Engine::from_document(with(&known(far), ""));
    let mut criteria = engine.document().system().criteria.clone().unwrap();
    criteria.accept_up_to = "high".parse().unwrap();
    engine.set_criteria(Some(criteria), &Default::default()).unwrap();
    let found = engine.lint_records(TODAY.parse().unwrap(), &Words::english());
    assert!(found.iter().any(|lint| lint.rule.code == "L-OVER-TREATED"), "{found:?}");
}

/// A plan of these controls for a risk far above the line, beside twelve small ones.
fn treated(controls: &str, residual: &str, line: &str, answers: &str) -> Vec<String> {
    let far = format!(
        r#", {{"id": "r-1", "label": "R-1", "title": "a", "event": "x", "owner": "Ann", "reviewed": "2026-11-01",
        "current": {{"likelihood": "l4", "c": "c4"}}, "treatment": {{"option": "modify",
        "controls": [{controls}], "residual": {{{residual}}}}}}}"#
    );
    let mut engine = Engine::from_document(with(&known(&far), answers));
    let mut criteria = engine.document().system().criteria.clone().unwrap();
    criteria.accept_up_to = line.parse().unwrap();
    engine.set_criteria(Some(criteria), &Default::default()).unwrap();
    let found = engine.lint_records(TODAY.parse().unwrap(), &Words::english());
    let found = found.into_iter().filter(|lint| lint.rule.code == "L-OVER-TREATED");
    found.map(|lint| format!("{} {}", lint.severity.word(), lint.message)).collect()
}

#[test]
fn a_plan_that_goes_far_below_the_line_waits_for_much() {
    let four = r#""A.8.16", "A.8.7", "A.8.8", "A.8.9""#;
    let low = r#""likelihood": "l1", "c": "c1""#;
    expect![
        "info the plan for the risk R-1 could be simplified: it goes far below the line and waits for 4 controls"
    ]
    .assert_eq(&treated(four, low, "high", "").join("\n"));
    // A control that there is not is never in place, so the plan waits for it too.
    let dangling = r#""A.8.16", "A.8.7", "A.8.8", "A.99.1""#;
    assert_eq!(treated(dangling, low, "high", "").len(), 1);
    // Three are not many, one level is not far, and what is in place is waited for no more.
    assert_eq!(treated(r#""A.8.16", "A.8.7", "A.8.8""#, low, "high", "").len(), 0);
    assert_eq!(treated(four, low, "medium", "").len(), 0);
    assert_eq!(treated(four, r#""likelihood": "l3", "c": "c3""#, "high", "").len(), 0);
    assert_eq!(treated(four, low, "high", r#"{"id": "A.8.7", "response": "yes"}"#).len(), 0);
}

#[test]
fn findings_carry_the_days_between_which_they_hold() {
    let engine = Engine::from_document(with(
        &format!(
            r#"{}, "obligations": [{{"id": "o-1", "label": "O-1", "kind": "law", "title": "Law",
               "controls": ["A.8.7"], "since": "2027-01-01", "until": "2027-06-30"}}]"#,
            risk(
                r#""acceptance": {"by": "x", "role": "top management", "on": "2026-01-01", "until": "2026-12-31",
                    "level": "critical", "digest": "d"}"#
            )
        ),
        r#"{"id": "A.8.7", "applicability": {"state": "excluded", "reason": "other", "justification": "x"}}"#,
    ));
    let lines: Vec<String> = engine
        .lint()
        .iter()
        .filter(|lint| {
            ["L-EXCLUDED-OBLIGED", "L-ACCEPT-EXPIRED", "L-RISK-STALE"].contains(&lint.rule.code)
        })
        .map(|lint| {
            let day =
                |day: Option<crate::Date>| day.map_or("…".to_owned(), |day| day.to_string());
            format!(
                "{} {}: {} to {}",
                lint.severity.word(),
                lint.rule.code,
                day(lint.holds_from),
                day(lint.holds_until)
            )
        })
        .collect();
    expect![[r#"
        warning L-EXCLUDED-OBLIGED: … to 2026-12-31
        error L-EXCLUDED-OBLIGED: 2027-01-01 to 2027-06-30
        warning L-RISK-STALE: … to 2026-10-31
        error L-ACCEPT-EXPIRED: 2027-01-01 to …
        warning L-RISK-STALE: 2027-05-02 to …"#]]
    .assert_eq(&lines.join("\n"));
}
