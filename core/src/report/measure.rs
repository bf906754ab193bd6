//! Measures with what they were counted from, where people do not know, and how all of that went
//! over time; as canonical JSON and as CSV.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::compare::{Count, Signed};
use super::{Derivation, DerivationInput, day, top, written};
use crate::assessment::{Measure as Kind, Watched};
use crate::csv::CsvWriter;
use crate::engine::Engine;
use crate::history::{Series, Trend, Way, trend};
use crate::measure::{Measured, Unit, measures, parts, unit, unknowns};
use crate::problem::{Date, Value};
use crate::record::{Item, Name, Nullable, Top, output, said, word_members};
use crate::words::Words;

pub(super) const MEASURES: Top = top::<MeasuresOf<'_>>("annexa-measures");

word_members! { Way }

output! {
    /// Measures of a management system on a day.
    struct MeasuresOf<'a> {
        /// The day.
        today: Date,
        /// Every measure.
        measures: Vec<MeasureEntry<'a>>,
        /// Where people do not know, by chapter.
        unknown: Vec<UnknownEntry<'a>>,
        /// The same over the states that were kept; left out where nobody asked.
        trend: Option<TrendEntry<'a>>,
    }

    /// A measure.
    struct MeasureEntry<'a> {
        /// Its id.
        id: Name<'a>,
        /// What it is called.
        title: String,
        /// Its figures.
        figures: Vec<FigureEntry<'a>>,
        /// How many points or things of a share.
        part: Option<u32>,
        /// Of how many.
        whole: Option<u32>,
        /// What it cannot tell, in words.
        cannot_tell: String,
        /// Who watches it; left out where it is not chosen for 9.1.
        watched: Option<WatchedEntry<'a>>,
    }

    /// A figure of a measure.
    struct FigureEntry<'a> {
        /// Which one; left out where there is one.
        name: Option<&'a str>,
        /// Basis points, things or days.
        unit: &'a str,
        /// The figure; null where there is none.
        value: Count,
    }

    /// Who watches a measure.
    struct WatchedEntry<'a> {
        /// Who measures.
        owner: Option<&'a str>,
        /// How often, in months.
        interval_months: Option<u32>,
        /// What for.
        why: Option<&'a str>,
    }

    /// What nobody knew of a chapter.
    struct UnknownEntry<'a> {
        /// The chapter.
        chapter: &'a str,
        /// How many of its questions are in scope.
        in_scope: u32,
        /// How much of them was answered with "do not know".
        share_bp: Nullable,
        /// How much of it is assessed.
        coverage_bp: Nullable,
        /// How much would be, if somebody found out.
        coverage_then_bp: Nullable,
        /// The questions.
        items: Vec<UnknownItem<'a>>,
    }

    /// A question that nobody could answer.
    struct UnknownItem<'a> {
        /// The item.
        id: Item<'a>,
        /// Its title.
        title: &'a str,
        /// What to look for: the first thing that would show it.
        evidence: Option<&'a str>,
    }

    /// Figures over time.
    struct TrendEntry<'a> {
        /// The states, the earliest first; the last is the assessment as it is.
        points: Vec<PointEntry<'a>>,
        /// A series for each figure of a measure and for conformity and coverage of each chapter.
        series: Vec<SeriesEntry<'a>>,
    }

    /// A state in the row.
    struct PointEntry<'a> {
        /// The day.
        on: Date,
        /// The id of what was kept.
        id: Option<Item<'a>>,
        /// Its name.
        name: Option<&'a str>,
        /// Whether the edition is another than before.
        is_other_edition: bool,
        /// Whether the criteria of risk are others than before.
        is_other_criteria: bool,
    }

    /// A figure over all points.
    struct SeriesEntry<'a> {
        /// The measure, or the key of a score.
        key: Name<'a>,
        /// Which of its figures.
        part: Option<&'a str>,
        /// A value for each point.
        values: Vec<ValueEntry>,
        /// The last less the first; null where one is, or a break lies between.
        since_first: Signed,
        /// What that means.
        since_first_way: Way,
        /// The last less the one before.
        since_before: Signed,
        /// What that means.
        since_before_way: Way,
    }

    /// The value at a point.
    struct ValueEntry {
        /// It, or null for a gap.
        value: Count,
    }
}

impl Unit {
    const fn word(self) -> &'static str {
        match self {
            Unit::Share => "bp",
            Unit::Count => "count",
            Unit::Days => "days",
        }
    }
}

fn watched(engine: &Engine, measure: Kind) -> Option<&Watched> {
    engine.system().measures.iter().find(|it| it.measure == measure)
}

/// What a measure is called, how it is counted, or what it cannot tell.
pub fn measure_words(measure: Kind, field: &str, words: &Words) -> String {
    words.message(&format!("measures.{}.{field}", measure.word()), &[])
}

/// Measures as canonical JSON, with their trend where it is asked for.
pub fn measures_json(engine: &Engine, today: Date, with_trend: bool, words: &Words) -> Vec<u8> {
    let levels = levels(engine);
    let all = measures(engine, today);
    let names: Vec<Vec<String>> = all.iter().map(|it| parts(it.measure, &levels)).collect();
    let measured = all.iter().zip(&names).map(|(it, names)| {
        let figures = names.iter().zip(&it.figures).enumerate();
        let figures = figures.map(|(place, (name, value))| FigureEntry {
            name: said(name),
            unit: unit(it.measure, place).word(),
            value: Count(*value),
        });
        MeasureEntry {
            id: Name(it.measure.word()),
            title: measure_words(it.measure, "title", words),
            figures: figures.collect(),
            part: it.of.map(|(part, _)| part),
            whole: it.of.map(|(_, whole)| whole),
            cannot_tell: measure_words(it.measure, "cannot", words),
            watched: watched(engine, it.measure).map(|it| WatchedEntry {
                owner: said(&it.owner),
                interval_months: it.interval_months.map(u32::from),
                why: said(&it.why),
            }),
        }
    });
    let catalogue = engine.document().catalogue();
    let unknowns = unknowns(engine);
    let unknown = unknowns.iter().map(|it| {
        let (before, then) = it.coverage_bp();
        let items = it.items.iter().map(|place| {
            let item = words.item_of(catalogue, *place);
            UnknownItem {
                id: Item(catalogue.id_at(*place)),
                title: item.title,
                evidence: item.evidence.first().copied(),
            }
        });
        UnknownEntry {
            chapter: catalogue.chapters().get(it.chapter).map_or("", |chapter| chapter.id()),
            in_scope: it.in_scope,
            share_bp: Nullable(it.share_bp()),
            coverage_bp: Nullable(before),
            coverage_then_bp: Nullable(then),
            items: items.collect(),
        }
    });
    let over_time = with_trend.then(|| trend(engine.states(today)));
    let own = MeasuresOf {
        today,
        measures: measured.collect(),
        unknown: unknown.collect(),
        trend: over_time.as_ref().map(TrendEntry::of),
    };
    written("annexa-measures", engine, &own).finish()
}

impl<'a> TrendEntry<'a> {
    fn of(trend: &'a Trend) -> TrendEntry<'a> {
        let points = trend.points.iter().map(|point| PointEntry {
            on: point.on,
            id: point.id.as_deref().map(Item),
            name: said(&point.name),
            is_other_edition: point.breaks.edition,
            is_other_criteria: point.breaks.criteria,
        });
        let series = trend.series.iter().map(|series| SeriesEntry {
            key: Name(&series.key),
            part: said(&series.part),
            values: series.values.iter().map(|it| ValueEntry { value: Count(*it) }).collect(),
            since_first: Signed(series.since_first.difference),
            since_first_way: series.since_first.way,
            since_before: Signed(series.since_before.difference),
            since_before_way: series.since_before.way,
        });
        TrendEntry { points: points.collect(), series: series.collect() }
    }
}

/// Measures as CSV; with a trend a row for each value of each series.
pub fn measures_csv(engine: &Engine, today: Date, with_trend: bool) -> Vec<u8> {
    let text = |value: Option<u32>| value.map(|it| it.to_string()).unwrap_or_default();
    let mut csv = CsvWriter::new(&["on", "name", "key", "part", "value"]);
    if with_trend {
        let trend = trend(engine.states(today));
        for Series { key, part, values, .. } in &trend.series {
            for (point, value) in trend.points.iter().zip(values) {
                csv.row([
                    day(Some(point.on)).as_str(),
                    point.name.as_str(),
                    key.as_str(),
                    part.as_str(),
                    text(*value).as_str(),
                ]);
            }
        }
        return csv.finish();
    }
    for it in measures(engine, today) {
        let names = parts(it.measure, &levels(engine));
        for (name, value) in names.iter().zip(&it.figures) {
            csv.row([
                day(Some(today)).as_str(),
                "",
                it.measure.word(),
                name.as_str(),
                text(*value).as_str(),
            ]);
        }
    }
    csv.finish()
}

/// How a measure came about; nothing where a key names none.
pub fn measure_derivation(
    engine: &Engine,
    today: Date,
    key: &str,
    words: &Words,
) -> Option<Derivation> {
    let measure = Kind::from_word(&key.to_ascii_uppercase())?;
    let it = measures(engine, today).into_iter().find(|it| it.measure == measure)?;
    let inputs = it.counted.iter().map(|counted| {
        let which = if counted.is_hit { "measures.counts" } else { "measures.counts_not" };
        let mut values = alloc::vec![("label", Value::from(counted.label.as_str()))];
        let key = match counted.day {
            Some(day) => {
                values.push(("day", day.into()));
                format!("{which}_day")
            }
            None => which.to_string(),
        };
        DerivationInput {
            name: if counted.is_hit { "counted" } else { "not_counted" },
            value: words.message(&key, &values),
            source: format!("{}/{}", counted.register, counted.id),
        }
    });
    let rule = [measure_words(measure, "rule", words), measure_words(measure, "cannot", words)];
    Some(Derivation {
        key: measure.word().to_string(),
        title: measure_words(measure, "title", words),
        result: measure_figures(&it, engine, words),
        inputs: inputs.collect(),
        arithmetic: arithmetic(&it, words),
        rule: rule.join(" "),
    })
}

fn arithmetic(it: &Measured, words: &Words) -> String {
    let Some((part, whole)) = it.of else {
        let count = i64::try_from(it.counted.len()).unwrap_or(i64::MAX);
        return words.message("measures.counted", &[("count", Value::Int(count))]);
    };
    let mut values =
        alloc::vec![("part", Value::Int(part.into())), ("whole", Value::Int(whole.into()))];
    match it.figures.first().copied().flatten() {
        Some(share) => {
            values.push(("share", Value::Int(share.into())));
            let is_score = matches!(it.measure, Kind::Requirements | Kind::Controls);
            let key = if is_score { "measures.points" } else { "measures.share" };
            words.message(key, &values)
        }
        None => words.message("measures.nothing", &[]),
    }
}

/// The figures of a measure in words.
pub fn measure_figures(it: &Measured, engine: &Engine, words: &Words) -> String {
    let names = parts(it.measure, &levels(engine));
    let figures = names.iter().zip(&it.figures).enumerate().map(|(place, (name, value))| {
        let value = match (value, unit(it.measure, place)) {
            (None, _) => words.message("measures.none", &[]),
            (Some(share), Unit::Share) => words.share(u16::try_from(*share).unwrap_or(10_000)),
            (Some(count), Unit::Count) => count.to_string(),
            (Some(days), Unit::Days) => {
                words.message("measures.days", &[("count", Value::Int((*days).into()))])
            }
        };
        let label = match it.measure {
            Kind::OpenRisks => name.as_str(),
            _ => words.label("measure_part", name),
        };
        match name.as_str() {
            "" => value,
            _ => {
                let values = [("name", label.into()), ("value", value.into())];
                words.message("measures.named", &values)
            }
        }
    });
    let figures: Vec<String> = figures.collect();
    if figures.is_empty() { words.message("measures.none", &[]) } else { figures.join(", ") }
}

fn levels(engine: &Engine) -> Vec<crate::Id> {
    let criteria = engine.system().criteria.as_ref();
    let levels = criteria.map(|it| it.levels.iter().map(|level| level.word.clone()).collect());
    levels.unwrap_or_default()
}
