//! What the register of risks says.

use serde_json::{Value, json};

use super::{Expected, check, member, named, of_entry, one};
use crate::check::{Check, Op, Output};
use crate::template::Gaps;

/// Sentences about risks.
pub(super) const SENTENCES: &[(&str, Expected)] = &[
    ("<name> is {a draft|avoided|acceptable|accepted|planned|insufficient|untreated}", |gaps| {
        vec![state(gaps)]
    }),
    (
        "<name> is not {a draft|avoided|acceptable|accepted|planned|insufficient|untreated}",
        |gaps| {
            let mut check = state(gaps);
            check.op = Op::Lacks;
            check.about.iter_mut().for_each(|(_, finds)| *finds = false);
            vec![check]
        },
    ),
    ("<name> is {avoided|acceptable} by treatment", |gaps| {
        vec![state(gaps), risk(gaps, "by_treatment", vec![json!(true)])]
    }),
    ("<name> is {avoided|acceptable} without treatment", |gaps| {
        vec![state(gaps), risk(gaps, "by_treatment", vec![json!(false)])]
    }),
    ("<name> lacks <missing words> for an evaluation", |gaps| {
        let missing =
            gaps.names("missing words").iter().map(|word| json!(word.text.replace(' ', "_")));
        vec![risk(gaps, "missing", missing.collect()).about("draft", true)]
    }),
    ("today <name> is at <level>", |gaps| vec![level(gaps, "current", gaps.text("level"))]),
    ("what is planned of <name> is at <level>", |gaps| {
        vec![level(gaps, "planned", gaps.text("level"))]
    }),
    ("nothing is planned to be left of <name>", |gaps| vec![level(gaps, "planned", "gone")]),
    ("what counts of <name> is at <level>", |gaps| {
        vec![level(gaps, "exposure", gaps.text("level"))]
    }),
    ("nothing counts of <name>", |gaps| vec![level(gaps, "exposure", "gone")]),
    ("<number> of <of number> are done for <name>", |gaps| {
        let number = |gap: &str| vec![json!(gaps.text(gap).parse::<u32>().unwrap_or_default())];
        vec![risk(gaps, "done", number("number")), risk(gaps, "of", number("of number"))]
    }),
    ("<name> is stale", |gaps| vec![risk(gaps, "stale", vec![json!(true)])]),
    ("<name> is not stale", |gaps| vec![risk(gaps, "stale", vec![json!(false)])]),
    ("the approval of the plan of <name> is {absent|void|valid}", |gaps| {
        vec![risk(gaps, "plan_approval", one(&gaps.choice())).about("approvals", true)]
    }),
    ("the approval of the rest of <name> is {absent|void|valid}", |gaps| {
        vec![risk(gaps, "residual_approval", one(&gaps.choice())).about("approvals", true)]
    }),
    ("the acceptance of <name> is {valid|not valid}", |gaps| {
        let is_valid = gaps.text("choice") == "valid";
        vec![risk(gaps, "accepted", vec![json!(is_valid)]).about("acceptance", is_valid)]
    }),
    ("the risks rank <names>", |gaps| {
        let path = vec![member("risks"), member("id")];
        vec![check(Output::Risks, path, Op::List, named(gaps)).about("rank", true)]
    }),
    ("<name> ranks ahead by {exposure|open|current|dimensions|draft|label|id}", |gaps| {
        vec![risk(gaps, "ahead_by", one(&gaps.choice())).about("rank", true)]
    }),
];

fn risk(gaps: &Gaps, name: &'static str, values: Vec<Value>) -> Check {
    of_entry(Output::Risks, "risks", gaps.text("name"), &[name], values)
}

fn state(gaps: &Gaps) -> Check {
    let choice = gaps.text("choice");
    let word = choice.trim_start_matches("a ");
    risk(gaps, "state", one(word)).about(word, true)
}

fn level(gaps: &Gaps, name: &'static str, level: &str) -> Check {
    risk(gaps, name, one(level)).about("level", true)
}
