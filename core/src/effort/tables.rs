//! The numbers of the model. Where each comes from stands in `docs/rules-effort.md`.

use super::Driver;
use crate::assessment::{It, Sector, Start};

/// The typical number of people of each band.
pub(super) const PEOPLE: [u32; 5] = [5, 30, 120, 500, 2000];

/// The largest number of people of each band but the last, which is open.
pub(super) const BAND_ENDS: [u32; 4] = [10, 50, 250, 1000];

/// How much a driver makes of the reference, at the typical number of people of each band.
pub(super) fn size_bp(driver: Driver) -> [u32; 5] {
    match driver {
        Driver::Fixed => [7_000, 10_000, 13_000, 19_000, 30_000],
        Driver::People => [5_000, 10_000, 20_000, 40_000, 80_000],
        Driver::Systems => [5_500, 10_000, 18_000, 36_000, 75_000],
        Driver::Sites => [6_000, 10_000, 15_000, 30_000, 65_000],
        Driver::Suppliers => [5_000, 10_000, 17_000, 32_000, 65_000],
    }
}

/// The typical number of suppliers that matter, and of systems, of each band.
pub(super) const SUPPLIERS: [u32; 5] = [5, 15, 40, 100, 300];
pub(super) const SYSTEMS: [u32; 5] = [10, 40, 150, 500, 2000];

/// What a number of sites makes of the reference: two or three, four to ten, more.
pub(super) const SITES_BP: [(u32, u32); 3] = [(3, 15_000), (10, 30_000), (u32::MAX, 65_000)];

/// Who runs the technology.
pub(super) fn it_bp(it: It, driver: Driver) -> u32 {
    match (it, driver) {
        (It::Cloud, Driver::Systems) => 8_000,
        (It::Cloud, Driver::Sites) => 6_000,
        (It::Cloud, Driver::Suppliers) => 12_000,
        (It::Provider, Driver::Systems) => 6_500,
        (It::Provider, Driver::Sites) => 7_000,
        (It::Provider, Driver::Suppliers) => 14_000,
        _ => 10_000,
    }
}

/// How regulated the sector is.
pub(super) fn sector_bp(sector: Sector, driver: Driver) -> u32 {
    match (sector, driver) {
        (Sector::Ordinary, _) => 10_000,
        (Sector::CustomersRegulated, _) => 11_000,
        (Sector::RegulatedOt, Driver::Systems | Driver::Sites) => 14_000,
        (Sector::Regulated | Sector::RegulatedOt, _) => 12_500,
    }
}

/// What is in place at the start, of what nobody has assessed.
pub(super) fn start_bp(start: Start) -> u32 {
    match start {
        Start::Nothing => 13_000,
        Start::Usual => 10_000,
        Start::Good => 6_500,
        Start::OtherSystem => 5_500,
        Start::Certified => 3_000,
    }
}

/// The share of a deviation that all rows have in common, and the rest, in basis points.
pub(super) const TOGETHER_BP: u128 = 2_500;
pub(super) const ALONE_BP: u128 = 7_500;

/// Reading the guidance of four themes, in cd at the reference.
pub(super) const GUIDANCE_CD: u32 = 400;
/// What is left of the upper half of the range where the guidance is used too.
pub(super) const GUIDANCE_HIGH_BP: u32 = 8_500;

/// What an organization can do in a week where it does not say, in cd.
pub(super) const CAPACITY_CD_WEEK: [u32; 5] = [200, 400, 700, 1_200, 2_000];
/// The weeks that decisions, deliveries and a roll-out in waves take, however many people help.
pub(super) const BUILD_WEEKS_MIN: [u32; 5] = [6, 8, 12, 18, 26];
/// The weeks between the stages, and from stage 2 to the certificate: low, likely, high.
pub(super) const GAP_WEEKS: [u32; 3] = [4, 6, 10];
pub(super) const CERTIFICATE_WEEKS: [u32; 3] = [3, 5, 10];

/// Auditor days in tenths by people in the scope: up to how many; initial, surveillance a year,
/// recertification, stage 1 as a part of the initial ones.
pub(super) const AUDIT: [(u32, [u32; 4]); 13] = [
    (10, [50, 15, 33, 10]),
    (15, [60, 20, 40, 15]),
    (25, [70, 20, 47, 15]),
    (45, [85, 30, 57, 20]),
    (65, [100, 35, 67, 20]),
    (85, [110, 40, 73, 25]),
    (125, [120, 40, 80, 25]),
    (175, [130, 45, 87, 30]),
    (275, [140, 50, 93, 30]),
    (425, [150, 50, 100, 40]),
    (625, [165, 55, 110, 40]),
    (875, [175, 60, 117, 45]),
    (1175, [185, 65, 123, 45]),
];
/// Low and high of auditor days.
pub(super) const AUDIT_LOW_BP: u32 = 7_000;
pub(super) const AUDIT_HIGH_BP: u32 = 15_000;

/// Days of an adviser by band, and of a tester a year, from and to.
pub(super) const ADVISER_DAYS: [(u32, u32); 5] = [(5, 12), (8, 20), (15, 40), (30, 80), (60, 150)];
pub(super) const TESTER_DAYS: [(u32, u32); 5] = [(0, 0), (3, 6), (5, 12), (10, 30), (20, 60)];

/// Documents and records in all, and pages in all, by band, from and to.
pub(super) const DOCUMENTS: [(u32, u32); 5] = [(20, 28), (25, 35), (30, 45), (45, 80), (70, 150)];
pub(super) const PAGES: [(u32, u32); 5] =
    [(40, 90), (80, 160), (150, 300), (300, 600), (600, 1_500)];

/// Own effort for each auditor day, and the hours of the audience for each head and year, in cd.
pub(super) const AUDITED_CD: u32 = 150;
pub(super) const AUDIENCE_CD: u32 = 25;
