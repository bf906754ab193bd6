//! What is known of the gates and their conditions.

use serde_json::json;

use super::{Expected, check, ground, is, member, named, one};
use crate::check::{Check, Op, Output, Step};
use crate::template::Gaps;

/// Sentences about gates.
pub(super) const SENTENCES: &[(&str, Expected)] = &[
    ("<condition> {is met|blocks|is unknown}", |gaps| {
        let word = match gaps.text("choice") {
            "is met" => "met",
            "blocks" => "blocks",
            _ => "unknown",
        };
        vec![verdict(gaps, word)]
    }),
    ("<condition> blocks as <ground text>", |gaps| blocks(gaps, Op::Same)),
    ("<condition> blocks as <ground text>: <names>", |gaps| blocks(gaps, Op::Same)),
    ("<condition> blocks as <ground text>: <names> among others", |gaps| blocks(gaps, Op::Has)),
    ("<condition> is unknown as <ground text>", |gaps| vec![has_ground(gaps, "unknown")]),
    ("<condition> is unknown as <ground text>: <names>", |gaps| {
        vec![has_ground(gaps, "unknown"), names(gaps, "unknown", Op::Same)]
    }),
    ("<condition> is unknown as <ground text>: <names> among others", |gaps| {
        vec![has_ground(gaps, "unknown"), names(gaps, "unknown", Op::Has)]
    }),
    ("<condition> does not block as <ground text>", |gaps| {
        let mut path = grounds(gaps);
        path.push(Step::Where(vec![("reason", ground(gaps.text("ground text")))]));
        path.push(member("reason"));
        vec![check(Output::Gates, path, Op::Same, Vec::new()).about(gaps.text("condition"), false)]
    }),
    ("the gate of {stage 1|stage 2} is blocked", |gaps| vec![state(gaps, "blocked")]),
    ("the gate of {stage 1|stage 2} is unknown", |gaps| vec![state(gaps, "unknown")]),
    ("nothing known blocks {stage 1|stage 2}", |gaps| vec![state(gaps, "nothing_known_blocks")]),
    ("{stage 2} waits for stage 1", |gaps| vec![state(gaps, "waits")]),
    ("there are no gates", |_| {
        let path = |stage| vec![member(stage), member("state")];
        let none = |stage| check(Output::Gates, path(stage), Op::Same, Vec::new());
        vec![none("stage_1").about("gates", false), none("stage_2").about("gates", false)]
    }),
];

fn stage(condition: &str) -> &'static str {
    if condition.starts_with("S1-") { "stage_1" } else { "stage_2" }
}

fn state(gaps: &Gaps, word: &str) -> Check {
    let stage = if gaps.text("choice") == "stage 1" { "stage_1" } else { "stage_2" };
    let path = vec![member(stage), member("state")];
    check(Output::Gates, path, Op::Same, one(word)).about("gates", true)
}

fn condition(gaps: &Gaps) -> Vec<Step> {
    let id = gaps.text("condition");
    vec![member(stage(id)), member("conditions"), is("id", id)]
}

fn grounds(gaps: &Gaps) -> Vec<Step> {
    let mut path = condition(gaps);
    path.push(member("grounds"));
    path
}

fn verdict(gaps: &Gaps, word: &str) -> Check {
    let mut path = condition(gaps);
    path.push(member("verdict"));
    let is_met = word == "met";
    check(Output::Gates, path, Op::Same, one(word)).about(gaps.text("condition"), !is_met)
}

fn blocks(gaps: &Gaps, op: Op) -> Vec<Check> {
    let mut checks = vec![verdict(gaps, "blocks"), has_ground(gaps, "blocks")];
    if !gaps.names("names").is_empty() {
        checks.push(names(gaps, "blocks", op));
    }
    checks
}

fn has_ground(gaps: &Gaps, verdict: &str) -> Check {
    let word = ground(gaps.text("ground text"));
    let mut path = grounds(gaps);
    let is_it = vec![("reason", word.clone()), ("verdict", verdict.to_owned())];
    path.extend([Step::Where(is_it), member("reason")]);
    let id = gaps.text("condition");
    let about = format!("{id} {word}");
    check(Output::Gates, path, Op::Same, vec![json!(word)]).about(id, true).about(about, true)
}

fn names(gaps: &Gaps, verdict: &str, op: Op) -> Check {
    let word = ground(gaps.text("ground text"));
    let mut path = grounds(gaps);
    let is_it = vec![("reason", word), ("verdict", verdict.to_owned())];
    path.extend([Step::Where(is_it), member("about"), member("id")]);
    check(Output::Gates, path, op, named(gaps)).about(gaps.text("condition"), true)
}
