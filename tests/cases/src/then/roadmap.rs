//! What the roadmap says, and what could be simplified.

use serde_json::json;

use super::{Expected, check, member, named, of_entry, one};
use crate::check::{Check, Op, Output};
use crate::template::Gaps;

/// Sentences about the roadmap.
pub(super) const SENTENCES: &[(&str, Expected)] = &[
    ("the roadmap goes through <names>", |gaps| {
        let path = vec![member("steps"), member("id")];
        vec![check(Output::Roadmap, path, Op::Order, named(gaps)).about("steps", true)]
    }),
    ("<name> is no step", |gaps| {
        let path = vec![member("steps"), member("id")];
        let id = one(gaps.text("name"));
        vec![check(Output::Roadmap, path, Op::Lacks, id).about("steps", true)]
    }),
    (
        "<name> beats the next step by {waited|phase|inherited|priority|effort|kind|place|id|last}",
        |gaps| {
            let by = gaps.choice();
            vec![step(gaps, &["ahead"], one(&by)).about(by, true)]
        },
    ),
    ("<name> is of phase {foundation|decide|build|operate|check}", |gaps| {
        vec![step(gaps, &["phase"], one(&gaps.choice())).about("phases", true)]
    }),
    ("<name> is of its phase because of <because name>", |gaps| {
        let by = one(gaps.text("because name"));
        vec![step(gaps, &["phase_by", "id"], by).about("phases", true)]
    }),
    ("<name> waits for the steps <names>", |gaps| {
        vec![step(gaps, &["waits_for", "id"], named(gaps)).about("waits", true)]
    }),
    ("<name> waits for no step", |gaps| {
        vec![step(gaps, &["waits_for", "id"], Vec::new()).about("waits", true)]
    }),
    ("<name> is pulled forward by <by name>", |gaps| {
        let by = one(gaps.text("by name"));
        vec![step(gaps, &["pulled_by", "id"], by).about("pulled", true)]
    }),
    (
        "the parts of <name> are <number> and <risk number> and <ease number> and <urgency number>",
        |gaps| {
            let number = |gap: &str| json!(gaps.text(gap).parse::<u32>().unwrap_or_default());
            let points = ["number", "risk number", "ease number", "urgency number"].map(number);
            let [gate, risk, ease, urgency] = points;
            let mut check =
                step(gaps, &["parts", "points"], vec![gate, risk, json!(0), ease, urgency]);
            check.op = Op::List;
            vec![check.about("parts", true)]
        },
    ),
    ("<name> takes <number> hundredths of a day", |gaps| {
        let likely = json!(gaps.text("number").parse::<u32>().unwrap_or_default());
        vec![step(gaps, &["likely_cd"], vec![likely]).about("days", true)]
    }),
    ("<name> is counted in <in name>", |gaps| {
        let within = one(gaps.text("in name"));
        vec![step(gaps, &["counted_in", "id"], within).about("days", true)]
    }),
    ("the circle has <names>", |gaps| {
        let path = vec![member("circles"), member("members"), member("id")];
        vec![check(Output::Roadmap, path, Op::Same, named(gaps)).about("circles", true)]
    }),
    ("over-engineering is not judged for its {clauses|criteria|risks|drafts}", |gaps| {
        let path = vec![member("withheld")];
        vec![check(Output::Over, path, Op::Same, one(&gaps.choice())).about("withheld", true)]
    }),
    ("over-engineering is judged", |_| {
        let path = vec![member("withheld")];
        vec![check(Output::Over, path, Op::Same, Vec::new()).about("withheld", true)]
    }),
    ("<names> are cheap and left alone", |gaps| {
        let path = vec![member("cheap")];
        vec![check(Output::Over, path, Op::Same, named(gaps)).about("cheap", true)]
    }),
    ("<name> is left alone because of <because name>", |gaps| {
        let path = vec![member("carrying"), super::is("id", gaps.text("name")), member("carries")];
        let other = one(gaps.text("because name"));
        vec![check(Output::Over, path, Op::Same, other).about("carrying", true)]
    }),
    (
        "for <name> {obligation|holds|treats above|treats below|stated} was looked for and not found",
        |gaps| {
            let path = vec![
                member("controls"),
                super::is("id", gaps.text("name")),
                member("looked"),
                super::is("what", &gaps.choice()),
                member("is_found"),
            ];
            vec![check(Output::Over, path, Op::Same, vec![json!(false)]).about("looked", true)]
        },
    ),
];

fn step(gaps: &Gaps, path: &[&'static str], values: Vec<serde_json::Value>) -> Check {
    of_entry(Output::Roadmap, "steps", gaps.text("name"), path, values)
}
