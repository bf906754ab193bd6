//! Approvals and acceptances: of what was said above them, by the engine's own digests.

use annexa_core::risk::scenario_digest;
use annexa_core::{Engine, Problems};
use serde_json::Value;

use super::{Given, Members, Whole, set};
use crate::fault::What;
use crate::template::Gaps;

/// Sentences about approvals.
pub(super) const SENTENCES: &[(&str, Whole)] = &[
    ("the Statement of Applicability is approved by <text> on <day>", |given, gaps| {
        let today = day(gaps)?;
        given.through_engine(|engine| {
            engine.set_today(today);
            engine.approve_soa(gaps.text("text"), "").map(drop).map_err(refused)
        })
    }),
    ("<name> is approved by <text> on <day>", |given, gaps| {
        approve(given, gaps, &["plan", "residual"])
    }),
    ("the plan of <name> is approved by <text> on <day>", |given, gaps| {
        approve(given, gaps, &["plan"])
    }),
    ("the rest of <name> is approved by <text> on <day>", |given, gaps| {
        approve(given, gaps, &["residual"])
    }),
    (
        "<name> is accepted by <text> as <role text> up to <level> on <day> [until <until day>]",
        accept,
    ),
];

fn refused(problems: Problems) -> What {
    What::Refused(format!("{problems}"))
}

fn day(gaps: &Gaps) -> Result<annexa_core::Date, What> {
    let day = gaps.text("day");
    day.parse().map_err(|_| What::NoDay(day.to_owned()))
}

/// The owner's approval as the engine makes it, then in the name of who is said to approve.
fn approve(given: &mut Given, gaps: &Gaps, kinds: &[&str]) -> Result<(), What> {
    let (id, by, today) = (gaps.text("name"), gaps.text("text"), day(gaps)?);
    if !given.has("risks", id) {
        return Err(What::UnknownName(id.to_owned()));
    }
    let list = |given: &mut Given| {
        let approvals = given.entry("risks", id).get("approvals").and_then(Value::as_array);
        approvals.cloned().unwrap_or_default()
    };
    let before = list(given);
    let owner = given.entry("risks", id).get("owner").and_then(Value::as_str).map(str::to_owned);
    let owner = owner.unwrap_or_default();
    given.through_engine(|engine: &mut Engine| {
        engine.set_today(today);
        engine.approve(&owner, Some(&[id])).map(drop).map_err(refused)
    })?;
    let mut approvals = before.clone();
    for mut approval in list(given) {
        let of = approval.get("of").and_then(Value::as_str).unwrap_or_default();
        if kinds.contains(&of) && !before.contains(&approval) {
            if let Some(approval) = approval.as_object_mut() {
                set(approval, "by", by);
            }
            approvals.push(approval);
        }
    }
    set(given.entry("risks", id), "approvals", approvals);
    Ok(())
}

fn accept(given: &mut Given, gaps: &Gaps) -> Result<(), What> {
    let id = gaps.text("name");
    let document = given.document()?;
    let risk = document.system().risks.iter().find(|risk| risk.id.as_str() == id);
    let risk = risk.ok_or_else(|| What::UnknownName(id.to_owned()))?;
    let mut acceptance = Members::new();
    set(&mut acceptance, "by", gaps.text("text"));
    set(&mut acceptance, "role", gaps.text("role text"));
    set(&mut acceptance, "on", gaps.text("day"));
    set(&mut acceptance, "level", gaps.text("level"));
    set(&mut acceptance, "digest", scenario_digest(risk));
    if let Some(until) = gaps.said("until day") {
        set(&mut acceptance, "until", until);
    }
    set(given.entry("risks", id), "acceptance", acceptance);
    Ok(())
}
