//! What is bought or comes on top: auditors, advisers, testers, documents, the audience.

use super::factor::mul;
use super::situation::Situation;
use super::tables::{
    ADVISER_DAYS, AUDIENCE_CD, AUDIT, AUDIT_HIGH_BP, AUDIT_LOW_BP, AUDITED_CD, DOCUMENTS, PAGES,
    TESTER_DAYS,
};
use crate::assessment::{Context, Development};

/// Auditor days in tenths, from the table that certification bodies work by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditDays {
    /// The table's value for stages 1 and 2 together.
    pub initial_tenths: u32,
    /// What a body asks for a simple scope.
    pub low_tenths: u32,
    /// What it asks for a complex one.
    pub high_tenths: u32,
    /// A surveillance audit each year.
    pub surveillance_tenths: u32,
    /// The recertification after three years.
    pub recertification_tenths: u32,
    /// Stage 1, a part of the initial days.
    pub stage_1_tenths: u32,
}

/// The auditor days for a number of people; nothing above 1,175, where the published tables end:
/// it is more than 19 days, and the body has to be asked.
pub fn audit_days(situation: &Situation) -> Option<AuditDays> {
    let (_, row) = AUDIT.iter().find(|(to, _)| situation.people <= *to)?;
    let [initial_tenths, surveillance_tenths, recertification_tenths, stage_1_tenths] = *row;
    Some(AuditDays {
        initial_tenths,
        low_tenths: mul(initial_tenths, AUDIT_LOW_BP),
        high_tenths: mul(initial_tenths, AUDIT_HIGH_BP),
        surveillance_tenths,
        recertification_tenths,
        stage_1_tenths,
    })
}

/// What being audited costs one's own people, in cd.
pub fn audited_cd(audit_tenths: u32) -> u32 {
    audit_tenths * AUDITED_CD / 10
}

/// The hours in which everybody listens, in cd a year.
pub fn audience_cd(situation: &Situation) -> u32 {
    situation.people.saturating_mul(AUDIENCE_CD)
}

/// The days of an adviser, if there is one: from and to. They replace own days.
pub fn adviser_days(situation: &Situation) -> (u32, u32) {
    situation.band().of(&ADVISER_DAYS)
}

/// The days of a penetration test each year, from and to; nothing where no software is developed,
/// and where nobody has said that some is.
pub fn tester_days(situation: &Situation, context: &Context) -> Option<(u32, u32)> {
    match context.development? {
        Development::None => None,
        Development::Own | Development::Outsourced | Development::Both => {
            Some(situation.band().of(&TESTER_DAYS)).filter(|(_, to)| *to > 0)
        }
    }
}

/// How many documents and records there are in all, from and to.
pub fn documents(situation: &Situation) -> (u32, u32) {
    situation.band().of(&DOCUMENTS)
}

/// How many pages there are in all, from and to.
pub fn pages(situation: &Situation) -> (u32, u32) {
    situation.band().of(&PAGES)
}
