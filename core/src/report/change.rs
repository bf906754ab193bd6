//! What a command that changes an assessment did, as canonical JSON and as CSV: the entries, and
//! where each stands now.

use alloc::string::String;
use alloc::vec::Vec;

use super::risk::level;
use super::{top, written};
use crate::assessment::Register;
use crate::csv::CsvWriter;
use crate::engine::Engine;
use crate::problem::Date;
use crate::record::{Item, Name, Top, output, said};
use crate::risk::State;

pub(super) const CHANGE: Top = top::<ChangeOf<'_>>("annexa-change");

/// Something that a command made, changed or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The member of a file in which it stands.
    pub register: &'static str,
    /// By what it is known there.
    pub id: String,
}

output! {
    /// What a command did.
    struct ChangeOf<'a> {
        /// The day.
        today: Date,
        /// Whether the assessment is another than before; otherwise nothing was written.
        is_changed: bool,
        /// What was made, changed or removed, as it stands now.
        entries: Vec<ChangeEntry<'a>>,
    }

    /// An entry that a command made, changed or removed.
    struct ChangeEntry<'a> {
        /// The member of a file in which it stands.
        register: Name<'a>,
        /// By what it is known there.
        id: Item<'a>,
        /// What people call it.
        label: Option<&'a str>,
        /// What it is; left out where it is gone.
        title: Option<&'a str>,
        /// Where a risk stands.
        state: Option<State>,
        /// The level of a risk that counts today, or `gone`.
        exposure: Option<&'a str>,
        /// The level that is planned, or `gone`.
        planned: Option<&'a str>,
        /// Whether what counts today is above the line.
        above_line: Option<bool>,
    }
}

/// What a command did, as canonical JSON.
pub fn change_json(engine: &Engine, today: Date, is_changed: bool, changed: &[Changed]) -> Vec<u8> {
    let own = ChangeOf { today, is_changed, entries: entries(engine, today, changed) };
    written("annexa-change", engine, &own).finish()
}

/// What a command did, as CSV.
pub fn change_csv(engine: &Engine, today: Date, changed: &[Changed]) -> Vec<u8> {
    let columns =
        ["register", "id", "label", "title", "state", "exposure", "planned", "above_line"];
    let mut csv = CsvWriter::new(&columns);
    for it in entries(engine, today, changed) {
        csv.row([
            it.register.0,
            it.id.0,
            it.label.unwrap_or_default(),
            it.title.unwrap_or_default(),
            it.state.map_or("", State::word),
            it.exposure.unwrap_or_default(),
            it.planned.unwrap_or_default(),
            it.above_line.map_or("", |is_above| if is_above { "true" } else { "false" }),
        ]);
    }
    csv.finish()
}

fn entries<'a>(engine: &'a Engine, today: Date, changed: &'a [Changed]) -> Vec<ChangeEntry<'a>> {
    let (system, risks) = (engine.system(), engine.risks(today));
    let entry = |it: &'a Changed| {
        let mut entry = ChangeEntry {
            register: Name(it.register),
            id: Item(&it.id),
            label: None,
            title: None,
            state: None,
            exposure: None,
            planned: None,
            above_line: None,
        };
        if it.register == Register::Risk.name() {
            let place = system.risks.iter().position(|risk| risk.id.as_str() == it.id);
            let found =
                place.and_then(|place| Some((system.risks.get(place)?, risks.evaluate(place)?)));
            if let Some((risk, its)) = found {
                let scale = risks.ledger.scale.as_ref();
                entry.label = said(&risk.label);
                entry.title = Some(&risk.title);
                entry.state = Some(its.state);
                entry.exposure = its.exposure.map(|remains| level(&risks, remains));
                entry.planned = its.planned.map(|remains| level(&risks, remains));
                entry.above_line = its.exposure.and_then(|remains| Some(scale?.is_above(remains)));
            }
        } else if it.register == Register::Obligation.name() {
            let found = system.obligations.iter().find(|entry| entry.id.as_str() == it.id);
            entry.label = found.and_then(|found| said(&found.label));
            entry.title = found.map(|found| found.title.as_str());
        }
        entry
    };
    changed.iter().map(entry).collect()
}
