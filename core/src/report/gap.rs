//! The gap list as canonical JSON and as CSV.

use alloc::vec::Vec;

use super::{day, top, written};
use crate::assessment::Implementation;
use crate::catalogue::Force;
use crate::csv::CsvWriter;
use crate::engine::Engine;
use crate::gap::GapRecord;
use crate::problem::Date;
use crate::record::{Item, Texts, Top, output, said, word_members};

pub(super) const GAPS: Top = top::<Gaps<'_>>("annexa-gaps");

word_members! { Force }

output! {
    /// Every requirement and control below its target: the gaps of a report.
    struct Gaps<'a> {
        /// The gaps in the catalogue's order.
        gaps: Vec<GapEntry<'a>>,
    }

    /// A requirement or control that stands below its target.
    pub(super) struct GapEntry<'a> {
        /// The item.
        id: Item<'a>,
        /// Its short title.
        title: &'a str,
        /// Whether closing the gap is required or advised.
        force: Force,
        /// How far the item is in place.
        implementation: Implementation,
        /// What is missing, in words.
        missing: &'a str,
        /// Who answers for it.
        owner: Option<&'a str>,
        /// When it is due.
        due: Option<Date>,
        /// What good looks like.
        good: Option<&'a str>,
        /// How to get there.
        guidance: Texts<'a>,
    }
}

impl<'a> GapEntry<'a> {
    pub(super) fn of(gap: &'a GapRecord) -> GapEntry<'a> {
        GapEntry {
            id: Item(&gap.id),
            title: &gap.title,
            force: gap.force,
            implementation: gap.implementation,
            missing: &gap.missing,
            owner: said(&gap.owner),
            due: gap.due,
            good: said(&gap.good),
            guidance: Texts(gap.guidance.iter().map(|step| step.as_str()).collect()),
        }
    }
}

/// The gap list as canonical JSON: the records of a report.
pub fn gaps_json(engine: &Engine, gaps: &[GapRecord]) -> Vec<u8> {
    let gaps = Gaps { gaps: gaps.iter().map(GapEntry::of).collect() };
    written("annexa-gaps", engine, &gaps).finish()
}

/// The gap list as CSV.
pub fn gaps_csv(gaps: &[GapRecord]) -> Vec<u8> {
    let columns =
        ["id", "title", "force", "implementation", "missing", "owner", "due", "guidance", "good"];
    let mut csv = CsvWriter::new(&columns);
    for gap in gaps {
        csv.row([
            gap.id.as_str(),
            &gap.title,
            gap.force.word(),
            gap.implementation.word(),
            &gap.missing,
            &gap.owner,
            &day(gap.due),
            &gap.guidance.join(" "),
            &gap.good,
        ]);
    }
    csv.finish()
}
