//! What a plugin concluded, for people.

use crate::{
    failure::Failure,
    say::{Say as _, int},
    show::{DIM, PLAIN, heading, line, outcome, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{
    Engine,
    crosswalk::{Conclusion, Contribution, Effect, Relation},
    words::{Value, Words},
};
use annexa_plugin_host::Plugin;

/// What a plugin concluded, and the digest of its file.
pub(super) struct Computed<'p> {
    pub(super) conclusion: Conclusion<'p>,
    pub(super) digest_sha256: &'p str,
}

/// Runs a plugin over an assessment.
pub(super) fn compute<'p>(plugin: &'p Plugin, engine: &Engine) -> Result<Computed<'p>, Failure> {
    let conclusion = plugin.run(engine)?;
    Ok(Computed { conclusion, digest_sha256: &plugin.admitted().digest_sha256 })
}

pub(super) fn text(computed: &Computed<'_>, words: &Words) -> String {
    let conclusion = &computed.conclusion;
    let about = conclusion.crosswalk.crosswalk().description();
    let title = [("target", line(&about.target_title).into())];
    let mut text = heading(&words.say_with("crosswalk.title", &title));
    let made = [
        ("name", about.name.as_str().into()),
        ("version", about.version.as_str().into()),
        ("digest", computed.digest_sha256.into()),
    ];
    text.push_str(&format!("{}\n", line(&words.say_with("crosswalk.made", &made))));
    for words in wrap(&line(&about.summary), width()) {
        text.push_str(&format!("{words}\n"));
    }
    let totals = conclusion.totals.0.iter().filter(|(_, count)| *count > 0);
    let totals: Vec<String> = totals
        .map(|(result, count)| {
            let (outcome, style) = outcome(*result, words);
            let values = [("number", (*count).into()), ("outcome", paint(style, &outcome).into())];
            words.say_with("crosswalk.total", &values)
        })
        .collect();
    let totals =
        [("count", int(conclusion.results.len())), ("outcomes", totals.join(" · ").into())];
    text.push_str(&format!("{}\n\n", words.say_with("crosswalk.totals", &totals)));
    let mut table = Table::new(
        words,
        "crosswalk",
        &[
            Column::Left("target"),
            Column::Words("name"),
            Column::Left("result"),
            Column::Right("support"),
            Column::Right("confidence"),
        ],
    );
    for result in &conclusion.results {
        let Some(target) = conclusion.target(result) else { continue };
        table.row([
            cell(&target.id),
            cell(&target.title),
            outcome(result.outcome, words),
            cell(words.percent(result.support_bp)),
            cell(words.percent(result.confidence_bp)),
        ]);
        for contribution in conclusion.contributions(result) {
            table.below(&contribution_text(&contribution, words), DIM);
        }
        table.below(&conclusion.gap(result, words), PLAIN);
    }
    text.push_str(&table.show());
    text
}

/// `A.5.30 + A.8.13  superset  partly  50 %  (confidence 80 %, effect part)`; the share is what
/// the row supports of the target.
fn contribution_text(it: &Contribution<'_>, words: &Words) -> String {
    let row = it.mapping;
    let sources = Some(row.sources.join(" + ")).filter(|sources| !sources.is_empty());
    let mut parts = Vec::from_iter(sources);
    if row.relation == Relation::None {
        let rationale = [("rationale", row.rationale.as_str().into())];
        parts.push(words.say_with("crosswalk.none", &rationale));
        return parts.join("  ");
    }
    let states = it.state_words().into_iter().map(|state| words.say(&format!("source.{state}")));
    parts.push(words.say(&format!("relation.{}", row.relation.word())));
    parts.push(states.collect::<Vec<_>>().join(" + "));
    match it.support_bp {
        Some(support) => parts.push(words.share(support)),
        None if it.effect == Effect::Part => parts.push(words.say("crosswalk.notStated")),
        None => {}
    }
    let judged = [
        ("confidence", Value::Share(row.confidence_bp)),
        ("effect", words.say(&format!("effect.{}", it.effect.word())).into()),
    ];
    parts.push(words.say_with("crosswalk.judged", &judged));
    parts.join("  ")
}

#[cfg(test)]
mod tests;
