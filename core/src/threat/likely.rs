//! Which starter threats come first for an organization: a beginning, and nothing more. Nobody is
//! told that the others do not concern them.

use super::Threat;
use crate::assessment::{Context, Development, Premises, Remote, YesNo};
use annexa_vocabulary::words;

/// How many threats are a beginning.
pub const LIKELY: usize = 6;
/// Up to how many people few can stand in for each other.
const FEW_PEOPLE: u32 = 50;

words! {
    /// Why a threat comes first.
    Because {
        /// There is operational technology.
        Ot = "ot",
        /// Cloud services are used.
        Cloud = "cloud",
        /// Personal data are processed.
        PersonalData = "personal_data",
        /// People work away from the premises.
        Remote = "remote",
        /// Few people can stand in for each other.
        FewPeople = "few_people",
        /// The organization develops software.
        Development = "development",
        /// Suppliers matter.
        Suppliers = "suppliers",
        /// There are premises.
        Premises = "premises",
        /// It happens to every organization.
        Everybody = "everybody",
    }
}

impl Because {
    /// Whether the answers about the organization say so; one that was not given says nothing.
    fn holds(self, context: &Context) -> bool {
        match self {
            Because::Ot => context.ot == Some(YesNo::Yes),
            Because::Cloud => context.cloud_services == Some(YesNo::Yes),
            Because::PersonalData => context.personal_data == Some(YesNo::Yes),
            Because::Remote => context.remote.is_some_and(|it| it != Remote::None),
            Because::FewPeople => context.people.is_some_and(|people| people <= FEW_PEOPLE),
            Because::Development => context.development.is_some_and(|it| it != Development::None),
            Because::Suppliers => context.suppliers.is_some_and(|count| count > 0),
            Because::Premises => context.premises.is_some_and(|it| it != Premises::None),
            Because::Everybody => true,
        }
    }
}

/// In this order: what happens to everybody most often stands between what only some know.
const ORDER: [(&str, Because); 15] = [
    ("X02", Because::Everybody),
    ("X17", Because::Ot),
    ("X10", Because::PersonalData),
    ("X09", Because::Remote),
    ("MDA28", Because::FewPeople),
    ("X15", Because::Development),
    ("X05", Because::Cloud),
    ("X06", Because::Suppliers),
    ("X03", Because::Everybody),
    ("X01", Because::Everybody),
    ("X16", Because::Everybody),
    ("MA11", Because::Everybody),
    ("MA16", Because::Everybody),
    ("ME11", Because::Premises),
    ("MDA20", Because::Everybody),
];

/// The threats to begin with, each with why; always as many.
pub fn likely(context: &Context) -> impl Iterator<Item = (&'static Threat, Because)> {
    let held = ORDER.iter().filter(|(_, because)| because.holds(context));
    held.filter_map(|(code, because)| Some((Threat::find(code)?, *because))).take(LIKELY)
}
