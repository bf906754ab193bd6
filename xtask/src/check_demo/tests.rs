//! The server and the checker, over a real connection.

use std::collections::BTreeMap;
use std::path::Path;

use expect_test::{Expect, expect};

use super::{REFUSED, fetch};
use crate::server::{Headers, Site};

/// Serves the sources of this package and asks for one path.
#[track_caller]
fn check(path: &str, expected: Expect) {
    let policy = BTreeMap::from([("Policy".to_owned(), "strict".to_owned())]);
    let headers = Headers { page: policy, worker: BTreeMap::new(), types: BTreeMap::new() };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let site = Site::start(&folder, headers, 0).unwrap();
    let answer = fetch(site.port, path).unwrap();
    let policy = if answer.has("policy", "strict") { "with" } else { "without" };
    let is_whole = std::fs::read(folder.join("main.rs")).unwrap() == answer.body;
    let body = if is_whole { "the whole file" } else { "something else" };
    expected.assert_eq(&format!("{} {policy} policy, {body}", answer.status));
}

#[test]
fn a_file_comes_whole_and_with_its_headers() {
    check("/main.rs", expect!["200 with policy, the whole file"]);
    check("/main.rs?query=1", expect!["200 with policy, the whole file"]);
}

#[test]
fn what_is_no_file_of_the_site_is_refused() {
    check("/absent.js", expect!["404 with policy, something else"]);
    for path in REFUSED {
        check(path, expect!["404 with policy, something else"]);
    }
}

#[test]
fn the_root_leads_to_the_demo() {
    check("/", expect!["302 with policy, something else"]);
}
