//! The folder list is the architecture: README, folders and workspace members say the same.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};

use super::manifests::workspace;
use super::{none, root, sources, text};

#[test]
fn the_readme_table_is_the_workspace() {
    let mut packages: BTreeSet<String> =
        workspace().into_iter().map(|member| member.folder).collect();
    packages.extend(["docs".to_owned(), "www".to_owned()]);
    assert_eq!(table(&text("README.md")), packages, "run `cargo xtask codegen`");
}

#[test]
fn every_top_level_folder_is_in_the_readme_table() {
    let top = |path: &str| path.split('/').next().unwrap_or_default().to_owned();
    let listed: BTreeSet<String> = table(&text("README.md")).iter().map(|path| top(path)).collect();
    let paths = sources().into_iter().map(|source| source.path);
    let folders = paths.filter(|path| path.contains('/') && !path.starts_with('.'));
    assert_eq!(listed, folders.map(|path| top(&path)).collect());
}

#[test]
fn the_root_of_the_core_shows_ten_names() {
    let source = text("core/src/lib.rs");
    let lines = source.lines().filter(|line| line.starts_with("pub use ") && line.ends_with(';'));
    let names: Vec<&str> = lines
        .filter(|line| !line.contains(" as "))
        .flat_map(|line| line.trim_end_matches([';', '}']).rsplit(['{', ':']).next())
        .flat_map(|names| names.split(", "))
        .collect();
    let several = source.matches("pub use ").count() - source.matches(" as problem;").count();
    assert!(several > 3 && (several..=10).contains(&names.len()), "{names:?}");
}

#[test]
fn the_usual_files_are_there() {
    let files = [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "SECURITY.md",
        "deny.toml",
    ];
    let missing = files.iter().filter(|file| !root().join(file).is_file());
    none(missing.map(|file| format!("no `{file}`")).collect());
}

#[test]
fn the_changelog_begins_with_the_current_version() {
    let manifest: toml::Table = text("Cargo.toml").parse().unwrap();
    let version = manifest["workspace"]["package"]["version"].as_str().unwrap();
    let changelog = text("CHANGELOG.md");
    let first = changelog.lines().find(|line| line.starts_with("## ")).unwrap_or_default();
    assert!(first.contains(version), "`{first}` is not {version}");
}

/// The folders of the table between the two markers of the README.
fn table(readme: &str) -> BTreeSet<String> {
    let block = readme.split_once("<!-- folders -->").and_then(|(_, rest)| rest.split_once("<!--"));
    let rows = block.map_or("", |(block, _)| block).lines();
    rows.filter_map(|row| Some(row.strip_prefix("| `")?.split_once('`')?.0.to_owned())).collect()
}

#[track_caller]
fn check(readme: &str, expected: Expect) {
    expected.assert_eq(&table(readme).into_iter().collect::<Vec<_>>().join(" "));
}

#[test]
fn the_table_is_what_stands_between_the_markers() {
    check("| `a` | b |\n", expect![""]);
    check(
        "| `a` | b |\n<!-- folders -->\n| folder | what |\n| --- | --- |\n| `core` | the `core` |\n\
         | `plugins/sdk` | it |\n<!-- /folders -->\n| `z` | b |\n",
        expect!["core plugins/sdk"],
    );
}
