//! `annexa risks add`: a new risk, from a starter threat or in a person's own words.

use super::told;
use crate::{
    cli::RiskAdd,
    commands::{change, estimate::Typed, pick},
    failure::Failure,
    output::Done,
    say::Say as _,
    show::line,
};
use annexa_core::{
    Catalogue, Engine, Id, Problem,
    assessment::{Estimate, Register, Risk},
    problem::{problem, quoted},
    threat::Threat,
    words::Words,
};
use std::sync::Arc;

pub(super) fn run(
    args: &RiskAdd,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(&args.edit, catalogue, words)?;
    let mut picked = pick::Picked::default();
    let engine = &open.engine;
    let threat = args.threat.as_deref();
    let threat = threat.and_then(|code| picked.keep("--threat", known(code)));
    let groups = args.groups.iter().map(|it| pick::entry(engine, Register::Group, it));
    let groups = picked.keep_all("--group", groups);
    let existing = args.existing.iter().map(|it| pick::control(engine, it));
    let existing = picked.keep_all("--existing", existing);
    let current = current(args, engine, threat, &mut picked);
    let risk = Risk {
        title: title(args, engine, threat, &groups, words),
        threat: threat.map(|threat| threat.code.to_owned()).unwrap_or_default(),
        source_kind: threat.and_then(|threat| threat.source_kind),
        event: args.event.clone().unwrap_or_default(),
        owner: args.owner.clone().unwrap_or_default(),
        groups,
        existing,
        current: current.map(|it| Estimate { on: Some(open.today), ..it }),
        ..Risk::default()
    };
    // What the arguments lack and what the engine refuses is said at once.
    let done = open.engine.clone().put_entry(risk.clone().into());
    let mut problems = picked.0;
    problems.extend(done.err().map(|problems| problems.0).unwrap_or_default());
    if !problems.is_empty() {
        return Err(open.refused(annexa_core::Problems(problems)));
    }
    let done = open.engine.put_entry(risk.into()).map_err(|it| open.refused(it))?;
    let mut said = told::lines(&open.engine, open.today, &done.ids, words);
    if let Some(threat) = threat {
        if args.event.is_none() {
            let event = [("event", line(threat.event(words)).into())];
            said.push_str(&format!("  {}\n", words.say_with("change.event", &event)));
        }
        let code = [("code", threat.code.into())];
        said.push_str(&format!("  {}\n", words.say_with("change.helps", &code)));
    }
    open.finish(&args.edit, &told::changed(&done.ids), &said, words)
}

fn known(code: &str) -> Result<&'static Threat, Problem> {
    let known = Threat::find(&code.trim().to_ascii_uppercase());
    known.ok_or_else(|| problem!("E-UNKNOWN-ID", "threat", id = quoted(code)))
}

/// What was typed, or the threat's name, and with it the group that it is about. The name of what
/// is no threat stands for it, so that nothing else is refused for its sake.
fn title(
    args: &RiskAdd,
    engine: &Engine,
    threat: Option<&Threat>,
    groups: &[Id],
    words: &Words,
) -> String {
    if let Some(title) = &args.title {
        return title.clone();
    }
    let code = args.threat.as_deref().unwrap_or_default();
    let label = threat.map_or(code, |threat| threat.label(words));
    let group = match groups {
        [group] => engine.system().groups.iter().find(|it| it.id == *group),
        _ => None,
    };
    group.map_or_else(|| label.to_owned(), |group| format!("{label} – {}", group.name))
}

/// The assessment today, where one was typed. One consequence is open, the first that the threat
/// affects; the others are named.
fn current(
    args: &RiskAdd,
    engine: &Engine,
    threat: Option<&Threat>,
    picked: &mut pick::Picked,
) -> Option<Estimate> {
    let typed = Typed {
        likelihood: args.likelihood.as_deref(),
        consequences: &args.consequence,
        names: ["--likelihood", "--consequence"],
        otherwise: threat.and_then(|threat| threat.dimensions().next()),
    };
    if !typed.says_something() {
        return None;
    }
    let Some(criteria) = &engine.system().criteria else {
        picked.0.push(problem!("E-NO-CRITERIA").at("risks"));
        return None;
    };
    let blank = Estimate { why: args.why.clone().unwrap_or_default(), ..Estimate::default() };
    Some(typed.over(criteria, blank, picked))
}
