//! What could be simplified on a day, with what was looked for, and what is left alone.

use alloc::vec::Vec;

use super::{Judge, Looked, Remark, Strength, Withheld, rests, withheld};
use crate::catalogue::Kind;
use crate::effort::{OVERDONE, Overdone};
use crate::facts::{ControlPlace, Remains, Source};
use crate::risk::{Evaluation, Risks};

/// Something that could be simplified at a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simpler {
    /// The control.
    pub control: ControlPlace,
    /// What could be simplified.
    pub remark: Remark,
    /// How strongly something calls for the control.
    pub strength: Strength,
    /// What was looked for and found.
    pub found: Vec<Looked>,
    /// What was looked for and not found.
    pub missing: Vec<Looked>,
    /// What is usually overdone there.
    pub overdone: Vec<&'static Overdone>,
}

/// What could be simplified on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// Why nothing is said.
    pub withheld: Option<Withheld>,
    /// How many risks can be evaluated.
    pub evaluable: usize,
    /// How many cannot.
    pub drafts: usize,
    /// What could be simplified, in the catalogue's order.
    pub simpler: Vec<Simpler>,
    /// Plans that go far below the line: the risk, and how many controls are not in place.
    pub plans: Vec<(usize, usize)>,
    /// Controls that nothing calls for and that take so little that they are left alone.
    pub cheap: Vec<ControlPlace>,
    /// Controls that nothing calls for, each with one that something strong calls for and that
    /// rests on it.
    pub carrying: Vec<(ControlPlace, ControlPlace)>,
}

/// How many levels below the line a plan goes that goes far.
const LEVELS_FAR: u8 = 2;
/// How many controls that are not in place a plan needs for that.
const CONTROLS_MANY: usize = 4;

/// How many chosen controls are not in place, of a plan that goes far below the line and waits for
/// many.
pub(crate) fn goes_far(risks: &Risks<'_>, it: &Evaluation) -> Option<usize> {
    let line = risks.ledger.scale.as_ref()?.line;
    let risk = risks.ledger.risks.get(it.risk)?;
    let Some(Remains::At(key)) = it.planned else { return None };
    let waiting = risk.chosen.iter().filter(|it| !risks.control(**it).is_in_place()).count();
    let waiting = waiting + risk.dangling;
    (key.level + LEVELS_FAR <= line && waiting >= CONTROLS_MANY).then_some(waiting)
}

/// What could be simplified on the day of `risks`.
pub fn over(risks: &Risks<'_>, source: &impl Source) -> Overview {
    let evaluable = risks.ledger.risks.iter().filter(|risk| risk.is_evaluable()).count();
    let mut overview = Overview {
        withheld: withheld(risks),
        evaluable,
        drafts: risks.ledger.risks.len() - evaluable,
        ..Overview::default()
    };
    if overview.withheld.is_some() {
        return overview;
    }
    let all = risks.evaluations();
    let far = all.iter().filter_map(|it| Some((it.risk, goes_far(risks, it)?)));
    overview.plans = far.collect();
    let rests = rests(risks);
    let judge = Judge::new(*risks, source, &rests);
    for (control, item) in risks.catalogue.items().iter().enumerate() {
        if item.kind() != Kind::Control || !judge.is_judged(control) {
            continue;
        }
        if judge.is_cheap(control) {
            if judge.has_no_driver(control) {
                overview.cheap.push(control);
            }
            continue;
        }
        for remark in judge.remarks(control) {
            overview.simpler.push(simpler(&judge, control, remark, item.id()));
        }
        if judge.is_idle(control)
            && let Some(other) = judge.carries(control)
        {
            overview.carrying.push((control, other));
        }
    }
    overview
}

fn simpler(
    judge: &Judge<'_, impl Source>,
    control: ControlPlace,
    remark: Remark,
    id: &str,
) -> Simpler {
    let looked = Looked::WORDS.iter().map(|(_, looked)| *looked);
    let (found, missing) = looked.partition(|looked| judge.finds(control, *looked));
    let overdone = OVERDONE.iter().filter(|it| it.at.contains(&id)).collect();
    Simpler { control, remark, strength: judge.strength(control), found, missing, overdone }
}
