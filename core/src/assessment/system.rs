//! What a file says of the management system beside the answers: the declaration of its members.
//!
//! A register more is one line here and its record beside; reader, writer, schema, limits and the
//! commands of the engine follow from it.

use alloc::vec::Vec;

use super::answer::Answer;
use super::context::{Context, Mode};
use super::document::Document;
use super::history::{Snapshot, Watched};
use super::limits::{
    ACTIONS_MAX, GROUPS_MAX, MEASURES_MAX, OBLIGATIONS_MAX, OWN_CONTROLS_MAX, RISKS_MAX,
    SNAPSHOTS_MAX,
};
use super::listed::identify;
use super::papers::{Event, Nonconformity, Paper};
use super::reckoned::Reckoned;
use super::register::{Action, Criteria, Group, Obligation, OwnControl, Risk};
use super::statement::{Decision, ScopeParts, SoaApproval};
use crate::id::Origin;
use crate::json::{Read, Reader, Writer};
use crate::record::{
    Field, Kind, Order, Record as _, WordSet as _, members_bound_bytes, read_member, record,
    write_members,
};

/// The most decisions about suggestions: more than there are controls and questions.
const DECISIONS_MAX: usize = 5_000;
/// The most documents.
const DOCUMENTS_MAX: usize = 1_000;
/// The most figures of effort that a person gives: more than there can be steps of most roadmaps.
const EFFORTS_MAX: usize = 10_000;
/// The most events.
const EVENTS_MAX: usize = 1_000;
/// The most nonconformities.
const NONCONFORMITIES_MAX: usize = 5_000;

record! {
    /// What is said of the management system beside the answers.
    pub struct System {
        /// How the two standards are used.
        mode: Option<Mode> = Field::of(Kind::Word(&Mode::SET)),
        /// The organization and its scope, in answers to questions.
        context: Context = Field::of(Kind::Record(&Context::SHAPE)),
        /// What was decided about suggestions.
        suggestions: Vec<Decision> =
            Field::of(Kind::List(&Decision::SHAPE, DECISIONS_MAX, Order::Register)),
        /// The parts of the scope statement.
        scope_parts: ScopeParts = Field::of(Kind::Record(&ScopeParts::SHAPE)),
        /// The approval of the Statement of Applicability.
        soa_approval: Option<SoaApproval> = Field::of(Kind::Record(&SoaApproval::SHAPE)),
        /// Documents and records.
        documents: Vec<Paper> =
            Field::of(Kind::List(&Paper::SHAPE, DOCUMENTS_MAX, Order::Register)),
        /// Audits, reviews and exercises.
        events: Vec<Event> = Field::of(Kind::List(&Event::SHAPE, EVENTS_MAX, Order::Register)),
        /// What was not fulfilled.
        nonconformities: Vec<Nonconformity> =
            Field::of(Kind::List(&Nonconformity::SHAPE, NONCONFORMITIES_MAX, Order::Register)),
        /// By what risks are judged; absent until somebody sets it.
        criteria: Option<Criteria> = Field::of(Kind::Record(&Criteria::SHAPE)),
        /// Groups of assets.
        groups: Vec<Group> = Field::of(Kind::List(&Group::SHAPE, GROUPS_MAX, Order::Register)),
        /// Risk scenarios.
        risks: Vec<Risk> = Field::of(Kind::List(&Risk::SHAPE, RISKS_MAX, Order::Register)),
        /// What is to be done, by whom and until when: the risk treatment plan.
        actions: Vec<Action> = Field::of(Kind::List(&Action::SHAPE, ACTIONS_MAX, Order::Register)),
        /// Laws, contracts and demands that the organization is bound to.
        obligations: Vec<Obligation> =
            Field::of(Kind::List(&Obligation::SHAPE, OBLIGATIONS_MAX, Order::Register)),
        /// Controls of one's own, outside the catalogue.
        own_controls: Vec<OwnControl> =
            Field::of(Kind::List(&OwnControl::SHAPE, OWN_CONTROLS_MAX, Order::Register)),
        /// Figures of effort that a person gives in the place of the model's.
        efforts: Vec<Reckoned> =
            Field::of(Kind::List(&Reckoned::SHAPE, EFFORTS_MAX, Order::Register)),
        /// The measures that the organization watches.
        measures: Vec<Watched> =
            Field::of(Kind::List(&Watched::SHAPE, MEASURES_MAX, Order::Register)),
        /// States of the assessment that were kept; none ever changes.
        snapshots: Vec<Snapshot> =
            Field::of(Kind::List(&Snapshot::SHAPE, SNAPSHOTS_MAX, Order::Register)),
    }
}

impl Default for System {
    fn default() -> System {
        System::blank()
    }
}

impl System {
    /// Makes the ids that a file lacks, register by register.
    pub(super) fn identify(&mut self) {
        identify::<Event>(self);
        identify::<Nonconformity>(self);
        identify::<Group>(self);
        identify::<Risk>(self);
        identify::<Action>(self);
        identify::<Obligation>(self);
        identify::<OwnControl>(self);
        identify::<Snapshot>(self);
        let mut origin = Origin::file();
        self.risks.iter_mut().for_each(|risk| risk.identify_approvals(&mut origin));
    }

    /// At least as many bytes as its parts and entries have in a canonical file.
    pub(crate) fn size_bound_bytes(&self) -> usize {
        members_bound_bytes(self)
    }

    /// The way in which the standards are used; where nobody chose, a system is established.
    pub fn mode(&self) -> Mode {
        self.mode.unwrap_or(Mode::Establish)
    }
}

impl System {
    /// Reads the member of a file of this name.
    pub(super) fn member(&mut self, reader: &mut Reader<'_>, name: &str) -> Read<()> {
        read_member(reader, self, name)
    }

    /// Writes its members.
    pub(super) fn write(&self, w: &mut Writer) {
        write_members(w, self);
    }
}

impl Document {
    /// What the assessment says of the management system beside the answers.
    pub fn system(&self) -> &System {
        &self.system
    }

    /// The answer to an item, or to an own control, whose places follow behind all items.
    pub(crate) fn control_answer(&self, place: usize) -> Option<&Answer> {
        match place.checked_sub(self.catalogue().items().len()) {
            Some(own) => self.answer(self.system.own_controls.get(own)?.id.as_str()),
            None => self.answer_at(place),
        }
    }
}
