//! How a risk's level and state, or a control's row of the Statement of Applicability, came about.

use crate::{
    commands::pick,
    say::Say as _,
    show::{BOLD, line, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{
    Date, Engine, Problem,
    assessment::{Applicability, Estimate, Register, Risk, Step},
    problem::{problem, quoted},
    report::{Derivation, DerivationInput, explain_risk},
    soa::inclusion_text,
    words::{Value, Words},
};

/// What stands ahead of a control whose row is asked for.
pub(super) const SOA: &str = "soa:";

/// How a risk came to its level and state; nothing where a key names no risk.
pub(super) fn risk(
    engine: &Engine,
    today: Date,
    key: &str,
    words: &Words,
) -> Option<Result<Derivation, Problem>> {
    let id = match pick::entry(engine, Register::Risk, key) {
        Ok(id) => id,
        Err(problem) if problem.case == "label_twice" => return Some(Err(problem)),
        Err(_) => return None,
    };
    let risks = engine.risks(today);
    let place = engine.system().risks.iter().position(|risk| risk.id == id)?;
    let (risk, it) = (engine.system().risks.get(place)?, risks.evaluate(place)?);
    let mut inputs = Inputs { words, at: format!("risks/{}", risk.id), all: Vec::new() };
    inputs.estimate("current", risk.current.as_ref(), engine);
    inputs.controls("existing", &risk.existing, engine);
    if let Some(option) = risk.treatment.option {
        inputs.own("option", "treatment/option", words.label("treatment", option.word()));
    }
    inputs.controls("chosen", &risk.treatment.controls, engine);
    inputs.actions(risk, engine, today);
    inputs.estimate("residual", risk.treatment.residual.as_ref(), engine);
    if let Some(criteria) = &engine.system().criteria
        && let Some(level) = criteria.levels.get(criteria.line())
    {
        inputs.push("line", &level.name, "criteria/accept_up_to".to_owned());
    }
    let label = if risk.label.is_empty() { risk.id.as_str() } else { &risk.label };
    Some(Ok(Derivation {
        key: label.to_owned(),
        title: risk.title.clone(),
        result: words.label("risk_state", it.state.word()).to_owned(),
        inputs: inputs.all,
        arithmetic: explain_risk(&risks, &it, risk, words),
        rule: words.say("derived.ruleRisk"),
    }))
}

/// How a control came to its row.
pub(super) fn control(engine: &Engine, key: &str, words: &Words) -> Result<Derivation, Problem> {
    let name = key.get(SOA.len()..).unwrap_or_default();
    let id = pick::control(engine, name)?;
    let soa = engine.soa();
    let row = soa.rows.iter().find(|row| row.id == id.as_str());
    let row = row.ok_or_else(|| problem!("E-UNKNOWN-ID", "control", id = quoted(name)))?;
    let mut inputs = Inputs { words, at: format!("answers/{id}"), all: Vec::new() };
    for reason in &row.reasons {
        let values = [
            ("reason", words.label("inclusion_reason", reason.reason.word()).into()),
            ("driver", words.label("driver", reason.driver.word()).into()),
            ("reference", reason.reference.as_str().into()),
        ];
        let bare = reason.reference.is_empty();
        let key = if bare { "derived.reasonBare" } else { "derived.reason" };
        let source = match &reason.link {
            Some((register, id)) => format!("{}/{id}", register.name()),
            None => format!("answers/{id}/inclusion"),
        };
        inputs.push("reason", &words.say_with(key, &values), source);
    }
    let applicability = words.label("applicability", row.applicability.word());
    inputs.own("applicability", "applicability", applicability);
    if let Some(exclusion) = row.exclusion {
        let reason = words.label("exclusion_reason", exclusion.word());
        inputs.own("exclusion", "applicability/reason", reason);
    }
    inputs.own("justification", "applicability/justification", &row.justification);
    inputs.own("provider", "applicability/provider", &row.provider);
    inputs.own("own_words", "inclusion_words", &row.inclusion_words);
    let implementation = words.label("implementation", row.implementation.word());
    inputs.own("implementation", "implementation", implementation);
    for contradiction in &row.contradictions {
        inputs.own("contradiction", "", words.label("contradiction", contradiction.word()));
    }
    let comparison = row.comparison.map(|it| words.label("comparison", it.word()).to_owned());
    let arithmetic = match row.applicability {
        Applicability::Excluded => row.justification.clone(),
        Applicability::Applicable | Applicability::Inherited => inclusion_text(row, words),
    };
    Ok(Derivation {
        key: format!("{SOA}{id}"),
        title: row.title(engine.document().catalogue(), words).to_owned(),
        result: match comparison {
            Some(comparison) => {
                let values = [("row", applicability.into()), ("compared", comparison.into())];
                words.say_with("derived.row", &values)
            }
            None => applicability.to_owned(),
        },
        inputs: inputs.all,
        arithmetic,
        rule: words.say("derived.ruleSoa"),
    })
}

/// A derivation for people.
pub(super) fn text(it: &Derivation, words: &Words) -> String {
    let head = [
        ("key", paint(BOLD, &line(&it.key)).into()),
        ("title", line(&it.title).into()),
        ("result", line(&it.result).into()),
    ];
    let mut text = format!("{}\n\n", words.say_with("derived.head", &head));
    for part in [&it.arithmetic, &it.rule] {
        for line in wrap(&line(part), width()).iter().filter(|it| !it.is_empty()) {
            text.push_str(&format!("{line}\n"));
        }
    }
    let columns = [Column::Left("name"), Column::Words("value"), Column::Left("source")];
    let mut table = Table::new(words, "derived", &columns);
    for input in &it.inputs {
        let name = words.say(&format!("input.{}", input.name));
        table.row([cell(name), cell(&input.value), cell(&input.source)]);
    }
    format!("{text}\n{}", table.show())
}

/// Collects inputs.
struct Inputs<'w> {
    words: &'w Words,
    at: String,
    all: Vec<DerivationInput>,
}

impl Inputs<'_> {
    fn push(&mut self, name: &'static str, value: &str, source: String) {
        if !value.trim().is_empty() {
            self.all.push(DerivationInput { name, value: value.to_owned(), source });
        }
    }

    /// Something that stands in a field of what is explained.
    fn own(&mut self, name: &'static str, field: &str, value: &str) {
        let source = format!("{}/{field}", self.at);
        self.push(name, value, source.trim_end_matches('/').to_owned());
    }

    /// An assessment by the names of its steps.
    fn estimate(&mut self, name: &'static str, estimate: Option<&Estimate>, engine: &Engine) {
        let (Some(estimate), Some(criteria)) = (estimate, &engine.system().criteria) else {
            return;
        };
        let named = |steps: &[Step], word: Option<&annexa_core::Id>| {
            let word = word?;
            let step = steps.iter().find(|step| step.word == *word);
            Some(step.map_or_else(|| word.to_string(), |step| step.name.clone()))
        };
        let mut parts = Vec::new();
        parts.extend(named(&criteria.likelihood, estimate.likelihood.as_ref()));
        let dimensions = [("c", &estimate.c), ("i", &estimate.i), ("a", &estimate.a)];
        for (letter, step) in dimensions {
            if let Some(step) = named(&criteria.consequence, step.as_ref()) {
                let dimension = self.words.say(&format!("threats.{letter}"));
                let values = [("dimension", dimension.into()), ("step", step.into())];
                parts.push(self.words.say_with("derived.dimension", &values));
            }
        }
        if let Some(step) = named(&criteria.consequence, estimate.x.as_ref()) {
            let dimension = criteria.other_dimension.as_str();
            let values = [("dimension", dimension.into()), ("step", step.into())];
            parts.push(self.words.say_with("derived.dimension", &values));
        }
        let field = if name == "residual" { "treatment/residual" } else { name };
        self.own(name, field, &parts.join(", "));
    }

    /// Controls with how far each is in place.
    fn controls(&mut self, name: &'static str, ids: &[annexa_core::Id], engine: &Engine) {
        let soa = engine.soa();
        for id in ids {
            let row = soa.rows.iter().find(|row| row.id == id.as_str());
            let state = row.map(|row| match row.applicability {
                Applicability::Excluded => self.words.label("applicability", "excluded"),
                _ => self.words.label("implementation", row.implementation.word()),
            });
            let title = row.map_or("", |row| row.title(engine.document().catalogue(), self.words));
            let values = [
                ("id", id.as_str().into()),
                ("title", title.into()),
                ("state", state.unwrap_or_default().into()),
            ];
            let value = self.words.say_with("derived.control", &values);
            self.push(name, &value, format!("answers/{id}"));
        }
    }

    /// Actions that serve a risk, with owner and day.
    fn actions(&mut self, risk: &Risk, engine: &Engine, today: Date) {
        for action in &engine.system().actions {
            if !action.serves.contains(&risk.id) {
                continue;
            }
            let is_done = action.done.is_some_and(|done| done <= today);
            let mut values: Vec<(&str, Value)> = vec![
                ("what", action.what.as_str().into()),
                ("owner", action.owner.as_str().into()),
            ];
            let key = match (is_done, action.done, action.due) {
                (true, Some(day), _) => {
                    values.push(("day", day.into()));
                    "derived.actionDone"
                }
                (_, _, Some(day)) => {
                    values.push(("day", day.into()));
                    "derived.actionDue"
                }
                _ => "derived.actionOpen",
            };
            let value = self.words.say_with(key, &values);
            self.push("action", &value, format!("actions/{}", action.id));
        }
    }
}
