//! Risk scenarios, and how likely and how grave they are held to be.

use alloc::string::String;
use alloc::vec::Vec;

use super::approval::{Acceptance, Approval};
use super::treatment::Treatment;
use super::words::{Basis, SourceKind};
use crate::assessment::fields::{DATE, LINE, NOTE};
use crate::assessment::limits::{
    APPROVALS_MAX, CONTROLS_MAX, LINE_MAX_BYTES, RISK_GROUPS_MAX, TAGS_MAX,
};
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Asked, Field, Kind, Merge, Order, Record as _, WordSet as _, record};

/// An assessment, which is one value.
const ESTIMATE: Field = Field::of(Kind::Record(&Estimate::SHAPE)).merged(Merge::Whole);

record! {
    /// Something that may happen to what the organization protects.
    pub struct Risk {
        /// What tells it from every other, for ever; the engine gives one where it is missing.
        id: Id = Field::of(Kind::OwnId),
        /// What people call it, such as `R-7`.
        label: String = LINE,
        /// What it is, in a line.
        title: String = LINE.required().asked(Asked::Risks),
        /// How it was found; `event` where nothing is said.
        basis: Option<Basis> = Field::of(Kind::Word(&Basis::SET)),
        /// Who or what it comes from.
        source: String = LINE,
        /// Which kind of source that is.
        source_kind: Option<SourceKind> = Field::of(Kind::Word(&SourceKind::SET)),
        /// The code of a starter threat, or a word of one's own.
        threat: String = LINE,
        /// What happens, and what follows from it.
        event: String = NOTE.asked(Asked::Risks),
        /// What makes it possible here.
        vulnerability: String = NOTE.asked(Asked::Risks),
        /// The groups of assets that it is about.
        groups: Vec<Id> = Field::of(Kind::Ids(RISK_GROUPS_MAX)),
        /// Who answers for it.
        owner: String = LINE.asked(Asked::Risks),
        /// The controls that today's assessment relies on.
        existing: Vec<Id> = Field::of(Kind::Ids(CONTROLS_MAX)).asked(Asked::Risks),
        /// The assessment without any control.
        inherent: Option<Estimate> = ESTIMATE,
        /// The assessment today, with the controls that run.
        current: Option<Estimate> = ESTIMATE.asked(Asked::Risks),
        /// What is done about it.
        treatment: Treatment =
            Field::of(Kind::Record(&Treatment::SHAPE)).merged(Merge::Members),
        /// What its owner approved, and when.
        approvals: Vec<Approval> =
            Field::of(Kind::List(&Approval::SHAPE, APPROVALS_MAX, Order::Register))
                .merged(Merge::Frozen),
        /// Who accepts it until when.
        acceptance: Option<Acceptance> =
            Field::of(Kind::Record(&Acceptance::SHAPE)).merged(Merge::Whole),
        /// When somebody last looked at it.
        reviewed: Option<Date> = DATE,
        /// Free notes.
        notes: String = NOTE,
        /// Words by which risks are found.
        tags: Vec<String> = Field::of(Kind::Lines(TAGS_MAX, LINE_MAX_BYTES)),
    }

    /// How likely a risk is held to be, and how grave. It is one value: half of it says nothing.
    pub struct Estimate {
        /// A step of the criteria's likelihood.
        likelihood: Option<Id> = Field::of(Kind::Id),
        /// A step of the criteria's consequence, for confidentiality.
        c: Option<Id> = Field::of(Kind::Id),
        /// A step of the criteria's consequence, for integrity.
        i: Option<Id> = Field::of(Kind::Id),
        /// A step of the criteria's consequence, for availability.
        a: Option<Id> = Field::of(Kind::Id),
        /// A step of the criteria's consequence, for the dimension that the criteria add.
        x: Option<Id> = Field::of(Kind::Id),
        /// The day for which it holds.
        on: Option<Date> = DATE,
        /// Why, in words.
        why: String = NOTE,
    }
}

impl Default for Estimate {
    fn default() -> Estimate {
        Estimate::blank()
    }
}

impl Risk {
    /// How it was found: the value that counts.
    pub fn basis(&self) -> Basis {
        self.basis.unwrap_or(Basis::Event)
    }
}

impl Estimate {
    /// The consequences that are given, in the order of the dimensions.
    pub fn consequences(&self) -> impl Iterator<Item = &Id> {
        [&self.c, &self.i, &self.a, &self.x].into_iter().flatten()
    }

    /// Every step that it names.
    pub(crate) fn steps_mut(&mut self) -> (Option<&mut Id>, impl Iterator<Item = &mut Id>) {
        let consequences = [&mut self.c, &mut self.i, &mut self.a, &mut self.x];
        (self.likelihood.as_mut(), consequences.into_iter().flatten())
    }
}
