//! What follows from an assessment, made when somebody asks for it and kept until something changes:
//! what several views of one state of the assessment ask for is made once.
//!
//! What is made of one control or one risk alone outlives an answer to another control. Whether
//! something is kept makes no difference to what is told; a test compares with an engine that was
//! made anew, after each of many steps.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::OnceCell;

use super::Engine;
use crate::facts::{ControlPlace, Uses};
use crate::gate::Gates;
use crate::lint::{self, Lint};
use crate::problem::Date;
use crate::risk::Evaluation;
use crate::soa::{self, Approved, StatementOfApplicability};

/// Lints in the order in which they are told, in pieces that are kept one by one.
pub(crate) type Lints = Arc<[Arc<[Lint]>]>;

/// What is kept of an assessment.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    catalogue_hash: OnceCell<String>,
    now: Now,
    rows: Dated<Option<Date>, Arc<soa::Rows>>,
    lints: lint::Parts,
}

/// What holds of one state of the assessment.
#[derive(Debug, Clone, Default)]
struct Now {
    content_hash: OnceCell<String>,
    evaluations: Dated<Date, Arc<[Evaluation]>>,
    soa: Dated<Option<Date>, Arc<StatementOfApplicability>>,
    approved: Dated<Date, Approved>,
    gates: Dated<Date, Option<Arc<Gates>>>,
    lints: OnceCell<Lints>,
}

/// Something that holds on a day, of the first day that is asked for: nearly always it is the only
/// one.
#[derive(Debug, Clone)]
struct Dated<D, T>(OnceCell<(D, T)>);

impl<D, T> Default for Dated<D, T> {
    fn default() -> Dated<D, T> {
        Dated(OnceCell::new())
    }
}

impl<D: Copy + PartialEq, T: Clone> Dated<D, T> {
    fn on(&self, day: D, make: impl Fn() -> T) -> T {
        let (of, kept) = self.0.get_or_init(|| (day, make()));
        if *of == day { kept.clone() } else { make() }
    }
}

impl Kept {
    /// Forgets everything that follows from the assessment.
    pub(super) fn forget_all(&mut self) {
        let catalogue_hash = core::mem::take(&mut self.catalogue_hash);
        *self = Kept { catalogue_hash, ..Kept::default() };
    }

    /// Forgets what the answer to an item or control has a part in.
    pub(super) fn forget(&mut self, control: ControlPlace, uses: &Uses) {
        self.now = Now::default();
        if let Some((_, rows)) = self.rows.0.get_mut() {
            // Nobody else has the rows while the engine is being changed.
            match Arc::get_mut(rows) {
                Some(rows) => rows.forget(control),
                None => self.rows = Dated::default(),
            }
        }
        uses.risks().for_each(|risk| self.lints.forget(risk));
    }
}

impl Engine {
    /// The digest of the catalogue's facts.
    pub fn catalogue_hash(&self) -> &str {
        let kept = self.document.kept();
        kept.catalogue_hash.get_or_init(|| self.document.catalogue().digest())
    }

    /// The digest of the assessment's content, made once for all results that name it.
    pub fn content_hash(&self) -> &str {
        self.document.kept().now.content_hash.get_or_init(|| self.document.content_hash())
    }

    /// What holds of every risk on a day, in the register's order.
    pub fn evaluations(&self, today: Date) -> Arc<[Evaluation]> {
        let now = &self.document.kept().now;
        now.evaluations.on(today, || self.risks(today).evaluations().into())
    }

    /// The gates on a day; none where the standards are used without clauses.
    pub fn gates(&self, today: Date) -> Option<Arc<Gates>> {
        self.document.kept().now.gates.on(today, || self.gates_on(today).map(Arc::new))
    }

    /// What has become of the approval of the Statement of Applicability on a day.
    pub fn soa_approved(&self, today: Date) -> Approved {
        self.document.kept().now.approved.on(today, || self.soa_approved_on(today))
    }

    /// The Statement of Applicability for the day that was told; without one no obligation has
    /// ended.
    pub fn soa(&self) -> Arc<StatementOfApplicability> {
        self.soa_on(self.today)
    }

    pub(super) fn soa_on(&self, day: Option<Date>) -> Arc<StatementOfApplicability> {
        let kept = self.document.kept();
        let catalogue = self.document.catalogue();
        kept.now.soa.on(day, || {
            let rows = kept.rows.on(day, Arc::default);
            let source = &*self.document;
            soa::soa_with(catalogue, &self.facts, &self.ledger, source, day, &rows).into()
        })
    }

    /// What the rules find, whatever the day.
    pub fn lint(&self) -> Vec<Lint> {
        self.lints().iter().flat_map(|part| part.iter().cloned()).collect()
    }

    /// The same, without a copy.
    pub(crate) fn lints(&self) -> &Lints {
        let kept = self.document.kept();
        kept.now.lints.get_or_init(|| {
            let (catalogue, source) = (self.document.catalogue(), &*self.document);
            lint::lint_with(catalogue, &self.facts, &self.ledger, source, &kept.lints).into()
        })
    }
}
