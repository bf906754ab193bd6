//! What could be simplified, as canonical JSON.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Ids, top, written};
use crate::assessment::Register;
use crate::csv::{CsvWriter, joined};
use crate::effort::Situation;
use crate::engine::Engine;
use crate::over::{Looked, Simpler, Strength, Withheld, overdone};
use crate::problem::Date;
use crate::record::{Name, Top, output, word_members};
use crate::words::Words;

pub(super) const OVER: Top = top::<OverOf<'_>>("annexa-over");

word_members! { Withheld Strength Looked }

output! {
    /// What goes beyond anything that calls for it. Never more than a remark.
    struct OverOf<'a> {
        /// The day for which was looked.
        today: Date,
        /// Why nothing is said; none where enough is known.
        withheld: Option<Withheld>,
        /// The same in words.
        withheld_text: Option<String>,
        /// How many risks can be evaluated.
        evaluable: u64,
        /// How many cannot.
        drafts: u64,
        /// Controls that could be simplified.
        controls: Vec<ControlEntry<'a>>,
        /// Plans that could be simplified.
        plans: Vec<FarEntry<'a>>,
        /// Controls that nothing calls for and that take so little that they are left alone.
        cheap: Ids<'a>,
        /// The same in words.
        cheap_text: Option<String>,
        /// Controls that nothing calls for and on which one rests that something calls for.
        carrying: Vec<CarryingEntry<'a>>,
    }

    /// A control that could be simplified.
    struct ControlEntry<'a> {
        /// The control.
        id: &'a str,
        /// Its short title.
        title: String,
        /// The code of the finding.
        code: Name<'a>,
        /// How strongly something calls for it.
        strength: Strength,
        /// What was looked for.
        looked: Vec<LookedEntry>,
        /// What is usually overdone there.
        overdone: Vec<OverdoneEntry<'a>>,
    }

    /// Something that was looked for.
    struct LookedEntry {
        /// What.
        what: Looked,
        /// Whether it was found.
        is_found: bool,
        /// The same in words.
        text: String,
    }

    /// What is usually overdone.
    struct OverdoneEntry<'a> {
        /// Its code.
        code: Name<'a>,
        /// What it is, what it costs on top here, and what would be enough.
        text: String,
        /// What it costs on top once, in hundredths of a person-day.
        initial_cd: Option<u64>,
        /// And in each year.
        running_cd: Option<u64>,
    }

    /// A plan that goes far below the line.
    struct FarEntry<'a> {
        /// The risk.
        id: &'a str,
        /// What people call it.
        label: &'a str,
        /// How many controls it waits for.
        waits_for: u64,
    }

    /// A control on which another rests.
    struct CarryingEntry<'a> {
        /// The control.
        id: &'a str,
        /// One that something strong calls for and that rests on it.
        carries: &'a str,
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// What could be simplified on a day as CSV: a row for each control.
pub fn over_csv(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    let catalogue = engine.document().catalogue();
    let situation = Situation::of(&engine.system().context);
    let mut csv =
        CsvWriter::new(&["code", "id", "title", "strength", "found", "missing", "overdone"]);
    for it in engine.over(today).simpler {
        let looked = |all: &[Looked]| joined(all.iter().map(|looked| looked.word()), ";");
        let done = it.overdone.iter().map(|it| overdone(it, &situation, words));
        csv.row([
            it.remark.code(),
            catalogue.id_at(it.control),
            words.title_of(catalogue, it.control),
            it.strength.word(),
            &looked(&it.found),
            &looked(&it.missing),
            &joined(done, ";"),
        ]);
    }
    csv.finish()
}

/// What could be simplified on a day, as canonical JSON.
pub fn over_json(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    let overview = engine.over(today);
    let (catalogue, system) = (engine.document().catalogue(), engine.system());
    let situation = Situation::of(&system.context);
    let control = |it: &Simpler| {
        let looked = it.looked(words).into_iter();
        let looked = looked.map(|(what, is_found, text)| LookedEntry { what, is_found, text });
        let done = it.overdone.iter().map(|it| {
            let extra = it.extra_cd(&situation, 0);
            OverdoneEntry {
                code: Name(it.code),
                text: overdone(it, &situation, words),
                initial_cd: extra.map(|(once, _)| once),
                running_cd: extra.map(|(_, yearly)| yearly),
            }
        });
        ControlEntry {
            id: catalogue.id_at(it.control),
            title: words.title_of(catalogue, it.control).into(),
            code: Name(it.remark.code()),
            strength: it.strength,
            looked: looked.collect(),
            overdone: done.collect(),
        }
    };
    let plans = overview.plans.iter().filter_map(|(risk, waits_for)| {
        let (id, label) = system.name(Register::Risk, *risk)?;
        let label = if label.is_empty() { id.as_str() } else { label };
        Some(FarEntry { id: id.as_str(), label, waits_for: number(*waits_for) })
    });
    let carrying = overview.carrying.iter().map(|(control, other)| CarryingEntry {
        id: catalogue.id_at(*control),
        carries: catalogue.id_at(*other),
    });
    let own = OverOf {
        today,
        withheld: overview.withheld,
        withheld_text: overview.withheld_text(words),
        evaluable: number(overview.evaluable),
        drafts: number(overview.drafts),
        controls: overview.simpler.iter().map(control).collect(),
        plans: plans.collect(),
        cheap: Ids(overview.cheap.iter().map(|it| catalogue.id_at(*it)).collect()),
        cheap_text: overview.cheap_text(words),
        carrying: carrying.collect(),
    };
    written("annexa-over", engine, &own).finish()
}
