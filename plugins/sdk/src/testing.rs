//! Runs a plugin natively, for `cargo test`.

use crate::{
    Applicability, Implementation, Plugin, Relation, Remark, SourceState, States, Table, Target,
};
use annexa_vocabulary::crosswalk::{Fault, IsoForm, Place, check};
use std::collections::BTreeSet;

/// The words of a plugin about every target, by the target's id, in the table's order.
pub fn assess<P: Plugin>(states: &[SourceState]) -> Vec<(&'static str, Remark)> {
    let states = States::new(P::table(), states);
    let targets = P::table().targets.iter();
    targets.filter_map(|target| Some((target.id, P::remark(target, &states)?))).collect()
}

/// What a plugin says is missing for one target; `None` when it says nothing.
pub fn gap<P: Plugin>(target: &str, states: &[SourceState]) -> Option<String> {
    let remarks = assess::<P>(states).into_iter();
    remarks.filter(|(id, _)| *id == target).map(|(_, remark)| remark.gap).next()
}

/// The state of an applicable requirement or control.
pub fn source(id: &str, implementation: Implementation) -> SourceState {
    SourceState {
        id: id.to_owned(),
        applicability: Applicability::Applicable,
        implementation,
        maturity: None,
    }
}

/// The state of an excluded control.
pub fn excluded(id: &str) -> SourceState {
    let applicability = Applicability::Excluded;
    SourceState { applicability, ..source(id, Implementation::NotAssessed) }
}

/// The state of every source of the table, the same for all.
pub fn all_sources(table: &Table, implementation: Implementation) -> Vec<SourceState> {
    table.sources.iter().map(|id| source(id, implementation)).collect()
}

/// The targets that no row of the table names, not even with the relation `none`.
pub fn unmapped(table: &Table) -> Vec<&'static str> {
    let mapped: BTreeSet<&str> = table.mappings.iter().map(|mapping| mapping.target).collect();
    let targets = table.targets.iter().map(|target| target.id);
    targets.filter(|id| !mapped.contains(id)).collect()
}

/// Every rule that the table breaks, one sentence each; a host refuses a plugin with any of them.
/// Whether the ISO ids exist only a host can say.
pub fn problems(table: &Table) -> Vec<String> {
    let targets: Vec<_> = table.targets.iter().map(Target::record).collect();
    let faults = check(&IsoForm, &table.description, &targets, table.mappings);
    let shown = |Fault { place, problem }: Fault| problem.at(name(table, place)).to_string();
    let mut problems: Vec<String> = faults.into_iter().map(shown).collect();
    if !is_indexed(table) {
        problems.push("the index of sources is not the one of the rows".to_owned());
    }
    problems
}

/// A place as the author wrote it: rows and targets have ids, and no numbers.
fn name(table: &Table, place: Place) -> String {
    let target = |index: usize| table.targets.get(index).map(|target| target.id.escape_debug());
    let row = |index: usize| {
        let row = table.mappings.get(index)?;
        Some(format!("mapping `{}` to `{}`", row.sources.join(" "), row.target.escape_debug()))
    };
    let name = match place {
        Place::Target(index, _) => target(index).map(|id| format!("target `{id}`")),
        Place::Mapping(index, _) | Place::Source(index, _) => row(index),
        _ => None,
    };
    name.unwrap_or_else(|| place.to_string())
}

/// Whether the generated indexes say what the rows say.
fn is_indexed(table: &Table) -> bool {
    let is_sorted = table.sources.is_sorted_by(|one, next| one < next);
    is_sorted
        && table.targets.iter().all(|target| {
            let mut expected: Vec<&str> = Vec::new();
            for mapping in table.mappings {
                if mapping.target == target.id && mapping.relation != Relation::None {
                    for source in mapping.sources {
                        if !expected.contains(source) {
                            expected.push(source);
                        }
                    }
                }
            }
            let indexed = target.sources.iter();
            let found = indexed.map(|at| table.sources.get(usize::from(*at)).copied());
            found.eq(expected.into_iter().map(Some))
        })
}
