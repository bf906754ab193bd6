//! What people see of an entry in a problem: its label where a place has its id.

use annexa_core::{
    Problems,
    assessment::{Register, System},
    problem::quoted,
    risk::shown,
    words::Value,
};

/// The same problems, with the labels of entries at their places: `risks/R-3/acceptance`.
pub(super) fn labelled(mut problems: Problems, system: &System) -> Problems {
    for problem in &mut problems.0 {
        problem.place = place(&problem.place, system);
        for (_, value) in &mut problem.values {
            if let Value::Text(text) = value
                && let Some(label) = named(text, system)
            {
                *text = quoted(&label);
            }
        }
    }
    problems
}

/// The label of an entry whose id is named as it stands.
fn named(text: &str, system: &System) -> Option<String> {
    let id = text.strip_prefix('`')?.strip_suffix('`')?;
    Register::ALL.iter().find_map(|register| label(system, *register, id))
}

fn place(place: &str, system: &System) -> String {
    let mut register: Option<Register> = None;
    let mut parts = Vec::new();
    for part in place.split('/') {
        let label = register.and_then(|register| label(system, register, part));
        parts.push(label.unwrap_or_else(|| part.to_owned()));
        register = Register::ALL.iter().copied().find(|it| it.name() == part);
    }
    parts.join("/")
}

/// What is shown of the entry with this id; nothing where there is none.
pub(super) fn label(system: &System, register: Register, id: &str) -> Option<String> {
    let names = system.names(register);
    let (id, label) = names.iter().find(|(own, _)| own.as_str() == id)?;
    let same = names.iter().filter(|(_, other)| other == label).count();
    Some(shown(id.as_str(), label, same > 1))
}
