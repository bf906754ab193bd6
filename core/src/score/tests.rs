//! Rounding, keys and explanations.

use expect_test::expect;

use super::{Score, ScoreKey, share};
use crate::assessment::{Answer, Applicability, Implementation, Response};
use crate::catalogue::Catalogue;
use crate::engine::Engine;
use crate::words::Words;

#[test]
fn shares_round_half_up() {
    assert_eq!(share(10_000, 3), 3_333);
    assert_eq!(share(20_000, 3), 6_667);
    assert_eq!(share(5_000, 2), 2_500);
    assert_eq!(share(1, 2), 1);
    assert_eq!(share(0, 0), 0);
}

#[test]
fn nothing_assessed_is_no_score() {
    let score = Score::new(ScoreKey(0));
    assert_eq!((score.score_bp(), score.coverage_bp()), (None, None));
}

#[test]
fn keys_come_back_from_their_text() {
    let engine = Engine::new(Catalogue::iso27001_2022());
    let catalogue = engine.document().catalogue();
    let keys: Vec<ScoreKey> = engine.scores().map(|score| score.key).collect();
    assert_eq!(keys.len(), 2 + 7 + 4 + 3 + 3 + 5 + 15 + 4);
    let mut ids = Vec::new();
    for key in keys {
        let id = catalogue.group(key).unwrap().id();
        assert_eq!(catalogue.score_key(id).unwrap(), key);
        ids.push(id);
    }
    expect!["requirements controls clause:4 clause:5 clause:6 clause:7 clause:8 clause:9 clause:10 theme:Organizational theme:People theme:Physical theme:Technological control_type:Preventive control_type:Detective control_type:Corrective infosec_properties:Confidentiality infosec_properties:Integrity infosec_properties:Availability cybersecurity_concepts:Identify cybersecurity_concepts:Protect cybersecurity_concepts:Detect cybersecurity_concepts:Respond cybersecurity_concepts:Recover operational_capabilities:Governance operational_capabilities:Asset_management operational_capabilities:Information_protection operational_capabilities:Human_resource_security operational_capabilities:Physical_security operational_capabilities:System_and_network_security operational_capabilities:Application_security operational_capabilities:Secure_configuration operational_capabilities:Identity_and_access_management operational_capabilities:Threat_and_vulnerability_management operational_capabilities:Continuity operational_capabilities:Supplier_relationships_security operational_capabilities:Legal_and_compliance operational_capabilities:Information_security_event_management operational_capabilities:Information_security_assurance security_domains:Governance_and_Ecosystem security_domains:Protection security_domains:Defence security_domains:Resilience"].assert_eq(&ids.join(" "));
    expect!["E-SCORE-KEY: `clause:3` is not a score of `iso27001-2022`; write one such as `requirements`, `controls`, `clause:4`, `theme:Organizational`, `control_type:Preventive`"].assert_eq(&crate::words::in_english(&[catalogue.score_key("clause:3").unwrap_err()]));
}

#[test]
fn an_explanation_shows_every_input_and_adds_up() {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    let answer = |id: &str| Answer::new(id.parse().unwrap());
    engine.set(answer("A.6.1").respond(Response::Yes)).unwrap();
    engine.set(answer("A.6.2").respond(Response::Partly)).unwrap();
    engine
        .set(Answer { implementation: Some(Implementation::Planned), ..answer("A.6.3") })
        .unwrap();
    engine
        .set(Answer { applicability: Applicability::Excluded.into(), ..answer("A.6.7") })
        .unwrap();
    let key = engine.document().catalogue().score_key("theme:People").unwrap();
    let explanation = engine.explain(key).unwrap();
    let words = Words::english();
    let items = engine.document().catalogue().items();
    let points = explanation.inputs.iter().map(|input| u32::from(input.points_bp.unwrap_or(0)));
    let points: u32 = points.sum();
    assert_eq!(points, explanation.score.points_bp);
    let lines: Vec<String> = explanation
        .inputs
        .iter()
        .map(|input| {
            let id = items[input.item].id();
            format!("{id} {} {}", input.points_bp.unwrap_or(0), input.why(&words))
        })
        .collect();
    expect![[r#"
        15,000 points / 3 assessed = 5,000 bp; 3 assessed / 7 in scope = 4,286 bp coverage
        A.6.1 10000 assessed as implemented
        A.6.2 5000 assessed as partly implemented
        A.6.3 0 assessed as planned
        A.6.4 0 nobody has looked at it yet; it lowers the coverage, not the score
        A.6.5 0 nobody has looked at it yet; it lowers the coverage, not the score
        A.6.6 0 nobody has looked at it yet; it lowers the coverage, not the score
        A.6.7 0 excluded in the Statement of Applicability; out of scope
        A.6.8 0 nobody has looked at it yet; it lowers the coverage, not the score"#]]
    .assert_eq(&format!("{}\n{}", explanation.arithmetic(&words), lines.join("\n")));
}
