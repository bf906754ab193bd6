//! The state of an item: whether it applies, and how far it is in place.

use crate::words;

words! {
    /// How far something is in place.
    Implementation {
        /// Nobody has looked yet. Never the same as "not implemented".
        NotAssessed = "not_assessed",
        /// Looked at, and absent.
        NotImplemented = "not_implemented",
        /// Decided and scheduled, nothing in place.
        Planned = "planned",
        /// In place in part.
        Partly = "partly",
        /// In place.
        Implemented = "implemented",
    }
}

words! {
    /// Whether an item belongs to the management system.
    Applicability {
        /// It applies; the default, and the only value of a requirement.
        Applicable = "applicable",
        /// A control that does not apply, with reason and justification.
        Excluded = "excluded",
        /// A control that a provider operates.
        Inherited = "inherited",
    }
}

#[expect(clippy::derivable_impls, reason = "the values come out of the macro, for all alike")]
impl Default for Applicability {
    fn default() -> Applicability {
        Applicability::Applicable
    }
}

impl Implementation {
    /// What it counts towards conformity, in basis points; `None` while nobody has looked.
    pub const fn points_bp(self) -> Option<u16> {
        match self {
            Implementation::NotAssessed => None,
            Implementation::NotImplemented | Implementation::Planned => Some(0),
            Implementation::Partly => Some(5_000),
            Implementation::Implemented => Some(10_000),
        }
    }

    /// The words for people.
    pub const fn label(self) -> &'static str {
        match self {
            Implementation::NotAssessed => "not assessed",
            Implementation::NotImplemented => "not implemented",
            Implementation::Planned => "planned",
            Implementation::Partly => "partly implemented",
            Implementation::Implemented => "implemented",
        }
    }
}
