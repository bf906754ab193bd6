//! Remarks on over-engineering, as findings with the days between which they hold.

use super::rules::Found;
use super::span::Days;
use super::*;
use crate::over::{Judge, Remark, rests, withheld};
use crate::risk::Risks;

pub(super) fn run(found: &mut Found, risks: &Risks<'_>, source: &impl Source) {
    // Whether enough is known is the same on every day.
    if withheld(risks).is_some() {
        return;
    }
    let mut days = Days::default();
    for obligation in &risks.ledger.obligations {
        days.from(obligation.since);
        days.until(obligation.until);
    }
    let rests = rests(risks);
    for index in 0..risks.catalogue.items().len() {
        let judge = Judge::new(*risks, source, &rests);
        if !judge.is_judged(index) || judge.is_cheap(index) {
            continue;
        }
        found.subject = Subject::Item(index);
        found.over(days.clone(), &mut |found, today| {
            let judge = Judge::new(Risks { today, ..*risks }, source, &rests);
            for remark in judge.remarks(index) {
                add(found, remark);
            }
        });
    }
}

fn add(found: &mut Found, remark: Remark) {
    match remark {
        Remark::NoDriver => _ = found.add(&OVER_NO_DRIVER, []),
        Remark::Maturity { level } => _ = found.add(&OVER_MATURITY, [("level", level.into())]),
        Remark::Evidence { count } => {
            found.add(&OVER_EVIDENCE, [("count", count.into())]);
        }
        Remark::Floor { level, floor } => {
            found.add(&OVER_FLOOR, [("level", level.into()), ("floor", floor.into())]);
        }
    }
}
