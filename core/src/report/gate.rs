//! The gates, and one condition alone, as canonical JSON and as CSV.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::{shown, top, written};
use crate::assessment::Mode;
use crate::catalogue::Catalogue;
use crate::csv::{CsvWriter, joined};
use crate::effort::{Open, Range};
use crate::engine::Engine;
use crate::gate::{Condition, Gate, Gates, Lead, Named, Place, State, Verdict, leads};
use crate::problem::Date;
use crate::record::{Name, Texts, Top, output, word_members};
use crate::words::Words;

pub(super) const GATES: Top = top::<GatesOf<'_>>("annexa-gates");
pub(super) const CONDITION: Top = top::<ConditionEntry<'_>>("annexa-condition");

word_members! { Mode Lead State Verdict Place }

output! {
    /// What is known to block the stages of a certification audit. It never says that an
    /// organization is ready.
    struct GatesOf<'a> {
        /// The day for which was looked.
        today: Date,
        /// How the standards are used.
        mode: Mode,
        /// What a result leads with in this mode.
        leads: Lead,
        /// The gate of stage 1; none where the standards are used without clauses.
        stage_1: Option<GateEntry<'a>>,
        /// The gate of stage 2, which includes stage 1.
        stage_2: Option<GateEntry<'a>>,
    }

    /// A gate.
    struct GateEntry<'a> {
        /// What is known of it.
        state: State,
        /// What all of them that block take together; work that several share counts once.
        effort: Option<EffortEntry>,
        /// Its own conditions.
        conditions: Vec<ConditionEntry<'a>>,
    }

    /// A condition with all that its verdict rests on.
    struct ConditionEntry<'a> {
        /// Its stable id.
        id: Name<'a>,
        /// What it asks for, in words.
        title: String,
        /// What is known of it.
        verdict: Verdict,
        /// Where to go.
        place: Place,
        /// What the verdict rests on.
        grounds: Vec<GroundEntry<'a>>,
        /// What it takes to meet it, in hundredths of a person-day; none of a condition that does
        /// not block, and where nothing is known of the work.
        effort: Option<EffortEntry>,
        /// The requirements, documents and controls that have to be finished before, and are not.
        waits_for: Texts<'a>,
    }

    /// A range of effort in hundredths of a person-day.
    struct EffortEntry {
        /// If things go well.
        low_cd: u64,
        /// As many expect more as expect less.
        likely_cd: u64,
        /// If things go badly.
        high_cd: u64,
    }

    /// One thing that a verdict rests on.
    struct GroundEntry<'a> {
        /// What it is, in one word.
        reason: Name<'a>,
        /// What it makes of the condition.
        verdict: Verdict,
        /// The same as a sentence.
        text: String,
        /// The items, entries and documents that it is about.
        about: Vec<NamedEntry<'a>>,
    }

    /// An item, entry or document.
    struct NamedEntry<'a> {
        /// Its id.
        id: &'a str,
        /// What people call it.
        label: &'a str,
    }
}

fn condition<'a>(
    it: &'a Condition,
    catalogue: &Catalogue,
    open: &Open,
    words: &Words,
) -> ConditionEntry<'a> {
    let takes = it.takes(catalogue, open);
    let about = |named: &'a Named| NamedEntry { id: &named.id, label: &named.label };
    let grounds = it.grounds.iter().map(|ground| GroundEntry {
        reason: Name(ground.word),
        verdict: ground.verdict,
        text: ground.sentence(it.id, words),
        about: ground.named.iter().map(about).collect(),
    });
    ConditionEntry {
        id: Name(it.id),
        title: it.title(words),
        verdict: it.verdict,
        place: it.place,
        grounds: grounds.collect(),
        effort: takes.effort.map(effort),
        waits_for: Texts(takes.waits_for),
    }
}

/// The gates on a day as canonical JSON.
pub fn gates_json(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    let gates = engine.gates(today);
    written("annexa-gates", engine, &gates_of(engine, gates.as_deref(), today, words)).finish()
}

/// The same for a view.
pub fn gates_shown(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    let gates = engine.gates(today);
    shown(&gates_of(engine, gates.as_deref(), today, words))
}

fn gates_of<'g>(
    engine: &Engine,
    gates: Option<&'g Gates>,
    today: Date,
    words: &Words,
) -> GatesOf<'g> {
    let mode = engine.system().mode();
    let (catalogue, open) = (engine.document().catalogue(), engine.open_work(today));
    let entry = |it| condition(it, catalogue, &open, words);
    let stage = |pick: fn(&Gates) -> &Gate| {
        gates.map(pick).map(|gate| GateEntry {
            state: gate.state,
            effort: gate.effort(catalogue, &open).map(effort),
            conditions: gate.conditions.iter().map(entry).collect(),
        })
    };
    GatesOf {
        today,
        mode,
        leads: leads(mode),
        stage_1: stage(|gates| &gates.stage_1),
        stage_2: stage(|gates| &gates.stage_2),
    }
}

/// One condition, with all that its verdict rests on, as canonical JSON.
pub fn condition_json(engine: &Engine, it: &Condition, today: Date, words: &Words) -> Vec<u8> {
    let (catalogue, open) = (engine.document().catalogue(), engine.open_work(today));
    written("annexa-condition", engine, &condition(it, catalogue, &open, words)).finish()
}

fn effort(Range { low_cd, likely_cd, high_cd }: Range) -> EffortEntry {
    EffortEntry { low_cd, likely_cd, high_cd }
}

/// The gates as CSV: a row for each thing that a verdict rests on, and none where there are no
/// gates.
pub fn gates_csv(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    let gates = engine.gates(today);
    conditions_csv(gates.iter().flat_map(|gates| gates.conditions()), engine, today, words)
}

/// One condition as CSV, in the same form.
pub fn condition_csv(engine: &Engine, it: &Condition, today: Date, words: &Words) -> Vec<u8> {
    conditions_csv([it].into_iter(), engine, today, words)
}

/// The effort stands in every row of its condition, so that it is not to be added up.
fn conditions_csv<'c>(
    conditions: impl Iterator<Item = &'c Condition>,
    engine: &Engine,
    today: Date,
    words: &Words,
) -> Vec<u8> {
    let columns = [
        "condition",
        "verdict",
        "reason",
        "ids",
        "text",
        "place",
        "low_cd",
        "likely_cd",
        "high_cd",
        "waits_for",
    ];
    let (catalogue, open) = (engine.document().catalogue(), engine.open_work(today));
    let mut csv = CsvWriter::new(&columns);
    for it in conditions {
        let takes = it.takes(catalogue, &open);
        let ends = takes.effort.map(|range| range.ends().map(|cd| cd.to_string()));
        let [low, likely, high] = ends.unwrap_or_default();
        let waits_for = joined(&takes.waits_for, ";");
        for ground in &it.grounds {
            let ids = joined(ground.named.iter().map(|named| &named.id), ";");
            let text = ground.sentence(it.id, words);
            let verdict = ground.verdict.word();
            csv.row([
                it.id,
                verdict,
                ground.word,
                &ids,
                &text,
                it.place.word(),
                &low,
                &likely,
                &high,
                &waits_for,
            ]);
        }
    }
    csv.finish()
}
