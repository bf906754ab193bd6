//! What an assessment is about: the declaration of its fields.

use super::limits::{LINE_MAX_BYTES, NOTE_MAX_BYTES};
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Field, Kind, Merge, Record as _, record};
use alloc::string::String;

const LINE: Field = Field::of(Kind::Text(LINE_MAX_BYTES)).merged(Merge::Whole);

record! {
    /// What the assessment is about; the cover of the Statement of Applicability.
    pub struct About {
        /// The id of the assessed party, by which assessments are told apart when many are held
        /// side by side.
        id: Option<Id> = Field::of(Kind::Id),
        /// The organization's name.
        organization: String = LINE,
        /// The scope of the management system.
        scope: String = Field::of(Kind::Text(NOTE_MAX_BYTES)).merged(Merge::Text),
        /// The version of the Statement of Applicability.
        version: String = LINE,
        /// The day for which it stands.
        date: Option<Date> = Field::of(Kind::Date),
        /// Who approves it.
        approver: String = LINE,
    }
}

impl Default for About {
    fn default() -> About {
        About::blank()
    }
}
