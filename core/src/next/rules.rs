//! The rules in their order; each gives a step where it holds.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::{Rule, Step};
use crate::assessment::{Context, Document, EventKind, Mode, StepKind, System};
use crate::effort::Left;
use crate::engine::Engine;
use crate::gate::{Gates, Verdict};
use crate::lint::{Lint, Severity, Subject};
use crate::problem::Date;
use crate::risk::{Evaluation, Risks, State, rank};
use crate::roadmap;
use crate::soa::{Comparison, SoaRow, StatementOfApplicability};

/// So many answers give a first picture.
const FIRST_PICTURE: usize = 30;
/// So many risks are enough to begin.
const FIRST_RISKS: usize = 5;
/// What is due within so many days is due.
const DUE_DAYS: i64 = 30;
/// How long evidence stays fresh where nothing is said, in months.
const EVIDENCE_MONTHS: u8 = 12;

/// How long one of a kind takes, in half minutes.
const QUESTION: usize = 1;
const CONTROL: usize = 2;
const CONTEXT: usize = 1;
const RISK: usize = 10;
const DECISION: usize = 20;

/// How many questions there are about the organization.
const CONTEXT_QUESTIONS: usize = 16;

/// What the rules look at, put together once.
pub(super) struct Seen<'e> {
    engine: &'e Engine,
    document: &'e Document,
    system: &'e System,
    today: Date,
    risks: Risks<'e>,
    evaluations: Arc<[Evaluation]>,
    statement: Arc<StatementOfApplicability>,
    errors: Vec<&'e Lint>,
    gates: Option<Arc<Gates>>,
}

impl<'e> Seen<'e> {
    pub(super) fn of(engine: &'e Engine, today: Date) -> Seen<'e> {
        let document = engine.document();
        let risks = engine.risks(today);
        let all = engine.lints().iter().flat_map(|part| &**part);
        let errors = all.filter(|it| it.severity == Severity::Error && it.holds_on(today));
        Seen {
            engine,
            document,
            system: document.system(),
            today,
            risks,
            evaluations: engine.evaluations(today),
            statement: engine.soa(),
            errors: errors.collect(),
            gates: engine.gates(today),
        }
    }

    fn rows(&self) -> impl Iterator<Item = &SoaRow> {
        self.statement.rows.iter().map(|row| &**row)
    }

    fn has_clauses(&self) -> bool {
        self.system.mode.is_none_or(Mode::has_clauses)
    }

    /// The ids of the questions without an answer, in the catalogue's order.
    fn open(&self) -> Vec<&'e str> {
        let questions = self.engine.facts().questions(self.document.catalogue());
        let open = questions.filter(|(_, _, facts)| !facts.is_answered());
        open.map(|(_, item, _)| item.id()).collect()
    }

    fn answered(&self) -> usize {
        let questions = self.engine.facts().questions(self.document.catalogue());
        questions.filter(|(_, _, facts)| facts.is_answered()).count()
    }
}

/// The order in which they hold.
pub(super) const ORDER: [fn(&Seen<'_>) -> Option<Step>; 12] = [
    choose,
    context,
    begin,
    add_risks,
    decide,
    contradiction,
    questions,
    reasons,
    soa,
    gate,
    gap,
    review,
];

fn choose(seen: &Seen<'_>) -> Option<Step> {
    seen.system.mode.is_none().then(|| Step::of(Rule::Choose, 1, 4))
}

fn context(seen: &Seen<'_>) -> Option<Step> {
    let says_nothing = seen.system.context == Context::default() && seen.answered() == 0;
    says_nothing.then(|| Step::of(Rule::Context, CONTEXT_QUESTIONS, CONTEXT))
}

fn begin(seen: &Seen<'_>) -> Option<Step> {
    let open = seen.open();
    let left = FIRST_PICTURE.saturating_sub(seen.answered()).min(open.len());
    let first = open.first().filter(|_| left > 0)?;
    Some(Step::of(Rule::Begin, left, QUESTION).about(first, ""))
}

fn add_risks(seen: &Seen<'_>) -> Option<Step> {
    let evaluable = seen.evaluations.iter().filter(|it| it.state != State::Draft).count();
    let left = FIRST_RISKS.saturating_sub(evaluable);
    (seen.has_clauses() && left > 0).then(|| Step::of(Rule::AddRisks, left, RISK))
}

fn decide(seen: &Seen<'_>) -> Option<Step> {
    let scale = seen.risks.ledger.scale.as_ref()?;
    let waits = |it: &&Evaluation| {
        let is_above = it.exposure.is_some_and(|exposure| scale.is_above(exposure));
        let has_owner = |risk: &crate::assessment::Risk| !risk.owner.trim().is_empty();
        let is_owned = seen.system.risks.get(it.risk).is_some_and(has_owner);
        is_above && !(it.is_decided && is_owned)
    };
    let waiting: Vec<&Evaluation> = seen.evaluations.iter().filter(waits).collect();
    let order = rank(&seen.risks, &seen.evaluations);
    let first = order.iter().find(|it| waiting.iter().any(|waits| waits.risk == it.risk))?;
    let risk = seen.system.risks.get(first.risk).filter(|_| seen.has_clauses())?;
    let name = if risk.title.is_empty() { &risk.label } else { &risk.title };
    Some(Step::of(Rule::Decide, waiting.len(), DECISION).about(risk.id.as_str(), name))
}

fn contradiction(seen: &Seen<'_>) -> Option<Step> {
    let found = seen.rows().filter(|row| !row.contradictions.is_empty());
    first_row(Rule::Contradiction, found)
}

fn questions(seen: &Seen<'_>) -> Option<Step> {
    let open = seen.open();
    let first = open.first()?;
    Some(Step::of(Rule::Questions, open.len(), QUESTION).about(first, ""))
}

fn reasons(seen: &Seen<'_>) -> Option<Step> {
    let undecided = |row: &&SoaRow| row.comparison == Some(Comparison::Undecided);
    first_row(Rule::Reasons, seen.rows().filter(undecided))
}

fn soa(seen: &Seen<'_>) -> Option<Step> {
    let catalogue = seen.document.catalogue();
    let items = seen.errors.iter().filter_map(|it| match it.subject {
        Subject::Item(item) => catalogue.items().get(item),
        _ => None,
    });
    // What nobody has decided is the rule before this one.
    let is_decided = |id: &str| {
        let row = seen.rows().find(|row| row.id == id);
        row.is_some_and(|row| row.comparison != Some(Comparison::Undecided))
    };
    let mut controls: Vec<&str> = items.map(|item| item.id()).filter(|id| is_decided(id)).collect();
    controls.dedup();
    let first = controls.first()?;
    Some(Step::of(Rule::Soa, controls.len(), CONTROL).about(first, ""))
}

fn gate(seen: &Seen<'_>) -> Option<Step> {
    let stage_1 = &seen.gates.as_deref()?.stage_1;
    let blocking = stage_1.conditions.iter().filter(|it| it.verdict == Verdict::Blocks);
    let ids: Vec<&str> = blocking.map(|it| it.id).collect();
    Some(Step::of(Rule::Gate, ids.len(), 0).about(ids.first()?, ""))
}

fn gap(seen: &Seen<'_>) -> Option<Step> {
    let (evaluations, gates) = (&seen.evaluations, seen.gates.as_deref());
    let roadmap = seen.engine.roadmap_beside(seen.today, evaluations, gates);
    // What nobody has looked at is a question, and no gap that is known.
    let is_known = |step: &&roadmap::Step<'_>| step.node.left != Some(Left::Assumed);
    let mut known = roadmap.steps.iter().filter(is_known);
    let first = known.next()?;
    let label = name_of(seen.system, &first.node);
    Some(Step::of(Rule::Gap, 1 + known.count(), 0).about(first.node.id, &label))
}

/// What people call a step; nothing of an item, whose id says it.
fn name_of(system: &System, node: &roadmap::Node<'_>) -> String {
    let joined = |label: &str, title: &str| match (label, title) {
        ("", "") => node.id.into(),
        (label, "") => label.into(),
        ("", title) => title.into(),
        (label, title) => [label, " ", title].concat(),
    };
    match node.kind {
        StepKind::Risk => {
            joined(node.label, system.risks.get(node.place).map_or("", |risk| &risk.title))
        }
        StepKind::Item => match system.own_control(node.id) {
            Some(own) => {
                joined(node.label, system.own_controls.get(own).map_or("", |own| &own.title))
            }
            None => String::new(),
        },
        StepKind::Document | StepKind::Action | StepKind::Nonconformity => joined(node.label, ""),
    }
}

fn review(seen: &Seen<'_>) -> Option<Step> {
    let answers = seen.document.answers();
    let mut due: Vec<(Date, &str)> = answers
        .filter_map(|answer| {
            let evidence = answer.evidence.iter().filter_map(|it| {
                it.date.map(|date| {
                    date.plus_months(it.review_months.unwrap_or(EVIDENCE_MONTHS).into())
                })
            });
            let day = evidence.chain(answer.applicability.review).min()?;
            (day.days() <= seen.today.days() + DUE_DAYS).then_some((day, answer.id.as_str()))
        })
        .collect();
    due.sort();
    let (day, first) = due.first()?;
    Some(Step { day: Some(*day), ..Step::of(Rule::Review, due.len(), CONTROL).about(first, "") })
}

/// Where nothing is due: the next management review that is planned.
pub(super) fn nothing(seen: &Seen<'_>) -> Step {
    let planned = seen.system.events.iter().filter(|it| {
        it.kind == EventKind::ManagementReview
            && it.done.is_none()
            && it.planned >= Some(seen.today)
    });
    let day = planned.filter_map(|it| it.planned).min();
    Step { day, ..Step::of(Rule::Nothing, 0, 0) }
}

fn first_row<'r>(rule: Rule, rows: impl Iterator<Item = &'r SoaRow>) -> Option<Step> {
    let rows: Vec<&SoaRow> = rows.collect();
    let first = rows.first()?;
    Some(Step::of(rule, rows.len(), CONTROL).about(&first.id, &first.own_title))
}
