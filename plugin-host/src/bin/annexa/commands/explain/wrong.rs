//! A name that nothing has which can be explained: what it is instead, what is called nearly so, and
//! what to type.

use super::derived::SOA;
use crate::{
    cli,
    commands::{labels, nearest::nearest, pick},
};
use annexa_core::{
    Date, Engine, Problem,
    assessment::{Register, System},
    catalogue::{Item, Kind},
    problem::{problem, quoted},
    words::Words,
};

/// Why a name cannot be explained.
pub(super) fn problem(engine: &Engine, today: Date, args: &cli::Explain, words: &Words) -> Problem {
    let key = args.key.trim();
    let id = quoted(key);
    let file = args.input.file.display().to_string();
    let catalogue = engine.document().catalogue();
    let found = catalogue.items().iter().find(|item| item.id().eq_ignore_ascii_case(key));
    if let Some(item) = found {
        let score = scores_of(engine, item);
        return match item.kind() {
            Kind::Control => {
                problem!(
                    "E-SCORE-KEY",
                    "control",
                    id = id,
                    item = item.id(),
                    scores = score,
                    file = file
                )
            }
            _ => problem!(
                "E-SCORE-KEY",
                "item",
                id = id,
                item = item.id(),
                scores = score,
                file = file
            ),
        };
    }
    if catalogue.documents().iter().any(|it| it.id().eq_ignore_ascii_case(key)) {
        return problem!("E-SCORE-KEY", "document", id = id, file = file);
    }
    let entry = others().find(|register| pick::entry(engine, *register, key).is_ok());
    if let Some(register) = entry {
        return problem!("E-SCORE-KEY", "entry", id = id, register = register.name(), file = file);
    }
    if words.language_of(&format!("gates.{}.title", key.to_ascii_uppercase())).is_some() {
        return problem!("E-SCORE-KEY", "no_gates", id = id, file = file);
    }
    let is_code = ["L-", "E-"]
        .iter()
        .any(|head| key.get(..head.len()).is_some_and(|it| it.eq_ignore_ascii_case(head)));
    if is_code {
        return problem!("E-SCORE-KEY", "code", id = id, file = file);
    }
    match nearest(key, names(engine, today)) {
        near if near.is_empty() => problem!("E-SCORE-KEY", "nothing", id = id, file = file),
        near => problem!("E-SCORE-KEY", "near", id = id, names = near, file = file),
    }
}

/// Why a control has no row.
pub(super) fn row(engine: &Engine, key: &str) -> Problem {
    let name = key.get(SOA.len()..).unwrap_or_default().trim();
    let id = quoted(name);
    let catalogue = engine.document().catalogue();
    if catalogue.items().iter().any(|item| item.id().eq_ignore_ascii_case(name)) {
        return problem!("E-SCORE-KEY", "no_row", id = id);
    }
    let controls = catalogue.items().iter().filter(|item| item.kind() == Kind::Control);
    let controls = controls.map(|item| item.id().to_owned());
    let own = engine.system().names(Register::OwnControl);
    let own = own
        .into_iter()
        .map(|(id, label)| if label.is_empty() { id.to_string() } else { label.to_owned() });
    match nearest(name, controls.chain(own)) {
        near if near.is_empty() => problem!("E-UNKNOWN-ID", "control", id = id),
        near => problem!("E-SCORE-KEY", "row_near", id = id, names = near),
    }
}

/// The scores in which an item counts, the first few.
fn scores_of(engine: &Engine, item: &Item) -> String {
    let catalogue = engine.document().catalogue();
    let place = catalogue.index_of(item.id());
    let groups = catalogue.groups().iter();
    let groups = groups.filter(|group| group.members().any(|member| Some(member) == place));
    groups.take(3).map(|group| format!("`{}`", group.id())).collect::<Vec<_>>().join(", ")
}

/// The registers whose entries are not explained.
fn others() -> impl Iterator<Item = Register> {
    Register::ALL.iter().copied().filter(|it| *it != Register::Risk)
}

/// Everything that can be explained, as it is typed.
fn names(engine: &Engine, today: Date) -> impl Iterator<Item = String> {
    let catalogue = engine.document().catalogue();
    let scores = catalogue.groups().iter().map(|group| group.id().to_owned());
    let gates = engine.gates(today);
    let conditions = gates.iter().flat_map(|gates| gates.conditions()).map(|it| it.id.to_owned());
    let conditions: Vec<String> = conditions.collect();
    let controls = catalogue.items().iter().filter(|item| item.kind() == Kind::Control);
    let rows = controls.map(|item| format!("{SOA}{}", item.id()));
    scores.chain(conditions).chain(rows).chain(risks(engine.system()))
}

fn risks(system: &System) -> impl Iterator<Item = String> {
    system.risks.iter().filter_map(|risk| labels::label(system, Register::Risk, risk.id.as_str()))
}
