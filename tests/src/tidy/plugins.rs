//! Nothing but a plugin's own folder knows a plugin: the list of carried ones is data.

use expect_test::{Expect, expect};

use super::{Source, none, sources, text};

/// The ids and titles of the list.
fn carried(list: &str) -> Vec<(String, String)> {
    let table: toml::Table = list.parse().unwrap();
    let field = |entry: &toml::Value, name| entry[name].as_str().unwrap().to_owned();
    let entries = table["plugin"].as_array().unwrap().iter();
    entries.map(|entry| (field(entry, "id"), field(entry, "title"))).collect()
}

#[test]
fn no_code_names_a_plugin() {
    let plugins = carried(&text("plugins/carried.toml"));
    assert!(!plugins.is_empty(), "no plugin is carried");
    none(sources().iter().flat_map(|source| problems(source, &plugins)).collect());
}

/// Tests, documentation and the plugin itself may name it; code may not.
fn problems(source: &Source, plugins: &[(String, String)]) -> Vec<String> {
    let path = source.path.as_str();
    let is_test = path.starts_with("tests/")
        || path.starts_with("www/test/")
        || path.contains("/tests/")
        || path.ends_with("/tests.rs");
    if is_test || !source.is(&["rs", "ts", "tsx", "mjs", "js", "css", "html"]) {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (id, title) in plugins.iter().filter(|(id, _)| !path.starts_with(&format!("plugins/{id}/")))
    {
        for (number, line) in source.text.lines().enumerate() {
            let is_comment = ["//", "*", "/*"].iter().any(|it| line.trim_start().starts_with(it));
            if !is_comment && (line.contains(id.as_str()) || line.contains(title.as_str())) {
                problems.push(format!("{path}:{}: names the plugin `{id}`", number + 1));
            }
        }
    }
    problems
}

#[track_caller]
fn check(path: &str, text: &str, expected: Expect) {
    let plugins = carried("[[plugin]]\nid = 'abc'\ntitle = 'A B'\n");
    let source = Source { path: path.to_owned(), text: text.to_owned() };
    expected.assert_eq(&problems(&source, &plugins).join("\n"));
}

#[test]
fn a_name_in_code_is_found() {
    check("a.rs", "run(\"abc\");\n", expect!["a.rs:1: names the plugin `abc`"]);
    check("www/src/a.ts", "x\ntitle: \"A B\"", expect!["www/src/a.ts:2: names the plugin `abc`"]);
}

#[test]
fn plugins_tests_and_documentation_may_name_it() {
    check("plugins/abc/src/lib.rs", "abc", expect![""]);
    check("www/test/a.test.mjs", "abc", expect![""]);
    check("a/src/tests.rs", "abc", expect![""]);
    check("README.md", "abc", expect![""]);
    check("a.rs", "    /// Such as `abc`.", expect![""]);
}
