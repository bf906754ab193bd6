//! The checks that keep an edited assessment one that can be read back.

use super::about::About;
use super::answer::Answer;
use crate::join::together;
use crate::problem::Problem;
use crate::record::{Listed as _, check, size_bound_bytes};
use alloc::vec::Vec;

/// What an answer counts beside its layout.
const ANSWER_BYTES: usize = 256;
/// How deep an answer stands in a file.
const ANSWER_LEVEL: usize = 2;

impl Answer {
    /// Everything that would keep the answer from being read back.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        check(self)
    }

    /// At least as many bytes as the answer has in a canonical file.
    pub(crate) fn size_bound_bytes(&self) -> usize {
        size_bound_bytes(self, ANSWER_LEVEL) + ANSWER_BYTES
    }

    /// The same answer as it is read back.
    pub(crate) fn settled(mut self) -> Answer {
        super::Inclusion::settle(&mut self.inclusion);
        self
    }
}

impl About {
    /// Everything that would keep the cover from being read back.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let mut problems = check(self);
        for problem in &mut problems {
            problem.place = together(&["about.", &problem.place]);
        }
        problems
    }
}
