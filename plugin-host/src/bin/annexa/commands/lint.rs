//! `annexa lint`: what an auditor would stop at, ask about, or want to know.

use crate::{
    cli::{self, Format},
    failure::{Exit, Failure},
    input,
    json::Json,
    output::{Done, Output},
    show::{count, severity},
    table::{Column, Table, cell},
    today,
};
use annexa_core::{Catalogue, CsvWriter, Date, Engine, Lint, Severity};
use std::sync::Arc;

pub(crate) fn run(args: &cli::Lint, catalogue: Arc<Catalogue>) -> Result<Done, Failure> {
    let today = today::given(args.today.today.as_deref())?;
    let engine = input::engine(&args.input.file, catalogue)?;
    let today = today::or_now(today)?;
    let lints = engine.lint(today);
    let output = match args.input.form.format {
        Format::Text => Output::Text(text(&lints, today)),
        Format::Json => Output::Bytes(json(&engine, &lints, today)?),
        Format::Csv => Output::Bytes(csv(&lints)),
    };
    let has_errors = lints.iter().any(|lint| lint.rule.severity == Severity::Error);
    let exit = if has_errors { Exit::Findings } else { Exit::Done };
    Ok(Done::of(output, exit))
}

fn text(lints: &[Lint], today: Date) -> String {
    if lints.is_empty() {
        return format!("nothing found on {today}\n");
    }
    let mut table = Table::new(&[
        Column::Left("Severity"),
        Column::Left("Code"),
        Column::Words("What is the matter"),
        Column::Words("What to do"),
    ]);
    for lint in lints {
        table.row([
            severity(lint.rule.severity),
            cell(lint.rule.code),
            cell(&lint.message),
            cell(lint.rule.fix),
        ]);
    }
    let [errors, warnings, infos] = totals(lints);
    let (errors, warnings) = (count(errors, "error"), count(warnings, "warning"));
    format!("{}\n{errors}, {warnings}, {infos} worth knowing on {today}\n", table.show())
}

fn totals(lints: &[Lint]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Info]
        .map(|severity| lints.iter().filter(|lint| lint.rule.severity == severity).count())
}

fn csv(lints: &[Lint]) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["severity", "code", "id", "message", "fix"]);
    for Lint { rule, id, message } in lints {
        csv.row([rule.severity.word(), rule.code, id, message, rule.fix]);
    }
    csv.finish()
}

fn json(engine: &Engine, lints: &[Lint], today: Date) -> Result<Vec<u8>, Failure> {
    let [errors, warnings, infos] = totals(lints);
    let lints = lints.iter().map(|lint| {
        Json::Object(vec![
            ("severity", Json::text(lint.rule.severity.word())),
            ("code", Json::text(lint.rule.code)),
            ("id", Json::text(&lint.id)),
            ("message", Json::text(&lint.message)),
            ("fix", Json::text(lint.rule.fix)),
        ])
    });
    Json::Object(vec![
        ("format", Json::text("annexa-lint")),
        ("version", Json::int(1)),
        ("catalogue", Json::text(engine.document().catalogue().id())),
        ("assessment_sha256", Json::text(engine.document().content_hash())),
        ("today", Json::text(today.to_string())),
        (
            "totals",
            Json::Object(vec![
                ("error", Json::int(errors)),
                ("warning", Json::int(warnings)),
                ("info", Json::int(infos)),
            ]),
        ),
        ("findings", lints.collect()),
    ])
    .to_bytes()
}
