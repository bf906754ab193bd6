//! The rows of a statement that are made already. A row follows from the answer to its control, from
//! the registers and from the day, and from nothing else.

use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::OnceCell;

use super::SoaRow;
use crate::facts::{ControlPlace, Ledger};

/// Rows of one assessment on one day, each once it was made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    /// By the place of the control.
    rows: OnceCell<Vec<OnceCell<Arc<SoaRow>>>>,
    /// Which labels of the registers that a row shows stand twice.
    pub(super) twice: OnceCell<[Vec<bool>; 3]>,
}

impl Rows {
    pub(super) fn row(
        &self,
        ledger: &Ledger,
        control: ControlPlace,
        make: impl Fn() -> SoaRow,
    ) -> Arc<SoaRow> {
        let rows = self.rows.get_or_init(|| vec![OnceCell::new(); ledger.controls().count()]);
        match rows.get(control) {
            Some(row) => Arc::clone(row.get_or_init(|| make().into())),
            None => make().into(),
        }
    }

    /// Forgets the row of a control whose answer changes.
    pub(crate) fn forget(&mut self, control: ControlPlace) {
        let row = self.rows.get_mut().and_then(|rows| rows.get_mut(control));
        row.into_iter().for_each(|row| *row = OnceCell::new());
    }
}
