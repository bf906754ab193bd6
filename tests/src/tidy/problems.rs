//! Problems and their sentences fit: each code and case that is raised has words, all words are
//! raised, and both name the same values.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::{Expect, expect};

use super::{Source, none, sources, text};

/// The names of values, by code and case, as `E-TOO-LARGE.list`.
type Named = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_problem_has_its_words() {
    let (raised, mut wrong) = raised(&sources());
    let words = words(&text("core/data/words/en/problems.toml"));
    assert!(raised.len() > 150, "only {} problems are raised", raised.len());
    wrong.extend(differences(&raised, &words));
    none(wrong);
}

/// What the sources raise, and the problems that are raised with different values.
fn raised(sources: &[Source]) -> (Named, Vec<String>) {
    let (mut named, mut wrong) = (Named::new(), Vec::new());
    for source in sources.iter().filter(|source| is_of_people(&source.path)) {
        let found = match source.path.as_str() {
            path if path.ends_with(".rs") => macros(&source.text),
            path if path.starts_with("www/src/plugin/") => faults(&source.text),
            _ => Vec::new(),
        };
        for (key, names) in found {
            let known = named.entry(key.clone()).or_insert_with(|| names.clone());
            if *known != names {
                wrong
                    .push(format!("{}: `{key}` names {names:?}, elsewhere {known:?}", source.path));
            }
        }
    }
    (named, wrong)
}

/// Sources whose problems somebody sees; tests raise what they like.
fn is_of_people(path: &str) -> bool {
    !path.starts_with("tests/") && !path.contains("/tests/") && !path.ends_with("/tests.rs")
}

/// `problem!(code, case, name = value)` in Rust.
fn macros(code: &str) -> Vec<(String, BTreeSet<String>)> {
    let code = without_comments(code);
    let calls = code.match_indices("problem!(").filter_map(|(at, start)| {
        let arguments = arguments(code.get(at + start.len()..)?);
        let mut literals = arguments.iter().map_while(|argument| literal(argument));
        let (code, case) = (literals.next()?, literals.next().unwrap_or_default());
        let names = arguments.iter().filter_map(|argument| argument.split_once(" = "));
        let names = names.map(|(name, _)| name.trim().to_owned()).collect();
        Some((key(code, case), names))
    });
    calls.collect()
}

/// `fault(phase, code, case, [[name, value]])` in the page's worker.
fn faults(code: &str) -> Vec<(String, BTreeSet<String>)> {
    let code = without_comments(code);
    let calls = code.match_indices("fault(\"").filter_map(|(at, _)| {
        let arguments = arguments(code.get(at + "fault(".len()..)?);
        let [_, code, case, values @ ..] = arguments.as_slice() else { return None };
        let names = values.iter().flat_map(|values| values.split("[\"").skip(1));
        let names = names.filter_map(|it| Some(it.split_once('"')?.0.to_owned())).collect();
        Some((key(literal(code)?, literal(case)?), names))
    });
    calls.collect()
}

fn key(code: &str, case: &str) -> String {
    [code, case].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}

fn literal(argument: &str) -> Option<&str> {
    argument.trim().strip_prefix('"')?.strip_suffix('"')
}

fn without_comments(code: &str) -> String {
    let is_comment = |line: &&str| line.trim_start().starts_with("//");
    code.lines().filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n")
}

/// The arguments of a call, up to its closing bracket.
fn arguments(code: &str) -> Vec<String> {
    let (mut arguments, mut current, mut depth, mut in_text) =
        (Vec::new(), String::new(), 0, false);
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' if in_text => current.extend([character].into_iter().chain(characters.next())),
            '"' => {
                in_text = !in_text;
                current.push(character);
            }
            _ if in_text => current.push(character),
            ')' | ']' | '}' if depth == 0 => break,
            ',' if depth == 0 => arguments.push(std::mem::take(&mut current)),
            _ => {
                depth += i32::from("([{".contains(character));
                depth -= i32::from(")]}".contains(character));
                current.push(character);
            }
        }
    }
    arguments.push(current);
    arguments.retain(|argument| !argument.trim().is_empty());
    arguments
}

/// What the sentences name.
fn words(toml: &str) -> Named {
    let file: toml::Table = toml.parse().unwrap();
    let mut named = Named::new();
    for (code, value) in file.iter().filter(|(code, _)| *code != "labels") {
        let table = value.as_table().unwrap();
        if table.contains_key("message") {
            named.insert(code.clone(), places(table));
            continue;
        }
        for (case, fields) in table {
            named.insert(key(code, case), places(fields.as_table().unwrap()));
        }
    }
    named
}

/// The places of a problem's sentences, whatever their plural forms.
fn places(fields: &toml::Table) -> BTreeSet<String> {
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["fix", "message"], "{fields:?}");
    let texts = fields.values().flat_map(|value| match value {
        toml::Value::Table(forms) => forms.values().filter_map(toml::Value::as_str).collect(),
        value => Vec::from_iter(value.as_str()),
    });
    let places = texts.flat_map(|text| text.split('{').skip(1));
    places.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
}

fn differences(raised: &Named, words: &Named) -> Vec<String> {
    let silent = raised.keys().filter(|key| !words.contains_key(*key));
    let silent = silent.map(|key| format!("`{key}` is raised and has no words"));
    let idle = words.keys().filter(|key| !raised.contains_key(*key));
    let idle = idle.map(|key| format!("`{key}` has words and is never raised"));
    let other = raised.iter().filter_map(|(key, names)| {
        let places = words.get(key).filter(|places| *places != names)?;
        // A list or a set needs none of its values twice, so the sets have to be equal.
        Some(format!("`{key}` is given {names:?}, and its words name {places:?}"))
    });
    silent.chain(idle).chain(other).collect()
}

#[track_caller]
fn check(code: &str, toml: &str, expected: Expect) {
    let source = |path: &str| Source { path: path.to_owned(), text: code.to_owned() };
    let (raised, wrong) = raised(&[source("a.rs"), source("www/src/plugin/a.ts")]);
    let found = wrong.into_iter().chain(differences(&raised, &words(toml)));
    expected.assert_eq(&found.collect::<Vec<_>>().join("\n"));
}

#[test]
fn each_difference_is_found() {
    let toml =
        "[E-A]\nmessage = \"{x} and {y}\"\nfix = \"\"\n[E-B.c]\nmessage = \"\"\nfix = \"{z}\"";
    check(
        "problem!(\"E-A\", x = f(1, 2), y = \"a)\");\nproblem!(\n\"E-B\",\n\"c\",\nz = 1\n)",
        toml,
        expect![""],
    );
    check(
        "fault(\"call\", \"E-A\", \"\", [[\"x\", 1], [\"y\", 2]]);\nfault(\"call\", \"E-B\", \"c\", [[\"z\", 1]])",
        toml,
        expect![""],
    );
    check(
        "problem!(\"E-A\", x = 1);\nproblem!(\"E-D\");\n// problem!(\"E-E\")",
        toml,
        expect![[r#"
            `E-D` is raised and has no words
            `E-B.c` has words and is never raised
            `E-A` is given {"x"}, and its words name {"x", "y"}"#]],
    );
    check(
        "problem!(\"E-A\", x = 1, y = 2);\nproblem!(\"E-A\", y = 2);\nproblem!(\"E-B\", \"c\", z = 1)",
        toml,
        expect![[r#"a.rs: `E-A` names {"y"}, elsewhere {"x", "y"}"#]],
    );
}

#[test]
fn plural_forms_name_values_too() {
    let toml = "[E-A]\nfix = \"\"\n[E-A.message]\none = \"{count} of {x}\"\nother = \"{count}\"";
    check("problem!(\"E-A\", count = 1, x = 2)", toml, expect![""]);
}
