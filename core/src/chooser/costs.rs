//! What a recommendation will cost: effort, time, auditors, documents, and what is overdone.

use alloc::vec::Vec;

use super::{Recommendation, Standard};
use crate::assessment::{Context, Mode};
use crate::catalogue::Catalogue;
use crate::effort::{
    AuditDays, Calendar, OVERDONE, Range, Situation, adviser_days, audience_cd, audit_days,
    audited_cd, calendar, documents, pages, tester_days, total,
};

/// What is to be expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Costs {
    /// What was answered and what is assumed.
    pub situation: Situation,
    /// How many rows were counted.
    pub rows: usize,
    /// Own effort until everything is in place.
    pub initial: Range,
    /// Own effort of each year after.
    pub running: Range,
    /// Reading the guidance beside the requirements, in cd; a part of `initial`.
    pub guidance_cd: u32,
    /// Weeks: to stage 2 where there are clauses, until everything is built where there are none.
    pub calendar: Calendar,
    /// Auditor days, where a certificate is the aim; nothing above what the table covers.
    pub audit: Option<AuditDays>,
    /// Whether auditors come at all.
    pub is_audited: bool,
    /// What being audited costs one's own people, in cd.
    pub audited_cd: u32,
    /// Documents and pages, from and to, where the standard asks for documents.
    pub documents: Option<((u32, u32), (u32, u32))>,
    /// The hours in which everybody listens, in cd a year.
    pub audience_cd: u32,
    /// The days of an adviser, if there is one, from and to.
    pub adviser_days: (u32, u32),
    /// The days of a penetration test each year, from and to.
    pub tester_days: Option<(u32, u32)>,
    /// What is usually overdone under this recommendation, with its cost in cd, once and a year.
    pub overdone: Vec<(&'static str, Option<(u64, u64)>)>,
}

/// What a recommendation costs in a context.
pub fn costs(catalogue: &Catalogue, recommendation: &Recommendation, context: &Context) -> Costs {
    let situation = Situation::of(context);
    let effort = total(catalogue, &situation, recommendation.standard, None);
    let controls = effort.rows.iter().filter(|row| row.row.is_control());
    let controls_cd: u64 = controls.map(|row| row.initial.likely_cd).sum();
    let has_clauses = recommendation.mode.has_clauses();
    let is_audited = recommendation.mode == Mode::Certify;
    let audit = audit_days(&situation).filter(|_| is_audited);
    let overdone = OVERDONE.iter().filter(|it| is_warned_of(it.code, recommendation.standard));
    Costs {
        rows: effort.rows.len(),
        initial: effort.initial,
        running: effort.running,
        guidance_cd: effort.guidance_cd,
        calendar: calendar(&situation, &effort.initial),
        audited_cd: audit.map_or(0, |days| audited_cd(days.initial_tenths)),
        audit,
        is_audited,
        documents: has_clauses.then(|| (documents(&situation), pages(&situation))),
        audience_cd: audience_cd(&situation),
        adviser_days: adviser_days(&situation),
        tester_days: tester_days(&situation, context),
        overdone: overdone.map(|it| (it.code, it.extra_cd(&situation, controls_cd))).collect(),
        situation,
    }
}

/// What the chooser warns of: what a requirement tempts to, and guidance taken for a duty.
fn is_warned_of(code: &str, standard: Standard) -> bool {
    match code {
        "OE2" | "OE8" | "OE9" | "OE11" | "OE16" => standard != Standard::Iso27002,
        "OE15" => standard != Standard::Iso27001,
        _ => false,
    }
}
