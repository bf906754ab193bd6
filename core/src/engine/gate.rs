//! The gates of the assessment.

use super::Engine;
use crate::gate::{Gates, Known, gates};
use crate::problem::Date;

impl Engine {
    /// The gates on a day; none where the standards are used without clauses.
    pub fn gates(&self, today: Date) -> Option<Gates> {
        gates(&Known {
            risks: self.risks(today),
            scope: &self.document.about.scope,
            is_soa_approved: self.is_soa_approved(today),
        })
    }
}

impl Engine {
    fn is_soa_approved(&self, _: Date) -> bool {
        false
    }
}
