//! Every case holds, every rule has cases, and no case holds whatever is found.

mod faults;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use super::*;

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<Case> {
    load(folder()).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults:\n{}", faults.len(), faults.join("\n"))
    })
}

/// Judged together, since to ask the engine takes most of the time.
#[test]
fn every_case_holds_and_none_holds_whatever_is_found() {
    let mut failures = Vec::new();
    for case in cases() {
        for run in &case.runs {
            let outputs = evaluate(&case.document, &run.today).unwrap();
            for (line, check) in &run.checks {
                let place = format!("tests/cases/{}:{line}", case.file);
                let output = outputs.of(check.output);
                match check.fails(output) {
                    None => is_strict(&place, check, output),
                    Some(found) => failures.push(format!(
                        "{place}: {}, on {}: found {}",
                        case.title,
                        run.today,
                        json!(found)
                    )),
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

/// Fails where a check would hold of anything, or of nothing, or of another code.
fn is_strict(place: &str, check: &Check, output: &Value) {
    if check.values.is_empty() || check.op == Op::Lacks {
        let value = check.values.first().cloned().unwrap_or_else(|| json!("x"));
        assert!(check.fails(&with(check, value)).is_some(), "{place}: holds of anything");
        return;
    }
    assert!(check.fails(&json!({})).is_some(), "{place}: holds of nothing");
    without_a_value(place, check, output);
    if check.output == Output::Lint {
        by_another_code(place, check, output);
    }
}

/// What is found and not expected is found out, unless others are allowed.
fn without_a_value(place: &str, check: &Check, output: &Value) {
    if matches!(check.op, Op::Same | Op::List) {
        for left_out in 0..check.values.len() {
            let mut fewer = check.clone();
            fewer.values.remove(left_out);
            assert!(fewer.fails(output).is_some(), "{place}: value {left_out} may be missing");
        }
    }
}

/// A code that is not raised is found out.
fn by_another_code(place: &str, check: &Check, lint: &Value) {
    let codes = rules().iter().filter(|it| it.area == Area::Lint).map(|it| it.name.as_str());
    let findings = lint["findings"].as_array().unwrap();
    let is_raised = |code: &str| findings.iter().any(|it| it["code"] == json!(code));
    let silent = codes.into_iter().find(|code| !is_raised(code)).unwrap();
    let mut other = check.clone();
    let Some(Step::Where(members)) = other.path.get_mut(1) else { panic!("{place}: no code") };
    silent.clone_into(&mut members[0].1);
    assert!(other.fails(lint).is_some(), "{place}: {silent} passes too");
}

#[test]
fn every_rule_has_a_case() {
    let cases = cases();
    let mut missing = Vec::new();
    // What fires somewhere, and what is silent somewhere.
    let mut finds: BTreeMap<&str, BTreeSet<bool>> = BTreeMap::new();
    let checks = cases.iter().flat_map(|case| &case.runs).flat_map(|run| &run.checks);
    for (rule, does_find) in checks.flat_map(|(_, check)| &check.about) {
        finds.entry(rule).or_default().insert(*does_find);
    }
    for rule in rules() {
        let name = rule.name.as_str();
        if !cases.iter().any(|case| case.rule == name) {
            missing.push(format!("{name}: no case"));
        }
        let does = |find| finds.get(name).is_some_and(|all| all.contains(&find));
        if !does(true) {
            missing.push(format!("{name}: never found"));
        }
        if matches!(rule.area, Area::Lint | Area::Gates) && !does(false) {
            missing.push(format!("{name}: no case in which it is silent"));
        }
        for ground in &rule.grounds {
            if !finds.contains_key(format!("{name} {ground}").as_str()) {
                missing.push(format!("{name}: no case in which it rests on `{ground}`"));
            }
        }
    }
    assert!(missing.is_empty(), "{} are missing:\n{}", missing.len(), missing.join("\n"));
}

/// The result with a value at the end of a check's path, and nothing else.
fn with(check: &Check, value: Value) -> Value {
    check.path.iter().rev().fold(value, |inner, step| match step {
        Step::Member(name) => json!({ *name: [inner] }),
        Step::Where(members) => {
            let mut all = json!({});
            if let Value::Object(inner) = inner {
                all = Value::Object(inner);
            }
            for (name, value) in members {
                all[*name] = json!(value);
            }
            all
        }
    })
}

#[test]
fn the_grammar_has_every_sentence() {
    let text = std::fs::read_to_string(folder().join("GRAMMAR.md")).unwrap();
    let listed = text.lines().filter_map(|line| line.trim().strip_prefix("* `")?.split_once('`'));
    let listed: Vec<&str> = listed.map(|(sentence, _)| sentence).collect();
    let known: BTreeSet<&str> = sentences().into_iter().collect();
    let missing: Vec<&&str> = known.iter().filter(|it| !listed.contains(it)).collect();
    assert!(missing.is_empty(), "GRAMMAR.md lacks {missing:#?}");
    let unknown: Vec<&&str> = listed.iter().filter(|it| !known.contains(*it)).collect();
    assert!(unknown.is_empty(), "GRAMMAR.md has {unknown:#?}, which nothing understands");
}

#[test]
fn every_sentence_stands_in_a_case() {
    let cases = cases();
    let lines: BTreeSet<&str> = cases.iter().flat_map(|case| case.text.lines()).collect();
    let lines = lines.into_iter().filter_map(|line| token::tokens(line).ok());
    let lines: Vec<Vec<token::Token>> = lines.collect();
    let is_used = |sentence: &&str| {
        let fits = |words: &[token::Token]| template::fit(sentence, words).is_some();
        lines.iter().any(|words| (0..words.len()).any(|at| fits(&words[at..])))
    };
    let unused: Vec<&str> = sentences().into_iter().filter(|it| !is_used(it)).collect();
    assert!(unused.is_empty(), "no case has {unused:#?}");
}
