//! How a position of the roadmap, its sum and its weeks came about.

use crate::say::{Say as _, int};
use annexa_core::{
    Date, Engine, Problem,
    engine::Plan,
    problem::{problem, quoted},
    report::{Derivation, DerivationInput},
    roadmap::{Figure, Link, Roadmap, Step, StepKind, Told, days},
    words::{Value, Words},
};

/// How the key of the roadmap begins, and of a step behind it.
pub(super) const ROADMAP: &str = "roadmap";

/// What is asked for by a key that begins so: the whole, or a step behind a colon.
pub(super) fn plan(
    engine: &Engine,
    today: Date,
    key: &str,
    words: &Words,
) -> Result<Derivation, Problem> {
    let roadmap = engine.roadmap(today, Plan::default());
    let (catalogue, system) = (engine.document().catalogue(), engine.system());
    let told = Told { roadmap: &roadmap, catalogue, system, words };
    let name = key.get(ROADMAP.len()..).unwrap_or_default().trim_start_matches(':');
    if name.is_empty() {
        return Ok(whole(&told, words));
    }
    let is_it = |step: &&Step<'_>| {
        step.node.id.eq_ignore_ascii_case(name) || step.node.label.eq_ignore_ascii_case(name)
    };
    let position = roadmap.steps.iter().position(|step| is_it(&step));
    let found = position.and_then(|at| Some((at, roadmap.steps.get(at)?)));
    let (position, step) =
        found.ok_or_else(|| problem!("E-UNKNOWN-ID", "on_roadmap", id = quoted(name)))?;
    Ok(position_of(&told, position, step, words))
}

/// Where a step stands in the assessment.
fn source(step: &Step<'_>) -> String {
    let register = match step.node.kind {
        StepKind::Nonconformity => "nonconformities",
        StepKind::Risk => "risks",
        StepKind::Item => "answers",
        StepKind::Document => "documents",
        StepKind::Action => "actions",
    };
    format!("{register}/{}", step.node.id)
}

fn position_of(told: &Told<'_, '_>, position: usize, step: &Step<'_>, words: &Words) -> Derivation {
    let own = source(step);
    let mut inputs = Vec::new();
    let mut push = |name: &'static str, value: String, source: &str| {
        inputs.push(DerivationInput { name, value, source: source.to_owned() });
    };
    push("phase", told.phase(step), &own);
    let it = &step.priority;
    for (name, part) in told.parts(step) {
        let values = [
            ("part", told.say(&format!("part.{name}"), &[]).into()),
            ("points", part.points.into()),
            ("weight", part.weight.into()),
            ("product", part.product().into()),
        ];
        push("part", words.say_with("derived.part", &values), &own);
    }
    for id in &it.conditions {
        push("condition", (*id).to_owned(), id);
    }
    for (risk, points) in &it.risks {
        let Some(risk) = told.system.risks.get(*risk) else { continue };
        let label = if risk.label.is_empty() { risk.id.as_str() } else { &risk.label };
        let values = [("name", label.into()), ("points", (*points).into())];
        push("risk", words.say_with("derived.points", &values), &format!("risks/{}", risk.id));
    }
    for (name, links) in [("waits_for", &step.waits_for), ("unlocks", &step.unlocks)] {
        for Link { step: other, because } in links {
            let values =
                [("name", told.at(*other).into()), ("because", told.because(*because).into())];
            let at = told.roadmap.steps.get(*other).map(source).unwrap_or_default();
            push(name, words.say_with("derived.link", &values), &at);
        }
    }
    let of_figure = match step.work.figure {
        Figure::Reckoned(own) => format!("efforts/{} {}", own.kind.word(), own.id),
        Figure::Row(row, ..) => format!("effort/{}", row.id),
        _ => own.clone(),
    };
    push("effort", told.figure(step), &of_figure);
    push("days", days(&step.work.range, words), &of_figure);
    let parts = told.parts(step).map(|(_, part)| part.product().to_string());
    let values = [
        ("parts", parts.join(" + ").into()),
        ("own", it.sum().into()),
        ("inherited", step.inherited.into()),
        ("by", step.pulled_by.map_or_else(String::new, |by| told.at(by).to_owned()).into()),
        ("ahead", told.ahead(step, position).into()),
    ];
    let key = if step.pulled_by.is_some() { "derived.pulled" } else { "derived.priority" };
    let place = [
        ("position", int(position + 1)),
        ("count", int(told.roadmap.steps.len())),
        ("why", told.why(step).join(" ").into()),
    ];
    Derivation {
        key: format!("{ROADMAP}:{}", told.name(&step.node)),
        title: told.title(&step.node),
        result: words.say_with("derived.position", &place),
        inputs,
        arithmetic: words.say_with(key, &values),
        rule: words.say("derived.ruleRoadmap"),
    }
}

/// The sum of everything and its weeks.
fn whole(told: &Told<'_, '_>, words: &Words) -> Derivation {
    let roadmap: &Roadmap<'_> = told.roadmap;
    let mut inputs: Vec<DerivationInput> = Vec::new();
    for (phase, total) in &roadmap.totals.phases {
        let name = told.say(&format!("phase.{}", phase.word()), &[]);
        let value = words.say_with(
            "derived.link",
            &[("name", name.into()), ("because", told.total("total", total).into())],
        );
        inputs.push(DerivationInput { name: "phase", value, source: ROADMAP.to_owned() });
    }
    for text in told.calendar() {
        inputs.push(DerivationInput { name: "weeks", value: text, source: "context".to_owned() });
    }
    for text in told.assumptions() {
        inputs.push(DerivationInput {
            name: "assumption",
            value: text,
            source: "context".to_owned(),
        });
    }
    let [low, likely, high] = roadmap
        .totals
        .whole
        .range
        .ends()
        .map(|cd| Value::Int(i64::try_from(cd).unwrap_or(i64::MAX)));
    let values = [("low", low), ("likely", likely), ("high", high)];
    Derivation {
        key: ROADMAP.to_owned(),
        title: words.say("derived.roadmap"),
        result: told.total("total", &roadmap.totals.whole),
        inputs,
        arithmetic: words.say_with("derived.sum", &values),
        rule: words.say("derived.ruleSum"),
    }
}
