//! What a path may name, and which headers go with it.

use std::collections::BTreeMap;
use std::path::Path;

use expect_test::{Expect, expect};

use super::{Headers, locate, mime};

/// The sources of this package serve as the site.
#[track_caller]
fn check(path: &str, expected: Expect) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap();
    let found = locate(&root.join("src"), path);
    let shown = found.map(|file| {
        let inner = file.strip_prefix(&root).unwrap().display().to_string();
        format!("{inner} as {}", mime(&file))
    });
    expected.assert_eq(&shown.unwrap_or_else(|| "not found".to_owned()));
}

#[test]
fn a_plain_path_is_a_file_below_the_folder() {
    check("/main.rs", expect!["src/main.rs as application/octet-stream"]);
    check("/server/tests.rs", expect!["src/server/tests.rs as application/octet-stream"]);
}

#[test]
fn nothing_outside_the_folder_is_reached() {
    check("/../Cargo.toml", expect!["not found"]);
    check("/server/../../Cargo.toml", expect!["not found"]);
    check("/%2e%2e/Cargo.toml", expect!["not found"]);
    check("/..%2fCargo.toml", expect!["not found"]);
    check("//etc/passwd", expect!["not found"]);
    check("/..\\Cargo.toml", expect!["not found"]);
    check("main.rs", expect!["not found"]);
    check("/./main.rs", expect!["not found"]);
    check("/.gitignore", expect!["not found"]);
}

#[test]
fn a_folder_is_its_index() {
    check("/server/", expect!["not found"]);
    check("/server", expect!["not found"]);
    check("/", expect!["not found"]);
}

#[test]
fn modules_and_wasm_have_the_types_that_browsers_insist_on() {
    let types =
        ["a.js", "a.wasm", "a.html", "a.css", "a.svg", "a"].map(|name| mime(Path::new(name)));
    expect![[r#"
        [
            "text/javascript; charset=utf-8",
            "application/wasm",
            "text/html; charset=utf-8",
            "text/css; charset=utf-8",
            "image/svg+xml",
            "application/octet-stream",
        ]
    "#]]
    .assert_debug_eq(&types);
}

#[test]
fn only_a_workers_script_has_the_workers_headers() {
    let set = |value: &str| BTreeMap::from([("Policy".to_owned(), value.to_owned())]);
    let headers = Headers { page: set("page"), worker: set("worker") };
    let policy = |path| headers.of(path).get("Policy").cloned();
    let policies = ["/assets/plugin-worker.js", "/demo/", "/worker/a.js", "/worker.html"];
    expect![[r#"
        [
            Some(
                "worker",
            ),
            Some(
                "page",
            ),
            Some(
                "page",
            ),
            Some(
                "page",
            ),
        ]
    "#]]
    .assert_debug_eq(&policies.map(policy));
}
