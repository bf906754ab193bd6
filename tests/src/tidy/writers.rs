//! One place writes what is derived: the core. Programs around it write no JSON and no CSV.

use super::{Source, none, sources};

/// Whose sources only pass on what the core wrote.
const FOLDERS: [&str; 1] = ["plugin-host/src/"];

/// What writes JSON or CSV.
const WRITERS: [&str; 4] = ["serde_json", "json!", "CsvWriter", "impl Serialize"];

fn writers(Source { path, text }: &Source) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim().starts_with("//")).collect();
    let code = code.join("\n");
    let found = WRITERS.into_iter().filter(|writer| code.contains(writer));
    found.map(|writer| format!("{path}: `{writer}`; `core/src/report` writes")).collect()
}

#[test]
fn the_core_alone_writes_what_is_derived() {
    let sources = sources();
    let is_ours = |source: &&Source| {
        let is_test = source.path.ends_with("tests.rs") || source.path.contains("/tests/");
        source.is(&["rs"]) && !is_test && FOLDERS.iter().any(|it| source.path.starts_with(it))
    };
    let ours: Vec<&Source> = sources.iter().filter(is_ours).collect();
    assert!(ours.len() > 30, "{} files", ours.len());
    none(ours.iter().flat_map(|source| writers(source)).collect());
    let manifest = sources.iter().find(|source| source.path == "plugin-host/Cargo.toml").unwrap();
    let manifest: toml::Table = manifest.text.parse().unwrap();
    for name in manifest["dependencies"].as_table().unwrap().keys() {
        assert!(!name.starts_with("serde") && name != "csv", "plugin-host depends on `{name}`");
    }
}

#[test]
fn each_writer_is_found() {
    for code in ["serde_json::to_vec(x)", "json!({})", "CsvWriter::new(&[])"] {
        let source = Source { path: "plugin-host/src/a.rs".to_owned(), text: code.to_owned() };
        assert_eq!(writers(&source).len(), 1, "{code}");
    }
    let text = "/// As serde_json does.\n".to_owned();
    assert!(writers(&Source { path: "plugin-host/src/a.rs".to_owned(), text }).is_empty());
}
