//! Where risks stand after a command, in a line or two each.

use super::{level, named};
use crate::{
    cli::Edit,
    commands::change::Open,
    failure::Failure,
    output::Done,
    say::Say as _,
    show::{BOLD, line, paint},
};
use annexa_core::{
    Date, Engine, Id,
    assessment::{Register, Risk, TreatmentOption},
    facts::Remains,
    report::Changed,
    risk::{Evaluation, Risks},
    words::{Value, Words},
};

/// What people call a risk.
pub(super) fn called(risk: &Risk) -> &str {
    named(risk.id.as_str(), &risk.label)
}

/// Writes what was changed, and says where the risks stand and then what else there is to say.
pub(super) fn finish(
    open: Open,
    edit: &Edit,
    ids: &[Id],
    words: &Words,
    more: impl FnOnce(&Open) -> String,
) -> Result<Done, Failure> {
    let said = lines(&open.engine, open.today, ids, words) + &more(&open);
    open.finish(edit, &changed(ids), &said, words)
}

/// Risks as changed entries.
fn changed(ids: &[Id]) -> Vec<Changed> {
    let entry = |id: &Id| Changed { register: Register::Risk.name(), id: id.as_str().to_owned() };
    ids.iter().map(entry).collect()
}

/// Where risks stand: level, side of the line, state.
fn lines(engine: &Engine, today: Date, ids: &[Id], words: &Words) -> String {
    let risks = engine.risks(today);
    let mut text = String::new();
    for (risk, it) in found(&risks, ids) {
        let mut values = vec![
            ("risk", paint(BOLD, &line(called(risk))).into()),
            ("id", risk.id.as_str().into()),
            ("title", line(&risk.title).into()),
        ];
        let key = if it.missing.is_empty() {
            values.extend([
                ("level", line(&level(&risks, it.exposure, words)).into()),
                ("side", side(&risks, it.exposure, words).into()),
                ("state", words.label("risk_state", it.state.word()).into()),
            ]);
            "change.risk"
        } else {
            let missing = it.missing.iter().map(|it| words.label("risk_missing", it.word()));
            values.push(("missing", Value::Ids(missing.map(str::to_owned).collect())));
            "change.draft"
        };
        text.push_str(&format!("{}\n", words.say_with(key, &values)));
    }
    text
}

/// What a decision leaves, and what it still lacks.
pub(super) fn plan(engine: &Engine, today: Date, id: &Id, words: &Words) -> String {
    let risks = engine.risks(today);
    let mut text = String::new();
    for (risk, it) in found(&risks, std::slice::from_ref(id)) {
        let Some(option) = risk.treatment.option else { continue };
        let mut say = |key: &str, values: &[(&str, Value)]| {
            text.push_str(&format!("  {}\n", words.say_with(&format!("plan.{key}"), values)));
        };
        let option_name = words.label("treatment", option.word());
        if it.planned.is_some() {
            let values = [
                ("option", option_name.into()),
                ("level", line(&level(&risks, it.planned, words)).into()),
                ("side", side(&risks, it.planned, words).into()),
            ];
            say("leaves", &values);
        }
        if !it.is_decided {
            say(&format!("undecided_{}", option.word()), &[]);
        }
        let needs = matches!(option, TreatmentOption::Modify | TreatmentOption::Share);
        if needs && risk.treatment.residual.is_none() {
            say("no_residual", &[]);
        }
        let excluded = excluded(&risks, &it, risk);
        if !excluded.is_empty() {
            say("excluded", &[("controls", Value::Ids(excluded))]);
        }
    }
    text
}

/// The chosen controls that the assessment excludes.
fn excluded(risks: &Risks<'_>, it: &Evaluation, risk: &Risk) -> Vec<String> {
    let facts = risks.ledger.risks.get(it.risk);
    let chosen = facts.map_or(&[][..], |facts| &facts.chosen);
    let out = chosen.iter().filter(|place| {
        use annexa_core::assessment::Applicability::Excluded;
        risks.control(**place).applicability == Excluded
    });
    let items = risks.catalogue.items();
    let ids = out.filter_map(|place| Some(items.get(*place)?.id().to_owned()));
    ids.filter(|id| risk.treatment.controls.iter().any(|it| it.as_str() == id)).collect()
}

/// On which side of the line something is.
pub(super) fn side(risks: &Risks<'_>, remains: Option<Remains>, words: &Words) -> String {
    let scale = risks.ledger.scale.as_ref();
    let is_above = scale.zip(remains).is_some_and(|(scale, remains)| scale.is_above(remains));
    words.say(if is_above { "risks.above" } else { "risks.below" })
}

fn found<'r>(risks: &'r Risks<'_>, ids: &'r [Id]) -> impl Iterator<Item = (&'r Risk, Evaluation)> {
    ids.iter().filter_map(|id| {
        let place = risks.system.risks.iter().position(|risk| risk.id == *id)?;
        Some((risks.system.risks.get(place)?, risks.evaluate(place)?))
    })
}
