//! What drives a control: risks and obligations that name it, and what a person says.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::assessment::{InclusionReason, ObligationKind, Register, System};
use crate::facts::{ControlPlace, InclusionFact, Ledger};
use crate::problem::Date;
use crate::risk::{label_order, shown};
use crate::soa::Rows;
use annexa_vocabulary::words;

words! {
    /// What a reason comes from.
    Driver {
        /// A risk chooses the control to treat it.
        Treats = "treats",
        /// A risk's assessment today relies on the control.
        Holds = "holds",
        /// An obligation asks for it.
        Obliged = "obliged",
        /// A person says so.
        Stated = "stated",
    }
}

/// A reason to include a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The typed reason.
    pub reason: InclusionReason,
    /// What it comes from.
    pub driver: Driver,
    /// The risk or obligation that it points at, by its id.
    pub link: Option<(Register, String)>,
    /// What is shown of that: its label; of a stated reason that points at nothing, what was
    /// typed.
    pub reference: String,
    /// The kind of the obligation.
    pub obligation: Option<ObligationKind>,
    /// The day from which an obligation binds that does not bind yet.
    pub from: Option<Date>,
    /// Whether a person says the same.
    pub is_also_stated: bool,
}

/// The order in which reasons stand.
const ORDER: [InclusionReason; 5] = [
    InclusionReason::Risk,
    InclusionReason::Legal,
    InclusionReason::Contractual,
    InclusionReason::Business,
    InclusionReason::GoodPractice,
];

/// The reason that an obligation gives.
pub fn reason_of(kind: ObligationKind) -> InclusionReason {
    match kind {
        ObligationKind::Law => InclusionReason::Legal,
        ObligationKind::Contract | ObligationKind::Customer => InclusionReason::Contractual,
        ObligationKind::Policy => InclusionReason::Business,
    }
}

/// What is shown of risks, obligations and actions: which of their labels stand twice is looked up once.
pub(super) struct Labels<'s> {
    system: &'s System,
    known: &'s Rows,
}

impl<'s> Labels<'s> {
    pub(super) fn of(system: &'s System, known: &'s Rows) -> Labels<'s> {
        Labels { system, known }
    }

    fn twice(&self) -> [Vec<bool>; 3] {
        NAMED.map(|register| {
            let mut places: Vec<usize> = (0..self.system.count(register)).collect();
            let label =
                |place: usize| self.system.name(register, place).map_or("", |(_, label)| label);
            places.sort_unstable_by(|one, other| label(*one).cmp(label(*other)));
            let mut twice = vec![false; places.len()];
            for pair in places.windows(2) {
                let [one, other] = pair else { continue };
                if label(*one) == label(*other) && !label(*one).is_empty() {
                    for place in [one, other] {
                        twice.get_mut(*place).into_iter().for_each(|twice| *twice = true);
                    }
                }
            }
            twice
        })
    }

    /// What is shown of an entry.
    pub(super) fn name(&self, register: Register, place: usize) -> String {
        let Some((id, label)) = self.system.name(register, place) else { return String::new() };
        let mut lists = NAMED.iter().zip(self.known.twice.get_or_init(|| self.twice()));
        let list = lists.find(|(of, _)| **of == register).map(|(_, list)| list);
        let is_twice = list.and_then(|list| list.get(place)).is_some_and(|is_twice| *is_twice);
        shown(id.as_str(), label, is_twice)
    }
}

/// The registers whose entries a row shows.
const NAMED: [Register; 3] = [Register::Risk, Register::Obligation, Register::Action];

/// Every reason for a control: derived ones, then what a person adds.
pub(super) fn reasons<'s>(
    ledger: &Ledger,
    labels: &Labels<'_>,
    control: ControlPlace,
    stated: impl Iterator<Item = InclusionFact<'s>>,
    today: Option<Date>,
) -> Vec<Reason> {
    let (uses, system) = (ledger.uses(control), labels.system);
    let mut reasons = Vec::new();
    for (driver, risks) in [(Driver::Treats, &uses.treats), (Driver::Holds, &uses.holds)] {
        for (place, risk) in risks.iter().filter_map(|it| Some((*it, system.risks.get(*it)?))) {
            reasons.push(Reason {
                reason: InclusionReason::Risk,
                driver,
                link: Some((Register::Risk, risk.id.to_string())),
                reference: labels.name(Register::Risk, place),
                obligation: None,
                from: None,
                is_also_stated: false,
            });
        }
    }
    for place in &uses.obliged {
        let (Some(facts), Some(obligation)) =
            (ledger.obligations.get(*place), system.obligations.get(*place))
        else {
            continue;
        };
        if today.is_some_and(|today| facts.is_ended(today)) {
            continue;
        }
        let is_upcoming = today.is_some_and(|today| facts.is_upcoming(today));
        reasons.push(Reason {
            reason: reason_of(obligation.kind),
            driver: Driver::Obliged,
            link: Some((Register::Obligation, obligation.id.to_string())),
            reference: labels.name(Register::Obligation, *place),
            obligation: Some(obligation.kind),
            from: facts.since.filter(|_| is_upcoming),
            is_also_stated: false,
        });
    }
    for stated in stated {
        add_stated(&mut reasons, labels, stated);
    }
    reasons.sort_by(|one, other| {
        let place = |it: &Reason| ORDER.iter().position(|reason| *reason == it.reason);
        let is_stated = |it: &Reason| it.driver == Driver::Stated;
        place(one)
            .cmp(&place(other))
            .then(is_stated(one).cmp(&is_stated(other)))
            .then_with(|| label_order(&one.reference, &other.reference))
            .then_with(|| one.driver.cmp(&other.driver))
            .then_with(|| one.link.cmp(&other.link))
    });
    reasons
}

/// A stated reason that is derived too is shown once, and so is one that is stated twice.
fn add_stated(reasons: &mut Vec<Reason>, labels: &Labels<'_>, stated: InclusionFact<'_>) {
    let link = labels.system.resolve(stated.reference);
    let link = link.map(|(register, id)| (register, id.to_string()));
    let mut is_derived = false;
    let derived = reasons.iter_mut().filter(|it| it.driver != Driver::Stated);
    for reason in derived {
        if link.is_some() && reason.link == link && reason.reason == stated.reason {
            reason.is_also_stated = true;
            is_derived = true;
        }
    }
    if is_derived {
        return;
    }
    let reference = match &link {
        Some((register, id)) => {
            let place = labels.system.place(*register, id);
            place.map_or_else(|| id.clone(), |place| labels.name(*register, place))
        }
        None => stated.reference.trim().to_string(),
    };
    let reason = Reason {
        reason: stated.reason,
        driver: Driver::Stated,
        link,
        reference,
        obligation: None,
        from: None,
        is_also_stated: false,
    };
    if !reasons.contains(&reason) {
        reasons.push(reason);
    }
}
