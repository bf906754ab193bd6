//! Words about one target, in the light of the states.

use crate::table::Target;

/// What is still missing for one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Words for the person who has to act.
    pub gap: String,
    /// Further values under names of 1 to 64 characters `a-z`, `0-9`, `-`; hosts ignore names
    /// that they do not know.
    pub extensions: Vec<(String, String)>,
}

impl Remark {
    /// A remark without extensions.
    pub fn new(gap: impl Into<String>) -> Self {
        Self { gap: gap.into(), extensions: Vec::new() }
    }

    /// The words that a plugin gives when its author adds none: what the mapping leaves open in
    /// any case, [`Target::residual`]. `None` when the table does not say it.
    ///
    /// The engine itself names the sources that are open, not assessed or excluded, before these
    /// words; [`States::open`](crate::States::open) tells them where words depend on them.
    pub fn standard(target: &Target) -> Option<Self> {
        (!target.residual.is_empty()).then(|| Self::new(target.residual))
    }
}
