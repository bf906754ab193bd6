//! What a file says beside the answers, in an engine that knows answers alone: there is nothing of
//! it, and a file that has some needs the whole engine.

use super::document::Document;
use crate::json::{Read, Reader, Writer};
use crate::problem::problem;
use crate::record::{BEYOND, Field, Kind, Shape};

/// Nothing beside the answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct System(());

impl System {
    /// Any other member of a file.
    pub(crate) const SHAPE: Shape = Shape {
        name: "System",
        meaning: &[],
        one_of: &[],
        in_order: &[],
        together: &[],
        fields: &[Field { name: BEYOND, ..Field::of(Kind::Sentence) }],
    };

    /// Reads no further: nothing of the file is taken, and whoever has the whole engine says what
    /// is wrong with it, if anything is.
    pub(super) fn member(&mut self, reader: &mut Reader<'_>, _: &str) -> Read<()> {
        Err(reader.give_up(problem!("E-WHOLE")))
    }

    pub(super) fn write(&self, _: &mut Writer) {}

    pub(super) fn identify(&mut self) {}

    pub(crate) fn size_bound_bytes(&self) -> usize {
        0
    }

    pub(crate) fn own_control(&self, _: &str) -> Option<usize> {
        None
    }
}

impl Document {
    pub(in crate::assessment) fn report_registers(&self, _: &mut Reader<'_>) {}
}
