//! The rules that a table has to keep; a host checks them again.

use crate::{
    fields::Placed,
    problem::Problems,
    read::{Crosswalk, Mapping},
};
use std::collections::{BTreeMap, BTreeSet};

/// The relations, as written in the file and as named in Rust.
pub(crate) const RELATIONS: [(&str, &str); 6] = [
    ("equal", "Equal"),
    ("equivalent", "Equivalent"),
    ("superset", "Superset"),
    ("subset", "Subset"),
    ("intersects", "Intersects"),
    ("none", "None"),
];
/// The bases, as written in the file and as named in Rust.
pub(crate) const BASES: [(&str, &str); 3] =
    [("syntactic", "Syntactic"), ("semantic", "Semantic"), ("functional", "Functional")];

const SOURCES_MAX: usize = 20;
const JOINT_PARTS_MAX: usize = 10;
const TEXT_MAX_BYTES: usize = 4 << 10;

/// Adds every rule that the table breaks.
pub(crate) fn check(crosswalk: &Crosswalk, problems: &mut Problems<'_>) {
    for (key, text) in &crosswalk.description {
        not_empty(key, text, problems);
        match *key {
            "id" | "target_framework" => check_id(key, text, problems),
            "version" if !is_version(&text.value) => {
                problems.add(&text.span, "E-VERSION: `version` is written MAJOR.MINOR.PATCH");
            }
            "source_framework" if text.value != "iso27001-2022" => {
                let message = "E-FRAMEWORK: `source_framework` is \"iso27001-2022\"";
                problems.add(&text.span, message);
            }
            _ => {}
        }
    }
    for (key, text) in &crosswalk.provenance {
        not_empty(key, text, problems);
    }
    let groups = unique("group", crosswalk.groups.iter().map(|group| &group.id), problems);
    for group in &crosswalk.groups {
        not_empty("title", &group.title, problems);
        plain("category", &group.category, problems);
    }
    let targets = unique("target", crosswalk.targets.iter().map(|target| &target.id), problems);
    for target in &crosswalk.targets {
        not_empty("title", &target.title, problems);
        not_empty("residual", &target.residual, problems);
        known("group", &target.group, &groups, problems);
    }
    let mut rows: BTreeSet<(&str, BTreeSet<&str>)> = BTreeSet::new();
    let mut joint_parts: BTreeMap<&str, usize> = BTreeMap::new();
    for mapping in &crosswalk.mappings {
        known("target", &mapping.target, &targets, problems);
        check_row(mapping, problems);
        let sources = mapping.sources.iter().map(|source| source.value.as_str()).collect();
        if !rows.insert((&mapping.target.value, sources)) {
            let message = "E-DUPLICATE: the same sources are mapped to the same target above";
            problems.add(&mapping.span, message);
        }
        let is_part = matches!(mapping.relation.value.as_str(), "subset" | "intersects");
        if is_part && mapping.coverage_bp.is_some() && mapping.sources.len() > 1 {
            let count = joint_parts.entry(&mapping.target.value).or_default();
            *count += 1;
            if *count == JOINT_PARTS_MAX + 1 {
                let message = format!(
                    "E-TOO-LARGE: more than {JOINT_PARTS_MAX} rows of this target state a joint \
                     coverage; split their sources, or leave `coverage_bp` out"
                );
                problems.add(&mapping.span, message);
            }
        }
    }
}

fn check_row(mapping: &Mapping, problems: &mut Problems<'_>) {
    one_of("relation", &mapping.relation, &RELATIONS, problems);
    one_of("basis", &mapping.basis, &BASES, problems);
    not_empty("rationale", &mapping.rationale, problems);
    let relation = mapping.relation.value.as_str();
    if mapping.sources.is_empty() && relation != "none" {
        let message = "E-SOURCES: `sources` is empty; only the relation \"none\" has no sources";
        problems.add(&mapping.span, message);
    }
    if mapping.sources.len() > SOURCES_MAX {
        let message =
            format!("E-SOURCES: `sources` has more than {SOURCES_MAX} ids; split the row");
        problems.add(&mapping.span, message);
    }
    let mut seen = BTreeSet::new();
    for source in &mapping.sources {
        let shown = source.value.escape_debug();
        if !is_iso_id(&source.value) {
            let message = format!("E-SOURCES: `{shown}` is no ISO id; write `6.1.2` or `A.5.1`");
            problems.add(&source.span, message);
        }
        if !seen.insert(&source.value) {
            problems.add(&source.span, format!("E-DUPLICATE: the source `{shown}` is there twice"));
        }
    }
    let Some(Placed { value, span }) = &mapping.coverage_bp else { return };
    let message = match (relation, value) {
        ("none", _) => "E-COVERAGE: the relation \"none\" has no `coverage_bp`; remove it",
        ("equal" | "equivalent" | "superset", 0..=9_999) => {
            "E-COVERAGE: the relation covers the whole target; leave `coverage_bp` out"
        }
        (_, 0) => "E-COVERAGE: `coverage_bp` is 1 to 10000; use the relation \"none\" for nothing",
        _ => return,
    };
    problems.add(span, message);
}

fn not_empty(key: &str, text: &Placed<String>, problems: &mut Problems<'_>) {
    if text.value.trim().is_empty() {
        problems.add(&text.span, format!("E-EMPTY: `{key}` is empty; say it in words"));
    }
    plain(key, text, problems);
}

/// A text that may be empty, but has to be safe to show.
fn plain(key: &str, text: &Placed<String>, problems: &mut Problems<'_>) {
    if text.value.len() > TEXT_MAX_BYTES {
        let message =
            format!("E-TOO-LARGE: `{key}` has more than {TEXT_MAX_BYTES} bytes; shorten it");
        problems.add(&text.span, message);
    }
    // Characters that turn the direction or have no width can show something else than is there.
    let is_unsafe = |it: char| {
        it.is_control()
            || matches!(it, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    if text.value.chars().any(is_unsafe) {
        let message =
            format!("E-CONTROL: `{key}` has a character that nobody sees; write plain text");
        problems.add(&text.span, message);
    }
}

fn check_id(key: &str, id: &Placed<String>, problems: &mut Problems<'_>) {
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if !id.value.bytes().all(is_plain) || id.value.len() > 64 {
        problems.add(&id.span, format!("E-ID: `{key}` is 1 to 64 of the characters a-z 0-9 -"));
    }
}

fn unique<'a>(
    what: &str,
    ids: impl Iterator<Item = &'a Placed<String>>,
    problems: &mut Problems<'_>,
) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    for id in ids {
        let is_visible = id.value.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_visible || !(1..=64).contains(&id.value.len()) {
            problems.add(&id.span, "E-ID: `id` is 1 to 64 visible ASCII characters");
        }
        if !seen.insert(id.value.as_str()) {
            let shown = id.value.escape_debug();
            problems.add(&id.span, format!("E-DUPLICATE: the {what} `{shown}` is there twice"));
        }
    }
    seen
}

fn known(key: &str, id: &Placed<String>, ids: &BTreeSet<&str>, problems: &mut Problems<'_>) {
    if !ids.contains(id.value.as_str()) {
        let shown = id.value.escape_debug();
        problems.add(&id.span, format!("E-UNKNOWN: there is no [[{key}]] with the id `{shown}`"));
    }
}

fn one_of(key: &str, text: &Placed<String>, words: &[(&str, &str)], problems: &mut Problems<'_>) {
    if !words.iter().any(|(word, _)| *word == text.value) {
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let message = format!("E-WORD: `{key}` is one of {}", words.join(", "));
        problems.add(&text.span, message);
    }
}

/// `A.5.1`, or a clause such as `6.1.2`: numbers without leading zeros.
fn is_iso_id(id: &str) -> bool {
    let parts: Vec<&str> = id.strip_prefix("A.").unwrap_or(id).split('.').collect();
    let is_number = |part: &&str| {
        (1..=2).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && !part.starts_with('0')
    };
    let is_length = if id.starts_with("A.") { parts.len() == 2 } else { parts.len() <= 3 };
    is_length && parts.iter().all(is_number)
}

fn is_version(version: &str) -> bool {
    let parts: Vec<&str> = version.split('.').collect();
    parts.len() == 3 && parts.iter().all(|part| part.parse::<u32>().is_ok())
}
