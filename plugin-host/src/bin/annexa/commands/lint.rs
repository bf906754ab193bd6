//! `annexa lint`: what an auditor would stop at, ask about, or want to know.

use crate::{
    cli::{self, Format},
    failure::{Exit, Failure},
    input,
    output::{Done, Output},
    say::{Say as _, int},
    show::{DIM, line, paint, severity},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{
    Catalogue, Date, Engine,
    lint::{Record, Severity},
    report::{lint_csv, lint_json},
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(
    args: &cli::Dated,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let (engine, today) = input::dated(args, catalogue, words)?;
    let lints = engine.lint_records(today, words);
    let output = match args.input.form.format {
        Format::Text => {
            let text = text(&lints, today, words) + &over(&engine, today, words);
            Output::Text(text)
        }
        Format::Json => Output::Bytes(lint_json(&engine, &lints, today)),
        Format::Csv => Output::Bytes(lint_csv(&lints)),
    };
    let has_errors = lints.iter().any(|lint| lint.severity == Severity::Error);
    let exit = if has_errors { Exit::Findings } else { Exit::Done };
    Ok(Done::of(output, exit))
}

fn text(lints: &[Record], today: Date, words: &Words) -> String {
    if lints.is_empty() {
        return words.say_with("lint.none", &[("day", today.into())]) + "\n";
    }
    let mut table = Table::new(
        words,
        "lint",
        &[
            Column::Left("severity"),
            Column::Left("code"),
            Column::Words("message"),
            Column::Words("fix"),
        ],
    );
    for lint in lints {
        table.row([
            severity(lint.severity, words),
            cell(lint.rule.code),
            cell(&lint.message),
            cell(&lint.fix),
        ]);
    }
    let [errors, warnings, infos] = totals(lints);
    let total = [
        ("errors", words.count(errors, "errors").into()),
        ("warnings", words.count(warnings, "warnings").into()),
        ("infos", int(infos)),
        ("day", today.into()),
    ];
    format!("{}\n{}\n", table.show(), words.say_with("lint.total", &total))
}

/// What is said of over-engineering beside the findings: why nothing is said, or what is left alone.
fn over(engine: &Engine, today: Date, words: &Words) -> String {
    let overview = engine.over(today);
    let said = overview.withheld_text(words).or_else(|| overview.cheap_text(words));
    let said = said.filter(|_| engine.system().mode().has_clauses());
    let lines = said.iter().flat_map(|said| wrap(&line(said), width()));
    lines.map(|it| format!("{}\n", paint(DIM, &it))).collect()
}

fn totals(lints: &[Record]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Info]
        .map(|severity| lints.iter().filter(|lint| lint.severity == severity).count())
}
