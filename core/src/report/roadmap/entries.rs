//! What stands in the canonical JSON of a roadmap.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::{Mode, StepKind};
use crate::effort::{Class, Driver, Outside, Role};
use crate::problem::Date;
use crate::record::{Name, Texts, output, word_members};
use crate::roadmap::{Ahead, Phase};

word_members! { StepKind Phase Ahead Class Driver Role Outside }

output! {
    /// Everything that is to be done, in order, with the reason for each position, what it takes,
    /// and what all of it comes to.
    pub(super) struct RoadmapOf<'a> {
        /// The day for which was looked.
        today: Date,
        /// How the standards are used.
        mode: Mode,
        /// Everything.
        total: TotalEntry,
        /// The steps that a condition names that blocks stage 1.
        stage_1: TotalEntry,
        /// Those that only a condition of stage 2 names.
        stage_2: TotalEntry,
        /// The five phases.
        phases: Vec<PhaseEntry>,
        /// By who has most of the work, where the model says.
        roles: Vec<RoleEntry>,
        /// When it can be done; none where nothing is to be done.
        calendar: Option<CalendarEntry<'a>>,
        /// The same with a day more in each week.
        faster: Option<CalendarEntry<'a>>,
        /// What it costs; only where somebody gave a day rate.
        amount: Option<AmountEntry<'a>>,
        /// What the figures rest on.
        assumptions: AssumptionsEntry,
        /// The circles that people made; between their members no order holds.
        circles: Vec<CircleEntry<'a>>,
        /// The steps, first things first.
        steps: Vec<StepEntry<'a>>,
    }

    /// Steps that are counted together. Likely values add up, the ends do not.
    pub(super) struct TotalEntry {
        /// How many.
        steps: u64,
        /// If things go well, in hundredths of a person-day.
        low_cd: u64,
        /// As many expect more as expect less.
        likely_cd: u64,
        /// If things go badly.
        high_cd: u64,
        /// The same in words.
        text: String,
    }

    /// A phase.
    pub(super) struct PhaseEntry {
        /// Which.
        phase: Phase,
        /// From 1 on.
        number: u32,
        /// What it is called.
        title: String,
        /// What belongs there.
        note: String,
        /// What it comes to.
        total: TotalEntry,
    }

    /// Who has most of the work.
    pub(super) struct RoleEntry {
        /// Who.
        role: Role,
        /// The same in words.
        title: String,
        /// What it comes to.
        total: TotalEntry,
    }

    /// Weeks from the start.
    pub(super) struct CalendarEntry<'a> {
        /// What can be done in a week, in hundredths of a person-day.
        capacity_cd_week: u32,
        /// Whether somebody said so.
        is_known: bool,
        /// Until everything is built.
        build: WeeksEntry,
        /// Until the documents stand for stage 1; none without clauses.
        stage_1: Option<WeeksEntry>,
        /// Until stage 2 can be.
        stage_2: Option<WeeksEntry>,
        /// Until the certificate is there.
        certificate: Option<WeeksEntry>,
        /// What decides when stage 2 can be.
        decided_by: Texts<'a>,
    }

    /// Weeks, if things go well, likely, or badly.
    pub(super) struct WeeksEntry {
        /// If things go well.
        low: u64,
        /// As many expect more as expect less.
        likely: u64,
        /// If things go badly.
        high: u64,
        /// The likely weeks as months, in tenths.
        likely_months_tenths: u64,
    }

    /// What one's own days cost, from and to, in the unit of the rate.
    pub(super) struct AmountEntry<'a> {
        /// The rate of a day.
        day_rate: u64,
        /// In which currency, as it was typed.
        currency: &'a str,
        /// At least.
        from: u64,
        /// At most.
        to: u64,
    }

    /// What the figures rest on.
    pub(super) struct AssumptionsEntry {
        /// How many people work in the scope.
        people: u32,
        /// How many steps nobody has looked at.
        not_assessed: u64,
        /// For how many a person gave the figure.
        reckoned: u64,
        /// Of how many nobody knows what they take.
        unknown: u64,
        /// How many actions have no figure.
        silent_actions: u64,
        /// All of it in words.
        sentences: Vec<SentenceEntry>,
    }

    /// A sentence.
    pub(super) struct SentenceEntry {
        /// The sentence.
        text: String,
    }

    /// A circle.
    pub(super) struct CircleEntry<'a> {
        /// Its members.
        members: Vec<NodeEntry<'a>>,
    }

    /// A step by what tells it from every other.
    pub(super) struct NodeEntry<'a> {
        /// What kind.
        kind: StepKind,
        /// Its id.
        id: &'a str,
        /// What people call it.
        label: &'a str,
    }

    /// A step that comes before or after.
    pub(super) struct LinkEntry<'a> {
        /// What kind.
        kind: StepKind,
        /// Its id.
        id: &'a str,
        /// What people call it.
        label: &'a str,
        /// Why the one comes before the other.
        because: String,
    }

    /// A part of a priority.
    pub(super) struct PartEntry<'a> {
        /// Which.
        part: Name<'a>,
        /// From 0 to 1,000.
        points: u32,
        /// What they count in this mode.
        weight: u32,
        /// What the part is, in words.
        text: String,
    }

    /// An open risk that a step serves.
    pub(super) struct ServedEntry<'a> {
        /// Its id.
        id: &'a str,
        /// What people call it.
        label: &'a str,
        /// The points of what is to happen to it.
        points: u32,
    }

    /// How a figure of the model comes about: each factor is the product so far.
    pub(super) struct FactorsEntry {
        /// How much work it is at the reference.
        class: Class,
        /// What it grows with.
        driver: Driver,
        /// The likely effort of the class.
        class_cd: u32,
        /// Size, in basis points.
        size_bp: u32,
        /// And IT.
        it_bp: u32,
        /// And sector.
        sector_bp: u32,
        /// And what is left to do.
        left_bp: u32,
        /// Whether nobody has looked, so that the starting maturity counts.
        is_assumed: bool,
    }

    /// A position in the order.
    pub(super) struct StepEntry<'a> {
        /// What kind of step it is.
        kind: StepKind,
        /// Its id.
        id: &'a str,
        /// What people call it.
        label: &'a str,
        /// What it is about.
        title: String,
        /// The phase in which it is done.
        phase: Phase,
        /// The phase in which it would be without what it waits for.
        base_phase: Phase,
        /// Why it is in its phase, in words.
        phase_text: String,
        /// Where its phase is later than its own: a step of that phase that it waits for.
        phase_by: Option<NodeEntry<'a>>,
        /// Whether it waits for nothing.
        is_ready: bool,
        /// Who answers for it.
        owner: Option<String>,
        /// Until when.
        due: Option<Date>,
        /// Who has most of the work.
        role: Option<Role>,
        /// What usually comes from outside.
        outside: Option<Outside>,
        /// If things go well, in hundredths of a person-day.
        low_cd: u64,
        /// As many expect more as expect less.
        likely_cd: u64,
        /// If things go badly.
        high_cd: u64,
        /// Where the figure comes from: row, reckoned, said, counted_in, elsewhere or unknown.
        figure: Name<'a>,
        /// The same in words.
        figure_text: String,
        /// The action in which it is counted.
        counted_in: Option<NodeEntry<'a>>,
        /// How the model's figure comes about.
        factors: Option<FactorsEntry>,
        /// What comes of it: a convention for sorting.
        priority: u32,
        /// The largest priority among this step and all that waits for it.
        inherited: u32,
        /// Whose priority that is, where it is another's.
        pulled_by: Option<NodeEntry<'a>>,
        /// The five parts of its priority.
        parts: Vec<PartEntry<'a>>,
        /// The conditions of the gates that block and name it.
        conditions: Texts<'a>,
        /// The open risks that it serves.
        risks: Vec<ServedEntry<'a>>,
        /// What it waits for.
        waits_for: Vec<LinkEntry<'a>>,
        /// What waits for it.
        unlocks: Vec<LinkEntry<'a>>,
        /// In what it differs first from the next one.
        ahead: Ahead,
        /// The same in words.
        ahead_text: String,
        /// Why it stands here, in words, what weighs most first.
        why: Vec<SentenceEntry>,
    }
}
