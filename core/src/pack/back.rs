//! A pack as the two sides of a merge: its base as the ancestor, its answers as theirs, each laid
//! over what the assessment has. So whatever a pack does not ask is the same on all three sides.

use alloc::string::String;

use super::{Allow, Pack};
use crate::assessment::{Answer, Document, Register, Risk};
use crate::id::Id;
use crate::join::together;
use crate::merge::Versions;
use crate::problem::{Problems, problem, quoted};
use crate::record::Record;

/// The ancestor and the other version that a pack stands for.
#[derive(Debug)]
pub struct Sides {
    base: Document,
    theirs: Document,
}

impl Sides {
    /// What is merged.
    pub fn versions<'d>(&'d self, ours: &'d Document) -> Versions<'d> {
        let Sides { base, theirs } = self;
        Versions { base: Some(base), ours, theirs, may_be_unrelated: false }
    }
}

impl Pack {
    /// The two sides that a pack stands for beside an assessment.
    ///
    /// # Errors
    ///
    /// `E-CATALOGUE`, `E-PACK-FOREIGN`.
    pub fn sides(&self, ours: &Document) -> Result<Sides, Problems> {
        let known = ours.catalogue().id();
        if self.catalogue.as_str() != known {
            let found = quoted(self.catalogue.as_str());
            let other = problem!("E-CATALOGUE", "other", found = found, wanted = known);
            return Err(other.at("catalogue").into());
        }
        // A file that did not say which assessment it is may say it since.
        if self.lineage.is_some() && self.lineage != ours.lineage {
            return Err(problem!("E-PACK-FOREIGN").at("lineage").into());
        }
        let (mut base, mut theirs) = (ours.clone(), ours.clone());
        for id in &self.items {
            let old = ours.answer(id.as_str());
            let of = |answers: &[Answer]| answers.iter().find(|it| it.id == *id).cloned();
            let (was, is) = (of(&self.base), of(&self.answers));
            let notes = old.map_or("", |old| old.notes.as_str());
            let added = is.as_ref().map_or("", |is| is.notes.as_str());
            base.put_answer(laid(&self.allow, id, was.as_ref(), old, notes.into()));
            theirs.put_answer(laid(&self.allow, id, is.as_ref(), old, behind(notes, added)));
        }
        for was in &self.base_risks {
            let old = ours.system().risks.iter().find(|risk| risk.id == was.id);
            // A risk that the pack does not name any more is left as it was.
            let is = self.risks.iter().find(|risk| risk.id == was.id).unwrap_or(was);
            for (document, from) in [(&mut base, was), (&mut theirs, is)] {
                let mut risk = Risk::blank();
                let old = old.map(|old| old as &dyn Record);
                self.allow.lay(Some(from), old, &mut risk);
                risk.id = was.id.clone();
                document.system_mut().replace(Register::Risk, &was.id, Some(risk.into()));
            }
        }
        Ok(Sides { base, theirs })
    }
}

/// An answer of a pack over that of the assessment.
fn laid(
    allow: &Allow,
    id: &Id,
    from: Option<&Answer>,
    old: Option<&Answer>,
    notes: String,
) -> Answer {
    let mut answer = Answer::new(id.clone());
    allow.lay(from.map(|it| it as &dyn Record), old.map(|it| it as &dyn Record), &mut answer);
    answer.id = id.clone();
    answer.notes = notes;
    answer.settled()
}

/// What somebody wrote behind what was there, after an empty line, unless it stands there already.
fn behind(notes: &str, added: &str) -> String {
    match (notes, added) {
        (notes, _) if notes.ends_with(added) => notes.into(),
        ("", added) => added.into(),
        _ => together(&[notes, "\n\n", added]),
    }
}
