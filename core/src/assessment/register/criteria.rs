//! By what risks are judged: two scales, a matrix between them, and the line.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::fields::{LINE, NOTE};
use crate::assessment::limits::{LEVELS_MAX, LINE_MAX_BYTES, ROLES_MAX, STEPS_MAX};
use crate::id::Id;
use crate::record::{Field, Kind, Listed, Merge, Order, Shape, record, settle_lines};

const MONTHS: Field = Field::of(Kind::Int(1, 60));

/// A scale, which is one value with all that the criteria hold.
const fn scale(shape: &'static Shape, len_max: usize) -> Field {
    Field::of(Kind::List(shape, len_max, Order::Scale)).required().merged(Merge::Whole)
}

record! {
    /// By what risks are judged. It is one value: never half of two matrices.
    pub struct Criteria {
        /// How likely something is, from the rarest to the most frequent: 3 to 5 steps.
        likelihood: Vec<Step> = scale(&Step::SHAPE, STEPS_MAX),
        /// How grave something is, from the least to the gravest: 3 to 5 steps.
        consequence: Vec<Step> = scale(&Step::SHAPE, STEPS_MAX),
        /// How high a risk is, from the lowest: 2 to 6 levels.
        levels: Vec<Level> = scale(&Level::SHAPE, LEVELS_MAX),
        /// A row for each step of likelihood, in it a level for each step of consequence.
        matrix: Vec<Vec<Id>> = Field::of(Kind::Table(STEPS_MAX, STEPS_MAX)).required().merged(Merge::Whole),
        /// The line: a risk at this level or below it is acceptable by the criteria themselves.
        accept_up_to: Id = Field::of(Kind::Id).required(),
        /// For levels above the line who may accept a risk there; nobody where nothing is said.
        may_accept: Vec<Acceptors> =
            Field::of(Kind::List(&Acceptors::SHAPE, LEVELS_MAX, Order::Set)).merged(Merge::Set),
        /// How long an acceptance may last at most; 12 months where nothing is said.
        accept_months_max: Option<u8> = MONTHS,
        /// For levels after how many months a risk is looked at again; 12 where nothing is said,
        /// 6 at the highest.
        review_months: Vec<Review> = Field::of(Kind::List(&Review::SHAPE, LEVELS_MAX, Order::Set)).merged(Merge::Set),
        /// The name of a fourth dimension beside confidentiality, integrity and availability.
        other_dimension: String = LINE,
        /// Whether the assessment without any control is asked for too.
        ask_inherent: bool = Field::of(Kind::Flag),
    }

    /// A step of a scale.
    pub struct Step {
        /// What names it in assessments.
        word: Id = Field::of(Kind::Id).required(),
        /// Its name.
        name: String = LINE.required(),
        /// By what two people come to the same step.
        anchor: String = NOTE,
    }

    /// A level of risk.
    pub struct Level {
        /// What names it in the matrix.
        word: Id = Field::of(Kind::Id).required(),
        /// Its name.
        name: String = LINE.required(),
    }

    /// Who may accept a risk at a level.
    pub struct Acceptors {
        /// The level.
        level: Id = Field::of(Kind::Id).required(),
        /// The roles.
        roles: Vec<String> = Field::of(Kind::Lines(ROLES_MAX, LINE_MAX_BYTES)),
    }

    /// After how many months a risk at a level is looked at again.
    pub struct Review {
        /// The level.
        level: Id = Field::of(Kind::Id).required(),
        /// The months.
        months: u8 = MONTHS.required(),
    }
}

impl Listed for Step {}
impl Listed for Level {}

impl Listed for Acceptors {
    fn settle(list: &mut Vec<Acceptors>) {
        list.iter_mut().for_each(|it| settle_lines(&mut it.roles));
        crate::order::sort(list, |one, other| one.level < other.level);
        list.dedup();
    }
}

impl Listed for Review {
    fn settle(list: &mut Vec<Review>) {
        crate::order::sort(list, |one, other| one.level < other.level);
        list.dedup();
    }
}
