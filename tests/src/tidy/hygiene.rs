//! Nothing in the project names the machine it was written on or where packages came from.

use expect_test::{Expect, expect};

use super::{Source, none, sources};

/// Beginnings of paths that exist on one machine only; in halves, or this file would name them.
const MACHINE_PATHS: [&str; 6] = [
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/tm", "p/"),
    concat!("..", "/shared"),
];

/// Hosts that serve packages: a lock file pins contents, not places.
const REGISTRIES: [&str; 5] = [
    concat!("registry.np", "mjs.org"),
    concat!("registry.ya", "rnpkg.com"),
    concat!("static.cr", "ates.io"),
    concat!("index.cr", "ates.io"),
    concat!("npm.pkg.git", "hub.com"),
];

/// The one source that Cargo writes for every package of its registry.
const CARGO_SOURCE: &str =
    concat!("source = \"registry+https://git", "hub.com/rust-lang/crates.io-index\"");

#[test]
fn no_file_names_a_machine_or_a_registry() {
    none(sources().iter().flat_map(problems).collect());
}

fn problems(source: &Source) -> Vec<String> {
    let mut problems = Vec::new();
    let is_lock = source.path.ends_with("Cargo.lock") || source.path.ends_with("package-lock.json");
    for (number, line) in source.text.lines().enumerate() {
        let mut report =
            |what: &str| problems.push(format!("{}:{}: {what}", source.path, number + 1));
        if MACHINE_PATHS.iter().any(|path| has_path(line, path)) {
            report("names a path of one machine");
        }
        if REGISTRIES.iter().any(|host| line.contains(host)) {
            report("names a registry's host");
        }
        if is_lock && line.contains("://") && line != CARGO_SOURCE && !is_information(line) {
            report("names where a package comes from");
        }
    }
    problems
}

/// Whether a path of the list begins in this line: it does not as the end of a longer one.
fn has_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '}' | '/'))
    })
}

/// npm's lock file copies where a package asks for money.
fn is_information(line: &str) -> bool {
    line.trim_start().starts_with("\"url\": ") || line.trim_start().starts_with("\"funding\": ")
}

#[track_caller]
fn check(path: &str, text: &str, expected: Expect) {
    let source = Source { path: path.to_owned(), text: text.to_owned() };
    expected.assert_eq(&problems(&source).join("\n"));
}

#[test]
fn each_trace_is_found() {
    let machine = format!("see {}me/notes", MACHINE_PATHS[2]);
    check("a.md", &machine, expect!["a.md:1: names a path of one machine"]);
    let registry = format!("get it from {}", REGISTRIES[0]);
    check("a.md", &registry, expect!["a.md:1: names a registry's host"]);
    check(
        "www/package-lock.json",
        "      \"resolved\": \"https://mirror.example/a.tgz\",",
        expect!["www/package-lock.json:1: names where a package comes from"],
    );
}

#[test]
fn what_is_no_trace_is_left_alone() {
    check("Cargo.lock", CARGO_SOURCE, expect![""]);
    check("a.rs", "let path = format!(\"{root}/home/a\"); // lib/work/b", expect![""]);
    check("package-lock.json", "    \"url\": \"https://example.org/fund\"", expect![""]);
}
