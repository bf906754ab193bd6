//! Criteria that are offered ready: three matrices as data files.

use super::criteria::Criteria;
use crate::problem::Problems;

/// The size of criteria that are offered ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Ready {
    /// Three steps of each.
    Three,
    /// Four steps of each: what is offered first.
    #[default]
    Four,
    /// Five steps of each.
    Five,
}

impl Ready {
    /// Every size with its name.
    pub const NAMES: &'static [(&'static str, Ready)] =
        &[("3x3", Ready::Three), ("4x4", Ready::Four), ("5x5", Ready::Five)];

    /// The criteria.
    ///
    /// # Errors
    ///
    /// None: a test reads the files.
    pub fn criteria(self) -> Result<Criteria, Problems> {
        let bytes: &[u8] = match self {
            Ready::Three => include_bytes!("../../../data/criteria/3x3.json"),
            Ready::Four => include_bytes!("../../../data/criteria/4x4.json"),
            Ready::Five => include_bytes!("../../../data/criteria/5x5.json"),
        };
        Criteria::from_json(bytes)
    }
}
