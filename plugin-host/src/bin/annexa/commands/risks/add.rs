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
    assessment::{Basis, Entry, Estimate, GroupKind, Register, Risk, SourceKind},
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
    let threat = args.threat.as_deref().map(|code| threat(code, args));
    let threat = threat.and_then(|threat| picked.keep("--threat", threat));
    let starter = match threat {
        Some(Named::Starter(threat)) => Some(threat),
        _ => None,
    };
    let groups = args.groups.iter().map(|it| pick::entry(&open.engine, Register::Group, it));
    let mut groups = picked.keep_all("--group", groups);
    for asset in &args.assets {
        groups.extend(asset_group(&mut open, asset, args, &mut picked));
    }
    groups.sort();
    groups.dedup();
    let engine = &open.engine;
    let existing = args.existing.iter().map(|it| pick::control(engine, it));
    let existing = picked.keep_all("--existing", existing);
    let current = current(args, engine, starter, &mut picked);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let kind = args.source_kind.as_deref().and_then(SourceKind::from_word);
    let risk = Risk {
        title: title(args, engine, starter, &groups, words),
        basis: args.basis.as_deref().and_then(Basis::from_word).filter(|it| *it != Basis::Event),
        source: text(&args.source),
        source_kind: kind.or(starter.and_then(|threat| threat.source_kind)),
        threat: threat.map(|threat| threat.word().to_owned()).unwrap_or_default(),
        event: text(&args.event),
        vulnerability: text(&args.vulnerability),
        owner: text(&args.owner),
        groups,
        existing,
        current: current.map(|it| Estimate { on: Some(open.today), ..it }),
        ..Risk::default()
    };
    let done = open.put(risk, picked)?;
    told::finish(open, &args.edit, &done.ids, words, |_| {
        let Some(threat) = starter else { return String::new() };
        let mut said = String::new();
        if args.event.is_none() && args.vulnerability.is_none() {
            let event = [("event", line(threat.event(words)).into())];
            said.push_str(&format!("  {}\n", words.say_with("change.event", &event)));
        }
        let code = [("code", threat.code.into())];
        said.push_str(&format!("  {}\n", words.say_with("change.helps", &code)));
        said
    })
}

/// What a risk comes from: a threat that is carried along, or a word of one's own.
#[derive(Clone, Copy)]
enum Named<'a> {
    Starter(&'static Threat),
    Own(&'a str),
}

impl<'a> Named<'a> {
    fn word(self) -> &'a str {
        match self {
            Named::Starter(threat) => threat.code,
            Named::Own(word) => word,
        }
    }
}

/// A word of one's own needs a title beside it, which a starter threat has.
fn threat<'a>(code: &'a str, args: &RiskAdd) -> Result<Named<'a>, Problem> {
    match Threat::find(&code.trim().to_ascii_uppercase()) {
        Some(threat) => Ok(Named::Starter(threat)),
        None if args.title.is_some() && !code.trim().is_empty() => Ok(Named::Own(code.trim())),
        None => Err(problem!("E-UNKNOWN-ID", "threat", id = quoted(code))),
    }
}

/// The group of assets of this name, made where there is none.
fn asset_group(
    open: &mut change::Open,
    name: &str,
    args: &RiskAdd,
    picked: &mut pick::Picked,
) -> Option<Id> {
    let name = name.trim();
    let groups = &open.engine.system().groups;
    if let Some(group) = groups.iter().find(|it| it.name.trim().eq_ignore_ascii_case(name)) {
        return Some(group.id.clone());
    }
    let kind = args.asset_kind.as_deref().and_then(GroupKind::from_word);
    let Entry::Group(mut group) = Register::Group.blank() else { return None };
    (group.name, group.kind) = (name.to_owned(), kind);
    match open.engine.put_entry(Entry::Group(group)) {
        Ok(done) => done.ids.first().cloned(),
        Err(problems) => {
            let at = |problem: Problem| problem.at("--asset");
            picked.0.extend(problems.0.into_iter().map(at));
            None
        }
    }
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
