//! What both stages ask of the registers.

use alloc::string::ToString;

use super::Known;
use super::ground::Named;
use crate::assessment::{DocumentState, Event, Implementation};
use crate::catalogue::{Item, Kind};
use crate::method::Method;
use crate::papers::paper;

/// Whether a document that the catalogue names is approved.
pub(super) fn document(known: &Known<'_>, method: &Method, id: &str) -> bool {
    if id == method.soa_document {
        return known.is_soa_approved;
    }
    let paper = paper(known.risks.system, id);
    paper.is_some_and(|paper| paper.state == DocumentState::Approved)
}

/// The requirements whose implementation is this, in the catalogue's order.
pub(super) fn requirements<'d>(
    known: &Known<'d>,
    state: Implementation,
) -> impl Iterator<Item = &'d Item> {
    let facts = known.risks.facts;
    let items = known.risks.catalogue.items().iter().enumerate();
    let items = items.filter(move |(index, item)| {
        item.kind() == Kind::Requirement && facts.item(*index).implementation == state
    });
    items.map(|(_, item)| item)
}

/// An event by its day.
pub(super) fn date(event: &Event) -> Named {
    let day = event.done.or(event.planned).map(|day| day.to_string()).unwrap_or_default();
    Named::entry(event.id.as_ref().map_or("", |id| id.as_str()), &day)
}
