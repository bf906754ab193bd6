//! Risks on a day.

mod laws;
pub(crate) mod random;

use expect_test::{Expect, expect};

use super::{Risks, State, figures, label_order, rank, shown};
use crate::assessment::{Document, Ready};
use crate::facts::{Facts, Ledger, Remains};
use random::document;

pub(crate) const TODAY: &str = "2026-12-31";

/// A document with the ready criteria and these members.
pub(crate) fn with(members: &str, answers: &str) -> Document {
    let criteria = String::from_utf8(Ready::Four.criteria().unwrap().to_json()).unwrap();
    document(&format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022",
            "criteria": {criteria}, {members}, "answers": [{answers}]}}"#
    ))
}

/// The states, levels and order of a register, in a line each.
fn told(document: &Document) -> String {
    let (facts, ledger) = (Facts::of(document), Ledger::of(document));
    let risks = Risks::of(document, &facts, &ledger, TODAY.parse().unwrap());
    let evaluations = risks.evaluations();
    let mut text = String::new();
    for ranked in rank(&risks, &evaluations) {
        let it = &evaluations[ranked.risk];
        let level = |remains: Option<Remains>| match remains {
            None => "-".to_owned(),
            Some(Remains::Gone) => "gone".to_owned(),
            Some(Remains::At(key)) => {
                format!("{}.{}.{}", key.level, key.consequence, key.likelihood)
            }
        };
        text.push_str(&format!(
            "{} {}{}{}: {} > {}, counts {}; {} of {}; next: {}\n",
            document.system().risks[ranked.risk].label,
            it.state.word(),
            if it.is_by_treatment { " by treatment" } else { "" },
            if it.is_stale { ", stale" } else { "" },
            level(it.current),
            level(it.planned),
            level(it.exposure),
            it.taken.done,
            it.taken.of,
            ranked.why.word(),
        ));
        for missing in &it.missing {
            text.push_str(&format!("  needs {}\n", missing.word()));
        }
    }
    text
}

#[track_caller]
fn check(members: &str, answers: &str, expected: Expect) {
    expected.assert_eq(&told(&with(members, answers)));
}

const GRAVE: &str = r#""event": "x", "owner": "Ann", "reviewed": "2026-12-01",
    "current": {"likelihood": "l4", "c": "c4"}"#;

#[test]
fn a_state_follows_from_decision_progress_and_line() {
    check(
        &format!(
            r#""risks": [
            {{"id": "r-1", "label": "R-1", "title": "nothing decided", {GRAVE}}},
            {{"id": "r-2", "label": "R-2", "title": "kept, above the line", {GRAVE}, "treatment": {{"option": "retain"}}}},
            {{"id": "r-3", "label": "R-3", "title": "planned", {GRAVE}, "treatment": {{"option": "modify",
               "controls": ["A.8.7", "A.8.13"], "residual": {{"likelihood": "l1", "c": "c2"}}}}}},
            {{"id": "r-4", "label": "R-4", "title": "done", {GRAVE}, "treatment": {{"option": "modify",
               "controls": ["A.8.7"], "residual": {{"likelihood": "l1", "c": "c2"}}}}}},
            {{"id": "r-5", "label": "R-5", "title": "nobody carries it", {GRAVE}, "treatment": {{"option": "modify",
               "controls": ["A.5.7"], "residual": {{"likelihood": "l1", "c": "c2"}}}}}},
            {{"id": "r-6", "label": "R-6", "title": "avoided", {GRAVE}, "treatment": {{"option": "avoid"}}}},
            {{"id": "r-7", "label": "R-7", "title": "low", "event": "x", "current": {{"likelihood": "l1", "c": "c1"}}}},
            {{"id": "r-8", "label": "R-8", "title": "draft", "basis": "asset"}},
            {{"id": "r-9", "label": "R-9", "title": "insured", {GRAVE}, "treatment": {{"option": "share",
               "share_basis": ["o-1"], "residual": {{"likelihood": "l4", "c": "c1"}}}}}}],
            "obligations": [{{"id": "o-1", "kind": "contract", "title": "Insurance"}}],
            "actions": [{{"id": "t-1", "what": "Stop it", "serves": ["r-6"], "done": "2026-12-30"}}]"#
        ),
        r#"{"id": "A.8.7", "implementation": "implemented"}, {"id": "A.8.13", "implementation": "planned"}"#,
        expect![[r#"
            R-1 untreated: 3.3.3 > 3.3.3, counts 3.3.3; 0 of 0; next: label
            R-2 insufficient: 3.3.3 > 3.3.3, counts 3.3.3; 0 of 0; next: label
            R-3 planned: 3.3.3 > 0.1.0, counts 3.3.3; 1 of 2; next: label
            R-5 untreated: 3.3.3 > 0.1.0, counts 3.3.3; 0 of 1; next: exposure
            R-9 insufficient: 3.3.3 > 1.0.3, counts 1.0.3; 0 of 0; next: exposure
            R-4 acceptable by treatment: 3.3.3 > 0.1.0, counts 0.1.0; 1 of 1; next: exposure
            R-7 acceptable, stale: 0.0.0 > 0.0.0, counts 0.0.0; 0 of 0; next: exposure
            R-6 avoided by treatment: 3.3.3 > gone, counts gone; 1 of 1; next: draft
            R-8 draft: - > -, counts -; 0 of 0; next: last
              needs threat
              needs vulnerability
              needs groups
              needs likelihood
              needs consequence
        "#]],
    );
}

#[test]
fn an_asset_needs_threat_vulnerability_and_group() {
    check(
        r#""groups": [{"id": "g-1", "name": "Servers"}], "risks": [
            {"id": "r-1", "label": "R-1", "title": "a", "basis": "asset", "threat": "ME11", "vulnerability": "x",
             "groups": ["g-1"], "current": {"likelihood": "l1", "a": "c4"}},
            {"id": "r-2", "label": "R-2", "title": "a", "basis": "asset", "threat": "ME11", "vulnerability": "x",
             "groups": ["g-9"], "current": {"likelihood": "l1", "a": "c4"}},
            {"id": "r-3", "label": "R-3", "title": "a", "event": "x", "current": {"likelihood": "l7", "a": "c4"}},
            {"id": "r-4", "label": "R-4", "title": "a", "event": "x", "current": {"a": "c4"}}]"#,
        "",
        expect![[r#"
            R-1 untreated, stale: 2.3.0 > 2.3.0, counts 2.3.0; 0 of 0; next: draft
            R-2 draft: - > -, counts -; 0 of 0; next: label
              needs groups
            R-3 draft: - > -, counts -; 0 of 0; next: label
              needs known_step
            R-4 draft: - > -, counts -; 0 of 0; next: last
              needs likelihood
        "#]],
    );
}

#[test]
fn an_acceptance_holds_for_a_time_a_level_and_a_role() {
    let accepted = |more: &str, until: &str, role: &str, level: &str| {
        let scenario = with(&format!(r#""risks": [{{"id": "r-1", "title": "a", {GRAVE}}}]"#), "");
        let digest = super::scenario_digest(&scenario.system().risks[0]);
        let document = with(
            &format!(
                r#""risks": [{{"id": "r-1", "label": "R-1", "title": "a", {GRAVE}{more}, "acceptance": {{
                   "by": "Cleo", "role": "{role}", "on": "2026-12-01", "until": "{until}", "level": "{level}",
                   "digest": "{digest}"}}}}]"#
            ),
            "",
        );
        let (facts, ledger) = (Facts::of(&document), Ledger::of(&document));
        Risks::of(&document, &facts, &ledger, TODAY.parse().unwrap()).evaluate(0).unwrap().state
    };
    let top = "Top management ";
    assert_eq!(accepted("", "2027-01-01", top, "critical"), State::Accepted);
    assert_eq!(accepted("", TODAY, top, "critical"), State::Accepted);
    assert_eq!(accepted("", "2026-12-30", top, "critical"), State::Untreated, "it is over");
    assert_eq!(accepted("", "2027-01-01", "risk owner", "critical"), State::Untreated);
    assert_eq!(accepted("", "2027-01-01", top, "high"), State::Untreated, "it is higher");
    assert_eq!(accepted("", "2027-01-01", top, "gone"), State::Untreated, "no such level");
    let other = r#", "vulnerability": "an open door""#;
    assert_eq!(accepted(other, "2027-01-01", top, "critical"), State::Untreated);
    let same = r#", "notes": "n", "treatment": {"option": "retain"}"#;
    assert_eq!(accepted(same, "2027-01-01", top, "critical"), State::Accepted);
}

#[test]
fn figures_add_up() {
    let document = with(
        &format!(
            r#""groups": [{{"id": "g-1", "label": "G-10", "name": "A"}}, {{"id": "g-2", "label": "G-9", "name": "B"}}],
            "risks": [{{"id": "r-1", "title": "a", {GRAVE}, "groups": ["g-1", "g-2"]}},
            {{"id": "r-2", "title": "a", "event": "x", "owner": " ann", "groups": ["g-1"],
              "current": {{"likelihood": "l1", "c": "c1"}}}}, {{"id": "r-3", "title": "draft"}}]"#
        ),
        "",
    );
    let (facts, ledger) = (Facts::of(&document), Ledger::of(&document));
    let risks = Risks::of(&document, &facts, &ledger, TODAY.parse().unwrap());
    let figures = figures(&risks, &risks.evaluations());
    for grid in [&figures.current, &figures.exposure, &figures.planned] {
        assert_eq!(grid.sum(), 3);
    }
    let told: Vec<String> = figures
        .owners
        .iter()
        .chain(&figures.groups)
        .map(|it| format!("{}: {} ({} open)", it.name, it.number, it.open))
        .collect();
    assert_eq!(told, [": 1 (0 open)", "Ann: 2 (1 open)", "g-2: 1 (1 open)", "g-1: 2 (1 open)"]);
}

#[test]
fn labels_sort_as_people_count() {
    let mut labels =
        ["R-10", "R-9", "R-9a", "R", "", "R-09", "S-1", "R-x", "R-100000000000000000000"];
    labels.sort_by(|one, other| label_order(one, other));
    assert_eq!(
        labels,
        ["", "R", "R-9", "R-09", "R-9a", "R-10", "R-100000000000000000000", "R-x", "S-1"]
    );
    assert_eq!(shown("r-4k2m9x01ab", "R-7", true), "R-7~4k2m");
    assert_eq!(shown("r-4k2m9x01ab", "R-7", false), "R-7");
    assert_eq!(shown("plain", "R-7", true), "R-7~plain");
    assert_eq!(shown("plain", "", false), "plain");
}

#[test]
fn what_is_chosen_and_is_no_control_has_no_day() {
    let risk = |approvals: &str| {
        let members = format!(
            r#""risks": [{{"id": "r-1", "title": "a", {GRAVE},
                "treatment": {{"option": "modify", "controls": ["A.8.7", "A.9.99"]}}, "approvals": [{approvals}]}}]"#
        );
        with(&members, r#"{"id": "A.8.7", "owner": "Dan", "due": "2027-03-01"}"#)
    };
    let state = |document: &Document| {
        let (facts, ledger) = (Facts::of(document), Ledger::of(document));
        let risks = Risks::of(document, &facts, &ledger, TODAY.parse().unwrap());
        (super::plan_digest(&risks, 0), risks.evaluations()[0].plan.word())
    };
    let (digest, _) = state(&risk(""));
    let approval = |more: &str| {
        format!(
            r#"{{"id": "a-1", "of": "plan", "by": "Ann", "on": "2026-12-01", "digest": "{digest}"{more}}}"#
        )
    };
    assert_eq!(state(&risk(&approval(""))).1, "valid");
    assert_eq!(state(&risk(&approval(r#", "latest_due": "2027-03-01""#))).1, "void");
}
