//! Documents, audits and reviews, nonconformities and the scope as canonical JSON, and the
//! checklist of documents as CSV.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{day, shown, top, written};
use crate::assessment::{DocumentState, EventKind, Grade};
use crate::catalogue::Item;
use crate::csv::{CsvWriter, joined};
use crate::effort::Open;
use crate::engine::Engine;
use crate::method::Method;
use crate::papers::{DocumentRow, checklist, days_open, is_closed};
use crate::problem::Date;
use crate::record::{Texts, Top, output, word_members};
use crate::scope::{Statement, statement};
use crate::words::Words;

pub(super) const PAPERS: Top = top::<Papers<'_>>("annexa-papers");

word_members! { DocumentState EventKind Grade }

output! {
    /// What shows that a management system lives: its scope, documents and records, audits and
    /// reviews, nonconformities.
    struct Papers<'a> {
        /// The day for which was looked.
        today: Date,
        /// The scope statement as it stands on reports.
        scope: String,
        /// Whether a person wrote it; else it is put together from its parts.
        scope_is_written: bool,
        /// The parts that have changed since it was written.
        scope_parts_changed: Texts<'a>,
        /// Every document that the catalogue names, then one's own.
        documents: Vec<PaperEntry<'a>>,
        /// Audits, reviews and exercises.
        events: Vec<EventEntry<'a>>,
        /// Nonconformities.
        nonconformities: Vec<NonconformityEntry<'a>>,
    }

    /// A document or record.
    struct PaperEntry<'a> {
        /// Its id; none of a document of one's own.
        id: Option<&'a str>,
        /// Its title.
        title: &'a str,
        /// The item that asks for it.
        source: Option<&'a str>,
        /// From when on it is needed, or who determines that.
        needed_from: Option<&'a str>,
        /// How far it is.
        state: DocumentState,
        /// Who answers for it.
        owner: Option<&'a str>,
        /// The version that is in force.
        version: Option<&'a str>,
        /// When it was approved or last reviewed.
        date: Option<Date>,
        /// When it is looked at again.
        review_due: Option<Date>,
        /// Whether that day is past.
        overdue: bool,
        /// Where it is.
        link: Option<&'a str>,
        /// The requirements and documents that have to be finished before it, and are not.
        waits_for: Texts<'a>,
    }

    /// An audit, a review or an exercise.
    struct EventEntry<'a> {
        /// Its id.
        id: &'a str,
        /// What it is.
        kind: EventKind,
        /// For when it is planned.
        planned: Option<Date>,
        /// When it was done.
        done: Option<Date>,
        /// Whether that day has come.
        counts: bool,
        /// What it covers.
        what: Option<&'a str>,
        /// Who holds it.
        who: Option<&'a str>,
        /// Where its record is.
        link: Option<&'a str>,
    }

    /// A nonconformity.
    struct NonconformityEntry<'a> {
        /// Its id.
        id: &'a str,
        /// What people call it.
        label: Option<&'a str>,
        /// How grave it is.
        grade: Grade,
        /// What is wrong.
        what: &'a str,
        /// The item that is not fulfilled.
        item: Option<&'a str>,
        /// Whether it is closed.
        closed: bool,
        /// How many days it has been open, or was.
        days_open: Option<u64>,
        /// Who answers for it.
        owner: Option<&'a str>,
    }
}

fn said(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Documents, events and nonconformities for a day as canonical JSON.
pub fn papers_json(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    written("annexa-papers", engine, &papers_of(engine, today, words)).finish()
}

/// The same for a view.
pub fn papers_shown(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    shown(&papers_of(engine, today, words))
}

fn papers_of<'a>(engine: &'a Engine, today: Date, words: &'a Words) -> Papers<'a> {
    let system = engine.system();
    let scope = statement(&engine.document().about.scope, system);
    let changed = match &scope {
        Statement::Written(_, changed) => changed.clone(),
        Statement::Blank | Statement::Composed(_) => Vec::new(),
    };
    let (rows, open) = (paper_rows(engine, today), engine.open_work(today));
    let events = system.events.iter().map(|it| EventEntry {
        id: it.id.as_ref().map_or("", |id| id.as_str()),
        kind: it.kind,
        planned: it.planned,
        done: it.done,
        counts: it.done.is_some_and(|done| done <= today),
        what: said(&it.what),
        who: said(&it.who),
        link: said(&it.link),
    });
    let nonconformities = system.nonconformities.iter().map(|it| NonconformityEntry {
        id: it.id.as_ref().map_or("", |id| id.as_str()),
        label: said(&it.label),
        grade: it.grade,
        what: &it.what,
        item: it.item.as_ref().map(|id| id.as_str()),
        closed: is_closed(it, today),
        days_open: days_open(it, today).and_then(|days| u64::try_from(days).ok()),
        owner: said(&it.owner),
    });
    Papers {
        today,
        scope: scope.text(words),
        scope_is_written: matches!(scope, Statement::Written(..)),
        scope_parts_changed: Texts(changed),
        documents: rows.iter().map(|row| paper(engine, row, &open, today, words)).collect(),
        events: events.collect(),
        nonconformities: nonconformities.collect(),
    }
}

/// The checklist of documents on a day.
pub fn paper_rows(engine: &Engine, today: Date) -> Vec<DocumentRow<'_>> {
    let catalogue = engine.document().catalogue();
    let is_valid = engine.soa_approved(today).is_valid();
    let soa = Method::of(catalogue).map(|method| (method.soa_document, is_valid));
    checklist(catalogue, engine.system(), soa)
}

fn paper<'a>(
    engine: &'a Engine,
    row: &DocumentRow<'a>,
    open: &Open,
    today: Date,
    words: &'a Words,
) -> PaperEntry<'a> {
    let items = engine.document().catalogue().items();
    let text = |pick: fn(&crate::assessment::Paper) -> &str| row.paper.map(pick).and_then(said);
    PaperEntry {
        id: row.id(),
        title: row.title(engine.document().catalogue(), words),
        source: row.named.and_then(|named| items.get(named.source())).map(Item::id),
        needed_from: row.named.map(|named| named.needed().word()),
        state: row.state,
        owner: text(|paper| &paper.owner),
        version: text(|paper| &paper.version),
        date: row.paper.and_then(|paper| paper.date),
        review_due: row.review_due,
        overdue: row.review_due.is_some_and(|due| due < today),
        link: text(|paper| &paper.link),
        waits_for: Texts(row.waits_for(open)),
    }
}

/// The checklist of documents as CSV.
pub fn papers_csv(engine: &Engine, today: Date, words: &Words) -> Vec<u8> {
    let columns = [
        "id",
        "title",
        "source",
        "needed_from",
        "state",
        "owner",
        "version",
        "date",
        "review_due",
        "link",
        "waits_for",
    ];
    let open = engine.open_work(today);
    let mut csv = CsvWriter::new(&columns);
    for row in &paper_rows(engine, today) {
        let it = paper(engine, row, &open, today, words);
        csv.row([
            it.id.unwrap_or_default(),
            it.title,
            it.source.unwrap_or_default(),
            it.needed_from.unwrap_or_default(),
            it.state.word(),
            it.owner.unwrap_or_default(),
            it.version.unwrap_or_default(),
            &day(it.date),
            &it.review_due.map(|due| due.to_string()).unwrap_or_default(),
            it.link.unwrap_or_default(),
            &joined(&it.waits_for.0, ";"),
        ]);
    }
    csv.finish()
}
