//! What is said of an item of the catalogue, or of a control of one's own.

use serde_json::json;

use super::{Members, Phrase, add, inner, number, set};
use crate::template::Gaps;

/// What may be said of an item.
pub(super) const PHRASES: &[(&str, Phrase)] = &[
    ("answered {yes|partly|no|not applicable|unknown}", |it, gaps| {
        set(it, "response", gaps.choice());
    }),
    ("{implemented|partly implemented|planned|not implemented|not assessed}", |it, gaps| {
        let state = gaps.choice();
        set(it, "implementation", if state == "partly_implemented" { "partly" } else { &state });
    }),
    ("applicable", |it, _| set(inner(it, "applicability"), "state", "applicable")),
    ("excluded", |it, _| set(inner(it, "applicability"), "state", "excluded")),
    ("excluded with the reason {no risk|no activity|no asset|other}", |it, gaps| {
        let scope = inner(it, "applicability");
        set(scope, "state", "excluded");
        set(scope, "reason", gaps.choice());
    }),
    ("inherited", |it, _| set(inner(it, "applicability"), "state", "inherited")),
    ("inherited from <text>", |it, gaps| {
        let scope = inner(it, "applicability");
        set(scope, "state", "inherited");
        set(scope, "provider", gaps.text("text"));
    }),
    ("justified by <text>", |it, gaps| {
        set(inner(it, "applicability"), "justification", gaps.text("text"));
    }),
    ("to be looked at again by <day>", |it, gaps| {
        set(inner(it, "applicability"), "review", gaps.text("day"));
    }),
    ("included because of {a risk|a law|a contract|the business|good practice}", include),
    ("included because of {a risk|a law|a contract|the business|good practice} <name>", include),
    ("explained with <text>", |it, gaps| set(it, "inclusion_words", gaps.text("text"))),
    ("at maturity <number>", |it, gaps| {
        set(inner(it, "maturity"), "level", number(gaps, "number"));
    }),
    ("aiming at maturity <number>", |it, gaps| {
        set(inner(it, "maturity"), "target", number(gaps, "number"));
    }),
    ("evidence <text> [of <day>] [looked at every <number> months]", |it, gaps| {
        let mut evidence = Members::new();
        set(&mut evidence, "label", gaps.text("text"));
        if let Some(day) = gaps.said("day") {
            set(&mut evidence, "date", day);
        }
        if gaps.said("number").is_some() {
            set(&mut evidence, "review_months", number(gaps, "number"));
        }
        add(it, "evidence", vec![evidence.into()]);
    }),
    (
        "the finding {opportunity|observation|minor nonconformity|major nonconformity}",
        |it, gaps| set(inner(it, "finding"), "kind", gaps.choice()),
    ),
    ("owned by <text>", |it, gaps| set(it, "owner", gaps.text("text"))),
    ("due on <day>", |it, gaps| set(it, "due", gaps.text("day"))),
    ("changed on <day>", |it, gaps| set(it, "changed", gaps.text("day"))),
];

fn include(it: &mut Members, gaps: &Gaps) {
    let reason = reason(gaps.text("choice"));
    let reference = gaps.said("name").unwrap_or_default();
    let entry = match reference {
        "" => json!({ "reason": reason }),
        reference => json!({ "reason": reason, "reference": reference }),
    };
    add(it, "inclusion", vec![entry]);
}

/// The word that files have for a reason.
pub(crate) fn reason(written: &str) -> &'static str {
    match written {
        "a risk" => "risk",
        "a law" => "legal",
        "a contract" => "contractual",
        "the business" => "business",
        _ => "good_practice",
    }
}
