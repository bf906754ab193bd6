//! `annexa obligations`: what the organization is bound to.

use super::{change, pick};
use crate::{
    cli::{self, Dated, Edit, Input, ObligationAdd, ObligationCommand},
    failure::Failure,
    input,
    output::Done,
    say::{Say as _, int},
    show::{BOLD, DIM, FAIR, GOOD, line, paint},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Date, Engine, Id,
    assessment::{Obligation, ObligationKind, Register},
    report::{Binds, Changed, obligations, obligations_csv, obligations_json},
    words::Words,
};
use std::sync::Arc;

pub(crate) fn run(
    args: cli::Obligations,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    match args.command {
        Some(ObligationCommand::Add(args)) => return add(&args, catalogue, words),
        Some(ObligationCommand::Remove { edit, obligation, cascade }) => {
            return remove(&edit, &obligation, cascade, catalogue, words);
        }
        None => {}
    }
    // The grammar asks for a file where there is no other command.
    let input = Input { file: args.file.unwrap_or_default(), form: args.form };
    let dated = Dated { input, today: args.today };
    let (engine, today) = input::dated(&dated, catalogue, words)?;
    Ok(dated.input.form.format.done(
        || text(&engine, today, words),
        || obligations_json(&engine, today),
        || obligations_csv(&engine, today),
    ))
}

fn text(engine: &Engine, today: Date, words: &Words) -> String {
    let all = obligations(engine);
    if all.is_empty() {
        return words.say("obligations.none") + "\n";
    }
    let columns = [
        Column::Left("label"),
        Column::Left("kind"),
        Column::Words("title"),
        Column::Words("controls"),
        Column::Left("force"),
        Column::Words("owner"),
    ];
    let mut table = Table::new(words, "obligations", &columns);
    for it in &all {
        let named = it.items.iter().chain(&it.controls).map(Id::as_str);
        table.row([
            cell(called(it)),
            cell(words.label("obligation_kind", it.kind.word())),
            cell(&it.title),
            cell(named.collect::<Vec<_>>().join(", ")),
            binds(it, today, words),
            cell(&it.owner),
        ]);
        table.below(&it.source, DIM);
    }
    let of = |binds| int(all.iter().filter(|it| Binds::of(it, today) == binds).count());
    let values = [
        ("count", int(all.len())),
        ("upcoming", of(Binds::Upcoming)),
        ("ended", of(Binds::Ended)),
        ("day", today.into()),
    ];
    format!("{}\n{}\n", table.show(), words.say_with("obligations.total", &values))
}

fn binds(it: &Obligation, today: Date, words: &Words) -> (String, anstyle::Style) {
    let (style, day) = match Binds::of(it, today) {
        Binds::Upcoming => (FAIR, it.since),
        Binds::InForce => (GOOD, None),
        Binds::Ended => (DIM, it.until),
    };
    let values: Vec<_> = day.map(|day| ("day", day.into())).into_iter().collect();
    let key = format!("obligations.{}", Binds::of(it, today).word());
    (line(&words.say_with(&key, &values)), style)
}

fn called(it: &Obligation) -> &str {
    if it.label.is_empty() { it.id.as_str() } else { &it.label }
}

fn add(args: &ObligationAdd, catalogue: Arc<Catalogue>, words: &Words) -> Result<Done, Failure> {
    let mut open = change::open(&args.edit, catalogue, words)?;
    let mut picked = pick::Picked::default();
    let engine = &open.engine;
    let controls = args.controls.iter().map(|it| pick::control(engine, it));
    let items = args.items.iter().map(|it| pick::requirement(engine, it));
    let obligation = Obligation {
        kind: ObligationKind::from_word(&args.kind).unwrap_or(ObligationKind::Contract),
        title: args.title.clone(),
        source: args.source.clone(),
        demands: args.demands.clone(),
        controls: picked.keep_all("--controls", controls),
        items: picked.keep_all("--items", items),
        explicit: args.explicit,
        maturity_floor: args.maturity_floor,
        owner: args.owner.clone(),
        since: picked.day("--since", args.since.as_deref()),
        until: picked.day("--until", args.until.as_deref()),
        ..Obligation::default()
    };
    let done = open.put(obligation, picked)?;
    let found = open.engine.system().obligations.iter().find(|it| done.ids.contains(&it.id));
    let said = found.map(|it| {
        let values = [
            ("label", paint(BOLD, &line(called(it))).into()),
            ("id", it.id.as_str().into()),
            ("title", line(&it.title).into()),
            ("force", binds(it, open.today, words).0.into()),
        ];
        words.say_with("obligations.added", &values) + "\n"
    });
    open.finish(&args.edit, &changed(&done.ids), &said.unwrap_or_default(), words)
}

fn remove(
    edit: &Edit,
    obligation: &str,
    cascade: bool,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(edit, catalogue, words)?;
    let id = pick::entry(&open.engine, Register::Obligation, obligation);
    let id = id.map_err(|it| open.refused(it.at("OBLIGATION")))?;
    let title = open.engine.system().obligations.iter().find(|it| it.id == id);
    let title = title.map(|it| line(&it.title)).unwrap_or_default();
    let done = open.engine.delete_entry(Register::Obligation, id.as_str(), cascade);
    let done = done.map_err(|it| open.refused(it))?;
    let values = [("id", id.as_str().into()), ("title", title.into())];
    let said = words.say_with("obligations.removed", &values) + "\n";
    open.finish(edit, &changed(&done.dropped), &said, words)
}

fn changed(ids: &[Id]) -> Vec<Changed> {
    let register = Register::Obligation.name();
    ids.iter().map(|id| Changed { register, id: id.as_str().to_owned() }).collect()
}
