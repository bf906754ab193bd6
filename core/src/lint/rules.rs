//! What each rule looks for.

use super::Lint;
use crate::assessment::{
    Answer, Applicability, Document, Evidence, Implementation, Inclusion, InclusionReason, Response,
};
use crate::catalogue::{Item, Kind};
use crate::date::Date;
use crate::messages as rule;

/// How long evidence stays fresh where nothing is said.
const REVIEW_MONTHS_DEFAULT: u8 = 12;

pub(super) fn run(document: &Document, today: Date) -> Vec<Lint> {
    let mut lints = Vec::new();
    let mut justifications = Vec::new();
    let mut untouched: Vec<&str> = Vec::new();
    for (index, item) in document.catalogue().items().iter().enumerate() {
        let answer = document.answer_at(index);
        match item.kind() {
            Kind::Heading => {}
            Kind::Requirement | Kind::Item => {
                if let Some(answer) = answer {
                    requirement(&mut lints, item, answer);
                    anything(&mut lints, answer, today);
                }
            }
            Kind::Control => match answer {
                Some(answer) => {
                    control(&mut lints, answer, &mut justifications);
                    anything(&mut lints, answer, today);
                }
                None => untouched.push(item.id()),
            },
        }
    }
    if let Some(first) = untouched.first() {
        let count = untouched.len().to_string();
        lints.push(Lint::new(&rule::SOA_UNTOUCHED, first, &[("count", &count)]));
    }
    for id in document.unknown_ids() {
        lints.push(Lint::new(&rule::UNKNOWN_ID, id.as_str(), &[]));
    }
    lints
}

fn requirement(lints: &mut Vec<Lint>, item: &Item, answer: &Answer) {
    let id = answer.id.as_str();
    if item.kind() == Kind::Item {
        lints.push(Lint::new(&rule::ITEM_NOT_COUNTED, id, &[]));
    }
    if answer.applicability.state != Applicability::Applicable {
        let state = answer.applicability.state.word();
        lints.push(Lint::new(&rule::CLAUSE_EXCLUDED, id, &[("state", state)]));
    }
    if answer.response == Some(Response::NotApplicable) {
        lints.push(Lint::new(&rule::NOT_APPLICABLE_REQUIREMENT, id, &[]));
    }
}

fn control(lints: &mut Vec<Lint>, answer: &Answer, justifications: &mut Vec<(String, String)>) {
    let id = answer.id.as_str();
    match answer.applicability.state {
        Applicability::Excluded => excluded(lints, id, answer),
        Applicability::Inherited => {
            if answer.applicability.provider.trim().is_empty() {
                lints.push(Lint::new(&rule::INHERITED_NO_PROVIDER, id, &[]));
            }
            included(lints, id, answer);
        }
        Applicability::Applicable => included(lints, id, answer),
    }
    // Other spacing and capitals make no other justification.
    let words: Vec<&str> = answer.applicability.justification.split_whitespace().collect();
    let words = words.join(" ").to_ascii_lowercase();
    if answer.applicability.state != Applicability::Applicable && !words.is_empty() {
        match justifications.iter().find(|(known, _)| *known == words) {
            Some((_, other)) => {
                lints.push(Lint::new(&rule::JUSTIFICATION_REPEATED, id, &[("other", other)]));
            }
            None => justifications.push((words, id.to_owned())),
        }
    }
}

fn excluded(lints: &mut Vec<Lint>, id: &str, answer: &Answer) {
    if answer.applicability.justification.trim().is_empty() {
        lints.push(Lint::new(&rule::EXCLUDED_NO_JUSTIFICATION, id, &[]));
    }
    if answer.applicability.reason.is_none() {
        lints.push(Lint::new(&rule::EXCLUDED_NO_REASON, id, &[]));
    }
    let implementation = answer.effective_implementation();
    if matches!(implementation, Implementation::Partly | Implementation::Implemented) {
        let state = implementation.label();
        lints.push(Lint::new(&rule::EXCLUDED_IMPLEMENTED, id, &[("state", state)]));
    }
}

fn included(lints: &mut Vec<Lint>, id: &str, answer: &Answer) {
    if answer.response == Some(Response::NotApplicable) {
        lints.push(Lint::new(&rule::NOT_APPLICABLE_NOT_EXCLUDED, id, &[]));
    } else if answer.inclusion.is_empty() {
        lints.push(Lint::new(&rule::APPLICABLE_NO_REASON, id, &[]));
    }
    let points_at_nothing = |reason: &Inclusion| {
        reason.reason == InclusionReason::Risk && reason.reference.trim().is_empty()
    };
    if answer.inclusion.iter().any(points_at_nothing) {
        lints.push(Lint::new(&rule::REASON_RISK_NO_REFERENCE, id, &[]));
    }
}

fn anything(lints: &mut Vec<Lint>, answer: &Answer, today: Date) {
    let id = answer.id.as_str();
    let implementation = answer.effective_implementation();
    let in_scope = answer.applicability.state != Applicability::Excluded;
    if in_scope && implementation == Implementation::Implemented && answer.evidence.is_empty() {
        lints.push(Lint::new(&rule::IMPLEMENTED_NO_EVIDENCE, id, &[]));
    }
    for evidence in answer.evidence.iter().filter(|_| in_scope) {
        freshness(lints, id, evidence, today);
    }
    if let (Some(response), true) = (answer.response, answer.is_overridden()) {
        let values =
            [("state", implementation.label()), ("suggested", response.suggests().label())];
        lints.push(Lint::new(&rule::RESPONSE_OVERRIDDEN, id, &values));
    }
    if let Some(maturity) = answer.maturity
        && let Some(target) = maturity.target
        && maturity.level >= target.saturating_add(2)
    {
        let (level, target) = (maturity.level.to_string(), target.to_string());
        let values = [("level", level.as_str()), ("target", target.as_str())];
        lints.push(Lint::new(&rule::MATURITY_ABOVE_TARGET, id, &values));
    }
    if let Some(due) = answer.due
        && in_scope
        && due < today
        && implementation != Implementation::Implemented
    {
        let due = due.to_string();
        let values = [("date", due.as_str()), ("state", implementation.label())];
        lints.push(Lint::new(&rule::PLANNED_OVERDUE, id, &values));
    }
}

fn freshness(lints: &mut Vec<Lint>, id: &str, evidence: &Evidence, today: Date) {
    let Some(date) = evidence.date else { return };
    let name = crate::problem::quoted(match evidence.label.as_str() {
        "" => &evidence.link,
        label => label,
    });
    let months = evidence.review_months.unwrap_or(REVIEW_MONTHS_DEFAULT);
    let due = date.plus_months(u16::from(months));
    let (rule, date) = if date > today {
        (&rule::EVIDENCE_FUTURE, date)
    } else if due < today {
        (&rule::EVIDENCE_STALE, due)
    } else {
        return;
    };
    lints.push(Lint::new(rule, id, &[("evidence", &name), ("date", &date.to_string())]));
}
