//! The engine: an assessment and everything that follows from it, kept up to date.

#[cfg(feature = "whole")]
mod bounds;
#[cfg(feature = "whole")]
mod context;
#[cfg(feature = "whole")]
mod criteria;
#[cfg(feature = "whole")]
mod decide;
#[cfg(feature = "whole")]
mod deed;
#[cfg(feature = "whole")]
mod derive;
#[cfg(feature = "whole")]
mod edit;
#[cfg(feature = "whole")]
mod entry;
#[cfg(feature = "whole")]
mod gate;
mod held;
#[cfg(feature = "whole")]
mod history;
#[cfg(feature = "whole")]
mod kept;
#[cfg(feature = "whole")]
mod make;
#[cfg(feature = "whole")]
mod merge;
#[cfg(feature = "whole")]
mod own;
#[cfg(feature = "whole")]
mod refer;
#[cfg(feature = "whole")]
mod registers;
#[cfg(feature = "whole")]
mod roadmap;
#[cfg(feature = "whole")]
mod step;
#[cfg(feature = "whole")]
mod treat;
#[cfg(feature = "whole")]
mod undo;

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::assessment::{
    ANSWERS_MAX_BYTES, About, Answer, Applicability, Document, LoadError, Response, too_large,
};
use crate::catalogue::{Catalogue, Kind};
#[cfg(feature = "whole")]
use crate::facts::Ledger;
use crate::facts::{Facts, ItemFacts};
use crate::id::Origin;
use crate::problem::Date;
use crate::problem::{Problem, Problems, problem};
use crate::score::{Score, Scores, Share};

use held::Held;

#[cfg(feature = "whole")]
pub use criteria::Mapping;
#[cfg(feature = "whole")]
pub use decide::Exclusion;
#[cfg(feature = "whole")]
pub use deed::{Deed, Did};
#[cfg(feature = "whole")]
pub use edit::Unit;
#[cfg(feature = "whole")]
pub use entry::Done;
#[cfg(all(test, feature = "whole"))]
pub(crate) use refer::referrers;
#[cfg(feature = "whole")]
pub use roadmap::Plan;
#[cfg(feature = "whole")]
pub use step::Step;
#[cfg(feature = "whole")]
pub use treat::Accept;
#[cfg(feature = "whole")]
pub use undo::Turned;

/// An assessment with its facts and scores.
///
/// An answer recomputes what depends on it and nothing else: the facts of its item, and the
/// handful of groups that the item belongs to, however long the catalogue is.
#[derive(Debug, Clone)]
pub struct Engine {
    document: Held,
    // INVARIANT: what `document` says.
    facts: Facts,
    // INVARIANT: what the document's registers say.
    #[cfg(feature = "whole")]
    ledger: Ledger,
    // INVARIANT: what `facts` add up to.
    scores: Scores,
    origin: Origin,
    today: Option<Date>,
    /// What was done, to be taken back.
    #[cfg(feature = "whole")]
    history: undo::History,
}

/// What an answer changed: all that whoever shows the assessment has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// The item's place in [`Catalogue::items`]; own controls follow behind all items.
    pub item: usize,
    /// The item's new facts.
    pub facts: ItemFacts,
    /// The scores that changed, with their new values.
    pub scores: Vec<Score>,
    /// The risks that name the control, by their places in the register: only of these something
    /// else may hold now.
    pub risks: Vec<usize>,
}

/// After how many months an exclusion is looked at again where nobody says.
const EXCLUSION_MONTHS: u16 = 12;
/// The letter with which a lineage begins.
const LINEAGE: &str = "d";

impl Engine {
    /// An engine with an empty assessment.
    pub fn new(catalogue: Arc<Catalogue>) -> Engine {
        Engine::from_document(Document::new(catalogue))
    }

    /// An engine over an assessment.
    pub fn from_document(document: Document) -> Engine {
        let facts = Facts::of(&document);
        let scores = Scores::of(Arc::clone(document.catalogue()), &facts);
        Engine {
            #[cfg(feature = "whole")]
            ledger: Ledger::of(&document),
            document: Held::new(document),
            facts,
            scores,
            origin: Origin::default(),
            today: None,
            #[cfg(feature = "whole")]
            history: undo::History::default(),
        }
    }

    /// Replaces the assessment by a file's. On an error nothing changes.
    ///
    /// # Errors
    ///
    /// As [`Document::from_bytes`].
    pub fn load(&mut self, bytes: &[u8]) -> Result<(), LoadError> {
        let document = Document::from_bytes(Arc::clone(self.document.catalogue()), bytes)?;
        let (origin, today) = (self.origin.clone(), self.today);
        *self = Engine { origin, today, ..Engine::from_document(document) };
        Ok(())
    }

    /// The assessment.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What the rules know of the assessment.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Says where entries are made from now on, so that their ids differ from those that are made
    /// elsewhere: a text that the caller draws anew for each opened copy.
    ///
    /// # Errors
    ///
    /// `E-ORIGIN` for a text that is not 1 to 64 printable ASCII characters.
    pub fn set_origin(&mut self, origin: &str) -> Result<(), Problem> {
        self.origin = Origin::new(origin)?;
        Ok(())
    }

    /// Says of a new assessment which one it is: gives it a lineage, by which files are known as
    /// versions of one assessment. One that has a lineage keeps it.
    pub fn begin(&mut self) {
        if self.document.lineage.is_none() {
            self.document.edit().lineage = Some(self.origin.make(LINEAGE, &mut |_| false));
        }
    }

    /// Tells the day, at the start and at midnight. From then on an answer that changes is
    /// dated with it; an engine that was never told a day dates nothing.
    pub fn set_today(&mut self, today: Date) {
        #[cfg(feature = "whole")]
        if self.today != Some(today) {
            self.document.forget();
        }
        self.today = Some(today);
    }

    /// Sets what the assessment is about.
    ///
    /// # Errors
    ///
    /// `E-TOO-LARGE` or `E-CONTROL-CHARACTER` for a text that could not be read back.
    pub fn set_about(&mut self, about: About) -> Result<(), Problems> {
        let problems = about.problems();
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        self.take_about(about);
        Ok(())
    }

    #[cfg(not(feature = "whole"))]
    fn take_about(&mut self, about: About) {
        self.document.edit().about = about;
    }

    /// Takes what the assessment is about, which was checked, as one unit with what the parts of the
    /// scope say now. Their digests are short: they fit where the rest of the cover does.
    #[cfg(feature = "whole")]
    fn take_about(&mut self, about: About) {
        let mut unit = Unit::default();
        if self.document.about.scope != about.scope {
            unit.scope_parts(self.noted_scope_parts(&about.scope));
        }
        unit.about(about);
        if self.would_change(&unit) {
            self.apply(unit);
        }
    }

    /// Replaces the whole answer to an item. One that says nothing but its id and a date is no
    /// answer; one that says something else than before is dated with today.
    ///
    /// # Errors
    ///
    /// `E-UNKNOWN-ID`, `E-HEADING`, or `E-APPLICABILITY` for a requirement that is said not
    /// to apply; the codes of a file's fields for a value that could not be read back.
    /// Nothing changes then.
    pub fn set(&mut self, answer: Answer) -> Result<Delta, Problems> {
        let mut answer = answer.settled();
        let mut problems = answer.problems();
        let old_bytes =
            self.document.answer(answer.id.as_str()).map_or(0, Answer::size_bound_bytes);
        let new_bytes = answer.size_bound_bytes();
        let size_bytes = self.document.size_bound_bytes() - old_bytes + new_bytes;
        if size_bytes > ANSWERS_MAX_BYTES {
            problems.push(too_large(size_bytes));
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        #[cfg(feature = "whole")]
        if let Some(own) = self.document.system().own_control(answer.id.as_str()) {
            return self.set_own(own, answer);
        }
        let index = self.document.question(answer.id.as_str())?;
        self.must_apply(index, says_not_applicable(&answer))?;
        self.document.identify(&mut answer, &mut self.origin)?;
        self.date(&mut answer);
        #[cfg(feature = "whole")]
        let id = answer.id.clone();
        let answer = Some(Box::new(answer)).filter(|answer| !answer.says_nothing());
        let new_bytes = if answer.is_some() { new_bytes } else { 0 };
        #[cfg(feature = "whole")]
        let is_same = self.document.answer_at(index) == answer.as_deref();
        let document = self.at(index);
        let old = document.replace(index, answer);
        document.resize(old_bytes, new_bytes);
        #[cfg(feature = "whole")]
        if !is_same {
            self.remember(edit::Edit::Answer(id, old).into());
        }
        #[cfg(not(feature = "whole"))]
        drop(old);
        Ok(self.updated(index))
    }

    /// Dates an answer that says something else than before, and says when a new exclusion is
    /// looked at again.
    fn date(&self, answer: &mut Answer) {
        if let Some(today) = self.today {
            let old = self.document.answer(answer.id.as_str());
            let scope = &mut answer.applicability;
            if scope.state == Applicability::Excluded && scope.review.is_none() {
                let before = old.map(|old| &old.applicability);
                let before = before.filter(|before| before.state == Applicability::Excluded);
                let next = today.plus_months(EXCLUSION_MONTHS);
                scope.review = before.map_or(Some(next), |before| before.review);
            }
            answer.changed = old.and_then(|old| old.changed);
            if old.is_none_or(|old| old != answer) {
                answer.changed = Some(today);
            }
        }
    }

    /// Changes the response to the question of an item, and nothing else of its answer but the
    /// date, as [`Engine::set`] does.
    ///
    /// # Errors
    ///
    /// As [`Engine::set`].
    pub fn respond(&mut self, id: &str, response: Option<Response>) -> Result<Delta, Problem> {
        #[cfg(feature = "whole")]
        if let Some(own) = self.document.system().own_control(id) {
            return self.respond_own(own, response);
        }
        let index = self.document.question(id)?;
        self.respond_at(index, response)
    }

    /// As [`Engine::respond`], for the item at a place in [`Catalogue::items`].
    ///
    /// # Errors
    ///
    /// As [`Engine::set`].
    pub fn respond_at(
        &mut self,
        index: usize,
        response: Option<Response>,
    ) -> Result<Delta, Problem> {
        self.must_apply(index, response == Some(Response::NotApplicable))?;
        let old = self.facts.item(index);
        let new = if old.has_answer { None } else { Some(self.document.blank(index)?) };
        if old.response == response {
            return Ok(Delta { item: index, facts: *old, scores: Vec::new(), risks: Vec::new() });
        }
        #[cfg(feature = "whole")]
        let said = self.said(index);
        if let Some(new) = new {
            let new_bytes = new.size_bound_bytes();
            let size_bytes = self.document.size_bound_bytes() + new_bytes;
            if size_bytes > ANSWERS_MAX_BYTES {
                return Err(too_large(size_bytes));
            }
            let document = self.at(index);
            document.replace(index, Some(Box::new(new)));
            document.resize(0, new_bytes);
        }
        let today = self.today;
        let document = self.at(index);
        let emptied = document.change(index, |answer| {
            answer.response = response;
            answer.changed = today.or(answer.changed);
            // A response that is there says something.
            (response.is_none() && answer.says_nothing()).then(|| answer.size_bound_bytes())
        });
        if let Some(old_bytes) = emptied.flatten() {
            document.replace(index, None);
            document.resize(old_bytes, 0);
        }
        #[cfg(feature = "whole")]
        self.remember(edit::Edit::Response(index, said).into());
        Ok(self.updated(index))
    }

    /// Every score that has items, in a fixed order.
    pub fn scores(&self) -> impl Iterator<Item = &Score> {
        self.scores.iter()
    }

    /// Refuses what would take a requirement out of the scope.
    fn must_apply(&self, index: usize, says_not_applicable: bool) -> Result<(), Problem> {
        let item = self.document.catalogue().items().get(index);
        match item {
            Some(item) if says_not_applicable && item.kind() != Kind::Control => {
                Err(not_applicable(item.id()))
            }
            _ => Ok(()),
        }
    }

    /// Brings facts and scores in step with the answer to an item.
    fn updated(&mut self, index: usize) -> Delta {
        let kind =
            self.document.catalogue().items().get(index).map_or(Kind::Heading, |it| it.kind());
        let facts = ItemFacts::of(kind, self.document.answer_at(index));
        let old = self.facts.replace(index, facts);
        let mut scores = Vec::new();
        self.scores.replace(index, Share::of(&old), Share::of(&facts), &mut scores);
        Delta { item: index, facts, scores, risks: self.risks_at(index) }
    }

    /// The document, to change the answer to the item or control at a place and nothing else.
    fn at(&mut self, control: usize) -> &mut Document {
        #[cfg(feature = "whole")]
        let document = self.document.edit_answer(control, self.ledger.uses(control));
        #[cfg(not(feature = "whole"))]
        let document = {
            let _ = control;
            self.document.edit()
        };
        document
    }

    /// The risks that name the control at a place.
    fn risks_at(&self, control: usize) -> Vec<usize> {
        #[cfg(feature = "whole")]
        let risks = {
            let mut risks: Vec<usize> = self.ledger.uses(control).risks().collect();
            risks.dedup();
            risks
        };
        #[cfg(not(feature = "whole"))]
        let risks = {
            let _ = control;
            Vec::new()
        };
        risks
    }
}

/// Whether an answer says that its item does not apply to the organization.
fn says_not_applicable(answer: &Answer) -> bool {
    answer.applicability.state != Applicability::Applicable
        || answer.response == Some(Response::NotApplicable)
}

fn not_applicable(id: &str) -> Problem {
    problem!("E-APPLICABILITY", id = id)
}

#[cfg(test)]
mod tests;
