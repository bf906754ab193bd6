//! What is missing in a rule is an answer, and never a slip: each default that the rules take in the
//! place of something stands here with its reason. What is proved to be there is `proven`.

use super::{Source, none, sources};

/// Where the rules stand.
const RULES: [&str; 6] = ["facts", "gate", "lint", "next", "risk", "soa"];

/// How a default is taken.
const DEFAULTS: [&str; 3] = [".unwrap_or(", ".unwrap_or_default()", "map_or(\"\""];

/// The files with defaults: how many, and why.
const KNOWN: [(&str, usize, &str); 12] = [
    ("facts/ledger.rs", 2, "nobody names a control that came later, and nobody answered it"),
    ("facts/mod.rs", 2, "the limits of a file are below; an item without facts has no answer"),
    ("facts/scale.rs", 1, "criteria may leave out how long an acceptance lasts"),
    ("facts/source.rs", 4, "a control without an answer says nothing"),
    ("gate/later.rs", 2, "an event may have no day, and one from a file no id yet"),
    ("gate/stage_2.rs", 1, "a nonconformity from a file may have no id yet"),
    ("lint/rules.rs", 1, "evidence may leave out how long it stays fresh"),
    ("next/rules.rs", 3, "evidence may leave out its period; what is gone has no title"),
    ("risk/approve.rs", 4, "what nobody said is left out of a digest; no approval is none"),
    ("soa/approval.rs", 1, "a control that is included has no reason to be excluded"),
    ("soa/driver.rs", 1, "an entry without id is shown by nothing"),
    ("soa/text.rs", 1, "a reason that is no obligation has no kind of one"),
];

/// How many defaults a file takes.
fn count(text: &str) -> usize {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim().starts_with("//")).collect();
    // A call may begin a line of its own.
    let code: String = code.concat().split_whitespace().collect();
    DEFAULTS.iter().map(|default| code.matches(default).count()).sum()
}

fn problems(path: &str, text: &str) -> Option<String> {
    let known = KNOWN.iter().find(|(file, ..)| *file == path).map_or(0, |(_, count, _)| *count);
    let found = count(text);
    (found != known).then(|| format!("{path}: {found} defaults, and {known} have a reason"))
}

#[test]
fn each_default_of_a_rule_has_a_reason() {
    let sources = sources();
    let rules = sources.iter().filter_map(|source| {
        let path = source.path.strip_prefix("core/src/")?;
        let is_test = path.ends_with("tests.rs") || path.contains("/tests/");
        let is_rule = RULES.iter().any(|it| path.split('/').next() == Some(it));
        (source.is(&["rs"]) && is_rule && !is_test).then_some((path, source))
    });
    let rules: Vec<(&str, &Source)> = rules.collect();
    assert!(rules.len() > 30, "{} files", rules.len());
    for (file, _, reason) in KNOWN {
        assert!(rules.iter().any(|(path, _)| *path == file), "{file} is gone");
        assert!(reason.contains(' '), "{file}");
    }
    none(rules.iter().filter_map(|(path, source)| problems(path, &source.text)).collect());
}

#[test]
fn each_default_is_found() {
    for code in ["a.unwrap_or(0)", "a\n    .unwrap_or_default()", "a.map_or(\"\", b)"] {
        assert_eq!(count(code), 1, "{code}");
    }
    assert_eq!(count("// a.unwrap_or(0)\na.proven(\"b\").unwrap_or_else(c)"), 0);
}
