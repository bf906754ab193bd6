//! What could be simplified at a control: what was looked for, and what is usually overdone there.

use super::super::pick;
use crate::{
    say::Say as _,
    show::line,
    table::{width, wrap},
};
use annexa_core::{
    Date, Engine, Problem,
    effort::{OVERDONE, Situation},
    over::{Judge, Looked, overdone, rests, withheld},
    problem::{problem, quoted},
    report::{Derivation, DerivationInput},
    words::Words,
};

/// How the key begins, with a control behind it.
pub(super) const OVER: &str = "over:";

/// Everything that could be simplified, with what was looked for and not found.
pub(super) fn text(engine: &Engine, today: Date, words: &Words) -> String {
    let overview = engine.over(today);
    let catalogue = engine.document().catalogue();
    let situation = Situation::of(&engine.system().context);
    let mut lines: Vec<String> = overview.withheld_text(words).into_iter().collect();
    for it in &overview.simpler {
        let looked = it.looked(words).into_iter().filter(|(_, is_found, _)| !is_found);
        let missing: Vec<String> = looked.map(|(_, _, text)| text).collect();
        let values = [
            ("id", catalogue.id_at(it.control).into()),
            ("title", words.title_of(catalogue, it.control).into()),
            ("code", it.remark.code().into()),
            ("missing", missing.join(" ").into()),
        ];
        lines.push(words.say_with("derived.overLine", &values));
        lines.extend(it.overdone.iter().map(|it| overdone(it, &situation, words)));
    }
    let labels = overview.plans.iter().filter_map(|(risk, _)| {
        let risk = engine.system().risks.get(*risk)?;
        Some(if risk.label.is_empty() { risk.id.as_str() } else { &risk.label }.to_owned())
    });
    let labels: Vec<String> = labels.collect();
    if !labels.is_empty() {
        let values = [("names", labels.join(", ").into())];
        lines.push(words.say_with("derived.overPlans", &values));
    }
    for (control, other) in &overview.carrying {
        let values =
            [("id", catalogue.id_at(*control).into()), ("other", catalogue.id_at(*other).into())];
        lines.push(words.say_with("derived.overCarrying", &values));
    }
    lines.extend(overview.cheap_text(words));
    if lines.is_empty() {
        lines.push(words.say("derived.overNothing"));
    }
    let wrapped = lines.iter().flat_map(|text| wrap(&line(text), width()));
    wrapped.map(|text| format!("{text}\n")).collect()
}

/// How what is said of a control, or not said, came about.
pub(super) fn control(
    engine: &Engine,
    today: Date,
    key: &str,
    words: &Words,
) -> Result<Derivation, Problem> {
    let name = key.get(OVER.len()..).unwrap_or_default();
    let id = pick::control(engine, name)?;
    let catalogue = engine.document().catalogue();
    let place = catalogue.index_of(id.as_str());
    let place = place.ok_or_else(|| problem!("E-UNKNOWN-ID", "control", id = quoted(name)))?;
    let risks = engine.risks(today);
    let rests = rests(&risks);
    let judge = Judge::new(risks, engine.document(), &rests);
    let mut inputs = Vec::new();
    let mut push = |name: &'static str, value: String| {
        inputs.push(DerivationInput { name, value, source: format!("answers/{id}") });
    };
    for (word, looked) in Looked::WORDS {
        let key = if judge.finds(place, *looked) { "found" } else { "missing" };
        push("driver", words.message(&format!("over.{key}.{word}"), &[]));
    }
    let situation = Situation::of(&engine.system().context);
    for it in OVERDONE.iter().filter(|it| it.at.contains(&id.as_str())) {
        push("overdone", overdone(it, &situation, words));
    }
    let overview = engine.over(today);
    let carried = judge.carries(place).map(|other| catalogue.id_at(other));
    let remarks = judge.remarks(place);
    let result = match (withheld(&risks), remarks.as_slice()) {
        (Some(_), _) => overview.withheld_text(words).unwrap_or_default(),
        _ if !judge.is_judged(place) => words.say("derived.overExempt"),
        _ if judge.is_cheap(place) => words.say("derived.overCheap"),
        (None, []) if judge.is_idle(place) && carried.is_some() => {
            let values = [("other", carried.unwrap_or_default().into())];
            words.say_with("derived.overCarries", &values)
        }
        (None, []) => words.say("derived.overNothing"),
        (None, remarks) => {
            let codes: Vec<&str> = remarks.iter().map(|remark| remark.code()).collect();
            words.say_with("derived.overSimpler", &[("codes", codes.join(", ").into())])
        }
    };
    let strength = words.say(&format!("derived.strength.{}", judge.strength(place).word()));
    Ok(Derivation {
        key: format!("{OVER}{id}"),
        title: words.title_of(catalogue, place).to_owned(),
        result,
        inputs,
        arithmetic: strength,
        rule: words.say("derived.ruleOver"),
    })
}
