//! Measures and scores over the states that were kept. Nothing is put between two points: where
//! there is no figure there is a gap, and another edition or other criteria break the line.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::state::State;
use crate::assessment::Measure;
use crate::measure::{is_better_up, is_of_edition, is_of_risk, parts};
use crate::problem::Date;
use annexa_vocabulary::words;

/// One state in the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub on: Date,
    /// The id of what was kept; nothing for the assessment as it is.
    pub id: Option<String>,
    /// What people call it.
    pub name: String,
    /// What is another than in the point before.
    pub breaks: Break,
}

/// What keeps a point from being compared with the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Break {
    /// The edition of the framework is another.
    pub edition: bool,
    /// The criteria of risk are others.
    pub criteria: bool,
}

words! {
    /// Where a series goes.
    Way {
        /// To the worse.
        Worse = "worse",
        /// To the better.
        Better = "better",
        /// Nowhere.
        Same = "same",
        /// Nobody can tell.
        Unknown = "unknown",
    }
}

/// The last point of a series against another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Direction {
    /// The last less the other; nothing where one is missing, or a break lies between.
    pub difference: Option<i64>,
    /// What that means.
    pub way: Way,
}

/// A figure over all points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// A measure by its id, or the key of a score.
    pub key: String,
    /// Which of a measure's figures, or `score` and `coverage`; empty where there is one.
    pub part: String,
    /// A value for each point; nothing is a gap.
    pub values: Vec<Option<u32>>,
    /// Against the first point.
    pub since_first: Direction,
    /// Against the one before.
    pub since_before: Direction,
}

/// Figures over the states that were kept, and the assessment as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// The states, the earliest first.
    pub points: Vec<Point>,
    /// The measures, then the scores of the chapters.
    pub series: Vec<Series>,
}

/// Puts states into a row: each with its id, where it was kept, and its name.
pub fn trend(mut states: Vec<(Option<String>, String, State)>) -> Trend {
    // What is not kept is the assessment as it is, and stands behind what is of the same day.
    states.sort_by(|(one, _, a), (other, _, b)| {
        (a.on, one.is_none(), one).cmp(&(b.on, other.is_none(), other))
    });
    let mut points: Vec<Point> = Vec::new();
    let mut before: Option<&State> = None;
    for (id, name, state) in &states {
        let breaks = before.map_or_else(Break::default, |before| Break {
            edition: before.catalogue != state.catalogue,
            criteria: before.levels != state.levels || before.line != state.line,
        });
        points.push(Point { on: state.on, id: id.clone(), name: name.clone(), breaks });
        before = Some(state);
    }
    let states: Vec<&State> = states.iter().map(|(_, _, state)| state).collect();
    let series = measures(&points, &states).into_iter().chain(scores(&points, &states)).collect();
    Trend { points, series }
}

fn measures(points: &[Point], states: &[&State]) -> Vec<Series> {
    let mut series = Vec::new();
    for (place, measure) in Measure::all().enumerate() {
        let mut names: Vec<String> = Vec::new();
        for state in states.iter().rev() {
            for part in parts(measure, &state.levels) {
                if !names.contains(&part) {
                    names.push(part);
                }
            }
        }
        for part in names {
            let value = |state: &&State| {
                let at = parts(measure, &state.levels).iter().position(|it| *it == part)?;
                state.measures.get(place)?.get(at).copied().flatten()
            };
            let values = states.iter().map(value).collect();
            let breaks = |point: &Point| {
                point.breaks.edition && is_of_edition(measure)
                    || point.breaks.criteria && is_of_risk(measure)
            };
            let breaks: Vec<bool> = points.iter().map(breaks).collect();
            let key = measure.word().to_string();
            series.push(one(key, part, values, &breaks, is_better_up(measure)));
        }
    }
    series
}

fn scores(points: &[Point], states: &[&State]) -> Vec<Series> {
    let mut keys: Vec<&String> = states.iter().flat_map(|state| state.scores.keys()).collect();
    keys.sort_by(|one, other| crate::risk::label_order(one, other));
    keys.dedup();
    let breaks: Vec<bool> = points.iter().map(|point| point.breaks.edition).collect();
    let mut series = Vec::new();
    for key in keys {
        let of = |state: &&State| state.scores.get(key).copied();
        let score = states.iter().map(|state| of(state)?.score_bp).collect();
        series.push(one(key.clone(), "score".to_string(), score, &breaks, true));
        let coverage = states.iter().map(|state| of(state)?.coverage_bp).collect();
        series.push(one(key.clone(), "coverage".to_string(), coverage, &breaks, true));
    }
    series
}

fn one(
    key: String,
    part: String,
    values: Vec<Option<u32>>,
    breaks: &[bool],
    is_better_up: bool,
) -> Series {
    let last = values.len().saturating_sub(1);
    let against = |place: Option<usize>| {
        let is_broken = |place: usize| breaks.iter().skip(place + 1).any(|broken| *broken);
        let difference =
            place.filter(|place| *place < last && !is_broken(*place)).and_then(|place| {
                let at = |place: usize| values.get(place).copied().flatten();
                Some(i64::from(at(last)?) - i64::from(at(place)?))
            });
        let way = match difference {
            None => Way::Unknown,
            Some(0) => Way::Same,
            Some(difference) if (difference > 0) == is_better_up => Way::Better,
            Some(_) => Way::Worse,
        };
        Direction { difference, way }
    };
    let (since_first, since_before) = (against(Some(0)), against(last.checked_sub(1)));
    Series { key, part, values, since_first, since_before }
}
