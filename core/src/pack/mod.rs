//! Packs: some questions of an assessment, to be answered by somebody else and merged back.
//!
//! ```text
//!  assessment ── Pick ──▶ Pack { base, answers } ── somebody answers ──▶ Pack
//!       │                                                                 │
//!       └──────── ancestor: its base · theirs: its answers ◀──────────────┘
//!                                 merge
//! ```
//!
//! A pack has what is asked and nothing else, and carries its own ancestor. The rules stand in
//! `docs/rules-packs.md`.

mod allow;
mod answer;
mod back;
mod file;
mod pick;

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::{ANSWERS_MAX, CONTROLS_MAX, DIGEST, LINE, LINE_MAX_BYTES, RISKS_MAX};
use crate::assessment::{Answer, Risk};
use crate::id::Id;
use crate::record::{Field, Kind, Merge, Order, Top, record};

pub use back::Sides;
pub use pick::split;

/// What a pack says about itself.
const FORMAT: &str = "annexa-pack";
/// The version of the format.
const VERSION: i64 = 1;

pub(crate) const PACK: Top = Top { format: Some(FORMAT), around: None, own: &Pack::SHAPE };

/// Answers, by their items.
const ANSWERS: Field =
    Field::of(Kind::List(&Answer::SHAPE, ANSWERS_MAX, Order::Register)).merged(Merge::Register);
/// Risks, by their ids.
const RISKS: Field =
    Field::of(Kind::List(&Risk::SHAPE, RISKS_MAX, Order::Register)).merged(Merge::Register);
const LINES: Field = Field::of(Kind::Lines(CONTROLS_MAX, LINE_MAX_BYTES));

record! {
    /// Questions of an assessment that somebody else answers.
    pub struct Pack {
        /// The catalogue that the questions belong to.
        catalogue: Id = Field::of(Kind::Id).required(),
        /// Of which assessment they are.
        lineage: Option<Id> = Field::of(Kind::Id),
        /// The digest of the assessment's content when the pack was made.
        from: String = DIGEST.required(),
        /// What people call it.
        name: String = LINE,
        /// By what the questions were picked.
        selector: Pick = Field::of(Kind::Record(&Pick::SHAPE)).merged(Merge::Members),
        /// What may be answered beside the questions.
        allow: Allow = Field::of(Kind::Record(&Allow::SHAPE)).merged(Merge::Members),
        /// The requirements and controls that are asked.
        items: Vec<Id> = Field::of(Kind::Ids(ANSWERS_MAX)),
        /// Their answers as they were, without notes.
        base: Vec<Answer> = ANSWERS,
        /// The risks that are asked, as they were.
        base_risks: Vec<Risk> = RISKS,
        /// The digest of all above.
        digest: String = DIGEST.required(),
        /// The answers, to be written.
        answers: Vec<Answer> = ANSWERS,
        /// The risks, to be written.
        risks: Vec<Risk> = RISKS,
    }

    /// By what questions are picked; everything that is named is taken.
    pub struct Pick {
        /// The owner of answers, or the word of the role that has most of the work where nobody
        /// owns them.
        owner: String = LINE,
        /// Ids of chapters, clauses and other headings: what stands below them.
        chapters: Vec<String> = LINES,
        /// Themes of controls.
        themes: Vec<String> = LINES,
        /// Requirements and controls.
        items: Vec<Id> = Field::of(Kind::Ids(ANSWERS_MAX)),
        /// Risks.
        risks: Vec<Id> = Field::of(Kind::Ids(RISKS_MAX)),
    }

    /// What a pack lets somebody answer beside the questions.
    pub struct Allow {
        /// Whether a control applies, and why not.
        applicability: bool = Field::of(Kind::Flag),
        /// What risks are, and how they are judged today.
        risks: bool = Field::of(Kind::Flag),
    }
}

#[cfg(test)]
mod tests;
