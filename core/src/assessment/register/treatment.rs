//! What is done about a risk.

use alloc::string::String;
use alloc::vec::Vec;

use super::risk::Estimate;
use super::words::TreatmentOption;
use crate::assessment::fields::NOTE;
use crate::assessment::limits::{CONTROLS_MAX, OBLIGATIONS_MAX};
use crate::id::Id;
use crate::record::{Field, Kind, Merge, Record as _, WordSet as _, record};

record! {
    /// What is done about a risk.
    pub struct Treatment with together "option" "share_basis" {
        /// Which way is taken.
        option: Option<TreatmentOption> = Field::of(Kind::Word(&TreatmentOption::SET)),
        /// Why, in words.
        why: String = NOTE,
        /// The controls that are to bring the risk down.
        controls: Vec<Id> = Field::of(Kind::Ids(CONTROLS_MAX)),
        /// The assessment when the plan is done.
        residual: Option<Estimate> =
            Field::of(Kind::Record(&Estimate::SHAPE)).merged(Merge::Whole),
        /// The obligations by which a risk is shared, such as an insurance contract.
        share_basis: Vec<Id> = Field::of(Kind::Ids(OBLIGATIONS_MAX)),
    }
}

impl Default for Treatment {
    fn default() -> Treatment {
        Treatment::blank()
    }
}
