//! Reading an assessment: parse, check, build; a problem anywhere leaves nothing behind.

use std::sync::Arc;

use super::answer::{Answer, Evidence, Finding, Inclusion, Maturity, Scope};
use super::document::{About, Document, LoadError};
use super::limits::{
    ANSWERS_MAX, ANSWERS_MAX_BYTES, ENTRIES_MAX, FILE_MAX_BYTES, LINE_MAX_BYTES, NOTE_MAX_BYTES,
    empty_evidence, too_large,
};
use super::words::{
    Applicability, ExclusionReason, FindingKind, Implementation, InclusionReason, Response,
};
use crate::catalogue::Catalogue;
use crate::id::Id;
use crate::json::{Fields, Node, Reader, parse};
use crate::problem::{Problem, Problems, quoted};

pub(super) fn document(catalogue: Arc<Catalogue>, bytes: &[u8]) -> Result<Document, LoadError> {
    let node = parse(bytes, FILE_MAX_BYTES)?;
    let mut reader = Reader::default();
    let Some(mut fields) = reader.fields(node, "") else {
        return Err(Problems(reader.problems));
    };
    gate(&mut reader, &mut fields, &catalogue);
    if !reader.problems.is_empty() {
        // A file of another kind or version has other fields; listing them would mislead.
        return Err(Problems(reader.problems));
    }
    let mut document = Document::new(catalogue);
    if let Some(node) = fields.take("about") {
        document.about = about(&mut reader, node, "about");
    }
    if let Some(node) = fields.require(&mut reader, "answers") {
        answers(&mut reader, node, &mut document);
    }
    fields.finish(&mut reader);
    if document.size_bound_bytes() > ANSWERS_MAX_BYTES {
        reader.problems.push(too_large(document.size_bound_bytes()));
    }
    if reader.problems.is_empty() { Ok(document) } else { Err(Problems(reader.problems)) }
}

/// Reads one value of a file by its reader.
fn single<T>(
    bytes: &[u8],
    read: impl FnOnce(&mut Reader, Node) -> Option<T>,
) -> Result<T, Problems> {
    let node = parse(bytes, FILE_MAX_BYTES)?;
    let mut reader = Reader::default();
    match read(&mut reader, node) {
        Some(value) if reader.problems.is_empty() => Ok(value),
        _ => Err(Problems(reader.problems)),
    }
}

impl Answer {
    /// Reads one answer as an entry of a file's `answers`.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn from_json(bytes: &[u8]) -> Result<Answer, Problems> {
        single(bytes, |reader, node| answer(reader, node, ""))
    }
}

impl About {
    /// Reads what a file has under `about`.
    ///
    /// # Errors
    ///
    /// Every problem with its code, field path and fix, as for a file.
    pub fn from_json(bytes: &[u8]) -> Result<About, Problems> {
        single(bytes, |reader, node| Some(about(reader, node, "")))
    }
}

/// Checks that this is our format in a version and for a catalogue that we know.
fn gate(reader: &mut Reader, fields: &mut Fields, catalogue: &Catalogue) {
    match fields.take("format") {
        Some(Node::Text(format)) if format == "annexa-assessment" => {}
        _ => {
            return reader.problem(
                "E-NOT-OURS",
                "format",
                "the file does not say that it is an Annexa assessment".to_owned(),
                "choose a file that was saved by Annexa; it has `\"format\": \"annexa-assessment\"`",
            );
        }
    }
    match fields.take("version") {
        Some(Node::Int(1)) => {}
        Some(Node::Int(version)) if version > 1 => reader.problem(
            "E-VERSION",
            "version",
            format!("the file has format version {version}, this program reads version 1"),
            "open it with the newer version of Annexa that wrote it; nothing was changed",
        ),
        _ => reader.problem(
            "E-VERSION",
            "version",
            "the format version is missing or not a whole number".to_owned(),
            "choose a file that was saved by Annexa; it has `\"version\": 1`",
        ),
    }
    match fields.take("catalogue") {
        Some(Node::Text(id)) if id == catalogue.id() => {}
        Some(Node::Text(id)) => reader.problem(
            "E-CATALOGUE",
            "catalogue",
            format!("the answers belong to {}, not to `{}`", quoted(&id), catalogue.id()),
            "choose an assessment of the same framework and edition",
        ),
        _ => reader.problem(
            "E-CATALOGUE",
            "catalogue",
            "the file does not say which framework its answers belong to".to_owned(),
            format!("add `\"catalogue\": \"{}\"` if they do", catalogue.id()),
        ),
    }
}

fn about(reader: &mut Reader, node: Node, place: &str) -> About {
    let Some(mut fields) = reader.fields(node, place) else { return About::default() };
    let about = About {
        organization: fields.text(reader, "organization", LINE_MAX_BYTES),
        scope: fields.text(reader, "scope", NOTE_MAX_BYTES),
        version: fields.text(reader, "version", LINE_MAX_BYTES),
        date: parsed(reader, &mut fields, "date"),
        approver: fields.text(reader, "approver", LINE_MAX_BYTES),
    };
    fields.finish(reader);
    about
}

fn answers(reader: &mut Reader, node: Node, document: &mut Document) {
    let mut seen: Vec<(String, usize)> = Vec::new();
    for (index, node) in reader.list(node, "answers", ANSWERS_MAX).into_iter().enumerate() {
        let place = format!("answers[{index}]");
        let Some(answer) = answer(reader, node, &place) else { continue };
        let id = answer.id.as_str().to_owned();
        match seen.binary_search_by(|(other, _)| other.as_str().cmp(&id)) {
            Ok(found) => {
                let first = seen.get(found).map_or(0, |(_, first)| *first);
                reader.problem(
                    "E-DUPLICATE-ANSWER",
                    &place,
                    format!("`{id}` is answered here and in answers[{first}]"),
                    "keep one of the two",
                );
            }
            Err(slot) => {
                seen.insert(slot, (id, index));
                if let Err(problem) = document.insert(answer) {
                    reader.problem_at(&place, problem);
                }
            }
        }
    }
}

fn answer(reader: &mut Reader, node: Node, place: &str) -> Option<Answer> {
    let mut fields = reader.fields(node, place)?;
    let id_place = fields.path("id");
    let id: Option<Id> =
        fields.require(reader, "id").and_then(|node| reader.parsed(node, &id_place));
    // An answer without an id still has its other fields checked, so that all is reported.
    let mut answer = Answer::new(match &id {
        Some(id) => id.clone(),
        None => "unknown".parse().ok()?,
    });
    answer.response = word(reader, &mut fields, "response", Response::WORDS);
    answer.implementation = word(reader, &mut fields, "implementation", Implementation::WORDS);
    if let Some(node) = fields.take("applicability") {
        applicability(reader, node, &fields.path("applicability"), &mut answer);
    }
    answer.inclusion = list(reader, &mut fields, "inclusion", inclusion);
    answer.inclusion.sort();
    answer.inclusion.dedup();
    let path = fields.path("maturity");
    answer.maturity = fields.take("maturity").and_then(|node| maturity(reader, node, &path));
    let path = fields.path("finding");
    answer.finding = fields.take("finding").and_then(|node| finding(reader, node, &path));
    answer.notes = fields.text(reader, "notes", NOTE_MAX_BYTES);
    answer.evidence = list(reader, &mut fields, "evidence", evidence);
    answer.owner = fields.text(reader, "owner", LINE_MAX_BYTES);
    answer.due = parsed(reader, &mut fields, "due");
    answer.changed = parsed(reader, &mut fields, "changed");
    fields.finish(reader);
    id.map(|_| answer)
}

fn applicability(reader: &mut Reader, node: Node, place: &str, answer: &mut Answer) {
    let Some(mut fields) = reader.fields(node, place) else { return };
    let path = fields.path("state");
    let mut state = Applicability::default();
    if let Some(node) = fields.require(reader, "state") {
        state = reader.word(node, &path, Applicability::WORDS).unwrap_or_default();
    }
    answer.applicability = Scope {
        state,
        reason: word(reader, &mut fields, "reason", ExclusionReason::WORDS),
        justification: fields.text(reader, "justification", NOTE_MAX_BYTES),
        provider: fields.text(reader, "provider", LINE_MAX_BYTES),
    };
    fields.finish(reader);
}

fn inclusion(reader: &mut Reader, node: Node, place: &str) -> Option<Inclusion> {
    let mut fields = reader.fields(node, place)?;
    let path = fields.path("reason");
    let reason = fields
        .require(reader, "reason")
        .and_then(|node| reader.word(node, &path, InclusionReason::WORDS));
    let reference = fields.text(reader, "reference", LINE_MAX_BYTES);
    fields.finish(reader);
    Some(Inclusion { reason: reason?, reference })
}

fn maturity(reader: &mut Reader, node: Node, place: &str) -> Option<Maturity> {
    let mut fields = reader.fields(node, place)?;
    let path = fields.path("level");
    let current = fields.require(reader, "level").and_then(|n| level(reader, &n, &path));
    let path = fields.path("target");
    let target = fields.take("target").and_then(|n| level(reader, &n, &path));
    fields.finish(reader);
    Some(Maturity { level: current?, target })
}

fn level(reader: &mut Reader, node: &Node, place: &str) -> Option<u8> {
    reader.int(node, place, 0, 5).and_then(|level| u8::try_from(level).ok())
}

fn finding(reader: &mut Reader, node: Node, place: &str) -> Option<Finding> {
    let mut fields = reader.fields(node, place)?;
    let path = fields.path("kind");
    let kind = fields
        .require(reader, "kind")
        .and_then(|node| reader.word(node, &path, FindingKind::WORDS));
    let text = fields.text(reader, "text", NOTE_MAX_BYTES);
    let root_cause = fields.text(reader, "root_cause", NOTE_MAX_BYTES);
    let correction = fields.text(reader, "correction", NOTE_MAX_BYTES);
    fields.finish(reader);
    Some(Finding { kind: kind?, text, root_cause, correction })
}

fn evidence(reader: &mut Reader, node: Node, place: &str) -> Option<Evidence> {
    let mut fields = reader.fields(node, place)?;
    let label = fields.text(reader, "label", LINE_MAX_BYTES);
    let link = fields.text(reader, "link", LINE_MAX_BYTES);
    let date = parsed(reader, &mut fields, "date");
    let path = fields.path("review_months");
    let months = fields.take("review_months").and_then(|node| reader.int(&node, &path, 1, 120));
    if label.is_empty() && link.is_empty() {
        reader.problem_at(fields.place(), empty_evidence(""));
    }
    fields.finish(reader);
    Some(Evidence {
        id: None,
        label,
        link,
        date,
        review_months: months.and_then(|m| u8::try_from(m).ok()),
    })
}

fn word<T: Copy>(
    reader: &mut Reader,
    fields: &mut Fields,
    key: &str,
    words: &[(&'static str, T)],
) -> Option<T> {
    let path = fields.path(key);
    fields.take(key).and_then(|node| reader.word(node, &path, words))
}

fn parsed<T: std::str::FromStr<Err = Problem>>(
    reader: &mut Reader,
    fields: &mut Fields,
    key: &str,
) -> Option<T> {
    let path = fields.path(key);
    fields.take(key).and_then(|node| reader.parsed(node, &path))
}

fn list<T>(
    reader: &mut Reader,
    fields: &mut Fields,
    key: &str,
    entry: fn(&mut Reader, Node, &str) -> Option<T>,
) -> Vec<T> {
    let Some(node) = fields.take(key) else { return Vec::new() };
    let place = fields.path(key);
    let mut entries = Vec::new();
    for (index, node) in reader.list(node, &place, ENTRIES_MAX).into_iter().enumerate() {
        entries.extend(entry(reader, node, &format!("{place}[{index}]")));
    }
    entries
}
