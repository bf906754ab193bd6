//! The eight questions, and the five answers to start with.

use annexa_vocabulary::words;

use crate::assessment::YesNo;

words! {
    /// What the chooser asks.
    Asked {
        /// Does the organization want a certificate?
        CertificateWanted = "certificate_wanted",
        /// Does somebody demand one?
        CertificateDemanded = "certificate_demanded",
        /// Is there a management system already?
        IsmsExists = "isms_exists",
        /// Shall risks decide what is done?
        RiskBased = "risk_based",
        /// Shall customers see that security is managed?
        ShowCustomers = "show_customers",
        /// Is guidance on controls what is wanted?
        ControlsGuidance = "controls_guidance",
        /// Shall controls that are there become better?
        ImproveControls = "improve_controls",
        /// Is a reference of good practice wanted?
        Reference = "reference",
    }
}

words! {
    /// The five choices of the start, each a set of answers.
    Start {
        /// A certificate.
        Certificate = "certificate",
        /// Managing risks, without a certificate for now.
        Manage = "manage",
        /// Showing customers.
        Show = "show",
        /// Guidance on controls.
        Guidance = "guidance",
        /// A reference.
        Reference = "reference",
    }
}

/// The answers; an open question counts as "no".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChooserAnswers([Option<YesNo>; 8]);

impl ChooserAnswers {
    /// The answer to a question.
    pub fn get(&self, asked: Asked) -> Option<YesNo> {
        self.0.get(asked as usize).copied().flatten()
    }

    /// The same answers with another one.
    pub fn with(mut self, asked: Asked, answer: Option<YesNo>) -> ChooserAnswers {
        if let Some(slot) = self.0.get_mut(asked as usize) {
            *slot = answer;
        }
        self
    }
}

impl From<Start> for ChooserAnswers {
    fn from(start: Start) -> ChooserAnswers {
        let answered: &[Asked] = match start {
            Start::Certificate => &[Asked::CertificateWanted, Asked::ControlsGuidance],
            Start::Manage => &[Asked::RiskBased, Asked::ControlsGuidance],
            Start::Show => &[Asked::ShowCustomers],
            Start::Guidance => &[Asked::ControlsGuidance],
            Start::Reference => &[Asked::Reference],
        };
        answered.iter().fold(ChooserAnswers::default(), |answers, asked| {
            answers.with(*asked, Some(YesNo::Yes))
        })
    }
}
