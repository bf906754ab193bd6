//! What effort depends on, with what is assumed where nobody has answered.

use alloc::vec::Vec;

use super::tables::{BAND_ENDS, PEOPLE};
use crate::assessment::{Context, It, Question, Sector, Start};

/// The numbers of people at the reference.
const PEOPLE_ASSUMED: u32 = 30;

/// What effort depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// How many people work in the scope.
    pub people: u32,
    /// Who runs the technology.
    pub it: It,
    /// How regulated the sector is.
    pub sector: Sector,
    /// What is in place at the start.
    pub start: Start,
    /// How many sites there are, where somebody said; else the people stand for them.
    pub sites: Option<u32>,
    /// The same of suppliers.
    pub suppliers: Option<u32>,
    /// The same of systems.
    pub systems: Option<u32>,
    /// What can be done in a week, in cd, where somebody said.
    pub capacity_cd_week: Option<u32>,
    /// The questions that nobody has answered and that count as the reference.
    pub assumed: Vec<Question>,
}

impl Situation {
    /// The situation that the answers describe. An open question counts as the reference: thirty
    /// people, own IT, an ordinary sector, usual practice with hardly anything written.
    pub fn of(context: &Context) -> Situation {
        let mut assumed = Vec::new();
        let mut open = |question, is_open: bool| {
            if is_open {
                assumed.push(question);
            }
        };
        open(Question::People, context.people.is_none());
        open(Question::It, context.it.is_none());
        open(Question::Sector, context.sector.is_none());
        open(Question::Start, context.start.is_none());
        open(Question::Sites, context.sites.is_none());
        open(Question::Suppliers, context.suppliers.is_none());
        open(Question::Systems, context.systems.is_none());
        open(Question::Capacity, context.capacity_cd_week.is_none());
        Situation {
            people: context.people.unwrap_or(PEOPLE_ASSUMED),
            it: context.it.unwrap_or(It::Own),
            sector: context.sector.unwrap_or(Sector::Ordinary),
            start: context.start.unwrap_or(Start::Usual),
            sites: context.sites,
            suppliers: context.suppliers,
            systems: context.systems,
            capacity_cd_week: context.capacity_cd_week,
            assumed,
        }
    }

    /// The band of its size.
    pub fn band(&self) -> Band {
        Band(BAND_ENDS.iter().filter(|end| self.people > **end).count())
    }

    /// Whether it is larger than what the model was made for.
    pub fn is_beyond_model(&self) -> bool {
        PEOPLE.last().is_some_and(|largest| self.people > *largest)
    }
}

/// One of five bands of size: up to 10 people, 50, 250, 1,000, and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band(usize);

impl Band {
    /// The value of the band.
    pub(super) fn of<T: Copy + Default>(self, values: &[T; 5]) -> T {
        values.get(self.0).copied().unwrap_or_default()
    }
}
