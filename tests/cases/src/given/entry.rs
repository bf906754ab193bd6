//! What is said of entries of the registers.

use serde_json::{Value, json};

use super::{Members, Phrase, add, inner, listed, number, set};
use crate::template::{Estimate, Gaps};

/// Every register with what may be said of its entries.
pub(super) const REGISTERS: &[(&str, &[(&str, Phrase)])] = &[
    ("risks", RISK),
    ("actions", ACTION),
    ("obligations", OBLIGATION),
    ("groups", GROUP),
    ("own_controls", OWN_CONTROL),
    ("events", EVENT),
    ("nonconformities", NONCONFORMITY),
    ("documents", DOCUMENT),
];

const RISK: &[(&str, Phrase)] = &[
    ("labelled <text>", |it, gaps| set(it, "label", gaps.text("text"))),
    ("owned by <text>", |it, gaps| set(it, "owner", gaps.text("text"))),
    ("without an event", |it, _| drop(it.remove("event"))),
    ("with the event <text>", |it, gaps| set(it, "event", gaps.text("text"))),
    ("with the threat <text>", |it, gaps| set(it, "threat", gaps.text("text"))),
    ("with the vulnerability <text>", |it, gaps| set(it, "vulnerability", gaps.text("text"))),
    ("found from an asset", |it, _| set(it, "basis", "asset")),
    ("about <names>", |it, gaps| add(it, "groups", listed(gaps, "names"))),
    ("without controls <estimate>", |it, gaps| estimate(inner(it, "inherent"), gaps)),
    ("today <estimate>", |it, gaps| estimate(inner(it, "current"), gaps)),
    ("afterwards <estimate>", |it, gaps| {
        estimate(inner(inner(it, "treatment"), "residual"), gaps);
    }),
    ("assessed on <day>", |it, gaps| set(inner(it, "current"), "on", gaps.text("day"))),
    ("looked at on <day>", |it, gaps| set(it, "reviewed", gaps.text("day"))),
    ("resting on <names>", |it, gaps| add(it, "existing", listed(gaps, "names"))),
    ("to be {modified|retained|avoided|shared}", treat),
    ("to be {modified|retained|avoided|shared} with <names>", treat),
    ("to be {modified|retained|avoided|shared} under <under names>", treat),
    ("choosing <names>", |it, gaps| {
        add(inner(it, "treatment"), "controls", listed(gaps, "names"));
    }),
];

const ACTION: &[(&str, Phrase)] = &[
    ("labelled <text>", |it, gaps| set(it, "label", gaps.text("text"))),
    ("owned by <text>", |it, gaps| set(it, "owner", gaps.text("text"))),
    ("due on <day>", |it, gaps| set(it, "due", gaps.text("day"))),
    ("done on <day>", |it, gaps| set(it, "done", gaps.text("day"))),
    ("serving <names>", |it, gaps| add(it, "serves", listed(gaps, "names"))),
    ("bringing <names>", |it, gaps| add(it, "controls", listed(gaps, "names"))),
    ("helping <names>", |it, gaps| add(it, "items", listed(gaps, "names"))),
    ("after <names>", |it, gaps| add(it, "after", listed(gaps, "names"))),
    ("taking <number> hundredths of a day", |it, gaps| {
        set(it, "effort_cd", number(gaps, "number"));
    }),
];

const OBLIGATION: &[(&str, Phrase)] = &[
    ("labelled <text>", |it, gaps| set(it, "label", gaps.text("text"))),
    ("asking for <names>", |it, gaps| {
        let is_control = |id: &String| !id.starts_with(|first: char| first.is_ascii_digit());
        let (controls, items): (Vec<String>, Vec<String>) =
            gaps.ids("names").into_iter().partition(is_control);
        for (member, ids) in [("controls", controls), ("items", items)] {
            if !ids.is_empty() {
                add(it, member, ids.into_iter().map(Value::from).collect());
            }
        }
    }),
    ("naming the measure", |it, _| set(it, "explicit", true)),
    ("asking for maturity <number>", |it, gaps| {
        set(it, "maturity_floor", number(gaps, "number"));
    }),
    ("in force from <day>", |it, gaps| set(it, "since", gaps.text("day"))),
    ("in force until <day>", |it, gaps| set(it, "until", gaps.text("day"))),
    ("looked at on <day>", |it, gaps| set(it, "reviewed", gaps.text("day"))),
];

const GROUP: &[(&str, Phrase)] = &[
    ("labelled <text>", |it, gaps| set(it, "label", gaps.text("text"))),
    ("owned by <text>", |it, gaps| set(it, "owner", gaps.text("text"))),
];

const OWN_CONTROL: &[(&str, Phrase)] = &[
    ("labelled <text>", |it, gaps| set(it, "label", gaps.text("text"))),
    ("related to <names>", |it, gaps| add(it, "related", listed(gaps, "names"))),
];

const EVENT: &[(&str, Phrase)] = &[
    ("planned for <day>", |it, gaps| set(it, "planned", gaps.text("day"))),
    ("done on <day>", |it, gaps| set(it, "done", gaps.text("day"))),
];

const NONCONFORMITY: &[(&str, Phrase)] = &[
    ("labelled <text>", |it, gaps| set(it, "label", gaps.text("text"))),
    ("owned by <text>", |it, gaps| set(it, "owner", gaps.text("text"))),
    ("at <name>", |it, gaps| set(it, "item", gaps.text("name"))),
    ("found on <day>", |it, gaps| set(it, "found", gaps.text("day"))),
    ("caused by <text>", |it, gaps| set(it, "root_cause", gaps.text("text"))),
    ("checked on <day>", |it, gaps| set(it, "checked", gaps.text("day"))),
    ("found {effective|not effective}", |it, gaps| {
        set(it, "effective", if gaps.text("choice") == "effective" { "yes" } else { "no" });
    }),
];

const DOCUMENT: &[(&str, Phrase)] = &[
    ("{missing|a draft|approved}", |it, gaps| {
        let state = gaps.text("choice");
        set(it, "state", state.trim_start_matches("a "));
    }),
    ("dated <day>", |it, gaps| set(it, "date", gaps.text("day"))),
    ("looked at every <number> months", |it, gaps| {
        set(it, "review_months", number(gaps, "number"));
    }),
    ("owned by <text>", |it, gaps| set(it, "owner", gaps.text("text"))),
];

pub(super) fn risk(it: &mut Members, id: &str, gaps: &Gaps) {
    set(it, "label", id);
    if let Some(title) = gaps.said("text") {
        set(it, "title", title);
        set(it, "event", title);
    }
}

pub(super) fn action(it: &mut Members, id: &str, gaps: &Gaps) {
    set(it, "label", id);
    set(it, "what", gaps.text("text"));
}

pub(super) fn obligation(it: &mut Members, id: &str, gaps: &Gaps) {
    set(it, "label", id);
    set(it, "title", gaps.text("text"));
    let kind = gaps.text("choice");
    set(it, "kind", if kind == "customer demand" { "customer" } else { kind });
}

pub(super) fn group(it: &mut Members, id: &str, gaps: &Gaps) {
    set(it, "label", id);
    set(it, "name", gaps.text("text"));
}

pub(super) fn own_control(it: &mut Members, id: &str, gaps: &Gaps) {
    set(it, "label", id);
    set(it, "title", gaps.text("text"));
}

pub(super) fn event(it: &mut Members, _: &str, gaps: &Gaps) {
    set(it, "kind", gaps.choice());
}

pub(super) fn nonconformity(it: &mut Members, id: &str, gaps: &Gaps) {
    set(it, "label", id);
    set(it, "what", gaps.text("text"));
    set(it, "grade", gaps.choice());
}

pub(super) fn document(_: &mut Members, _: &str, _: &Gaps) {}

fn treat(it: &mut Members, gaps: &Gaps) {
    let option = match gaps.text("choice") {
        "modified" => "modify",
        "retained" => "retain",
        "avoided" => "avoid",
        _ => "share",
    };
    let treatment = inner(it, "treatment");
    set(treatment, "option", option);
    for (gap, member) in [("names", "controls"), ("under names", "share_basis")] {
        let named = listed(gaps, gap);
        if !named.is_empty() {
            add(treatment, member, named);
        }
    }
}

/// The steps are their words by now.
fn estimate(it: &mut Members, gaps: &Gaps) {
    let Some(Estimate { likelihood, consequences }) = gaps.estimate() else { return };
    if let Some(likelihood) = likelihood {
        it.insert("likelihood".to_owned(), json!(likelihood.text));
    }
    for (dimension, step) in consequences {
        set(it, dimension, step.text.as_str());
    }
}
