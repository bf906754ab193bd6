//! One error type for each crate, as ARCHITECTURE.md says: no second one creeps in beside it.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::{Expect, expect};

use super::manifests::workspace;
use super::{Source, none, sources};

/// The types by which crates say what went wrong. A crate that is not here has none of its own.
const TYPES: [(&str, &[&str]); 5] = [
    // One thing that is wrong with an input, and all of them.
    ("core/vocabulary", &["Problem", "Problems"]),
    ("plugin-host", &["Error"]),
    // The program around the host adds what it was asked to do.
    ("plugin-host/src/bin", &["Failure"]),
    ("plugins/pack", &["Error"]),
    ("plugins/sdk-build", &["Error"]),
];

/// What the names of such types end in.
const ENDINGS: [&str; 6] = ["Error", "Errors", "Problem", "Problems", "Refusal", "Failure"];

#[test]
fn every_crate_has_one_error_type() {
    let sources = sources();
    let mut folders: Vec<String> = workspace().into_iter().map(|member| member.folder).collect();
    folders.push("plugin-host/src/bin".to_owned());
    // What only checks and builds the project reports by whatever there is.
    folders.retain(|folder| folder != "xtask" && !folder.starts_with("tests"));
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for source in sources.iter().filter(|source| is_code(&source.path)) {
        let is_its = |folder: &&String| source.path.starts_with(&format!("{folder}/"));
        if let Some(folder) = folders.iter().filter(is_its).max_by_key(|folder| folder.len()) {
            found.entry(folder).or_default().extend(types(source));
        }
    }
    none(differences(&found));
}

fn is_code(path: &str) -> bool {
    let is_test = path.contains("/tests/") || path.ends_with("/tests.rs");
    path.ends_with(".rs") && !is_test && !path.ends_with("/build.rs")
}

/// The types of a source that are errors, by what they implement or by their name.
fn types(source: &Source) -> BTreeSet<String> {
    let mut types = BTreeSet::new();
    for line in source.text.lines().map(str::trim) {
        let words: Vec<&str> = line
            .split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
            .filter(|word| !word.is_empty())
            .collect();
        if let ["impl", before @ .., "Error", "for", name] = words.as_slice()
            && !before.contains(&"From")
        {
            types.insert((*name).to_owned());
        }
        let names = words.windows(2).filter_map(|pair| match pair {
            ["struct" | "enum", name] => Some(*name),
            _ => None,
        });
        let is_comment = line.starts_with("//");
        let is_error = |name: &&str| ENDINGS.iter().any(|ending| name.ends_with(ending));
        types.extend(names.filter(|_| !is_comment).filter(is_error).map(str::to_owned));
    }
    types
}

fn differences(found: &BTreeMap<&str, BTreeSet<String>>) -> Vec<String> {
    let allowed: BTreeMap<&str, BTreeSet<String>> = TYPES
        .iter()
        .map(|(folder, types)| (*folder, types.iter().map(|it| (*it).to_owned()).collect()))
        .collect();
    let folders: BTreeSet<&str> = found.keys().chain(allowed.keys()).copied().collect();
    let nothing = BTreeSet::new();
    let wrong = folders.into_iter().filter_map(|folder| {
        let of = |map: &BTreeMap<&str, BTreeSet<String>>| {
            map.get(folder).unwrap_or(&nothing).iter().cloned().collect::<Vec<_>>()
        };
        let (has, may) = (of(found), of(&allowed));
        (has != may)
            .then(|| format!("`{folder}` has the error types {has:?}, and may have {may:?}"))
    });
    wrong.collect()
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    let source = Source { path: "a.rs".to_owned(), text: text.to_owned() };
    expected.assert_eq(&types(&source).into_iter().collect::<Vec<_>>().join(" "));
}

#[test]
fn error_types_are_found_by_name_and_by_trait() {
    check("pub(crate) struct ReadError(u8);", expect!["ReadError"]);
    check("impl std::error::Error for Odd {}\n/// struct NoError\nstruct Plain;", expect!["Odd"]);
    check("enum Refusal<'a> {}\nimpl From<Error> for Plain {}", expect!["Refusal"]);
}
