//! Reads in which order things are done, checks that the order can be kept, and writes it as one
//! value.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::facts::{ClauseKind, Facts};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    risk_method: String,
    phases: Phases,
    edge: Vec<Edge>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phases {
    foundation: Vec<String>,
    decide: Vec<String>,
    operate: Vec<String>,
    check: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edge {
    first: String,
    then: String,
}

pub(crate) fn generate(path: &Path, facts: &Facts) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    check(&file, facts)?;
    let File { risk_method, phases, edge } = file;
    let mut out = format!("static PLAN: Plan = Plan {{ risk_method: {risk_method:?}, phases: &[\n");
    let all = [
        ("Foundation", phases.foundation),
        ("Decide", phases.decide),
        ("Operate", phases.operate),
        ("Check", phases.check),
    ];
    for (phase, ids) in all {
        for id in ids {
            writeln!(out, "({id:?}, Phase::{phase}),")?;
        }
    }
    out.push_str("], edges: &[\n");
    for Edge { first, then } in &edge {
        writeln!(out, "({first:?}, {then:?}),")?;
    }
    out.push_str("] };\n");
    Ok(out)
}

/// Every id is one of the facts, no edge stands twice, no requirement waits for a control, and
/// nothing waits for itself. The prerequisites of effort are added to the edges, and a test looks
/// at all of them together.
fn check(file: &File, facts: &Facts) -> Result<(), Box<dyn Error>> {
    let is_requirement =
        |id: &str| facts.clauses.iter().any(|it| it.id == id && it.kind == ClauseKind::Requirement);
    let is_control = |id: &str| facts.controls.iter().any(|it| it.id == id);
    if !is_requirement(&file.risk_method) {
        return Err(format!("`{}` is no requirement", file.risk_method).into());
    }
    let Phases { foundation, decide, operate, check } = &file.phases;
    let mut phased = [foundation, decide, operate, check].into_iter().flatten();
    if let Some(id) = phased.find(|id| !facts.clauses.iter().any(|it| it.id == **id)) {
        return Err(format!("`{id}` is no clause").into());
    }
    let mut known = BTreeSet::new();
    let mut after: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for Edge { first, then } in &file.edge {
        if let Some(id) =
            [first, then].into_iter().find(|it| !is_requirement(it) && !is_control(it))
        {
            return Err(format!("`{id}` is none of the facts").into());
        }
        if !known.insert((first, then)) {
            return Err(format!("`{first}` before `{then}` stands twice").into());
        }
        if is_control(first) && !is_control(then) {
            return Err(format!("the requirement `{then}` waits for `{first}`").into());
        }
        after.entry(then).or_default().push(first);
    }
    for id in after.keys() {
        let mut open: Vec<&str> = after.get(id).cloned().unwrap_or_default();
        let mut seen = BTreeSet::new();
        while let Some(first) = open.pop() {
            if first == *id {
                return Err(format!("`{id}` waits for itself").into());
            }
            if seen.insert(first) {
                open.extend(after.get(first).into_iter().flatten());
            }
        }
    }
    Ok(())
}
