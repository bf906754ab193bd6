//! Fields that stand in many records.

use super::limits::{LINE_MAX_BYTES, NOTE_MAX_BYTES};
use crate::record::{Field, Kind, Merge};

/// A short text.
pub(crate) const LINE: Field = Field::of(Kind::Text(LINE_MAX_BYTES)).merged(Merge::Whole);
/// A long text.
pub(crate) const NOTE: Field = Field::of(Kind::Text(NOTE_MAX_BYTES)).merged(Merge::Text);
/// A day.
pub(crate) const DATE: Field = Field::of(Kind::Date);
/// A level of maturity.
pub(crate) const LEVEL: Field = Field::of(Kind::Int(0, 5));
/// A SHA-256 as hexadecimal digits.
pub(crate) const DIGEST: Field = Field::of(Kind::Text(64)).merged(Merge::Whole);
