//! `annexa docs`: how far the documents and records are that the clauses ask for.

use crate::{
    cli,
    failure::Failure,
    input,
    output::Done,
    say::{Say as _, int},
    show::{BAD, DIM, FAIR, GOOD, line},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Date, Engine,
    assessment::DocumentState,
    gate::waits,
    papers::DocumentRow,
    report::{paper_rows, papers_csv, papers_json},
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(
    args: &cli::Dated,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let (engine, today) = input::dated(args, catalogue, words)?;
    Ok(args.input.form.format.done(
        || text(&paper_rows(&engine, today), &engine, today, words),
        || papers_json(&engine, today, words),
        || papers_csv(&engine, today, words),
    ))
}

fn text(rows: &[DocumentRow<'_>], engine: &Engine, today: Date, words: &Words) -> String {
    if rows.is_empty() {
        return words.say("docs.none") + "\n";
    }
    let columns = [
        Column::Left("state"),
        Column::Left("id"),
        Column::Words("title"),
        Column::Words("owner"),
        Column::Left("version"),
        Column::Left("date"),
        Column::Left("needed"),
    ];
    let open = engine.open_work(today);
    let mut table = Table::new(words, "docs", &columns);
    for row in rows {
        table.row([
            state(row.state, words),
            cell(row.id().unwrap_or_default()),
            cell(row.title(engine.document().catalogue(), words)),
            cell(row.paper.map_or("", |paper| &paper.owner)),
            cell(row.paper.map_or("", |paper| &paper.version)),
            cell(row.paper.and_then(|paper| paper.date).map_or_else(String::new, day)),
            cell(row.named.map_or_else(String::new, |named| {
                words.say(&format!("docs.{}", named.needed().word()))
            })),
        ]);
        if let Some(waits) = waits(&row.waits_for(&open), words) {
            table.below(&waits, DIM);
        }
        if let Some(due) = row.review_due.filter(|due| *due < today) {
            table.below(&words.say_with("docs.overdue", &[("day", due.into())]), DIM);
        }
    }
    let named = rows.iter().filter(|row| row.named.is_some());
    let approved = named.clone().filter(|row| row.state == DocumentState::Approved).count();
    let total = [("approved", int(approved)), ("count", int(named.count())), ("day", today.into())];
    format!("{}\n{}\n", table.show(), words.say_with("docs.total", &total))
}

fn day(date: Date) -> String {
    date.to_string()
}

fn state(state: DocumentState, words: &Words) -> (String, anstyle::Style) {
    let style = match state {
        DocumentState::Missing => BAD,
        DocumentState::Draft => FAIR,
        DocumentState::Approved => GOOD,
    };
    (line(words.label("document_state", state.word())), style)
}
