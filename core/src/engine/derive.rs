//! What follows from an assessment beside its scores, made when it is asked for.

use alloc::vec::Vec;

use super::Engine;
use crate::catalogue::ScoreKey;
use crate::crosswalk::SourceState;
use crate::facts::Ledger;
use crate::gap::{Gap, GapRecord, gap_records, gaps};
use crate::lint::{Record, records};
use crate::problem::Date;
use crate::score::{Explanation, explain};
use crate::words::Words;

impl Engine {
    /// What the rules know of the registers.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The arithmetic behind a score; `None` where the catalogue has no such group.
    pub fn explain(&self, key: ScoreKey) -> Option<Explanation> {
        let score = *self.scores.get(key)?;
        Some(explain(self.document.catalogue(), &self.facts, score))
    }

    /// What stands below target.
    pub fn gaps(&self) -> Vec<Gap> {
        gaps(self.document.catalogue(), &self.facts)
    }

    /// What stands below target, in words.
    pub fn gap_records(&self, words: &Words) -> Vec<GapRecord> {
        gap_records(self.document.catalogue(), &*self.document, &self.gaps(), words)
    }

    /// What holds on a day, grouped and in words.
    pub fn lint_records(&self, today: Date, words: &Words) -> Vec<Record> {
        let mut others = self.approval_lints(today);
        others.extend(self.roadmap_lints(today));
        let lints = self.lints().iter().flat_map(|part| &**part).chain(&others);
        records(self.document.catalogue(), &*self.document, lints, today, words)
    }

    /// What a plugin gets to see: id, applicability, implementation, maturity; no words.
    pub fn source_states(&self) -> Vec<SourceState> {
        let questions = self.facts.questions(self.document.catalogue());
        let states = questions.map(|(_, item, facts)| SourceState {
            id: item.id().into(),
            applicability: facts.applicability,
            implementation: facts.implementation,
            maturity: facts.maturity.map(|maturity| maturity.level),
        });
        states.collect()
    }
}
