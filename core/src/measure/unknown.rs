//! Where people do not know: how much of each chapter, and what an answer would lift.

use alloc::vec::Vec;

use super::{count, share};
use crate::assessment::{Implementation, Response};
use crate::engine::Engine;

/// What nobody knew of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknowns {
    /// The chapter's place in the catalogue.
    pub chapter: usize,
    /// How many of its questions are in scope.
    pub in_scope: u32,
    /// How many of them are assessed.
    pub assessed: u32,
    /// The questions that were answered with "do not know", by their places: their guidance says
    /// whom to ask and what to look for.
    pub items: Vec<usize>,
}

impl Unknowns {
    /// How much of the chapter that is; nothing where nothing is in scope.
    pub fn share_bp(&self) -> Option<u32> {
        share(count(self.items.len()), self.in_scope)
    }

    /// How much would be assessed if somebody found out.
    pub fn coverage_bp(&self) -> (Option<u32>, Option<u32>) {
        let after = self.assessed + count(self.items.len());
        (share(self.assessed, self.in_scope), share(after, self.in_scope))
    }
}

/// What nobody knew, chapter by chapter in the catalogue's order.
pub fn unknowns(engine: &Engine) -> Vec<Unknowns> {
    let catalogue = engine.document().catalogue();
    let chapters = (0..catalogue.chapters().len()).map(|chapter| {
        let mut unknowns = Unknowns { chapter, in_scope: 0, assessed: 0, items: Vec::new() };
        for (place, item, facts) in engine.facts().questions(catalogue) {
            if item.chapter() != Some(chapter) || !facts.is_in_scope() {
                continue;
            }
            unknowns.in_scope += 1;
            if facts.implementation != Implementation::NotAssessed {
                unknowns.assessed += 1;
            } else if facts.response == Some(Response::Unknown) {
                unknowns.items.push(place);
            }
        }
        unknowns
    });
    chapters.collect()
}
