//! States of an assessment that were kept, and the measures that the organization watches: the
//! declaration of their fields.
//!
//! A state is kept whole and never as what changed since another: one can be taken away, and the
//! histories of two files can be joined, without any other losing its meaning. `docs/rules-compare.md`
//! describes its lines.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::context::Mode;
use super::fields::{DATE, DIGEST, LINE, NOTE};
use super::limits::{LEVELS_MAX, RISKS_MAX, SNAPSHOT_ITEMS_MAX};
use super::listed::{Entry, sort};
use super::system::System;
use crate::id::Id;
use crate::problem::Date;
use crate::record::{
    Field, Key, Kind, Listed, Merge, Record as _, WordSet as _, record, word_fields,
};
use annexa_vocabulary::words;

/// An id as long as ids may be, and the longest word of each of four kinds.
const ITEM_LINE_MAX_BYTES: usize = 112;
/// A longer label is cut.
pub(crate) const RISK_LINE_MAX_BYTES: usize = 200;
/// The longest of any other line: an id, and some figures or a word.
const OTHER_LINE_MAX_BYTES: usize = 112;
/// The most lines of gates, measures and groups with a score.
const OTHER_LINES_MAX: usize = 1_000;

record! {
    /// A state of the assessment that was kept. It says nothing in people's words but its name and
    /// note and the labels of risks, it never changes, and what is as it is before anything is
    /// said is left out.
    pub struct Snapshot {
        /// What tells it from every other, for ever; made where it is missing.
        id: Option<Id> = Field::of(Kind::OwnId),
        /// What people call it.
        name: String = LINE.required(),
        /// The day of the state.
        on: Option<Date> = DATE.required(),
        /// Why it was kept, in words.
        note: String = NOTE,
        /// The catalogue of that day, whose id says its edition.
        catalogue: Id = Field::of(Kind::Id).required(),
        /// The SHA-256 of the assessment's content without what was kept.
        content: String = DIGEST.required(),
        /// How the standards were used.
        mode: Option<Mode> = Field::of(Kind::Word(&Mode::SET)),
        /// The levels of risk in one row, from the lowest to the highest.
        levels: Vec<Vec<Id>> = Field::of(Kind::Table(1, LEVELS_MAX)).merged(Merge::Whole),
        /// The highest level that was acceptable by the criteria themselves.
        accept_up_to: Option<Id> = Field::of(Kind::Id),
        /// For each requirement and control its id, how far it is in place, its applicability,
        /// maturity and finding; `-` for what is as before anything is said.
        items: Vec<String> = Field::of(Kind::Lines(SNAPSHOT_ITEMS_MAX, ITEM_LINE_MAX_BYTES)),
        /// For each risk its id, the places of its levels today, as planned and as they count, the
        /// option, the state, and its label.
        risks: Vec<String> = Field::of(Kind::Lines(RISKS_MAX, RISK_LINE_MAX_BYTES)),
        /// For each document with an id this id, and how far it is.
        documents: Vec<String> = Field::of(Kind::Lines(OTHER_LINES_MAX, OTHER_LINE_MAX_BYTES)),
        /// How many nonconformities of a grade are open: the grade, and the number.
        nonconformities: Vec<String> =
            Field::of(Kind::Lines(OTHER_LINES_MAX, OTHER_LINE_MAX_BYTES)),
        /// For each condition of a gate its id, and what is known of it.
        gates: Vec<String> = Field::of(Kind::Lines(OTHER_LINES_MAX, OTHER_LINE_MAX_BYTES)),
        /// For each measure its id, and its figures in order; `-` where there is none.
        measures: Vec<String> = Field::of(Kind::Lines(OTHER_LINES_MAX, OTHER_LINE_MAX_BYTES)),
        /// For each chapter the key of its score, conformity and coverage in basis points; `-`
        /// where there is none.
        scores: Vec<String> = Field::of(Kind::Lines(OTHER_LINES_MAX, OTHER_LINE_MAX_BYTES)),
    }

    /// A measure that the organization has chosen as its own, for clause 9.1.
    pub struct Watched {
        /// The measure.
        measure: Measure = Field::of(Kind::Word(&Measure::SET)).required(),
        /// Who measures and looks at what comes of it.
        owner: String = LINE,
        /// How often, in months.
        interval_months: Option<u8> = Field::of(Kind::Int(1, 60)),
        /// What it is watched for, in words.
        why: String = NOTE,
    }
}

words! {
    /// What is measured.
    Measure {
        /// How much of the scope was assessed.
        Coverage = "M01",
        /// The conformity of the requirements.
        Requirements = "M02",
        /// The conformity of the controls.
        Controls = "M03",
        /// How many of the catalogue's controls somebody decided about.
        Decided = "M04",
        /// How many risks can be evaluated.
        Evaluated = "M05",
        /// Open risks by level.
        OpenRisks = "M06",
        /// How many risks above the line have an owner and a decision.
        Answered = "M07",
        /// How much of the plan was done in time.
        OnTime = "M08",
        /// Actions that are late.
        Overdue = "M09",
        /// Acceptances that have ended or end soon.
        Acceptances = "M10",
        /// How many risks were looked at in time.
        Reviewed = "M11",
        /// How much of the evidence is fresh.
        Fresh = "M12",
        /// Open nonconformities.
        Nonconformities = "M13",
        /// How many corrective actions were found effective.
        Effective = "M14",
    }
}

word_fields! {
    Measure = Coverage,
}

impl Measure {
    /// Every measure, in order.
    pub fn all() -> impl Iterator<Item = Measure> {
        Measure::WORDS.iter().map(|(_, measure)| *measure)
    }
}

impl Default for Snapshot {
    fn default() -> Snapshot {
        Snapshot::blank()
    }
}

impl Default for Watched {
    fn default() -> Watched {
        Watched::blank()
    }
}

super::listed::register! {
    Snapshot "s" snapshots,
}

impl Listed for Watched {
    fn key(&self) -> Option<Key> {
        Some((0, self.measure.word().to_string()))
    }

    fn settle(entries: &mut Vec<Watched>) {
        sort(entries);
    }
}

impl Entry for Watched {
    const PREFIX: Option<&'static str> = None;
    const REGISTER: &'static str = "measures";

    fn own_id(&self) -> Option<&Id> {
        None
    }

    fn set_id(&mut self, _: Id) {}

    fn list(system: &System) -> &Vec<Watched> {
        &system.measures
    }

    fn list_mut(system: &mut System) -> &mut Vec<Watched> {
        &mut system.measures
    }
}

impl System {
    /// Whether something that was kept names a risk of this id, so that no other gets it.
    pub(crate) fn has_kept(&self, id: &str) -> bool {
        let word = id.replace(' ', "~");
        let mut lines = self.snapshots.iter().flat_map(|snapshot| &snapshot.risks);
        lines.any(|line| line.split(' ').next() == Some(&word))
    }
}
