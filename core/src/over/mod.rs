//! Over-engineering: controls whose effort goes beyond any driver. Never more than a remark, and
//! only where enough is known; where it is not, that is what is said.
//!
//! `docs/rules-roadmap.md` gives the rules. The checks and the view of what could be simplified
//! both ask here.

mod drivers;
mod overview;
mod text;

use alloc::vec::Vec;

use crate::assessment::{Applicability, Implementation};
use crate::catalogue::Kind;
use crate::effort::{Class, rows};
use crate::facts::{ControlPlace, ItemFacts, Source};
use crate::method::Method;
use crate::risk::Risks;
use crate::roadmap::dependencies;
use annexa_vocabulary::words;

pub use drivers::{Looked, Strength};
pub(crate) use overview::goes_far;
pub use overview::{Overview, Simpler, over};
pub use text::overdone;

/// With fewer evaluable risks nothing is said.
pub const RISKS_MIN: usize = 12;
/// From this maturity on somebody asks what for.
const MATURITY_HIGH: u8 = 4;
/// More pieces of evidence than this are many.
const EVIDENCE_MANY: usize = 6;
/// A review period that is short, in months.
const REVIEW_SHORT: u8 = 3;
/// How far above the highest floor of its obligations a maturity goes far.
const FLOOR_FAR: u8 = 2;

words! {
    /// Why nothing is said of over-engineering.
    Withheld {
        /// The standards are used without clauses, so that nobody asks for drivers.
        Clauses = "clauses",
        /// There are no criteria.
        Criteria = "criteria",
        /// Too few risks can be evaluated.
        Risks = "risks",
        /// There are more drafts of risks than risks that can be evaluated.
        Drafts = "drafts",
    }
}

/// What could be simplified at a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Nothing calls for it.
    NoDriver,
    /// It is very mature, and nothing strong calls for that.
    Maturity {
        /// The maturity.
        level: u8,
    },
    /// Much evidence is reviewed very often.
    Evidence {
        /// How many pieces.
        count: usize,
    },
    /// It is far more mature than the obligations ask that alone call for it.
    Floor {
        /// The maturity.
        level: u8,
        /// The highest that is asked for.
        floor: u8,
    },
}

/// What is asked of one control on one day.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'d, S> {
    /// Registers, facts and the day.
    pub risks: Risks<'d>,
    /// Where words and lists are found.
    pub source: &'d S,
    /// What rests on what, among controls.
    rests: &'d [(ControlPlace, ControlPlace)],
}

/// Whether enough is known to say that something is too much, and if not, why.
pub fn withheld(risks: &Risks<'_>) -> Option<Withheld> {
    let all = risks.ledger.risks.len();
    let evaluable = risks.ledger.risks.iter().filter(|risk| risk.is_evaluable()).count();
    if !risks.system.mode().has_clauses() {
        Some(Withheld::Clauses)
    } else if risks.ledger.scale.is_none() {
        Some(Withheld::Criteria)
    } else if evaluable < RISKS_MIN {
        Some(Withheld::Risks)
    } else {
        (all - evaluable > evaluable).then_some(Withheld::Drafts)
    }
}

/// Which controls rest on which: the one that comes first, and the one that waits for it.
pub fn rests(risks: &Risks<'_>) -> Vec<(ControlPlace, ControlPlace)> {
    let control = |id: &str| {
        let place = risks.catalogue.index_of(id)?;
        let item = risks.catalogue.items().get(place)?;
        (item.kind() == Kind::Control).then_some(place)
    };
    let all = dependencies(risks.catalogue).into_iter();
    all.filter_map(|it| Some((control(it.first)?, control(it.then)?))).collect()
}

impl<'d, S: Source> Judge<'d, S> {
    /// What is asked, with what rests on what.
    pub fn new(
        risks: Risks<'d>,
        source: &'d S,
        rests: &'d [(ControlPlace, ControlPlace)],
    ) -> Judge<'d, S> {
        Judge { risks, source, rests }
    }

    /// Whether something might be said of a control: one of the catalogue that is not excluded and
    /// does not serve every risk.
    pub fn is_judged(&self, control: ControlPlace) -> bool {
        let governing =
            Method::of(self.risks.catalogue).map_or(&[][..], |it| it.governing_controls);
        let item = self.risks.catalogue.items().get(control);
        item.is_some_and(|item| {
            item.kind() == Kind::Control
                && !governing.contains(&item.id())
                && self.its(control).applicability != Applicability::Excluded
        })
    }

    /// Whether its first effort is so small that nobody gains by doing less.
    pub fn is_cheap(&self, control: ControlPlace) -> bool {
        let id = self.risks.catalogue.id_at(control);
        let row = rows(self.risks.catalogue).iter().find(|row| row.id == id);
        row.is_none_or(|row| row.initial < Class::M)
    }

    /// Whether a control was put in place that nothing calls for, and on which nothing rests.
    pub fn has_no_driver(&self, control: ControlPlace) -> bool {
        self.is_idle(control) && self.carries(control).is_none()
    }

    /// Whether a control was put in place that nothing calls for itself.
    pub fn is_idle(&self, control: ControlPlace) -> bool {
        let its = self.its(control);
        let is_done =
            matches!(its.implementation, Implementation::Partly | Implementation::Implemented);
        is_done
            && its.applicability != Applicability::Inherited
            && self.strength(control) == Strength::Nothing
    }

    /// What is to be said of a control that is judged and not cheap.
    pub fn remarks(&self, control: ControlPlace) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let strength = self.strength(control);
        let level = self.its(control).maturity.map_or(0, |maturity| maturity.level);
        let is_beyond_explicit = self.explicit_maturity(control).is_none_or(|it| level > it);
        if self.has_no_driver(control) {
            remarks.push(Remark::NoDriver);
        }
        if level >= MATURITY_HIGH
            && strength < Strength::Strong
            && is_beyond_explicit
            && self.carries(control).is_none()
        {
            remarks.push(Remark::Maturity { level });
        }
        let periods = self.source.evidence(control).map(|it| it.review_months);
        let periods: Vec<Option<u8>> = periods.collect();
        let is_short = |months: &Option<u8>| months.is_some_and(|months| months <= REVIEW_SHORT);
        if periods.len() > EVIDENCE_MANY
            && periods.iter().all(is_short)
            && strength < Strength::Strong
        {
            remarks.push(Remark::Evidence { count: periods.len() });
        }
        if let Some(floor) = self.only_floor(control)
            && level >= floor.saturating_add(FLOOR_FAR)
            && is_beyond_explicit
        {
            remarks.push(Remark::Floor { level, floor });
        }
        remarks
    }

    /// The control with a strong driver that rests on this one, at any distance: of several the
    /// nearest, of those the first of the catalogue.
    pub fn carries(&self, control: ControlPlace) -> Option<ControlPlace> {
        let mut known: Vec<ControlPlace> = [control].into();
        let mut open: Vec<ControlPlace> = [control].into();
        while !open.is_empty() {
            let then = self.rests.iter().filter(|(first, _)| open.contains(first));
            let mut next: Vec<ControlPlace> = then.map(|(_, then)| *then).collect();
            next.sort_unstable();
            next.dedup();
            next.retain(|control| !known.contains(control));
            if let Some(strong) = next.iter().find(|it| self.strength(**it) == Strength::Strong) {
                return Some(*strong);
            }
            known.extend(&next);
            open = next;
        }
        None
    }

    fn its(&self, control: ControlPlace) -> &'d ItemFacts {
        self.risks.control(control)
    }
}

impl Remark {
    /// The code of the finding.
    pub fn code(self) -> &'static str {
        match self {
            Remark::NoDriver => "L-OVER-NO-DRIVER",
            Remark::Maturity { .. } => "L-OVER-MATURITY",
            Remark::Evidence { .. } => "L-OVER-EVIDENCE",
            Remark::Floor { .. } => "L-OVER-FLOOR",
        }
    }
}
