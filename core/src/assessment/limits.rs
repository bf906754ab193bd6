//! How large the parts of an assessment may be, and the checks that keep an edited
//! assessment one that can be read back.

use super::answer::Answer;
use super::document::About;
use crate::problem::Problem;

/// The largest file that is read, in bytes.
pub(crate) const FILE_MAX_BYTES: usize = 16 << 20;
/// The most that the answers' [`Answer::size_bound_bytes`] may add up to, from a file or from
/// an edit, so that what was accepted can be saved and read again; the rest is for the cover.
pub(crate) const ANSWERS_MAX_BYTES: usize = FILE_MAX_BYTES - (256 << 10);
/// The longest note, in bytes.
pub(crate) const NOTE_MAX_BYTES: usize = 64 << 10;
/// The longest short text, in bytes.
pub(crate) const LINE_MAX_BYTES: usize = 2 << 10;
/// The most answers in one file.
pub(crate) const ANSWERS_MAX: usize = 5_000;
/// The most entries in a list inside an answer.
pub(crate) const ENTRIES_MAX: usize = 100;

/// What is wrong with a text as such, if anything.
pub(crate) fn text_problem(place: &str, text: &str, size_max_bytes: usize) -> Option<Problem> {
    if text.len() > size_max_bytes {
        return Some(Problem::new(
            "E-TOO-LARGE",
            place,
            format!("the text has {} bytes, the limit is {size_max_bytes}", text.len()),
            "shorten it, or link a document",
        ));
    }
    let character = text.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t')?;
    Some(Problem::new(
        "E-CONTROL-CHARACTER",
        place,
        format!("the text holds the control character {}", character.escape_unicode()),
        "remove it",
    ))
}

impl Answer {
    /// Everything that would keep the answer from being read back.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> =
            self.texts().filter_map(|(place, text, max)| text_problem(place, text, max)).collect();
        for (place, len) in [("inclusion", self.inclusion.len()), ("evidence", self.evidence.len())]
        {
            if len > ENTRIES_MAX {
                let message = format!("the list has {len} entries, the limit is {ENTRIES_MAX}");
                problems.push(Problem::new("E-TOO-LARGE", place, message, "remove entries"));
            }
        }
        for level in self.maturity.iter().flat_map(|m| [Some(m.level), m.target]).flatten() {
            if level > 5 {
                let message = format!("`{level}` is out of range");
                let fix = "write a whole number from 0 to 5";
                problems.push(Problem::new("E-RANGE", "maturity", message, fix));
            }
        }
        for evidence in &self.evidence {
            if evidence.label.is_empty() && evidence.link.is_empty() {
                problems.push(empty_evidence("evidence"));
            }
            if evidence.review_months.is_some_and(|months| !(1..=120).contains(&months)) {
                let fix = "write a whole number from 1 to 120";
                let message = "the review period is out of range".to_owned();
                problems.push(Problem::new("E-RANGE", "evidence", message, fix));
            }
        }
        problems
    }

    /// At least as many bytes as the answer has in a canonical file: its layout, and each
    /// text with every character escaped. Cheaper than writing it.
    pub(crate) fn size_bound_bytes(&self) -> usize {
        const FRAME_BYTES: usize = 1_200;
        const INCLUSION_BYTES: usize = 150;
        const EVIDENCE_BYTES: usize = 260;
        let texts: usize = self.texts().map(|(_, text, _)| text.len()).sum();
        FRAME_BYTES
            + 2 * texts
            + INCLUSION_BYTES * self.inclusion.len()
            + EVIDENCE_BYTES * self.evidence.len()
    }

    fn texts(&self) -> impl Iterator<Item = (&'static str, &str, usize)> {
        let finding = self.finding.iter().flat_map(|finding| {
            [
                ("finding.text", finding.text.as_str(), NOTE_MAX_BYTES),
                ("finding.root_cause", &finding.root_cause, NOTE_MAX_BYTES),
                ("finding.correction", &finding.correction, NOTE_MAX_BYTES),
            ]
        });
        let inclusion = self
            .inclusion
            .iter()
            .map(|reason| ("inclusion.reference", reason.reference.as_str(), LINE_MAX_BYTES));
        let evidence = self.evidence.iter().flat_map(|evidence| {
            [
                ("evidence.label", evidence.label.as_str(), LINE_MAX_BYTES),
                ("evidence.link", &evidence.link, LINE_MAX_BYTES),
            ]
        });
        [
            ("notes", self.notes.as_str(), NOTE_MAX_BYTES),
            ("owner", &self.owner, LINE_MAX_BYTES),
            ("applicability.provider", &self.applicability.provider, LINE_MAX_BYTES),
            ("applicability.justification", &self.applicability.justification, NOTE_MAX_BYTES),
        ]
        .into_iter()
        .chain(finding)
        .chain(inclusion)
        .chain(evidence)
    }
}

impl About {
    /// Everything that would keep the cover from being read back.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        [
            ("about.organization", &self.organization, LINE_MAX_BYTES),
            ("about.scope", &self.scope, NOTE_MAX_BYTES),
            ("about.version", &self.version, LINE_MAX_BYTES),
            ("about.approver", &self.approver, LINE_MAX_BYTES),
        ]
        .into_iter()
        .filter_map(|(place, text, max)| text_problem(place, text, max))
        .collect()
    }
}

/// An assessment that could not be read back once it is saved.
pub(crate) fn too_large(size_bytes: usize) -> Problem {
    Problem::new(
        "E-TOO-LARGE",
        "answers",
        format!(
            "all answers together may take {size_bytes} bytes, the limit is {ANSWERS_MAX_BYTES}"
        ),
        "move long notes into linked documents",
    )
}

/// Evidence that names nothing.
pub(crate) fn empty_evidence(place: &str) -> Problem {
    Problem::new(
        "E-MISSING",
        place,
        "evidence without label and link says nothing",
        "give it a `label` or a `link`",
    )
}
