//! What is known of an assessment on a day, without people's words.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::assessment::{
    Applicability, DocumentState, FindingKind, Grade, Implementation, Mode, Nonconformity,
    TreatmentOption,
};
use crate::catalogue::GroupKind;
use crate::engine::Engine;
use crate::facts::{ItemFacts, Remains};
use crate::gate::Verdict;
use crate::id::Id;
use crate::measure::{Figures, measures};
use crate::papers::{checklist, is_closed};
use crate::problem::Date;
use crate::risk;

/// A state of an assessment. What is as it is before anything is said is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The catalogue, whose id says its edition.
    pub catalogue: String,
    /// Of which files the assessment is a version.
    pub lineage: Option<Id>,
    /// The SHA-256 of the content without what was kept.
    pub content: String,
    /// The day.
    pub on: Date,
    /// How the standards are used.
    pub mode: Option<Mode>,
    /// The words of the levels of risk, from the lowest.
    pub levels: Vec<Id>,
    /// The highest level that is acceptable by the criteria.
    pub line: Option<Id>,
    /// Requirements, controls and own controls by id.
    pub items: BTreeMap<String, ItemState>,
    /// Risks by id.
    pub risks: BTreeMap<String, RiskState>,
    /// Documents with an id, by it.
    pub documents: BTreeMap<String, DocumentState>,
    /// How many minor and how many major nonconformities are open.
    pub nonconformities: [u32; 2],
    /// What is known of each condition of the gates.
    pub gates: BTreeMap<String, Verdict>,
    /// The figures of each measure, in the order of the measures.
    pub measures: Vec<Figures>,
    /// The scores of the chapters, by their keys.
    pub scores: BTreeMap<String, ScoreState>,
}

/// What is known of a requirement or control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemState {
    /// How far it is in place.
    pub implementation: Implementation,
    /// Whether it belongs to the management system.
    pub applicability: Applicability,
    /// How mature the practice is.
    pub maturity: Option<u8>,
    /// What is found against it and not closed.
    pub finding: Option<FindingKind>,
}

/// What is left of a risk: nothing, or a level by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remaining {
    /// What brings it about is given up.
    Gone,
    /// A level.
    At(u8),
}

/// What is known of a risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskState {
    /// What people call it.
    pub label: String,
    /// With the controls that run.
    pub current: Option<Remaining>,
    /// When its plan is done.
    pub planned: Option<Remaining>,
    /// What counts.
    pub exposure: Option<Remaining>,
    /// What is done about it.
    pub option: Option<TreatmentOption>,
    /// Where it stands.
    pub state: risk::State,
}

/// The score of a chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreState {
    /// The conformity of what was assessed.
    pub score_bp: Option<u32>,
    /// How much of the scope was assessed.
    pub coverage_bp: Option<u32>,
}

impl ItemState {
    /// What holds before anything is said.
    pub const BLANK: ItemState = ItemState {
        implementation: Implementation::NotAssessed,
        applicability: Applicability::Applicable,
        maturity: None,
        finding: None,
    };
}

impl State {
    /// The state of an engine's assessment on a day.
    pub fn of(engine: &Engine, today: Date) -> State {
        let document = engine.document();
        let (catalogue, system) = (document.catalogue(), engine.system());
        let criteria = system.criteria.as_ref();
        let soa = crate::method::Method::of(catalogue).map(|method| method.soa_document);
        let soa = soa.map(|id| (id, engine.soa_approved(today).is_valid()));
        let documents = checklist(catalogue, system, soa).into_iter();
        let documents = documents.filter(|row| row.state != DocumentState::Missing);
        let mut nonconformities = [0, 0];
        for entry in system.nonconformities.iter().filter(|entry| !is_closed(entry, today)) {
            let [minor, major] = &mut nonconformities;
            *(if entry.grade == Grade::Major { major } else { minor }) += 1;
        }
        let gates = engine.gates(today);
        let gates = gates.iter().flat_map(|gates| gates.conditions());
        let chapters = catalogue.groups().iter().zip(engine.scores());
        let chapters = chapters.filter(|(group, _)| matches!(group.kind(), GroupKind::Chapter(_)));
        State {
            catalogue: catalogue.id().to_string(),
            lineage: document.lineage.clone(),
            content: document.content_hash_without_kept(),
            on: today,
            mode: system.mode,
            levels: criteria
                .map(|it| it.levels.iter().map(|level| level.word.clone()).collect())
                .unwrap_or_default(),
            line: criteria.map(|it| it.accept_up_to.clone()),
            items: items(engine, today),
            risks: risks(engine, today),
            documents: documents
                .filter_map(|row| Some((row.id()?.to_string(), row.state)))
                .collect(),
            nonconformities,
            gates: gates.map(|it| (it.id.to_string(), it.verdict)).collect(),
            measures: measures(engine, today).into_iter().map(|it| it.figures).collect(),
            scores: chapters
                .map(|(group, score)| {
                    let (score_bp, coverage_bp) = (score.score_bp(), score.coverage_bp());
                    (group.id().to_string(), ScoreState { score_bp, coverage_bp })
                })
                .collect(),
        }
    }

    /// The word of what is left of a risk.
    pub fn level(&self, remaining: Remaining) -> &str {
        match remaining {
            Remaining::Gone => "gone",
            Remaining::At(place) => {
                self.levels.get(usize::from(place)).map_or("", |word| word.as_str())
            }
        }
    }
}

fn items(engine: &Engine, today: Date) -> BTreeMap<String, ItemState> {
    let (system, catalogue) = (engine.system(), engine.document().catalogue());
    let items = engine.facts().questions(catalogue).map(|(_, item, facts)| (item.id(), facts));
    let own = system.own_controls.iter().map(|own| own.id.as_str()).zip(&engine.ledger().own);
    let states = items.chain(own).map(|(id, facts)| {
        let state = ItemState {
            implementation: facts.implementation,
            applicability: facts.applicability,
            maturity: facts.maturity.map(|maturity| maturity.level),
            finding: found(&system.nonconformities, id, facts, today),
        };
        (id.to_string(), state)
    });
    states.filter(|(_, state)| *state != ItemState::BLANK).collect()
}

/// What is found against an item: the graver of an open nonconformity and of a finding that is not
/// followed up as one.
fn found(
    entries: &[Nonconformity],
    id: &str,
    facts: &ItemFacts,
    today: Date,
) -> Option<FindingKind> {
    let is_here = |entry: &&Nonconformity| entry.item.as_ref().is_some_and(|it| it.as_str() == id);
    let graded = [FindingKind::MinorNonconformity, FindingKind::MajorNonconformity];
    let is_followed = entries.iter().any(|entry| is_here(&entry));
    let noted = facts.finding.filter(|kind| !(graded.contains(kind) && is_followed));
    let open = entries.iter().filter(is_here).filter(|entry| !is_closed(entry, today));
    let open = open.map(|entry| match entry.grade {
        Grade::Minor => FindingKind::MinorNonconformity,
        Grade::Major => FindingKind::MajorNonconformity,
    });
    open.chain(noted).max()
}

fn risks(engine: &Engine, today: Date) -> BTreeMap<String, RiskState> {
    let risks = engine.risks(today);
    let remaining = |remains: Option<Remains>| {
        remains.map(|remains| remains.level().map_or(Remaining::Gone, Remaining::At))
    };
    let states = risks.evaluations().into_iter().filter_map(|it| {
        let risk = risks.system.risks.get(it.risk)?;
        let state = RiskState {
            label: risk.label.clone(),
            current: remaining(it.current),
            planned: remaining(it.planned),
            exposure: remaining(it.exposure),
            option: risk.treatment.option,
            state: it.state,
        };
        Some((risk.id.to_string(), state))
    });
    states.collect()
}
