//! `annexa risks approve` and `annexa risks accept`: who stands for what is left.

use super::told;
use crate::{
    cli::{RiskAccept, RiskApprove},
    commands::{change, pick},
    failure::Failure,
    output::Done,
    say::{Say as _, int},
};
use annexa_core::{
    Catalogue, Date, Id, Problems, assessment::Register, engine::Accept, problem::problem,
    words::Words,
};
use std::sync::Arc;

pub(super) fn approve(
    args: &RiskApprove,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(&args.edit, catalogue, words)?;
    let mut picked = pick::Picked::default();
    let ids = args.risks.iter().map(|it| pick::entry(&open.engine, Register::Risk, it));
    let ids = picked.keep_all("RISK", ids);
    let named: Vec<&str> = ids.iter().map(Id::as_str).collect();
    let named = Some(named.as_slice()).filter(|_| !args.risks.is_empty());
    if !picked.0.is_empty() {
        // What can be said of those that were found is said too.
        let found = open.engine.clone().approve(&args.owner, named);
        picked.0.extend(found.err().map(|problems| problems.0).unwrap_or_default());
        return Err(open.refused(Problems(picked.0)));
    }
    let done = open.engine.approve(&args.owner, named).map_err(|it| open.refused(it))?;
    told::finish(open, &args.edit, &done.ids, words, |_| {
        let count = [("count", int(done.ids.len())), ("owner", args.owner.as_str().into())];
        let key = if done.ids.is_empty() { "change.approvedNone" } else { "change.approved" };
        let mut said = format!("{}\n", words.say_with(key, &count));
        if !done.dropped.is_empty() {
            let count = [("count", int(done.dropped.len()))];
            said.push_str(&format!("{}\n", words.say_with("change.dropped", &count)));
        }
        said
    })
}

pub(super) fn accept(
    args: &RiskAccept,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(&args.edit, catalogue, words)?;
    let mut picked = pick::Picked::default();
    let id = picked.keep("RISK", pick::entry(&open.engine, Register::Risk, &args.risk));
    let until = picked.day("--until", args.until.as_deref());
    let level = match (&args.level, &open.engine.system().criteria) {
        (Some(level), Some(criteria)) => {
            picked.keep("--level", pick::level(criteria, level)).map(Some)
        }
        (Some(_), None) => picked.keep("--level", Err(problem!("E-NO-CRITERIA"))),
        (None, _) => Some(None),
    };
    let (Some(id), Some(level), true) = (id, level, picked.0.is_empty()) else {
        return Err(open.refused(Problems(picked.0)));
    };
    let (by, role, why) = (args.by.clone(), args.role.clone(), args.why.clone());
    let accept = Accept { by, role, until, level, why };
    let done = open.engine.accept(id.as_str(), accept).map_err(|it| open.refused(it))?;
    told::finish(open, &args.edit, &done.ids, words, |_| {
        let values = |until: Date| [("day", until.into()), ("by", args.by.as_str().into())];
        until.map_or_else(String::new, |until| {
            format!("  {}\n", words.say_with("change.accepted", &values(until)))
        })
    })
}
