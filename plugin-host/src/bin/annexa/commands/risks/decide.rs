//! `annexa risks decide`: which way is taken with a risk, by which controls, and what will be left.

use super::told;
use crate::{
    cli::RiskDecide,
    commands::{change, estimate::Typed, pick},
    failure::Failure,
    output::Done,
};
use annexa_core::{
    Catalogue, Engine, Problems,
    assessment::{Estimate, Register, Risk, TreatmentOption},
    problem::problem,
    words::Words,
};
use std::sync::Arc;

pub(super) fn run(
    args: &RiskDecide,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut open = change::open(&args.edit, catalogue, words)?;
    let mut picked = pick::Picked::default();
    let id = picked.keep("RISK", pick::entry(&open.engine, Register::Risk, &args.risk));
    let risk = id.and_then(|id| open.engine.system().risks.iter().find(|risk| risk.id == id));
    // Without the risk the rest is looked at all the same, for its problems.
    let mut risk = risk.cloned().unwrap_or_default();
    decide(args, &open.engine, &mut risk, &mut picked);
    if !picked.0.is_empty() {
        return Err(open.refused(Problems(picked.0)));
    }
    let done = open.put(risk, picked)?;
    told::finish(open, &args.edit, &done.ids, words, |open| {
        done.ids.iter().map(|id| told::plan(&open.engine, open.today, id, words)).collect()
    })
}

/// Takes what was typed into the treatment; what was not typed stays.
fn decide(args: &RiskDecide, engine: &Engine, risk: &mut Risk, picked: &mut pick::Picked) {
    let treatment = &mut risk.treatment;
    if let Some(option) = &args.option {
        treatment.option = TreatmentOption::from_word(option);
    }
    if let Some(why) = &args.why {
        treatment.why.clone_from(why);
    }
    if let Some(controls) = &args.controls {
        let controls = controls.iter().filter(|it| !it.trim().is_empty());
        let controls = controls.map(|it| pick::control(engine, it));
        treatment.controls = picked.keep_all("--controls", controls);
    }
    if let Some(basis) = &args.share_basis {
        let basis = basis.iter().filter(|it| !it.trim().is_empty());
        let basis = basis.map(|it| pick::entry(engine, Register::Obligation, it));
        treatment.share_basis = picked.keep_all("--share-basis", basis);
    }
    // What is not said to change stays as it is today.
    let today = risk.current.clone().unwrap_or_default();
    let named = [(&today.c, "c"), (&today.i, "i"), (&today.a, "a"), (&today.x, "x")];
    let mut named = named.iter().filter(|(step, _)| step.is_some()).map(|(_, letter)| *letter);
    let only = match (named.next(), named.next()) {
        (Some(letter), None) => Some(letter),
        _ => None,
    };
    let typed = Typed {
        likelihood: args.residual_likelihood.as_deref(),
        consequences: &args.residual_consequence,
        names: ["--residual-likelihood", "--residual-consequence"],
        otherwise: only,
    };
    if !typed.says_something() {
        return;
    }
    let Some(criteria) = &engine.system().criteria else {
        picked.0.push(problem!("E-NO-CRITERIA").at("risks"));
        return;
    };
    let plain = Estimate { on: None, why: String::new(), ..today };
    let before = treatment.residual.clone().unwrap_or(plain);
    treatment.residual = Some(typed.over(criteria, before, picked));
}
