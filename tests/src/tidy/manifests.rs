//! What the manifests say: one direction of dependence, shared lints, a reason for each dependency.

use cargo_metadata::{DependencyKind, MetadataCommand};
use expect_test::{Expect, expect};

use super::{Source, none, root, sources};

/// One package of the workspace.
pub(crate) struct Member {
    /// The folder from the root, with `/` between names.
    pub(crate) folder: String,
    /// Which members it depends on.
    dependencies: Vec<Dependency>,
}

/// One arrow of the architecture, by folder.
struct Dependency {
    on: String,
    kind: DependencyKind,
}

/// The members with the arrows between them.
pub(crate) fn workspace() -> Vec<Member> {
    let mut command = MetadataCommand::new();
    let metadata = command.current_dir(root()).no_deps().exec().expect("cargo reads the workspace");
    let inner = |path: &cargo_metadata::camino::Utf8Path| {
        path.strip_prefix(&metadata.workspace_root).unwrap().to_string()
    };
    let packages = metadata.workspace_packages();
    let member = |package: &&cargo_metadata::Package| Member {
        folder: inner(package.manifest_path.parent().unwrap()),
        dependencies: package
            .dependencies
            .iter()
            .filter_map(|dependency| {
                let on = inner(dependency.path.as_ref()?);
                Some(Dependency { on, kind: dependency.kind })
            })
            .collect(),
    };
    packages.iter().map(member).collect()
}

#[test]
fn dependence_has_one_direction() {
    let members = workspace();
    assert!(members.len() >= 8, "only {} members", members.len());
    none(members.iter().flat_map(wrong_arrows).collect());
}

fn wrong_arrows(member: &Member) -> Vec<String> {
    let from = member.folder.as_str();
    let wrong = member.dependencies.iter().filter(|dependency| !may(from, dependency));
    wrong.map(|dependency| format!("`{from}` must not depend on `{}`", dependency.on)).collect()
}

/// Whether the architecture has this arrow.
fn may(from: &str, Dependency { on, kind }: &Dependency) -> bool {
    let on = on.as_str();
    let is_build = *kind == DependencyKind::Build;
    match from {
        // The words are the bottom: a plugin, which may depend on nothing else, shares them.
        "core/vocabulary" => false,
        "core" => on == "core/vocabulary",
        // The gate says what is wrong as data; only its tests put it into words.
        "core/admission" => {
            on == "core/vocabulary" || (*kind == DependencyKind::Development && on == "core")
        }
        "wasm" => matches!(on, "core" | "wasm/shared"),
        // The whole engine is the first view's, and what follows from an assessment.
        "wasm/report" => matches!(on, "core" | "wasm" | "wasm/shared"),
        "wasm/crosswalk" => matches!(on, "core" | "core/admission" | "wasm/shared"),
        "wasm/shared" => on == "core",
        "plugin-host" => {
            matches!(on, "core" | "core/admission" | "core/vocabulary")
                || (is_build && on == "plugins/pack")
        }
        "xtask" => matches!(on, "core" | "plugins/pack" | "tests/cases"),
        "plugins/sdk" => on == "core/vocabulary",
        // What runs while a plugin is built takes its sentences from the core's words; what the
        // plugin itself carries does not.
        "plugins/sdk-build" => matches!(on, "core" | "core/vocabulary"),
        "plugins/pack" => on == "core",
        _ if from.starts_with("plugins/") => matches!(on, "plugins/sdk" | "plugins/sdk-build"),
        _ if from == "tests" || from.starts_with("tests/") => {
            on != "xtask" && !on.starts_with("tests")
        }
        _ => false,
    }
}

#[test]
fn every_package_has_the_workspace_lints() {
    let sources = sources();
    let missing = sources.iter().filter(|source| is_package(source)).filter(|source| {
        let manifest: toml::Table = source.text.parse().unwrap();
        let workspace = manifest.get("lints").and_then(|lints| lints.get("workspace"));
        workspace.and_then(toml::Value::as_bool) != Some(true)
    });
    none(missing.map(|source| format!("{}: no `lints.workspace = true`", source.path)).collect());
}

fn is_package(source: &Source) -> bool {
    source.path.ends_with("/Cargo.toml")
}

#[test]
fn every_dependency_has_a_reason() {
    let sources = sources();
    let manifests = sources.iter().filter(|source| source.path.ends_with("Cargo.toml"));
    none(manifests.flat_map(without_reason).collect());
}

/// Each line that names a dependency from outside needs a comment on the line above it.
fn without_reason(manifest: &Source) -> Vec<String> {
    let (mut problems, mut previous, mut is_dependency) = (Vec::new(), "", false);
    for (number, line) in manifest.text.lines().enumerate() {
        if line.starts_with('[') {
            is_dependency = line.trim_end_matches(']').ends_with("dependencies");
        } else if is_dependency && line.starts_with(|first: char| first.is_ascii_lowercase()) {
            let is_own = line.contains("path = ") || line.contains("workspace = true");
            if !is_own && !previous.starts_with("# ") {
                let name = line.split([' ', '=', '.']).next().unwrap_or_default();
                problems.push(format!("{}:{}: why `{name}`?", manifest.path, number + 1));
            }
        }
        previous = line;
    }
    problems
}

#[track_caller]
fn check_reasons(manifest: &str, expected: Expect) {
    let source = Source { path: "Cargo.toml".to_owned(), text: manifest.to_owned() };
    expected.assert_eq(&without_reason(&source).join("\n"));
}

#[test]
fn a_dependency_without_a_reason_is_found() {
    check_reasons(
        "[dependencies]\n# Why.\na = \"1\"\nb = \"1\"\n",
        expect!["Cargo.toml:4: why `b`?"],
    );
    check_reasons(
        "[target.'cfg(unix)'.dependencies]\na = { version = \"1\" }",
        expect!["Cargo.toml:2: why `a`?"],
    );
    check_reasons("[workspace.dependencies]\na = { path = \"a\" }\n", expect![""]);
    check_reasons("[dependencies]\na = { workspace = true }\n[features]\nb = []\n", expect![""]);
    check_reasons(
        "[dependencies]\n# Why.\na = { version = \"1\", features = [\n    \"b\",\n] }\n",
        expect![""],
    );
}

#[track_caller]
fn check_arrow(from: &str, on: &str, kind: DependencyKind, expected: Expect) {
    let arrow = Dependency { on: on.to_owned(), kind };
    expected.assert_eq(if may(from, &arrow) { "may" } else { "must not" });
}

#[test]
fn an_arrow_against_the_direction_is_found() {
    use DependencyKind::{Build, Development, Normal};
    check_arrow("core", "wasm", Normal, expect!["must not"]);
    check_arrow("wasm", "core", Normal, expect!["may"]);
    check_arrow("wasm", "plugin-host", Normal, expect!["must not"]);
    check_arrow("wasm", "wasm/crosswalk", Normal, expect!["must not"]);
    check_arrow("plugin-host", "plugins/pack", Build, expect!["may"]);
    check_arrow("plugin-host", "plugins/pack", Normal, expect!["must not"]);
    check_arrow("plugins/soc2", "core", Normal, expect!["must not"]);
    check_arrow("plugins/soc2", "plugins/sdk", Normal, expect!["may"]);
    check_arrow("tests/bench-engine", "core", Normal, expect!["may"]);
    check_arrow("core", "tests", Normal, expect!["must not"]);
    check_arrow("xtask", "tests/cases", Normal, expect!["may"]);
    check_arrow("tests/cases", "core", Normal, expect!["may"]);
    check_arrow("core", "core/vocabulary", Normal, expect!["may"]);
    check_arrow("core/vocabulary", "core", Normal, expect!["must not"]);
    check_arrow("core", "core/admission", Normal, expect!["must not"]);
    check_arrow("core/admission", "core", Normal, expect!["must not"]);
    check_arrow("core/admission", "core", Development, expect!["may"]);
    check_arrow("wasm", "core/admission", Normal, expect!["must not"]);
    check_arrow("wasm/crosswalk", "core/admission", Normal, expect!["may"]);
    check_arrow("plugins/sdk", "core/vocabulary", Normal, expect!["may"]);
    check_arrow("plugins/sdk", "core", Normal, expect!["must not"]);
    check_arrow("plugins/sdk-build", "core", Normal, expect!["may"]);
    check_arrow("plugins/pack", "core", Normal, expect!["may"]);
    check_arrow("plugins/pack", "core/vocabulary", Normal, expect!["must not"]);
    check_arrow("plugins/soc2", "core/vocabulary", Normal, expect!["must not"]);
    check_arrow("wasm", "xtask", Build, expect!["must not"]);
}
