//! The closed sets of values of a crosswalk.

use crate::words;

words! {
    /// How sources relate to a target, read "source RELATION target"; names after
    /// NIST IR 8477 and OSCAL.
    Relation {
        /// The same words about the same thing.
        Equal = "equal",
        /// Other words, the same meaning.
        Equivalent = "equivalent",
        /// The source covers the whole target and more.
        Superset = "superset",
        /// The source covers a part of the target and nothing else.
        Subset = "subset",
        /// Source and target share a part.
        Intersects = "intersects",
        /// Looked at, no support found.
        None = "none",
    }
}

words! {
    /// What a judgement rests on.
    Basis {
        /// The wording.
        Syntactic = "syntactic",
        /// The meaning.
        Semantic = "semantic",
        /// The effect.
        Functional = "functional",
    }
}

impl Relation {
    /// Whether the sources cover the whole target.
    pub const fn is_full(self) -> bool {
        matches!(self, Relation::Equal | Relation::Equivalent | Relation::Superset)
    }

    /// Whether the sources are the target, so that their failure is the target's.
    pub const fn is_same(self) -> bool {
        matches!(self, Relation::Equal | Relation::Equivalent)
    }
}
