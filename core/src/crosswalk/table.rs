//! A checked table. What a plugin says is data to be checked, never trusted.

use std::collections::{BTreeMap, BTreeSet};

use super::{Description, Extension, Mapping, Relation, Target};
use crate::catalogue::is_question;
use crate::problem::{Problem, is_unsafe_to_show, quoted};

const TARGETS_MAX: usize = 5_000;
const MAPPINGS_MAX: usize = 20_000;
const SOURCES_MAX: usize = 20;
const EXTENSIONS_MAX: usize = 20;
const PROBLEMS_MAX: usize = 50;
/// Rows of one target that state a coverage for several sources together; finding their
/// best union doubles the work with each.
const JOINT_PARTS_MAX: usize = 10;
const WORDS_MAX_BYTES: usize = 4 << 10;

/// A crosswalk whose parts fit together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crosswalk {
    // INVARIANT: as checked by `Crosswalk::new`.
    description: Description,
    targets: Vec<Target>,
    mappings: Vec<Mapping>,
}

impl Crosswalk {
    /// Checks a table.
    ///
    /// # Errors
    ///
    /// All problems: `E-RESULT` for a value outside its rules, `E-UNKNOWN-ID` for a source
    /// that the catalogue does not know or a target that is not listed, `E-DUPLICATE` for a
    /// target or row that stands twice, `E-TOO-LARGE` for too many of something.
    pub fn new(
        description: Description,
        targets: Vec<Target>,
        mappings: Vec<Mapping>,
    ) -> Result<Crosswalk, Vec<Problem>> {
        let mut check = Check::default();
        check.description(&description);
        check.targets(&targets);
        check.mappings(&targets, &mappings);
        if check.problems.is_empty() {
            Ok(Crosswalk { description, targets, mappings })
        } else {
            Err(check.problems)
        }
    }

    /// What the plugin is.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The targets in the framework's order.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The rows.
    pub fn mappings(&self) -> &[Mapping] {
        &self.mappings
    }
}

/// Checks words that a plugin gave for people: size, and characters that act.
pub(super) fn words_problem(place: &str, text: &str) -> Option<Problem> {
    if text.len() > WORDS_MAX_BYTES {
        let message = format!("the text has {} bytes, the limit is {WORDS_MAX_BYTES}", text.len());
        return Some(Problem::new("E-TOO-LARGE", place, message, "shorten it"));
    }
    let character = text.chars().find(|c| is_unsafe_to_show(*c) && *c != '\n')?;
    Some(Problem::new(
        "E-RESULT",
        place,
        format!("the text holds the character {}", character.escape_unicode()),
        "use plain text without control or direction-changing characters",
    ))
}

pub(super) fn extension_problems(place: &str, extensions: &[Extension]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if extensions.len() > EXTENSIONS_MAX {
        let message = format!("{} extensions, the limit is {EXTENSIONS_MAX}", extensions.len());
        problems.push(Problem::new("E-TOO-LARGE", place, message, "list fewer"));
    }
    for Extension { name, value } in extensions.iter().take(EXTENSIONS_MAX) {
        if !is_slug(name) || value.len() > 1_024 {
            let message = format!("the extension {} breaks the rules", quoted(name));
            let fix = "name it with `a-z`, `0-9` and `-`, and keep its value under 1,024 bytes";
            problems.push(Problem::new("E-RESULT", place, message, fix));
        }
        problems.extend(words_problem(place, value));
    }
    problems
}

fn is_slug(text: &str) -> bool {
    let is_slug_byte = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(is_slug_byte)
}

#[derive(Default)]
struct Check {
    problems: Vec<Problem>,
}

impl Check {
    fn push(&mut self, code: &'static str, place: &str, message: String, fix: &str) {
        self.add(Problem::new(code, place, message, fix));
    }

    fn add(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(problem);
        }
    }

    fn words(&mut self, place: &str, text: &str, may_be_empty: bool) {
        if text.trim().is_empty() && !may_be_empty {
            self.push("E-RESULT", place, "the text is empty".to_owned(), "say something");
        }
        words_problem(place, text).into_iter().for_each(|problem| self.add(problem));
    }

    fn description(&mut self, it: &Description) {
        for (place, id) in
            [("description.id", &it.id), ("description.target-framework", &it.target_framework)]
        {
            if !is_slug(id) {
                let message = format!("{} is not an id", quoted(id));
                self.push("E-RESULT", place, message, "use 1 to 64 of `a-z`, `0-9`, `-`");
            }
        }
        if it.source_framework != "iso27001-2022" {
            let message =
                format!("{} is not a framework this engine knows", quoted(&it.source_framework));
            self.push("E-RESULT", "description.source-framework", message, "write `iso27001-2022`");
        }
        let is_version = it.version.split('.').count() == 3
            && it.version.split('.').all(|n| n.parse::<u32>().is_ok());
        if !is_version {
            let message = format!("{} is not a version", quoted(&it.version));
            self.push("E-RESULT", "description.version", message, "write MAJOR.MINOR.PATCH");
        }
        for (place, text) in [
            ("description.name", &it.name),
            ("description.summary", &it.summary),
            ("description.target-title", &it.target_title),
            ("description.provenance.document", &it.provenance.document),
            ("description.provenance.version", &it.provenance.version),
            ("description.provenance.licence", &it.provenance.licence),
            ("description.provenance.method", &it.provenance.method),
        ] {
            self.words(place, text, false);
        }
        extension_problems("description.extensions", &it.extensions)
            .into_iter()
            .for_each(|problem| self.add(problem));
    }

    fn targets(&mut self, targets: &[Target]) {
        if targets.is_empty() || targets.len() > TARGETS_MAX {
            let message = format!("{} targets", targets.len());
            self.push("E-TOO-LARGE", "targets", message, "list 1 to 5,000 targets");
            return;
        }
        let mut seen = BTreeSet::new();
        for (index, target) in targets.iter().enumerate() {
            let place = format!("targets[{index}]");
            let id = &target.id;
            if !(1..=64).contains(&id.len()) || !id.bytes().all(|b| b.is_ascii_graphic()) {
                let message = format!("{} is not a target id", quoted(id));
                self.push("E-RESULT", &place, message, "use 1 to 64 visible ASCII characters");
            }
            if !seen.insert(id) {
                let message = format!("the target {} stands twice", quoted(id));
                self.push("E-DUPLICATE", &place, message, "list it once");
            }
            self.words(&place, &target.title, false);
            self.words(&place, &target.residual, false);
            self.words(&place, &target.group, true);
            self.words(&place, &target.group_title, true);
            self.words(&place, &target.category, true);
        }
    }

    fn mappings(&mut self, targets: &[Target], mappings: &[Mapping]) {
        if mappings.len() > MAPPINGS_MAX {
            let message = format!("{} rows", mappings.len());
            self.push("E-TOO-LARGE", "mappings", message, "list at most 20,000 rows");
            return;
        }
        let known: BTreeSet<&str> = targets.iter().map(|target| target.id.as_str()).collect();
        let mut seen = BTreeSet::new();
        let mut joint_parts: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, mapping) in mappings.iter().enumerate() {
            let place = format!("mappings[{index}]");
            if !known.contains(mapping.target.as_str()) {
                let message = format!("{} is not a target of this plugin", quoted(&mapping.target));
                self.push("E-UNKNOWN-ID", &place, message, "list the target, or correct the id");
            }
            self.row(&place, mapping);
            let mut sources: Vec<&str> = mapping.sources.iter().map(String::as_str).collect();
            sources.sort_unstable();
            if !seen.insert((mapping.target.as_str(), sources)) {
                let message = format!("the row for {} stands twice", quoted(&mapping.target));
                self.push("E-DUPLICATE", &place, message, "keep one row for the same sources");
            }
            if !mapping.relation.is_full()
                && mapping.coverage_bp.is_some()
                && mapping.sources.len() > 1
            {
                *joint_parts.entry(&mapping.target).or_default() += 1;
            }
        }
        for (target, count) in joint_parts {
            if count > JOINT_PARTS_MAX {
                let message = format!("{count} rows state a joint coverage of {}", quoted(target));
                self.push("E-TOO-LARGE", "mappings", message, "state at most 10, or split sources");
            }
        }
    }

    fn row(&mut self, place: &str, mapping: &Mapping) {
        self.words(place, &mapping.rationale, false);
        if mapping.confidence_bp > 10_000 {
            let message = format!("the confidence `{}` is out of range", mapping.confidence_bp);
            self.push("E-RESULT", place, message, "write 0 to 10,000");
        }
        match (mapping.relation, mapping.coverage_bp) {
            (_, Some(coverage)) if coverage == 0 || coverage > 10_000 => {
                let message = format!("the coverage `{coverage}` is out of range");
                self.push("E-RESULT", place, message, "write 1 to 10,000, or leave it out");
            }
            (Relation::None, Some(_)) => {
                let message = "a row with the relation `none` states a coverage".to_owned();
                self.push("E-RESULT", place, message, "leave the coverage out");
            }
            (relation, Some(coverage)) if relation.is_full() && coverage != 10_000 => {
                let message =
                    format!("`{}` covers the whole target, not {coverage}", relation.word());
                self.push(
                    "E-RESULT",
                    place,
                    message,
                    "leave the coverage out, or write `intersects`",
                );
            }
            _ => {}
        }
        let count = mapping.sources.len();
        let is_none = mapping.relation == Relation::None;
        if (count == 0 && !is_none) || count > SOURCES_MAX {
            let message = format!(
                "a row with the relation `{}` has {count} sources",
                mapping.relation.word()
            );
            self.push("E-RESULT", place, message, "list 1 to 20 sources");
        }
        let mut seen = BTreeSet::new();
        for source in mapping.sources.iter().take(SOURCES_MAX) {
            if !is_question(source) {
                let message = format!("{} is not a requirement or control", quoted(source));
                let fix =
                    "write the id of a requirement such as `6.1.2` or a control such as `A.5.1`";
                self.push("E-UNKNOWN-ID", place, message, fix);
            }
            if !seen.insert(source) {
                let message = format!("the source {} stands twice in a row", quoted(source));
                self.push("E-DUPLICATE", place, message, "list it once");
            }
        }
    }
}
