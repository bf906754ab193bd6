//! What every source file keeps to.

use expect_test::{Expect, expect};

use super::{Source, none, sources};

/// A longer file is two ideas.
const LINES_MAX: usize = 450;

/// What the first line of a file says that is made.
const MADE: &str = "Made by `cargo xtask codegen`";

/// Both ways to switch a lint off; written in two halves, or this file would break its own rule.
const SWITCHED_OFF: [&str; 2] = [concat!("#[al", "low("), concat!("#![al", "low(")];

/// Words that stand for work that is not done.
const OPEN_WORK: [&str; 4] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
];

#[test]
fn every_source_file_is_tidy() {
    none(sources().iter().flat_map(problems).collect());
}

fn problems(source: &Source) -> Vec<String> {
    let Source { path, text } = source;
    let mut problems = Vec::new();
    // What is made from a declaration has its ideas there.
    let is_made = text.lines().next().is_some_and(|line| line.contains(MADE));
    let is_long = !is_made && text.lines().count() > LINES_MAX;
    if source.is(&["rs", "ts", "tsx", "mjs", "js", "css"]) && is_long {
        problems.push(format!("{path}: {} lines, {LINES_MAX} at most", text.lines().count()));
    }
    if source.is(&["rs"]) {
        if !text.starts_with("//! ") {
            problems.push(format!("{path}: does not begin with `//! ` and what it is"));
        }
        if SWITCHED_OFF.iter().any(|attribute| text.contains(attribute)) {
            problems.push(format!("{path}: use `#[expect(lint, reason = \"..\")]`"));
        }
    }
    if source.is(&["rs", "ts", "tsx", "mjs"]) && OPEN_WORK.iter().any(|word| text.contains(word)) {
        problems.push(format!("{path}: leaves work open"));
    }
    problems
}

#[track_caller]
fn check(path: &str, text: &str, expected: Expect) {
    let source = Source { path: path.to_owned(), text: text.to_owned() };
    expected.assert_eq(&problems(&source).join("\n"));
}

#[test]
fn each_fault_is_found() {
    check("a.rs", "//! A module.\n", expect![""]);
    check("a.rs", "use b;\n", expect!["a.rs: does not begin with `//! ` and what it is"]);
    check("a.ts", &"\n".repeat(451), expect!["a.ts: 451 lines, 450 at most"]);
    check("a.toml", &"\n".repeat(451), expect![""]);
    check("a.ts", &format!("/** {MADE} from `b`. */{}", "\n".repeat(451)), expect![""]);
    let switched_off = format!("//! A module.\n{}dead_code)]\n", SWITCHED_OFF[0]);
    check("a.rs", &switched_off, expect![[r#"a.rs: use `#[expect(lint, reason = "..")]`"#]]);
    let open = format!("//! A module.\n// {}: later\n", OPEN_WORK[0]);
    check("a.rs", &open, expect!["a.rs: leaves work open"]);
}
