//! The closed sets of values, with the words by which files name them.

use crate::record::word_fields;

/// Defines an enum whose values have words, and the table that reads and writes them.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
        }

        impl $name {
            /// Every value with its word.
            pub const WORDS: &'static [(&'static str, $name)] = &[$(($word, $name::$value),)+];

            /// The word that files use.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$value => $word,)+
                }
            }

            /// The value that a word names.
            pub fn from_word(word: &str) -> Option<$name> {
                Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// The answer to a question. It suggests an [`Implementation`]; it is not one.
    Response {
        /// Done as asked.
        Yes = "yes",
        /// Done in part.
        Partly = "partly",
        /// Not done.
        No = "no",
        /// The person thinks that a control does not apply; a suggestion to exclude it.
        NotApplicable = "not_applicable",
        /// The person does not know.
        Unknown = "unknown",
    }
}

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

words! {
    /// Why a control is excluded.
    ExclusionReason {
        /// The risk assessment found no risk that it would treat.
        NoRisk = "no_risk",
        /// The activity does not exist, such as own software development.
        NoActivity = "no_activity",
        /// The asset does not exist, such as own premises.
        NoAsset = "no_asset",
        /// Another reason, which the justification gives.
        Other = "other",
    }
}

words! {
    /// Why a control is included.
    InclusionReason {
        /// It treats a risk.
        Risk = "risk",
        /// A law or regulation asks for it.
        Legal = "legal",
        /// A contract asks for it.
        Contractual = "contractual",
        /// The business wants it.
        Business = "business",
        /// It is good practice.
        GoodPractice = "good_practice",
    }
}

words! {
    /// What an auditor found.
    FindingKind {
        /// It could be better.
        Opportunity = "opportunity",
        /// Noted, no nonconformity.
        Observation = "observation",
        /// A requirement is not fulfilled in a single case.
        MinorNonconformity = "minor_nonconformity",
        /// A requirement is not fulfilled, or a system fails.
        MajorNonconformity = "major_nonconformity",
    }
}

word_fields! {
    Response = Unknown,
    Implementation = NotAssessed,
    Applicability = Applicable,
    ExclusionReason = Other,
    InclusionReason = GoodPractice,
    FindingKind = Observation,
}

impl Response {
    /// The implementation that the response suggests.
    pub fn suggests(self) -> Implementation {
        match self {
            Response::Yes => Implementation::Implemented,
            Response::Partly => Implementation::Partly,
            Response::No => Implementation::NotImplemented,
            Response::NotApplicable | Response::Unknown => Implementation::NotAssessed,
        }
    }
}

impl Implementation {
    /// What it counts towards conformity, in basis points; `None` while nobody has looked.
    pub fn points_bp(self) -> Option<u16> {
        match self {
            Implementation::NotAssessed => None,
            Implementation::NotImplemented | Implementation::Planned => Some(0),
            Implementation::Partly => Some(5_000),
            Implementation::Implemented => Some(10_000),
        }
    }

    /// The words for people.
    pub fn label(self) -> &'static str {
        match self {
            Implementation::NotAssessed => "not assessed",
            Implementation::NotImplemented => "not implemented",
            Implementation::Planned => "planned",
            Implementation::Partly => "partly implemented",
            Implementation::Implemented => "implemented",
        }
    }
}
