//! What calls for a control, and how strongly.

use alloc::vec::Vec;

use super::Judge;
use crate::assessment::{InclusionReason, Register};
use crate::facts::{ControlPlace, Remains, RiskFacts, Source};
use annexa_vocabulary::words;

/// The maturity up to which a control that an obligation names itself is never remarked on.
const EXPLICIT_MATURITY: u8 = 3;

/// The reasons of a person that call for a control: good practice does not.
const CALLING: [InclusionReason; 3] =
    [InclusionReason::Legal, InclusionReason::Contractual, InclusionReason::Business];

words! {
    /// How strongly something calls for a control.
    Strength {
        /// Nothing does.
        Nothing = "nothing",
        /// Risks that never were above the line, or a person's reason.
        Weak = "weak",
        /// An obligation, a risk that relies on it, or one above the line that it treats.
        Strong = "strong",
    }
}

words! {
    /// What was looked for.
    Looked {
        /// An obligation that has not ended.
        Obligation = "obligation",
        /// A risk whose assessment relies on it.
        Holds = "holds",
        /// A risk that it treats and that is or was above the line, or about which too little is
        /// known.
        TreatsAbove = "treats_above",
        /// A risk that it treats and that never was above the line.
        TreatsBelow = "treats_below",
        /// A legal, contractual or business reason that a person states.
        Stated = "stated",
    }
}

impl Looked {
    /// How strongly it calls for a control where it is found.
    pub fn strength(self) -> Strength {
        match self {
            Looked::Obligation | Looked::Holds | Looked::TreatsAbove => Strength::Strong,
            Looked::TreatsBelow | Looked::Stated => Strength::Weak,
        }
    }
}

impl<S: Source> Judge<'_, S> {
    /// How strongly the strongest of all that was found calls for a control.
    pub fn strength(&self, control: ControlPlace) -> Strength {
        let found = Looked::WORDS.iter().filter(|(_, looked)| self.finds(control, *looked));
        found.map(|(_, looked)| looked.strength()).max().unwrap_or(Strength::Nothing)
    }

    /// Whether something of a kind calls for a control.
    pub fn finds(&self, control: ControlPlace, looked: Looked) -> bool {
        let (risks, uses) = (&self.risks, self.risks.ledger.uses(control));
        let is_above =
            |place: &usize| risks.ledger.risks.get(*place).is_some_and(|risk| self.was_above(risk));
        match looked {
            Looked::Obligation => uses.obliged.iter().any(|place| self.is_on(*place)),
            Looked::Holds => !uses.holds.is_empty(),
            Looked::TreatsAbove => uses.treats.iter().any(is_above),
            Looked::TreatsBelow => uses.treats.iter().any(|place| !is_above(place)),
            Looked::Stated => self.source.inclusion(control).any(|it| CALLING.contains(&it.reason)),
        }
    }

    fn is_on(&self, obligation: usize) -> bool {
        let obligation = self.risks.ledger.obligations.get(obligation);
        obligation.is_some_and(|it| !it.is_ended(self.risks.today))
    }

    /// Whether a risk is or was above the line. What is not known is no reason to save.
    fn was_above(&self, risk: &RiskFacts) -> bool {
        let Some(scale) = &self.risks.ledger.scale else { return true };
        let steps = [&risk.current, &risk.inherent].into_iter().flatten();
        let mut keys = steps.map(|steps| Remains::At(scale.key(steps)));
        !risk.is_evaluable() || keys.any(|key| scale.is_above(key))
    }

    /// Up to which maturity an obligation that names the control itself justifies it.
    pub(super) fn explicit_maturity(&self, control: ControlPlace) -> Option<u8> {
        let uses = self.risks.ledger.uses(control).obliged.iter();
        let explicit = uses.filter_map(|place| {
            let obligation = self.risks.system.obligations.get(*place)?;
            let is_it = obligation.explicit && self.is_on(*place);
            is_it.then(|| obligation.maturity_floor.unwrap_or_default().max(EXPLICIT_MATURITY))
        });
        explicit.max()
    }

    /// The highest floor, where obligations are all that calls for a control and all have one.
    pub(super) fn only_floor(&self, control: ControlPlace) -> Option<u8> {
        let (system, uses) = (self.risks.system, self.risks.ledger.uses(control));
        // A reason that points at one of the obligations is none beside them.
        let is_theirs = |reference: &str| {
            system.resolve(reference).is_some_and(|(register, id)| {
                let mut theirs = uses.obliged.iter().filter_map(|at| system.obligations.get(*at));
                register == Register::Obligation && theirs.any(|it| it.id.as_str() == id)
            })
        };
        let mut stated = self.source.inclusion(control).filter(|it| CALLING.contains(&it.reason));
        let is_stated = stated.any(|it| !is_theirs(it.reference));
        if !uses.treats.is_empty() || !uses.holds.is_empty() || is_stated {
            return None;
        }
        let on = uses.obliged.iter().filter(|place| self.is_on(**place));
        let floors: Option<Vec<u8>> =
            on.map(|place| system.obligations.get(*place)?.maturity_floor).collect();
        floors?.into_iter().max()
    }
}
