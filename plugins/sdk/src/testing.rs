//! Runs a plugin natively, for `cargo test`.

use crate::{
    Applicability, Crosswalk, Finding, Findings, Implementation, Mapping, Relation, Remark, Table,
};
use std::collections::BTreeSet;

/// The words of a plugin about every target, by the target's id, in the table's order.
pub fn assess<P: Crosswalk>(findings: &[Finding]) -> Vec<(&'static str, Remark)> {
    let findings = Findings::new(P::table(), findings);
    let targets = P::table().targets.iter();
    targets.filter_map(|target| Some((target.id, P::remark(target, &findings)?))).collect()
}

/// What a plugin says is missing for one target; `None` when it says nothing.
pub fn gap<P: Crosswalk>(target: &str, findings: &[Finding]) -> Option<String> {
    let remarks = assess::<P>(findings).into_iter();
    remarks.filter(|(id, _)| *id == target).map(|(_, remark)| remark.gap).next()
}

/// A finding for an applicable requirement or control.
pub fn finding(id: &str, implementation: Implementation) -> Finding {
    Finding {
        id: id.to_owned(),
        applicability: Applicability::Applicable,
        implementation,
        maturity: None,
    }
}

/// A finding for an excluded control.
pub fn excluded(id: &str) -> Finding {
    let applicability = Applicability::Excluded;
    Finding { applicability, ..finding(id, Implementation::NotAssessed) }
}

/// One finding for every source of the table, all in the same state.
pub fn all_sources(table: &Table, implementation: Implementation) -> Vec<Finding> {
    table.sources.iter().map(|id| finding(id, implementation)).collect()
}

/// The targets that no row of the table names, not even with the relation `none`.
pub fn unmapped(table: &Table) -> Vec<&'static str> {
    let mapped: BTreeSet<&str> = table.mappings.iter().map(|mapping| mapping.target).collect();
    let targets = table.targets.iter().map(|target| target.id);
    targets.filter(|id| !mapped.contains(id)).collect()
}

/// Every rule that the table breaks, one sentence each; a host refuses a plugin with any of them.
pub fn problems(table: &Table) -> Vec<String> {
    let mut problems = Vec::new();
    let mut targets = BTreeSet::new();
    for target in table.targets {
        let is_visible = target.id.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_visible || !(1..=64).contains(&target.id.len()) {
            let id = target.id.escape_debug();
            problems.push(format!("target `{id}`: an id has 1 to 64 visible ASCII characters"));
        }
        if !targets.insert(target.id) {
            problems.push(format!("target `{}` is there twice", target.id));
        }
        let words = [target.title, target.group, target.group_title, target.residual];
        if words.iter().any(|text| text.is_empty()) {
            let id = target.id;
            problems
                .push(format!("target `{id}` needs a title, a group, its title and a residual"));
        }
    }
    for mapping in table.mappings {
        let mut complain = |message: &str| {
            let sources = mapping.sources.join(" ");
            problems.push(format!("mapping `{sources}` to `{}`: {message}", mapping.target));
        };
        if !targets.contains(mapping.target) {
            complain("there is no such target");
        }
        for message in row_problems(mapping) {
            complain(message);
        }
    }
    if !is_indexed(table) {
        problems.push("the index of sources is not the one of the rows".to_owned());
    }
    problems
}

fn row_problems(mapping: &Mapping) -> Vec<&'static str> {
    let mut messages = Vec::new();
    let is_none = mapping.relation == Relation::None;
    let is_full =
        matches!(mapping.relation, Relation::Equal | Relation::Equivalent | Relation::Superset);
    if mapping.sources.is_empty() && !is_none {
        messages.push("a row without sources has the relation `none`");
    }
    let unique: BTreeSet<&&str> = mapping.sources.iter().collect();
    if unique.len() != mapping.sources.len() {
        messages.push("a source is there twice");
    }
    match mapping.coverage_bp {
        Some(_) if is_none => messages.push("the relation `none` has no coverage"),
        Some(coverage_bp) if is_full && coverage_bp != 10_000 => {
            messages.push("a relation that covers the whole target has a coverage of 10000");
        }
        Some(0 | 10_001..) => messages.push("a coverage is 1 to 10000"),
        _ => {}
    }
    if mapping.confidence_bp > 10_000 {
        messages.push("a confidence is 0 to 10000");
    }
    if mapping.rationale.is_empty() {
        messages.push("a row says why");
    }
    messages
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
