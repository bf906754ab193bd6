//! What the rules look for beside the answers: in the registers, and in what stands once.

use super::rules::Found;
use super::*;
use crate::assessment::{
    Applicability, FindingKind, Nonconformity, ScopeDigests, SoaApproval, Verdict,
};
use crate::context::is_suggested;
use crate::facts::ItemFacts;
use crate::papers::review_due;
use crate::problem::quoted;
use crate::scope::{Statement, statement};
use crate::soa::Approved;
use alloc::string::String;
use alloc::vec;

pub(super) fn run(
    found: &mut Found,
    catalogue: &Catalogue,
    facts: &Facts,
    ledger: &Ledger,
    source: &impl Source,
) {
    let items = catalogue.items().iter().enumerate();
    let items = items.map(|(index, item)| (Subject::Item(index), item.id(), facts.item(index)));
    let own = source.system().own_controls.iter().zip(&ledger.own).enumerate();
    let own = own.map(|(place, (own, its))| {
        (Subject::Entry(Register::OwnControl, place), own.id.as_str(), its)
    });
    let all: Vec<(Subject, &str, &ItemFacts)> = items.chain(own).collect();
    findings(found, &all, source);
    exclusions(found, catalogue, &all, source);
    let system = source.system();
    for (place, paper) in system.documents.iter().enumerate() {
        found.subject = Subject::Document(place);
        future(found, "document_date", paper.date);
        let id = paper.id.as_ref().map(|id| id.as_str());
        let is_known = |id| catalogue.documents().iter().any(|named| named.id() == id);
        if id.is_some_and(|id| !is_known(id)) {
            found.add(&DOCUMENT_UNKNOWN, []);
        }
        if let Some(due) = review_due(paper)
            && let Some(after) = due.next()
        {
            found.add(&DOCUMENT_REVIEW, [("date", due.into())]).holds_from = Some(after);
        }
    }
    for (place, event) in system.events.iter().enumerate() {
        found.subject = Subject::Entry(Register::Event, place);
        if let Some(done) = event.done
            && let Some(before) = done.previous()
        {
            found.add(&DONE_FUTURE, [("date", done.into())]).holds_until = Some(before);
        }
    }
    for (place, entry) in system.nonconformities.iter().enumerate() {
        found.subject = Subject::Entry(Register::Nonconformity, place);
        future(found, "found", entry.found);
        future(found, "checked", entry.checked);
    }
    found.subject = Subject::Part("snapshots");
    for kept in &system.snapshots {
        future(found, "on", kept.on);
    }
    found.subject = Subject::Part("soa_approval");
    future(found, "on", system.soa_approval.as_ref().and_then(|it| it.on));
    if let Statement::Written(_, changed) = statement(source.scope(), system)
        && !changed.is_empty()
        && system.scope_parts.edited_from != ScopeDigests::default()
    {
        found.subject = Subject::Part("about.scope");
        let parts = changed.iter().map(|part| (*part).into()).collect();
        found.add(&SCOPE_PARTS_CHANGED, [("parts", Value::Ids(parts))]);
    }
}

/// A fact that is dated after today does not count yet.
pub(super) fn future(found: &mut Found, field: &'static str, date: Option<Date>) {
    if let Some(date) = date
        && let Some(before) = date.previous()
    {
        let field = Value::Word { set: "dated", word: field };
        found.add(&DATE_FUTURE, [("field", field), ("date", date.into())]).holds_until =
            Some(before);
    }
}

/// Findings that are nonconformities, and that nobody follows up.
fn findings(found: &mut Found, all: &[(Subject, &str, &ItemFacts)], source: &impl Source) {
    let recorded = &source.system().nonconformities;
    for (subject, item, its) in all {
        let Some(kind @ (FindingKind::MinorNonconformity | FindingKind::MajorNonconformity)) =
            its.finding
        else {
            continue;
        };
        let is_here = |it: &Nonconformity| it.item.as_ref().is_some_and(|id| id.as_str() == *item);
        if !recorded.iter().any(is_here) {
            found.subject = *subject;
            let kind = Value::Word { set: "finding_kind", word: kind.word() };
            found.add(&NC_NOT_RECORDED, [("kind", kind)]);
        }
    }
}

/// Exclusions that are to be looked at again, because of the day or because of another answer.
fn exclusions(
    found: &mut Found,
    catalogue: &Catalogue,
    all: &[(Subject, &str, &ItemFacts)],
    source: &impl Source,
) {
    let system = source.system();
    for (subject, item, its) in all {
        if its.applicability != Applicability::Excluded {
            continue;
        }
        found.subject = *subject;
        if let Some(review) = its.review
            && let Some(after) = review.next()
        {
            found.add(&EXCLUSION_STALE, [("date", review.into())]).holds_from = Some(after);
        }
        let accepted = system
            .suggestions
            .iter()
            .filter(|it| it.control.as_str() == *item && it.decision == Verdict::Accepted);
        let mut accepted = accepted.peekable();
        let is_still = |question| is_suggested(catalogue, &system.context, item, question);
        if accepted.peek().is_some() && !accepted.any(|it| is_still(it.question)) {
            found.add(&CONTEXT_CHANGED, []);
        }
    }
}

/// What is to be said of an approval: it fell, or implementation is another by now.
pub(crate) fn soa_approval(
    approved: Approved,
    approval: &SoaApproval,
    changed: Vec<String>,
    mode: Mode,
) -> Vec<Lint> {
    let (rule, values): (&'static LintRule, Vec<_>) = match approved {
        Approved::Void => {
            let shown = if changed.is_empty() { vec!["–".into()] } else { changed };
            (&SOA_APPROVAL_VOID, vec![("changed", Value::Ids(shown))])
        }
        Approved::ValidOtherStatus => (&SOA_STATUS_OLD, Vec::new()),
        Approved::Never | Approved::Valid => return Vec::new(),
    };
    let mut values = values;
    values.push(("by", Value::Text(quoted(&approval.by))));
    values.extend(approval.on.map(|on| ("date", on.into())));
    let (severity, subject) = (rule.severity_in(mode), Subject::Part("soa_approval"));
    vec![Lint { rule, severity, subject, values, holds_from: None, holds_until: None }]
}
