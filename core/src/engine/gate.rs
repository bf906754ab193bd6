//! The gates of the assessment, and the approval of its Statement of Applicability.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use super::edit::Unit;
use super::{Done, Engine};
use crate::assessment::SoaApproval;
use crate::effort::Open;
use crate::gate::{Gates, Known, gates};
use crate::lint::{Lint, soa_approval};
use crate::problem::{Date, Problems};
use crate::soa::{Approved, StatementOfApplicability, approved, content_digest, status_digest};

impl Engine {
    pub(super) fn gates_on(&self, today: Date) -> Option<Gates> {
        gates(&Known {
            risks: self.risks(today),
            evaluations: &self.evaluations(today),
            scope: &self.document.about.scope,
            is_soa_approved: self.soa_approved(today).is_valid(),
        })
    }

    /// What is left to do on a day, row by row.
    pub fn open_work(&self, today: Date) -> Open {
        let is_soa_approved = self.soa_approved(today).is_valid();
        Open::of(self.document.catalogue(), self.system(), &self.facts, is_soa_approved)
    }

    pub(super) fn soa_approved_on(&self, today: Date) -> Approved {
        let Some(approval) = &self.system().soa_approval else { return Approved::Never };
        let (scope, parts) = (&self.document.about.scope, &self.system().scope_parts);
        approved(Some(approval), scope, parts, &self.soa_on(Some(today)), today)
    }

    /// Approves the Statement of Applicability as it is today.
    ///
    /// # Errors
    ///
    /// `E-MISSING` where no day was told, or for an approval by nobody; the codes of a file's
    /// fields. Nothing changes then.
    pub fn approve_soa(&mut self, by: &str, version: &str) -> Result<Done, Problems> {
        let today = self.must_know_today()?;
        let soa = self.soa_on(Some(today));
        let approval = SoaApproval {
            by: by.into(),
            on: Some(today),
            version: version.into(),
            digest: content_digest(&self.document.about.scope, &self.system().scope_parts, &soa),
            status: status_digest(&soa),
        };
        self.set_soa_approval(Some(approval))
    }

    /// Takes the approval of the Statement of Applicability back, or sets another.
    ///
    /// # Errors
    ///
    /// The codes of a file's fields. Nothing changes then.
    pub fn set_soa_approval(&mut self, approval: Option<SoaApproval>) -> Result<Done, Problems> {
        let mut unit = Unit::default();
        unit.approval(approval);
        self.commit(unit).map(Done::only)
    }

    /// The controls whose answers changed on the day of the approval or later: where it is void,
    /// what it fell by is among them.
    pub fn changed_since_approval(&self, today: Date) -> Vec<String> {
        let on = self.system().soa_approval.as_ref().and_then(|it| it.on);
        changed_since(on, &self.soa_on(Some(today)))
    }

    /// What the lint says of the approval on a day: that it fell, with the rows that were changed
    /// since, or that implementation is another by now.
    pub(super) fn approval_lints(&self, today: Date) -> Vec<Lint> {
        let Some(approval) = &self.system().soa_approval else { return vec![] };
        let changed = changed_since(approval.on, &self.soa_on(Some(today)));
        soa_approval(self.soa_approved(today), approval, changed, self.system().mode())
    }

    /// The Statement of Applicability on a day.
    pub(crate) fn soa_on_day(&self, today: Date) -> Arc<StatementOfApplicability> {
        self.soa_on(Some(today))
    }
}

/// The controls of a statement whose answers changed on a day or later.
fn changed_since(on: Option<Date>, soa: &StatementOfApplicability) -> Vec<String> {
    let changed = soa.rows.iter().filter(|row| on.is_some() && row.changed >= on);
    changed.map(|row| row.id.clone()).collect()
}
