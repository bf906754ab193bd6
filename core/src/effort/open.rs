//! What is left to do of an assessment, row by row: what it takes, and what it waits for.

use alloc::vec::Vec;

use super::total::DRAFT_BP;
use super::{Left, Range, RowEffort, Situation, chain, sum, total};
use crate::assessment::System;
use crate::catalogue::Catalogue;
use crate::chooser::Standard;
use crate::facts::Facts;
use crate::method::Method;

/// What is left of every requirement, document and control on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    rows: Vec<RowEffort>,
}

impl Open {
    /// What is left of an assessment. The Statement of Applicability is finished exactly while its
    /// approval holds.
    pub fn of(
        catalogue: &Catalogue,
        system: &System,
        facts: &Facts,
        is_soa_approved: bool,
    ) -> Open {
        let situation = Situation::of(&system.context);
        let known = Some((facts, system.documents.as_slice()));
        let mut rows = total(catalogue, &situation, Standard::Iso27001, known).rows;
        let statement = Method::of(catalogue).map(|method| method.soa_document);
        for it in rows.iter_mut().filter(|it| Some(it.row.id) == statement) {
            it.left = match it.left {
                _ if is_soa_approved => Left::Known(0),
                // Whatever the register says, it is a draft at best.
                Left::Known(0) => Left::Known(DRAFT_BP),
                left => left,
            };
            it.chain = chain(&situation, it.row.driver, it.left);
            it.initial = it.chain.initial(it.row.initial);
        }
        Open { rows }
    }

    /// What has to be finished before a requirement, document or control, and is not: nothing of
    /// what is finished itself, or has no row.
    pub fn waits_for(&self, id: &str) -> Vec<&'static str> {
        let row = self.row(id).filter(|row| is_open(row));
        let after = row.map_or(&[][..], |row| row.row.after);
        let is_awaited = |id: &&str| self.row(id).is_some_and(is_open);
        after.iter().copied().filter(is_awaited).collect()
    }

    /// What several take together until they are in place. Of one that is finished, and has to be
    /// gone through once more all the same, the effort of a year counts. Nothing where none of them
    /// has a row.
    pub fn effort<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Option<Range> {
        let rows: Vec<&RowEffort> = ids.into_iter().filter_map(|id| self.row(id)).collect();
        let range = |row: &&RowEffort| if is_open(row) { row.initial } else { row.running };
        Some(sum(rows.iter().map(range))).filter(|_| !rows.is_empty())
    }

    fn row(&self, id: &str) -> Option<&RowEffort> {
        self.rows.iter().find(|row| row.row.id == id)
    }
}

fn is_open(row: &RowEffort) -> bool {
    !matches!(row.left, Left::Known(0) | Left::Excluded)
}
