//! What a file's registers must be beside their fields: criteria that hang together, own controls
//! that are no items, states that can be read, and ids of approvals where they are missing.

use super::Risk;
use crate::assessment::document::Document;
use crate::assessment::file;
use crate::assessment::ids::{duplicate, field};
use crate::id::Origin;
use crate::json::{At, Reader};
use crate::names::Names;
use crate::order;

/// The letter with which ids of approvals begin.
pub(crate) const APPROVAL_PREFIX: &str = "a";

impl Document {
    /// Reports what is wrong with the registers taken together.
    pub(in crate::assessment) fn report_registers(&self, reader: &mut Reader<'_>) {
        let (name, place) = field(&file::SHAPE, "own_controls");
        reader.findings.enter_field(name, place);
        for (index, control) in self.system().own_controls.iter().enumerate() {
            if self.catalogue().index_of(control.id.as_str()).is_some() {
                reader.findings.enter_entry(index);
                reader.findings.enter_field("id", 0);
                reader.findings.add(At::Value, || duplicate(&control.id));
                reader.findings.leave();
                reader.findings.leave();
            }
        }
        reader.findings.leave();
        let (name, place) = field(&file::SHAPE, "snapshots");
        reader.findings.enter_field(name, place);
        for (index, kept) in self.system().snapshots.iter().enumerate() {
            reader.findings.enter_entry(index);
            for problem in crate::history::problems(kept) {
                reader.findings.add(At::After, || problem);
            }
            reader.findings.leave();
        }
        reader.findings.leave();
        if let Some(criteria) = &self.system().criteria {
            let (name, place) = field(&file::SHAPE, "criteria");
            reader.findings.enter_field(name, place);
            for problem in criteria.problems() {
                reader.findings.add(At::After, || problem);
            }
            reader.findings.leave();
        }
    }
}

impl Risk {
    /// Makes the ids of approvals that are missing, and brings them in order.
    pub(crate) fn identify_approvals(&mut self, origin: &mut Origin) {
        if self.approvals.iter().all(|approval| !approval.id.is_blank()) {
            return;
        }
        let mut taken = Names::default();
        for approval in &self.approvals {
            taken.note(approval.id.as_str(), 0);
        }
        for approval in self.approvals.iter_mut().filter(|it| it.id.is_blank()) {
            approval.id = origin.make(APPROVAL_PREFIX, &mut |id| taken.has(id));
            taken.note(approval.id.as_str(), 0);
        }
        order::sort(&mut self.approvals, |one, other| one.id < other.id);
    }
}
