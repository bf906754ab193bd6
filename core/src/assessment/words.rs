//! The closed sets of values, with the words by which files name them.

use crate::record::word_fields;
use annexa_vocabulary::words;
pub use annexa_vocabulary::{Applicability, Implementation};

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
