//! What is usually overdone, and what it costs on top.

use super::factor::{Left, chain, mul};
use super::{Driver, Situation};

/// One thing that is usually overdone.
#[derive(Debug, PartialEq, Eq)]
pub struct Overdone {
    /// What it is called, such as `OE1`.
    pub code: &'static str,
    /// The items or controls at which it happens.
    pub at: &'static [&'static str],
    /// What it costs on top of their effort.
    pub extra: Extra,
}

/// What something costs on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    /// Likely cd at the reference, once and each year, growing with what its row grows with.
    Effort {
        /// Once.
        initial_cd: u32,
        /// Each year.
        running_cd: u32,
        /// What it grows with.
        driver: Driver,
    },
    /// Cd for each supplier that matters, once and each year.
    EachSupplier(u32, u32),
    /// Cd for each head and year.
    EachHead(u32),
    /// Money, not days.
    Money,
    /// Basis points of the effort of all controls.
    ShareOfControls(u32),
    /// The size factor of the larger organization.
    LargerScope,
}

/// Everything that is usually overdone, in the order of its codes.
pub const OVERDONE: [Overdone; 16] = [
    effort("OE1", &["A.5.9"], 800, 400, Driver::Systems),
    effort("OE2", &["6.1.2", "8.2"], 1_600, 800, Driver::Fixed),
    effort("OE3", &["A.5.1"], 1_500, 400, Driver::Fixed),
    effort("OE4", &["A.5.12", "A.5.13"], 1_000, 200, Driver::Fixed),
    other("OE5", &["A.5.19", "A.5.20", "A.5.21", "A.5.22"], Extra::EachSupplier(50, 25)),
    effort("OE6", &["A.8.15", "A.8.16"], 2_000, 6_000, Driver::Systems),
    effort("OE7", &["A.8.12"], 1_500, 800, Driver::Systems),
    effort("OE8", &["9.1"], 300, 800, Driver::Systems),
    effort("OE9", &["9.2.1"], 600, 600, Driver::People),
    effort("OE10", &["A.8.32"], 200, 800, Driver::Systems),
    effort("OE11", &["7.5.2", "7.5.3"], 500, 200, Driver::Fixed),
    other("OE12", &["A.5.30", "A.8.14"], Extra::Money),
    other("OE13", &["A.7.2", "A.7.4"], Extra::Money),
    other("OE14", &["A.6.3"], Extra::EachHead(12)),
    other("OE15", &[], Extra::ShareOfControls(3_000)),
    other("OE16", &["4.3"], Extra::LargerScope),
];

const fn effort(
    code: &'static str,
    at: &'static [&'static str],
    initial_cd: u32,
    running_cd: u32,
    driver: Driver,
) -> Overdone {
    Overdone { code, at, extra: Extra::Effort { initial_cd, running_cd, driver } }
}

const fn other(code: &'static str, at: &'static [&'static str], extra: Extra) -> Overdone {
    Overdone { code, at, extra }
}

impl Overdone {
    /// What it costs here, once and each year, in cd; nothing where it is not counted in days.
    /// `controls_cd` is the likely initial effort of all controls.
    pub fn extra_cd(&self, situation: &Situation, controls_cd: u64) -> Option<(u64, u64)> {
        match self.extra {
            Extra::Effort { initial_cd, running_cd, driver } => {
                let factor_bp = chain(situation, driver, Left::Assumed).sector_bp;
                Some((mul(initial_cd, factor_bp).into(), mul(running_cd, factor_bp).into()))
            }
            Extra::EachSupplier(once, yearly) => {
                let suppliers = u64::from(situation.suppliers?);
                Some((suppliers * u64::from(once), suppliers * u64::from(yearly)))
            }
            Extra::EachHead(yearly) => Some((0, u64::from(situation.people) * u64::from(yearly))),
            Extra::ShareOfControls(share_bp) => {
                Some(((controls_cd * u64::from(share_bp) + 5_000) / 10_000, 0))
            }
            Extra::Money | Extra::LargerScope => None,
        }
    }
}
