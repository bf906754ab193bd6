//! Remarks on over-engineering, as findings with the days between which they hold.

use super::rules::Found;
use super::span::Days;
use super::*;
use crate::over::{Judge, Remark, rests, withheld};
use crate::risk::Risks;

pub(super) fn run(
    found: &mut Found,
    catalogue: &Catalogue,
    facts: &Facts,
    ledger: &Ledger,
    source: &impl Source,
) {
    let Some(any) = Date::new(2000, 1, 1) else { return };
    let risks = Risks { catalogue, system: source.system(), facts, ledger, today: any };
    // Whether enough is known is the same on every day.
    if withheld(&risks).is_some() {
        return;
    }
    let rests = rests(&risks);
    for index in 0..catalogue.items().len() {
        let judge = Judge::new(risks, source, &rests);
        if !judge.is_judged(index) || judge.is_cheap(index) {
            continue;
        }
        found.subject = Subject::Item(index);
        let mut days = Days::default();
        for control in ledger.controls() {
            for place in &ledger.uses(control).obliged {
                days.from(ledger.obligations.get(*place).and_then(|it| it.since));
                days.until(ledger.obligations.get(*place).and_then(|it| it.until));
            }
        }
        found.over(days, &mut |found, today| {
            let judge = Judge::new(Risks { today, ..risks }, source, &rests);
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
            let count = Value::Int(i64::try_from(count).unwrap_or(i64::MAX));
            found.add(&OVER_EVIDENCE, [("count", count)]);
        }
        Remark::Floor { level, floor } => {
            found.add(&OVER_FLOOR, [("level", level.into()), ("floor", floor.into())]);
        }
    }
}
