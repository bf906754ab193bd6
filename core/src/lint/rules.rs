//! What each rule looks for.

use alloc::string::String;
use alloc::vec::Vec;

use super::soa::Row;
use super::*;
use crate::assessment::{
    Applicability, Implementation, InclusionReason, Maturity, Question, Response, Verdict,
};
use crate::catalogue::{Item, Kind};
use crate::facts::{EvidenceFact, ItemFacts};
use crate::problem::quoted;
use crate::risk::Risks;
use crate::text::collapsed;

/// How long evidence stays fresh where nothing is said.
const REVIEW_MONTHS_DEFAULT: u8 = 12;

pub(super) fn run(
    catalogue: &Catalogue,
    facts: &Facts,
    ledger: &Ledger,
    source: &impl Source,
    known: &Parts,
) -> Vec<Arc<[Lint]>> {
    let mode = source.system().mode();
    let mut found = Found::none(mode);
    let mut justifications = Vec::new();
    let mut untouched = Vec::new();
    for (index, item) in catalogue.items().iter().enumerate() {
        let its = facts.item(index);
        found.subject = Subject::Item(index);
        match (item.kind(), its.has_answer) {
            (Kind::Heading, _) | (Kind::Requirement | Kind::Item, false) => {}
            // Answers to clauses are kept where nobody asks for clauses, and left alone.
            (Kind::Requirement | Kind::Item, true) if !mode.has_clauses() => {}
            (Kind::Control, false) => {
                let row = Row { ledger, system: source.system(), control: index, its };
                soa::control(&mut found, &row, &mut untouched);
            }
            (Kind::Requirement | Kind::Item, true) => {
                requirement(&mut found, item, its);
                anything(&mut found, its, index, source);
            }
            (Kind::Control, true) => {
                let row = Row { ledger, system: source.system(), control: index, its };
                answered(&mut found, &row, item.id(), source, &mut untouched, &mut justifications);
            }
        }
    }
    for (place, (own, its)) in source.system().own_controls.iter().zip(&ledger.own).enumerate() {
        found.subject = Subject::Entry(Register::OwnControl, place);
        let control = ledger.own_place(place);
        let row = Row { ledger, system: source.system(), control, its };
        if its.has_answer {
            let id = own.id.as_str();
            answered(&mut found, &row, id, source, &mut untouched, &mut justifications);
        } else {
            soa::control(&mut found, &row, &mut untouched);
        }
    }
    found.lints.append(&mut untouched);
    for (place, _) in source.unknown().enumerate() {
        found.subject = Subject::Unknown(place);
        found.add(&UNKNOWN_ID, []);
    }
    registers::run(&mut found, catalogue, facts, ledger, source);
    let system = source.system();
    let [criteria, references] = known.registers.get_or_init(|| {
        let (mut of_criteria, mut of_references) = (Found::none(mode), Found::none(mode));
        system.criteria.iter().for_each(|criteria| criteria::run(&mut of_criteria, criteria));
        reference::run(&mut of_references, catalogue, ledger, system);
        [of_criteria.lints.into(), of_references.lints.into()]
    });
    let mut parts = Vec::with_capacity(ledger.risks.len() + 4);
    parts.extend([found.lints.into(), Arc::clone(criteria)]);
    let risks = Risks { catalogue, system, facts, ledger, today: span::ANY_DAY };
    parts.extend((0..ledger.risks.len()).map(|place| {
        known.risk(place, ledger.risks.len(), || {
            let mut found = Found::none(mode);
            risk::run(&mut found, &risks, place);
            found.lints
        })
    }));
    parts.push(Arc::clone(references));
    let mut found = Found::none(mode);
    over::run(&mut found, &risks, source);
    parts.push(found.lints.into());
    parts
}

/// Looks at a control that somebody said something about, of the catalogue or one's own.
fn answered(
    found: &mut Found,
    row: &Row<'_>,
    id: &str,
    source: &impl Source,
    untouched: &mut Vec<Lint>,
    justifications: &mut Vec<Justified>,
) {
    let Row { its, control: place, .. } = *row;
    control(found, its, place, source);
    soa::control(found, row, untouched);
    soa::reasons(found, row, source);
    repeated(found, id, its, place, source, justifications);
    anything(found, its, place, source);
}

/// A justification, the first control that has it, and the questions under which that was suggested.
type Justified = (String, String, Vec<Question>);

/// What was found, and what is being looked at.
pub(super) struct Found {
    pub(super) lints: Vec<Lint>,
    pub(super) subject: Subject,
    pub(super) mode: Mode,
}

impl Found {
    /// Nothing yet.
    fn none(mode: Mode) -> Found {
        Found { lints: Vec::new(), subject: Subject::Item(0), mode }
    }

    /// Notes what a rule finds at the subject.
    pub(super) fn add<const N: usize>(
        &mut self,
        rule: &'static LintRule,
        values: [(&'static str, Value); N],
    ) -> &mut Lint {
        self.add_as(rule, rule.severity_in(self.mode), values)
    }

    /// The same, where it is graver or less grave than usual.
    pub(super) fn add_as<const N: usize>(
        &mut self,
        rule: &'static LintRule,
        severity: Severity,
        values: [(&'static str, Value); N],
    ) -> &mut Lint {
        let (subject, values) = (self.subject, values.into());
        let (holds_from, holds_until) = (None, None);
        self.lints.push_mut(Lint { rule, severity, subject, values, holds_from, holds_until })
    }
}

fn state(value: Implementation) -> Value {
    Value::Word { set: "implementation", word: value.word() }
}

fn requirement(found: &mut Found, item: &Item, its: &ItemFacts) {
    if item.kind() == Kind::Item {
        found.add(&ITEM_NOT_COUNTED, []);
    }
    if its.stated != Applicability::Applicable {
        let state = Value::Word { set: "applicability", word: its.stated.word() };
        found.add(&CLAUSE_EXCLUDED, [("state", state)]);
    }
    if its.response == Some(Response::NotApplicable) {
        found.add(&NOT_APPLICABLE_REQUIREMENT, []);
    }
}

fn control(found: &mut Found, its: &ItemFacts, index: usize, source: &impl Source) {
    match its.applicability {
        Applicability::Excluded => return excluded(found, its),
        Applicability::Inherited if !its.has_provider => {
            found.add(&INHERITED_NO_PROVIDER, []);
        }
        Applicability::Inherited | Applicability::Applicable => {}
    }
    if its.response == Some(Response::NotApplicable) {
        found.add(&NOT_APPLICABLE_NOT_EXCLUDED, []);
    }
    let points_at_nothing = source.inclusion(index).any(|inclusion| {
        inclusion.reason == InclusionReason::Risk && inclusion.reference.trim().is_empty()
    });
    if points_at_nothing {
        found.add(&REASON_RISK_NO_REFERENCE, []);
    }
}

fn excluded(found: &mut Found, its: &ItemFacts) {
    if !its.has_justification {
        found.add(&EXCLUDED_NO_JUSTIFICATION, []);
    }
    if its.reason.is_none() {
        found.add(&EXCLUDED_NO_REASON, []);
    }
    if matches!(its.implementation, Implementation::Partly | Implementation::Implemented) {
        found.add(&EXCLUDED_IMPLEMENTED, [("state", state(its.implementation))]);
    }
}

/// A justification that stands for another control already.
fn repeated(
    found: &mut Found,
    id: &str,
    its: &ItemFacts,
    index: usize,
    source: &impl Source,
    known: &mut Vec<Justified>,
) {
    if its.applicability == Applicability::Applicable || !its.has_justification {
        return;
    }
    // Other spacing and capitals make no other justification.
    let words = collapsed(source.justification(index)).to_ascii_lowercase();
    // One text for what one question suggested was meant for all of it.
    let accepted = source.system().suggestions.iter();
    let accepted = accepted
        .filter(|it| it.decision == Verdict::Accepted && it.control.as_str() == id)
        .map(|it| it.question);
    let questions: Vec<Question> = accepted.collect();
    match known.iter().find(|(other, ..)| *other == words) {
        Some((_, _, others)) if others.iter().any(|it| questions.contains(it)) => {}
        Some((_, first, _)) => {
            found.add(&JUSTIFICATION_REPEATED, [("other", first.clone().into())]);
        }
        None => known.push((words, id.into(), questions)),
    }
}

fn anything(found: &mut Found, its: &ItemFacts, index: usize, source: &impl Source) {
    let in_scope = its.applicability != Applicability::Excluded;
    if in_scope && its.implementation == Implementation::Implemented && its.evidence == 0 {
        found.add(&IMPLEMENTED_NO_EVIDENCE, []);
    }
    if in_scope {
        source.evidence(index).for_each(|evidence| freshness(found, &evidence));
    }
    if let (Some(response), true) = (its.response, its.is_overridden) {
        let suggested = state(response.suggests());
        let values = [("state", state(its.implementation)), ("suggested", suggested)];
        found.add(&RESPONSE_OVERRIDDEN, values);
    }
    if let Some(Maturity { level, target: Some(target) }) = its.maturity
        && level >= target.saturating_add(2)
    {
        let values = [("level", level.into()), ("target", target.into())];
        found.add(&MATURITY_ABOVE_TARGET, values);
    }
    if let Some(due) = its.due
        && in_scope
        && its.implementation != Implementation::Implemented
        && let Some(after) = due.next()
    {
        let values = [("date", due.into()), ("state", state(its.implementation))];
        found.add(&PLANNED_OVERDUE, values).holds_from = Some(after);
    }
}

/// Evidence is stale from the day after its review was due, and from the future until the day
/// before its own.
fn freshness(found: &mut Found, evidence: &EvidenceFact) {
    let Some(date) = evidence.date else { return };
    let name = || ("evidence", Value::Text(quoted(evidence.name)));
    if let Some(before) = date.previous() {
        found.add(&EVIDENCE_FUTURE, [name(), ("date", date.into())]).holds_until = Some(before);
    }
    let months = evidence.review_months.unwrap_or(REVIEW_MONTHS_DEFAULT);
    let due = date.plus_months(u16::from(months));
    if let Some(after) = due.next() {
        found.add(&EVIDENCE_STALE, [name(), ("date", due.into())]).holds_from = Some(after);
    }
}
