//! The resolution: the list of conflicts, to be filled in and read again.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::choice::{Choice, Decided, Take};
use super::conflict::{Change, ChangeKind, Conflict, ConflictKind, Note, NoteKind, Part, Side};
use super::{Merged, Versions};
use crate::assessment::{Document, FILE};
use crate::json::{FileKind, Limits, Raw, Reader, Writer};
use crate::problem::{Problem, Problems, problem, quoted};
use crate::record::{Field, Kind, Member, Output as _, Top, fields, output, said};

const FORMAT: &str = "annexa-resolution";
const VERSION: i64 = 1;
/// The most choices.
const CHOICES_MAX: usize = 200_000;

const LIMITS: Limits = Limits { what: FileKind::Resolution, values_max: 2_000_000, ..FILE };

pub(crate) const RESOLUTION: Top = Top { format: Some(FORMAT), around: None, own: List::SHAPE };

output! {
    /// The conflicts of a merge: with `take` filled in, its resolution.
    struct List<'a> {
        /// The digest of the ancestor's content; empty where there is none.
        base: &'a str,
        /// The digest of the content of ours.
        ours: &'a str,
        /// The digest of the content of theirs.
        theirs: &'a str,
        /// What is to be decided: one choice for each conflict.
        choices: Vec<ChoiceEntry<'a>>,
        /// What is worth knowing and need not be decided. It is not read again.
        notes: Option<Listed<NoteEntry<'a>>>,
        /// What fits together. It is not read again.
        changes: Option<Listed<ChangeEntry<'a>>>,
    }

    /// A conflict, and what is taken.
    struct ChoiceEntry<'a> {
        /// Where it is: members and ids joined by `/`, with `~0` for `~` and `~1` for `/`.
        path: &'a str,
        /// What is taken: `ours`, `theirs`, `base` or `value`; of an entry `keep` or `delete`.
        take: &'a str,
        /// The value that is taken, where `take` is `value`.
        value: Option<Anything>,
        /// Why it is one. It is not read again, like all that follows.
        kind: Option<ConflictKind>,
        /// What the ancestor has.
        base: Part<'a>,
        /// What ours has.
        ours: Part<'a>,
        /// What theirs has.
        theirs: Part<'a>,
        /// What both wrote behind the text that both had.
        suggestion: Option<&'a str>,
    }

    /// Something that is worth knowing.
    struct NoteEntry<'a> {
        /// What it is.
        kind: NoteKind,
        /// Where it is.
        path: Option<&'a str>,
        /// Another place that it is about.
        other: Option<&'a str>,
    }

    /// Something that fits.
    struct ChangeEntry<'a> {
        /// Where it is.
        path: &'a str,
        /// What became of it.
        kind: ChangeKind,
        /// From which version it comes.
        by: Side,
    }
}

/// A list that may be left out.
#[derive(Debug)]
struct Listed<T>(Vec<T>);

impl<T: crate::record::Output> Member for Listed<T> {
    const KIND: Kind = <Vec<T> as Member>::KIND;

    fn write(&self, w: &mut Writer, key: &str) {
        self.0.write(w, key);
    }
}

/// A value that is only read.
#[derive(Debug)]
enum Anything {}

impl Member for Anything {
    const KIND: Kind = Kind::Anything;

    fn write(&self, _: &mut Writer, _: &str) {}
}

/// What was decided about the conflicts of two files, and which files these are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resolution {
    /// The digest of the ancestor's content; empty where there is none.
    pub base: String,
    /// The digest of the content of ours.
    pub ours: String,
    /// The digest of the content of theirs.
    pub theirs: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

impl Resolution {
    /// Reads a resolution.
    ///
    /// # Errors
    ///
    /// Every problem with its code, place and fix.
    pub fn from_bytes(bytes: &[u8]) -> Result<Resolution, Problems> {
        Reader::whole(bytes, LIMITS, |reader| {
            let mut resolution = Resolution::default();
            let (mut format, mut version) = (None, None);
            fields(reader, &TOP, &mut |reader, _, field| {
                match field.name {
                    "format" => format = Some(reader.raw()?),
                    "version" => version = Some(reader.raw()?),
                    "base" => resolution.base = text(reader)?,
                    "ours" => resolution.ours = text(reader)?,
                    "theirs" => resolution.theirs = text(reader)?,
                    "choices" => reader.entries(CHOICES_MAX, &mut |reader, _| {
                        resolution.choices.push(choice(reader)?);
                        Ok(())
                    })?,
                    _ => reader.skip()?,
                }
                Ok(())
            })?;
            if let Some(problem) = gate(format.as_ref(), version.as_ref()) {
                reader.findings.replace([problem].into());
            }
            Ok(resolution)
        })
    }

    /// Whether the choices were made about these files and their conflicts, and about all of them.
    /// `rest` decides what is missing.
    ///
    /// # Errors
    ///
    /// `E-RESOLUTION-STALE`, `E-RESOLUTION-PATH` with every path.
    pub fn decided(self, versions: Versions<'_>, rest: Option<Take>) -> Result<Decided, Problems> {
        let stale = self.stale(&versions);
        if !stale.is_empty() {
            return Err(Problems(stale));
        }
        let open = super::merge(versions, &Decided::default())?;
        let decided = Decided { choices: self.choices, rest };
        // What is a conflict because of another choice is one too.
        let chosen = super::merge(versions, &decided);
        let conflicts = open.conflicts.iter().chain(chosen.iter().flat_map(|it| &it.conflicts));
        let known: BTreeSet<&str> = conflicts.map(|conflict| conflict.path.as_str()).collect();
        let mut problems = Vec::new();
        let mut seen = BTreeSet::new();
        for (place, choice) in decided.choices.iter().enumerate() {
            let path = choice.path.as_str();
            let case = if !known.contains(path) && chosen.is_ok() {
                Some(problem!("E-RESOLUTION-PATH", "no_conflict", path = quoted(path)))
            } else if !seen.insert(path) {
                Some(problem!("E-RESOLUTION-PATH", "twice", path = quoted(path)))
            } else {
                None
            };
            problems.extend(case.map(|it| it.at(alloc::format!("choices[{place}].path"))));
        }
        for conflict in open.conflicts.iter().filter(|_| rest.is_none()) {
            if decided.about(&conflict.path).is_none() {
                let path = quoted(&conflict.path);
                problems.push(problem!("E-RESOLUTION-PATH", "missing", path = path).at("choices"));
            }
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        chosen.map(|_| ())?;
        Ok(decided)
    }

    fn stale(&self, versions: &Versions<'_>) -> Vec<Problem> {
        let is = digests(versions);
        let given = [("base", &self.base), ("ours", &self.ours), ("theirs", &self.theirs)];
        let other = given.iter().zip(&is).filter(|((_, given), is)| given.as_str() != is.as_str());
        other
            .map(|((name, _), _)| problem!("E-RESOLUTION-STALE", version = *name).at(*name))
            .collect()
    }
}

/// The fields of a resolution as a file, with what says that it is one.
const TOP: [Field; 8] = {
    [
        Field { name: "format", ..Field::of(Kind::Constant(FORMAT)).required() },
        Field { name: "version", ..Field::of(Kind::Version(VERSION)).required() },
        Field { name: "base", ..Field::of(Kind::Sentence) },
        Field { name: "ours", ..Field::of(Kind::Sentence).required() },
        Field { name: "theirs", ..Field::of(Kind::Sentence).required() },
        Field { name: "choices", ..Field::of(Kind::Texts).required() },
        Field { name: "notes", ..Field::of(Kind::Texts) },
        Field { name: "changes", ..Field::of(Kind::Texts) },
    ]
};

fn gate(format: Option<&Raw<'_>>, version: Option<&Raw<'_>>) -> Option<Problem> {
    match (format, version) {
        (Some(Raw::Text(format)), Some(Raw::Int(VERSION))) if format == FORMAT => None,
        (Some(Raw::Text(format)), Some(Raw::Int(version)))
            if format == FORMAT && *version > VERSION =>
        {
            let version = alloc::format!("{version}");
            Some(problem!("E-VERSION", "newer", version = version).at("version"))
        }
        (Some(Raw::Text(format)), _) if format == FORMAT => {
            Some(problem!("E-VERSION", "missing").at("version"))
        }
        _ => Some(problem!("E-NOT-OURS", "resolution").at("format")),
    }
}

fn text(reader: &mut Reader<'_>) -> crate::json::Read<String> {
    Ok(reader.text(FILE.size_max_bytes)?.unwrap_or_default().into_owned())
}

fn choice(reader: &mut Reader<'_>) -> crate::json::Read<Choice> {
    let mut choice = Choice { path: String::new(), take: None, value: None };
    fields(reader, ChoiceEntry::SHAPE.fields, &mut |reader, _, field| {
        match field.name {
            "path" => choice.path = text(reader)?,
            "take" => {
                let words: Vec<&str> = Take::WORDS.iter().map(|(word, _)| *word).collect();
                reader.word(&words, &mut |word| {
                    choice.take = Take::from_word(word);
                    word.is_empty() || choice.take.is_some()
                })?;
            }
            "value" => choice.value = Some(reader.written()?.into()),
            _ => reader.skip()?,
        }
        Ok(())
    })?;
    Ok(choice)
}

fn digests(versions: &Versions<'_>) -> [String; 3] {
    let Versions { base, ours, theirs, .. } = versions;
    [
        base.map(Document::content_hash).unwrap_or_default(),
        ours.content_hash(),
        theirs.content_hash(),
    ]
}

impl Merged<'_> {
    /// The list of conflicts as canonical JSON, with what was taken already.
    pub fn to_json(&self, versions: Versions<'_>) -> Vec<u8> {
        let [base, ours, theirs] = digests(&versions);
        let list = List {
            base: &base,
            ours: &ours,
            theirs: &theirs,
            choices: self.conflicts.iter().map(entry).collect(),
            notes: Some(Listed(self.notes.iter().map(note_entry).collect())),
            changes: Some(Listed(self.changes.iter().map(change_entry).collect())),
        };
        let mut writer = Writer::default();
        writer.object(|w| {
            w.text("format", FORMAT);
            w.int("version", VERSION);
            list.members(w);
        });
        writer.finish()
    }
}

fn entry<'a>(conflict: &'a Conflict<'_>) -> ChoiceEntry<'a> {
    ChoiceEntry {
        path: &conflict.path,
        take: conflict.taken.map_or("", Take::word),
        value: None,
        kind: Some(conflict.kind),
        base: conflict.base.clone(),
        ours: conflict.ours.clone(),
        theirs: conflict.theirs.clone(),
        suggestion: conflict.suggestion.as_deref(),
    }
}

fn note_entry(note: &Note) -> NoteEntry<'_> {
    let Note { kind, path, other } = note;
    NoteEntry { kind: *kind, path: said(path), other: other.as_deref() }
}

fn change_entry(change: &Change) -> ChangeEntry<'_> {
    let Change { path, kind, by } = change;
    ChangeEntry { path, kind: *kind, by: *by }
}
