//! What the rules know of the registers: references looked up once, steps as places on their
//! scales, and for each control who names it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::OnceCell;

use super::due::{ActionFacts, ObligationFacts};
use super::scale::{Scale, Steps};
use super::{Facts, ItemFacts};
use crate::assessment::{Acceptance, Document, Estimate, Risk, System, Treatment, TreatmentOption};
use crate::catalogue::{Catalogue, Kind};
use crate::id::Id;
use crate::names::Names;
use crate::problem::Date;

/// A place among the controls: those of the catalogue have their place in
/// [`Catalogue::items`], those of the organization follow behind all items.
pub type ControlPlace = usize;

/// The facts of the registers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// By what risks are judged.
    pub scale: Option<Scale>,
    /// The facts of each risk, in the register's order.
    pub risks: Vec<RiskFacts>,
    /// The facts of each action, in the register's order.
    pub actions: Vec<ActionFacts>,
    /// The controls of each obligation, in the register's order.
    pub obligations: Vec<ObligationFacts>,
    /// The facts of the answers to own controls, in the register's order.
    pub own: Vec<ItemFacts>,
    /// How many items the catalogue has.
    items: usize,
    /// Who names a control, by its place.
    uses: Vec<Uses>,
    /// The digests of each risk, made when somebody asks.
    digests: Vec<Kept>,
}

/// What approvals and acceptances of a risk are compared with. It follows from the registers alone,
/// so that each is made once for all days on which somebody looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Digested {
    /// The scenario.
    Scenario,
    /// The plan.
    Plan,
    /// What the plan leaves.
    Residual,
}

/// Digests, once they are made. Whether they are made yet makes no difference between two ledgers.
#[derive(Debug, Clone, Default)]
struct Kept {
    scenario: OnceCell<String>,
    plan: OnceCell<String>,
    residual: OnceCell<String>,
}

impl PartialEq for Kept {
    fn eq(&self, _: &Kept) -> bool {
        true
    }
}

impl Eq for Kept {}

/// Who names a control: places in the registers, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uses {
    /// The risks that choose it to treat them.
    pub treats: Vec<usize>,
    /// The risks whose assessment today relies on it.
    pub holds: Vec<usize>,
    /// The obligations that ask for it.
    pub obliged: Vec<usize>,
    /// The actions that bring it about.
    pub acted: Vec<usize>,
}

impl Uses {
    /// The risks that name it, in the register's order.
    pub fn risks(&self) -> impl Iterator<Item = usize> {
        // Both lists are in order.
        let (mut treats, mut holds) = (self.treats.iter().peekable(), self.holds.iter().peekable());
        core::iter::from_fn(move || match (treats.peek(), holds.peek()) {
            (Some(one), Some(other)) if other < one => holds.next(),
            (Some(_), _) => treats.next(),
            (None, _) => holds.next(),
        })
        .copied()
    }
}

/// What the rules know of a risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskFacts {
    /// What keeps it from being evaluated.
    pub missing: Vec<Missing>,
    /// The assessment today.
    pub current: Option<Steps>,
    /// The assessment without any control.
    pub inherent: Option<Steps>,
    /// The planned assessment.
    pub residual: Option<Steps>,
    /// Whether an assessment names a step that the criteria do not know.
    pub has_unknown_step: bool,
    /// The way that is taken.
    pub option: Option<TreatmentOption>,
    /// The controls that today's assessment relies on; one that is chosen too counts as chosen.
    pub existing: Vec<ControlPlace>,
    /// The controls that are chosen.
    pub chosen: Vec<ControlPlace>,
    /// How many chosen controls there are not.
    pub dangling: usize,
    /// Whether everything that it names is there.
    pub is_resolved: bool,
    /// The obligations by which it is shared.
    pub share_basis: Vec<usize>,
    /// The actions that serve it.
    pub serving: Vec<usize>,
    /// The groups that it is about.
    pub groups: Vec<usize>,
    /// Whether somebody answers for it.
    pub has_owner: bool,
    /// When somebody last looked at it.
    pub reviewed: Option<Date>,
}

/// What a risk lacks to be evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Criteria.
    Criteria,
    /// The event, or a threat in its place.
    Event,
    /// The threat of a risk that was found from an asset.
    Threat,
    /// The vulnerability of such a risk.
    Vulnerability,
    /// The group of assets of such a risk.
    Groups,
    /// How likely it is.
    Likelihood,
    /// How grave it is.
    Consequence,
    /// A step that the criteria know.
    KnownStep,
}

impl Missing {
    /// The word of what is missing.
    pub const fn word(self) -> &'static str {
        match self {
            Missing::Criteria => "criteria",
            Missing::Event => "event",
            Missing::Threat => "threat",
            Missing::Vulnerability => "vulnerability",
            Missing::Groups => "groups",
            Missing::Likelihood => "likelihood",
            Missing::Consequence => "consequence",
            Missing::KnownStep => "known_step",
        }
    }
}

static NO_USES: Uses =
    Uses { treats: Vec::new(), holds: Vec::new(), obliged: Vec::new(), acted: Vec::new() };

impl Ledger {
    /// The facts of a document's registers.
    pub fn of(document: &Document) -> Ledger {
        let (catalogue, system) = (document.catalogue(), document.system());
        let items = catalogue.items().len();
        let own = system.own_controls.iter();
        let own = own.map(|own| ItemFacts::of(Kind::Control, document.answer(own.id.as_str())));
        let mut ledger = Ledger {
            scale: system.criteria.as_ref().map(Scale::of),
            own: own.collect(),
            items,
            uses: vec![Uses::default(); items + system.own_controls.len()],
            ..Ledger::default()
        };
        let obligations = system.obligations.iter().map(|it| ObligationFacts {
            since: it.since,
            until: it.until,
            controls: places(catalogue, system, &it.controls),
        });
        ledger.obligations = obligations.collect();
        let scale = ledger.scale.as_ref();
        let risks = system.risks.iter().map(|risk| RiskFacts::of(catalogue, system, scale, risk));
        ledger.risks = risks.collect();
        ledger.digests = vec![Kept::default(); ledger.risks.len()];
        ledger.take_actions(catalogue, system);
        ledger.index();
        ledger
    }

    /// A digest of a risk, which `make` makes the first time.
    pub(crate) fn digest(
        &self,
        risk: usize,
        of: Digested,
        make: impl FnOnce() -> String,
    ) -> Option<&str> {
        let kept = self.digests.get(risk)?;
        let cell = match of {
            Digested::Scenario => &kept.scenario,
            Digested::Plan => &kept.plan,
            Digested::Residual => &kept.residual,
        };
        Some(cell.get_or_init(make))
    }

    /// Who names a control.
    pub fn uses(&self, control: ControlPlace) -> &Uses {
        self.uses.get(control).unwrap_or(&NO_USES)
    }

    /// The places of all controls that somebody may name.
    pub fn controls(&self) -> impl Iterator<Item = ControlPlace> {
        0..self.uses.len()
    }

    /// The facts of a control's answer.
    pub fn control<'l>(&'l self, facts: &'l Facts, control: ControlPlace) -> &'l ItemFacts {
        match control.checked_sub(self.items) {
            Some(own) => self.own.get(own).unwrap_or(&ItemFacts::NONE),
            None => facts.item(control),
        }
    }

    /// The place of an own control among the controls.
    pub fn own_place(&self, own: usize) -> ControlPlace {
        self.items + own
    }

    /// Replaces the facts of the answer to an own control.
    pub(crate) fn replace_own(&mut self, own: usize, new: ItemFacts) {
        if let Some(facts) = self.own.get_mut(own) {
            *facts = new;
        }
    }

    /// Brings the facts of one risk in step that says something else and stands where it stood.
    pub(crate) fn replace_risk(&mut self, document: &Document, place: usize) {
        let (catalogue, system) = (document.catalogue(), document.system());
        let Some(risk) = system.risks.get(place) else { return };
        let new = RiskFacts::of(catalogue, system, self.scale.as_ref(), risk);
        let Some(facts) = self.risks.get_mut(place) else { return };
        let old = core::mem::replace(facts, new);
        facts.serving.clone_from(&old.serving);
        let (chosen, existing) = (facts.chosen.clone(), facts.existing.clone());
        self.rename(place, |uses| &mut uses.treats, &old.chosen, &chosen);
        self.rename(place, |uses| &mut uses.holds, &old.existing, &existing);
        if let Some(kept) = self.digests.get_mut(place) {
            *kept = Kept::default();
        }
    }

    /// Takes a risk out of the lists of the controls that it named, and into those that it names.
    fn rename(
        &mut self,
        risk: usize,
        list: fn(&mut Uses) -> &mut Vec<usize>,
        old: &[ControlPlace],
        new: &[ControlPlace],
    ) {
        for control in old {
            if let Some(uses) = self.uses.get_mut(*control) {
                list(uses).retain(|other| *other != risk);
            }
        }
        for control in new {
            if let Some(uses) = self.uses.get_mut(*control) {
                let names = list(uses);
                let place = names.partition_point(|other| *other < risk);
                names.insert(place, risk);
            }
        }
    }

    fn take_actions(&mut self, catalogue: &Catalogue, system: &System) {
        let risks = by_id(system.risks.iter().map(|risk| &risk.id));
        for (place, action) in system.actions.iter().enumerate() {
            let served: Vec<usize> =
                action.serves.iter().filter_map(|id| risks.place(id.as_str())).collect();
            for risk in &served {
                if let Some(risk) = self.risks.get_mut(*risk) {
                    risk.serving.push(place);
                }
            }
            self.actions.push(ActionFacts {
                due: action.due,
                done: action.done,
                has_owner: !action.owner.trim().is_empty(),
                risks: served,
                controls: places(catalogue, system, &action.controls),
            });
        }
    }

    fn index(&mut self) {
        let uses = &mut self.uses;
        let mut note = |control: ControlPlace, list: fn(&mut Uses) -> &mut Vec<usize>, who| {
            if let Some(uses) = uses.get_mut(control) {
                list(uses).push(who);
            }
        };
        for (place, risk) in self.risks.iter().enumerate() {
            risk.chosen.iter().for_each(|it| note(*it, |uses| &mut uses.treats, place));
            risk.existing.iter().for_each(|it| note(*it, |uses| &mut uses.holds, place));
        }
        for (place, obligation) in self.obligations.iter().enumerate() {
            obligation.controls.iter().for_each(|it| note(*it, |uses| &mut uses.obliged, place));
        }
        for (place, action) in self.actions.iter().enumerate() {
            action.controls.iter().for_each(|it| note(*it, |uses| &mut uses.acted, place));
        }
    }
}

impl RiskFacts {
    fn of(catalogue: &Catalogue, system: &System, scale: Option<&Scale>, risk: &Risk) -> RiskFacts {
        let Treatment { option, controls, residual, share_basis, .. } = &risk.treatment;
        let steps = |estimate: &Option<Estimate>| {
            let (scale, estimate) = (scale?, estimate.as_ref()?);
            scale.steps(estimate)
        };
        let chosen = places(catalogue, system, controls);
        let existing = places(catalogue, system, &risk.existing);
        let groups = risk.groups.iter();
        let groups = groups.filter_map(|id| place_of(&system.groups, id, |group| &group.id));
        let groups: Vec<usize> = groups.collect();
        let basis = share_basis.iter();
        let basis = basis.filter_map(|id| place_of(&system.obligations, id, |it| &it.id));
        let basis: Vec<usize> = basis.collect();
        let named = [&risk.groups, &risk.existing, controls, share_basis];
        let found = groups.len() + existing.len() + chosen.len() + basis.len();
        let is_resolved = named.iter().map(|ids| ids.len()).sum::<usize>() == found;
        let estimates = [&risk.inherent, &risk.current, residual];
        let mut facts = RiskFacts {
            missing: Vec::new(),
            current: steps(&risk.current),
            inherent: steps(&risk.inherent),
            residual: steps(residual),
            has_unknown_step: estimates.into_iter().flatten().any(|estimate| {
                scale.is_none_or(|scale| scale.unknown(estimate).next().is_some())
                    && (estimate.likelihood.is_some() || estimate.consequences().next().is_some())
            }),
            option: *option,
            existing: existing.into_iter().filter(|it| !chosen.contains(it)).collect(),
            dangling: controls.len() - chosen.len(),
            is_resolved,
            chosen,
            share_basis: basis,
            serving: Vec::new(),
            groups,
            has_owner: !risk.owner.trim().is_empty(),
            reviewed: risk.reviewed,
        };
        facts.missing = super::scale::missing(scale, risk, &facts);
        facts
    }

    /// Whether it can be evaluated.
    pub fn is_evaluable(&self) -> bool {
        self.missing.is_empty()
    }
}

/// The place of a control among the controls; nothing where there is no such control.
pub(crate) fn control_place(
    catalogue: &Catalogue,
    system: &System,
    id: &Id,
) -> Option<ControlPlace> {
    let is_control = |index: &usize| {
        catalogue.items().get(*index).is_some_and(|item| item.kind() == Kind::Control)
    };
    match place_of(&system.own_controls, id, |own| &own.id) {
        Some(own) => Some(catalogue.items().len() + own),
        None => catalogue.index_of(id.as_str()).filter(is_control),
    }
}

fn places(catalogue: &Catalogue, system: &System, ids: &[Id]) -> Vec<ControlPlace> {
    ids.iter().filter_map(|id| control_place(catalogue, system, id)).collect()
}

/// The place of an entry in a register, which is sorted by id.
pub(crate) fn place_of<E>(list: &[E], id: &Id, of: fn(&E) -> &Id) -> Option<usize> {
    list.binary_search_by(|entry| of(entry).cmp(id)).ok()
}

fn by_id<'l>(ids: impl Iterator<Item = &'l Id>) -> Names {
    let mut names = Names::default();
    for (place, id) in ids.enumerate() {
        names.note(id.as_str(), place);
    }
    names
}

/// Whether an acceptance is over on a day, or has not begun.
pub(crate) fn lasts(acceptance: &Acceptance, today: Date) -> bool {
    acceptance.on.is_some_and(|on| on <= today)
        && acceptance.until.is_none_or(|until| today <= until)
}
