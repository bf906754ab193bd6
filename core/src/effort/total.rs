//! The effort of everything that is left to do.

use alloc::vec::Vec;

use super::factor::{Chain, Left, chain, mul};
use super::range::{Range, sum};
use super::tables::{GUIDANCE_CD, GUIDANCE_HIGH_BP};
use super::{Driver, Row, Situation, rows};
use crate::assessment::{DocumentState, Paper};
use crate::catalogue::Catalogue;
use crate::chooser::Standard;
use crate::facts::Facts;

/// What is left of a document that is a draft.
pub(super) const DRAFT_BP: u32 = 5_000;

/// The effort of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowEffort {
    /// The row.
    pub row: &'static Row,
    /// How its factors come about.
    pub chain: Chain,
    /// What is left to do.
    pub left: Left,
    /// The effort until it is in place.
    pub initial: Range,
    /// The effort of a year after.
    pub running: Range,
}

/// The effort of everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effort {
    /// Row by row.
    pub rows: Vec<RowEffort>,
    /// Until everything is in place.
    pub initial: Range,
    /// Of a year after.
    pub running: Range,
    /// How many rows rest on the starting maturity, because nobody has looked.
    pub assumed: u32,
    /// Reading the guidance too, in cd, where both standards are used.
    pub guidance_cd: u32,
}

/// What is left to do under a standard: of the items what `facts` say, of the documents what the
/// register says. Without facts nobody has looked at anything.
pub fn total(
    catalogue: &Catalogue,
    situation: &Situation,
    standard: Standard,
    known: Option<(&Facts, &[Paper])>,
) -> Effort {
    let wanted = rows(catalogue).iter();
    let wanted = wanted.filter(|row| standard != Standard::Iso27002 || row.is_control());
    let mut rows = Vec::new();
    for row in wanted {
        let left =
            known.map_or(Left::Assumed, |(facts, papers)| left(catalogue, row, facts, papers));
        let chain = chain(situation, row.driver, left);
        let (initial, running) = (chain.initial(row.initial), chain.running(row.running));
        rows.push(RowEffort { row, chain, left, initial, running });
    }
    let guidance_cd = match standard {
        Standard::Both => {
            mul(GUIDANCE_CD, chain(situation, Driver::Fixed, Left::Assumed).sector_bp)
        }
        Standard::Iso27001 | Standard::Iso27002 => 0,
    };
    let guidance = Some(Range::of_likely(guidance_cd)).filter(|_| guidance_cd > 0);
    let mut initial = sum(rows.iter().map(|row| row.initial).chain(guidance));
    if guidance.is_some() {
        // Guidance saves work that would be done twice.
        let above = initial.high_cd.saturating_sub(initial.likely_cd);
        let above = (above * u64::from(GUIDANCE_HIGH_BP) + 5_000) / 10_000;
        initial.high_cd = initial.likely_cd + above;
    }
    let running = sum(rows.iter().map(|row| row.running));
    let assumed = rows.iter().filter(|row| row.left == Left::Assumed).count();
    let assumed = u32::try_from(assumed).unwrap_or(u32::MAX);
    Effort { rows, initial, running, assumed, guidance_cd }
}

fn left(catalogue: &Catalogue, row: &Row, facts: &Facts, papers: &[Paper]) -> Left {
    if let Some(item) = catalogue.index_of(row.id) {
        return Left::of_item(facts.item(item));
    }
    let paper = papers.iter().find(|it| it.id.as_ref().is_some_and(|id| id.as_str() == row.id));
    match paper.map(|paper| paper.state) {
        // Nobody has said anything of it, which is not the same as missing.
        None => Left::Assumed,
        Some(DocumentState::Missing) => Left::Known(10_000),
        Some(DocumentState::Draft) => Left::Known(DRAFT_BP),
        Some(DocumentState::Approved) => Left::Known(0),
    }
}
