//! What the Statement of Applicability says.

use serde_json::{Value, json};

use super::{Expected, check, is, member, named, of_entry, one};
use crate::check::{Check, Op, Output};
use crate::fault::What;
use crate::given::{not_understood, reason_word};
use crate::template::{Gaps, fit};
use crate::token::Token;

/// Sentences about rows and totals.
pub(super) const SENTENCES: &[(&str, Expected)] = &[
    ("<name> is {chosen|already there|not necessary|undecided} in the comparison", |gaps| {
        let word = gaps.choice();
        vec![row(gaps, "comparison", one(&word)).about(word, true)]
    }),
    ("<name> is not {chosen|already there|not necessary|undecided} in the comparison", |gaps| {
        let word = gaps.choice();
        let is = row(gaps, "comparison", one(&word));
        vec![Check { op: Op::Lacks, ..is }.about(word, false)]
    }),
    ("<name> is marked {excluded used|excluded obliged}", |gaps| {
        let word = gaps.choice();
        let has = row(gaps, "contradictions", one(&word));
        vec![Check { op: Op::Has, ..has }.about(word, true)]
    }),
    ("<name> is not marked {excluded used|excluded obliged}", |gaps| {
        let word = gaps.choice();
        let has = row(gaps, "contradictions", one(&word));
        vec![Check { op: Op::Lacks, ..has }.about(word, false)]
    }),
    ("<name> is shown as {applicable|excluded|inherited}", |gaps| {
        vec![row(gaps, "applicability", one(&gaps.choice())).about("rows", true)]
    }),
    ("<name> shows the exclusion {no risk|no activity|no asset|other}", |gaps| {
        vec![row(gaps, "exclusion", one(&gaps.choice())).about("rows", true)]
    }),
    ("<name> shows the {justification|provider|owner} <text>", |gaps| {
        vec![row(gaps, field(gaps), one(gaps.text("text"))).about("rows", true)]
    }),
    ("<name> shows no {exclusion|justification|provider|owner}", |gaps| {
        vec![row(gaps, field(gaps), Vec::new()).about("rows", false)]
    }),
    ("<name> shows the evidence <names>", |gaps| {
        vec![row(gaps, "evidence", named(gaps)).about("rows", true)]
    }),
    ("the inclusion of <name> reads <text>", |gaps| {
        vec![row(gaps, "inclusion_text", one(gaps.text("text"))).about("reasons", true)]
    }),
    ("the inclusion of <name> reads nothing", |gaps| {
        vec![row(gaps, "inclusion_text", Vec::new()).about("reasons", false)]
    }),
    ("the rows stand in the order <names>", |gaps| {
        let path = vec![member("rows"), member("id")];
        vec![check(Output::Soa, path, Op::Order, named(gaps)).about("rows", true)]
    }),
    (
        "of the catalogue <number> are {applicable|excluded|inherited|implemented|partly|planned|not implemented|not assessed}",
        |gaps| vec![total(gaps, "totals")],
    ),
    (
        "of own controls <number> are {applicable|excluded|inherited|implemented|partly|planned|not implemented|not assessed}",
        |gaps| vec![total(gaps, "own_totals")],
    ),
    (
        "of all controls <number> are {applicable|excluded|inherited|implemented|partly|planned|not implemented|not assessed}",
        |gaps| vec![total(gaps, "all_totals")],
    ),
    ("the comparison counts <number> {undecided|contradictions}", |gaps| {
        vec![total(gaps, "compared")]
    }),
];

/// Sentences that end with a list of reasons or of days, and what may stand in it.
pub(super) const REASONS: [&str; 8] = [
    "the reasons for <name> are",
    "the plan for <name> is",
    "nothing",
    "{treats|holds} <name>",
    "required by <name> [from <day>]",
    "stated: {a risk|a law|a contract|the business|good practice} [<name>]",
    "<day> [by <text>]",
    "<day> with <name> [by <text>]",
];

fn row(gaps: &Gaps, name: &'static str, values: Vec<Value>) -> Check {
    of_entry(Output::Soa, "rows", gaps.text("name"), &[name], values)
}

fn field(gaps: &Gaps) -> &'static str {
    match gaps.text("choice") {
        "justification" => "justification",
        "provider" => "provider",
        "owner" => "owner",
        _ => "exclusion",
    }
}

fn total(gaps: &Gaps, of: &'static str) -> Check {
    let names = [
        "applicable",
        "excluded",
        "inherited",
        "implemented",
        "partly",
        "planned",
        "not_implemented",
        "not_assessed",
        "undecided",
        "contradictions",
    ];
    let choice = gaps.choice();
    let name = names.into_iter().find(|name| *name == choice).unwrap_or_default();
    let number = json!(gaps.text("number").parse::<u32>().unwrap_or_default());
    let path = vec![member(of), member(name)];
    check(Output::Soa, path, Op::Same, vec![number]).about("totals", true)
}

/// A list of reasons or of days, if it is one.
pub(super) fn lists(words: &[Token]) -> Option<Result<Vec<Check>, What>> {
    let [reasons, plan, nothing, treats, required, stated, alone, with] = REASONS;
    for (head, rule, list) in [(reasons, "reasons", "inclusion"), (plan, "plan", "plan")] {
        let Some((taken, gaps)) = fit(head, words) else { continue };
        let mut rest = words.get(taken..).unwrap_or_default();
        let mut values = Vec::new();
        let mut about = vec![(rule.to_owned(), true)];
        if fit(nothing, rest).is_none_or(|(taken, _)| taken < rest.len()) {
            loop {
                let entry = if rule == "reasons" {
                    reason([treats, required, stated], rest, &mut about)
                } else {
                    due([with, alone], rest)
                };
                let Some((taken, value)) = entry else { return Some(Err(not_understood(rest))) };
                values.push(value);
                rest = match rest.get(taken..).unwrap_or_default() {
                    [] => break,
                    [Token::Comma, after @ ..] => after,
                    other => return Some(Err(not_understood(other))),
                };
            }
        }
        let path = vec![member("rows"), is("id", gaps.text("name")), member(list)];
        return Some(Ok(vec![Check { output: Output::Soa, path, op: Op::List, values, about }]));
    }
    None
}

fn reason(
    [treats, required, stated]: [&str; 3],
    words: &[Token],
    about: &mut Vec<(String, bool)>,
) -> Option<(usize, Value)> {
    if let Some((taken, gaps)) = fit(stated, words) {
        let reference = gaps.said("name").map_or(Value::Null, Value::from);
        let reason = reason_word(gaps.text("choice"));
        about.push(("stated".to_owned(), true));
        let value = json!({ "driver": "stated", "reason": reason, "reference": reference });
        return Some((taken, value));
    }
    let (mut taken, driver, gaps) = match fit(treats, words) {
        Some((taken, gaps)) => (taken, gaps.text("choice").to_owned(), gaps),
        None => {
            let (taken, gaps) = fit(required, words)?;
            (taken, "obliged".to_owned(), gaps)
        }
    };
    let also = fit("also stated", words.get(taken..).unwrap_or_default());
    if let Some((more, _)) = &also {
        about.push(("stated".to_owned(), false));
        taken += more;
    }
    let from = gaps.said("day").map_or(Value::Null, Value::from);
    let (entry, also) = (gaps.text("name"), also.is_some());
    let value = json!({ "driver": driver, "entry": entry, "from": from, "also_stated": also });
    about.push((driver, true));
    Some((taken, value))
}

fn due([with, alone]: [&str; 2], words: &[Token]) -> Option<(usize, Value)> {
    let (taken, gaps) = fit(with, words).or_else(|| fit(alone, words))?;
    let said = |gap: &str| gaps.said(gap).map_or(Value::Null, Value::from);
    Some((taken, json!({ "due": said("day"), "owner": said("text"), "action": said("name") })))
}
