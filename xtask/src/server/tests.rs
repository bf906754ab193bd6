//! What a path may name, and which headers go with it.

use std::collections::BTreeMap;
use std::path::Path;

use expect_test::{Expect, expect};
use tiny_http::Method;

use super::reply::{Asked, Reply, locate, reply};
use super::{Headers, header};

/// The headers that the page is served with.
fn headers() -> Headers {
    Headers::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/headers.json")).unwrap()
}

/// The sources of this package serve as the site.
#[track_caller]
fn check(path: &str, expected: Expect) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap();
    let found = locate(&root.join("src"), path);
    let shown = found.map(|file| {
        let inner = file.strip_prefix(&root).unwrap().display().to_string();
        format!("{inner} as {}", headers().type_of(&file))
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
    let headers = headers();
    let types = ["a.js", "a.wasm", "a.html", "a.css", "a.svg", "a"];
    let types = types.map(|name| headers.type_of(Path::new(name)));
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
    let headers = Headers { page: set("page"), worker: set("worker"), types: BTreeMap::new() };
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

/// Asks for a path of this package, and gives the status with the headers that matter.
#[track_caller]
fn check_reply(
    method: &Method,
    path: &str,
    encodings: &str,
    known: &str,
    expected: Expect,
) -> Reply {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap();
    let found = reply(&root, &headers(), &Asked { method, path, encodings, known });
    let of = |name: &str| {
        let mut found = found.headers.iter().filter(|(other, _)| other == name);
        found.next().map(|(_, value)| value.clone())
    };
    let mut shown = vec![found.status.to_string()];
    for name in ["Content-Encoding", "Vary", "Allow", "Location", "X-Content-Type-Options"] {
        shown.extend(of(name).map(|value| format!("{name}: {value}")));
    }
    shown.extend(of("Content-Security-Policy").map(|_| "a policy".to_owned()));
    shown.extend(of("ETag").map(|_| "a tag".to_owned()));
    expected.assert_eq(&shown.join(", "));
    assert!(found.headers.iter().all(|(name, value)| header(name, value).is_some()));
    found
}

#[test]
fn every_answer_has_the_policy() {
    check_reply(
        &Method::Get,
        "/absent.js",
        "",
        "",
        expect!["404, X-Content-Type-Options: nosniff, a policy"],
    );
    check_reply(
        &Method::Get,
        "/absent-worker.js",
        "gzip",
        "",
        expect!["404, X-Content-Type-Options: nosniff, a policy"],
    );
    check_reply(
        &Method::Post,
        "/Cargo.toml",
        "",
        "",
        expect!["405, Allow: GET, HEAD, X-Content-Type-Options: nosniff, a policy"],
    );
    check_reply(
        &Method::Get,
        "/",
        "",
        "",
        expect!["302, Location: /demo/, X-Content-Type-Options: nosniff, a policy"],
    );
}

#[test]
fn what_is_asked_for_compressed_comes_compressed() {
    let whole = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    for encodings in ["", "br", "gzip;q=0", "identity, gzip; q=0.0"] {
        let reply = check_reply(
            &Method::Get,
            "/Cargo.toml",
            encodings,
            "",
            expect!["200, Vary: Accept-Encoding, X-Content-Type-Options: nosniff, a policy, a tag"],
        );
        assert_eq!(reply.body, whole, "{encodings}");
    }
    for encodings in ["gzip", "deflate, GZIP;q=0.5, br"] {
        let reply = check_reply(
            &Method::Get,
            "/Cargo.toml",
            encodings,
            "",
            expect![
                "200, Content-Encoding: gzip, Vary: Accept-Encoding, X-Content-Type-Options: nosniff, a policy, a tag"
            ],
        );
        assert!(reply.body.len() < whole.len());
        let mut read = String::new();
        let mut decoder = flate2::read::GzDecoder::new(reply.body.as_slice());
        std::io::Read::read_to_string(&mut decoder, &mut read).unwrap();
        assert_eq!(read.as_bytes(), whole);
    }
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let tag = |encodings: &str| {
        let reply = check_reply(&Method::Get, "/Cargo.toml", encodings, "", any(encodings));
        let (_, tag) = reply.headers.iter().find(|(name, _)| name == "ETag").unwrap();
        tag.clone()
    };
    let (plain, compressed) = (tag(""), tag("gzip"));
    assert_ne!(plain, compressed);
    let not_modified =
        || expect!["304, Vary: Accept-Encoding, X-Content-Type-Options: nosniff, a policy, a tag"];
    for known in
        [plain.clone(), format!("\"other\", {plain}"), format!("W/{plain}"), "*".to_owned()]
    {
        let reply = check_reply(&Method::Get, "/Cargo.toml", "", &known, not_modified());
        assert!(reply.body.is_empty());
    }
    check_reply(&Method::Get, "/Cargo.toml", "gzip", &compressed, not_modified());
    check_reply(&Method::Get, "/Cargo.toml", "gzip", &plain, any("gzip"));
    check_reply(&Method::Get, "/Cargo.toml", "", "\"other\"", any(""));
}

/// A whole answer under these encodings.
fn any(encodings: &str) -> Expect {
    if encodings.is_empty() {
        return expect![
            "200, Vary: Accept-Encoding, X-Content-Type-Options: nosniff, a policy, a tag"
        ];
    }
    expect![
        "200, Content-Encoding: gzip, Vary: Accept-Encoding, X-Content-Type-Options: nosniff, a policy, a tag"
    ]
}
