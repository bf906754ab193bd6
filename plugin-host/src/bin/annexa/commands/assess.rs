//! `annexa assess`: scores, and what crosswalks conclude.

use super::{
    crosswalk::{self, Computed, compute},
    scores, unknown,
};
use crate::{
    cli::{Assess, Format},
    failure::{Exit, Failure},
    input,
    output::{Done, Output},
    say::{Say as _, int},
    show::{BAD, heading, line, paint},
    today,
};
use annexa_core::{
    Catalogue, Date, Engine,
    catalogue::Force,
    lint::Severity,
    report::{Crosswalked, NotComputed, report_json, results_json, scores_csv},
    words::Words,
};
use annexa_plugin_host::{Host, Plugin};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// A crosswalk with the name it was asked for, and what came of it.
struct Applied<'p> {
    argument: String,
    outcome: Result<Computed<'p>, Failure>,
}

pub(crate) fn run(
    args: &Assess,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let format = args.input.form.format;
    let today = today::given(args.today.today.as_deref())?;
    let engine = input::engine(&args.input.file, catalogue, words)?;
    let plugins = load(input::host_for, &engine, &args.plugins, words);
    let crosswalks = apply(&engine, &plugins);
    let output = match format {
        Format::Text => {
            let mut text = text(&engine, today::or_now(today)?, &args.input.file, words);
            text.extend(crosswalks.iter().map(|crosswalk| crosswalk_text(crosswalk, words)));
            Output::Text(text)
        }
        Format::Json if crosswalks.is_empty() => Output::Bytes(report_json(&engine, words)),
        Format::Json => Output::Bytes(json(&engine, &crosswalks, words)),
        // A CSV is one table. What a plugin concludes has its own, from `plugin run`.
        Format::Csv => Output::Bytes(scores_csv(&engine)),
    };
    let failures: Vec<Failure> =
        crosswalks.into_iter().filter_map(|crosswalk| crosswalk.outcome.err()).collect();
    let exit = if failures.is_empty() { Exit::Done } else { Exit::NotComputed };
    Ok(Done { failures, ..Done::of(output, exit) })
}

/// Loads each plugin; one that fails does not stop the others, and a sandbox that does not start
/// leaves each without a result, and the scores as they are.
fn load<'a>(
    host: fn(&Engine) -> Result<Host, Failure>,
    engine: &Engine,
    plugins: &'a [PathBuf],
    words: &Words,
) -> Vec<(&'a PathBuf, Result<Plugin, Failure>)> {
    if plugins.is_empty() {
        return Vec::new();
    }
    let host = host(engine);
    let load = |plugin: &'a PathBuf| match &host {
        Ok(host) => (plugin, input::plugin(host, plugin)),
        Err(failure) => (plugin, Err(failure.of(input::name(plugin, words)))),
    };
    plugins.iter().map(load).collect()
}

/// Runs each plugin that was loaded.
fn apply<'p>(
    engine: &Engine,
    plugins: &'p [(&PathBuf, Result<Plugin, Failure>)],
) -> Vec<Applied<'p>> {
    let apply = |(argument, plugin): &'p (&PathBuf, Result<Plugin, Failure>)| Applied {
        argument: argument.display().to_string(),
        outcome: match plugin {
            Ok(plugin) => compute(plugin, engine),
            Err(failure) => Err(failure.clone()),
        },
    };
    plugins.iter().map(apply).collect()
}

fn text(engine: &Engine, today: Date, file: &Path, words: &Words) -> String {
    let file = line(&input::name(file, words));
    let mut text = scores::cover(engine, words);
    text.push_str(&scores::tables(engine, words));
    text.push_str(&heading(&words.say("assess.look")));
    let gaps = engine.gap_records(words);
    let required = gaps.iter().filter(|gap| gap.force == Force::Requirement).count();
    let values = [
        ("gaps", words.count(gaps.len(), "gaps").into()),
        ("requirements", int(required)),
        ("controls", int(gaps.len() - required)),
        ("file", file.as_str().into()),
    ];
    text.push_str(&format!("{}\n", words.say_with("assess.gaps", &values)));
    let lints = engine.lint_records(today, words);
    let of = |severity| lints.iter().filter(|lint| lint.severity == severity).count();
    let errors = words.count(of(Severity::Error), "errors");
    let errors = if of(Severity::Error) > 0 { paint(BAD, &errors) } else { errors };
    let values = [
        ("day", today.into()),
        ("errors", errors.into()),
        ("warnings", words.count(of(Severity::Warning), "warnings").into()),
        ("infos", int(of(Severity::Info))),
        ("file", file.into()),
    ];
    text.push_str(&format!("{}\n", words.say_with("assess.lint", &values)));
    text.push_str(&unknown::line(engine, words));
    text
}

fn crosswalk_text(crosswalk: &Applied<'_>, words: &Words) -> String {
    match &crosswalk.outcome {
        Ok(computed) => crosswalk::text(computed, words),
        Err(failure) => {
            let plugin = line(&crosswalk.argument);
            let title = words.say_with("crosswalk.failed", &[("plugin", plugin.into())]);
            let mut text = heading(&title);
            let why = [("why", failure.summary(words).into())];
            text.push_str(&paint(BAD, &words.say_with("crosswalk.notComputed", &why)));
            text.push('\n');
            for entry in failure.entries(words) {
                text.push_str(&format!("  {}: {}\n", entry.code, entry.text));
                text.push_str(&format!("    {}: {}\n", words.say("fix"), entry.fix));
            }
            text
        }
    }
}

fn json(engine: &Engine, crosswalks: &[Applied<'_>], words: &Words) -> Vec<u8> {
    let phases: Vec<Option<String>> = crosswalks.iter().map(Applied::phase).collect();
    let crosswalks = crosswalks.iter().zip(&phases).map(|(it, phase)| Crosswalked {
        argument: &it.argument,
        outcome: match &it.outcome {
            Ok(Computed { conclusion, digest_sha256 }) => Ok((conclusion, *digest_sha256)),
            Err(failure) => {
                Err(NotComputed { phase: phase.as_deref(), problems: failure.problems() })
            }
        },
    });
    results_json(engine, &crosswalks.collect::<Vec<_>>(), words)
}

impl Applied<'_> {
    /// During what it failed.
    fn phase(&self) -> Option<String> {
        let failure = self.outcome.as_ref().err()?;
        failure.phase().map(|phase| phase.to_string())
    }
}

#[cfg(test)]
mod tests;
