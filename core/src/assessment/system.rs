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
    Field, Kind, Merge, Order, Record as _, Shape, WordSet as _, members_bound_bytes, read_member,
    record, write_members,
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

/// A register of entries that are known by an id or another key.
const fn register(shape: &'static Shape, len_max: usize) -> Field {
    Field::of(Kind::List(shape, len_max, Order::Register)).merged(Merge::Register)
}

record! {
    /// What is said of the management system beside the answers.
    pub struct System {
        /// How the two standards are used.
        mode: Option<Mode> = Field::of(Kind::Word(&Mode::SET)),
        /// The organization and its scope, in answers to questions.
        context: Context = Field::of(Kind::Record(&Context::SHAPE)).merged(Merge::Members),
        /// What was decided about suggestions.
        suggestions: Vec<Decision> =
            register(&Decision::SHAPE, DECISIONS_MAX),
        /// The parts of the scope statement.
        scope_parts: ScopeParts =
            Field::of(Kind::Record(&ScopeParts::SHAPE)).merged(Merge::Members),
        /// The approval of the Statement of Applicability.
        soa_approval: Option<SoaApproval> =
            Field::of(Kind::Record(&SoaApproval::SHAPE)).merged(Merge::Whole),
        /// Documents and records.
        documents: Vec<Paper> =
            register(&Paper::SHAPE, DOCUMENTS_MAX),
        /// Audits, reviews and exercises.
        events: Vec<Event> = register(&Event::SHAPE, EVENTS_MAX),
        /// What was not fulfilled.
        nonconformities: Vec<Nonconformity> =
            register(&Nonconformity::SHAPE, NONCONFORMITIES_MAX),
        /// By what risks are judged; absent until somebody sets it.
        criteria: Option<Criteria> =
            Field::of(Kind::Record(&Criteria::SHAPE)).merged(Merge::Whole),
        /// Groups of assets.
        groups: Vec<Group> = register(&Group::SHAPE, GROUPS_MAX),
        /// Risk scenarios.
        risks: Vec<Risk> = register(&Risk::SHAPE, RISKS_MAX),
        /// What is to be done, by whom and until when: the risk treatment plan.
        actions: Vec<Action> = register(&Action::SHAPE, ACTIONS_MAX),
        /// Laws, contracts and demands that the organization is bound to.
        obligations: Vec<Obligation> =
            register(&Obligation::SHAPE, OBLIGATIONS_MAX),
        /// Controls of one's own, outside the catalogue.
        own_controls: Vec<OwnControl> =
            register(&OwnControl::SHAPE, OWN_CONTROLS_MAX),
        /// Figures of effort that a person gives in the place of the model's.
        efforts: Vec<Reckoned> =
            register(&Reckoned::SHAPE, EFFORTS_MAX),
        /// The measures that the organization watches.
        measures: Vec<Watched> =
            register(&Watched::SHAPE, MEASURES_MAX),
        /// States of the assessment that were kept; none ever changes.
        snapshots: Vec<Snapshot> =
            register(&Snapshot::SHAPE, SNAPSHOTS_MAX).merged(Merge::Frozen),
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
