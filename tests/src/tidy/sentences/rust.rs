//! The same for Rust: strings of code that people run, comments, attributes and what only whoever
//! develops reads left out.

use expect_test::{Expect, expect};

use super::is_sentence;
use crate::tidy::{Source, none, sources};

/// Where code says something to people who use what it is part of.
const FOLDERS: [&str; 7] = [
    "core/src/",
    "core/vocabulary/src/",
    "core/admission/src/",
    "plugin-host/src/",
    "wasm/",
    "plugins/sdk-build/src/",
    "plugins/pack/src/",
];

/// Files whose sentences are read by others, each with the reason.
const ALLOWED: [(&str, &str); 7] = [
    ("wasm/shared/src/outcome.rs", "a declaration of TypeScript with its comments"),
    ("plugin-host/src/instance.rs", "what wasmtime says of a cause whose type it keeps to itself"),
    ("core/src/assessment/file.rs", "descriptions in a schema; elsewhere they are doc comments"),
    ("core/src/record/schema.rs", "descriptions in a schema, as above"),
    ("plugins/pack/src/build.rs", "what cargo says, to be found among its words"),
    ("plugins/sdk-build/src/generate.rs", "a doc comment of the code that is written"),
    ("plugins/pack/src/main.rs", "how the tool is called, for whoever develops"),
];

/// What stands ahead of a text that is read only where the program has a defect.
const DEFECTS: [&str; 4] = [".expect(", ".proven(", "panic!(", "unreachable!("];
/// The same, with what is asserted before the text.
const ASSERTION: &str = "assert!(";

fn is_ours(source: &Source) -> bool {
    let path = source.path.as_str();
    let is_test = path.contains("/tests/") || path.ends_with("/tests.rs");
    path.ends_with(".rs") && !is_test && FOLDERS.iter().any(|folder| path.starts_with(folder))
}

fn sentences(source: &Source) -> Vec<String> {
    let found = literals(&source.text).into_iter().filter(|text| is_sentence(text));
    found.map(|text| format!("{}: {text}", source.path)).collect()
}

/// The strings of code, without those that only tell of a defect.
fn literals(code: &str) -> Vec<String> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = code.get(at..).and_then(|rest| rest.find(['"', '\'', '/', '#', 'r'])) {
        let (before, from) = code.split_at(at + start);
        let (length, text) = piece(from);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_of_a_defect = DEFECTS.iter().any(|start| before.trim_end().ends_with(start))
            || line.contains(ASSERTION);
        found.extend(text.filter(|_| !is_of_a_defect).map(str::to_owned));
        at += start + length;
    }
    found
}

/// How much of the code is one piece, and its text where it is a string.
fn piece(code: &str) -> (usize, Option<&str>) {
    let until = |end: &str, from: usize| {
        let rest = code.get(from..).unwrap_or_default();
        rest.find(end).map_or(code.len(), |at| from + at + end.len())
    };
    match code.as_bytes() {
        [b'/', b'/', ..] => (until("\n", 2), None),
        [b'/', b'*', ..] => (until("*/", 2), None),
        [b'#', b'[', ..] | [b'#', b'!', b'[', ..] => (attribute(code), None),
        [b'\'', b'\\', _, b'\'', ..] => (4, None),
        [b'\'', _, b'\'', ..] => (3, None),
        [b'r', b'"', ..] => {
            let end = until("\"", 2);
            (end, code.get(2..end - 1))
        }
        [b'r', b'#', b'"', ..] => {
            let end = until("\"#", 3);
            (end, code.get(3..end - 2))
        }
        [b'"', ..] => {
            let end = string_end(code);
            (end, code.get(1..end - 1))
        }
        _ => (code.chars().next().map_or(1, char::len_utf8), None),
    }
}

/// The end of a string with escapes.
fn string_end(code: &str) -> usize {
    let mut is_escaped = false;
    let end = code.char_indices().skip(1).find(|(_, character)| {
        let is_end = *character == '"' && !is_escaped;
        is_escaped = *character == '\\' && !is_escaped;
        is_end
    });
    end.map_or(code.len(), |(at, _)| at + 1)
}

/// The end of an attribute; what stands in its strings is a reason or a document.
fn attribute(code: &str) -> usize {
    let (mut depth, mut at) = (0_i32, code.find('[').unwrap_or_default());
    while let Some(rest) = code.get(at..).filter(|rest| !rest.is_empty()) {
        match rest.as_bytes().first() {
            Some(b'"') => at += string_end(rest),
            Some(b'[') => (depth, at) = (depth + 1, at + 1),
            Some(b']') => {
                (depth, at) = (depth - 1, at + 1);
                if depth == 0 {
                    return at;
                }
            }
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    code.len()
}

#[test]
fn no_sentence_stands_in_rust() {
    let sources = sources();
    let files: Vec<&Source> = sources.iter().filter(|source| is_ours(source)).collect();
    assert!(files.len() > 150, "{} files", files.len());
    let is_allowed =
        |source: &Source| ALLOWED.iter().any(|(path, _)| source.path.starts_with(path));
    none(files.iter().filter(|source| !is_allowed(source)).flat_map(|it| sentences(it)).collect());
    for (path, reason) in ALLOWED {
        let used = files.iter().any(|it| it.path.starts_with(path) && !sentences(it).is_empty());
        assert!(used, "{path} needs no place in the list: {reason}");
    }
}

#[track_caller]
fn check(code: &str, expected: Expect) {
    let source = Source { path: "a.rs".to_owned(), text: code.to_owned() };
    expected.assert_eq(&sentences(&source).join("\n"));
}

#[test]
fn each_sentence_is_found() {
    check("f(\"the file is empty\")", expect!["a.rs: the file is empty"]);
    check("f('\"', \"a \\\"part\\\" of the file\")", expect![r#"a.rs: a \"part\" of the file"#]);
    check("r#\"build it with care\"#", expect!["a.rs: build it with care"]);
    check("format!(\"{x} is not known here\")", expect!["a.rs: {x} is not known here"]);
}

#[test]
fn what_only_developers_read_is_left_out() {
    check("// words in a \"comment of words\"\nf()", expect![""]);
    check("#[expect(lint, reason = \"the build proves [it] every time\")]\nf()", expect![""]);
    check("words().expect(\"the build writes the words\")", expect![""]);
    check("panic!(\"the build writes the words\")", expect![""]);
    check("assert!(len < 9, \"a shorter name is needed\")", expect![""]);
    check("t(\"page.save\"); \"one_two three\"; 'a'; f::<'a>()", expect![""]);
}
