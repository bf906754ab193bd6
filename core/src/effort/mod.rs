//! Effort, time and outside days: what things cost to do, as ranges with their assumptions.
//!
//! The unit is a hundredth of a person-day (cd; a person-day has eight hours), factors are basis
//! points, and everything is an integer. A figure is never one number: it has a low, a likely and
//! a high value. `docs/rules-effort.md` gives the rules, the tables and what they rest on.

mod calendar;
mod factor;
mod money;
mod open;
mod outside;
mod over;
mod range;
mod situation;
mod steps;
mod tables;
mod total;

use annexa_vocabulary::words;

pub use calendar::{Calendar, Term, calendar, months_tenths};
pub use factor::{Chain, Left, chain};
pub use money::amount;
pub use open::Open;
pub use outside::{
    AuditDays, adviser_days, audience_cd, audit_days, audited_cd, documents, pages, tester_days,
};
pub use over::{OVERDONE, Overdone};
pub use range::{Range, sum};
pub use situation::{Band, Situation};
pub use steps::{CountStep, count_steps};
pub use total::{Effort, RowEffort, total};

use crate::catalogue::Catalogue;

include!(concat!(env!("OUT_DIR"), "/effort.rs"));

words! {
    /// How much work something is at the reference: thirty people, one site, own IT.
    Class {
        /// Nothing: another row covers it.
        Zero = "0",
        /// Half a day.
        Xs = "XS",
        /// A day.
        S = "S",
        /// Two days.
        M = "M",
        /// Four days.
        L = "L",
        /// Eight days.
        Xl = "XL",
    }
}

words! {
    /// What effort grows with.
    Driver {
        /// Hardly with anything: a rule is written once.
        Fixed = "fixed",
        /// With the number of people.
        People = "people",
        /// With the number of systems.
        Systems = "systems",
        /// With the number of sites.
        Sites = "sites",
        /// With the number of suppliers that matter.
        Suppliers = "suppliers",
    }
}

words! {
    /// Who has most of the work.
    Role {
        /// Those who lead the organization.
        Management = "management",
        /// Whoever leads the management system.
        Lead = "lead",
        /// Those who answer for a process, for information or for people.
        Owners = "owners",
        /// Those who run the systems.
        It = "it",
        /// Those who build software.
        Developers = "developers",
        /// Those who hire and look after staff.
        Personnel = "personnel",
        /// Those who look after rooms and buildings.
        Premises = "premises",
        /// Those who choose suppliers and sign with them.
        Purchasing = "purchasing",
        /// Those who know law and data protection.
        Legal = "legal",
        /// Whoever audits within the organization.
        Auditor = "auditor",
    }
}

words! {
    /// What usually comes from outside.
    Outside {
        /// Nothing: one's own people can do it.
        Nothing = "nothing",
        /// Advice from somebody who has done it before.
        Adviser = "adviser",
        /// Somebody who looks at it independently.
        Auditor = "auditor",
        /// A course, or material for one.
        Course = "course",
        /// Advice on law.
        Lawyer = "lawyer",
        /// Software, or licences of it.
        Product = "product",
        /// Work, or answers, of whoever provides a service.
        Provider = "provider",
        /// The owner of the building.
        Landlord = "landlord",
        /// Building work, locks or hardware.
        Works = "works",
        /// A test by specialists.
        Tester = "tester",
    }
}

/// The effort of a requirement, a control or a document.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The id of the item or document.
    pub id: &'static str,
    /// The effort until it is in place.
    pub initial: Class,
    /// The effort of each year after.
    pub running: Class,
    /// What it grows with.
    pub driver: Driver,
    /// Who has most of the work.
    pub role: Role,
    /// What usually comes from outside.
    pub outside: Outside,
    /// What has to be finished before.
    pub after: &'static [&'static str],
}

/// The rows of a catalogue, in its order: requirements, documents, controls. Nothing is known of
/// the effort of a catalogue that is not carried along.
pub fn rows(catalogue: &Catalogue) -> &'static [Row] {
    if catalogue.id() == "iso27001-2022" { ROWS } else { &[] }
}

impl Row {
    /// Whether it is a control's.
    pub fn is_control(&self) -> bool {
        self.id.starts_with("A.")
    }

    /// Whether it is a document's: writing and filing, not deciding and doing.
    pub fn is_document(&self) -> bool {
        self.id.starts_with("D.")
    }
}

impl Class {
    /// The likely effort until it is in place, in cd.
    pub fn initial_cd(self) -> u32 {
        match self {
            Class::Zero => 0,
            Class::Xs => 50,
            Class::S => 100,
            Class::M => 200,
            Class::L => 400,
            Class::Xl => 800,
        }
    }

    /// The likely effort of a year after, in cd.
    pub fn running_cd(self) -> u32 {
        match self {
            Class::Zero => 0,
            Class::Xs => 20,
            Class::S => 50,
            Class::M => 125,
            Class::L => 320,
            Class::Xl => 800,
        }
    }
}

#[cfg(test)]
mod tests;
