//! The register of obligations as canonical JSON and as CSV.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Ids, day, top, written};
use crate::assessment::{Obligation, ObligationKind};
use crate::csv::{CsvWriter, joined};
use crate::engine::Engine;
use crate::id::Id;
use crate::problem::Date;
use crate::record::{Item, Top, output, said, word_members};
use crate::risk::label_order;
use annexa_vocabulary::words;

pub(super) const OBLIGATIONS: Top = top::<Obligations<'_>>("annexa-obligations");

words! {
    /// Whether an obligation binds on a day.
    Binds {
        /// It will bind; one prepares for it.
        Upcoming = "upcoming",
        /// It binds.
        InForce = "in_force",
        /// It binds no longer.
        Ended = "ended",
    }
}

word_members! { Binds }

impl Binds {
    /// Whether an obligation binds on a day.
    pub fn of(obligation: &Obligation, today: Date) -> Binds {
        match (obligation.since, obligation.until) {
            (_, Some(until)) if until < today => Binds::Ended,
            (Some(since), _) if since > today => Binds::Upcoming,
            _ => Binds::InForce,
        }
    }
}

output! {
    /// What the organization is bound to, on a day.
    struct Obligations<'a> {
        /// The day.
        today: Date,
        /// The obligations, by label.
        obligations: Vec<ObligationEntry<'a>>,
    }

    /// An obligation.
    struct ObligationEntry<'a> {
        /// Its id.
        id: Item<'a>,
        /// What people call it.
        label: Option<&'a str>,
        /// What binds.
        kind: ObligationKind,
        /// Its name.
        title: &'a str,
        /// Whether it binds on the day.
        binds: Binds,
        /// Where it stands.
        source: Option<&'a str>,
        /// What it demands.
        demands: Option<&'a str>,
        /// The controls that follow from it.
        controls: Ids<'a>,
        /// The requirements that follow from it.
        items: Ids<'a>,
        /// Whether it names the measures itself.
        explicit: bool,
        /// The maturity that it asks for at least.
        maturity_floor: Option<u32>,
        /// Who answers for it.
        owner: Option<&'a str>,
        /// The first day on which it binds.
        since: Option<Date>,
        /// The last day on which it binds.
        until: Option<Date>,
        /// When somebody last looked at it.
        reviewed: Option<Date>,
    }
}

/// The obligations in the order of their labels.
pub fn obligations(engine: &Engine) -> Vec<&Obligation> {
    let mut all: Vec<&Obligation> = engine.system().obligations.iter().collect();
    all.sort_by(|one, other| {
        label_order(&one.label, &other.label).then_with(|| one.id.cmp(&other.id))
    });
    all
}

/// The register of obligations as canonical JSON.
pub fn obligations_json(engine: &Engine, today: Date) -> Vec<u8> {
    let entries = obligations(engine).into_iter().map(|it| ObligationEntry {
        id: Item(it.id.as_str()),
        label: said(&it.label),
        kind: it.kind,
        title: &it.title,
        binds: Binds::of(it, today),
        source: said(&it.source),
        demands: said(&it.demands),
        controls: ids(&it.controls),
        items: ids(&it.items),
        explicit: it.explicit,
        maturity_floor: it.maturity_floor.map(u32::from),
        owner: said(&it.owner),
        since: it.since,
        until: it.until,
        reviewed: it.reviewed,
    });
    written("annexa-obligations", engine, &Obligations { today, obligations: entries.collect() })
        .finish()
}

/// The register of obligations as CSV.
pub fn obligations_csv(engine: &Engine, today: Date) -> Vec<u8> {
    let columns = [
        "id",
        "label",
        "kind",
        "title",
        "binds",
        "source",
        "demands",
        "controls",
        "items",
        "explicit",
        "maturity_floor",
        "owner",
        "since",
        "until",
        "reviewed",
    ];
    let mut csv = CsvWriter::new(&columns);
    for it in obligations(engine) {
        csv.row([
            it.id.as_str(),
            &it.label,
            it.kind.word(),
            &it.title,
            Binds::of(it, today).word(),
            &it.source,
            &it.demands,
            &joined(it.controls.iter().map(Id::as_str), ";"),
            &joined(it.items.iter().map(Id::as_str), ";"),
            if it.explicit { "true" } else { "false" },
            &it.maturity_floor.map(|floor| floor.to_string()).unwrap_or_default(),
            &it.owner,
            &day(it.since),
            &day(it.until),
            &day(it.reviewed),
        ]);
    }
    csv.finish()
}

fn ids(ids: &[Id]) -> Ids<'_> {
    Ids(ids.iter().map(Id::as_str).collect())
}
