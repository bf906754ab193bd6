//! Two states beside each other.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use super::class::{Class, Note, Rank, Subject, class, counted};
use super::edition::Edition;
use super::state::{ItemState, Remaining, RiskState, ScoreState, State};
use crate::assessment::{Applicability, DocumentState, FindingKind, Implementation, Measure};
use crate::gate::Verdict;
use crate::measure::{is_of_edition, is_of_risk, parts};
use crate::problem::{Problem, problem, quoted};
use crate::risk::label_order;
use annexa_vocabulary::words;

/// One thing that is another in the second state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is compared.
    pub subject: Subject,
    /// The item, risk, condition or document; of two editions the newer one's.
    pub id: String,
    /// What people call a risk, or nothing.
    pub label: String,
    /// What the item was made from, where that has other ids.
    pub made_from: Vec<String>,
    /// The words of the first state; several where several items became one.
    pub from: Vec<String>,
    /// The words of the second.
    pub to: Vec<String>,
    /// What the second is to the first.
    pub class: Class,
}

words! {
    /// What is counted of changes: things of a kind, each once.
    Part {
        /// Requirements and controls.
        Items = "items",
        /// Risks.
        Risks = "risks",
        /// Conditions of the gates.
        Conditions = "conditions",
        /// Documents.
        Documents = "documents",
    }
}

/// How many things of a kind are in each class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The kind.
    pub part: Part,
    /// The number of each class, in the order of the classes.
    pub classes: Vec<(Class, u32)>,
}

/// A figure of a measure in both states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The measure.
    pub measure: Measure,
    /// Which of its figures; empty where there is one.
    pub part: String,
    /// In the first state.
    pub from: Option<u32>,
    /// In the second.
    pub to: Option<u32>,
    /// The second less the first; nothing where one is missing or the two stand on other scales.
    pub difference: Option<i64>,
}

/// The score of a chapter in both states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreFigure {
    /// The key of the score.
    pub key: String,
    /// In the first state.
    pub from: Option<ScoreState>,
    /// In the second.
    pub to: Option<ScoreState>,
    /// Whether a difference may be made: not between editions.
    pub is_comparable: bool,
}

/// Two states beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What is to be known of it as a whole.
    pub notes: Vec<Note>,
    /// Everything that is another, the worse first.
    pub changes: Vec<Change>,
    /// How many things of each kind are in each class.
    pub counts: Vec<Counts>,
    /// The scores of the chapters.
    pub scores: Vec<ScoreFigure>,
    /// The figures of the measures.
    pub figures: Vec<Figure>,
}

impl Comparison {
    /// How many things of a kind are in a class.
    pub fn count(&self, part: Part, class: Class) -> u32 {
        let counts = self.counts.iter().find(|counts| counts.part == part);
        let found = counts.and_then(|it| it.classes.iter().find(|(known, _)| *known == class));
        found.map_or(0, |(_, count)| *count)
    }
}

impl ScoreFigure {
    /// The second conformity less the first.
    pub fn score_difference(&self) -> Option<i64> {
        self.difference(|score| score.score_bp)
    }

    /// The second coverage less the first.
    pub fn coverage_difference(&self) -> Option<i64> {
        self.difference(|score| score.coverage_bp)
    }

    fn difference(&self, of: fn(&ScoreState) -> Option<u32>) -> Option<i64> {
        let of = |score: &Option<ScoreState>| score.as_ref().and_then(of);
        difference(of(&self.from), of(&self.to)).filter(|_| self.is_comparable)
    }
}

/// Compares two states.
///
/// # Errors
///
/// `E-COMPARE` for states of two catalogues of which nobody knows what became of what.
pub fn compare(from: &State, to: &State) -> Result<Comparison, Problem> {
    let mut changes = if from.catalogue == to.catalogue {
        changes(from, to, None)
    } else if let Some(edition) = Edition::between(&from.catalogue, &to.catalogue) {
        changes(from, to, Some(edition))
    } else if let Some(edition) = Edition::between(&to.catalogue, &from.catalogue) {
        changes(to, from, Some(edition)).into_iter().map(Change::swapped).collect()
    } else {
        let (one, other) = (quoted(&from.catalogue), quoted(&to.catalogue));
        return Err(problem!("E-COMPARE", from = one, to = other));
    };
    changes.sort_by(|one, other| {
        let key = |it: &Change| (it.class, it.subject.part());
        key(one)
            .cmp(&key(other))
            .then_with(|| label_order(&one.id, &other.id))
            .then_with(|| one.subject.cmp(&other.subject))
    });
    let counts = counts(&changes);
    let (scores, figures) = (scores(from, to), figures(from, to));
    Ok(Comparison { notes: notes(from, to), changes, counts, scores, figures })
}

impl Change {
    fn swapped(self) -> Change {
        Change { class: self.class.swapped(), from: self.to, to: self.from, ..self }
    }
}

impl Subject {
    /// Among what it is counted.
    pub fn part(self) -> Part {
        match self {
            Subject::Exposure => Part::Risks,
            Subject::Condition => Part::Conditions,
            Subject::Document => Part::Documents,
            _ => Part::Items,
        }
    }
}

fn changes(from: &State, to: &State, edition: Option<&Edition>) -> Vec<Change> {
    let mut changes = Vec::new();
    items(&mut changes, from, to, edition);
    risks(&mut changes, from, to);
    for id in both(from.gates.keys(), to.gates.keys()) {
        let of = |state: &State| state.gates.get(id).copied().unwrap_or(Verdict::Unknown);
        let rank = |verdict: Verdict| match verdict {
            Verdict::Blocks => Some(0),
            Verdict::Met => Some(1),
            Verdict::Unknown => None,
        };
        let (one, other) = (of(from), of(to));
        one_change(
            &mut changes,
            Subject::Condition,
            id,
            (one.word(), rank(one)),
            (other.word(), rank(other)),
        );
    }
    for id in both(from.documents.keys(), to.documents.keys()) {
        let of = |state: &State| state.documents.get(id).copied().unwrap_or(DocumentState::Missing);
        let rank = |state: DocumentState| match state {
            DocumentState::Missing => Some(0),
            DocumentState::Draft => Some(1),
            DocumentState::Approved => Some(2),
        };
        let (one, other) = (of(from), of(to));
        one_change(
            &mut changes,
            Subject::Document,
            id,
            (one.word(), rank(one)),
            (other.word(), rank(other)),
        );
    }
    changes
}

fn one_change(
    changes: &mut Vec<Change>,
    subject: Subject,
    id: &str,
    (from, from_rank): (&str, Rank),
    (to, to_rank): (&str, Rank),
) {
    if let Some(class) = class(&[from_rank], to_rank) {
        let (label, made_from) = (String::new(), Vec::new());
        let (from, to) = (vec![from.to_string()], vec![to.to_string()]);
        changes.push(Change { subject, id: id.to_string(), label, made_from, from, to, class });
    }
}

fn items(changes: &mut Vec<Change>, from: &State, to: &State, edition: Option<&Edition>) {
    let mut ids: BTreeSet<&str> = to.items.keys().map(String::as_str).collect();
    for id in from.items.keys() {
        match edition {
            None => {
                ids.insert(id);
            }
            Some(edition) => {
                let after = edition.after(id);
                if after.is_empty() {
                    alone(changes, id, Class::Gone, from.items.get(id));
                }
                ids.extend(after);
            }
        }
    }
    for id in ids {
        let before = edition.map_or_else(|| vec![id], |edition| edition.before(id));
        if before.is_empty() {
            alone(changes, id, Class::NewInEdition, to.items.get(id));
            continue;
        }
        let blank = ItemState::BLANK;
        let old: Vec<ItemState> =
            before.iter().map(|id| *from.items.get(*id).unwrap_or(&blank)).collect();
        let new = *to.items.get(id).unwrap_or(&blank);
        let made_from: Vec<String> = match before.as_slice() {
            [one] if *one == id => Vec::new(),
            _ => before.iter().map(|id| id.to_string()).collect(),
        };
        let mut note = |subject, word: fn(&ItemState) -> String, class: Option<Class>| {
            if let Some(class) = class {
                changes.push(Change {
                    subject,
                    id: id.to_string(),
                    label: String::new(),
                    made_from: made_from.clone(),
                    from: old.iter().map(word).collect(),
                    to: vec![word(&new)],
                    class,
                });
            }
        };
        let ranked = |rank: fn(&ItemState) -> Rank| {
            class(&old.iter().map(rank).collect::<Vec<_>>(), rank(&new))
        };
        note(
            Subject::Implementation,
            |it| it.implementation.word().to_string(),
            ranked(|it| implementation(it.implementation)),
        );
        note(
            Subject::Maturity,
            |it| it.maturity.map(|level| level.to_string()).unwrap_or_default(),
            ranked(|it| it.maturity.map(i16::from)),
        );
        let is_same = old.iter().all(|old| old.applicability == new.applicability);
        note(
            Subject::Applicability,
            |it| it.applicability.word().to_string(),
            (!is_same).then_some(Class::Changed),
        );
        note(
            Subject::Finding,
            |it| it.finding.map_or("", FindingKind::word).to_string(),
            ranked(|it| Some(finding(it.finding))),
        );
    }
}

/// An item that only one of two editions has.
fn alone(changes: &mut Vec<Change>, id: &str, class: Class, state: Option<&ItemState>) {
    let Some(state) = state else { return };
    let word = match state.applicability {
        Applicability::Excluded => state.applicability.word(),
        _ => state.implementation.word(),
    };
    let word = vec![word.to_string()];
    let (from, to) = if class == Class::Gone { (word, vec![]) } else { (vec![], word) };
    let (id, label, made_from) = (id.to_string(), String::new(), Vec::new());
    let subject = Subject::Implementation;
    changes.push(Change { subject, id, label, made_from, from, to, class });
}

fn implementation(state: Implementation) -> Rank {
    match state {
        Implementation::NotAssessed => None,
        Implementation::NotImplemented => Some(0),
        Implementation::Planned => Some(1),
        Implementation::Partly => Some(2),
        Implementation::Implemented => Some(3),
    }
}

fn finding(kind: Option<FindingKind>) -> i16 {
    match kind {
        None => 0,
        Some(FindingKind::Opportunity) => -1,
        Some(FindingKind::Observation) => -2,
        Some(FindingKind::MinorNonconformity) => -3,
        Some(FindingKind::MajorNonconformity) => -4,
    }
}

fn risks(changes: &mut Vec<Change>, from: &State, to: &State) {
    let word = |state: &State, risk: Option<&RiskState>| match risk {
        None => Vec::new(),
        Some(risk) => {
            let word = risk.exposure.map_or(risk.state.word(), |it| state.level(it));
            vec![word.to_string()]
        }
    };
    let rank = |risk: &RiskState| {
        risk.exposure.map(|remaining| match remaining {
            Remaining::Gone => 0,
            Remaining::At(place) => -1 - i16::from(place),
        })
    };
    for id in both(from.risks.keys(), to.risks.keys()) {
        let (one, other) = (from.risks.get(id), to.risks.get(id));
        let class = match (one, other) {
            (None, _) => Some(Class::Added),
            (_, None) => Some(Class::Removed),
            (Some(one), Some(other)) => match (one.exposure, other.exposure) {
                (Some(_), Some(_)) if from.levels != to.levels => Some(Class::NotComparable),
                _ => class(&[rank(one)], rank(other)),
            },
        };
        let Some(class) = class else { continue };
        changes.push(Change {
            subject: Subject::Exposure,
            id: id.to_string(),
            label: other.or(one).map(|risk| risk.label.clone()).unwrap_or_default(),
            made_from: Vec::new(),
            from: word(from, one),
            to: word(to, other),
            class,
        });
    }
}

fn counts(changes: &[Change]) -> Vec<Counts> {
    let parts = [Part::Items, Part::Risks, Part::Conditions, Part::Documents];
    let counts = parts.into_iter().map(|part| {
        let of: Vec<&Change> = changes.iter().filter(|it| it.subject.part() == part).collect();
        let ids: BTreeSet<&str> = of.iter().map(|it| it.id.as_str()).collect();
        let mut classes: Vec<(Class, u32)> =
            Class::WORDS.iter().map(|(_, class)| (*class, 0)).collect();
        for id in ids {
            let its: Vec<Class> = of.iter().filter(|it| it.id == id).map(|it| it.class).collect();
            for (class, count) in &mut classes {
                *count += u32::from(counted(&its) == Some(*class));
            }
        }
        Counts { part, classes }
    });
    counts.collect()
}

fn scores(from: &State, to: &State) -> Vec<ScoreFigure> {
    let is_comparable = from.catalogue == to.catalogue;
    let mut scores: Vec<ScoreFigure> = both(from.scores.keys(), to.scores.keys())
        .into_iter()
        .map(|key| {
            let (one, other) = (from.scores.get(key), to.scores.get(key));
            let (from, to) = (one.copied(), other.copied());
            ScoreFigure { key: key.to_string(), from, to, is_comparable }
        })
        .collect();
    scores.sort_by(|one, other| label_order(&one.key, &other.key));
    scores
}

fn figures(from: &State, to: &State) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (place, measure) in Measure::all().enumerate() {
        let names = parts(measure, &to.levels);
        let of = |state: &State, part: &String| {
            let place_of = parts(measure, &state.levels).iter().position(|it| it == part)?;
            state.measures.get(place)?.get(place_of).copied().flatten()
        };
        let is_same = (from.catalogue == to.catalogue || !is_of_edition(measure))
            && (from.levels == to.levels && from.line == to.line || !is_of_risk(measure));
        let others = parts(measure, &from.levels).into_iter().filter(|part| !names.contains(part));
        let others: Vec<String> = others.collect();
        for part in names.into_iter().chain(others) {
            let (one, other) = (of(from, &part), of(to, &part));
            let difference = difference(one, other).filter(|_| is_same);
            figures.push(Figure { measure, part, from: one, to: other, difference });
        }
    }
    figures
}

fn difference(from: Option<u32>, to: Option<u32>) -> Option<i64> {
    Some(i64::from(to?) - i64::from(from?))
}

fn notes(from: &State, to: &State) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |holds: bool, note: Note| {
        if holds {
            notes.push(note);
        }
    };
    note(from.content == to.content, Note::SameContent);
    note(from.lineage.is_none() || from.lineage != to.lineage, Note::OtherLineage);
    note(from.catalogue != to.catalogue, Note::OtherEdition);
    note(from.mode != to.mode, Note::OtherMode);
    note(from.levels != to.levels, Note::OtherLevels);
    note(from.levels == to.levels && from.line != to.line, Note::OtherLine);
    note(to.on < from.on, Note::Backwards);
    notes
}

/// The keys of both, each once.
fn both<'k>(
    one: impl Iterator<Item = &'k String>,
    other: impl Iterator<Item = &'k String>,
) -> BTreeSet<&'k str> {
    one.chain(other).map(String::as_str).collect()
}
