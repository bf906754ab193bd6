//! What a plugin concluded, for people.

use crate::{
    failure::Failure,
    show::{DIM, PLAIN, heading, line, maybe_percent, outcome, paint, short_percent, spaced},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{
    Engine,
    crosswalk::{Conclusion, Contribution, Effect, Relation},
    words::Words,
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
    let mut text = heading(&format!("Crosswalk to {}", line(&about.target_title)));
    let made = format!("{} {}, sha256 {}", about.name, about.version, computed.digest_sha256);
    text.push_str(&format!("{}\n", line(&made)));
    for words in wrap(&line(&about.summary), width()) {
        text.push_str(&format!("{words}\n"));
    }
    let totals = conclusion.totals.0.iter().filter(|(_, count)| *count > 0);
    let totals: Vec<String> = totals
        .map(|(result, count)| {
            let (words, style) = outcome(*result);
            format!("{count} {}", paint(style, &words))
        })
        .collect();
    text.push_str(&format!("{} targets: {}\n\n", conclusion.results.len(), totals.join(" · ")));
    let mut table = Table::new(&[
        Column::Left("Target"),
        Column::Words("Title"),
        Column::Left("Result"),
        Column::Right("Support"),
        Column::Right("Confidence"),
    ]);
    for result in &conclusion.results {
        let Some(target) = conclusion.target(result) else { continue };
        table.row([
            cell(&target.id),
            cell(&target.title),
            outcome(result.outcome),
            cell(maybe_percent(result.support_bp)),
            cell(maybe_percent(result.confidence_bp)),
        ]);
        for contribution in conclusion.contributions(result) {
            table.below(&contribution_text(&contribution), DIM);
        }
        table.below(&conclusion.gap(result, words), PLAIN);
    }
    text.push_str(&table.show());
    text
}

/// `A.5.30 + A.8.13  superset  partly  50 %  (confidence 80 %, effect part)`; the share is what
/// the row supports of the target.
fn contribution_text(it: &Contribution<'_>) -> String {
    let row = it.mapping;
    let sources = Some(row.sources.join(" + ")).filter(|sources| !sources.is_empty());
    let mut parts = Vec::from_iter(sources);
    if row.relation == Relation::None {
        parts.push(format!("none: {}", row.rationale));
        return parts.join("  ");
    }
    let (state, effect) = (spaced(&it.state_words().join(" + ")), spaced(it.effect.word()));
    parts.extend([row.relation.word().to_owned(), state]);
    match it.support_bp {
        Some(support) => parts.push(short_percent(support.into())),
        None if it.effect == Effect::Part => parts.push("share not stated".to_owned()),
        None => {}
    }
    let confidence = short_percent(row.confidence_bp.into());
    parts.push(format!("(confidence {confidence}, effect {effect})"));
    parts.join("  ")
}

#[cfg(test)]
mod tests;
