//! The file as a whole: what stands at its top.

use super::about::About;
use super::answer::Answer;
use super::limits::ANSWERS_MAX;
use super::system::System;
use crate::record::{Field, Kind, Merge, Order, Shape, meaning};

/// What a file of ours says about itself.
pub(super) const FORMAT: &str = "annexa-assessment";
/// The version of the format.
pub(super) const VERSION: i64 = 1;

/// The members at the top of a file.
pub(crate) const SHAPE: Shape = Shape {
    name: "Assessment",
    meaning: meaning(&["An assessment: answers to the items of one catalogue."]),
    one_of: &[],
    in_order: &[],
    together: &[],
    fields: &FIELDS,
};

const _: () = SHAPE.must_say_how_it_merges();

/// How many members stand ahead of those of [`System`], and behind them.
const AROUND: usize = AHEAD.len() + BEHIND.len();

/// All members, in the order in which they are written.
const FIELDS: [Field; AROUND + System::SHAPE.fields.len()] = {
    let mut fields = [Field::of(Kind::Date); AROUND + System::SHAPE.fields.len()];
    let mut left = fields.as_mut_slice();
    let (mut part, mut parts): (&[Field], &[&[Field]]) = (AHEAD, &[System::SHAPE.fields, BEHIND]);
    loop {
        match (part, left, parts) {
            ([field, rest @ ..], [slot, slots @ ..], _) => {
                *slot = *field;
                (part, left) = (rest, slots);
            }
            (_, slots, [next, more @ ..]) => (part, left, parts) = (next, slots, more),
            _ => break fields,
        }
    }
};

const AHEAD: &[Field] = &[
    Field {
        name: "format",
        meaning: meaning(&["What kind of file this is."]),
        ..Field::of(Kind::Constant(FORMAT)).required()
    },
    Field {
        name: "version",
        meaning: meaning(&["The version of the format."]),
        ..Field::of(Kind::Version(VERSION)).required()
    },
    Field {
        name: "catalogue",
        meaning: meaning(&["The catalogue that the answers belong to."]),
        ..Field::of(Kind::Id).required()
    },
    Field {
        name: "lineage",
        meaning: meaning(&[
            "Says which files are versions of one assessment; no secret, no proof.",
        ]),
        ..Field::of(Kind::Id)
    },
    Field {
        name: "about",
        meaning: meaning(&["What the assessment is about."]),
        ..Field::of(Kind::Record(&About::SHAPE)).merged(Merge::Members)
    },
];

const BEHIND: &[Field] = &[Field {
    name: "answers",
    meaning: meaning(&["One answer for each item about which something was said."]),
    ..Field::of(Kind::List(&Answer::SHAPE, ANSWERS_MAX, Order::Register))
        .required()
        .merged(Merge::Register)
}];
