//! A state as the lines of a snapshot, and back.
//!
//! In a line words stand apart by one space, and a space within an id is written `~`, which no id
//! has. What holds before anything is said is `-`.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use super::state::{ItemState, Remaining, RiskState, ScoreState, State};
use crate::assessment::{
    Applicability, DocumentState, FindingKind, Implementation, Measure, RISK_LINE_MAX_BYTES,
    Snapshot, TreatmentOption,
};
use crate::gate::Verdict;
use crate::id::Id;
use crate::measure::{Figures, len};
use crate::problem::{Problem, problem, quoted};
use crate::record::settle_lines;
use crate::risk;

/// The word for what holds before anything is said.
const BLANK: &str = "-";
/// The word for a risk of which nothing is left.
const GONE: &str = "gone";

/// The snapshot of a state.
pub(crate) fn snapshot(state: &State, name: &str, note: &str) -> Snapshot {
    let settled = |mut lines: Vec<String>| {
        settle_lines(&mut lines);
        lines
    };
    let nonconformities = ["minor", "major"].iter().zip(state.nonconformities);
    Snapshot {
        id: None,
        name: name.into(),
        on: Some(state.on),
        note: note.into(),
        catalogue: state.catalogue.parse().unwrap_or_else(|_| Id::blank()),
        content: state.content.clone(),
        mode: state.mode,
        levels: if state.levels.is_empty() { vec![] } else { vec![state.levels.clone()] },
        accept_up_to: state.line.clone(),
        items: settled(state.items.iter().map(item_line).collect()),
        risks: settled(state.risks.iter().map(risk_line).collect()),
        documents: settled(
            state
                .documents
                .iter()
                .map(|(id, it)| format!("{} {}", joined(id), it.word()))
                .collect(),
        ),
        nonconformities: settled(
            nonconformities
                .filter(|(_, count)| *count > 0)
                .map(|(grade, count)| format!("{grade} {count}"))
                .collect(),
        ),
        gates: settled(
            state.gates.iter().map(|(id, it)| format!("{} {}", joined(id), it.word())).collect(),
        ),
        measures: settled(Measure::all().zip(&state.measures).map(measure_line).collect()),
        scores: settled(
            state
                .scores
                .iter()
                .filter(|(_, it)| it.coverage_bp.is_some_and(|share| share > 0))
                .map(|(key, it)| {
                    let (score, coverage) = (figure(it.score_bp), figure(it.coverage_bp));
                    format!("{} {score} {coverage}", joined(key))
                })
                .collect(),
        ),
    }
}

/// Everything in a snapshot that cannot be read.
pub(crate) fn problems(snapshot: &Snapshot) -> Vec<Problem> {
    read(snapshot, None).map_or_else(|problems| problems, |_| Vec::new())
}

impl State {
    /// The state that was kept. Nothing for one that a file could not hold.
    pub fn kept(snapshot: &Snapshot, lineage: Option<&Id>) -> Option<State> {
        read(snapshot, lineage).ok()
    }
}

fn read(snapshot: &Snapshot, lineage: Option<&Id>) -> Result<State, Vec<Problem>> {
    let mut problems = Vec::new();
    let Some(on) = snapshot.on else { return Err(problems) };
    let mut nonconformities = [0, 0];
    for (grade, count) in
        table(&snapshot.nonconformities, "nonconformities", &mut problems, |line| {
            let (grade, count) = line.split_once(' ')?;
            let place = ["minor", "major"].iter().position(|it| *it == grade)?;
            Some((place, count.parse::<u32>().ok()?))
        })
    {
        if let Some(slot) = nonconformities.get_mut(grade) {
            *slot = count;
        }
    }
    let levels: Vec<Id> = snapshot.levels.first().cloned().unwrap_or_default();
    let kept: BTreeMap<Measure, Figures> =
        table(&snapshot.measures, "measures", &mut problems, |line| measure(line, levels.len()));
    let measures = Measure::all().map(|measure| {
        let blank = || vec![None; len(measure, levels.len())];
        kept.get(&measure).cloned().unwrap_or_else(blank)
    });
    let state = State {
        catalogue: snapshot.catalogue.to_string(),
        lineage: lineage.cloned(),
        content: snapshot.content.clone(),
        on,
        mode: snapshot.mode,
        line: snapshot.accept_up_to.clone(),
        items: table(&snapshot.items, "items", &mut problems, item),
        risks: table(&snapshot.risks, "risks", &mut problems, |line| risk(line, levels.len())),
        documents: table(&snapshot.documents, "documents", &mut problems, |line| {
            let (id, word) = line.split_once(' ')?;
            Some((parted(id), DocumentState::from_word(word)?))
        }),
        nonconformities,
        gates: table(&snapshot.gates, "gates", &mut problems, |line| {
            let (id, word) = line.split_once(' ')?;
            Some((parted(id), Verdict::from_word(word)?))
        }),
        scores: table(&snapshot.scores, "scores", &mut problems, score),
        measures: measures.collect(),
        levels,
    };
    if problems.is_empty() { Ok(state) } else { Err(problems) }
}

/// Reads lines, of which no two are about the same.
fn table<K: Ord, V>(
    lines: &[String],
    field: &str,
    problems: &mut Vec<Problem>,
    read: impl Fn(&str) -> Option<(K, V)>,
) -> BTreeMap<K, V> {
    let mut table = BTreeMap::new();
    for line in lines {
        let read = read(line);
        let is_known = read.as_ref().is_some_and(|(key, _)| table.contains_key(key));
        match read.filter(|_| !is_known) {
            Some((key, value)) => {
                table.insert(key, value);
            }
            None => problems.push(problem!("E-SNAPSHOT", "line", line = quoted(line)).at(field)),
        }
    }
    table
}

fn item_line((id, state): (&String, &ItemState)) -> String {
    let ItemState { implementation, applicability, maturity, finding } = state;
    let word = |is_blank: bool, word: &'static str| if is_blank { BLANK } else { word };
    let implementation =
        word(*implementation == Implementation::NotAssessed, implementation.word());
    let applicability = word(*applicability == Applicability::Applicable, applicability.word());
    let maturity = maturity.map_or_else(|| BLANK.to_string(), |level| level.to_string());
    let finding = finding.map_or(BLANK, FindingKind::word);
    format!("{} {implementation} {applicability} {maturity} {finding}", joined(id))
}

fn item(line: &str) -> Option<(String, ItemState)> {
    let mut words = line.split(' ');
    let id = parted(words.next()?);
    let state = ItemState {
        implementation: worded(words.next()?, Implementation::from_word)?
            .unwrap_or(Implementation::NotAssessed),
        applicability: worded(words.next()?, Applicability::from_word)?
            .unwrap_or(Applicability::Applicable),
        maturity: worded(words.next()?, |word| word.parse().ok().filter(|level| *level <= 5))?,
        finding: worded(words.next()?, FindingKind::from_word)?,
    };
    (words.next().is_none() && !id.is_empty()).then_some((id, state))
}

fn risk_line((id, state): (&String, &RiskState)) -> String {
    let remaining = |remaining: Option<Remaining>| match remaining {
        None => BLANK.to_string(),
        Some(Remaining::Gone) => GONE.to_string(),
        Some(Remaining::At(place)) => place.to_string(),
    };
    let mut line = format!(
        "{} {} {} {} {} {} ",
        joined(id),
        remaining(state.current),
        remaining(state.planned),
        remaining(state.exposure),
        state.option.map_or(BLANK, TreatmentOption::word),
        state.state.word(),
    );
    for character in state.label.chars() {
        if line.len() + character.len_utf8() > RISK_LINE_MAX_BYTES {
            break;
        }
        line.push(if character.is_control() { ' ' } else { character });
    }
    line
}

fn risk(line: &str, levels: usize) -> Option<(String, RiskState)> {
    let mut words = line.splitn(7, ' ');
    let id = parted(words.next()?);
    let remaining = |word: &str| match word {
        GONE => Some(Remaining::Gone),
        place => {
            place.parse::<u8>().ok().filter(|place| usize::from(*place) < levels).map(Remaining::At)
        }
    };
    let state = RiskState {
        current: worded(words.next()?, remaining)?,
        planned: worded(words.next()?, remaining)?,
        exposure: worded(words.next()?, remaining)?,
        option: worded(words.next()?, TreatmentOption::from_word)?,
        state: risk::State::from_word(words.next()?)?,
        label: words.next()?.to_string(),
    };
    (!id.is_empty()).then_some((id, state))
}

fn measure_line((measure, figures): (Measure, &Figures)) -> String {
    let mut line = measure.word().to_string();
    for value in figures {
        line.push(' ');
        line.push_str(&figure(*value));
    }
    line
}

fn measure(line: &str, levels: usize) -> Option<(Measure, Figures)> {
    let mut words = line.split(' ');
    let measure = Measure::from_word(words.next()?)?;
    let figures: Option<Figures> =
        words.map(|word| worded(word, |word| word.parse().ok())).collect();
    figures.filter(|figures| figures.len() == len(measure, levels)).map(|it| (measure, it))
}

fn score(line: &str) -> Option<(String, ScoreState)> {
    let mut words = line.split(' ');
    let key = parted(words.next()?);
    let mut share =
        || worded(words.next()?, |word| word.parse().ok().filter(|share| *share <= 10_000));
    let state = ScoreState { score_bp: share()?, coverage_bp: share()? };
    words.next().is_none().then_some((key, state))
}

/// What a word says: nothing where it is blank; `None` where it says nothing that is known.
fn worded<T>(word: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if word == BLANK { Some(None) } else { read(word).map(Some) }
}

fn figure(value: Option<u32>) -> String {
    value.map_or_else(|| BLANK.to_string(), |value| value.to_string())
}

/// An id as one word.
fn joined(id: &str) -> String {
    id.replace(' ', "~")
}

/// The id of a word.
fn parted(word: &str) -> String {
    word.replace('~', " ")
}
