//! The documents and records of a management system, and its nonconformities, for one day.

use alloc::vec::Vec;

use crate::assessment::{DocumentState, Event, EventKind, Nonconformity, Paper, System, YesNo};
use crate::catalogue::{Catalogue, DocumentedInformation};
use crate::effort::Open;
use crate::problem::Date;
use crate::words::Words;

/// How often a document is looked at where it says nothing, in months.
pub const REVIEW_MONTHS_DEFAULT: u8 = 12;

/// A document as a checklist has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentRow<'a> {
    /// What the catalogue says of it; nothing of a document of one's own, or of an id that the
    /// catalogue does not know.
    pub named: Option<&'a DocumentedInformation>,
    /// What the register says of it.
    pub paper: Option<&'a Paper>,
    /// How far it is.
    pub state: DocumentState,
    /// When it is looked at again; nothing of what is not approved or has no date.
    pub review_due: Option<Date>,
}

impl<'a> DocumentRow<'a> {
    /// Its id; nothing of a document of one's own that has only a title.
    pub fn id(&self) -> Option<&'a str> {
        let own = self.paper.and_then(|paper| paper.id.as_ref()).map(|id| id.as_str());
        self.named.map(|named| named.id()).or(own)
    }

    /// What has to be finished before it, and is not.
    pub fn waits_for(&self, open: &Open) -> Vec<&'static str> {
        self.named.map_or_else(Vec::new, |named| open.waits_for(named.id()))
    }

    /// Its title: the one that the register gives, else that of its id.
    pub fn title<'t>(&self, catalogue: &Catalogue, words: &'t Words) -> &'t str
    where
        'a: 't,
    {
        let own = self.paper.map_or("", |paper| paper.title.as_str());
        let named = self.id().map_or(own, |id| words.document_of(catalogue, id).0);
        if own.is_empty() { named } else { own }
    }
}

/// Every document that the catalogue names, in its order, then the other entries of the register.
/// The Statement of Applicability is approved exactly while its approval holds.
pub fn checklist<'a>(
    catalogue: &'a Catalogue,
    system: &'a System,
    soa: Option<(&str, bool)>,
) -> Vec<DocumentRow<'a>> {
    let mut rows = Vec::new();
    for named in catalogue.documents() {
        let paper = paper(system, named.id());
        rows.push(row(Some(named), paper, soa.filter(|(id, _)| *id == named.id())));
    }
    let is_named = |paper: &Paper| {
        let id = paper.id.as_ref().map(|id| id.as_str());
        id.is_some_and(|id| catalogue.documents().iter().any(|named| named.id() == id))
    };
    let others = system.documents.iter().filter(|paper| !is_named(paper));
    rows.extend(others.map(|paper| row(None, Some(paper), None)));
    rows
}

/// What the register says of a document that the catalogue names.
pub fn paper<'s>(system: &'s System, id: &str) -> Option<&'s Paper> {
    system.documents.iter().find(|it| it.id.as_ref().is_some_and(|own| own.as_str() == id))
}

fn row<'a>(
    named: Option<&'a DocumentedInformation>,
    paper: Option<&'a Paper>,
    soa: Option<(&str, bool)>,
) -> DocumentRow<'a> {
    let state = paper.map_or(DocumentState::Missing, |paper| paper.state);
    let state = match soa {
        Some((_, true)) => DocumentState::Approved,
        // Without a valid approval it is a draft at best.
        Some((_, false)) => state.min(DocumentState::Draft),
        None => state,
    };
    DocumentRow { named, paper, state, review_due: paper.and_then(review_due) }
}

/// When an approved document is looked at again.
pub fn review_due(paper: &Paper) -> Option<Date> {
    let date = paper.date.filter(|_| paper.state == DocumentState::Approved)?;
    let months = paper.review_months.unwrap_or(REVIEW_MONTHS_DEFAULT);
    Some(date.plus_months(u16::from(months)))
}

/// Whether a nonconformity is closed: somebody looked, and the action had its effect.
pub fn is_closed(entry: &Nonconformity, today: Date) -> bool {
    entry.effective == Some(YesNo::Yes) && entry.checked.is_some_and(|checked| checked <= today)
}

/// How many days a nonconformity has been open, or was; nothing of one without a day, or with one
/// that is still to come.
pub fn days_open(entry: &Nonconformity, today: Date) -> Option<i64> {
    let found = entry.found.filter(|found| *found <= today)?;
    let end = entry.checked.filter(|_| is_closed(entry, today)).unwrap_or(today);
    Some(end.days() - found.days())
}

/// The days on which events of a kind were done; what is still to come does not count.
pub fn done(system: &System, kind: EventKind, today: Date) -> impl Iterator<Item = (&Event, Date)> {
    let events = system.events.iter().filter(move |event| event.kind == kind);
    events.filter_map(move |event| Some((event, event.done.filter(|done| *done <= today)?)))
}

#[cfg(test)]
mod tests;
