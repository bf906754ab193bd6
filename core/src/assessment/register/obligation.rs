//! What the organization is bound to: laws, contracts, demands of customers, policies.

use alloc::string::String;
use alloc::vec::Vec;

use super::words::ObligationKind;
use crate::assessment::fields::{DATE, LEVEL, LINE, NOTE};
use crate::assessment::limits::ITEMS_MAX;
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Field, Kind, WordSet as _, record};

record! {
    /// A law, contract, demand or policy, with the controls and requirements that follow from it.
    pub struct Obligation in order "since" "until" {
        /// What tells it from every other, for ever; the engine gives one where it is missing.
        id: Id = Field::of(Kind::OwnId),
        /// What people call it, such as `O-7`.
        label: String = LINE,
        /// What binds.
        kind: ObligationKind = Field::of(Kind::Word(&ObligationKind::SET)).required(),
        /// Its name.
        title: String = LINE.required(),
        /// Where it stands: a citation.
        source: String = LINE,
        /// What it demands, in one's own words.
        demands: String = NOTE,
        /// The controls that it asks for.
        controls: Vec<Id> = Field::of(Kind::Ids(ITEMS_MAX)),
        /// The requirements that it asks for.
        items: Vec<Id> = Field::of(Kind::Ids(ITEMS_MAX)),
        /// Whether it names the measure itself; otherwise the controls are one's own reading.
        explicit: bool = Field::of(Kind::Flag),
        /// The maturity that it asks for at least.
        maturity_floor: Option<u8> = LEVEL,
        /// Who answers for it.
        owner: String = LINE,
        /// The first day on which it binds.
        since: Option<Date> = DATE,
        /// The last day on which it binds.
        until: Option<Date> = DATE,
        /// When somebody last looked at it.
        reviewed: Option<Date> = DATE,
    }
}
