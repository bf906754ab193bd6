//! Each item's guidance ends with its usual trap, so that a reader knows where to look for it.

use expect_test::{Expect, expect};

use super::Entry;

const LABEL: &str = "Trap:";

pub(super) fn problems(entries: &[Entry]) -> Vec<String> {
    let mut problems = Vec::new();
    for Entry { id, field, text } in entries {
        let inside = text.strip_prefix(LABEL).unwrap_or(text).contains(LABEL);
        if inside || (*field != "guidance" && text.contains(LABEL)) {
            problems.push(format!("{id}: `{LABEL}` stands in `{field}` and not at its beginning"));
        }
    }
    let guidance: Vec<&Entry> = entries.iter().filter(|entry| entry.field == "guidance").collect();
    for item in guidance.chunk_by(|one, other| one.id == other.id) {
        let id = &item[0].id;
        let labelled = item.iter().filter(|entry| entry.text.starts_with(LABEL)).count();
        let is_last = item.last().is_some_and(|entry| entry.text.starts_with(LABEL));
        if labelled != 1 {
            problems.push(format!("{id}: {labelled} entries begin with `{LABEL}`, 1 expected"));
        } else if !is_last {
            problems.push(format!("{id}: `{LABEL}` is not the last entry of `guidance`"));
        }
    }
    problems
}

#[track_caller]
fn check(texts: &[(&'static str, &str)], expected: Expect) {
    let entry = |(field, text): &(&'static str, &str)| Entry {
        id: "4.1".to_owned(),
        field,
        text: (*text).to_owned(),
    };
    let entries: Vec<Entry> = texts.iter().map(entry).collect();
    expected.assert_eq(&problems(&entries).join("\n"));
}

#[test]
fn a_missing_or_misplaced_trap_is_found() {
    let step = ("guidance", "Do it.");
    let trap = ("guidance", "Trap: overdoing it.");
    check(&[step, trap], expect![""]);
    check(&[step, step], expect!["4.1: 0 entries begin with `Trap:`, 1 expected"]);
    check(&[step, trap, trap], expect!["4.1: 2 entries begin with `Trap:`, 1 expected"]);
    check(&[trap, step], expect!["4.1: `Trap:` is not the last entry of `guidance`"]);
}

#[test]
fn a_trap_elsewhere_is_found() {
    let trap = ("guidance", "Trap: overdoing it.");
    check(
        &[("good", "Trap: none."), trap],
        expect!["4.1: `Trap:` stands in `good` and not at its beginning"],
    );
    check(
        &[("guidance", "Do it. Trap: twice."), trap],
        expect!["4.1: `Trap:` stands in `guidance` and not at its beginning"],
    );
}
