//! The rules that a table has to keep. What a plugin says is data to be checked, never trusted;
//! its author's build script checks the same rules, so that nobody learns of them from a host.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString as _;
use alloc::vec::Vec;
use core::fmt;

use super::limits::{
    EXTENSION_MAX_BYTES, EXTENSIONS_MAX, JOINT_ROWS_MAX, MAPPINGS_MAX, SOURCES_MAX, TARGETS_MAX,
    WORDS_MAX_BYTES,
};
use super::{Description, Extension, Mapping, Relation, Target};
use crate::hidden::is_hidden;
use crate::problem;
use crate::problem::{Problem, quoted};

/// So many problems tell enough about a table.
const PROBLEMS_MAX: usize = 50;

/// What rows map from: the framework that is assessed, and its requirements and controls.
pub trait Sources {
    /// The framework's id.
    fn framework(&self) -> &str;

    /// The place of a requirement or control among all of them; `None` for any other id.
    fn place_of(&self, id: &str) -> Option<usize>;
}

/// Where in a table something is wrong. A field is named as the records name it; it is empty
/// where the whole record is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A field of the description.
    Description(&'static str),
    /// A field of the description's provenance.
    Provenance(&'static str),
    /// The list of targets.
    Targets,
    /// A field of a target.
    Target(usize, &'static str),
    /// The list of rows.
    Mappings,
    /// A field of a row.
    Mapping(usize, &'static str),
    /// A source of a row: the row, then the source.
    Source(usize, usize),
}

/// A rule that a table breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What is wrong; its own place is empty.
    pub problem: Problem,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = match self {
            Place::Description(field) => return write!(f, "description.{field}"),
            Place::Provenance(field) => return write!(f, "description.provenance.{field}"),
            Place::Targets => return f.write_str("targets"),
            Place::Mappings => return f.write_str("mappings"),
            Place::Source(row, source) => return write!(f, "mappings[{row}].sources[{source}]"),
            Place::Target(index, field) => {
                write!(f, "targets[{index}]")?;
                field
            }
            Place::Mapping(index, field) => {
                write!(f, "mappings[{index}]")?;
                field
            }
        };
        if field.is_empty() { Ok(()) } else { write!(f, ".{field}") }
    }
}

impl From<Fault> for Problem {
    fn from(Fault { place, problem }: Fault) -> Problem {
        problem.at(place.to_string())
    }
}

/// Everything that is wrong with a table, at most fifty faults.
pub fn check<T: AsRef<str>, S: AsRef<[T]>>(
    sources: &dyn Sources,
    description: &Description<T>,
    targets: &[Target<T>],
    mappings: &[Mapping<T, S>],
) -> Vec<Fault> {
    let mut check = Check { sources, faults: Vec::new() };
    check.description(description);
    check.targets(targets);
    check.mappings(targets, mappings);
    check.faults
}

/// Words for people: their size, and characters that cannot be seen. `name` is the field.
pub fn check_words(name: &str, text: &str) -> Option<Problem> {
    if text.len() > WORDS_MAX_BYTES {
        let (count, limit) = (text.len(), WORDS_MAX_BYTES);
        return Some(problem!("E-TOO-LARGE", "words", field = name, count = count, limit = limit));
    }
    let character = text.chars().find(|c| is_hidden(*c) && *c != '\n')?;
    let character = character.escape_unicode().to_string();
    Some(problem!("E-CONTROL-CHARACTER", "hidden", field = name, character = character))
}

/// What is wrong with the extensions of a record.
pub fn check_extensions<T: AsRef<str>>(extensions: &[Extension<T>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if extensions.len() > EXTENSIONS_MAX {
        let (count, limit) = (extensions.len(), EXTENSIONS_MAX);
        problems.push(problem!("E-TOO-LARGE", "extensions", count = count, limit = limit));
    }
    for Extension { name, value } in extensions.iter().take(EXTENSIONS_MAX) {
        let (name, value) = (name.as_ref(), value.as_ref());
        if !is_slug(name) {
            problems.push(problem!("E-ID", "extension", id = quoted(name)));
        }
        if value.len() > EXTENSION_MAX_BYTES {
            problems.push(problem!(
                "E-TOO-LARGE",
                "extension",
                id = quoted(name),
                count = value.len(),
                limit = EXTENSION_MAX_BYTES
            ));
        }
        problems.extend(check_words("extensions", value));
    }
    problems
}

fn is_slug(text: &str) -> bool {
    let is_slug_byte = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(is_slug_byte)
}

fn is_version(text: &str) -> bool {
    text.split('.').count() == 3 && text.split('.').all(|number| number.parse::<u32>().is_ok())
}

struct Check<'a> {
    sources: &'a dyn Sources,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn add(&mut self, place: Place, problem: Problem) {
        if self.faults.len() < PROBLEMS_MAX {
            self.faults.push(Fault { place, problem });
        }
    }

    /// Words that may be empty.
    fn words(&mut self, place: Place, name: &str, text: &str) {
        if let Some(problem) = check_words(name, text) {
            self.add(place, problem);
        }
    }

    /// Words that have to be there.
    fn some_words(&mut self, place: Place, name: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(place, problem!("E-EMPTY", "words", field = name));
        }
        self.words(place, name, text);
    }

    fn description<T: AsRef<str>>(&mut self, it: &Description<T>) {
        for (field, id) in [("id", &it.id), ("target_framework", &it.target_framework)] {
            if !is_slug(id.as_ref()) {
                let problem = problem!("E-ID", "slug", id = quoted(id.as_ref()));
                self.add(Place::Description(field), problem);
            }
        }
        if it.source_framework.as_ref() != self.sources.framework() {
            let problem = problem!(
                "E-FRAMEWORK",
                "source",
                framework = quoted(it.source_framework.as_ref()),
                wanted = self.sources.framework()
            );
            self.add(Place::Description("source_framework"), problem);
        }
        if !is_version(it.version.as_ref()) {
            let problem = problem!("E-VERSION", "semantic", version = quoted(it.version.as_ref()));
            self.add(Place::Description("version"), problem);
        }
        for (field, text) in
            [("name", &it.name), ("summary", &it.summary), ("target_title", &it.target_title)]
        {
            self.some_words(Place::Description(field), field, text.as_ref());
        }
        for (field, text) in [
            ("document", &it.provenance.document),
            ("version", &it.provenance.version),
            ("licence", &it.provenance.licence),
            ("method", &it.provenance.method),
        ] {
            self.some_words(Place::Provenance(field), field, text.as_ref());
        }
        for problem in check_extensions(&it.extensions) {
            self.add(Place::Description("extensions"), problem);
        }
    }

    fn targets<T: AsRef<str>>(&mut self, targets: &[Target<T>]) {
        if targets.is_empty() || targets.len() > TARGETS_MAX {
            let (count, limit) = (targets.len(), TARGETS_MAX);
            let problem = problem!("E-TOO-LARGE", "targets", count = count, limit = limit);
            self.add(Place::Targets, problem);
            return;
        }
        let mut seen = BTreeSet::new();
        for (index, target) in targets.iter().enumerate() {
            let (place, id) = (Place::Target(index, "id"), target.id.as_ref());
            if !(1..=64).contains(&id.len()) || !id.bytes().all(|b| b.is_ascii_graphic()) {
                self.add(place, problem!("E-ID", "target", id = quoted(id)));
            }
            if !seen.insert(id) {
                self.add(place, problem!("E-DUPLICATE", "target", id = quoted(id)));
            }
            for (field, text) in [("title", &target.title), ("residual", &target.residual)] {
                self.some_words(Place::Target(index, field), field, text.as_ref());
            }
            for (field, text) in [
                ("group", &target.group),
                ("group_title", &target.group_title),
                ("category", &target.category),
            ] {
                self.words(Place::Target(index, field), field, text.as_ref());
            }
        }
    }

    fn mappings<T: AsRef<str>, S: AsRef<[T]>>(
        &mut self,
        targets: &[Target<T>],
        mappings: &[Mapping<T, S>],
    ) {
        if mappings.len() > MAPPINGS_MAX {
            let (count, limit) = (mappings.len(), MAPPINGS_MAX);
            let problem = problem!("E-TOO-LARGE", "rows", count = count, limit = limit);
            self.add(Place::Mappings, problem);
            return;
        }
        let known: BTreeSet<&str> = targets.iter().map(|target| target.id.as_ref()).collect();
        let mut seen = BTreeSet::new();
        let mut joint_rows: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, mapping) in mappings.iter().enumerate() {
            let target = mapping.target.as_ref();
            if !known.contains(target) {
                let problem = problem!("E-UNKNOWN-ID", "target", id = quoted(target));
                self.add(Place::Mapping(index, "target"), problem);
            }
            self.row(index, mapping);
            let mut sources: Vec<&str> = mapping.sources.as_ref().iter().map(T::as_ref).collect();
            let joint = sources.len() > 1;
            sources.sort_unstable();
            if !seen.insert((target, sources)) {
                let problem = problem!("E-DUPLICATE", "row", id = quoted(target));
                self.add(Place::Mapping(index, ""), problem);
            }
            if joint && !mapping.relation.is_full() && mapping.coverage_bp.is_some() {
                let count = joint_rows.entry(target).or_default();
                *count += 1;
                // Said once for each target, where the limit is passed.
                if *count == JOINT_ROWS_MAX + 1 {
                    let problem = problem!(
                        "E-TOO-LARGE",
                        "joint_rows",
                        id = quoted(target),
                        limit = JOINT_ROWS_MAX
                    );
                    self.add(Place::Mapping(index, ""), problem);
                }
            }
        }
    }

    fn row<T: AsRef<str>, S: AsRef<[T]>>(&mut self, row: usize, mapping: &Mapping<T, S>) {
        let at = |field| Place::Mapping(row, field);
        self.some_words(at("rationale"), "rationale", mapping.rationale.as_ref());
        if mapping.confidence_bp > 10_000 {
            let number = mapping.confidence_bp.to_string();
            self.add(
                at("confidence_bp"),
                problem!("E-RANGE", "confidence", number = number, least = "0", most = "10000"),
            );
        }
        if let Some(coverage_bp) = mapping.coverage_bp {
            self.coverage(at("coverage_bp"), mapping.relation, coverage_bp);
        }
        let sources = mapping.sources.as_ref();
        if sources.is_empty() && mapping.relation != Relation::None {
            let relation = mapping.relation.word();
            self.add(at("sources"), problem!("E-SOURCES", "missing", relation = relation));
        }
        if sources.len() > SOURCES_MAX {
            let (count, limit) = (sources.len(), SOURCES_MAX);
            let problem = problem!("E-SOURCES", "too_many", count = count, limit = limit);
            self.add(at("sources"), problem);
        }
        let mut seen = BTreeSet::new();
        for (index, source) in sources.iter().take(SOURCES_MAX).enumerate() {
            let (place, source) = (Place::Source(row, index), source.as_ref());
            if self.sources.place_of(source).is_none() {
                self.add(place, problem!("E-UNKNOWN-ID", "source", id = quoted(source)));
            }
            if !seen.insert(source) {
                self.add(place, problem!("E-DUPLICATE", "source", id = quoted(source)));
            }
        }
    }

    fn coverage(&mut self, place: Place, relation: Relation, coverage_bp: u16) {
        let number = coverage_bp.to_string();
        let problem = if relation == Relation::None {
            problem!("E-COVERAGE", "none")
        } else if !(1..=10_000).contains(&coverage_bp) {
            problem!("E-RANGE", "coverage", number = number, least = "1", most = "10000")
        } else if relation.is_full() && coverage_bp != 10_000 {
            problem!("E-COVERAGE", "whole", relation = relation.word(), number = number)
        } else {
            return;
        };
        self.add(place, problem);
    }
}
