//! Which standard is needed: eight questions, a recommendation, and what it will cost.
//!
//! Every question may stay open. The first rule that fits decides, and the answers that made it
//! fit are named with it; `docs/rules-context.md` gives the rules.

mod answers;
mod costs;
mod words;

use alloc::vec::Vec;

use annexa_vocabulary::words;

use crate::assessment::{Mode, YesNo};

pub use self::words::{About, Choice, Rates, choice, no_choice};
pub use answers::{Asked, ChooserAnswers, Start};
pub use costs::{Costs, costs};

words! {
    /// What is recommended.
    Standard {
        /// ISO/IEC 27001: requirements, and a certificate if one is wanted.
        Iso27001 = "27001",
        /// ISO/IEC 27002: guidance on controls.
        Iso27002 = "27002",
        /// Both: the requirements, and the guidance for the controls that are chosen.
        Both = "both",
    }
}

/// A recommendation with what led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// How the standards are used.
    pub mode: Mode,
    /// Which standard.
    pub standard: Standard,
    /// The answers that led to the mode, in the order of the questions.
    pub because: Vec<(Asked, Option<YesNo>)>,
    /// The answers for which the guidance is recommended beside the requirements.
    pub also: Vec<Asked>,
}

/// What the answers recommend; nothing where every question is open.
pub fn recommend(answers: &ChooserAnswers) -> Option<Recommendation> {
    use Asked::{
        CertificateDemanded, CertificateWanted, ControlsGuidance, ImproveControls, IsmsExists,
        Reference, RiskBased, ShowCustomers,
    };
    if Asked::WORDS.iter().all(|(_, asked)| answers.get(*asked).is_none()) {
        return None;
    }
    let is = |asked| answers.get(asked) == Some(YesNo::Yes);
    let exists = is(IsmsExists);
    // Which questions decided, each of them answered as the rule asks.
    let (mode, deciding): (Mode, &[Asked]) = if is(CertificateWanted) || is(CertificateDemanded) {
        (Mode::Certify, &[CertificateWanted, CertificateDemanded])
    } else if is(ShowCustomers) {
        (Mode::Demonstrate, &[ShowCustomers])
    } else if is(RiskBased) && exists {
        (Mode::ManageByRisk, &[IsmsExists, RiskBased])
    } else if is(RiskBased) {
        (Mode::Establish, &[IsmsExists, RiskBased])
    } else if is(ImproveControls) && exists {
        (Mode::Improve, &[IsmsExists, ImproveControls])
    } else if is(ControlsGuidance) || is(ImproveControls) {
        (Mode::Guidance, &[ControlsGuidance, ImproveControls])
    } else if is(Reference) {
        (Mode::Reference, &[Reference])
    } else if exists {
        (Mode::ManageByRisk, &[IsmsExists])
    } else {
        (Mode::NoCertificate, &[])
    };
    // A "no" leads only where the rule rests on it.
    let leads = |asked: &Asked| is(*asked) || (*asked == IsmsExists && mode == Mode::Establish);
    let because = deciding.iter().filter(|asked| leads(asked));
    let also: Vec<Asked> = [ControlsGuidance, ImproveControls, Reference]
        .into_iter()
        .filter(|asked| mode.has_clauses() && is(*asked))
        .collect();
    let standard = match (mode.has_clauses(), also.is_empty()) {
        (false, _) => Standard::Iso27002,
        (true, true) => Standard::Iso27001,
        (true, false) => Standard::Both,
    };
    Some(Recommendation {
        mode,
        standard,
        because: because.map(|asked| (*asked, answers.get(*asked))).collect(),
        also,
    })
}

#[cfg(test)]
mod tests;
