//! What was found already, in pieces: what a rule finds of a risk follows from the registers and from
//! the answers to the controls that the risk names, what it finds of references from the registers
//! alone.

use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::OnceCell;

use super::Lint;

/// What was found of one assessment, each piece once somebody looked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    /// Of each risk.
    risks: OnceCell<Vec<OnceCell<Arc<[Lint]>>>>,
    /// Of criteria, references and labels.
    pub(super) registers: OnceCell<[Arc<[Lint]>; 2]>,
}

impl Parts {
    /// What is found of a risk of so many.
    pub(super) fn risk(
        &self,
        place: usize,
        of: usize,
        find: impl Fn() -> Vec<Lint>,
    ) -> Arc<[Lint]> {
        let risks = self.risks.get_or_init(|| vec![OnceCell::new(); of]);
        match risks.get(place) {
            Some(lints) => Arc::clone(lints.get_or_init(|| find().into())),
            None => find().into(),
        }
    }

    /// Forgets what was found of a risk that names a control whose answer changes.
    pub(crate) fn forget(&mut self, risk: usize) {
        let lints = self.risks.get_mut().and_then(|risks| risks.get_mut(risk));
        lints.into_iter().for_each(|lints| *lints = OnceCell::new());
    }
}
