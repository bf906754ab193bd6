//! `annexa snapshot`: states of an assessment that are kept.

use super::change;
use crate::{
    cli::{self, Edit, Format, Input, SnapshotCommand},
    failure::Failure,
    input,
    output::Done,
    say::{Say as _, int},
    show::{BOLD, DIM, line, paint},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Date, Engine, Id, Problem,
    assessment::Snapshot,
    report::{Changed, snapshots, snapshots_csv, snapshots_json},
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(
    args: cli::Snapshots,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    match args.command {
        Some(SnapshotCommand::Take { edit, name, note, on }) => {
            take(&edit, (&name, &note, on.as_deref()), catalogue, words)
        }
        Some(SnapshotCommand::Remove { edit, snapshot }) => {
            remove(&edit, &snapshot, catalogue, words)
        }
        Some(SnapshotCommand::List { input }) => list(&input, catalogue, words),
        None => {
            // The grammar asks for a file where there is no other command.
            let input = Input { file: args.file.unwrap_or_default(), form: args.form };
            list(&input, catalogue, words)
        }
    }
}

fn list(input: &Input, catalogue: Arc<Catalogue>, words: &Words) -> Result<Done, Failure> {
    let engine = input::engine(&input.file, catalogue, words)?;
    Ok(match input.form.format {
        Format::Json => Done::bytes(snapshots_json(&engine)),
        Format::Csv => Done::bytes(snapshots_csv(&engine)),
        Format::Text => Done::text(text(&engine, words)),
    })
}

fn text(engine: &Engine, words: &Words) -> String {
    let kept = snapshots(engine);
    if kept.is_empty() {
        return words.say("snapshots.none") + "\n";
    }
    let columns = [
        Column::Left("on"),
        Column::Words("name"),
        Column::Left("id"),
        Column::Right("items"),
        Column::Right("risks"),
    ];
    let mut table = Table::new(words, "snapshots", &columns);
    for it in &kept {
        table.row([
            cell(it.on.map(Date::text).unwrap_or_default()),
            cell(&it.name),
            cell(id(it)),
            cell(it.items.len().to_string()),
            cell(it.risks.len().to_string()),
        ]);
        table.below(&it.note, DIM);
    }
    let total = words.say_with("snapshots.total", &[("count", int(kept.len()))]);
    format!("{}\n{total}\n", table.show())
}

fn id(it: &Snapshot) -> &str {
    it.id.as_ref().map_or("", Id::as_str)
}

fn take(
    edit: &Edit,
    (name, note, on): (&str, &str, Option<&str>),
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let on = on.map(str::parse::<Date>).transpose();
    let on = on.map_err(|problem: Problem| Failure::bad("--on", problem))?;
    let mut open = change::open(edit, catalogue, words)?;
    let on = on.unwrap_or(open.today);
    let done = open.engine.take_snapshot(name, note, on).map_err(|it| open.refused(it))?;
    let kept = done.ids.first().and_then(|id| open.engine.kept(id.as_str()).ok());
    let said = kept.map(|it| {
        let values = [
            ("name", paint(BOLD, &line(&it.name)).into()),
            ("id", id(it).into()),
            ("day", on.into()),
        ];
        words.say_with("snapshots.taken", &values) + "\n"
    });
    open.finish(edit, &changed(&done.ids), &said.unwrap_or_default(), words)
}

fn remove(
    edit: &Edit,
    name: &str,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(edit, catalogue, words)?;
    let done = open.engine.remove_snapshot(name).map_err(|it| open.refused(it))?;
    let said = words.say_with("snapshots.removed", &[("name", line(name).into())]) + "\n";
    open.finish(edit, &changed(&done.dropped), &said, words)
}

fn changed(ids: &[Id]) -> Vec<Changed> {
    let id = |id: &Id| Changed { register: "snapshots", id: id.as_str().to_owned() };
    ids.iter().map(id).collect()
}
