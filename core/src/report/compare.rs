//! Two states beside each other, and the states that were kept, as canonical JSON and as CSV.

use alloc::string::String;
use alloc::vec::Vec;

use super::{day, top, written};
use crate::assessment::Snapshot;
use crate::csv::{CsvWriter, joined};
use crate::engine::Engine;
use crate::history::{Change, Class, Comparison, Note, Part, State, Subject};
use crate::json::Writer;
use crate::problem::Date;
use crate::record::{
    Digest, Item, Kind, Member, Name, Nullable, Texts, Top, output, said, word_members,
};
use crate::words::Words;

pub(super) const COMPARISON: Top = top::<ComparisonOf<'_>>("annexa-comparison");
pub(super) const SNAPSHOTS: Top = top::<SnapshotsOf<'_>>("annexa-snapshots");

word_members! { Class Note Part Subject }

/// A difference, or null.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signed(pub(super) Option<i64>);

impl Member for Signed {
    const KIND: Kind = Kind::OptionalInt(-(1 << 40), 1 << 40);

    fn write(&self, w: &mut Writer, key: &str) {
        w.optional_int(key, self.0);
    }
}

/// A number, or null.
#[derive(Debug, Clone, Copy)]
pub(super) struct Count(pub(super) Option<u32>);

impl Member for Count {
    const KIND: Kind = Kind::OptionalInt(0, i64::MAX);

    fn write(&self, w: &mut Writer, key: &str) {
        w.optional_int(key, self.0);
    }
}

/// One of two states that are compared: the state, and by what people know it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The state.
    pub state: &'a State,
    /// What was kept; nothing where it is a file as it is.
    pub kept: Option<&'a Snapshot>,
    /// The file, or nothing.
    pub file: &'a str,
}

output! {
    /// Two states beside each other.
    struct ComparisonOf<'a> {
        /// The first state.
        from: SideEntry<'a>,
        /// The second.
        to: SideEntry<'a>,
        /// What is to be known of the comparison as a whole.
        notes: Vec<NoteEntry>,
        /// How many things of each kind are in each class; classes without any are left out.
        counts: Vec<CountEntry>,
        /// Everything that is another, the worse first.
        changes: Vec<ChangeEntry<'a>>,
        /// The scores of the chapters.
        scores: Vec<ScoreEntry<'a>>,
        /// The figures of the measures.
        measures: Vec<FigureEntry<'a>>,
    }

    /// A state that is compared.
    struct SideEntry<'a> {
        /// The file; left out where there is none.
        file: Option<&'a str>,
        /// The id of what was kept.
        id: Option<Item<'a>>,
        /// Its name.
        name: Option<&'a str>,
        /// The day.
        on: Date,
        /// The catalogue of the state.
        catalogue: Name<'a>,
        /// The digest of its content, without what was kept.
        content_sha256: Digest<'a>,
    }

    /// What is to be known of a comparison as a whole.
    struct NoteEntry {
        /// The word for it.
        note: Note,
    }

    /// How many things are in a class.
    struct CountEntry {
        /// What is counted.
        part: Part,
        /// The class.
        class: Class,
        /// How many.
        count: u32,
    }

    /// One thing that is another.
    struct ChangeEntry<'a> {
        /// What the second is to the first.
        class: Class,
        /// What is compared.
        subject: Subject,
        /// The item, risk, condition or document.
        id: Item<'a>,
        /// What people call it: a risk by its label.
        label: Option<&'a str>,
        /// The title of an item or document.
        title: Option<String>,
        /// What an item was made from, where that has other ids.
        made_from: Texts<'a>,
        /// The words of the first state; several where several items became one.
        from: Texts<'a>,
        /// The words of the second.
        to: Texts<'a>,
    }

    /// The score of a chapter in both states.
    struct ScoreEntry<'a> {
        /// The key of the score.
        key: &'a str,
        /// Conformity in the first state.
        from_bp: Nullable,
        /// In the second.
        to_bp: Nullable,
        /// The second less the first; null where one is, and between editions.
        difference_bp: Signed,
        /// Coverage in the first state.
        coverage_from_bp: Nullable,
        /// In the second.
        coverage_to_bp: Nullable,
        /// The second less the first.
        coverage_difference_bp: Signed,
    }

    /// A figure of a measure in both states.
    struct FigureEntry<'a> {
        /// The measure.
        id: Name<'a>,
        /// Which of its figures.
        part: Option<&'a str>,
        /// In the first state.
        from: Count,
        /// In the second.
        to: Count,
        /// The second less the first; null where one is, or the two stand on other scales.
        difference: Signed,
    }

    /// The states of an assessment that were kept, the earliest first.
    struct SnapshotsOf<'a> {
        /// Each of them.
        snapshots: Vec<KeptEntry<'a>>,
    }

    /// A state that was kept.
    struct KeptEntry<'a> {
        /// Its id.
        id: Item<'a>,
        /// Its name.
        name: &'a str,
        /// The day of the state.
        on: Option<Date>,
        /// Why it was kept.
        note: Option<&'a str>,
        /// The catalogue of that day.
        catalogue: Name<'a>,
        /// The digest of the content that day, without what was kept.
        content_sha256: Digest<'a>,
        /// Of how many requirements and controls something was said.
        items: u32,
        /// How many risks there were.
        risks: u32,
    }
}

impl<'a> SideEntry<'a> {
    fn of(side: &Side<'a>) -> SideEntry<'a> {
        let Side { state, kept, file } = *side;
        SideEntry {
            file: said(file),
            id: kept.and_then(|it| it.id.as_ref()).map(|id| Item(id.as_str())),
            name: kept.map(|it| it.name.as_str()),
            on: state.on,
            catalogue: Name(&state.catalogue),
            content_sha256: Digest(&state.content),
        }
    }
}

/// A comparison as canonical JSON.
pub fn comparison_json(
    engine: &Engine,
    (from, to): (Side<'_>, Side<'_>),
    it: &Comparison,
    words: &Words,
) -> Vec<u8> {
    let counts = it.counts.iter().flat_map(|counts| {
        let classes = counts.classes.iter().filter(|(_, count)| *count > 0);
        classes.map(|(class, count)| CountEntry { part: counts.part, class: *class, count: *count })
    });
    let changes = it.changes.iter().map(|change| ChangeEntry {
        class: change.class,
        subject: change.subject,
        id: Item(&change.id),
        label: said(&change.label),
        title: change_title(engine, change, words),
        made_from: Texts(change.made_from.iter().map(String::as_str).collect()),
        from: Texts(change.from.iter().map(String::as_str).collect()),
        to: Texts(change.to.iter().map(String::as_str).collect()),
    });
    let scores = it.scores.iter().map(|score| {
        let (from, to) = (score.from.as_ref(), score.to.as_ref());
        ScoreEntry {
            key: &score.key,
            from_bp: Nullable(from.and_then(|it| it.score_bp)),
            to_bp: Nullable(to.and_then(|it| it.score_bp)),
            difference_bp: Signed(score.score_difference()),
            coverage_from_bp: Nullable(from.and_then(|it| it.coverage_bp)),
            coverage_to_bp: Nullable(to.and_then(|it| it.coverage_bp)),
            coverage_difference_bp: Signed(score.coverage_difference()),
        }
    });
    let measures = it.figures.iter().map(|figure| FigureEntry {
        id: Name(figure.measure.word()),
        part: said(&figure.part),
        from: Count(figure.from),
        to: Count(figure.to),
        difference: Signed(figure.difference),
    });
    let own = ComparisonOf {
        from: SideEntry::of(&from),
        to: SideEntry::of(&to),
        notes: it.notes.iter().map(|note| NoteEntry { note: *note }).collect(),
        counts: counts.collect(),
        changes: changes.collect(),
        scores: scores.collect(),
        measures: measures.collect(),
    };
    written("annexa-comparison", engine, &own).finish()
}

/// The title of what changed: of an item, an own control, a risk or a document.
pub fn change_title(engine: &Engine, change: &Change, words: &Words) -> Option<String> {
    let catalogue = engine.document().catalogue();
    let system = engine.system();
    let title = match change.subject.part() {
        Part::Documents => words.document_of(catalogue, &change.id).0.into(),
        Part::Conditions => String::new(),
        Part::Risks => {
            let risk = system.risks.iter().find(|risk| risk.id.as_str() == change.id);
            risk.map(|risk| risk.title.clone()).unwrap_or_default()
        }
        Part::Items => match (catalogue.index_of(&change.id), system.own_control(&change.id)) {
            (Some(place), _) => words.title_of(catalogue, place).into(),
            (None, Some(own)) => {
                system.own_controls.get(own).map(|it| it.title.clone()).unwrap_or_default()
            }
            (None, None) => String::new(),
        },
    };
    Some(title).filter(|title| !title.is_empty() && *title != change.id)
}

/// The changes as CSV, the worse first.
pub fn comparison_csv(engine: &Engine, it: &Comparison, words: &Words) -> Vec<u8> {
    let columns = ["class", "subject", "id", "label", "title", "made_from", "from", "to"];
    let mut csv = CsvWriter::new(&columns);
    for change in &it.changes {
        csv.row([
            change.class.word(),
            change.subject.word(),
            &change.id,
            &change.label,
            &change_title(engine, change, words).unwrap_or_default(),
            &joined(&change.made_from, ";"),
            &joined(&change.from, ";"),
            &joined(&change.to, ";"),
        ]);
    }
    csv.finish()
}

/// What was kept, the earliest first.
pub fn snapshots(engine: &Engine) -> Vec<&Snapshot> {
    let mut list: Vec<&Snapshot> = engine.system().snapshots.iter().collect();
    list.sort_by(|one, other| (one.on, &one.id).cmp(&(other.on, &other.id)));
    list
}

/// What was kept, as canonical JSON.
pub fn snapshots_json(engine: &Engine) -> Vec<u8> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let entries = snapshots(engine).into_iter().map(|it| KeptEntry {
        id: Item(it.id.as_ref().map_or("", |id| id.as_str())),
        name: &it.name,
        on: it.on,
        note: said(&it.note),
        catalogue: Name(it.catalogue.as_str()),
        content_sha256: Digest(&it.content),
        items: count(it.items.len()),
        risks: count(it.risks.len()),
    });
    let own = SnapshotsOf { snapshots: entries.collect() };
    written("annexa-snapshots", engine, &own).finish()
}

/// What was kept, as CSV.
pub fn snapshots_csv(engine: &Engine) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["id", "name", "on", "note", "catalogue", "content_sha256"]);
    for it in snapshots(engine) {
        csv.row([
            it.id.as_ref().map_or("", |id| id.as_str()),
            &it.name,
            &day(it.on),
            &it.note,
            it.catalogue.as_str(),
            &it.content,
        ]);
    }
    csv.finish()
}
