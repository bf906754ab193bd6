//! From effort to weeks: when stage 2 can be, and what decides it.

use alloc::vec::Vec;

use super::factor::interpolated;
use super::range::Range;
use super::situation::Situation;
use super::tables::{BUILD_WEEKS_MIN, CAPACITY_CD_WEEK, CERTIFICATE_WEEKS, GAP_WEEKS};
use annexa_vocabulary::words;

/// The weeks in which an organization gets going.
const START_WEEKS: u64 = 2;
/// The weeks of internal audit and management review.
const CHECK_WEEKS: u64 = 2;
/// The weeks of records that a stage 2 wants to see: three months.
const RECORD_WEEKS: u64 = 13;

words! {
    /// What decides when stage 2 can be.
    Term {
        /// How much work there is, and how much can be done in a week.
        Capacity = "capacity",
        /// How long decisions and a roll-out take, however many people help.
        Waves = "waves",
        /// That there are three months of records.
        Records = "records",
        /// The weeks between the stages.
        Gap = "gap",
    }
}

/// Weeks from the start, if things go well, likely, or badly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What can be done in a week, in cd.
    pub capacity_cd_week: u32,
    /// When everything is built.
    pub build_weeks: [u64; 3],
    /// When the documents stand for stage 1.
    pub stage_1_weeks: [u64; 3],
    /// When stage 2 can be.
    pub stage_2_weeks: [u64; 3],
    /// When the certificate is there.
    pub certificate_weeks: [u64; 3],
    /// What decides the likely stage 2; several where they come to the same week.
    pub decided_by: Vec<Term>,
}

/// The calendar of an initial effort.
pub fn calendar(situation: &Situation, initial: &Range) -> Calendar {
    let assumed = interpolated(situation.people, &CAPACITY_CD_WEEK);
    let capacity_cd_week = situation.capacity_cd_week.unwrap_or(assumed).max(1);
    let build_min = u64::from(interpolated(situation.people, &BUILD_WEEKS_MIN));
    let mut calendar = Calendar {
        capacity_cd_week,
        build_weeks: [0; 3],
        stage_1_weeks: [0; 3],
        stage_2_weeks: [0; 3],
        certificate_weeks: [0; 3],
        decided_by: Vec::new(),
    };
    let ends = initial.ends().into_iter().zip(GAP_WEEKS).zip(CERTIFICATE_WEEKS);
    for (end, ((effort_cd, gap), certificate)) in ends.enumerate() {
        let worked = effort_cd.div_ceil(u64::from(capacity_cd_week));
        let build = worked.max(build_min);
        let stage_1 = START_WEEKS + (7 * build).div_ceil(10);
        let records = START_WEEKS + (6 * build).div_ceil(10) + RECORD_WEEKS;
        let by_build = START_WEEKS + build + CHECK_WEEKS;
        let by_records = records + CHECK_WEEKS;
        let by_gap = stage_1 + u64::from(gap);
        let stage_2 = by_build.max(by_records).max(by_gap);
        let of = |weeks: &mut [u64; 3], week| {
            if let Some(slot) = weeks.get_mut(end) {
                *slot = week;
            }
        };
        of(&mut calendar.build_weeks, build);
        of(&mut calendar.stage_1_weeks, stage_1);
        of(&mut calendar.stage_2_weeks, stage_2);
        of(&mut calendar.certificate_weeks, stage_2 + u64::from(certificate));
        if end == 1 {
            let building = if worked > build_min { Term::Capacity } else { Term::Waves };
            let terms = [(by_build, building), (by_records, Term::Records), (by_gap, Term::Gap)];
            let deciding = terms.iter().filter(|(week, _)| *week == stage_2);
            calendar.decided_by = deciding.map(|(_, term)| *term).collect();
        }
    }
    calendar
}

/// Weeks as months, in tenths, halves up.
pub fn months_tenths(weeks: u64) -> u64 {
    (weeks * 240 + 52) / 104
}
