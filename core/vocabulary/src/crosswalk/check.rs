//! The rules that a table has to keep. What a plugin says is data to be checked, never trusted;
//! its author's build script checks the same rules, so that nobody learns of them from a host.

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use super::limits::{
    EXTENSION_MAX_BYTES, EXTENSIONS_MAX, JOINT_ROWS_MAX, MAPPINGS_MAX, SOURCES_MAX, TARGETS_MAX,
    WORDS_MAX_BYTES,
};
use super::{Description, Extension, Mapping, Relation, Target};
use crate::hidden::is_hidden;
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
    /// A stable code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: String,
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
    fn from(Fault { place, code, message, fix }: Fault) -> Problem {
        Problem::new(code, place.to_string(), message, fix)
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
        let message = format!("`{name}` has {} bytes, the limit is {WORDS_MAX_BYTES}", text.len());
        return Some(Problem::new("E-TOO-LARGE", "", message, "shorten it"));
    }
    let character = text.chars().find(|c| is_hidden(*c) && *c != '\n')?;
    let message = format!("`{name}` holds the character {}", character.escape_unicode());
    let fix = "use plain text without control, invisible or direction-changing characters";
    Some(Problem::new("E-CONTROL-CHARACTER", "", message, fix))
}

/// What is wrong with the extensions of a record.
pub fn check_extensions<T: AsRef<str>>(extensions: &[Extension<T>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if extensions.len() > EXTENSIONS_MAX {
        let message = format!("{} extensions, the limit is {EXTENSIONS_MAX}", extensions.len());
        problems.push(Problem::new("E-TOO-LARGE", "", message, "list fewer"));
    }
    for Extension { name, value } in extensions.iter().take(EXTENSIONS_MAX) {
        let (name, value) = (name.as_ref(), value.as_ref());
        if !is_slug(name) {
            let message = format!("{} is not a name of an extension", quoted(name));
            problems.push(Problem::new("E-ID", "", message, SLUG));
        }
        if value.len() > EXTENSION_MAX_BYTES {
            let message = format!("the extension {} has {} bytes", quoted(name), value.len());
            let fix = format!("keep its value under {EXTENSION_MAX_BYTES} bytes");
            problems.push(Problem::new("E-TOO-LARGE", "", message, fix));
        }
        problems.extend(check_words("extensions", value));
    }
    problems
}

const SLUG: &str = "use 1 to 64 of `a-z`, `0-9`, `-`";

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
    fn add(
        &mut self,
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        if self.faults.len() < PROBLEMS_MAX {
            self.faults.push(Fault { place, code, message: message.into(), fix: fix.into() });
        }
    }

    fn add_at(&mut self, place: Place, problem: Problem) {
        self.add(problem.code, place, problem.message, problem.fix);
    }

    /// Words that may be empty.
    fn words(&mut self, place: Place, name: &str, text: &str) {
        if let Some(problem) = check_words(name, text) {
            self.add_at(place, problem);
        }
    }

    /// Words that have to be there.
    fn some_words(&mut self, place: Place, name: &str, text: &str) {
        if text.trim().is_empty() {
            self.add("E-EMPTY", place, format!("`{name}` is empty"), "say it in words");
        }
        self.words(place, name, text);
    }

    fn description<T: AsRef<str>>(&mut self, it: &Description<T>) {
        for (field, id) in [("id", &it.id), ("target_framework", &it.target_framework)] {
            if !is_slug(id.as_ref()) {
                let message = format!("{} is not an id", quoted(id.as_ref()));
                self.add("E-ID", Place::Description(field), message, SLUG);
            }
        }
        if it.source_framework.as_ref() != self.sources.framework() {
            let framework = quoted(it.source_framework.as_ref());
            let message = format!("{framework} is not the framework that is assessed here");
            let fix = format!("write `{}`", self.sources.framework());
            self.add("E-FRAMEWORK", Place::Description("source_framework"), message, fix);
        }
        if !is_version(it.version.as_ref()) {
            let message = format!("{} is not a version", quoted(it.version.as_ref()));
            let fix = "write MAJOR.MINOR.PATCH";
            self.add("E-VERSION", Place::Description("version"), message, fix);
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
            self.add_at(Place::Description("extensions"), problem);
        }
    }

    fn targets<T: AsRef<str>>(&mut self, targets: &[Target<T>]) {
        if targets.is_empty() || targets.len() > TARGETS_MAX {
            let message = format!("{} targets", targets.len());
            let fix = format!("list 1 to {TARGETS_MAX} targets");
            self.add("E-TOO-LARGE", Place::Targets, message, fix);
            return;
        }
        let mut seen = BTreeSet::new();
        for (index, target) in targets.iter().enumerate() {
            let (place, id) = (Place::Target(index, "id"), target.id.as_ref());
            if !(1..=64).contains(&id.len()) || !id.bytes().all(|b| b.is_ascii_graphic()) {
                let message = format!("{} is not a target id", quoted(id));
                self.add("E-ID", place, message, "use 1 to 64 visible ASCII characters");
            }
            if !seen.insert(id) {
                let message = format!("the target {} stands twice", quoted(id));
                self.add("E-DUPLICATE", place, message, "list it once");
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
            let message = format!("{} rows", mappings.len());
            let fix = format!("list at most {MAPPINGS_MAX} rows");
            self.add("E-TOO-LARGE", Place::Mappings, message, fix);
            return;
        }
        let known: BTreeSet<&str> = targets.iter().map(|target| target.id.as_ref()).collect();
        let mut seen = BTreeSet::new();
        let mut joint_rows: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, mapping) in mappings.iter().enumerate() {
            let target = mapping.target.as_ref();
            if !known.contains(target) {
                let message = format!("{} is not a target of this plugin", quoted(target));
                let fix = "list the target, or correct the id";
                self.add("E-UNKNOWN-ID", Place::Mapping(index, "target"), message, fix);
            }
            self.row(index, mapping);
            let mut sources: Vec<&str> = mapping.sources.as_ref().iter().map(T::as_ref).collect();
            let joint = sources.len() > 1;
            sources.sort_unstable();
            if !seen.insert((target, sources)) {
                let message = format!("the same sources are mapped to {} twice", quoted(target));
                self.add("E-DUPLICATE", Place::Mapping(index, ""), message, "keep one row");
            }
            if joint && !mapping.relation.is_full() && mapping.coverage_bp.is_some() {
                let count = joint_rows.entry(target).or_default();
                *count += 1;
                // Said once for each target, where the limit is passed.
                if *count == JOINT_ROWS_MAX + 1 {
                    let message = format!(
                        "more than {JOINT_ROWS_MAX} rows of {} state a joint coverage",
                        quoted(target)
                    );
                    let fix = "split their sources, or leave `coverage_bp` out";
                    self.add("E-TOO-LARGE", Place::Mapping(index, ""), message, fix);
                }
            }
        }
    }

    fn row<T: AsRef<str>, S: AsRef<[T]>>(&mut self, row: usize, mapping: &Mapping<T, S>) {
        let at = |field| Place::Mapping(row, field);
        self.some_words(at("rationale"), "rationale", mapping.rationale.as_ref());
        if mapping.confidence_bp > 10_000 {
            let message = format!("the confidence `{}` is out of range", mapping.confidence_bp);
            self.add("E-RANGE", at("confidence_bp"), message, "write 0 to 10000");
        }
        if let Some(coverage_bp) = mapping.coverage_bp {
            self.coverage(at("coverage_bp"), mapping.relation, coverage_bp);
        }
        let sources = mapping.sources.as_ref();
        if sources.is_empty() && mapping.relation != Relation::None {
            let message =
                format!("a row with the relation `{}` has no sources", mapping.relation.word());
            let fix = "name a source; only the relation `none` has none";
            self.add("E-SOURCES", at("sources"), message, fix);
        }
        if sources.len() > SOURCES_MAX {
            let message = format!("a row has {} sources", sources.len());
            let fix = format!("name at most {SOURCES_MAX}, or split the row");
            self.add("E-SOURCES", at("sources"), message, fix);
        }
        let mut seen = BTreeSet::new();
        for (index, source) in sources.iter().take(SOURCES_MAX).enumerate() {
            let (place, source) = (Place::Source(row, index), source.as_ref());
            if self.sources.place_of(source).is_none() {
                let message = format!("{} is not a requirement or control", quoted(source));
                let fix =
                    "write the id of a requirement such as `6.1.2` or a control such as `A.5.1`";
                self.add("E-UNKNOWN-ID", place, message, fix);
            }
            if !seen.insert(source) {
                let message = format!("the source {} stands twice in a row", quoted(source));
                self.add("E-DUPLICATE", place, message, "list it once");
            }
        }
    }

    fn coverage(&mut self, place: Place, relation: Relation, coverage_bp: u16) {
        let word = relation.word();
        let (code, message, fix) = if relation == Relation::None {
            let message = "a row with the relation `none` states a coverage".to_owned();
            ("E-COVERAGE", message, "leave `coverage_bp` out")
        } else if !(1..=10_000).contains(&coverage_bp) {
            let message = format!("the coverage `{coverage_bp}` is out of range");
            let fix = "write 1 to 10000, or leave it out; for nothing use the relation `none`";
            ("E-RANGE", message, fix)
        } else if relation.is_full() && coverage_bp != 10_000 {
            let message = format!("`{word}` covers the whole target, not {coverage_bp}");
            ("E-COVERAGE", message, "leave `coverage_bp` out, or write `intersects`")
        } else {
            return;
        };
        self.add(code, place, message, fix);
    }
}
